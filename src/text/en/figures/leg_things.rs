//! The words for legs on things.

use crate::figure::describe::fact::RoomObject;

pub(super) const fn both_calves_on(thing: RoomObject) -> &'static str {
    match thing {
        RoomObject::Chair => "Both calves rest on a chair.",
        RoomObject::Step => "Both calves rest on a step, the knees bent.",
        RoomObject::Desk => "Both calves rest on a desk.",
        RoomObject::Cushion => "Both lower legs rest on a cushion.",
        RoomObject::Floor => "Both lower legs rest on the floor.",
        RoomObject::Wall => "Both lower legs are against a wall.",
        RoomObject::Strap => "Both lower legs are held by a strap.",
    }
}

pub(super) const fn calf_on(thing: RoomObject) -> &'static str {
    match thing {
        RoomObject::Chair => "The [left|right] calf rests on a chair.",
        RoomObject::Step => "The [left|right] calf rests on a step.",
        RoomObject::Desk => "The [left|right] calf rests on a desk.",
        RoomObject::Cushion => "The [left|right] lower leg rests on a cushion.",
        RoomObject::Floor => "The [left|right] lower leg rests on the floor.",
        RoomObject::Wall => "The [left|right] lower leg is against a wall.",
        RoomObject::Strap => "The [left|right] lower leg is held by a strap.",
    }
}

pub(super) const fn both_feet_on(thing: RoomObject) -> &'static str {
    match thing {
        RoomObject::Chair => "Both feet are on a chair.",
        RoomObject::Step => "Both feet are on a step.",
        RoomObject::Desk => "Both feet are on a desk.",
        RoomObject::Cushion => "Both feet are on a cushion.",
        RoomObject::Floor => "Both feet are on the floor.",
        RoomObject::Wall => "The knees are bent, both feet flat against a wall.",
        RoomObject::Strap => "Both feet are held by a strap.",
    }
}

pub(super) const fn foot_on(thing: RoomObject) -> &'static str {
    match thing {
        RoomObject::Chair => "The [left|right] foot is on a chair.",
        RoomObject::Step => "The [left|right] foot is on a step.",
        RoomObject::Desk => "The [left|right] foot is on a desk.",
        RoomObject::Cushion => "The [left|right] foot is on a cushion.",
        RoomObject::Floor => "The [left|right] foot is on the floor.",
        RoomObject::Wall => "The [left|right] foot is flat against a wall, the knee bent.",
        RoomObject::Strap => "The [left|right] foot is held by a strap.",
    }
}

pub(super) const fn both_heels_on(thing: RoomObject) -> &'static str {
    match thing {
        RoomObject::Chair => "Both legs are straight, the heels on a chair.",
        RoomObject::Step => "Both legs are straight, the heels on a step.",
        RoomObject::Desk => "Both legs are straight, the heels on a desk.",
        RoomObject::Cushion => "Both legs are straight, the heels on a cushion.",
        RoomObject::Floor => "Both legs are straight, the heels on the floor.",
        RoomObject::Wall => "Both legs are straight, the heels against a wall.",
        RoomObject::Strap => "Both legs are straight, held by a strap.",
    }
}

pub(super) const fn heel_on(thing: RoomObject) -> &'static str {
    match thing {
        RoomObject::Chair => "The [left|right] leg is straight, its heel on a chair in front.",
        RoomObject::Step => "The [left|right] leg is straight, its heel on a step in front.",
        RoomObject::Desk => "The [left|right] leg is straight, its heel on a desk in front.",
        RoomObject::Cushion => "The [left|right] leg is straight, its heel on a cushion.",
        RoomObject::Floor => "The [left|right] leg is straight, its heel on the floor.",
        RoomObject::Wall => "The [left|right] leg is straight, its heel against a wall.",
        RoomObject::Strap => "The [left|right] leg is straight, held by a strap around the foot.",
    }
}
