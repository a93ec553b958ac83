//! What the browser lost of the last writes, and what there is no room to store again: it is known from then on, not
//! only when the page is opened the next time.

use std::time::Duration;

use crate::device::asking::{is_aside, is_history, is_playing};
use crate::device::{Device, FOUR};
use limber::app::records::{self, NotStored};
use limber::app::session::{Event, view};
use limber::app::{Notice, Route, body, today};
use limber::device::StorageError;
use limber::domain::body::{Body, Caution};
use limber::domain::collections::Set;
use limber::domain::episode::Feeling;
use limber::domain::person::Person;
use limber::domain::screening::{Scope, Screening, WarningSign};
use limber::domain::session::Command;
use limber::store::{RecordKey, RecordStamp, print_person, print_screening};

/// What a newer version wrote.
const NEWER: &str = r#"{"version":9,"data":{}}"#;

impl Device {
    /// Reports that this was lost, and that there is no room for it.
    fn lost(&mut self, tab: usize, key: &RecordKey, text: &str) {
        let lost = records::Event::NotRecovered(NotStored {
            key: key.clone(),
            text: text.to_owned(),
            error: StorageError::Full,
            there: self.kept(key).map(str::to_owned),
        });
        self.happens(tab, lost);
    }
}

fn answered_later(device: &Device) -> RecordKey {
    RecordKey::Screening(RecordStamp::new(device.now, 99))
}

fn led() -> (Device, usize) {
    let mut device = Device::screened();
    let tab = device.open();
    device.happens(tab, Event::StartPressed(FOUR));
    device.passes(Duration::from_secs(20));
    (device, tab)
}

#[test]
fn a_sign_that_was_ticked_locks_at_once() {
    let (mut device, tab) = led();
    let ticked = Screening {
        at: device.now,
        scope: Scope::Everything,
        signs: Set::from([WarningSign::Saddle]),
        assessed: None,
    };
    let key = answered_later(&device);
    device.lost(tab, &key, &print_screening(&ticked));
    let playing = device.model(tab).session.playing().unwrap();
    assert!(!playing.session.is_running());
    assert!(device.told(tab).contains(&Notice::StorageFull));
    device.happens(tab, Event::Commanded(Command::Stop));
    device.happens(tab, Event::StartPressed(FOUR));
    assert!(!device.plays(tab));
}

#[test]
fn answers_that_cannot_be_read_may_have_locked_so_all_is_asked_again() {
    let (mut device, tab) = led();
    let key = answered_later(&device);
    device.passes(Duration::from_secs(1));
    device.lost(tab, &key, NEWER);
    assert_eq!(device.model(tab).context.route, Route::Screening);
    device.answers_with_nothing(tab);
    assert!(device.plays(tab));
}

#[test]
fn what_was_told_about_the_body_changes_the_plan() {
    let mut device = Device::screened();
    let tab = device.open();
    device.happens(tab, today::Event::CheckedIn(Feeling::Sore));
    device.answers_with_nothing(tab);
    let plan = |device: &Device| format!("{:?}", device.model(tab).today.proposed);
    let before = plan(&device);
    let told = Person {
        body: Body {
            cautions: Set::from([Caution::Knees]),
            ..Body::default()
        },
        ..Person::default()
    };
    device.lost(tab, &RecordKey::Person, &print_person(&told));
    assert_ne!(plan(&device), before);
}

#[test]
fn a_session_under_way_can_be_gone_on_with() {
    let (mut device, tab) = led();
    let key = device.only(is_playing);
    let text = device.kept(&key).unwrap().to_owned();
    device.kill(tab);
    device.storage.remove(&key.to_string());
    let tab = device.open();
    assert!(device.model(tab).session.interrupted().is_none());
    device.lost(tab, &key, &text);
    let model = device.model(tab);
    let shown = view::go_on(&model.session, &model.context).unwrap();
    assert_eq!(shown.waits, view::Waits::Closed);
}

#[test]
fn of_two_sessions_under_way_one_can_be_gone_on_with_and_the_other_is_history() {
    let (mut device, tab) = led();
    let first = device.only(is_playing);
    let text = device.kept(&first).unwrap().to_owned();
    device.kill(tab);
    device.storage.remove(&first.to_string());
    let tab = device.open();
    let second = RecordKey::Playing(RecordStamp::new(device.now, 98));
    device.locks.slow = Duration::from_secs(1);
    device.lost(tab, &first, &text);
    device.lost(tab, &second, &text);
    device.passes(Duration::from_secs(3));
    assert!(device.model(tab).session.interrupted().is_some());
    device.happens(tab, Event::LetGoPressed);
    device.happens(tab, today::Event::CheckedIn(Feeling::Sore));
    assert_eq!(device.keys().iter().filter(|it| is_history(it)).count(), 2);
}

#[test]
fn what_a_newer_version_had_written_is_kept_aside_as_soon_as_there_is_room() {
    let written_meanwhile: [fn(&mut Device, usize); 2] = [
        |device, tab| {
            device.happens(tab, body::Event::Caution(Caution::Hip, true));
        },
        |device, tab| {
            device.happens(tab, today::Event::CheckedIn(Feeling::Sore));
            device.happens(tab, body::Event::Caution(Caution::Hip, true));
        },
    ];
    for write in written_meanwhile {
        let mut device = Device::screened();
        let tab = device.open();
        device.lost(tab, &RecordKey::Person, NEWER);
        write(&mut device, tab);
        let aside = device.only(is_aside);
        assert_eq!(aside.before_quarantine(), Some(RecordKey::Person));
        assert_eq!(device.kept(&aside), Some(NEWER));
        let body = &device.model(tab).context.person().body;
        assert!(body.cautions.contains(&Caution::Hip));
    }
}

#[test]
fn what_is_there_of_a_newer_version_is_put_aside_before_what_was_lost_takes_its_place() {
    let mut device = Device::screened();
    device.keep(&RecordKey::Person, NEWER.to_owned());
    let tab = device.open();
    device.lost(tab, &RecordKey::Person, &print_person(&Person::default()));
    device.happens(tab, today::Event::CheckedIn(Feeling::Sore));
    let aside = device.only(is_aside);
    assert_eq!(device.kept(&aside), Some(NEWER));
}

#[test]
fn answers_that_were_lost_and_cannot_be_read_are_not_forgotten_when_the_page_comes_back() {
    let (mut device, tab) = led();
    let key = answered_later(&device);
    device.happens(tab, Event::Commanded(Command::Stop));
    device.refuses = Some(StorageError::Full);
    device.passes(Duration::from_secs(1));
    device.lost(tab, &key, NEWER);
    device.reopen(tab);
    device.happens(tab, Event::StartPressed(FOUR));
    assert!(!device.plays(tab));
}
