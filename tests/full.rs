//! A device on which nothing more can be stored from some moment on.

use std::time::Duration;

use crate::device::asking::{is_aside, is_history, is_playing};
use crate::device::{Device, FOUR};
use limber::app::session::{Event, view};
use limber::app::{self, Notice, Route, body, screening, settings, today};
use limber::device::StorageError;
use limber::domain::appearance::Theme;
use limber::domain::body::Caution;
use limber::domain::episode::Feeling;
use limber::domain::history::HoldEnd;
use limber::domain::pain::Pain;
use limber::domain::person::Person;
use limber::domain::screening::WarningSign;
use limber::domain::session::Command;
use limber::store::settings::Setting;
use limber::store::{RecordKey, print_person, read_session};

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
            .unsaved
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

/// Whether anything that is stored names this.
fn holds(device: &Device, words: &str) -> bool {
    device.storage.values().any(|text| text.contains(words))
}

fn caution(caution: Caution) -> body::Event {
    body::Event::Caution(caution, true)
}

#[test]
fn what_found_no_room_is_not_lost_when_another_tab_stores_what_knows_nothing_of_it() {
    let mut device = Device::screened();
    let (here, there) = (device.open(), device.open());
    device.refuses = Some(StorageError::Full);
    device.happens(here, caution(Caution::Knees));
    device.refuses = None;
    device.happens(there, caution(Caution::Hip));
    device.happens(here, today::Event::CheckedIn(Feeling::Sore));
    assert!(holds(&device, "knees") && holds(&device, "hip"));
    assert_eq!(device.model(here).context.kept.quarantined, 1);
}

#[test]
fn a_page_that_comes_back_does_not_write_over_what_another_stored_meanwhile() {
    let mut device = Device::screened();
    let (here, there) = (device.open(), device.open());
    device.refuses = Some(StorageError::Full);
    device.happens(here, caution(Caution::Knees));
    device.leave(here);
    device.refuses = None;
    device.happens(there, caution(Caution::Hip));
    device.come_back(here);
    device.happens(here, today::Event::CheckedIn(Feeling::Sore));
    assert!(holds(&device, "knees") && holds(&device, "hip"));
}

#[test]
fn a_session_that_found_no_room_does_not_take_the_place_of_what_was_said_of_it_elsewhere() {
    let (mut device, here) = led_until_it_is_full();
    device.happens(here, Event::Commanded(Command::Stop));
    device.happens(here, Event::NoteWritten("said here".to_owned()));
    device.leave(here);
    device.refuses = None;
    let there = device.open();
    device.happens(there, Event::ContinuePressed(Command::Resume));
    device.passes(Duration::from_secs(20));
    device.happens(there, Event::Commanded(Command::Stop));
    device.happens(there, Event::NoteWritten("said there".to_owned()));
    device.close(there);
    device.come_back(here);
    device.happens(here, today::Event::CheckedIn(Feeling::Sore));
    assert!(holds(&device, "said here") && holds(&device, "said there"));
    device.only(is_history);
}

#[test]
fn what_found_no_room_for_a_copy_is_not_written_over_once_there_is() {
    let mut device = Device::screened();
    let here = device.open();
    let mut person = Person::default();
    person.body.cautions.insert(Caution::Hip);
    let written = print_person(&person);
    // This tab is not told in time.
    device.keep(&RecordKey::Person, written.clone());
    device.refuses = Some(StorageError::Full);
    device.happens(here, caution(Caution::Knees));
    device.refuses = None;
    device.happens(here, today::Event::CheckedIn(Feeling::Sore));
    let aside = device.only(is_aside);
    assert_eq!(device.kept(&aside), Some(&*written));
    assert!(holds(&device, "knees"));
}

#[test]
fn what_cannot_be_read_just_now_is_not_written_over_and_not_forgotten() {
    let mut device = Device::screened();
    let (here, there) = (device.open(), device.open());
    device.happens(there, caution(Caution::Hip));
    device.unreadable = Some(StorageError::Failed);
    device.reopen(here);
    assert_eq!(device.told(here), [Notice::StorageFailed]);
    let body = &device.model(here).context.person().body;
    assert!(body.cautions.contains(&Caution::Hip), "it holds on");
    let anew = device.open();
    assert_eq!(device.told(anew), [Notice::StorageFailed]);
    device.happens(anew, caution(Caution::Knees));
    assert!(holds(&device, "hip") && !holds(&device, "knees"));
    device.unreadable = None;
    device.happens(anew, caution(Caution::Wrists));
    assert!(holds(&device, "hip") && holds(&device, "knees"));
}

#[test]
fn what_cannot_be_removed_is_told() {
    let mut device = Device::screened();
    let tab = device.open();
    device.happens(tab, Event::StartPressed(FOUR));
    device.kill(tab);
    let tab = device.open();
    device.happens(tab, Event::ContinuePressed(Command::Resume));
    device.unremovable = Some(StorageError::Failed);
    device.happens(tab, Event::Commanded(Command::Stop));
    assert_eq!(device.told(tab), [Notice::StorageFailed]);
    device.only(is_history);
    device.only(is_playing);
}

#[test]
fn a_session_that_went_on_after_it_was_recorded_as_over_is_recorded_anew() {
    let (mut device, tab) = led_until_it_is_full();
    device.refuses = None;
    let mut went_on = device.clone();
    device.kill(tab);
    let tab = device.open();
    device.happens(tab, Event::ContinuePressed(Command::Resume));
    device.happens(tab, Event::Commanded(Command::Stop));
    device.happens(tab, Event::NoteWritten("said since".to_owned()));
    let key = device.only(is_history);
    let RecordKey::Session(made) = key else {
        unreachable!()
    };
    // Where nobody knows what other tabs play.
    went_on.happens(0, Event::Commanded(Command::Hurts));
    let playing = RecordKey::Playing(made);
    device.keep(&playing, went_on.kept(&playing).unwrap().to_owned());
    device.kill(tab);
    let tab = device.open();
    device.happens(tab, Event::LetGoPressed);
    let record = read_session(device.kept(&key).unwrap()).unwrap();
    assert!(record.done.iter().any(|it| it.end == HoldEnd::Hurt));
    assert!(!device.keys().iter().any(is_playing));
    assert!(
        holds(&device, "said since"),
        "what stood there is put aside"
    );
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
