//! What hurt in a session is heeded by the next plan from that moment on, whether the session is over or not.

use std::time::Duration;

use crate::device::{Device, FOUR};
use limber::app::session::Event;
use limber::app::{Event as Any, Route, Start, body, today};
use limber::domain::episode::Feeling;
use limber::domain::session::Command;

/// The plan for a sore back, as it is known in a tab.
fn plan(device: &Device, tab: usize) -> String {
    let proposed = device.model(tab).today.proposed.as_ref();
    format!("{:?}", proposed.expect("a plan"))
}

/// A tab in which a plan was seen, and one of its sessions is in its second minute.
fn under_way() -> (Device, usize) {
    let mut device = Device::screened();
    let tab = device.open();
    device.happens(tab, today::Event::CheckedIn(Feeling::Sore));
    device.answers_with_nothing(tab);
    device.happens(tab, Event::StartPressed(FOUR));
    device.passes(Duration::from_secs(100));
    (device, tab)
}

/// How the session goes on after it hurt, in which tab it is asked for a plan then.
type Ways = [(&'static str, fn(&mut Device, usize) -> usize); 5];

const WAYS: Ways = [
    ("it goes on", |_, tab| tab),
    ("it waits", |device, tab| {
        device.happens(tab, Any::AddressChanged(Route::Question));
        tab
    }),
    ("it is over", |device, tab| {
        device.happens(tab, Event::Commanded(Command::Stop));
        tab
    }),
    ("its tab was killed", |device, tab| {
        device.kill(tab);
        device.open()
    }),
    ("it goes on in another tab", |device, _| device.open()),
];

/// Whether a form is in the plan that a tab has.
fn leads_into(device: &Device, tab: usize, form: &str) -> bool {
    let proposed = device.model(tab).today.proposed.as_ref().unwrap();
    let routines = proposed.iter().flatten().map(|it| &it.routine);
    let mut steps = routines.flat_map(|it| it.steps().unwrap());
    steps.any(|step| step.form().id == form)
}

#[test]
fn whatever_becomes_of_the_session() {
    for (way, goes_on) in WAYS {
        let (mut device, tab) = under_way();
        let unharmed = plan(&device, tab);
        device.happens(tab, Event::Commanded(Command::Hurts));
        assert_ne!(
            plan(&device, tab),
            unharmed,
            "{way}: the plan that was made"
        );
        let session = &device.model(tab).session.playing().unwrap().session;
        let hurt = session.done().last().unwrap().form.clone();
        let tab = goes_on(&mut device, tab);
        device.happens(tab, Any::AddressChanged(Route::Today));
        assert!(!leads_into(&device, tab, &hurt), "{way}: {hurt}");
    }
}

#[test]
fn another_tab_that_shows_a_plan_shows_another_at_once() {
    let (mut device, tab) = under_way();
    let other = device.open();
    device.happens(other, Any::AddressChanged(Route::Today));
    let before = plan(&device, other);
    device.happens(tab, Event::Commanded(Command::Hurts));
    assert_ne!(plan(&device, other), before);
}

#[test]
fn the_same_answer_twelve_hours_later_is_a_new_one() {
    let mut device = Device::screened();
    let tab = device.open();
    for hours in [0, 13] {
        device.passes(Duration::from_hours(hours));
        device.happens(tab, Any::AddressChanged(Route::Question));
        device.happens(tab, today::Event::CheckedIn(Feeling::Sore));
        device.answers_with_nothing(tab);
        assert_eq!(device.model(tab).context.route, Route::Today, "{hours}");
    }
}

#[test]
fn a_plan_that_was_left_open_overnight_stays_in_sight_and_is_not_led() {
    let (mut device, tab) = under_way();
    device.happens(tab, Event::Commanded(Command::Stop));
    device.happens(tab, Any::AddressChanged(Route::Today));
    device.passes(Duration::from_hours(13));
    device.happens(tab, body::Event::Time(Some(Duration::from_mins(5))));
    assert!(!plan(&device, tab).is_empty());
    device.happens(tab, Event::StartPressed(Start::Proposed(0)));
    assert!(!device.plays(tab));
    assert_eq!(device.model(tab).context.route, Route::Question);
}
