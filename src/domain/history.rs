//! What was done, when, and how it felt. Stored on the person's own device.

use std::time::Duration;

use super::collections::{Map, Set};
use super::pain::Pain;
use super::posture::Side;
use super::session::Ending;
use super::time::Moment;

/// One hold, or one set of repetitions, that was begun or counted as done, or did harm on the way in or out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The posture's id.
    pub posture: String,
    /// The side that worked.
    pub side: Option<Side>,
    /// Which set, from 1.
    pub set: u32,
    /// The id of the form in which it was done.
    pub form: String,
    /// How long it was meant to last.
    pub planned: Duration,
    /// How long it lasted; zero if it ended on the way in or out.
    pub held: Duration,
    /// How it ended.
    pub end: HoldEnd,
    /// Where in the posture it ended.
    pub during: During,
}

/// Where in a posture someone is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum During {
    /// On the way in, for the first time or again.
    GettingIn,
    /// In the posture.
    #[default]
    Holding,
    /// On the way to the other side.
    ChangingSides,
    /// At rest between two sets.
    Resting,
    /// On the way out.
    ComingOut,
}

/// How a hold ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldEnd {
    /// It was held for its whole length.
    Completed,
    /// The person moved on before its end.
    LeftEarly,
    /// It hurt.
    Hurt,
    /// It made the person dizzy.
    Dizzy,
    /// It was interrupted, and the person says it counts.
    CountedAsDone,
}

impl HoldEnd {
    /// What it did to the person, if it did harm.
    pub const fn harm(self) -> Option<HarmKind> {
        match self {
            Self::Hurt => Some(HarmKind::Hurt),
            Self::Dizzy => Some(HarmKind::Dizzy),
            Self::Completed | Self::LeftEarly | Self::CountedAsDone => None,
        }
    }
}

/// A form that did harm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Harm {
    /// The id of the form.
    pub form: String,
    /// The side that worked.
    pub side: Option<Side>,
    /// What kind of harm it did.
    pub kind: HarmKind,
}

/// The kind of harm a form did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HarmKind {
    /// It hurt.
    Hurt,
    /// It made the person dizzy.
    Dizzy,
}

impl From<HarmKind> for HoldEnd {
    fn from(kind: HarmKind) -> Self {
        match kind {
            HarmKind::Hurt => Self::Hurt,
            HarmKind::Dizzy => Self::Dizzy,
        }
    }
}

/// A session that is over, finished or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRecord {
    /// The routine's id.
    pub routine: String,
    /// Its title at the time.
    pub title: String,
    /// When it began.
    pub started: Moment,
    /// When it ended.
    pub ended: Moment,
    /// How it ended.
    pub ending: Ending,
    /// What was done, in order.
    pub done: Vec<Done>,
    /// Pain before, if the person said.
    pub before: Option<Pain>,
    /// Pain afterwards, if the person said.
    pub after: Option<Pain>,
    /// A note to remember the session by; may be empty.
    pub note: String,
}

/// In how many sessions a posture must be held to its end to become familiar. A design choice.
const FAMILIAR_AFTER: usize = 3;

/// The ids of the postures held to their end often enough to be familiar, each once.
pub fn familiar<'a>(records: impl IntoIterator<Item = &'a SessionRecord>) -> Vec<String> {
    let mut counts = Map::<&str, usize>::default();
    for record in records {
        let mut held = Set::new();
        for done in &record.done {
            if done.end == HoldEnd::Completed && held.insert(done.posture.as_str()) {
                let count = counts
                    .get(done.posture.as_str())
                    .map_or(1, |count| count + 1);
                counts.insert(&done.posture, count);
            }
        }
    }
    let often = counts
        .into_iter()
        .filter(|(_, count)| *count >= FAMILIAR_AFTER);
    often.map(|(posture, _)| posture.to_owned()).collect()
}
