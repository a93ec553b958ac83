//! What is shown of a session that is over.

use crate::app::context::Context;
use crate::app::session::State;
use crate::domain::history::SessionRecord;
use crate::domain::pain::{Pain, PainChange};
use crate::domain::session::Ending;
use crate::library;
use crate::text::{Key, en};

/// What the ending screen shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EndingView {
    /// The question.
    pub question: &'static str,
    /// The pain rating afterwards, if given.
    pub after: Option<u8>,
    /// The change in pain, if it was rated before and after: the numbers, and what they mean.
    pub change: Option<(String, &'static str)>,
    /// The user's note.
    pub note: String,
    /// The ratings of the last two weeks, oldest first; empty if fewer than two, which show no trend.
    pub trend: Vec<u8>,
    /// What was done, a line each.
    pub done: Vec<String>,
    /// A light suggestion for the rest of the day, if the routine has any.
    pub light: Option<&'static str>,
}

/// The ending screen; `None` if no session has just ended.
pub fn ending(state: &State, context: &Context) -> Option<EndingView> {
    let record = &state.over()?.record;
    let word = |key| context.locale.word(key);
    let question = match record.ending {
        Ending::Finished => Key::NowHow,
        Ending::Stopped => Key::StoppedHow,
    };
    let change = record.before.zip(record.after).map(|(before, after)| {
        let means = match before.change(after) {
            PainChange::Eased => Key::TwoPointsEased,
            PainChange::AboutTheSame => Key::AboutTheSame,
            PainChange::Worse => Key::Worse,
        };
        (en::from_to(before.rating(), after.rating()), word(means))
    });
    let rated = |record: &SessionRecord| record.after.map(Pain::rating);
    let trend: Vec<_> = context.fortnight().filter_map(rated).collect();
    let done = record.done.iter().map(|done| {
        let name =
            library::posture(&done.posture).map_or(done.posture.as_str(), |posture| posture.name);
        en::done(name, done)
    });
    Some(EndingView {
        question: word(question),
        after: record.after.map(Pain::rating),
        change,
        note: record.note.clone(),
        trend: if trend.len() < 2 { Vec::new() } else { trend },
        done: done.collect(),
        light: library::routine(&record.routine).and_then(|built_in| {
            // A different one after each session, but the same for as long as this ending is shown.
            let nth = context.kept.sessions.iter().len() % built_in.fun.len().max(1);
            built_in.fun.get(nth).copied()
        }),
    })
}
