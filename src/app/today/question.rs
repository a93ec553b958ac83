//! The question of the first screen, and the word on an episode below it.

use crate::app::context::Context;
use crate::domain::episode::{self, Feeling};
use crate::text::{Key, en};

/// An answer to the question of the first screen, which stands in the document as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// What it says.
    pub feeling: Feeling,
    /// What it is called.
    pub name: Key,
    /// What follows from it.
    pub means: Key,
    /// The posture whose figure stands beside it.
    pub posture: &'static str,
    /// What is seen of that figure, as the `viewBox` of an image: its place is kept until it is drawn.
    pub place: &'static str,
}

/// The answers, the most urgent first.
pub const ANSWERS: [Answer; 3] = [
    Answer {
        feeling: Feeling::Spasm,
        name: Key::InSpasm,
        means: Key::InSpasmMeans,
        posture: "90-90-rest",
        place: "-618 -545 1060 618",
    },
    Answer {
        feeling: Feeling::Sore,
        name: Key::Sore,
        means: Key::SoreMeans,
        posture: "cat-cow",
        place: "-508 -497 962 580",
    },
    Answer {
        feeling: Feeling::Fine,
        name: Key::Fine,
        means: Key::FineMeans,
        posture: "forward-bend",
        place: "-326 -597 725 675",
    },
];

/// A word on an episode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WatchView {
    /// How long it has gone on.
    pub title: String,
    /// What is to be known at this point of it.
    pub words: &'static str,
}

/// What is to be known at this point of the episode that is open, if one is.
pub fn watch(context: &Context) -> Option<WatchView> {
    let episode = context.episode()?;
    let today = context.today();
    let milestone = episode.milestone(today);
    let course = episode::course(&context.ratings(), episode);
    Some(WatchView {
        title: en::day_of_episode(today.since(episode.opened) + 1),
        words: en::watched(milestone, course),
    })
}
