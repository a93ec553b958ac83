//! Files that the device opens with the page, and files that the user chooses.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

use super::reflect::{CallError, Settled, call, call_async, get, method, settled_within};
use super::window;
use crate::device::FileError;

/// How much of a file is read, in bytes: more than any text that can be imported has.
const LARGEST: f64 = 100_000.0;
/// How many characters of a file that isn't text are enough to tell what it is.
const BEGINNING: usize = 64;
/// How long the browser has to hand out a file, in milliseconds.
const ANSWER_WITHIN_MS: u32 = 10_000;

/// Listens for files that the device opens with the page, in browsers that have a `launchQueue`.
pub fn listen(report: impl Fn(Result<String, FileError>) + Clone + 'static) {
    let Some(queue) = get(&window(), "launchQueue") else {
        return;
    };
    let opened = Closure::<dyn FnMut(JsValue)>::new(move |launched: JsValue| {
        let files = get(&launched, "files").and_then(|files| files.dyn_into::<Array>().ok());
        for handle in files.iter().flat_map(Array::iter) {
            let report = report.clone();
            spawn_local(async move {
                let file = answer(call_async(&handle, "getFile", &Array::new())).await;
                report(match file {
                    Ok(file) => text_of(&file).await,
                    Err(error) => Err(error),
                });
            });
        }
    });
    if let Some(listen) = method(&queue, "setConsumer") {
        let opened: Function = opened.into_js_value().unchecked_into();
        let _ = listen.call1(&queue, &opened);
    }
}

/// Reads a file that the user chose, and reports its text.
pub fn read(file: JsValue, report: impl FnOnce(Result<String, FileError>) + 'static) {
    spawn_local(async move { report(text_of(&file).await) });
}

/// The text in a file.
async fn text_of(file: &JsValue) -> Result<String, FileError> {
    // The beginning of a large file is enough to tell what it is, such as a saved copy of everything.
    let beginning = Array::of2(&0.into(), &LARGEST.into());
    let file = call(file, "slice", &beginning).map_err(|_| FileError::NoText)?;
    let text = answer(call_async(&file, "text", &Array::new())).await?;
    let text = text.as_string().ok_or(FileError::NoText)?;
    // What is no text is read as one all the same, with these in it; and says how it begins. A text that an old program
    // wrote has a sign here and there that cannot be read, and is one.
    if text.contains('\0') {
        return Ok(text.chars().take(BEGINNING).collect());
    }
    Ok(text)
}

async fn answer(asked: Result<Promise, CallError>) -> Result<JsValue, FileError> {
    let asked = asked.map_err(|_| FileError::Refused)?;
    match settled_within(ANSWER_WITHIN_MS, asked).await {
        Settled::Fulfilled(answer) => Ok(answer),
        Settled::Rejected | Settled::TimedOut => Err(FileError::Refused),
    }
}
