//! Limber: a player for back-pain routines that runs wholly in the browser.

pub mod domain;

pub mod library;
pub mod text;
