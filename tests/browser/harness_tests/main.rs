//! Tests of the harness itself, on small pages: that it sees what is there, and fails when it should.

#![expect(
    clippy::unwrap_used,
    reason = "a story that cannot be told is a failed test"
)]

mod ending;
mod engines;
mod faults;
mod hands_and_eyes;
mod heard;
mod pages;
mod watching;

use pages::site;
