//! Where the person is, and what is at hand.

use super::collections::Set;

/// The position of the body, which determines how long it takes to get there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

/// Where a session can take place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Place {
    /// Anywhere, including the floor.
    #[default]
    Floor,
    /// Only on a chair.
    ChairOnly,
    /// Only on the feet.
    StandingOnly,
}

/// A piece of equipment that a posture may need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Equipment {
    /// A steady chair, or a sofa.
    Chair,
    /// A wall, a door frame, a table or a desk.
    Wall,
    /// A strap, a belt or a towel.
    Strap,
    /// A step, a stair or a low stool.
    Step,
}

/// A place, and what is at hand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Surroundings {
    /// The place.
    pub place: Place,
    /// What is at hand.
    pub things: Set<Equipment>,
}

/// How high the body is, which determines how hard it is to get up and down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Height {
    /// On the floor.
    Floor,
    /// On a chair.
    Chair,
    /// On the feet.
    Feet,
}

impl Place {
    /// Every place.
    pub const ALL: [Self; 3] = [Self::Floor, Self::ChairOnly, Self::StandingOnly];

    /// Whether the body can get into this position there.
    pub fn has(self, position: Position) -> bool {
        match self {
            Self::Floor => true,
            Self::ChairOnly => position.height() == Height::Chair,
            Self::StandingOnly => position.height() == Height::Feet,
        }
    }
}

impl Equipment {
    /// Every kind of equipment.
    pub const ALL: [Self; 4] = [Self::Chair, Self::Wall, Self::Strap, Self::Step];
}

impl Position {
    /// Whether the body is lying, whichever way up.
    pub const fn is_down(self) -> bool {
        matches!(self, Self::Lying | Self::Prone | Self::SideLying)
    }

    /// How high the body is.
    pub const fn height(self) -> Height {
        match self {
            Self::Lying | Self::Prone | Self::SideLying | Self::AllFours | Self::FloorSitting => {
                Height::Floor
            }
            Self::Chair => Height::Chair,
            Self::Standing | Self::Desk => Height::Feet,
        }
    }
}

impl Default for Surroundings {
    /// What most people have at home.
    fn default() -> Self {
        Self {
            place: Place::default(),
            things: Set::from([Equipment::Chair, Equipment::Wall]),
        }
    }
}

impl Surroundings {
    /// Whether this thing is at hand. Someone who can only sit on a chair has one.
    pub fn has(&self, thing: Equipment) -> bool {
        self.things.contains(&thing)
            || (thing == Equipment::Chair && self.place == Place::ChairOnly)
    }
}
