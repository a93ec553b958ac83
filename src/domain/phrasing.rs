//! What the domain needs from a language. `text` provides the languages.

use std::time::Duration;

use super::body::Caution;
use super::dose::{Amount, Dose};
use super::posture::{Posture, Side};

/// A language: words for every message, and how long words take to say.
pub trait Phrasing: std::fmt::Debug + Sync {
    /// The words for a message, as whole sentences.
    fn words(&self, message: &Message<'_>) -> String;

    /// How long an even voice at its usual rate takes to say these words.
    fn spoken_length(&self, words: &str) -> Duration;
}

/// Where a step comes in its routine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The only step.
    Only,
    /// The first of several.
    First,
    /// Neither the first nor the last.
    Middle,
    /// The last of several.
    Last,
}

/// Something the session says that is not a posture's own line.
#[derive(Debug, Clone, Copy)]
pub enum Message<'a> {
    /// The routine begins.
    Welcome {
        /// The routine's title.
        title: &'a str,
        /// The length of the whole routine, these words included.
        total: Duration,
    },
    /// What to do when something hurts; said once, at the start.
    NothingShouldHurt,
    /// A posture begins.
    Announce {
        /// The posture.
        posture: &'a Posture,
        /// Its place in the routine.
        order: Order,
        /// The side it begins with, and whether the other follows.
        side: Option<(Side, BothSides)>,
        /// How much is done on each side.
        amount: Amount,
    },
    /// Getting up from lying, when what follows is not done lying.
    Rise {
        /// Which part of getting up.
        part: Rising,
        /// The step it follows, to vary the wording.
        nth: usize,
    },
    /// The other side's turn.
    ChangeSides {
        /// The side that comes now.
        to: Side,
    },
    /// The next set of the same posture.
    NextSet {
        /// Whether it is the last one.
        last: bool,
    },
    /// A hold or a rest begins.
    HoldBegins {
        /// What is held.
        dose: Dose,
        /// Which one it is in the session, from 0, to vary the wording.
        nth: usize,
    },
    /// Half of a hold is over.
    Halfway {
        /// How much is left.
        left: Duration,
        /// Which one it is in the session, from 0.
        nth: usize,
    },
    /// Half of the repetitions are over.
    HalfTheRepetitions {
        /// How many are left.
        left: u32,
    },
    /// The last repetition begins.
    LastRepetition,
    /// The last breath begins.
    LastBreath,
    /// A long rest is nearly over.
    NextUp {
        /// What comes next.
        posture: &'a Posture,
    },
    /// The end.
    Done {
        /// How many postures the routine had; `None` if some were left out.
        postures: Option<usize>,
    },
    /// The session was paused.
    Paused,
    /// A hold goes on in three seconds.
    GetReady,
    /// Where the session goes on, after going to another place or coming back.
    Landed {
        /// The posture.
        posture: &'a Posture,
        /// Its side.
        side: Option<Side>,
        /// How much of the hold is left.
        left: Duration,
    },
    /// The device slept, or the page was away.
    Away {
        /// For how long.
        length: Duration,
        /// What the person missed meanwhile.
        missed: Missed<'a>,
    },
    /// What the person can do after "this hurts".
    AfterHurt {
        /// Whether an easier way is on offer.
        easier: bool,
    },
    /// What the person can do after "dizzy".
    AfterDizzy,
    /// An easier way begins.
    Easier {
        /// What it is called.
        name: &'a str,
    },
    /// A stronger way begins.
    Stronger {
        /// What it is called.
        name: &'a str,
    },
    /// What this person should take care of here.
    TakeCare {
        /// The reason to take care.
        caution: Caution,
    },
}

/// What a person missed while the device slept. The session goes on from there.
#[derive(Debug, Clone, Copy)]
pub enum Missed<'a> {
    /// How the routine begins.
    Beginning,
    /// How to get into a posture.
    GettingIn {
        /// The posture.
        posture: &'a Posture,
        /// Its side.
        side: Option<Side>,
    },
    /// The last part of a hold or of repetitions.
    Holding {
        /// The posture.
        posture: &'a Posture,
        /// Its side.
        side: Option<Side>,
        /// How long that part is.
        left: Duration,
    },
    /// The change to the other side.
    ChangingSides {
        /// The posture.
        posture: &'a Posture,
    },
    /// A rest between two sets.
    Resting {
        /// The posture.
        posture: &'a Posture,
    },
    /// How to come out of a posture.
    ComingOut {
        /// The posture.
        posture: &'a Posture,
    },
    /// The end.
    Ending,
}

/// A part of getting up from lying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rising {
    /// From the back onto one side.
    Roll,
    /// From the side up.
    Push,
    /// From the front up.
    PushBack,
}

/// Whether the other side follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BothSides {
    /// It does.
    Yes,
    /// Only this side is done.
    No,
}
