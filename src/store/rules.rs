//! What holds for every record of a kind, whatever is in it.

/// How the records of a kind are named, and what becomes of them.
#[derive(Debug, PartialEq, Eq)]
pub struct Rules {
    /// The first part of its keys, after [`PREFIX`](super::PREFIX). It never changes once released.
    pub name: &'static str,
    /// Which of its records are read when the page opens.
    pub at_start: AtStart,
    /// Whether several tabs write to the same key. A write to it overwrites only what this tab knows to be there, and puts
    /// aside what another wrote.
    pub is_shared: bool,
    /// Whether the plan for today goes by it, and is made anew once it changes.
    pub is_heeded: bool,
    /// Whether a page that is open still goes by it once it was removed from storage, until it reads all of them again.
    pub outlives_removal: bool,
}

/// Which records of a kind are read when the page opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtStart {
    /// All of them.
    All,
    /// So many of the latest by their keys; the rest are only counted.
    Latest(usize),
    /// None.
    None,
}

/// Records that could not be read: they are counted, and part of every export.
pub(super) const QUARANTINE: Rules = Rules {
    name: "aside",
    at_start: AtStart::None,
    is_shared: false,
    is_heeded: false,
    outlives_removal: false,
};
