//! The first screen, which stands in the document: it is there before the program, and gives way to it.
//!
//! A script in `index.html` notes on the document's root what is done with it until then.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::page::once_painted;
use super::reflect::{call, is_truthy};
use super::{document, window};

const ID: &str = "waiting";
/// A browser that has not told of its first paint after so many frames does not tell of it.
const FRAMES_TO_PAINT: u8 = 7;
/// What is pressed for longer than so many frames, a second, is held and not tapped.
const FRAMES_OF_A_TAP: u8 = 60;

/// What a person did with the first screen while it stood there without a program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beforehand {
    /// The answer that they tapped, by its id in the document.
    pub answered: Option<String>,
    /// What has the focus, as a selector that finds its like on the program's own first screen.
    pub focused: Option<String>,
}

/// Does something once the first screen may give way: it was seen to be painted, since what is removed sooner counts as
/// never painted, and nobody is pressing what is on it, since what is removed from under a finger is not pressed. At
/// once where it is not shown, or nobody sees the page.
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

/// Whether the browser has noted when the first words or pictures were painted.
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

/// What the script in the document noted by this name.
fn noted(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}
