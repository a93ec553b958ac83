//! "What works on this device": what is known so far, and what can happen there.

use crate::device::ClipboardError;
use crate::device::checkup::{Finding, Findings, Part};
use crate::domain::few::Set;
use crate::domain::time::Moment;

/// What is known of the device.
#[derive(Debug, Clone, Default)]
pub struct Checkup {
    /// What was found.
    pub findings: Findings,
    /// What is being tried just now.
    pub trying: Set<Part>,
    /// When the voice counts as one that never ends; nothing when it is not being tried.
    pub over_by: Option<Moment>,
    /// What the person tried last, to be told once it is known what came of it.
    pub tried: Option<Part>,
    /// Whether the report was copied; nothing before it was asked for.
    pub copied: Option<Result<(), ClipboardError>>,
}

/// Something that happened at "What works on this device".
#[derive(Debug, Clone, PartialEq)]
pub enum CheckupEvent {
    /// The person put a part to the test.
    TestPressed(Part),
    /// The person wants everything to be looked at again.
    LookAgainPressed,
    /// A trial found this.
    Examined(Finding),
    /// The person heard or felt it, or did not.
    Noticed(Part, bool),
    /// The person wants the report.
    CopyPressed,
    /// The report was copied, or not.
    Copied(Result<(), ClipboardError>),
}
