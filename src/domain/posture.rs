//! What a posture is, and everything that is said about it.

use std::time::Duration;

use super::dose::Dose;

/// A posture: the facts that hold in every language, and its words in one.
#[derive(Debug, PartialEq, Eq)]
pub struct Posture {
    /// The name by which routines and records know it; never shown, never changed.
    pub id: &'static str,
    /// Whether it is done on each side.
    pub sided: bool,
    /// Where the body is.
    pub position: Position,
    /// Whether the head hangs below the heart, so that rising can make one dizzy.
    pub head_down: bool,
    /// Where it is felt.
    pub felt: &'static [Region],
    /// From 1 (almost anyone) to 3 (needs some practice).
    pub level: u8,
    /// Whom it does not suit.
    pub cautions: &'static [Caution],
    /// How much of it, when nobody says otherwise.
    pub dose: Dose,
    /// Its words.
    pub words: PostureWords,
}

/// The words of a posture in one language.
///
/// Lines may hold a choice by side, written `[left|right]`: the first is said when the left side
/// works, the second for the right. A choice can be of any length, so that a language may bend
/// its words as it must.
#[derive(Debug, PartialEq, Eq)]
pub struct PostureWords {
    /// What it is called.
    pub name: &'static str,
    /// Other names that people know it by.
    pub also: &'static [&'static str],
    /// How to get into it: at most four lines.
    pub setup: &'static [Line],
    /// How to get into it again for another set.
    pub again: Line,
    /// How to rest between two sets.
    pub between: Line,
    /// How to change to the side named; empty for a posture without sides.
    pub change: &'static [Line],
    /// What to attend to, said in the silence of a hold.
    pub coaching: &'static [&'static str],
    /// How to come out.
    pub exit: &'static [Line],
    /// How to come out when it was said already in this session.
    pub exit_again: Line,
    /// How to come out at once, when something hurts.
    pub unwind: &'static str,
    /// How to come up and sit when dizzy; only where the head is down.
    pub dizzy: Option<&'static str>,
    /// What is said at the first movements, there and back; empty where nothing moves.
    pub beats: Option<BeatWords>,
    /// Gentler ways, gentlest last.
    pub easier: &'static [Variation],
    /// Fuller ways, fullest last.
    pub stronger: &'static [Variation],
    /// Whom it does not suit, in a sentence for the screen.
    pub care: &'static str,
}

/// The words for the two ends of a movement. Each fits into one beat.
#[derive(Debug, PartialEq, Eq)]
pub struct BeatWords {
    /// Said on the way there, or on the breath in.
    pub there: &'static str,
    /// Said on the way back, or on the breath out.
    pub back: &'static str,
}

/// One thing said, and the silence kept after it to do it in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// One or two short sentences.
    pub words: &'static str,
    /// The silence kept afterwards.
    pub pause: Duration,
}

/// Another way of doing a posture.
#[derive(Debug, PartialEq, Eq)]
pub struct Variation {
    /// The name by which records know it.
    pub id: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// How to get into it.
    pub setup: &'static [Line],
    /// What to attend to, where that differs.
    pub coaching: Option<&'static [&'static str]>,
    /// How to change sides, where that differs.
    pub change: Option<&'static [Line]>,
    /// How to come out, where that differs.
    pub exit: Option<&'static [Line]>,
    /// How to come out at once, where that differs.
    pub unwind: Option<&'static str>,
}

/// Which way of doing a posture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// As described.
    #[default]
    Usual,
    /// The n-th of its easier ways, from 0.
    Easier(usize),
    /// The n-th of its stronger ways, from 0.
    Stronger(usize),
}

/// Where the body is, which says how long it takes to get there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// On the back.
    Lying,
    /// On the front.
    Prone,
    /// On one side.
    SideLying,
    /// On hands and knees, or kneeling.
    AllFours,
    /// Sitting on the floor.
    FloorSitting,
    /// On the feet.
    Standing,
    /// On a chair.
    Chair,
    /// Standing at a desk or wall.
    Desk,
}

/// A part of the body that should feel a posture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Region {
    /// The lower back.
    LowBack,
    /// The whole spine.
    Spine,
    /// Buttock and outer hip.
    Buttock,
    /// The front of the hip.
    FrontHip,
    /// The back of the thigh.
    BackThigh,
    /// The whole back of the body.
    BackOfBody,
}

/// A reason to leave a posture out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caution {
    /// Glaucoma or eye surgery.
    Glaucoma,
    /// Uncontrolled blood pressure, a stroke, reflux.
    BloodPressure,
    /// Dizziness or low blood pressure.
    Dizziness,
    /// Osteoporosis.
    Osteoporosis,
    /// A hip replacement.
    HipReplacement,
    /// A knee replacement or a torn meniscus.
    Knee,
    /// Pregnancy.
    Pregnancy,
    /// Pain that runs into the leg.
    LegPain,
    /// Sore wrists.
    Wrist,
}

/// Which side of the body works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The person's own left.
    Left,
    /// The person's own right.
    Right,
}

impl Side {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

impl Posture {
    /// The variation that `way` means, if it is one that this posture has.
    pub fn variation(&self, way: Way) -> Option<&'static Variation> {
        match way {
            Way::Usual => None,
            Way::Easier(nth) => self.words.easier.get(nth),
            Way::Stronger(nth) => self.words.stronger.get(nth),
        }
    }

    /// The next gentler way than `way`, if there is one.
    pub fn gentler(&self, way: Way) -> Option<Way> {
        match way {
            Way::Stronger(0) => Some(Way::Usual),
            Way::Stronger(nth) => Some(Way::Stronger(nth - 1)),
            Way::Usual if !self.words.easier.is_empty() => Some(Way::Easier(0)),
            Way::Easier(nth) if nth + 1 < self.words.easier.len() => Some(Way::Easier(nth + 1)),
            Way::Usual | Way::Easier(_) => None,
        }
    }
}

/// The words of a line for one side: each `[left|right]` is resolved.
///
/// A line without a choice, or with a bracket that is no choice, is returned as it stands.
pub fn for_side(line: &str, side: Option<Side>) -> String {
    let mut words = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, from)) = rest.split_once('[') {
        let choice = from.split_once(']').and_then(|(inside, after)| {
            inside
                .split_once('|')
                .map(|(left, right)| (left, right, after))
        });
        let Some((left, right, after)) = choice else {
            break;
        };
        words.push_str(before);
        words.push_str(if side == Some(Side::Right) {
            right
        } else {
            left
        });
        rest = after;
    }
    words.push_str(rest);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_the_side_that_works() {
        let line = "Bring the [left|right] knee forward and the [right|left] leg back.";
        assert_eq!(
            for_side(line, Some(Side::Right)),
            "Bring the right knee forward and the left leg back."
        );
        assert_eq!(
            for_side(line, Some(Side::Left)),
            "Bring the left knee forward and the right leg back."
        );
        assert_eq!(for_side("Nothing [here", None), "Nothing [here");
    }
}
