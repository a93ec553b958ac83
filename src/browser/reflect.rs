//! Reflection: reaches by name what web-sys lacks, has only as an unstable API, or assumes to exist.
//!
//! Nothing here throws, whatever the browser does: what is thrown is returned, and nonsense becomes `None`.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::guard::after;
use super::window;

/// Why a method that should return a promise did not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CallError {
    /// There is no such method.
    Missing,
    /// It threw, or returned something other than a promise.
    Refused,
}

/// The outcome of a promise.
pub(super) enum Settled {
    /// It was fulfilled with this value.
    Fulfilled(JsValue),
    /// It was rejected.
    Rejected,
    /// It was still pending when its time ran out.
    TimedOut,
}

/// A property, if it exists and may be read.
pub(super) fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// A property that is a string.
pub(super) fn string(of: &JsValue, name: &str) -> Option<String> {
    get(of, name)?.as_string()
}

/// A property that is a number.
pub(super) fn number(of: &JsValue, name: &str) -> Option<f64> {
    get(of, name)?.as_f64()
}

/// A property that counts things or bytes, without its fraction; 0 if it is negative.
pub(super) fn count(of: &JsValue, name: &str) -> Option<u64> {
    let number = number(of, name)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what does not fit becomes the nearest that does"
    )]
    let whole = number as u64;
    Some(whole)
}

/// A property that is a boolean.
pub(super) fn boolean(of: &JsValue, name: &str) -> Option<bool> {
    get(of, name)?.as_bool()
}

/// Whether a property exists and is truthy.
pub(super) fn is_truthy(of: &JsValue, name: &str) -> bool {
    get(of, name).is_some_and(|it| it.is_truthy())
}

/// Sets a property, and returns whether it was set, as far as the browser says.
pub(super) fn set(on: &JsValue, name: &str, value: &JsValue) -> bool {
    Reflect::set(on, &name.into(), value).unwrap_or(false)
}

/// An object that is a property of the navigator.
pub(super) fn from_navigator(name: &str) -> Option<JsValue> {
    get(&window().navigator(), name).filter(JsValue::is_object)
}

/// A method.
pub(super) fn method(of: &JsValue, name: &str) -> Option<Function> {
    get(of, name)?.dyn_into().ok()
}

/// Calls a method.
///
/// # Errors
/// Returns what it throws, or `undefined` if there is no such method.
pub(super) fn call(of: &JsValue, name: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    let method = method(of, name).ok_or(JsValue::UNDEFINED)?;
    method.apply(of, arguments)
}

/// Constructs an object of a global class.
pub(super) fn construct(class: &str, arguments: &Array) -> Option<JsValue> {
    let class = method(&window(), class)?;
    let made = Reflect::construct(&class, arguments).ok()?;
    made.is_object().then_some(made)
}

/// Calls a method that returns a promise.
///
/// # Errors
/// Returns [`CallError`] if it returns none.
pub(super) fn call_async(
    of: &JsValue,
    name: &str,
    arguments: &Array,
) -> Result<Promise, CallError> {
    let method = method(of, name).ok_or(CallError::Missing)?;
    let answer = method
        .apply(of, arguments)
        .map_err(|_| CallError::Refused)?;
    answer.dyn_into().map_err(|_| CallError::Refused)
}

/// Waits until a promise is settled, but no longer than this many milliseconds.
pub(super) async fn settled_within(millis: u32, promise: Promise) -> Settled {
    let too_late = JsValue::from(js_sys::Symbol::for_("limber-too-late"));
    let late = too_late.clone();
    let mut timer = None;
    let silence = Promise::new(&mut |resolve, _| {
        let late = late.clone();
        timer = Some(after(millis, move || {
            let _ = resolve.call1(&JsValue::UNDEFINED, &late);
        }));
    });
    let first =
        wasm_bindgen_futures::JsFuture::from(Promise::race(&Array::of2(&promise, &silence)));
    let answer = first.await;
    drop(timer);
    match answer {
        Ok(answer) if answer == too_late => Settled::TimedOut,
        Ok(answer) => Settled::Fulfilled(answer),
        Err(_) => Settled::Rejected,
    }
}

/// An object with these fields.
pub(super) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        set(&object, name, value);
    }
    object.into()
}
