//! Each of these stories is told in every engine.

mod coming_back;
mod journey;
mod keeping;
mod keyboard;
mod offline;
mod renewing;
mod voices;
