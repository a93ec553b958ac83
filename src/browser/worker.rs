//! The service worker, which keeps the page on the device. What it does stands in `public/sw.js`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorkerRegistration, ServiceWorkerState};

use super::listener::Listener;
use super::page;
use super::reflect::{call, call_async, from_navigator, get, object};
use crate::device::WorkerError;

/// The worker's file, beside the document.
const FILE: &str = "sw.js";
/// Asks a worker that waits to take over.
const TAKE_OVER: &str = "take over";
/// Asks the worker to look for a version that does not break.
const BROKE: &str = "the page broke";

/// What becomes of the worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkerReport {
    /// A newer version is on the device, and waits.
    NewerWaits,
    /// It was asked to take over, and does not, because a session is under way in some tab.
    HeldBack,
    /// The page is not kept on the device.
    Failed(WorkerError),
}

/// The page's side of the worker.
#[derive(Debug, Clone, Default)]
pub struct Worker(Rc<Inner>);

#[derive(Default)]
struct Inner {
    registration: RefCell<Option<ServiceWorkerRegistration>>,
    /// Puts the worker on the device.
    register: RefCell<Option<Rc<dyn Fn()>>>,
    /// Whether this page asked for the newer version, and is to be loaded again when it has taken over.
    asked: Cell<bool>,
    listeners: RefCell<Vec<Listener>>,
    /// Listens to newer versions being found, and to the one that is being put on the device.
    found: RefCell<Option<Listener>>,
    installing: RefCell<Option<Listener>>,
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Inner")
            .field("asked", &self.asked)
            .finish_non_exhaustive()
    }
}

impl Worker {
    /// Has the page kept on the device, and reports from then on.
    pub fn start(&self, report: impl Fn(WorkerReport) + Clone + 'static) {
        let Some(container) = container() else {
            report(WorkerReport::Failed(WorkerError::Missing));
            return;
        };
        self.listen(&container, report.clone());
        let again = report.clone();
        let worker = Rc::downgrade(&self.0);
        self.0.register.replace(Some(Rc::new(move || {
            if let Some(worker) = worker.upgrade() {
                Self(worker).register(&container, again.clone());
            }
        })));
        self.register_again();
    }

    fn register_again(&self) {
        let register = self.0.register.borrow().clone();
        if let Some(register) = register {
            register();
        }
    }

    fn register(&self, container: &JsValue, report: impl Fn(WorkerReport) + Clone + 'static) {
        let how = object(&[("updateViaCache", "none".into())]);
        let file = page::beside(FILE);
        let asked = call_async(container, "register", &Array::of2(&file.into(), &how));
        let worker = self.clone();
        spawn_local(async move {
            let registration = match asked {
                Ok(asked) => JsFuture::from(asked).await.ok(),
                Err(_) => None,
            };
            match registration.and_then(|it| it.dyn_into().ok()) {
                Some(registration) => worker.watch(registration, report),
                None => report(WorkerReport::Failed(WorkerError::Refused)),
            }
        });
    }

    /// Asks the newer version to take over. The page is loaded again once it has.
    pub fn take_over(&self) {
        self.0.asked.set(true);
        let registration = self.registration();
        match registration.and_then(|registration| registration.waiting()) {
            Some(waiting) => {
                let _ = call(&waiting, "postMessage", &Array::of1(&TAKE_OVER.into()));
            }
            // Another tab has had it take over already.
            None => page::load_again(),
        }
    }

    /// Asks the host whether there is a newer version. Without a network there is none. A worker that is gone, because
    /// somebody cleared what the page has on the device, is put there once more.
    pub fn look_for_newer(&self) {
        let Some(registration) = self.registration() else {
            return;
        };
        let looking = call_async(&registration, "update", &Array::new());
        let worker = self.clone();
        spawn_local(async move {
            if let Ok(looking) = looking
                && JsFuture::from(looking).await.is_ok()
            {
                return;
            }
            // What was removed keeps serving the pages that are open, and is only missing from then on.
            let left = container().map(|it| call_async(&it, "getRegistration", &Array::new()));
            if let Some(Ok(left)) = left
                && JsFuture::from(left).await.is_ok_and(|it| it.is_undefined())
            {
                worker.register_again();
            }
        });
    }

    fn registration(&self) -> Option<ServiceWorkerRegistration> {
        self.0.registration.borrow().clone()
    }

    fn listen(&self, container: &JsValue, report: impl Fn(WorkerReport) + 'static) {
        let weak = Rc::downgrade(&self.0);
        let taken = Listener::to(container, "controllerchange", move |_| {
            if weak.upgrade().is_some_and(|worker| worker.asked.get()) {
                page::load_again();
            }
        });
        let held_back = Listener::to(container, "message", move |_| {
            report(WorkerReport::HeldBack);
        });
        self.0.listeners.replace(vec![taken, held_back]);
    }

    fn watch(
        &self,
        registration: ServiceWorkerRegistration,
        report: impl Fn(WorkerReport) + Clone + 'static,
    ) {
        // At the first visit nothing waits for anything: the worker takes over as soon as it is there.
        if registration.active().is_some() && registration.waiting().is_some() {
            report(WorkerReport::NewerWaits);
        }
        let (weak, found) = (Rc::downgrade(&self.0), registration.clone());
        let listener = Listener::new(&registration, "updatefound", move |_| {
            if let (Some(worker), Some(installing)) = (weak.upgrade(), found.installing()) {
                let (report, found, it) = (report.clone(), found.clone(), installing.clone());
                let listener = Listener::new(&installing, "statechange", move |_| {
                    let waits = it.state() == ServiceWorkerState::Installed;
                    if waits && found.active().is_some() {
                        report(WorkerReport::NewerWaits);
                    }
                });
                drop(worker.installing.replace(Some(listener)));
            }
        });
        drop(self.0.found.replace(Some(listener)));
        self.0.registration.replace(Some(registration));
    }
}

/// Lets the worker know that the page broke. Called by the panic hook: it neither waits nor panics.
pub(super) fn page_broke() {
    if let Some(worker) = container().and_then(|container| get(&container, "controller")) {
        let _ = call(&worker, "postMessage", &Array::of1(&BROKE.into()));
    }
}

/// `navigator.serviceWorker`, where there is such a thing: some private windows have none, nor has a page
/// that came over plain HTTP.
fn container() -> Option<JsValue> {
    from_navigator("serviceWorker")
}
