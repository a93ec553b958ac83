//! Limber: a player for back-pain routines that runs wholly in the browser.
//!
//! The modules, in reading order. ARCHITECTURE.md says which may use which.

/// A text of the library, by name, as it goes into the page: without its authors' comments. (`build.rs` writes it so,
/// and has a macro of the same name for the text as it was written.)
macro_rules! text {
    ($name:literal) => {
        (
            $name,
            include_str!(concat!(env!("OUT_DIR"), "/library/", $name)),
        )
    };
}

// The vocabulary and the rules: postures, routines, timelines, cues, sessions. Pure.
pub mod domain;

// What a device can offer and refuse. Pure.
pub mod device;

// A body in a pose, drawn from joint angles. Pure.
pub mod figure;

// The built-in postures and routines, as data. Pure.
pub mod library;

// Every word shown or spoken, by locale and key. Pure.
pub mod text;

// Versioned records of what is stored. Pure.
pub mod store;

// What people and other devices read: a routine as a text, an address that holds one. Pure.
pub mod format;

// Model, events, effects, update, and a view of each screen. Pure.
pub mod app;

// One adapter for each Web API.
#[cfg(target_arch = "wasm32")]
pub mod browser;

// Runs effects through `browser`, and turns their results into events.
#[cfg(target_arch = "wasm32")]
pub mod shell;

// Draws views, and reports what happened.
#[cfg(target_arch = "wasm32")]
pub mod ui;
