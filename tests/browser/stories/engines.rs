//! What works in every engine: in Chromium, in Firefox and in `WebKitGTK`.
//!
//! A test of its own, so that one can run it alone, and one engine of it by its name.

mod everywhere;
mod holding;
mod questions;
mod short;
