//! The kinds of records stored on the device.

/// A kind of stored record, as a person knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordKind {
    /// The settings.
    Settings,
    /// What the person said about themselves.
    Person,
    /// A check-in.
    CheckIn,
    /// Answers about warning signs.
    Screening,
    /// A session under way.
    UnderWay,
    /// A session that is over.
    Session,
    /// One of the person's own routines.
    Own,
}
