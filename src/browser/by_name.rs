//! Reaching for what web-sys does not know, has only as an unstable API, or takes to be there: by its name.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::window;

/// A property, if it is there and may be looked at.
pub(super) fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// One of the things that the navigator offers, where it does.
pub(super) fn of_navigator(name: &str) -> Option<JsValue> {
    get(&window().navigator(), name).filter(JsValue::is_object)
}

/// A method.
pub(super) fn method(of: &JsValue, name: &str) -> Option<Function> {
    get(of, name)?.dyn_into().ok()
}

/// Calls a method that answers later; nothing where there is none, or where it throws.
pub(super) fn ask(of: &JsValue, name: &str, arguments: &Array) -> Option<Promise> {
    method(of, name)?.apply(of, arguments).ok()?.dyn_into().ok()
}

/// An object that has these fields.
pub(super) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
