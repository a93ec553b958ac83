//! The first screen in the document, which is there before the program and gives way to it.
//!
//! Until then, a script in `index.html` notes on the root element what the user does with it.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::page::once_painted;
use super::reflect::{call, is_truthy};
use super::{document, window};

const ID: &str = "waiting";
/// How many frames to wait for the browser to report its first paint.
const FRAMES_TO_PAINT: u8 = 7;
/// How many frames, about a second, a press may last before it counts as held rather than tapped.
const FRAMES_OF_A_TAP: u8 = 60;

/// What the user did with the first screen before the program was there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beforehand {
    /// The answer they tapped, by its id in the document.
    pub answered: Option<String>,
    /// A selector for the focused element, which finds its counterpart on the program's own first screen.
    pub focused: Option<String>,
}

/// Runs `go` once the first screen may give way.
///
/// It must have been seen to be painted, since what is removed sooner counts as never painted, and nobody may be
/// pressing anything on it, since what vanishes from under a finger isn't pressed. If it isn't shown, or nobody sees
/// the page, `go` runs at once.
pub fn once_it_may_give_way(go: impl FnOnce() + 'static) {
    let first = document().get_element_by_id(ID);
    let first = first.and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if first.is_some_and(|it| it.offset_height() > 0) {
        wait(0, Box::new(go));
    } else {
        go();
    }
}

fn wait(frames: u8, go: Box<dyn FnOnce()>) {
    let painted = is_first_paint_known() || frames >= FRAMES_TO_PAINT;
    let released = noted("data-pressed").is_none() || frames >= FRAMES_OF_A_TAP;
    if painted && released {
        go();
    } else {
        once_painted(move || wait(frames + 1, go));
    }
}

/// Whether the browser has recorded its first paint of words or pictures.
fn is_first_paint_known() -> bool {
    let Some(performance) = window().performance() else {
        return false;
    };
    let named = Array::of1(&"first-contentful-paint".into());
    let entries = call(&performance, "getEntriesByName", &named).unwrap_or_default();
    is_truthy(&entries, "length")
}

/// Removes the first screen, to make room for the program's own.
pub fn give_way() -> Beforehand {
    let focused = document().active_element().and_then(|element| {
        let named = |name| Some(format!("[{name}='{}']", element.get_attribute(name)?));
        named("data-answer").or_else(|| named("href"))
    });
    if let Some(first) = document().get_element_by_id(ID) {
        first.remove();
    }
    let answered = noted("data-answered");
    Beforehand { answered, focused }
}

/// The value that the script in the document noted under this name.
fn noted(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}
