//! What is heard, in a real browser with a real voice.
//!
//! A test of its own, so that it runs alone: a busy machine leaves holes in the recording.

mod short;
mod sound;
