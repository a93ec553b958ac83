//! The page itself: its address, its colours, whether it is seen, and which keys are pressed.

use gloo_timers::callback::Timeout;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Event, HtmlElement, HtmlLinkElement, HtmlTextAreaElement, KeyboardEvent, StorageEvent,
    VisibilityState,
};

use super::by_name::{get, of_navigator};
use super::listener::Listener;
use super::{document, window};
use crate::domain::looks::Skin;
use crate::domain::settings::Theme;

/// The fragment of the address, with its `#`.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to a fragment. Going to where one is does nothing.
pub fn go_to(fragment: &str) {
    let here = self::fragment();
    let same = here == fragment || (here.is_empty() && fragment == "#/");
    if !same {
        let _ = window().location().set_hash(fragment);
    }
}

/// Whether the person has touched the page since it was opened. Browsers that can't tell let it pass.
pub fn was_touched() -> bool {
    of_navigator("userActivation")
        .and_then(|it| get(&it, "hasBeenActive"))
        .and_then(|it| it.as_bool())
        .unwrap_or(true)
}

/// The address of a file that lies beside the document. Read from the link to the manifest, since a host may
/// show the document at any depth, for an unknown path.
pub fn beside(file: &str) -> String {
    let manifest = document()
        .query_selector("link[rel=manifest]")
        .ok()
        .flatten()
        .and_then(|link| link.dyn_into::<HtmlLinkElement>().ok())
        .map(|link| link.href())
        .unwrap_or_default();
    let folder = manifest.rfind('/').map_or("", |slash| &manifest[..=slash]);
    format!("{folder}{file}")
}

/// Loads the page again.
pub fn load_again() {
    let _ = window().location().reload();
}

/// Shows the page in these colours, and its figures with this skin. What the style sheet has
/// anyway needs no attribute.
pub fn paint(theme: Theme, skin: Skin) {
    let Some(root) = document().document_element() else {
        return;
    };
    let _ = match theme {
        Theme::Device => root.remove_attribute("data-theme"),
        Theme::Light => root.set_attribute("data-theme", "light"),
        Theme::Dark => root.set_attribute("data-theme", "dark"),
    };
    let _ = if skin == Skin::default() {
        root.remove_attribute("data-skin")
    } else {
        root.set_attribute("data-skin", skin.token())
    };
}

/// Goes to a fragment in place of the present one: the way back does not lead here again.
pub fn give_way(fragment: &str) {
    let _ = window().location().replace(fragment);
}

/// Lets the address end in this fragment, without going there. A browser that is asked too often refuses, and goes on
/// with the fragment before.
pub fn bear_in_address(fragment: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(fragment));
    }
}

/// Whether the person has asked their device for less motion.
pub fn wants_less_motion() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)");
    query.ok().flatten().is_some_and(|query| query.matches())
}

/// Names the page, for tabs and screen readers.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Does something once what the page shows at this moment has been painted; at once where nobody sees the page, since
/// nothing is painted there.
pub fn once_painted(go: impl FnOnce() + 'static) {
    if document().visibility_state() == VisibilityState::Hidden {
        go();
        return;
    }
    // A frame is painted right after what is called before it.
    let before_frame = Closure::once_into_js(move || Timeout::new(0, go).forget());
    let _ = window().request_animation_frame(before_frame.unchecked_ref());
}

/// Moves the focus to the first element that a selector finds.
pub fn focus_on(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Moves the focus to the screen's heading and the view to its top, after a change of screen.
pub fn focus_heading() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    let heading = document().query_selector("h1[tabindex]").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let _ = heading.focus();
    }
}

/// Moves the focus to a field, and selects everything in it.
pub fn select(field: &HtmlTextAreaElement) {
    let _ = field.focus();
    field.select();
}

/// Listens to changes of the address.
pub fn on_address(mut heard: impl FnMut(String) + 'static) -> Listener {
    Listener::new(&window(), "hashchange", move |_| heard(fragment()))
}

/// Listens to the page being hidden (`false`) and seen (`true`).
pub fn on_visibility(mut heard: impl FnMut(bool) + 'static) -> Listener {
    Listener::new(&document(), "visibilitychange", move |_| {
        heard(document().visibility_state() == VisibilityState::Visible);
    })
}

/// Listens to the page being left for good, as far as anyone knows.
pub fn on_leaving(mut heard: impl FnMut() + 'static) -> Listener {
    Listener::new(&window(), "pagehide", move |_| heard())
}

/// Listens to what other tabs keep: the key, and the text or nothing.
pub fn on_kept_elsewhere(mut heard: impl FnMut(String, Option<String>) + 'static) -> Listener {
    Listener::new(&window(), "storage", move |event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>()
            && let Some(key) = event.key()
        {
            heard(key, event.new_value());
        }
    })
}

/// Listens to taps and keys, which allow the page to make sounds.
pub fn on_gesture(heard: impl FnMut(Event) + 'static) -> Listener {
    Listener::new(&document(), "pointerup", heard)
}

/// Listens to keys that are not meant for a control. `true` from `heard` keeps the key from
/// scrolling the page.
pub fn on_key(mut heard: impl FnMut(&str) -> bool + 'static) -> Listener {
    Listener::new(&document(), "keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let modified = key.ctrl_key() || key.alt_key() || key.meta_key();
        let on_control = key
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|target| {
                let typing = target.matches("input, textarea, select").unwrap_or(false);
                // Space and Enter work the control that has the focus.
                let works = matches!(key.key().as_str(), " " | "Enter")
                    && target.matches("button, a, summary").unwrap_or(false);
                typing || works
            });
        if !modified && !on_control && !key.repeat() && heard(&key.key()) {
            event.prevent_default();
        }
    })
}
