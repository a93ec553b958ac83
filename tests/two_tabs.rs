//! Two tabs on one device: only one session at a time, and each tab knows what the other was told.

use std::time::Duration;

use crate::device::asking::{is_history, speaks};
use crate::device::{Device, FOUR};
use limber::app::device::DeviceCheckEvent;
use limber::app::session::{Claimed, Event, view};
use limber::app::{Effect, Event as Any, Notice, Now, Route, Start};
use limber::app::{device, records, settings, today, update};
use limber::device::StorageError;
use limber::device::check::Capability;
use limber::domain::episode::Feeling;
use limber::domain::plan::SettlingTime;
use limber::domain::screening::{Scope, Screening, WarningSign};
use limber::domain::session::Command;
use limber::store::settings::Setting;
use limber::store::{RecordKey, RecordStamp, print_screening};

#[test]
fn a_session_is_led_in_one_tab_and_the_other_says_where_it_runs() {
    let mut device = Device::screened();
    let (here, there) = (device.open(), device.open());
    device.happens(here, Event::StartPressed(FOUR));
    device.passes(Duration::from_secs(20));
    device.happens(there, Event::StartPressed(Start::Routine("in-spasm")));
    assert!(device.plays(here) && !device.plays(there));
    assert_eq!(device.told(there), [Notice::OtherTabPlays]);
    let model = device.model(there);
    let shown = view::go_on(&model.session, &model.context).unwrap();
    assert_eq!(shown.waits, view::Waits::Elsewhere);
    assert_eq!(device.faults, [""; 0]);
}

#[test]
fn the_other_tab_can_take_it_over_and_goes_on_where_it_stands() {
    let mut device = Device::screened();
    let (here, there) = (device.open(), device.open());
    device.happens(here, Event::StartPressed(FOUR));
    device.passes(Duration::from_secs(90));
    let stood = device
        .model(here)
        .session
        .playing()
        .unwrap()
        .session
        .phase();
    device.happens(there, Event::TakeOverPressed);
    assert!(!device.plays(here) && device.plays(there));
    assert_eq!(device.told(here), [Notice::GoesOnElsewhere]);
    let session = &device.model(there).session.playing().unwrap().session;
    assert_eq!(session.phase(), stood);
    device.passes(Duration::from_secs(60));
    device.happens(there, Event::Commanded(Command::Stop));
    let kept = device.keys();
    let count = |of: fn(&RecordKey) -> bool| kept.iter().filter(|key| of(key)).count();
    assert_eq!(count(|key| matches!(key, RecordKey::Session(_))), 1);
    assert_eq!(count(|key| matches!(key, RecordKey::Playing(_))), 0);
    assert_eq!(device.model(here).context.kept.sessions.iter().len(), 1);
    assert_eq!(device.faults, [""; 0]);
}

#[test]
fn two_tabs_that_both_offer_to_go_on_do_not_both_go_on() {
    let mut device = Device::screened();
    let first = device.open();
    device.happens(first, Event::StartPressed(FOUR));
    device.passes(Duration::from_secs(30));
    device.kill(first);
    let (here, there) = (device.open(), device.open());
    device.happens(here, Event::ContinuePressed(Command::Resume));
    device.happens(there, Event::ContinuePressed(Command::Resume));
    assert!(device.plays(here) && !device.plays(there));
    device.passes(Duration::from_secs(60));
    assert_eq!(device.faults, [""; 0]);
    assert_eq!(device.model(there).context.route, Route::Question);
}

#[test]
fn a_session_that_waits_is_ended_and_recorded_when_another_is_started() {
    let mut device = Device::screened();
    let tab = device.open();
    device.happens(tab, Event::StartPressed(FOUR));
    device.passes(Duration::from_secs(60));
    device.happens(tab, Event::Commanded(Command::Pause));
    device.happens(tab, Event::StartPressed(Start::Routine("in-spasm")));
    device.passes(Duration::from_secs(5));
    let kept = device.keys();
    let count = |of: fn(&RecordKey) -> bool| kept.iter().filter(|key| of(key)).count();
    assert_eq!(count(|key| matches!(key, RecordKey::Playing(_))), 1);
    assert_eq!(count(|key| matches!(key, RecordKey::Session(_))), 1);
    assert_eq!(device.faults, [""; 0]);
}

#[test]
fn a_page_that_is_left_and_comes_back_has_its_session_waiting_and_tells_nothing_untrue() {
    let mut device = Device::screened();
    let here = device.open();
    device.happens(here, Event::StartPressed(FOUR));
    device.passes(Duration::from_secs(20));
    let effects = device.leave(here);
    assert!(effects.contains(&Effect::Hush) && effects.contains(&Effect::CancelTones));
    device.passes(Duration::from_mins(10));
    device.come_back(here);
    assert_eq!(device.told(here), []);
    let model = device.model(here);
    assert_eq!(model.context.route, Route::Question);
    let shown = view::go_on(&model.session, &model.context).unwrap();
    assert_eq!(shown.waits, view::Waits::Closed);
    device.happens(here, Event::ContinuePressed(Command::Resume));
    assert!(device.plays(here));
    assert_eq!(device.faults, [""; 0]);
}

#[test]
fn a_voice_that_is_being_tried_falls_silent_when_the_page_is_left() {
    let mut device = Device::screened();
    let here = device.open();
    device.happens(here, settings::Event::TestVoicePressed);
    device.leave(here);
    assert_eq!(device.faults, [""; 0]);
}

#[test]
fn a_killed_tabs_session_is_offered_after_the_ending_that_another_shows() {
    let mut device = Device::screened();
    let (here, there) = (device.open(), device.open());
    device.happens(there, Event::StartPressed(FOUR));
    device.happens(there, Event::Commanded(Command::Stop));
    assert_eq!(device.model(there).context.route, Route::Ending);
    device.happens(here, Event::StartPressed(FOUR));
    device.passes(Duration::from_secs(30));
    device.kill(here);
    device.happens(there, Any::PageShown);
    assert_eq!(device.keys().into_iter().filter(is_history).count(), 1);
    device.happens(there, Event::KeepPressed);
    let model = device.model(there);
    let shown = view::go_on(&model.session, &model.context).unwrap();
    assert_eq!(shown.waits, view::Waits::Closed);
}

#[test]
fn a_session_that_is_gone_on_with_and_refused_is_not_lost() {
    for full in [false, true] {
        let mut device = Device::screened();
        let (here, there) = (device.open(), device.open());
        device.happens(there, Event::StartPressed(FOUR));
        device.passes(Duration::from_mins(2));
        device.happens(there, Event::Commanded(Command::Hurts));
        device.leave(there);
        device.come_back(there);
        // The other tab's session is not seen here.
        device.refuses = full.then_some(StorageError::Full);
        device.locks.slow = Duration::from_secs(1);
        device.happens(here, Event::StartPressed(Start::Posture("walk")));
        device.happens(there, Event::ContinuePressed(Command::Resume));
        device.passes(Duration::from_secs(5));
        device.refuses = None;
        device.happens(here, Event::Commanded(Command::Stop));
        device.passes(Duration::from_secs(5));
        device.happens(there, Any::PageShown);
        device.passes(Duration::from_secs(5));
        let hurts = |key: RecordKey| device.kept(&key).unwrap().contains("\"hurt\"");
        let hurt = device
            .keys()
            .into_iter()
            .filter(|it| !matches!(it, RecordKey::Screening(_)));
        let any = hurt.map(hurts).max();
        assert_eq!(any, Some(true), "full: {full}");
    }
}

#[test]
fn what_hurt_before_a_session_was_refused_is_not_lost() {
    let mut device = Device::screened();
    let (here, there) = (device.open(), device.open());
    // The other tab's session is not seen here.
    device.refuses = Some(StorageError::Full);
    device.locks.slow = Duration::from_secs(1);
    device.happens(here, Event::StartPressed(FOUR));
    device.happens(there, Event::StartPressed(Start::Posture("walk")));
    device.happens(there, Event::Commanded(Command::Next));
    device.happens(there, Event::Commanded(Command::Hurts));
    let playing = device.model(there).session.playing().unwrap();
    assert_eq!(playing.session.done().len(), 1);
    device.passes(Duration::from_secs(5));
    assert!(device.plays(here) && !device.plays(there));
    device.refuses = None;
    device.happens(there, today::Event::CheckedIn(Feeling::Sore));
    device.passes(Duration::from_secs(5));
    assert!(device.storage.values().any(|it| it.contains("\"hurt\"")));
}

#[test]
fn a_session_that_ends_while_it_changes_hands_leaves_no_lock() {
    let mut device = Device::screened();
    let (here, there) = (device.open(), device.open());
    device.happens(here, Event::StartPressed(FOUR));
    device.passes(Duration::from_secs(20));
    device.locks.slow = Duration::from_secs(1);
    device.happens(there, Event::TakeOverPressed);
    device.happens(here, Event::Commanded(Command::Stop));
    device.passes(Duration::from_secs(3));
    assert!(!device.plays(there) && !device.locks.are_held_by(there));
}

#[test]
fn no_voice_is_tried_while_another_tab_has_a_session_and_one_that_is_falls_silent() {
    let mut device = Device::screened();
    let (here, there) = (device.open(), device.open());
    for screen in [Route::Settings, Route::DeviceCheck] {
        let test = tries_the_voice(&screen);
        device.happens(there, Any::AddressChanged(screen.clone()));
        assert!(speaks(&device.happens(there, test.clone())), "{screen:?}");
        device.happens(here, Event::StartPressed(FOUR));
        assert_eq!(device.faults, [""; 0], "it is spoken over: {screen:?}");
        device.passes(Duration::from_secs(3));
        assert!(!speaks(&device.happens(there, test.clone())), "{screen:?}");
        assert_eq!(device.told(there), [Notice::OtherTabPlays]);
        let check = &device.model(there).device.check;
        assert!(check.trying.is_empty() && check.over_by.is_none());
        device.happens(here, Event::Commanded(Command::Stop));
        assert!(speaks(&device.happens(there, test)), "{screen:?}");
        device.happens(there, Any::AddressChanged(Route::Question));
        device.happens(there, Any::NoticeRead);
    }
    assert_eq!(device.faults, [""; 0]);
}

fn tries_the_voice(screen: &Route) -> Any {
    if *screen == Route::Settings {
        settings::Event::TestVoicePressed.into()
    } else {
        let pressed = DeviceCheckEvent::TestPressed(Capability::Speech);
        device::Event::DeviceCheck(pressed).into()
    }
}

#[test]
fn a_session_that_was_gone_on_with_elsewhere_meanwhile_is_shown_there() {
    let mut device = Device::screened();
    let here = device.open();
    device.happens(here, Event::StartPressed(FOUR));
    device.passes(Duration::from_secs(20));
    device.leave(here);
    let there = device.open();
    device.happens(there, Event::ContinuePressed(Command::Resume));
    assert!(device.plays(there));
    device.come_back(here);
    let model = device.model(here);
    let shown = view::go_on(&model.session, &model.context).unwrap();
    assert_eq!(shown.waits, view::Waits::Elsewhere);
    assert_eq!(device.told(here), []);
    assert_eq!(device.faults, [""; 0]);
}

#[test]
fn a_session_that_cannot_be_kept_is_there_when_its_page_comes_back() {
    let mut device = Device::screened();
    let here = device.open();
    device.refuses = Some(StorageError::Forbidden);
    device.happens(here, Event::StartPressed(FOUR));
    device.passes(Duration::from_secs(20));
    device.leave(here);
    device.come_back(here);
    let model = device.model(here);
    let shown = view::go_on(&model.session, &model.context).unwrap();
    assert_eq!(shown.waits, view::Waits::Closed);
}

#[test]
fn what_another_tab_learns_of_the_back_changes_the_plan_that_is_open_here() {
    let mut device = Device::screened();
    let (here, there) = (device.open(), device.open());
    device.happens(here, today::Event::CheckedIn(Feeling::Fine));
    device.answers_with_nothing(here);
    let plan = |device: &Device| format!("{:?}", device.model(here).today.proposed);
    let before = plan(&device);
    device.passes(Duration::from_secs(5));
    device.happens(there, today::Event::CheckedIn(Feeling::Sore));
    assert_ne!(plan(&device), before);
}

#[test]
fn a_sign_that_is_ticked_while_a_session_changes_hands_is_heeded() {
    let mut device = Device::screened();
    let (here, there) = (device.open(), device.open());
    device.happens(here, Event::StartPressed(FOUR));
    device.passes(Duration::from_secs(20));
    let mut model = device.model(there).clone();
    let now = Now {
        at: device.now,
        utc_offset: 0,
    };
    update(&mut model, Event::TakeOverPressed.into(), now);
    let ticked = Screening {
        at: device.now,
        scope: Scope::Everything,
        signs: [WarningSign::Saddle].into_iter().collect(),
        assessed: None,
    };
    let kept = records::Event::KeptElsewhere {
        name: RecordKey::Screening(RecordStamp::new(device.now, 99)).to_string(),
        text: Some(print_screening(&ticked)),
    };
    update(&mut model, kept.into(), now);
    let effects = update(&mut model, Event::Claimed(Claimed::Held).into(), now);
    assert!(model.session.playing().is_none() && model.session.interrupted().is_some());
    assert!(effects.contains(&Effect::Unclaim));
    assert!(effects.contains(&Effect::GoTo(Route::Screening)));
}

#[test]
fn what_another_tab_is_set_to_changes_the_plan_that_is_open_here() {
    let mut device = Device::screened();
    let (here, there) = (device.open(), device.open());
    device.happens(here, today::Event::CheckedIn(Feeling::Sore));
    device.answers_with_nothing(here);
    let lengths = |device: &Device| -> Vec<Duration> {
        let proposed = device.model(here).today.proposed.iter().flatten().flatten();
        proposed.map(|it| it.length).collect()
    };
    for setting in [
        Setting::Rate(0.6),
        Setting::Settling(SettlingTime::Unhurried),
    ] {
        let before = lengths(&device);
        device.happens(there, settings::Event::Set(setting));
        assert_ne!(lengths(&device), before);
    }
}
