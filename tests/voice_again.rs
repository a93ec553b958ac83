//! A voice that failed is tried again, and told of once.

use std::time::Duration;

use crate::device::asking::{speaks, spoken};
use crate::device::{Device, FOUR, Manner};
use limber::app::session::Event;
use limber::app::{Notice, settings};
use limber::device::Voice;
use limber::domain::session::Command;
use limber::store::settings::Setting;

/// In a session that has lost its voice, and was told.
fn silent() -> (Device, usize) {
    let mut device = Device::screened();
    device.manner = Manner::Fails;
    let tab = device.open();
    device.happens(tab, Event::StartPressed(FOUR));
    device.passes(Duration::from_secs(20));
    assert_eq!(device.told(tab), [Notice::NoVoice]);
    device.happens(tab, limber::app::Event::NoticeRead);
    (device, tab)
}

#[test]
fn the_first_words_of_a_session_are_spoken_once_its_time_has_come() {
    let (mut device, tab) = silent();
    device.happens(tab, Event::Commanded(Command::Stop));
    device.manner = Manner::Plain;
    device.passes(Duration::from_hours(1));
    let effects = device.at_once(tab, Event::StartPressed(FOUR));
    assert!(speaks(&effects), "the welcome is only shown");
}

#[test]
fn what_is_said_after_a_pause_is_spoken_once_its_time_has_come() {
    let (mut device, tab) = silent();
    device.happens(tab, Event::Commanded(Command::Pause));
    device.manner = Manner::Plain;
    let paused = limber::app::Event::TimePassed;
    device.now = device.now + Duration::from_hours(1);
    let effects = device.at_once(tab, Event::Commanded(Command::Resume));
    assert!(speaks(&effects), "the line is only shown");
    device.happens(tab, paused);
    assert_eq!(device.faults, [""; 0]);
}

#[test]
fn one_that_was_heard_again_and_fails_much_later_is_told_of_again() {
    let (mut device, tab) = silent();
    device.manner = Manner::Plain;
    device.passes(Duration::from_mins(5));
    assert_eq!(device.told(tab), []);
    device.happens(tab, Event::Commanded(Command::Stop));
    device.passes(Duration::from_hours(12));
    device.manner = Manner::Fails;
    device.happens(tab, Event::StartPressed(FOUR));
    device.passes(Duration::from_secs(20));
    assert_eq!(device.told(tab), [Notice::NoVoice]);
}

#[test]
fn one_that_comes_and_goes_is_told_of_once() {
    let (mut device, tab) = silent();
    for _ in 0..3 {
        device.manner = Manner::Plain;
        device.passes(Duration::from_secs(70));
        device.manner = Manner::Fails;
        device.passes(Duration::from_secs(70));
    }
    assert_eq!(device.told(tab), []);
}

#[test]
fn one_that_stands_in_for_a_voice_of_the_network_speaks_until_that_is_tried_again() {
    let mut device = Device::screened();
    device.manner = Manner::NeedsNoNetwork;
    let remote = Voice {
        name: "Remote".to_owned(),
        local: false,
        ..device.voices[0].clone()
    };
    device.voices.push(remote.clone());
    let tab = device.open();
    let chosen = Setting::Voice(Some((&remote).into()));
    device.happens(tab, settings::Event::Set(chosen));
    device.happens(tab, Event::StartPressed(FOUR));
    let effects = device.pass(tab, Duration::from_secs(70));
    let names = spoken(&effects);
    let names: Vec<_> = names.iter().filter_map(|it| it.voice.as_ref()).collect();
    let remote = names.iter().filter(|it| it.name == "Remote").count();
    assert!(names.len() > 3 && remote <= 1, "{names:?}");
    assert_eq!(device.told(tab), [Notice::OtherVoice]);
}
