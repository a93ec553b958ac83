//! The forms in which things come to Limber and leave it again, to be read by people and by other devices.

pub mod link;
pub mod other;
pub mod routine;
