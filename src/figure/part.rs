//! The parts of a body, by name.

/// A side of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// The right: nearer the viewer when the body faces right.
    Right,
    /// The left.
    Left,
}

/// An arm or a leg.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limb {
    /// An arm.
    Arm(Hand),
    /// A leg.
    Leg(Hand),
}

/// A part of the body that can rest on something, or be touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyPart {
    /// The pelvis: buttocks and hips.
    Pelvis,
    /// The trunk above the waist.
    Chest,
    /// The head.
    Head,
    /// A thigh.
    Thigh(Hand),
    /// A lower leg, from the knee to the ankle.
    Shin(Hand),
    /// A foot.
    Foot(Hand),
    /// An upper arm.
    UpperArm(Hand),
    /// A forearm, from the elbow to the wrist.
    Forearm(Hand),
    /// A hand.
    Palm(Hand),
}

impl Hand {
    /// Both sides, the right one first.
    pub const BOTH: [Self; 2] = [Self::Right, Self::Left];

    /// The index in a pair.
    pub const fn index(self) -> usize {
        match self {
            Self::Right => 0,
            Self::Left => 1,
        }
    }

    /// 1 for the right, -1 for the left.
    pub const fn sign(self) -> f64 {
        match self {
            Self::Right => 1.0,
            Self::Left => -1.0,
        }
    }

    /// The other side.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Right => Self::Left,
            Self::Left => Self::Right,
        }
    }
}

impl Limb {
    /// The side that it is on.
    pub const fn hand(self) -> Hand {
        match self {
            Self::Arm(hand) | Self::Leg(hand) => hand,
        }
    }

    /// The parts of the limb, from the trunk to its end.
    pub const fn parts(self) -> [BodyPart; 3] {
        match self {
            Self::Arm(hand) => [
                BodyPart::UpperArm(hand),
                BodyPart::Forearm(hand),
                BodyPart::Palm(hand),
            ],
            Self::Leg(hand) => [
                BodyPart::Thigh(hand),
                BodyPart::Shin(hand),
                BodyPart::Foot(hand),
            ],
        }
    }

    /// The part at the end of the limb.
    pub const fn end(self) -> BodyPart {
        let [_, _, end] = self.parts();
        end
    }
}

impl BodyPart {
    /// The side that it is on; `None` for a part that there is only one of.
    pub const fn hand(self) -> Option<Hand> {
        match self {
            Self::Pelvis | Self::Chest | Self::Head => None,
            Self::Thigh(hand)
            | Self::Shin(hand)
            | Self::Foot(hand)
            | Self::UpperArm(hand)
            | Self::Forearm(hand)
            | Self::Palm(hand) => Some(hand),
        }
    }

    /// The same part on the other side of the body.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Pelvis | Self::Chest | Self::Head => self,
            Self::Thigh(hand) => Self::Thigh(hand.other()),
            Self::Shin(hand) => Self::Shin(hand.other()),
            Self::Foot(hand) => Self::Foot(hand.other()),
            Self::UpperArm(hand) => Self::UpperArm(hand.other()),
            Self::Forearm(hand) => Self::Forearm(hand.other()),
            Self::Palm(hand) => Self::Palm(hand.other()),
        }
    }
}
