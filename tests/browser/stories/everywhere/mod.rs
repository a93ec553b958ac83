//! Stories that run in every engine.

mod brief;
mod coming_back;
mod journey;
mod keeping;
mod keyboard;
mod offline;
mod renewing;
mod voices;
