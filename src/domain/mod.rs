//! The vocabulary and the rules: postures, routines, timelines, cues, sessions, pain.
//!
//! No clock, no randomness, no storage, no DOM, no serialisation, and no words of any language: moments and words are
//! passed in, effects are returned as data.

pub mod appearance;
pub mod body;
pub mod catalogue;
pub mod collections;
pub mod compile;
pub mod cue;
pub mod decimal;
pub mod dose;
pub mod episode;
pub mod history;

pub mod now_playing;
pub mod own;
pub mod pain;
pub mod person;
pub mod phrasing;
pub mod place;
pub mod plan;
pub mod planner;
pub mod posture;
pub mod proposing;
pub mod reckoning;
pub mod routine;
pub mod screening;
pub mod session;
pub mod suiting;
pub mod time;
pub mod timeline;
