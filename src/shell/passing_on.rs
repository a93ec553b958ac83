//! Sharing, and what others share.

use std::rc::Rc;

use leptos::prelude::WithValue as _;

use super::{App, Shell};
use crate::app::Route;
use crate::app::own::Event;
use crate::browser::{opening, page, passing_on};

impl App {
    /// Imports a file that the user chose.
    pub fn open(self, file: web_sys::File) {
        self.shell.with_value(|shell| {
            let dispatch = shell.dispatcher();
            opening::read(file.into(), move |text| {
                dispatch(Event::Opened(text).into());
            });
        });
    }
}

impl Shell {
    /// Shares the address of a screen.
    pub(super) fn pass_on(self: &Rc<Self>, title: &str, route: &Route) {
        let address = page::beside(&route.fragment());
        let (dispatch, copied) = (self.dispatcher(), address.clone());
        passing_on::pass_on(title, &address, move |result| {
            let (address, copied) = (copied, result);
            dispatch(Event::AddressCopied { address, copied }.into());
        });
    }

    /// Imports files that the device opens with the page.
    pub(super) fn open_files(self: &Rc<Self>) {
        let dispatch = Rc::new(self.dispatcher());
        opening::listen(move |text| dispatch(Event::Opened(text).into()));
    }
}
