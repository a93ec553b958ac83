//! The net under every call that comes from the browser, or goes to it.
//!
//! An exception that goes through the program ends no borrow and no loop that it goes through: what was borrowed
//! stays borrowed, whoever was busy stays busy. Each adapter therefore calls what may throw by its name, where it is
//! caught at once. This net is for what nobody thought of; what is caught in it costs a little of the program's own
//! stack each time, and so is no way to do things.

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

/// Something that the browser threw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thrown(pub String);

impl fmt::Display for Thrown {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

/// Does something, whatever the browser throws meanwhile. Once the program broke, nothing is done any more.
///
/// # Errors
/// What was thrown, as a text. It stands in the browser's console, too.
pub fn caught(go: impl FnOnce()) -> Result<(), Thrown> {
    let mut go = Some(go);
    run(&mut || {
        if let Some(go) = go.take() {
            go();
        }
    })
}

/// Of one kind, where there would be one for each thing to do.
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
            // The program broke in there, and must not go on as if it had not.
            wasm_bindgen::throw_val(thrown);
        }
        tell(&thrown);
        Thrown(words_of(&thrown))
    })
}

/// Does something after so many milliseconds, unless what this returns is dropped before.
pub fn after(millis: u32, go: impl FnOnce() + 'static) -> Timeout {
    later(millis, Box::new(go))
}

fn later(millis: u32, go: Box<dyn FnOnce()>) -> Timeout {
    Timeout::new(millis, move || {
        let _ = caught(go);
    })
}

/// The program broke: nothing is done any more by what goes through the net.
pub(super) fn broke() {
    BROKEN.set(true);
}

fn is_broken() -> bool {
    BROKEN.get()
}

/// What a thing that was thrown says of itself.
fn words_of(thrown: &JsValue) -> String {
    let said = string(thrown, "message").or_else(|| thrown.as_string());
    let name = string(thrown, "name");
    match (name, said) {
        (Some(name), Some(said)) => format!("{name}: {said}"),
        (Some(words), None) | (None, Some(words)) => words,
        (None, None) => String::new(),
    }
}

/// For whoever looks for the fault.
fn tell(thrown: &JsValue) {
    let error = get(&window(), "console").and_then(|it| get(&it, "error"));
    if let Some(error) = error.and_then(|it| it.dyn_into::<Function>().ok()) {
        let _ = error.call1(&JsValue::UNDEFINED, thrown);
    }
}
