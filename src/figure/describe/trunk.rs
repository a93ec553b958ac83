//! The facts about trunk and head.

use super::base::{Bearing, bearing};
use super::fact::{Aside, Base, Cushioned, Fact, HeadShape, Lean, RoomObject, Spine};
use super::reading::Reading;
use crate::figure::part::{BodyPart, Hand};

/// A tilt smaller than this isn't noticed; in degrees, like all angles here.
const TILTED: f64 = 11.0;
/// From here on, the trunk is nearer to level than to upright.
const FAR: f64 = 38.0;
/// From here on, it is about level: the back makes a table.
const LEVEL: f64 = 72.0;
/// From here on, the head is clearly lower than the hips.
const DOWN: f64 = 108.0;
/// Leaning back is noticed sooner than leaning forward.
const BACK: f64 = -9.0;
/// A back curved less than this is still straight: the curves of someone who stands straight add up to about 6.
const ROUNDED: f64 = 32.0;
/// Likewise for a hollow back.
const ARCHED: f64 = -14.0;
/// On the back the pelvis rolls little, so the lowest joint of the spine alone shows it.
const FLATTENED: f64 = 8.0;
/// Likewise the other way.
const HOLLOWED: f64 = -6.0;
/// A trunk bent to a side this far is bent on purpose.
const BENT: f64 = 15.0;
/// Likewise twisted.
const TWISTED: f64 = 18.0;
/// On a side: a chest turned up this far has left the line of the hips.
const OPENED: f64 = 25.0;
/// A chin lowered this far is dropped; a pillow lifts the head by less.
const DROPPED: f64 = 26.0;
/// A head that leans back this far looks up.
const RAISED: f64 = -17.0;
/// A head turned this far is turned on purpose.
const TURNED: f64 = 18.0;
/// Likewise tilted.
const LEANING: f64 = 14.0;
/// On hands and knees: a trunk that slopes down this steeply to the shoulders has its chest low.
const SINKS: f64 = -0.45;
/// On the front: a chest that rises this steeply is propped up.
const RISES: f64 = 0.15;
/// On the back: a head this high above the floor is lifted from it; in hundredths of the height.
const OFF_FLOOR: f64 = 3.0;
/// With more than this share of a curve in its lowest joint, only the lower back is curved.
const LOW: f64 = 0.6;
/// With less than this share, only the upper back.
const HIGH: f64 = 0.25;

/// The tilt that goes unsaid in a base position.
pub(super) fn usual_lean(base: Base) -> Option<Lean> {
    (bearing(base) == Bearing::Upright).then_some(Lean::Upright)
}

/// The facts about the trunk.
pub(super) fn trunk(reading: &Reading<'_>, base: Base) -> Vec<Fact> {
    let spine = Some(spine(reading, base)).filter(|spine| *spine != Spine::Straight);
    let aside = Some(aside(reading, base)).filter(|aside| *aside != Aside::Not);
    // An upright back is worth a sentence, unless there is more to say of it.
    let plain = spine.is_none() && aside.is_none();
    let lean = lean(reading, base).filter(|lean| plain || *lean != Lean::Upright);
    let lean = lean.map(Fact::Lean);
    let aside = aside.map(Fact::Aside);
    lean.into_iter()
        .chain(spine.map(Fact::Spine))
        .chain(aside)
        .collect()
}

fn lean(reading: &Reading<'_>, base: Base) -> Option<Lean> {
    match bearing(base) {
        Bearing::Upright => Some(upright_lean(reading, base)),
        Bearing::OnFours if base == Base::HandsAndKnees => {
            (reading.axis().y < SINKS).then_some(Lean::ChestLow)
        }
        Bearing::OnFront => (reading.axis().y > RISES).then_some(Lean::ChestLifted),
        Bearing::OnBack if base == Base::OnBack => {
            let lifted =
                reading.height(BodyPart::Head) > OFF_FLOOR && reading.on(BodyPart::Head).is_none();
            lifted.then_some(Lean::ShouldersLifted)
        }
        Bearing::OnFours | Bearing::OnBack | Bearing::OnSide(_) => None,
    }
}

fn upright_lean(reading: &Reading<'_>, base: Base) -> Lean {
    match reading.tilt() {
        tilt if tilt < BACK => Lean::Back,
        tilt if tilt < TILTED => Lean::Upright,
        tilt if tilt < FAR => Lean::Little,
        _ if base == Base::OnHeels => Lean::OverThighs,
        tilt if tilt < LEVEL => Lean::Far,
        tilt if tilt < DOWN => Lean::Level,
        _ => Lean::Down,
    }
}

fn spine(reading: &Reading<'_>, base: Base) -> Spine {
    let whole = reading.curve().forward;
    match bearing(base) {
        // The arch is what lifts the chest, so it goes without saying.
        Bearing::OnFront => Spine::Straight,
        Bearing::OnBack if base == Base::Bridge || reading.lowered().is_some() => Spine::Straight,
        Bearing::OnBack => match reading.low_back() {
            bend if bend > FLATTENED => Spine::Flattened,
            bend if bend < HOLLOWED => Spine::Hollowed,
            _ => Spine::Straight,
        },
        Bearing::Upright | Bearing::OnFours | Bearing::OnSide(_) => {
            let sits = matches!(base, Base::Sitting(_));
            let share = reading.low_back() / whole;
            match whole {
                bend if bend > ROUNDED && sits && share > LOW => Spine::LowRounded,
                bend if bend > ROUNDED => Spine::Rounded,
                bend if bend < ARCHED && sits && share > LOW => Spine::LowArched,
                bend if bend < ARCHED && sits && share < HIGH => Spine::HighArched,
                bend if bend < ARCHED => Spine::Arched,
                _ => Spine::Straight,
            }
        }
    }
}

fn aside(reading: &Reading<'_>, base: Base) -> Aside {
    let curve = reading.curve();
    let twisted = if curve.twist > TWISTED {
        Aside::Twisted(Hand::Left)
    } else if curve.twist < -TWISTED {
        Aside::Twisted(Hand::Right)
    } else {
        Aside::Not
    };
    match bearing(base) {
        // On the back it is the legs that turn, and they have facts of their own.
        Bearing::OnBack => Aside::Not,
        // On a side the spine bends only to follow the floor.
        Bearing::OnSide(below) => {
            let opened = curve.twist * below.sign() > OPENED;
            if opened && base == Base::OnSide(below) {
                Aside::Opened
            } else {
                twisted
            }
        }
        Bearing::Upright | Bearing::OnFours | Bearing::OnFront => match curve.side {
            side if side > BENT => Aside::Bent(Hand::Right),
            side if side < -BENT => Aside::Bent(Hand::Left),
            _ => twisted,
        },
    }
}

/// What part of the trunk a cushion carries; a cushion to sit on belongs to the base position.
pub(super) fn cushioned(reading: &Reading<'_>, base: Base) -> Option<Cushioned> {
    let on = |part| reading.on(part) == Some(RoomObject::Cushion);
    match (base, bearing(base)) {
        (Base::Sitting(_), _) => None,
        (Base::ShinInFront(front), _) => on(BodyPart::Pelvis).then_some(Cushioned::Hip(front)),
        (_, Bearing::OnFront) if on(BodyPart::Pelvis) => Some(Cushioned::Belly),
        (_, Bearing::OnBack) if on(BodyPart::Pelvis) => Some(Cushioned::Hips),
        _ => on(BodyPart::Chest).then_some(Cushioned::Chest),
    }
}

/// How the head is held, if it is worth a sentence.
pub(super) fn head(reading: &Reading<'_>, base: Base) -> Option<HeadShape> {
    if reading.forehead_on_hands() {
        return Some(HeadShape::OnHands);
    }
    let lies = matches!(base, Base::OnBack | Base::Bridge | Base::OnSide(_));
    match reading.on(BodyPart::Head) {
        // That is where anyone would expect it.
        Some(RoomObject::Floor) if lies => {}
        Some(thing) => return Some(HeadShape::On(thing)),
        None => {}
    }
    if let Some(shape) = head_aside(reading, lies) {
        return Some(shape);
    }
    if lies {
        return None;
    }
    if base == Base::OnHeels && reading.height(BodyPart::Head) < OFF_FLOOR {
        return Some(HeadShape::ForeheadDown);
    }
    if reading.head().up.y < -0.5 {
        return Some(HeadShape::Hangs);
    }
    match reading.nod().forward {
        bend if bend > DROPPED => Some(HeadShape::ChinDown),
        bend if bend < RAISED => Some(HeadShape::Lifted),
        _ => None,
    }
}

/// How the head is turned or tilted to a side; in someone who is lying it tilts by itself.
fn head_aside(reading: &Reading<'_>, lies: bool) -> Option<HeadShape> {
    let nod = reading.nod();
    let to = |left: bool| if left { Hand::Left } else { Hand::Right };
    if nod.twist.abs() > TURNED {
        Some(HeadShape::Turned(to(nod.twist > 0.0)))
    } else if nod.side.abs() > LEANING && !lies {
        Some(HeadShape::Tilted(to(nod.side < 0.0)))
    } else {
        None
    }
}
