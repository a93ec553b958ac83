//! Answers about warning signs that can't be read, or that a newer version wrote: they may have named a sign.

use std::time::Duration;

use crate::device::asking::{is_aside, is_history, is_playing, is_screening};
use crate::device::{Device, FOUR, NOON};
use limber::app::session::Event;
use limber::app::{Effect, Notice, Overwrite, Route, body, own, records, settings};
use limber::device::StorageError;
use limber::domain::appearance::Theme;
use limber::domain::body::Caution;
use limber::domain::own::OwnId;
use limber::domain::session::Command;
use limber::format::routine;
use limber::store::settings::Setting;
use limber::store::{
    RecordKey, RecordStamp, Settings, print_routine, print_settings, print_snapshot,
};
use limber::text::en;

const NEWER: &str = r#"{"version":9,"data":{}}"#;
const BROKEN: &str = "?";

/// The key of answers given in another tab, a minute after the questions were first answered with nothing ticked.
fn later() -> RecordKey {
    RecordKey::Screening(RecordStamp::new(NOON + Duration::from_mins(1), 99))
}

/// A tab on a device which has stored this text as those answers.
fn with_answers(text: &str) -> (Device, usize) {
    let mut device = Device::screened();
    device.keep(&later(), text.to_owned());
    let tab = opened_later(&mut device);
    (device, tab)
}

fn opened_later(device: &mut Device) -> usize {
    device.now = NOON + Duration::from_mins(2);
    device.open()
}

#[test]
fn all_is_asked_once_more_and_then_one_is_led() {
    for text in [NEWER, BROKEN] {
        let (mut device, tab) = with_answers(text);
        device.happens(tab, Event::StartPressed(FOUR));
        assert!(!device.plays(tab), "{text}");
        device.answers_with_nothing(tab);
        assert!(device.plays(tab), "{text}");
    }
}

#[test]
fn it_is_asked_also_by_a_page_that_is_opened_after_they_were_put_aside() {
    for text in [NEWER, BROKEN] {
        let (mut device, tab) = with_answers(text);
        device.close(tab);
        let tab = device.open();
        device.happens(tab, Event::StartPressed(FOUR));
        assert!(!device.plays(tab), "{text}");
        device.answers_with_nothing(tab);
        device.close(tab);
        let tab = device.open();
        device.happens(tab, Event::ContinuePressed(Command::Resume));
        assert!(device.plays(tab), "{text}: what was answered since counts");
    }
}

#[test]
fn a_session_waits_when_another_tab_gives_such_answers_and_they_stay_where_they_are() {
    for text in [NEWER, BROKEN] {
        let mut device = Device::screened();
        let tab = opened_later(&mut device);
        device.happens(tab, Event::StartPressed(FOUR));
        keeps_elsewhere(&mut device, tab, &later(), text);
        let playing = device.model(tab).session.playing().unwrap();
        assert!(!playing.session.is_running(), "{text}");
        assert!(device.model(tab).screening.asked.is_some(), "{text}");
        assert_eq!(device.model(tab).context.route, Route::Screening, "{text}");
        assert_eq!(device.kept(&later()), Some(text));
        device.answers_with_nothing(tab);
        let playing = device.model(tab).session.playing().unwrap();
        assert!(playing.session.is_running(), "{text}");
        assert_eq!(device.model(tab).context.route, Route::Player);
    }
}

#[test]
fn what_a_newer_version_wrote_is_left_to_it() {
    let (device, tab) = with_answers(NEWER);
    assert_eq!(device.told(tab), [Notice::FromNewerVersion]);
    let screenings = device.keys().into_iter().filter(is_screening);
    assert_eq!(screenings.count(), 2);
}

#[test]
fn who_answered_since_is_not_held_back() {
    let mut device = Device::screened();
    device.now = NOON + Duration::from_mins(2);
    let tab = device.open();
    device.happens(tab, limber::app::screening::Event::AskAgainPressed);
    device.answers_with_nothing(tab);
    device.happens(tab, Event::StartPressed(FOUR));
    let kept = records::Event::KeptElsewhere {
        name: later().to_string(),
        text: Some(NEWER.to_owned()),
    };
    device.happens(tab, kept);
    let playing = device.model(tab).session.playing().unwrap();
    assert!(playing.session.is_running());
}

#[test]
fn a_session_that_ends_puts_aside_no_settings_of_a_newer_version() {
    let mut device = Device::screened();
    device.keep(&RecordKey::Settings, NEWER.to_owned());
    let tab = device.open();
    device.happens(tab, Event::StartPressed(FOUR));
    device.passes(Duration::from_mins(1));
    device.happens(tab, Event::Commanded(Command::Stop));
    assert_eq!(device.kept(&RecordKey::Settings), Some(NEWER));
}

#[test]
fn what_can_be_read_by_now_is_put_aside_no_more() {
    let mut device = Device::screened();
    device.keep(&RecordKey::Settings, NEWER.to_owned());
    let tab = device.open();
    let there = print_settings(&Settings::default());
    keeps_elsewhere(&mut device, tab, &RecordKey::Settings, &there);
    device.happens(tab, settings::Event::Set(Setting::Theme(Theme::Dark)));
    assert!(!device.keys().iter().any(is_aside));
}

#[test]
fn it_is_put_aside_before_anything_is_kept_in_its_place() {
    for key in [RecordKey::Settings, RecordKey::Person] {
        let mut device = Device::screened();
        device.keep(&key, NEWER.to_owned());
        let tab = device.open();
        device.happens(tab, limber::app::Event::NoticeRead);
        device.happens(tab, settings::Event::Set(Setting::Theme(Theme::Dark)));
        device.happens(tab, body::Event::Caution(Caution::Knees, true));
        assert_eq!(device.told(tab), []);
        assert_ne!(device.kept(&key), Some(NEWER), "{key}");
        let of_this = |it: &RecordKey| it.before_quarantine().as_ref() == Some(&key);
        let aside: Vec<_> = device.keys().into_iter().filter(of_this).collect();
        assert_eq!(device.kept(&aside[0]), Some(NEWER));
    }
}

/// Another tab stores a text, and this one is told.
fn keeps_elsewhere(device: &mut Device, tab: usize, key: &RecordKey, text: &str) {
    device.keep(key, text.to_owned());
    let kept = records::Event::KeptElsewhere {
        name: key.to_string(),
        text: Some(text.to_owned()),
    };
    device.happens(tab, kept);
}

/// A session under way, of which a newer version in another tab wrote how it stands.
fn led_on_by_a_newer_version() -> (Device, usize, RecordKey) {
    let mut device = Device::screened();
    let tab = device.open();
    device.happens(tab, Event::StartPressed(FOUR));
    device.passes(Duration::from_mins(1));
    let key = device.only(is_playing);
    keeps_elsewhere(&mut device, tab, &key, NEWER);
    (device, tab, key)
}

#[test]
fn a_session_that_ends_here_leaves_what_a_newer_version_wrote_of_it() {
    let (mut device, tab, _) = led_on_by_a_newer_version();
    device.happens(tab, Event::Commanded(Command::Stop));
    assert_eq!(device.kept(&device.only(is_aside)), Some(NEWER));
    device.only(is_history);
    assert_eq!(device.keys().into_iter().filter(is_playing).count(), 0);
}

#[test]
fn what_finds_no_room_aside_stays_where_it_is() {
    let (mut device, tab, key) = led_on_by_a_newer_version();
    device.refuses = Some(StorageError::Full);
    device.happens(tab, Event::Commanded(Command::Stop));
    assert_eq!(device.kept(&key), Some(NEWER));
    device.refuses = None;
    device.happens(tab, settings::Event::Set(Setting::Theme(Theme::Dark)));
    assert_eq!(
        device.kept(&key),
        Some(NEWER),
        "also once its end finds room"
    );
    device.only(is_history);
}

#[test]
fn where_a_newer_version_wrote_it_is_looked_at_before_every_further_write() {
    let (mut device, tab, key) = led_on_by_a_newer_version();
    let mut effects = device.happens(tab, Event::Commanded(Command::Pause));
    effects.extend(device.happens(tab, Event::Commanded(Command::Next)));
    let writes = effects.iter().filter_map(|effect| {
        let Effect::Keep { key: of, over, .. } = effect else {
            return None;
        };
        (*of == key).then_some(over)
    });
    let writes: Vec<_> = writes.collect();
    assert!(writes.len() > 1, "{effects:?}");
    let looks = |over: &&Overwrite| matches!(over, Overwrite::Known(_));
    assert!(writes.iter().all(looks), "{writes:?}");
}

#[test]
fn a_routine_of_a_newer_version_is_put_aside_where_it_is_removed_here() {
    let mut device = Device::screened();
    let text = "routine: Mine\ncat-cow: 5 times\n";
    let routine = routine::read(text, en::NAMELESS).unwrap().routine;
    let id = OwnId::named(&routine.id).unwrap();
    let key = RecordKey::Own(id);
    device.keep(&key, print_routine(&routine));
    let tab = device.open();
    keeps_elsewhere(&mut device, tab, &key, NEWER);
    device.happens(tab, own::Event::RemovePressed(id));
    assert_eq!(device.kept(&key), None);
    assert_eq!(device.kept(&device.only(is_aside)), Some(NEWER));
}

#[test]
fn a_session_that_can_be_read_again_is_not_put_aside() {
    let (mut device, tab, key) = led_on_by_a_newer_version();
    let session = &device.model(tab).session.playing().unwrap().session;
    let readable = print_snapshot(&session.snapshot().unwrap());
    keeps_elsewhere(&mut device, tab, &key, &readable);
    device.passes(Duration::from_secs(10));
    assert!(!device.keys().iter().any(is_aside));
}
