//! Formats in which things enter and leave Limber, readable by people and by other devices.

pub mod link;
pub mod other;
pub mod routine;
