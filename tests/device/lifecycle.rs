//! The life of a tab: opened, left, restored, closed, killed.

use limber::app::records::{self, Found, needed};
use limber::app::{Effect, Event, Model, Route};
use limber::device::StorageError;
use limber::text::Locale;

use super::{Device, Outside, Tab};

impl Device {
    /// Opens a tab, and returns its number.
    pub(crate) fn open(&mut self) -> usize {
        self.open_at(Route::Question)
    }

    /// Opens a tab at an address, and returns its number.
    pub(crate) fn open_at(&mut self, route: Route) -> usize {
        let tab = self.tabs.len();
        self.tabs.push(Tab {
            model: Model::new(Locale::EnGb, Route::Question),
            open: true,
            effects: Vec::new(),
            uttering: None,
            tones: Vec::new(),
            outside: Outside::default(),
        });
        self.waiting.push_back((tab, self.opened(tab)));
        self.waiting.push_back((tab, Event::AddressChanged(route)));
        self.settle();
        tab
    }

    /// Reads all stored records again, as when the page comes back.
    pub(crate) fn reopen(&mut self, tab: usize) -> Vec<Effect> {
        let opened = self.opened(tab);
        self.happens(tab, opened)
    }

    fn opened(&self, tab: usize) -> Event {
        let names: Vec<_> = self.storage.keys().cloned().collect();
        let read = |name: String| {
            let text = self.storage.get(&name).cloned()?;
            let text = self.unreadable.map_or(Ok(text), Err);
            Some(Found { name, text })
        };
        let number = u32::try_from(tab).unwrap_or(u32::MAX) + 7;
        let forbidden = self.refuses.filter(|it| *it == StorageError::Forbidden);
        let kept = match forbidden {
            Some(error) => Err(error),
            None => Ok(needed(&names, self.now)
                .into_iter()
                .filter_map(read)
                .collect()),
        };
        records::Event::Opened {
            kept,
            names,
            tab: number,
        }
        .into()
    }

    /// Kills a tab without warning.
    pub(crate) fn kill(&mut self, tab: usize) {
        let gone = &mut self.tabs[tab];
        (gone.open, gone.uttering) = (false, None);
        gone.outside = Outside::default();
        gone.tones.clear();
        self.locks.let_go(tab);
    }

    /// Closes a tab.
    pub(crate) fn close(&mut self, tab: usize) {
        self.leave(tab);
        self.kill(tab);
    }

    /// Leaves a tab's page for another: it is frozen as it is, and nothing happens in it any more.
    pub(crate) fn leave(&mut self, tab: usize) -> Vec<Effect> {
        let effects = self.happens(tab, Event::PageLeft);
        if self.locks.are_held_by(tab) {
            self.faults
                .push("a page that was left holds a lock".to_owned());
        }
        let left = &mut self.tabs[tab];
        if left.uttering.is_some() {
            self.faults.push("a page that was left speaks".to_owned());
        }
        if left.tones.iter().any(|at| *at > self.now) {
            self.faults.push("a page that was left sounds".to_owned());
        }
        left.open = false;
        effects
    }

    /// Restores a page as it was left.
    pub(crate) fn come_back(&mut self, tab: usize) {
        self.tabs[tab].open = true;
        let route = self.model(tab).context.route.clone();
        self.waiting.push_back((tab, self.opened(tab)));
        self.waiting.push_back((tab, Event::AddressChanged(route)));
        self.waiting.push_back((tab, Event::PageShown));
        self.settle();
    }
}
