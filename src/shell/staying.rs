//! How the page comes to a device and stays there: what was done before the program was there, the home screen, and the
//! worker.

use std::rc::Rc;

use super::Shell;
use crate::app::{device, today};
use crate::browser::first_screen::Beforehand;
use crate::browser::guard::after;
use crate::browser::install;
use crate::browser::page;
use crate::browser::worker::WorkerReport;
use crate::device::Installing;
use crate::domain::episode::Feeling;

impl Shell {
    /// Takes into account what the user did on the first screen before the program was there.
    pub(super) fn make_up_for(self: &Rc<Self>, beforehand: Beforehand) {
        if let Some(feeling) = beforehand.answered.as_deref().and_then(Feeling::with_id) {
            self.dispatch(today::Event::CheckedIn(feeling).into());
        } else if let Some(selector) = beforehand.focused {
            after(0, move || page::focus_on(&selector)).forget();
        }
    }

    /// Finds out whether the page can be added to the home screen, now and whenever that changes.
    pub(super) fn learn_of_installing(self: &Rc<Self>) {
        let dispatch = Rc::new(self.dispatcher());
        let worker = self.worker.clone();
        let known = move |state| {
            // On the home screen it is to be used, perhaps without a network.
            if state == Installing::Done {
                worker.keep_everything();
            }
            dispatch(device::Event::InstallingKnown(state).into());
        };
        known(install::state());
        self.listeners.borrow_mut().extend(install::listen(known));
    }

    /// Has the page stored on the device, so that it opens without a network.
    pub(super) fn keep_page(self: &Rc<Self>) {
        let dispatch = Rc::new(self.dispatcher());
        self.worker.start(move |report| {
            let event = match report {
                WorkerReport::NewerWaits => device::Event::NewerWaits,
                WorkerReport::HeldBack => device::Event::NewerHeldBack,
                WorkerReport::Failed(error) => device::Event::WorkerFailed(error),
            };
            dispatch(event.into());
        });
    }
}
