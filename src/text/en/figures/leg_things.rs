//! The words for legs on things.

use crate::figure::describe::fact::Thing;

pub(super) const fn both_calves_on(thing: Thing) -> &'static str {
    match thing {
        Thing::Chair => "Both calves rest on a chair.",
        Thing::Step => "Both calves rest on a step, the knees bent.",
        Thing::Desk => "Both calves rest on a desk.",
        Thing::Cushion => "Both lower legs rest on a cushion.",
        Thing::Floor => "Both lower legs rest on the floor.",
        Thing::Wall => "Both lower legs are against a wall.",
        Thing::Strap => "Both lower legs are held by a strap.",
    }
}

pub(super) const fn calf_on(thing: Thing) -> &'static str {
    match thing {
        Thing::Chair => "The [left|right] calf rests on a chair.",
        Thing::Step => "The [left|right] calf rests on a step.",
        Thing::Desk => "The [left|right] calf rests on a desk.",
        Thing::Cushion => "The [left|right] lower leg rests on a cushion.",
        Thing::Floor => "The [left|right] lower leg rests on the floor.",
        Thing::Wall => "The [left|right] lower leg is against a wall.",
        Thing::Strap => "The [left|right] lower leg is held by a strap.",
    }
}

pub(super) const fn both_feet_on(thing: Thing) -> &'static str {
    match thing {
        Thing::Chair => "Both feet are on a chair.",
        Thing::Step => "Both feet are on a step.",
        Thing::Desk => "Both feet are on a desk.",
        Thing::Cushion => "Both feet are on a cushion.",
        Thing::Floor => "Both feet are on the floor.",
        Thing::Wall => "The knees are bent, both feet flat against a wall.",
        Thing::Strap => "Both feet are held by a strap.",
    }
}

pub(super) const fn foot_on(thing: Thing) -> &'static str {
    match thing {
        Thing::Chair => "The [left|right] foot is on a chair.",
        Thing::Step => "The [left|right] foot is on a step.",
        Thing::Desk => "The [left|right] foot is on a desk.",
        Thing::Cushion => "The [left|right] foot is on a cushion.",
        Thing::Floor => "The [left|right] foot is on the floor.",
        Thing::Wall => "The [left|right] foot is flat against a wall, the knee bent.",
        Thing::Strap => "The [left|right] foot is held by a strap.",
    }
}

pub(super) const fn both_heels_on(thing: Thing) -> &'static str {
    match thing {
        Thing::Chair => "Both legs are straight, the heels on a chair.",
        Thing::Step => "Both legs are straight, the heels on a step.",
        Thing::Desk => "Both legs are straight, the heels on a desk.",
        Thing::Cushion => "Both legs are straight, the heels on a cushion.",
        Thing::Floor => "Both legs are straight, the heels on the floor.",
        Thing::Wall => "Both legs are straight, the heels against a wall.",
        Thing::Strap => "Both legs are straight, held by a strap.",
    }
}

pub(super) const fn heel_on(thing: Thing) -> &'static str {
    match thing {
        Thing::Chair => "The [left|right] leg is straight, its heel on a chair in front.",
        Thing::Step => "The [left|right] leg is straight, its heel on a step in front.",
        Thing::Desk => "The [left|right] leg is straight, its heel on a desk in front.",
        Thing::Cushion => "The [left|right] leg is straight, its heel on a cushion.",
        Thing::Floor => "The [left|right] leg is straight, its heel on the floor.",
        Thing::Wall => "The [left|right] leg is straight, its heel against a wall.",
        Thing::Strap => "The [left|right] leg is straight, held by a strap around the foot.",
    }
}
