//! Where a posture is felt.

/// A part of the body in which a posture should be felt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BodyRegion {
    /// The lower back.
    LowBack,
    /// Between and below the shoulder blades.
    MidBack,
    /// The whole spine.
    Spine,
    /// The side of the trunk.
    Waist,
    /// The belly.
    Belly,
    /// The chest.
    Chest,
    /// Buttock and outer hip.
    Buttock,
    /// The front of the hip.
    FrontHip,
    /// The inside of the thigh.
    InnerThigh,
    /// The thighs.
    Thighs,
    /// The back of the thigh.
    BackThigh,
    /// The calf.
    Calf,
    /// The legs.
    Legs,
    /// The whole back of the body.
    BackOfBody,
    /// The whole body.
    WholeBody,
}

impl BodyRegion {
    /// Every part, from the back outwards.
    pub const ALL: [Self; 15] = [
        Self::LowBack,
        Self::MidBack,
        Self::Spine,
        Self::BackOfBody,
        Self::Waist,
        Self::Belly,
        Self::Chest,
        Self::Buttock,
        Self::FrontHip,
        Self::BackThigh,
        Self::InnerThigh,
        Self::Thighs,
        Self::Calf,
        Self::Legs,
        Self::WholeBody,
    ];
}
