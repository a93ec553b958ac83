//! What the document says while the program isn't running: why it isn't, and what to do then.
//!
//! `tests/first_screen.rs` writes it into `index.html`. None of it is in the program.

/// The problem, as a heading.
pub const NOT_STARTED: &str = "Limber could not start";

/// No script runs: it is switched off, or not understood.
pub const NO_SCRIPT: &str = "JavaScript is switched off here, or this browser is too old for Limber. Switch it on for this page, or open Limber in another browser.";

/// The browser does not let the program run.
pub const NO_WEBASSEMBLY: &str = "This browser does not let Limber’s program run: WebAssembly is switched off, or the browser is too old. Lockdown mode does that, and some workplaces do. Allow it for this page, or open Limber in another browser.";

/// A file of the program did not arrive.
pub const NOT_ARRIVED: &str = "A part of Limber did not arrive. Check the network, and whether a filter holds something back. Then try again. Opened once with a network, Limber needs none.";

/// The program crashed while it started.
pub const BROKE: &str = "Limber broke while it started. That is our mistake, not yours. Try again, or open Limber in another browser.";

/// What is stored is not lost.
pub const KEPT: &str = "What you did is kept on this device.";

/// The program is taking long to arrive.
pub const LATE: &str =
    "Limber is taking long to arrive. You can wait, or try again. “Get help” works without it.";

/// Above the numbers that call an ambulance, by region.
pub const DIAL: &str = "The emergency number where you are:";
