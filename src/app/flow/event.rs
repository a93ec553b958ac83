//! Events: what happened.

use crate::app::effect::Tag;
use crate::app::route::Route;
use crate::app::{body, device, own, records, screening, session, settings, today};

/// Something that happened: to the page, on the device, or through the user. Each feature has its own events.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// An event of a session.
    Session(session::Event),
    /// An event of the plan for today.
    Today(today::Event),
    /// An event of the questions about warning signs.
    Screening(screening::Event),
    /// Something the user said about themselves.
    Body(body::Event),
    /// An event of the user's own routines.
    Own(own::Event),
    /// An event of the settings.
    Settings(settings::Event),
    /// An event of the device.
    Device(device::Event),
    /// An event of the stored records.
    Records(records::Event),
    /// A report from the speech engine about an utterance.
    Voice(Tag, session::UtteranceReport),
    /// The address changed.
    AddressChanged(Route),
    /// Time has passed.
    TimePassed,
    /// The page is about to be hidden.
    PageHidden,
    /// The page is about to be closed, reloaded or left; it may come back as it is, after minutes or days.
    PageLeft,
    /// The page is visible again.
    PageShown,
    /// The user has read the oldest notice.
    NoticeRead,
}

macro_rules! of_feature {
    ($($variant:ident $feature:ident),*) => {
        $(impl From<$feature::Event> for Event {
            fn from(event: $feature::Event) -> Self {
                Self::$variant(event)
            }
        })*
    };
}

of_feature!(
    Session session, Today today, Screening screening, Body body, Own own, Settings settings, Device device,
    Records records
);
