//! Reaching for what web-sys does not know, has only as an unstable API, or takes to be there: by its name.
//!
//! Nothing here throws, whatever the browser does: what is thrown is handed back, and nonsense is nothing.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::guard::after;
use super::window;

/// Why a method that was to answer later does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unasked {
    /// There is no such method.
    Missing,
    /// There is, and it threw, or answered what is no promise.
    Refused,
}

/// What the browser's answer is.
pub(super) enum Answer {
    /// It is this.
    Given(JsValue),
    /// It says no.
    Refused,
    /// There is none in time.
    Silent,
}

/// A property, if it is there and may be looked at.
pub(super) fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// A property that is a text.
pub(super) fn text(of: &JsValue, name: &str) -> Option<String> {
    get(of, name)?.as_string()
}

/// Whether a property is there and true, or as good as that.
pub(super) fn is(of: &JsValue, name: &str) -> bool {
    get(of, name).is_some_and(|it| it.is_truthy())
}

/// Sets a property. Whether it is set then, as far as the browser says.
pub(super) fn set(on: &JsValue, name: &str, value: &JsValue) -> bool {
    Reflect::set(on, &name.into(), value).unwrap_or(false)
}

/// One of the things that the navigator offers, where it does.
pub(super) fn of_navigator(name: &str) -> Option<JsValue> {
    get(&window().navigator(), name).filter(JsValue::is_object)
}

/// A method.
pub(super) fn method(of: &JsValue, name: &str) -> Option<Function> {
    get(of, name)?.dyn_into().ok()
}

/// Calls a method that answers at once.
///
/// # Errors
/// What it throws; nothing, where there is no such method.
pub(super) fn call(of: &JsValue, name: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    let method = method(of, name).ok_or(JsValue::UNDEFINED)?;
    method.apply(of, arguments)
}

/// Makes an object of a class of the window.
pub(super) fn make(class: &str, arguments: &Array) -> Option<JsValue> {
    let class = method(&window(), class)?;
    let made = Reflect::construct(&class, arguments).ok()?;
    made.is_object().then_some(made)
}

/// Calls a method that answers later.
///
/// # Errors
/// [`Unasked`].
pub(super) fn ask(of: &JsValue, name: &str, arguments: &Array) -> Result<Promise, Unasked> {
    let method = method(of, name).ok_or(Unasked::Missing)?;
    let answer = method.apply(of, arguments).map_err(|_| Unasked::Refused)?;
    answer.dyn_into().map_err(|_| Unasked::Refused)
}

/// Waits for an answer, but no longer than so many milliseconds.
pub(super) async fn answer_within(millis: u32, to: Promise) -> Answer {
    let too_late = JsValue::from(js_sys::Symbol::for_("limber-too-late"));
    let late = too_late.clone();
    let mut timer = None;
    let silence = Promise::new(&mut |resolve, _| {
        let late = late.clone();
        timer = Some(after(millis, move || {
            let _ = resolve.call1(&JsValue::UNDEFINED, &late);
        }));
    });
    let first = wasm_bindgen_futures::JsFuture::from(Promise::race(&Array::of2(&to, &silence)));
    let answer = first.await;
    drop(timer);
    match answer {
        Ok(answer) if answer == too_late => Answer::Silent,
        Ok(answer) => Answer::Given(answer),
        Err(_) => Answer::Refused,
    }
}

/// An object that has these fields.
pub(super) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        set(&object, name, value);
    }
    object.into()
}
