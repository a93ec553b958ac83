//! Facts and sides: swapped for the mirror image, and merged where both sides are alike.

use super::fact::{Aside, Base, Cushioned, Fact, HeadShape, Which};
use super::limbs::{ArmShape, LegShape, LimbOwner};
use crate::figure::part::Hand;

impl Fact {
    /// The same fact with left and right swapped.
    pub(super) fn mirrored(self) -> Self {
        match self {
            Self::Base(base) => Self::Base(base.mirrored()),
            Self::Lean(_) | Self::Spine(_) => self,
            Self::Aside(aside) => Self::Aside(aside.mirrored()),
            Self::Cushion(under) => Self::Cushion(under.mirrored()),
            Self::Legs(which, shape) => Self::Legs(which.mirrored(), shape.mirrored()),
            Self::Arms(which, shape) => {
                Self::Arms(which.mirrored(), shape.about(LimbOwner::mirrored))
            }
            Self::Head(shape) => Self::Head(shape.mirrored()),
        }
    }

    /// The fact about both limbs that says the same as these about the right and the left one; `None` if they are not
    /// alike.
    pub(super) fn of_both(right: Self, left: Self) -> Option<Self> {
        let (of_right, of_left) = (Which::One(Hand::Right), Which::One(Hand::Left));
        match (right, left) {
            (Self::Legs(first, one), Self::Legs(second, other))
                if (first, second) == (of_right, of_left) && one == other =>
            {
                Some(Self::Legs(Which::Both, one))
            }
            (Self::Arms(first, one), Self::Arms(second, other))
                if (first, second) == (of_right, of_left) =>
            {
                ArmShape::of_both(one, other).map(|shape| Self::Arms(Which::Both, shape))
            }
            _ => None,
        }
    }

    /// The same fact, split limb by limb.
    pub(super) fn singly(self) -> Vec<Self> {
        match self {
            Self::Legs(Which::Both, shape) => Hand::BOTH
                .map(|hand| Self::Legs(Which::One(hand), shape))
                .to_vec(),
            Self::Arms(Which::Both, shape) => Hand::BOTH
                .map(|hand| {
                    let shape = shape.about(|owner| owner.of_one(hand));
                    Self::Arms(Which::One(hand), shape)
                })
                .to_vec(),
            Self::Base(_)
            | Self::Lean(_)
            | Self::Spine(_)
            | Self::Aside(_)
            | Self::Cushion(_)
            | Self::Legs(Which::One(_), _)
            | Self::Arms(Which::One(_), _)
            | Self::Head(_) => vec![self],
        }
    }
}

impl Which {
    const fn mirrored(self) -> Self {
        match self {
            Self::Both => self,
            Self::One(hand) => Self::One(hand.other()),
        }
    }
}

impl Base {
    const fn mirrored(self) -> Self {
        match self {
            Self::StandingOn(hand) => Self::StandingOn(hand.other()),
            Self::HalfKneeling(hand) => Self::HalfKneeling(hand.other()),
            Self::ShinInFront(hand) => Self::ShinInFront(hand.other()),
            Self::OnSide(hand) => Self::OnSide(hand.other()),
            Self::SidePlank { side, on, knees } => Self::SidePlank {
                side: side.other(),
                on,
                knees,
            },
            Self::Standing
            | Self::Sitting(_)
            | Self::OnHeels
            | Self::Kneeling
            | Self::HandsAndKnees
            | Self::ForearmsAndKnees
            | Self::HandsAndFeet
            | Self::Plank
            | Self::OnBack
            | Self::Bridge
            | Self::OnFront => self,
        }
    }
}

impl Aside {
    const fn mirrored(self) -> Self {
        match self {
            Self::Not | Self::Opened => self,
            Self::Bent(hand) => Self::Bent(hand.other()),
            Self::Twisted(hand) => Self::Twisted(hand.other()),
        }
    }
}

impl Cushioned {
    const fn mirrored(self) -> Self {
        match self {
            Self::Hip(hand) => Self::Hip(hand.other()),
            Self::Hips | Self::Belly | Self::Chest => self,
        }
    }
}

impl LegShape {
    const fn mirrored(self) -> Self {
        if let Self::LoweredTo(hand) = self {
            Self::LoweredTo(hand.other())
        } else if let Self::RockedTo(hand) = self {
            Self::RockedTo(hand.other())
        } else {
            self
        }
    }
}

impl HeadShape {
    const fn mirrored(self) -> Self {
        match self {
            Self::Turned(hand) => Self::Turned(hand.other()),
            Self::Tilted(hand) => Self::Tilted(hand.other()),
            Self::Straight
            | Self::On(_)
            | Self::OnHands
            | Self::ForeheadDown
            | Self::Hangs
            | Self::ChinDown
            | Self::Lifted => self,
        }
    }
}

impl LimbOwner {
    const fn mirrored(self) -> Self {
        match self {
            Self::Side(side) => Self::Side(side.other()),
            Self::Own | Self::Other => self,
        }
    }

    /// The same, as seen from one of the hands.
    fn from(self, hand: Hand) -> Self {
        match self {
            Self::Side(side) if side == hand => Self::Own,
            Self::Side(_) => Self::Other,
            Self::Own | Self::Other => self,
        }
    }

    /// The side that this means for one of the hands.
    const fn of_one(self, hand: Hand) -> Self {
        match self {
            Self::Own => Self::Side(hand),
            Self::Other => Self::Side(hand.other()),
            Self::Side(_) => self,
        }
    }
}

impl ArmShape {
    /// The same shape, with `otherwise` applied to the side of the limb that the hand is on, if any.
    fn about(self, otherwise: impl FnOnce(LimbOwner) -> LimbOwner) -> Self {
        if let Self::OnLimb { spot, owner, holds } = self {
            let owner = otherwise(owner);
            Self::OnLimb { spot, owner, holds }
        } else {
            self
        }
    }

    fn of_both(right: Self, left: Self) -> Option<Self> {
        let (one, other) = (
            right.about(|owner| owner.from(Hand::Right)),
            left.about(|owner| owner.from(Hand::Left)),
        );
        if right == left {
            Some(right)
        } else {
            (one == other).then_some(one)
        }
    }
}
