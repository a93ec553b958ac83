//! Stories: what people do with Limber in a real browser, tested by what they see and hear.

#![expect(clippy::too_many_lines, reason = "a story is told in one go")]

mod beforehand;
mod choosing;
mod device_check;
mod everyone;
mod everywhere;
mod fault;
mod figures;
mod forced_colours;
mod heard;
mod hearing;
mod hidden;
mod holding;
mod installing;
mod interrupted;
mod keyboard;
mod lazy;
mod looks;
mod misbehaving;
mod offline;
mod one_button;
mod playing;
mod questions;
mod renewing;
mod returning;
mod room;
mod safety;
mod screen_and_vibration;
mod short;
mod speech;
mod storage;
mod stranded;
mod taken_back;
mod taking_in;
mod tour;
mod translated;
mod travelling;
mod two_tabs;
