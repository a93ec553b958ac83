//! The service worker, which keeps the page on the device. What it does stands in `public/sw.js`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    RegistrationOptions, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState,
    ServiceWorkerUpdateViaCache,
};

use super::by_name::of_navigator;
use super::listener::Listener;
use super::page;
use crate::device::WorkerError;

/// The worker's file, beside the document.
const FILE: &str = "sw.js";
/// Asks a worker that waits to take over.
const TAKE_OVER: &str = "take over";
/// Asks the worker to look for a version that does not break.
const BROKE: &str = "the page broke";

/// What becomes of the worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Report {
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

#[derive(Debug, Default)]
struct Inner {
    registration: RefCell<Option<ServiceWorkerRegistration>>,
    /// Whether this page asked for the newer version, and is to be loaded again when it has taken over.
    asked: Cell<bool>,
    listeners: RefCell<Vec<Listener>>,
    /// Listens to the version that is being put on the device.
    installing: RefCell<Option<Listener>>,
}

impl Worker {
    /// Has the page kept on the device, and reports from then on.
    pub fn start(&self, report: impl Fn(Report) + Clone + 'static) {
        let Some(container) = container() else {
            report(Report::Failed(WorkerError::Missing));
            return;
        };
        self.listen(&container, report.clone());
        let options = RegistrationOptions::new();
        options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
        let registering = container.register_with_options(&page::beside(FILE), &options);
        let worker = self.clone();
        spawn_local(async move {
            match JsFuture::from(registering).await {
                Ok(registration) => worker.watch(registration.unchecked_into(), report),
                Err(_) => report(Report::Failed(WorkerError::Refused)),
            }
        });
    }

    /// Asks the newer version to take over. The page is loaded again once it has.
    pub fn take_over(&self) {
        self.0.asked.set(true);
        let registration = self.0.registration.borrow();
        let waiting = registration
            .as_ref()
            .and_then(ServiceWorkerRegistration::waiting);
        match waiting {
            Some(waiting) => {
                let _ = waiting.post_message(&TAKE_OVER.into());
            }
            // Another tab has had it take over already.
            None => page::load_again(),
        }
    }

    /// Asks the host whether there is a newer version. Without a network there is none.
    pub fn look_for_newer(&self) {
        if let Some(registration) = self.0.registration.borrow().as_ref()
            && let Ok(looking) = registration.update()
        {
            spawn_local(async move {
                let _ = JsFuture::from(looking).await;
            });
        }
    }

    fn listen(&self, container: &ServiceWorkerContainer, report: impl Fn(Report) + 'static) {
        let weak = Rc::downgrade(&self.0);
        let taken = Listener::new(container, "controllerchange", move |_| {
            if weak.upgrade().is_some_and(|worker| worker.asked.get()) {
                page::load_again();
            }
        });
        let held_back = Listener::new(container, "message", move |_| report(Report::HeldBack));
        *self.0.listeners.borrow_mut() = vec![taken, held_back];
    }

    fn watch(
        &self,
        registration: ServiceWorkerRegistration,
        report: impl Fn(Report) + Clone + 'static,
    ) {
        // At the first visit nothing waits for anything: the worker takes over as soon as it is there.
        if registration.active().is_some() && registration.waiting().is_some() {
            report(Report::NewerWaits);
        }
        let (weak, found) = (Rc::downgrade(&self.0), registration.clone());
        let listener = Listener::new(&registration, "updatefound", move |_| {
            if let (Some(worker), Some(installing)) = (weak.upgrade(), found.installing()) {
                let (report, found, it) = (report.clone(), found.clone(), installing.clone());
                let listener = Listener::new(&installing, "statechange", move |_| {
                    let waits = it.state() == ServiceWorkerState::Installed;
                    if waits && found.active().is_some() {
                        report(Report::NewerWaits);
                    }
                });
                *worker.installing.borrow_mut() = Some(listener);
            }
        });
        self.0.listeners.borrow_mut().push(listener);
        *self.0.registration.borrow_mut() = Some(registration);
    }
}

/// Lets the worker know that the page broke. Called by the panic hook: it neither waits nor panics.
pub(super) fn page_broke() {
    if let Some(worker) = container().and_then(|container| container.controller()) {
        let _ = worker.post_message(&BROKE.into());
    }
}

/// `navigator.serviceWorker`, where there is such a thing: some private windows have none, nor has a page
/// that came over plain HTTP.
fn container() -> Option<ServiceWorkerContainer> {
    of_navigator("serviceWorker").map(JsCast::unchecked_into)
}
