//! A figure in motion: its poses put on by one body, ready to be looked at in any moment.

use crate::figure::body::Body;
use crate::figure::describe::{self, Fact};
use crate::figure::drawing::picture::{Picture, Scene, picture};
use crate::figure::drawing::svg;
use crate::figure::notation::{Figure, Sheet};
use crate::figure::stance::Stance;

/// A moment of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct At {
    /// How far on the way into the posture, from 0 to 1.
    pub way: f64,
    /// How far on the way to the far end of its movement, from 0 to 1.
    pub swing: f64,
    /// How deep in a breath, from 0 to 1.
    pub breath: f64,
}

impl At {
    /// In the posture, where its movement begins.
    pub const POSTURE: Self = Self {
        way: 1.0,
        swing: 0.0,
        breath: 0.0,
    };
}

/// The poses of a figure, put on by a body.
#[derive(Debug, Clone, PartialEq)]
pub struct Reel {
    /// The way into the posture; the posture itself is the last.
    way: Vec<Station>,
    /// The movement from the posture on; its far end is the last.
    there: Vec<Station>,
    scene: Scene,
    /// The same on the way into the posture, where nothing is felt yet.
    passing: Scene,
    body: &'static Body,
}

/// A stance, and what is seen of it: the left edge, the top, the width, the height.
#[derive(Debug, Clone, PartialEq)]
struct Station {
    stance: Stance,
    frame: [f64; 4],
}

impl Reel {
    /// A figure of a sheet, put on by a body.
    pub fn of(sheet: &Sheet, figure: &Figure, body: &'static Body) -> Self {
        let station = |place: usize| {
            let stance = Stance::of(&sheet.poses[place].what, body);
            let seen = picture(&stance, &figure.scene, body, 1.0);
            Station {
                stance,
                frame: svg::frame([&seen]),
            }
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
    pub fn of_posture(sheet: &Sheet, figure: &Figure, body: &'static Body) -> Self {
        let posture = Figure {
            into: Vec::new(),
            ..figure.clone()
        };
        Self::of(sheet, &posture, body)
    }

    /// The body in a moment.
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

    /// The picture of a moment; what is felt is shown in the posture alone. Where there is no movement to a far end, to swing is to breathe.
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

    /// What of the picture is to be seen in a moment: it follows the body on its way, and does not
    /// move while a movement goes there and back.
    pub fn frame(&self, at: At) -> [f64; 4] {
        let (from, part) = place(at.way, self.steps());
        let here = self.seen(from);
        match self.way.get(from + 1) {
            Some(_) if part > 0.0 => {
                let next = self.seen(from + 1);
                std::array::from_fn(|nth| here[nth] * (1.0 - part) + next[nth] * part)
            }
            _ => here,
        }
    }

    /// The picture of where one comes from to get here, for those who are shown no motion.
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

    /// What the posture shows, or the two ends of its movement; of the mirrored figure, if asked for.
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

    /// In how many steps one gets into the posture.
    pub fn steps(&self) -> usize {
        self.way.len() - 1
    }

    /// Where a figure is that is shown all over and over again, after so many seconds: into the
    /// posture, twice there and back, or a breath, and out of it.
    pub fn tour(&self, seconds: f64) -> At {
        const STEP: f64 = 1.6;
        const STAY: f64 = 1.0;
        const BEAT: f64 = 6.0;
        let steps = self.way.iter().skip(1).map(|_| STEP).sum::<f64>();
        let beats = 2.0 * BEAT;
        let all = steps + STAY + beats + STAY + steps + STAY;
        let now = seconds.max(0.0) % all;
        let way = |part: f64| At {
            way: if steps > 0.0 {
                part.clamp(0.0, 1.0)
            } else {
                1.0
            },
            ..At::POSTURE
        };
        let after = now - steps - STAY;
        if now < steps {
            way(now / steps)
        } else if (0.0..beats).contains(&after) {
            let turn = after / BEAT * std::f64::consts::TAU;
            At {
                swing: f64::midpoint(1.0, -turn.cos()),
                ..At::POSTURE
            }
        } else {
            way(1.0 - (after - beats - STAY).max(0.0) / steps.max(1e-9))
        }
    }

    fn seen(&self, station: usize) -> [f64; 4] {
        let own = self.way[station].frame;
        if station + 1 < self.way.len() {
            return own;
        }
        let frames = self.there.iter().map(|station| station.frame);
        frames.fold(own, around)
    }
}

/// How many steps of so many were passed, and how far the next one has been gone.
fn place(far: f64, steps: usize) -> (usize, f64) {
    let mut left = far.clamp(0.0, 1.0) * (0..steps).map(|_| 1.0).sum::<f64>();
    let mut passed = 0;
    while passed < steps && left >= 1.0 - 1e-9 {
        passed += 1;
        left -= 1.0;
    }
    (passed, left.max(0.0))
}

/// The smallest frame around two.
fn around(one: [f64; 4], two: [f64; 4]) -> [f64; 4] {
    let (left, top) = (one[0].min(two[0]), one[1].min(two[1]));
    let right = (one[0] + one[2]).max(two[0] + two[2]);
    let bottom = (one[1] + one[3]).max(two[1] + two[3]);
    [left, top, right - left, bottom - top]
}
