//! The way from one stance to another.
//!
//! Every joint turns steadily about one axis, so that limbs swing in arcs and bones keep their
//! length. What is planted in both stances stays planted, what is put elsewhere slides there, and
//! nothing goes through the floor or floats above it.

use super::limits;
use super::reach;
use super::{Stance, joint, lowest_of_all};
use crate::figure::body::Physique;
use crate::figure::body::flesh::{self, lowest};
use crate::figure::body::skeleton::{Chain, Skeleton};
use crate::figure::part::{BodyPart, Hand, Limb};
use crate::figure::pose::{Contact, Goal, Reach, Support};
use crate::figure::space::{Frame, Vector, vector};

/// A limb put at another place slides there if it is no farther than this, and is lifted if it is; hands that hold a
/// strap move with it.
const STEP: f64 = 3.0;
/// How far a part that lies on the floor may sink into it: less than a contact may miss.
const GIVES: f64 = 0.45;

impl Stance {
    /// The stance part of the way to another: 0 is here, 1 is there.
    #[must_use]
    pub fn towards(&self, other: &Self, part: f64, body: &Physique) -> Self {
        if part <= 0.0 {
            return self.clone();
        }
        if part >= 1.0 {
            return other.clone();
        }
        let (here, there) = (&self.skeleton, &other.skeleton);
        let turns = limits::kept(&here.turns().towards(&there.turns(), part));
        let middle = mixed(here.trunk[0].from, there.trunk[0].from, part);
        let mut skeleton = Skeleton::turned(&turns, body, middle);
        let anchor = self.anchor(other);
        if let Some(anchor) = anchor {
            let to = mixed(joint(here, anchor), joint(there, anchor), part);
            skeleton = skeleton.moved(to - joint(&skeleton, anchor));
        }
        let reaches: Vec<Reach> = self
            .reaches
            .iter()
            .filter_map(|one| self.shared(other, one, part))
            .collect();
        reach::put_all(&mut skeleton, &reaches, body);
        let stays = |rest: &&Contact| {
            let moved = joint(there, rest.part) - joint(here, rest.part);
            other.rests.contains(rest) && moved.length() < STEP
        };
        let mut between = Self {
            skeleton,
            rests: self.rests.iter().filter(stays).copied().collect(),
            reaches,
        };
        let floor = lowest_of_all(here, body) * (1.0 - part) + lowest_of_all(there, body) * part;
        between.settle(floor, body);
        between
    }

    /// A part that rests on the same thing in both stances, and does not belong to a planted limb.
    fn anchor(&self, other: &Self) -> Option<BodyPart> {
        let rests = self.rests.iter().filter(|it| other.rests.contains(it));
        let mut parts = rests.map(|rest| rest.part);
        parts.find(|part| !self.puts(*part) && !other.puts(*part))
    }

    /// Where a limb is put on the way, if it is put somewhere in both stances.
    fn shared(&self, other: &Self, one: &Reach, part: f64) -> Option<Reach> {
        let two = other.reaches.iter().find(|two| two.limb == one.limb)?;
        let goal = between(one.goal, two.goal, part)?;
        let (here, there) = (self.skeleton.limb(one.limb), other.skeleton.limb(one.limb));
        let (tip, back) = pointing(one.limb, here.tip.towards(there.tip, part));
        let joint = mixed(
            reach::looks(here, one.limb),
            reach::looks(there, one.limb),
            part,
        );
        Some(Reach {
            limb: one.limb,
            goal,
            joint,
            tip,
            back,
        })
    }

    /// Puts the body on what it still rests on, or else on the floor. Limbs that are on their way elsewhere do not hold
    /// it up; where they would go through the floor, they are lifted.
    fn settle(&mut self, floor: f64, body: &Physique) {
        let loose = self.loose();
        let moves = |part: BodyPart| loose.iter().any(|limb| limb.parts()[1..].contains(&part));
        let held = |rest: &&Contact| !self.puts(rest.part) && !moves(rest.part);
        let holds: Vec<Contact> = self.rests.iter().filter(held).copied().collect();
        let others: Vec<BodyPart> = flesh::parts().filter(|part| !moves(*part)).collect();
        // Moving the body bends what is planted, and that may change what is lowest.
        for _ in 0..2 {
            let gap = holds
                .iter()
                .map(|rest| self.gap(rest, body))
                .reduce(f64::min);
            let lowest = |part: &BodyPart| lowest(&self.skeleton, *part, body) - floor;
            let above = gap.or_else(|| others.iter().map(lowest).reduce(f64::min));
            self.raise(-above.unwrap_or_default(), body);
        }
        for limb in loose {
            let lies = self
                .rests
                .iter()
                .any(|rest| limb.parts().contains(&rest.part));
            lay(&mut self.skeleton, limb, floor, lies, body);
        }
        let turns = limits::kept(&self.skeleton.turns());
        self.skeleton = Skeleton::turned(&turns, body, self.skeleton.trunk[0].from);
        reach::put_all(&mut self.skeleton, &self.reaches, body);
        // Flesh gives way a little; anything more lifts the body.
        let sunk = -GIVES - lowest_of_all(&self.skeleton, body);
        if sunk > 0.0 {
            self.raise(sunk, body);
        }
    }

    fn raise(&mut self, up: f64, body: &Physique) {
        self.skeleton = self.skeleton.moved(vector(0.0, up, 0.0));
        reach::put_all(&mut self.skeleton, &self.reaches, body);
    }

    /// Limbs that hold nothing up: arms that are not planted, and legs that neither are planted nor still rest on
    /// anything, if the other leg or the trunk holds the body.
    fn loose(&self) -> Vec<Limb> {
        let on_arm = |part: BodyPart| {
            let mut arms = Hand::BOTH.map(Limb::Arm).into_iter();
            arms.any(|arm| arm.parts().contains(&part))
        };
        let stands = |reach: &Reach| matches!(reach.limb, Limb::Leg(_));
        let held =
            self.rests.iter().any(|rest| !on_arm(rest.part)) || self.reaches.iter().any(stands);
        let carries = |limb: &Limb| {
            let parts = limb.parts();
            self.rests.iter().any(|rest| parts.contains(&rest.part))
        };
        let arms = Hand::BOTH.map(Limb::Arm).into_iter();
        let legs = Hand::BOTH.map(Limb::Leg).into_iter();
        let planted = |limb: &Limb| self.reaches.iter().any(|reach| reach.limb == *limb);
        arms.chain(legs.filter(|limb| held && !carries(limb)))
            .filter(|limb| !planted(limb))
            .collect()
    }
}

fn mixed(one: Vector, two: Vector, part: f64) -> Vector {
    one * (1.0 - part) + two * part
}

fn between(one: Goal, two: Goal, part: f64) -> Option<Goal> {
    match (one, two) {
        (Goal::Place { on, at }, Goal::Place { on: other, at: to })
            if on == other && (on == Support::Strap || (to - at).length() < STEP) =>
        {
            Some(Goal::Place {
                on,
                at: mixed(at, to, part),
            })
        }
        (
            Goal::Body {
                part: which,
                along,
                side,
            },
            Goal::Body {
                part: other,
                along: to,
                side: end,
            },
        ) if which == other => Some(Goal::Body {
            part: which,
            along: along * (1.0 - part) + to * part,
            side: mixed(side, end, part),
        }),
        (Goal::Place { .. } | Goal::Body { .. }, Goal::Place { .. } | Goal::Body { .. }) => None,
    }
}

/// Where the fingers or toes point, and where the back of the hand or foot faces, in a frame.
fn pointing(limb: Limb, tip: Frame) -> (Vector, Vector) {
    match limb {
        Limb::Arm(hand) => (-tip.up, tip.right * hand.sign()),
        Limb::Leg(_) => (tip.front, tip.up),
    }
}

/// Lifts a limb out of the floor; one that lies on the floor is also lowered to it.
fn lay(skeleton: &mut Skeleton, limb: Limb, floor: f64, lies: bool, body: &Physique) {
    let [_, middle, end] = limb.parts();
    for _ in 0..4 {
        let low = lowest(skeleton, end, body).min(lowest(skeleton, middle, body));
        if low >= floor && !lies {
            break;
        }
        let chain = *skeleton.limb(limb);
        let to = chain.lower.to + vector(0.0, floor - low, 0.0);
        // An elbow or knee that is too low has to point up.
        let looks = reach::looks(&chain, limb) + vector(0.0, 0.5, 0.0);
        if let Some(laid) = reach::reached(&chain, limb, to, looks, chain.tip) {
            // The hand or foot is carried along as it is.
            let tip = chain.tip.within(chain.lower.frame);
            *skeleton.limb_mut(limb) = Chain {
                tip: laid.lower.frame.holding(tip),
                ..laid
            };
        }
    }
}
