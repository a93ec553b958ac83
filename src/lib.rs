//! Limber: a player for back-pain routines that runs wholly in the browser.

pub mod device;
pub mod domain;

pub mod library;
pub mod store;
pub mod text;

pub mod app;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod shell;
#[cfg(target_arch = "wasm32")]
pub mod ui;
