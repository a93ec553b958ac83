//! The question on the first screen, and the remark on an episode below it.

use crate::app::context::Context;
use crate::domain::episode::{self, Feeling};
use crate::text::{Key, en};

/// An answer to the question on the first screen, which is also in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The feeling it stands for.
    pub feeling: Feeling,
    /// Its label.
    pub name: Key,
    /// What follows from it.
    pub means: Key,
    /// The posture whose figure is shown beside it.
    pub posture: &'static str,
    /// The visible part of the figure as an SVG `viewBox`, which reserves the space until it is drawn.
    pub place: &'static str,
}

/// The answers, most urgent first.
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

/// A remark on an episode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WatchView {
    /// How long the episode has lasted.
    pub title: String,
    /// What the user should know at this point.
    pub words: &'static str,
}

/// The remark on the open episode, if there is one.
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
