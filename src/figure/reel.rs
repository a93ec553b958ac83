//! A figure in motion: its poses taken by one body, ready to be seen at any moment.

use super::trigonometry::sin_cos;
use crate::figure::body::Physique;
use crate::figure::describe::{self, Fact};
use crate::figure::drawing::extent::Extent;
use crate::figure::drawing::picture::{Picture, Scene, extent, picture};
use crate::figure::notation::{Figure, FigureSet};
use crate::figure::space::count;
use crate::figure::stance::Stance;

/// A moment of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct At {
    /// How far on the way into the posture, from 0 to 1.
    pub way: f64,
    /// How far on the way to the far end of its movement, from 0 to 1.
    pub swing: f64,
    /// The depth of breath, from 0 to 1.
    pub breath: f64,
}

impl At {
    /// In the posture, where its movement begins.
    pub const POSTURE: Self = Self {
        way: 1.0,
        swing: 0.0,
        breath: 0.0,
    };

    /// A moment on the way into the posture.
    pub const fn way(way: f64) -> Self {
        Self {
            way,
            ..Self::POSTURE
        }
    }

    /// A moment on the way to the far end of the movement.
    pub const fn swing(swing: f64) -> Self {
        Self {
            swing,
            ..Self::POSTURE
        }
    }

    /// A moment in the posture, at a depth of breath.
    pub const fn breath(breath: f64) -> Self {
        Self {
            breath,
            ..Self::POSTURE
        }
    }
}

/// There and back, over and over, slow at both ends, as people breathe and rock: from 0 to 1 and back to 0 in each
/// period.
pub fn there_and_back(seconds: f64, period: f64) -> f64 {
    let turn = seconds / period * std::f64::consts::TAU;
    f64::midpoint(1.0, -sin_cos(turn).1)
}

/// The poses of a figure, taken by a body.
#[derive(Debug, Clone, PartialEq)]
pub struct Reel {
    /// The way into the posture, which is the last station.
    way: Vec<Station>,
    /// The movement from the posture on; the last station is its far end.
    there: Vec<Station>,
    scene: Scene,
    /// The scene on the way into the posture, where nothing is felt yet.
    passing: Scene,
    body: &'static Physique,
}

/// A stance, and the extent of its picture.
#[derive(Debug, Clone, PartialEq)]
struct Station {
    stance: Stance,
    extent: Extent,
}

impl Reel {
    /// A figure of a sheet, taken by a body.
    pub fn of(sheet: &FigureSet, figure: &Figure, body: &'static Physique) -> Self {
        let station = |place: usize| {
            let stance = Stance::of(&sheet.poses[place].what, body);
            let extent = extent(&stance, &figure.scene, body, 1.0);
            Station { stance, extent }
        };
        let way = figure.into.iter().copied().chain([figure.pose]);
        Self {
            way: way.map(station).collect(),
            there: figure.there.iter().copied().map(station).collect(),
            scene: figure.scene.clone(),
            passing: Scene {
                felt: Vec::new(),
                ..figure.scene.clone()
            },
            body,
        }
    }

    /// Only the posture of a figure, for pictures that do not show the way into it.
    pub fn of_posture(sheet: &FigureSet, figure: &Figure, body: &'static Physique) -> Self {
        let posture = Figure {
            into: Vec::new(),
            ..figure.clone()
        };
        Self::of(sheet, &posture, body)
    }

    /// The body at a moment.
    pub fn stance(&self, at: At) -> Stance {
        let (from, part) = place(at.way, self.steps());
        let on_the_way = self.way.get(from + 1).filter(|_| part > 0.0);
        if let Some(next) = on_the_way {
            return self.way[from].stance.towards(&next.stance, part, self.body);
        }
        let (passed, part) = place(at.swing, self.there.len());
        if from + 1 < self.way.len() || (passed, part) == (0, 0.0) {
            return self.way[from].stance.clone();
        }
        let here = passed
            .checked_sub(1)
            .map_or(&self.way[from], |nth| &self.there[nth]);
        match self.there.get(passed) {
            Some(next) => here.stance.towards(&next.stance, part, self.body),
            None => here.stance.clone(),
        }
    }

    /// The picture at a moment; felt regions are shown in the posture only. If there is no movement to a far end,
    /// swinging means breathing.
    pub fn picture(&self, at: At) -> Picture {
        let breath = if self.there.is_empty() {
            at.breath.max(at.swing)
        } else {
            at.breath
        };
        let scene = if at.way < 1.0 {
            &self.passing
        } else {
            &self.scene
        };
        picture(&self.stance(at), scene, self.body, breath)
    }

    /// The part of the picture to show at a moment: it follows the body on its way, and stays where it is while a
    /// movement goes there and back.
    pub fn extent(&self, at: At) -> Extent {
        let (from, part) = place(at.way, self.steps());
        let here = self.reach(from);
        if part > 0.0 && from < self.steps() {
            here.towards(self.reach(from + 1), part)
        } else {
            here
        }
    }

    /// The picture of where the body comes from, for people who are shown no motion.
    pub fn ghost(&self, at: At) -> Option<Picture> {
        let (from, part) = place(at.way, self.steps());
        let before = if part > 0.0 {
            Some(from)
        } else {
            from.checked_sub(1)
        }?;
        let bare = Scene {
            props: Vec::new(),
            ..self.passing.clone()
        };
        Some(picture(&self.way[before].stance, &bare, self.body, 0.0))
    }

    /// The facts about the posture, and about the far end of its movement if there is one; of the mirror image, if
    /// asked for.
    pub fn facts(&self, mirrored: bool) -> (Vec<Fact>, Option<Vec<Fact>>) {
        let of = |station: &Station| {
            let facts = describe::facts(&station.stance, self.body);
            if mirrored {
                describe::mirrored(&facts)
            } else {
                facts
            }
        };
        let posture = &self.way[self.way.len() - 1];
        (of(posture), self.there.last().map(of))
    }

    /// The number of steps into the posture.
    pub fn steps(&self) -> usize {
        self.way.len() - 1
    }

    /// Where a figure is that is shown over and over, after so many seconds: into the posture, twice there and back, or
    /// two breaths, and out again.
    pub fn tour(&self, seconds: f64) -> At {
        const STEP: f64 = 1.6;
        const STAY: f64 = 1.0;
        const BEAT: f64 = 6.0;
        let steps = count(self.steps()) * STEP;
        let beats = 2.0 * BEAT;
        let all = steps + STAY + beats + STAY + steps + STAY;
        let seconds = seconds.max(0.0);
        // Not by `%`, whose exactness for numbers of any size is not worth its code.
        let now = seconds - (seconds / all).floor() * all;
        let after = now - steps - STAY;
        if now < steps {
            At::way(now / steps)
        } else if (0.0..beats).contains(&after) {
            At::swing(there_and_back(after, BEAT))
        } else if steps > 0.0 {
            let back = (after - beats - STAY) / steps;
            At::way(1.0 - back.clamp(0.0, 1.0))
        } else {
            At::POSTURE
        }
    }

    /// The extent of a station; for the posture, with all of its movement.
    fn reach(&self, station: usize) -> Extent {
        let own = self.way[station].extent;
        if station < self.steps() {
            return own;
        }
        let there = self.there.iter().map(|station| station.extent);
        there.fold(own, Extent::with)
    }
}

/// How many steps were passed out of `steps`, and how far the next one has been gone.
fn place(far: f64, steps: usize) -> (usize, f64) {
    let mut left = far.clamp(0.0, 1.0) * count(steps);
    let mut passed = 0;
    while passed < steps && left >= 1.0 - 1e-9 {
        passed += 1;
        left -= 1.0;
    }
    (passed, left.max(0.0))
}
