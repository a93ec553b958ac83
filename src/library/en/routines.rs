//! What the built-in routines are called, and what they are for.

/// The words of a routine.
pub(in crate::library) struct RoutineWords {
    /// What it is called.
    pub(in crate::library) title: &'static str,
    /// What it is for.
    pub(in crate::library) purpose: &'static str,
}

pub(in crate::library) const IN_SPASM: RoutineWords = RoutineWords {
    title: "In spasm, right now",
    purpose: "Lying down with the calves raised takes the load off the lower back. Nothing is stretched while it guards itself. Staying a while often helps it let go.",
};

pub(in crate::library) const FOUR_POSTURES: RoutineWords = RoutineWords {
    title: "The four postures",
    purpose: "Load off first, then the hips, then the whole back of the body. Gentle movement comes last, so that the spine finds its middle again.",
};
