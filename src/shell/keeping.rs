//! Reading and writing what is kept on the device.

use std::rc::Rc;

use super::Shell;
use crate::app::{Event, Over, needed};
use crate::browser::{clock, storage, tabs};
use crate::store::keys;

/// Reads what is kept.
pub(super) fn opened() -> Event {
    let (tab, east) = (tabs::number(), clock::minutes_east());
    let keys = match storage::keys(keys::ALL) {
        Ok(keys) => keys,
        Err(error) => {
            return Event::Opened {
                kept: Err(error),
                keys: Vec::new(),
                tab,
                east,
            };
        }
    };
    let read = |key: String| storage::read(&key).ok().flatten().map(|text| (key, text));
    let kept = Ok(needed(&keys).into_iter().filter_map(read).collect());
    Event::Opened {
        kept,
        keys,
        tab,
        east,
    }
}

impl Shell {
    pub(super) fn keep(self: &Rc<Self>, key: String, text: String, over: Over) {
        if let Over::Known(known) = over
            && let Ok(Some(there)) = storage::read(&key)
            && Some(&there) != known.as_ref()
        {
            // Another tab wrote it in the same moment. Copied first, so that nothing is lost.
            let aside = keys::aside(&key, self.clock.now());
            if self.writer.write(&aside, &there).is_ok() {
                self.dispatch(Event::PutAside);
            }
        }
        if let Err(error) = self.writer.write(&key, &text) {
            self.dispatch(Event::KeepFailed { key, text, error });
        }
    }

    pub(super) fn put_aside(self: &Rc<Self>, from: &str, to: String) {
        let Ok(Some(text)) = storage::read(from) else {
            return;
        };
        match self.writer.write(&to, &text) {
            Ok(()) => {
                let _ = self.writer.remove(from);
            }
            Err(error) => self.dispatch(Event::KeepFailed {
                key: to,
                text,
                error,
            }),
        }
    }
}
