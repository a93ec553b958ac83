//! The base position: what carries the body, and which way up it is.

use super::fact::{ArmSupport, Base, RoomObject};
use super::reading::{Reading, bent};
use crate::figure::part::{BodyPart, Hand};
use crate::figure::space::Vector;

/// A trunk that rises more steeply than this sits; a flatter one lies. The cosine of 50 degrees from upright: someone
/// who leans back on the hands still sits.
const RISES: f64 = 0.64;
/// The cosine or sine of 45 degrees: the nearest of four directions.
const MOSTLY: f64 = 0.7;
/// A hip bent farther than this is that of someone who sits; in degrees. Someone who lies on the front has straight
/// hips.
const SITS: f64 = 55.0;
/// A knee bent farther than this brings the buttock to the heel; in degrees.
const ON_HEEL: f64 = 125.0;
/// Hips this high above the floor are lifted, not lying; in hundredths of the height.
const LIFTED: f64 = 3.0;
/// Someone whose hands are no farther from the feet than this stands folded, rather than on all fours.
const BESIDE_FEET: f64 = 34.0;
/// Hips this much higher than the shoulders point up.
const HIPS_HIGH: f64 = 5.0;
/// A knee and an ankle this low belong to a shin that lies on the floor; a standing one is higher.
const LIES: f64 = 11.0;

/// The base position of a stance. There always is one: if nothing is known of what carries the body, it is the nearest
/// by which way up the body is.
pub(super) fn base(reading: &Reading<'_>) -> Base {
    shin_in_front(reading)
        .or_else(|| side_plank(reading))
        .or_else(|| lying(reading))
        .or_else(|| sitting(reading))
        .or_else(|| kneeling(reading))
        .or_else(|| on_feet(reading))
        .unwrap_or_else(|| by_direction(reading))
}

/// Which way up the body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bearing {
    /// The trunk is upright, unless something else is said.
    Upright,
    /// The body faces down, on arms and legs.
    OnFours,
    /// The body lies on the back, or on shoulders and feet.
    OnBack,
    /// The body lies on the front.
    OnFront,
    /// The body lies on this side, or is propped up on it.
    OnSide(Hand),
}

/// Which way up the body is in a base position.
pub(super) const fn bearing(base: Base) -> Bearing {
    match base {
        Base::Standing
        | Base::StandingOn(_)
        | Base::Sitting(_)
        | Base::OnHeels
        | Base::Kneeling
        | Base::HalfKneeling(_)
        | Base::ShinInFront(_) => Bearing::Upright,
        Base::HandsAndKnees | Base::ForearmsAndKnees | Base::HandsAndFeet | Base::Plank => {
            Bearing::OnFours
        }
        Base::OnBack | Base::Bridge => Bearing::OnBack,
        Base::OnFront => Bearing::OnFront,
        Base::OnSide(side) | Base::SidePlank { side, .. } => Bearing::OnSide(side),
    }
}

impl Base {
    /// Whether another base position is so near that the rest may stay as it is.
    pub(super) fn is_kin(self, other: Self) -> bool {
        let lies = |base| matches!(base, Self::OnBack | Self::Bridge);
        let stands = |base| matches!(base, Self::Standing | Self::StandingOn(_));
        self == other || (lies(self) && lies(other)) || (stands(self) && stands(other))
    }
}

fn both(test: impl Fn(Hand) -> bool) -> bool {
    Hand::BOTH.into_iter().all(test)
}

fn one(test: impl Fn(Hand) -> bool) -> Option<Hand> {
    Hand::BOTH.into_iter().find(|hand| test(*hand))
}

fn shin_in_front(reading: &Reading<'_>) -> Option<Base> {
    let front = |hand: Hand| {
        let leg = reading.leg(hand);
        let low = leg.upper.to.y < LIES && leg.lower.to.y < LIES;
        low && reading.flexion(hand) > SITS && bent(leg) > 40.0
    };
    let behind = |hand: Hand| {
        let straight = reading.flexion(hand) < 40.0 && bent(reading.leg(hand)) < 70.0;
        straight
            && (reading.near_floor(BodyPart::Shin(hand))
                || reading.near_floor(BodyPart::Thigh(hand)))
    };
    let found = one(|hand| front(hand) && behind(hand.other()));
    found
        .filter(|_| reading.axis().y > 0.0 || reading.front().y < 0.0)
        .map(Base::ShinInFront)
}

fn side_plank(reading: &Reading<'_>) -> Option<Base> {
    let below = if reading.front().y.abs() < MOSTLY {
        one(|hand| reading.pelvis().right.y * hand.sign() < -0.3)?
    } else {
        return None;
    };
    let lies = [
        BodyPart::UpperArm(below),
        BodyPart::Thigh(below),
        BodyPart::Pelvis,
    ];
    let lifted =
        reading.height(BodyPart::Pelvis) > LIFTED && !lies.iter().any(|it| reading.down(*it));
    let on = if reading.down(BodyPart::Forearm(below)) {
        ArmSupport::Forearm
    } else if reading.down(BodyPart::Palm(below)) {
        ArmSupport::Hand
    } else {
        return None;
    };
    let knees = bent(reading.leg(below)) > 40.0;
    let side = below;
    lifted.then_some(Base::SidePlank { side, on, knees })
}

fn lying(reading: &Reading<'_>) -> Option<Base> {
    let thighs = one(|hand| reading.down(BodyPart::Thigh(hand))).is_some();
    let arms = one(|hand| reading.down(BodyPart::UpperArm(hand))).is_some();
    let trunk = reading.down(BodyPart::Pelvis) || reading.down(BodyPart::Chest);
    // Someone with only the shins down kneels; with the hips down too, as on a cushion, they lie.
    let shins =
        both(|hand| reading.down(BodyPart::Shin(hand)) && !reading.down(BodyPart::Thigh(hand)));
    let knees = shins && !reading.down(BodyPart::Pelvis);
    if !(thighs || arms || trunk) || knees {
        return None;
    }
    let flexed = both(|hand| reading.flexion(hand) > SITS);
    if reading.pelvis().front.y < -0.5 && !flexed {
        return Some(Base::OnFront);
    }
    if reading.axis().y > RISES {
        return None;
    }
    let front = if reading.down(BodyPart::Chest) {
        reading.chest().front
    } else {
        reading.pelvis().front
    };
    if front.y > 0.5 {
        let lifted = !reading.down(BodyPart::Pelvis) && reading.height(BodyPart::Pelvis) > LIFTED;
        Some(if lifted { Base::Bridge } else { Base::OnBack })
    } else if front.y < -0.3 {
        None
    } else {
        one(|hand| reading.pelvis().right.y * hand.sign() < -0.5).map(Base::OnSide)
    }
}

fn sitting(reading: &Reading<'_>) -> Option<Base> {
    reading.on(BodyPart::Pelvis).map(Base::Sitting)
}

fn kneeling(reading: &Reading<'_>) -> Option<Base> {
    let shin = |hand: Hand| reading.down(BodyPart::Shin(hand));
    let down = one(shin)?;
    let hands = one(|hand| reading.down(BodyPart::Palm(hand))).is_some();
    let forearms = both(|hand| reading.down(BodyPart::Forearm(hand)));
    if both(shin) {
        let folded = both(|hand| bent(reading.leg(hand)) > ON_HEEL);
        return Some(if folded {
            Base::OnHeels
        } else if forearms {
            Base::ForearmsAndKnees
        } else if hands || reading.front().y < -MOSTLY {
            Base::HandsAndKnees
        } else {
            Base::Kneeling
        });
    }
    Some(if reading.on(BodyPart::Foot(down.other())).is_some() {
        Base::HalfKneeling(down)
    } else if forearms {
        Base::ForearmsAndKnees
    } else {
        Base::HandsAndKnees
    })
}

fn on_feet(reading: &Reading<'_>) -> Option<Base> {
    let foot = |hand: Hand| reading.on(BodyPart::Foot(hand)).is_some();
    let standing = one(foot)?;
    let hands = both(|hand| reading.down(BodyPart::Palm(hand)));
    let middle = |[one, other]: [Vector; 2]| (one + other) * 0.5;
    let feet = middle(Hand::BOTH.map(|hand| reading.leg(hand).lower.to));
    let palms = middle(Hand::BOTH.map(|hand| reading.arm(hand).lower.to));
    let way = palms - feet;
    if hands && way.level().length() > BESIDE_FEET {
        let shoulders = reading.stance.skeleton.trunk[3].to.y;
        let high = reading.hips().y - shoulders > HIPS_HIGH;
        return Some(if high {
            Base::HandsAndFeet
        } else {
            Base::Plank
        });
    }
    let lifted = one(|hand| reading.on(BodyPart::Foot(hand)) != Some(RoomObject::Floor))
        .filter(|hand| !foot(*hand) && foot(hand.other()));
    Some(match lifted {
        Some(_) => Base::StandingOn(standing),
        None => Base::Standing,
    })
}

fn by_direction(reading: &Reading<'_>) -> Base {
    let (axis, front) = (reading.axis(), reading.front());
    if axis.y > RISES {
        Base::Standing
    } else if front.y > MOSTLY {
        Base::OnBack
    } else if front.y < -MOSTLY {
        Base::OnFront
    } else {
        let below = one(|hand| reading.pelvis().right.y * hand.sign() < 0.0);
        Base::OnSide(below.unwrap_or(Hand::Right))
    }
}
