//! What happened.

use crate::app::effect::Tag;
use crate::app::route::Route;
use crate::app::{body, device, own, records, screening, session, settings, today};

/// Something that happened: to the page, on the device, or by the person's hand. Each feature has its own.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// To a session.
    Session(session::Event),
    /// To what is to be done today.
    Today(today::Event),
    /// To the questions about warning signs.
    Screening(screening::Event),
    /// To what the person said of themselves.
    Body(body::Event),
    /// To routines of one's own.
    Own(own::Event),
    /// To the settings.
    Settings(settings::Event),
    /// On the device.
    Device(device::Event),
    /// To what is kept on it.
    Records(records::Event),
    /// To an utterance: what the engine reports of it.
    Voice(Tag, session::UtteranceReport),
    /// The address changed.
    AddressChanged(Route),
    /// Time has passed.
    TimePassed,
    /// The page is about to be hidden.
    PageHidden,
    /// The page is about to be closed or reloaded, or left for another: it may come back as it is, after minutes or days.
    PageLeft,
    /// The page is seen again.
    PageShown,
    /// The person has read the notice that waits longest.
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
