//! The page itself: its address, its colours, its visibility, and its keys.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    HtmlElement, HtmlLinkElement, HtmlTextAreaElement, KeyboardEvent, StorageEvent, VisibilityState,
};

use super::guard::after;
use super::listener::Listener;
use super::reflect::{boolean, call, from_navigator, get, is_truthy, string};
use super::{document, window};
use crate::domain::appearance::{Skin, Theme};

/// How long to wait for the browser to paint, in milliseconds.
const PAINT_WITHIN_MS: u32 = 1_000;

/// The fragment of the address, with its `#`.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to a fragment. Going to the current one does nothing.
pub fn go_to(fragment: &str) {
    let here = self::fragment();
    let same = here == fragment || (here.is_empty() && fragment == "#/");
    if !same {
        let _ = window().location().set_hash(fragment);
    }
}

/// Whether the page is being translated. Translators put each text into an element of a kind that nothing else uses any
/// more.
pub fn is_translated() -> bool {
    document()
        .query_selector("body font")
        .is_ok_and(|found| found.is_some())
}

/// Whether the user has touched the page since it was opened; `true` if the browser can't tell.
pub fn was_touched() -> bool {
    from_navigator("userActivation")
        .and_then(|it| boolean(&it, "hasBeenActive"))
        .unwrap_or(true)
}

/// The address of a file beside the document. It is derived from the link to the manifest, since a host may serve the
/// document at any depth, for an unknown path.
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

/// Reloads the page.
pub fn load_again() {
    let _ = window().location().reload();
}

/// Shows the page in these colours, and its figures with this skin tone. The defaults of the style sheet need no
/// attribute.
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

/// Goes to a fragment in place of the current one, so that going back doesn't lead here again.
pub fn give_way(fragment: &str) {
    let _ = window().location().replace(fragment);
}

/// Puts this fragment in the address without going there. A browser that is asked too often refuses, and keeps the
/// previous fragment.
pub fn bear_in_address(fragment: &str) {
    if let Some(history) = get(&window(), "history") {
        let to = Array::of3(&JsValue::NULL, &"".into(), &fragment.into());
        let _ = call(&history, "replaceState", &to);
    }
}

/// Whether the user has asked their device for less motion.
pub fn wants_less_motion() -> bool {
    matches("(prefers-reduced-motion: reduce)")
}

/// Whether a media query matches; `false` if the browser can't say.
pub(super) fn matches(query: &str) -> bool {
    let query = call(&window(), "matchMedia", &Array::of1(&query.into()));
    query.is_ok_and(|query| is_truthy(&query, "matches"))
}

/// Sets the page's title, for tabs and screen readers.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Runs `go` once what the page shows now has been painted, or at once if nobody sees the page, since nothing is
/// painted then. A browser that doesn't paint for a second isn't waited for.
pub fn once_painted(go: impl FnOnce() + 'static) {
    if !is_seen() {
        go();
        return;
    }
    let go = Rc::new(Cell::new(Some(go)));
    let unpainted = Rc::clone(&go);
    // A frame is painted right after the callbacks before it.
    let before_frame = Closure::once_into_js(move || {
        after(0, move || once(&go)).forget();
    });
    let _ = call(
        &window(),
        "requestAnimationFrame",
        &Array::of1(&before_frame),
    );
    after(PAINT_WITHIN_MS, move || once(&unpainted)).forget();
}

/// Runs `go`, unless that has been done.
fn once(go: &Cell<Option<impl FnOnce()>>) {
    if let Some(go) = go.take() {
        go();
    }
}

/// Moves the focus to the first element that a selector finds.
pub fn focus_on(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Scrolls to the top and moves the focus to the heading, after a change of screen.
pub fn focus_heading() {
    scroll_to(0.0, 0.0);
    focus_on("h1[tabindex]");
}

/// Moves the focus to a field, and selects all its text.
pub fn select(field: &HtmlTextAreaElement) {
    let _ = field.focus();
    let _ = call(field, "select", &Array::new());
}

/// Scrolls to this position in the page, in CSS pixels.
pub(super) fn scroll_to(x: f64, y: f64) {
    let _ = call(&window(), "scrollTo", &Array::of2(&x.into(), &y.into()));
}

/// Whether the page is visible, as far as the browser says.
pub(super) fn is_seen() -> bool {
    document().visibility_state() != VisibilityState::Hidden
}

/// Listens to changes of the address.
pub fn on_address(mut heard: impl FnMut(String) + 'static) -> Listener {
    Listener::new(&window(), "hashchange", move |_| heard(fragment()))
}

/// Listens to the page being hidden (`false`) and shown (`true`).
pub fn on_visibility(mut heard: impl FnMut(bool) + 'static) -> Listener {
    Listener::new(&document(), "visibilitychange", move |_| heard(is_seen()))
}

/// Listens to the page being left, for good as far as anyone knows.
pub fn on_leaving(mut heard: impl FnMut() + 'static) -> Listener {
    Listener::new(&window(), "pagehide", move |_| heard())
}

/// Listens to the page being restored after it was left, frozen as it was for minutes or days.
pub fn on_restored(mut heard: impl FnMut() + 'static) -> Listener {
    Listener::new(&window(), "pageshow", move |event| {
        if is_truthy(&event, "persisted") {
            heard();
        }
    })
}

/// Listens to what other tabs store: the key, and the text, or `None` if it was removed.
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
pub fn on_gesture(heard: impl Fn() + 'static) -> [Listener; 2] {
    let heard = Rc::new(heard);
    ["pointerup", "keydown"].map(|kind| {
        let heard = Rc::clone(&heard);
        Listener::new(&document(), kind, move |_| heard())
    })
}

/// Listens to keys that aren't meant for a control. If `heard` returns `true`, the key doesn't scroll the page.
pub fn on_key(mut heard: impl FnMut(&str) -> bool + 'static) -> Listener {
    Listener::new(&document(), "keydown", move |event| {
        // Browsers that fill in a form send events of this kind without a key.
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let Some(key) = string(pressed, "key") else {
            return;
        };
        let modified = pressed.ctrl_key() || pressed.alt_key() || pressed.meta_key();
        let on_control = pressed
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|target| {
                let typing = target.matches("input, textarea, select").unwrap_or(false);
                // Space and Enter operate the focused control.
                let works = matches!(key.as_str(), " " | "Enter")
                    && target.matches("button, a, summary").unwrap_or(false);
                typing || works
            });
        if !modified && !on_control && !pressed.repeat() && heard(&key) {
            event.prevent_default();
        }
    })
}
