//! Where the focus is, and where it goes when the focused element disappears.
//!
//! Browsers then give it to the whole page: keyboard users start again at the top, and screen reader users are lost.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::listener::Listener;
use super::{document, page, window};

/// Where the focus can go: the first match in the nearest surroundings that are left.
const HOMES: &str = "[data-home], h1, h2";

/// Remembers which element has the focus, for as long as it lives.
#[derive(Debug)]
pub struct Focus {
    /// The element that had it last, and those around it from the inside out.
    last: Rc<RefCell<Vec<HtmlElement>>>,
    _listener: Listener,
}

impl Default for Focus {
    fn default() -> Self {
        let last = Rc::new(RefCell::new(Vec::new()));
        let remembered = Rc::clone(&last);
        let listener = Listener::new(&document(), "focusin", move |event| {
            let focused = event.target().and_then(|it| it.dyn_into::<Element>().ok());
            *remembered.borrow_mut() = std::iter::successors(focused, |it| it.parent_element())
                .filter_map(|element| element.dyn_into::<HtmlElement>().ok())
                .collect();
        });
        Self {
            last,
            _listener: listener,
        }
    }
}

impl Focus {
    /// If the focused element is gone, moves the focus to the nearest heading or element marked as its home, without
    /// scrolling. If the user moved the focus away themselves, it stays away.
    pub fn keep(&self) {
        let home = {
            let last = self.last.borrow();
            let Some((had_it, around)) = last.split_first() else {
                return;
            };
            let elsewhere = document().active_element().is_some_and(|active| {
                !active.has_type::<web_sys::HtmlBodyElement>() && active != **had_it
            });
            if is_seen(had_it) || elsewhere {
                return;
            }
            around.iter().filter(|it| is_seen(it)).find_map(home_in)
        };
        let Some(home) = home else { return };
        if !home.has_attribute("tabindex") && !home.has_type::<web_sys::HtmlButtonElement>() {
            home.set_tab_index(-1);
        }
        let (x, y) = (window().scroll_x(), window().scroll_y());
        let _ = home.focus();
        if let (Ok(x), Ok(y)) = (x, y) {
            page::scroll_to(x, y);
        }
    }
}

/// Whether an element is in the document and takes up space there.
fn is_seen(element: &HtmlElement) -> bool {
    element.is_connected() && (element.offset_width() > 0 || element.offset_height() > 0)
}

/// Where the focus can go within an element.
fn home_in(around: &HtmlElement) -> Option<HtmlElement> {
    if around.has_attribute("data-home") {
        return Some(around.clone());
    }
    let home = around.query_selector(HOMES).ok().flatten()?;
    home.dyn_into::<HtmlElement>().ok().filter(is_seen)
}
