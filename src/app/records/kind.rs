//! What holds for each kind of record: how it is read and printed, what of it is read at the start, and what a write
//! may write over.
//!
//! | kind | read at the start | written over | another tab wrote it | dated in the future |
//! | --- | --- | --- | --- | --- |
//! | settings | the one there is | only what is known to be there | taken over | has no date |
//! | person | the one there is | only what is known to be there | taken over, and heeded | has no date |
//! | check-in | the latest 200 | its tab's own | entered | not the latest until it has come |
//! | screening | all, since each can lock | its tab's own | entered; a lock holds at once | answers nothing; a lock holds |
//! | session under way | all | its tab's own | tells where that tab stands | gone on with from now |
//! | session that is over | the latest 60, all are counted | its tab's own | entered | not the latest until it has come |
//! | routine of one's own | all | the same routine | entered, or gone | has no date |
//! | put aside | none, all are counted | nothing | counted at the next start | no matter |
//!
//! What can't be read is put aside, whichever kind it is, and told. What another tab wrote and this build can't read is
//! that tab's to deal with. All carry the version of [`crate::store`].

use super::super::effect::Over;
use super::{Kept, Record};
use crate::domain::few::first_few;
use crate::store::{
    self, Key, Unreadable, read_check_in, read_person, read_routine, read_screening, read_session,
    read_settings, read_snapshot,
};

/// So many of the latest sessions are read when the page opens; the rest only counts.
const RECENT: usize = 60;
/// So many of the latest check-ins are read: an episode is watched for twelve weeks.
const RECENT_CHECK_INS: usize = 200;

impl Record {
    /// Reads the record of a key; nothing for what is never read again.
    pub(super) fn read(key: &Key, text: &str) -> Result<Option<Self>, Unreadable> {
        Ok(Some(match key {
            Key::Settings => Self::Settings(read_settings(text)?),
            Key::Person => Self::Person(read_person(text)?),
            Key::CheckIn(_) => Self::CheckIn(read_check_in(text)?),
            Key::Screening(_) => Self::Screening(read_screening(text)?),
            Key::Playing(_) => Self::Playing(Box::new(read_snapshot(text)?)),
            Key::History(_) => Self::Session(read_session(text)?),
            Key::Own(_) => Self::Own(read_routine(text)?.1),
            Key::Aside { .. } => return Ok(None),
        }))
    }

    /// The record as it is kept.
    pub(super) fn print(&self) -> String {
        match self {
            Self::Settings(settings) => store::print_settings(settings),
            Self::Person(person) => store::print_person(person),
            Self::CheckIn(check_in) => store::print_check_in(check_in),
            Self::Screening(screening) => store::print_screening(screening),
            Self::Playing(snapshot) => store::print_snapshot(snapshot),
            Self::Session(session) => store::print_session(session),
            Self::Own(routine) => store::print_routine(routine),
        }
    }
}

/// Which of these names must be read when the page opens.
pub fn needed(names: &[String]) -> Vec<String> {
    let keys: Vec<_> = names.iter().filter_map(|name| Key::named(name)).collect();
    let latest = |of: fn(&Key) -> bool, count| {
        let all = keys.iter().filter(|key| of(key));
        // Of years of them only the latest are looked for, in whichever order the browser names them.
        let mut latest = first_few(all, count, |one, other| other.cmp(one));
        latest.reverse();
        latest
    };
    let all = keys.iter().filter(|key| match key {
        Key::Settings | Key::Person | Key::Screening(_) | Key::Playing(_) | Key::Own(_) => true,
        Key::CheckIn(_) | Key::History(_) | Key::Aside { .. } => false,
    });
    let check_ins = latest(|key| matches!(key, Key::CheckIn(_)), RECENT_CHECK_INS);
    let sessions = latest(|key| matches!(key, Key::History(_)), RECENT);
    let needed = all.chain(check_ins).chain(sessions);
    needed.map(Key::to_string).collect()
}

/// What a write under a key may write over.
pub(super) fn over(kept: &mut Kept, key: &Key, text: &str) -> Over {
    match key {
        Key::Settings | Key::Person => Over::Known(kept.know(key, text.to_owned())),
        Key::CheckIn(_)
        | Key::Screening(_)
        | Key::Playing(_)
        | Key::History(_)
        | Key::Own(_)
        | Key::Aside { .. } => Over::Anything,
    }
}
