//! The screens' access to the application.

use std::rc::Rc;

use leptos::prelude::{RwSignal, StoredValue, WithUntracked, WithValue};
use leptos::reactive::owner::LocalStorage;

use super::Shell;
use crate::app::{Event, Model};
use crate::browser::guard::after;
use crate::browser::intersection::IntersectionObserver;
use crate::browser::page;
use crate::domain::time::Moment;

/// The screens' access to the application: the model to look at, and a way to dispatch events.
#[derive(Debug, Clone, Copy)]
pub struct App {
    /// The model. Only the shell writes it, and only what `update` made of it.
    pub model: RwSignal<Model>,
    /// Whether the list of keys is shown. This is purely visual, so it is kept outside the model.
    pub keys_shown: RwSignal<bool>,
    pub(super) shell: StoredValue<Rc<Shell>, LocalStorage>,
}

impl App {
    pub(super) fn of(shell: Rc<Shell>) -> Self {
        Self {
            model: shell.model,
            keys_shown: shell.keys_shown,
            shell: StoredValue::new_local(shell),
        }
    }

    /// Dispatches an event.
    pub fn dispatch(self, event: impl Into<Event>) {
        let shell = self.shell.with_value(Rc::clone);
        shell.dispatch(event.into());
    }

    /// Dispatches an event once what is being drawn is there.
    pub fn dispatch_soon(self, event: impl Into<Event>) {
        let event = event.into();
        after(0, move || self.dispatch(event)).forget();
    }

    /// The current moment, for whatever moves between two events.
    pub fn moment(self) -> Moment {
        self.shell.with_value(|shell| shell.clock.now())
    }

    /// The moment the screens are drawn for.
    pub fn drawn(self) -> Moment {
        self.model.with_untracked(|model| model.context.now)
    }

    /// Watches whether an element is in sight, for as long as the returned observer lives.
    pub fn watch(
        self,
        element: &web_sys::Element,
        report: impl FnMut(bool) + 'static,
    ) -> IntersectionObserver {
        IntersectionObserver::new(element, report)
    }

    /// Runs `go` once what is shown now has been painted.
    pub fn once_painted(self, go: impl FnOnce() + 'static) {
        page::once_painted(go);
    }

    /// Scrolls to the top and focuses the heading, as if the screen had just been opened.
    pub fn show_from_the_top(self) {
        after(0, page::focus_heading).forget();
    }

    /// Selects all text in a field, once it is drawn.
    pub fn select(self, field: web_sys::HtmlTextAreaElement) {
        after(0, move || page::select(&field)).forget();
    }

    /// Whether the user has asked their device for less motion.
    pub fn wants_less_motion(self) -> bool {
        page::wants_less_motion()
    }
}
