//! The trunk and the head.

use super::base::{Bearing, bearing};
use super::fact::{Aside, Base, Cushioned, Fact, HeadShape, Lean, RoomObject, Spine};
use super::reading::Reading;
use crate::figure::part::{BodyPart, Hand};

/// Less is not seen as a tilt; in degrees, as all angles here.
const TILTED: f64 = 11.0;
/// From here on the trunk is nearer to level than to upright.
const FAR: f64 = 38.0;
/// About level: the back makes a table.
const LEVEL: f64 = 72.0;
/// The head is clearly lower than the hips.
const DOWN: f64 = 108.0;
/// Leaning back is felt sooner than leaning forward.
const BACK: f64 = -9.0;
/// The curves of someone who stands straight add up to about 6; less than this is still straight.
const ROUNDED: f64 = 32.0;
/// Likewise for a hollow back.
const ARCHED: f64 = -14.0;
/// On the back the pelvis rolls little: the lowest joint alone shows it.
const FLATTENED: f64 = 8.0;
/// Likewise the other way.
const HOLLOWED: f64 = -6.0;
/// Bent to a side so far that it is done on purpose.
const BENT: f64 = 15.0;
/// Twisted likewise.
const TWISTED: f64 = 18.0;
/// On a side, a chest that is turned up so far has left the line of the hips.
const OPENED: f64 = 25.0;
/// A chin that is lowered so far is dropped; a pillow lifts the head by less.
const DROPPED: f64 = 26.0;
/// A head that leans back so far looks up.
const RAISED: f64 = -17.0;
/// A head turned or tilted so far is turned on purpose.
const TURNED: f64 = 18.0;
/// Likewise tilted.
const LEANING: f64 = 14.0;
/// On hands and knees: shoulders so much lower than the hips.
const SINKS: f64 = -0.45;
/// On the front: a chest that rises so steeply is propped up.
const RISES: f64 = 0.15;
/// On the back: a head so high above the floor is lifted from it; in hundredths of the height.
const OFF_FLOOR: f64 = 3.0;
/// More than this part of a curve lies in its lowest joint: only the lower back is curved.
const LOW: f64 = 0.6;
/// Less: only the upper back.
const HIGH: f64 = 0.25;

/// The tilt that needs no words in a base position.
pub(super) fn usual_lean(base: Base) -> Option<Lean> {
    (bearing(base) == Bearing::Upright).then_some(Lean::Upright)
}

/// What there is to say of the trunk.
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
        // The arch is what lifts the chest: it goes without saying.
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
        // On the back it is the legs that turn: they are told of.
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

/// What of the trunk a cushion carries; a cushion to sit on belongs to the base position.
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

/// How the head is held, where it is worth a sentence.
pub(super) fn head(reading: &Reading<'_>, base: Base) -> Option<HeadShape> {
    if reading.forehead_on_hands() {
        return Some(HeadShape::OnHands);
    }
    let lies = matches!(base, Base::OnBack | Base::Bridge | Base::OnSide(_));
    match reading.on(BodyPart::Head) {
        // Nobody would look for it elsewhere.
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

/// A head that is turned or tilted to a side; lying, it tilts by itself.
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
