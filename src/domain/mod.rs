//! The vocabulary and the rules: postures, routines, timelines, cues, sessions, pain.
//!
//! No clock, no randomness, no storage, no DOM, no serialisation, and no words of any language:
//! moments and words are handed in, effects are handed back as data.

pub mod compile;
pub mod cue;
pub mod dose;
pub mod history;
pub mod looks;
pub mod pain;
pub mod phrasing;
pub mod plan;
pub mod planner;
pub mod posture;
pub mod routine;
pub mod session;
pub mod settings;
pub mod time;
pub mod timeline;
