//! What the kinds of things are that are kept on the device.

/// A kind of thing that is kept, as a person knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordKind {
    /// What was set.
    Settings,
    /// What the person said of themselves.
    Person,
    /// A check-in.
    CheckIn,
    /// Answers about warning signs.
    Screening,
    /// A session under way.
    UnderWay,
    /// A session that is over.
    Session,
    /// A routine of one's own.
    Own,
}
