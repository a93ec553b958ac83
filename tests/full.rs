//! A device on which nothing more can be stored from some moment on.

use std::time::Duration;

use crate::device::asking::{is_aside, is_history, is_playing};
use crate::device::{Device, FOUR};
use limber::app::session::{Event, view};
use limber::app::{self, Notice, Route, screening, settings, today};
use limber::device::StorageError;
use limber::domain::appearance::Theme;
use limber::domain::episode::Feeling;
use limber::domain::history::HoldEnd;
use limber::domain::pain::Pain;
use limber::domain::screening::WarningSign;
use limber::domain::session::Command;
use limber::store::settings::Setting;
use limber::store::{RecordKey, read_session};

/// A tab which led a session for two minutes and stored it, on a device which is full from now on.
fn led_until_it_is_full() -> (Device, usize) {
    let mut device = Device::screened();
    let tab = device.open();
    device.happens(tab, Event::StartPressed(FOUR));
    device.passes(Duration::from_mins(2));
    device.refuses = Some(StorageError::Full);
    (device, tab)
}

#[test]
fn a_session_that_ends_on_a_full_device_stays_where_it_stood() {
    let (mut device, tab) = led_until_it_is_full();
    device.happens(tab, Event::Commanded(Command::Hurts));
    device.happens(tab, Event::Commanded(Command::Stop));
    device.kill(tab);
    device.refuses = None;
    let tab = device.open();
    let model = device.model(tab);
    assert!(view::go_on(&model.session, &model.context).is_some());
    device.happens(tab, Event::LetGoPressed);
    assert_eq!(device.keys().into_iter().filter(is_history).count(), 1);
}

#[test]
fn what_was_said_of_a_session_stays_when_its_page_comes_back() {
    let (mut device, tab) = led_until_it_is_full();
    device.happens(tab, Event::Commanded(Command::Stop));
    device.happens(tab, Event::PainAfterRated(Pain::new(3).unwrap()));
    device.leave(tab);
    device.come_back(tab);
    assert!(
        device.model(tab).session.interrupted().is_none(),
        "it is over"
    );
    device.refuses = None;
    device.happens(tab, Event::NoteWritten("better".to_owned()));
    let record = device.only(is_history);
    let record = read_session(device.kept(&record).unwrap()).unwrap();
    assert_eq!(record.after.map(Pain::rating), Some(3));
    assert_eq!(record.note, "better");
}

#[test]
fn of_a_session_that_was_kept_and_then_not_the_latest_counts() {
    let (mut device, tab) = led_until_it_is_full();
    device.happens(tab, Event::Commanded(Command::Hurts));
    device.leave(tab);
    device.come_back(tab);
    assert!(!device.keys().iter().any(is_history), "it is not over");
    device.refuses = None;
    device.happens(tab, Event::ContinuePressed(Command::Resume));
    let done = device.model(tab).session.playing().unwrap().session.done();
    assert!(done.iter().any(|done| done.end == HoldEnd::Hurt));
}

#[test]
fn what_found_no_room_is_kept_as_soon_as_anything_is() {
    let mut device = Device::screened();
    let tab = device.open();
    device.refuses = Some(StorageError::Full);
    device.happens(tab, today::Event::CheckedIn(Feeling::Sore));
    device.happens(tab, screening::Event::AskAgainPressed);
    device.answers(tab, &[WarningSign::Chest]);
    assert!(device.model(tab).context.lock().is_some());
    device.refuses = None;
    device.happens(tab, settings::Event::Set(Setting::Theme(Theme::Dark)));
    assert!(
        device
            .model(tab)
            .context
            .kept
            .unkept
            .iter()
            .next()
            .is_none()
    );
    device.kill(tab);
    let tab = device.open();
    assert!(device.model(tab).context.lock().is_some());
    assert_eq!(device.model(tab).context.check_ins().count(), 1);
}

#[test]
fn what_could_not_be_put_aside_is_put_aside_once_there_is_room() {
    let mut device = Device::screened();
    device.keep(&RecordKey::Settings, "?".to_owned());
    device.refuses = Some(StorageError::Full);
    let tab = device.open();
    let dark = settings::Event::Set(Setting::Theme(Theme::Dark));
    device.happens(tab, dark);
    assert_eq!(device.kept(&RecordKey::Settings), Some("?"));
    assert!(device.told(tab).contains(&Notice::StorageFull));
    device.refuses = None;
    let light = settings::Event::Set(Setting::Theme(Theme::Light));
    device.happens(tab, light);
    assert_ne!(device.kept(&RecordKey::Settings), Some("?"));
    let aside = device.only(is_aside);
    assert_eq!(device.kept(&aside), Some("?"));
}

#[test]
fn it_is_told_again_when_it_went_well_for_a_while() {
    let mut device = Device::screened();
    let tab = device.open();
    device.happens(tab, Event::StartPressed(FOUR));
    for _ in 0..2 {
        device.refuses = Some(StorageError::Full);
        device.passes(Duration::from_mins(1));
        assert_eq!(device.told(tab), [Notice::StorageFull]);
        device.happens(tab, app::Event::NoticeRead);
        device.passes(Duration::from_mins(1));
        assert_eq!(device.told(tab), []);
        device.refuses = None;
        device.passes(Duration::from_mins(11));
        device.happens(tab, app::Event::AddressChanged(Route::Library));
        device.happens(tab, Event::StartPressed(FOUR));
    }
}

#[test]
fn what_found_no_room_is_superseded_by_what_another_tab_stored_since() {
    let mut device = Device::screened();
    let (here, there) = (device.open(), device.open());
    let set = |theme| settings::Event::Set(Setting::Theme(theme));
    device.refuses = Some(StorageError::Full);
    device.happens(here, set(Theme::Dark));
    device.refuses = None;
    device.happens(there, set(Theme::Light));
    device.happens(here, today::Event::CheckedIn(Feeling::Sore));
    assert!(device.kept(&RecordKey::Settings).unwrap().contains("light"));
    assert_eq!(device.model(here).context.settings().theme, Theme::Light);
}

#[test]
fn a_session_that_found_no_room_here_and_was_ended_elsewhere_is_history() {
    let mut device = Device::screened();
    let (here, there) = (device.open(), device.open());
    device.happens(here, Event::StartPressed(FOUR));
    device.passes(Duration::from_mins(1));
    device.refuses = Some(StorageError::Full);
    device.passes(Duration::from_secs(5));
    device.refuses = None;
    device.happens(there, Event::TakeOverPressed);
    device.passes(Duration::from_secs(30));
    device.happens(there, Event::Commanded(Command::Stop));
    device.happens(there, Event::PainAfterRated(Pain::new(2).unwrap()));
    device.happens(here, today::Event::CheckedIn(Feeling::Sore));
    assert!(!device.keys().iter().any(is_playing));
    let record = read_session(device.kept(&device.only(is_history)).unwrap()).unwrap();
    assert_eq!(record.after.map(Pain::rating), Some(2));
}
