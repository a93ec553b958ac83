//! The orientation sensors.

use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::browser::guard::after;
use crate::browser::listener::Listener;
use crate::browser::reflect::{CallError, call_async, get};
use crate::browser::window;
use crate::device::check::MotionFinding;

/// How long to wait for a reading, in milliseconds. Sensors that exist report many times a second.
const READ_WITHIN_MS: u32 = 1_500;

/// Listens for readings, without asking for permission.
pub fn look(report: impl FnOnce(MotionFinding) + 'static) {
    let Some(kind) = kind() else {
        report(MotionFinding::Missing);
        return;
    };
    spawn_local(async move {
        let asks = get(&kind, "requestPermission").is_some();
        report(match (read().await, asks) {
            (true, _) => MotionFinding::Reads,
            (false, true) => MotionFinding::Unasked,
            (false, false) => MotionFinding::Silent,
        });
    });
}

/// Asks for permission if the browser requires it, then listens for readings.
pub fn try_out(report: impl FnOnce(MotionFinding) + 'static) {
    let Some(kind) = kind() else {
        report(MotionFinding::Missing);
        return;
    };
    // Asked at once, while the tap is being handled. The user may take their time to answer.
    let leave = call_async(&kind, "requestPermission", &Array::new());
    spawn_local(async move {
        let denied = match leave {
            Ok(leave) => {
                let said = JsFuture::from(leave).await.ok();
                said.and_then(|said| said.as_string()).as_deref() != Some("granted")
            }
            Err(CallError::Refused) => true,
            Err(CallError::Missing) => false,
        };
        report(if denied {
            MotionFinding::Denied
        } else if read().await {
            MotionFinding::Reads
        } else {
            MotionFinding::Silent
        });
    });
}

fn kind() -> Option<JsValue> {
    get(&window(), "DeviceOrientationEvent").filter(JsValue::is_function)
}

/// Whether a reading comes in time. A device without sensors may send one report, with nothing in it.
async fn read() -> bool {
    let (mut listener, mut timer) = (None, None);
    let first = Promise::new(&mut |resolve, _| {
        let came = resolve.clone();
        listener = Some(Listener::new(
            &window(),
            "deviceorientation",
            move |event| {
                if get(&event, "beta").is_some() {
                    let _ = came.call1(&JsValue::UNDEFINED, &JsValue::TRUE);
                }
            },
        ));
        timer = Some(after(READ_WITHIN_MS, move || {
            let _ = resolve.call1(&JsValue::UNDEFINED, &JsValue::FALSE);
        }));
    });
    let came = JsFuture::from(first).await;
    drop((listener, timer));
    came.is_ok_and(|came| came.is_truthy())
}
