//! The safety net under every call from the browser, or to it.
//!
//! An exception that passes through the program ends no borrow and no loop on its way: what was borrowed stays
//! borrowed, and whatever was busy stays busy. Adapters therefore call by name whatever may throw, and catch it at
//! once. This net is for what nobody thought of: each catch costs a little of the program's own stack, so nothing may
//! rely on it.

use std::cell::Cell;
use std::fmt;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Function};
use wasm_bindgen::{JsCast, JsValue};

use super::reflect::{get, string};
use super::window;

thread_local! {
    static BROKEN: Cell<bool> = const { Cell::new(false) };
}

/// Something the browser threw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thrown(pub String);

impl fmt::Display for Thrown {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

/// Runs `go`, and catches whatever the browser throws meanwhile. Once the program has broken, nothing runs.
///
/// # Errors
/// Returns what was thrown, as text. It is logged to the browser's console, too.
pub fn caught(go: impl FnOnce()) -> Result<(), Thrown> {
    let mut go = Some(go);
    run(&mut || {
        if let Some(go) = go.take() {
            go();
        }
    })
}

/// Runs `go`. Not generic, so that it isn't compiled once for each closure.
fn run(go: &mut dyn FnMut()) -> Result<(), Thrown> {
    if is_broken() {
        return Err(Thrown(String::new()));
    }
    let once: Array = Array::of1(&JsValue::UNDEFINED);
    let outcome = once.try_for_each(&mut |_, _| {
        go();
        Ok(())
    });
    outcome.map_err(|thrown| {
        if is_broken() {
            // The program broke in there, and must not carry on as if it had not.
            wasm_bindgen::throw_val(thrown);
        }
        tell(&thrown);
        Thrown(words_of(&thrown))
    })
}

/// Runs `go` after this many milliseconds, unless the returned timeout is dropped first.
pub fn after(millis: u32, go: impl FnOnce() + 'static) -> Timeout {
    later(millis, Box::new(go))
}

fn later(millis: u32, go: Box<dyn FnOnce()>) -> Timeout {
    Timeout::new(millis, move || {
        let _ = caught(go);
    })
}

/// Notes that the program broke, so that nothing goes through the net from now on.
pub(super) fn broke() {
    BROKEN.set(true);
}

fn is_broken() -> bool {
    BROKEN.get()
}

/// The words in which something thrown describes itself.
fn words_of(thrown: &JsValue) -> String {
    let said = string(thrown, "message").or_else(|| thrown.as_string());
    let name = string(thrown, "name");
    match (name, said) {
        (Some(name), Some(said)) => format!("{name}: {said}"),
        (Some(words), None) | (None, Some(words)) => words,
        (None, None) => String::new(),
    }
}

/// Logs what was thrown, for whoever looks into the fault.
fn tell(thrown: &JsValue) {
    let error = get(&window(), "console").and_then(|it| get(&it, "error"));
    if let Some(error) = error.and_then(|it| it.dyn_into::<Function>().ok()) {
        let _ = error.call1(&JsValue::UNDEFINED, thrown);
    }
}
