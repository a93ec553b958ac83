//! The service worker, which stores the page on the device. What it does is in `public/sw.js`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorkerRegistration, ServiceWorkerState};

use super::listener::Listener;
use super::page;
use super::reflect::{call, call_async, from_navigator, get, object};
use crate::device::WorkerError;

/// The worker's file, beside the document.
const FILE: &str = "sw.js";
/// The message that asks the worker to fetch what a first visit goes without, too.
const KEEP_EVERYTHING: &str = "keep everything";
/// The message that asks a waiting worker to take over.
const TAKE_OVER: &str = "take over";
/// The message that asks the worker to look for a version that doesn't break.
const BROKE: &str = "the page broke";

/// What happens to the worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkerReport {
    /// A newer version is on the device, waiting.
    NewerWaits,
    /// It was asked to take over, and doesn't, because a session is under way in some tab.
    HeldBack,
    /// The page isn't stored on the device.
    Failed(WorkerError),
}

/// The page's side of the worker.
#[derive(Debug, Clone, Default)]
pub struct Worker(Rc<Inner>);

#[derive(Default)]
struct Inner {
    registration: RefCell<Option<ServiceWorkerRegistration>>,
    /// Registers the worker.
    register: RefCell<Option<Rc<dyn Fn()>>>,
    /// Whether this page asked for the newer version, and so reloads once that has taken over.
    asked: Cell<bool>,
    /// Whether it is to fetch everything.
    keeps_everything: Cell<bool>,
    listeners: RefCell<Vec<Listener>>,
    /// Listeners for newer versions being found, and for the one being installed.
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
    /// Has the page stored on the device, and reports from then on.
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
            self.ask_for_everything();
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

    /// Has all of the page stored on the device, also what hardly anyone opens, once the worker is there.
    pub fn keep_everything(&self) {
        if !self.0.keeps_everything.replace(true) {
            self.ask_for_everything();
        }
    }

    /// Asks for all that is to be stored and isn't yet. What does not come now is asked for again with the next version
    /// that is looked for, and when the page is next opened.
    fn ask_for_everything(&self) {
        if !self.0.keeps_everything.get() {
            return;
        }
        let ready = container().and_then(|container| get(&container, "ready"));
        let Some(Ok(ready)) = ready.map(JsCast::dyn_into::<Promise>) else {
            return;
        };
        spawn_local(async move {
            // Without a worker this waits for ever, and nobody minds.
            let registration = JsFuture::from(ready).await.ok();
            if let Some(worker) = registration.and_then(|it| get(&it, "active")) {
                let _ = call(&worker, "postMessage", &Array::of1(&KEEP_EVERYTHING.into()));
            }
        });
    }

    /// Asks the newer version to take over. The page reloads once it has.
    pub fn take_over(&self) {
        self.0.asked.set(true);
        let registration = self.registration();
        match registration.and_then(|registration| registration.waiting()) {
            Some(waiting) => {
                let _ = call(&waiting, "postMessage", &Array::of1(&TAKE_OVER.into()));
            }
            // Another tab had it take over already.
            None => page::load_again(),
        }
    }

    /// Asks the host whether there is a newer version; without a network there is none. If the worker is gone, because
    /// somebody cleared the page's data, it is registered again.
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
                return worker.ask_for_everything();
            }
            // A removed worker keeps serving the open pages, and is missing only after that.
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
        // Nothing waits on the first visit: the worker takes over as soon as it is there.
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

/// Lets the worker know that the page broke. The panic hook calls this, so it neither waits nor panics.
pub(super) fn page_broke() {
    if let Some(worker) = container().and_then(|container| get(&container, "controller")) {
        let _ = call(&worker, "postMessage", &Array::of1(&BROKE.into()));
    }
}

/// `navigator.serviceWorker`, if it exists: some private windows have none, and neither do pages served over plain
/// HTTP.
fn container() -> Option<JsValue> {
    from_navigator("serviceWorker")
}
