//! The product's behaviour, tested on the host: pure modules by properties and tables, whole sessions by transcripts,
//! the app on a simulated device. All in one binary, so that it is linked once rather than forty times.
//!
//! What happens in a real browser is tested by `browser`, a package of its own.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "what is not there is a failed test"
)]
#![expect(
    clippy::too_many_lines,
    reason = "a test is a table of cases, or one story"
)]

// Shared by the tests below.
mod deeds;
mod device;
mod happenings;
mod kinds;
mod listener;
mod people;
mod plans;
mod source;
mod taken;
mod uses;

mod any_events;
mod app;
mod as_people_write;
mod bad_records;
mod body_properties;
mod descriptions;
mod device_check;
mod drawings;
mod faults;
mod figures;
mod first_screen;
mod full;
mod gate;
mod harm_heeded;
mod in_a_message;
mod interruption_properties;
mod keys;
mod laid_out;
mod library;
mod lock_screen;
mod misnamed;
mod misread;
mod moving;
mod not_read;
mod notation;
mod outside;
mod passing_on;
mod proposing;
mod readable;
mod records;
mod recovered;
mod reopening_properties;
mod routine_properties;
mod session_body;
mod session_harm;
mod session_length;
mod session_properties;
mod session_record;
mod session_transcript;
mod session_voice;
mod store_properties;
mod suiting;
mod taking_in;
mod tampering_properties;
mod tidy;
mod two_tabs;
mod verdicts;
mod voice_again;
mod words;
