//! Regression tests for faults once seen: wrong clocks, other tabs, voices that come late or not at all.
//! `docs/faults.md` lists the tests of other faults.

use std::time::Duration;

use crate::device::asking::{is_aside, is_history, speaks};
use crate::device::{Device, FOUR, Manner, NOON};
use limber::app::session::{Event, view};
use limber::app::{Effect, Notice, Route, Start, body, records, screening, settings, today};
use limber::device::{MediaKey, StorageError};
use limber::domain::appearance::Theme;
use limber::domain::body::Caution;
use limber::domain::collections::Set;
use limber::domain::episode::{CheckIn, Day, Feeling};
use limber::domain::history::{During, HoldEnd};
use limber::domain::pain::Pain;
use limber::domain::screening::{Scope, Screening, WarningSign};
use limber::domain::session::Command;
use limber::domain::time::Moment;
use limber::store::settings::Setting;
use limber::store::{RecordKey, RecordStamp, print_check_in, print_screening, read_session};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Answers with nothing to tick, made at a moment.
fn clean(at: Moment) -> String {
    print_screening(&Screening {
        at,
        scope: Scope::Everything,
        signs: Set::new(),
        assessed: None,
    })
}

#[test]
fn answers_and_check_ins_from_the_future_answer_nothing() {
    let ahead = NOON + 365 * DAY;
    let mut device = Device::new();
    device.keep(
        &RecordKey::Screening(RecordStamp::new(ahead, 1)),
        clean(ahead),
    );
    let fine = CheckIn {
        at: ahead,
        day: Day::of(ahead, 0),
        feeling: Feeling::Fine,
    };
    device.keep(
        &RecordKey::CheckIn(RecordStamp::new(ahead, 1)),
        print_check_in(&fine),
    );
    let tab = device.open();
    device.happens(tab, today::Event::CheckedIn(Feeling::Spasm));
    let model = device.model(tab);
    assert!(model.screening.asked.is_some(), "no question is asked");
    assert_eq!(model.context.route, Route::Screening);
    assert_eq!(
        model.context.check_ins().last().unwrap().feeling,
        Feeling::Spasm
    );
}

#[test]
fn a_session_goes_on_where_the_clock_was_set_back_since() {
    let mut device = Device::screened();
    let tab = device.open();
    device.happens(tab, Event::StartPressed(FOUR));
    device.passes(Duration::from_secs(40));
    device.kill(tab);
    device.now = device.now - DAY;
    // The answers are dated later than now and do not count any more, so the questions are asked again.
    let tab = device.open();
    device.happens(tab, Event::ContinuePressed(Command::Resume));
    for _ in 0..3 {
        device.happens(tab, screening::Event::SheetAnswered);
    }
    assert!(device.plays(tab), "the question leads back to the session");
    let effects = device.pass(tab, Duration::from_secs(60));
    assert!(speaks(&effects), "it stands still");
}

#[test]
fn a_day_is_reckoned_by_where_one_is_at_that_moment() {
    let mut device = Device::screened();
    let tab = device.open();
    let day = device.model(tab).context.today();
    device.utc_offset = 14 * 60;
    device.happens(tab, today::Event::CheckedIn(Feeling::Fine));
    let check_in = *device.model(tab).context.check_ins().last().unwrap();
    assert_eq!(check_in.day.since(day), 1);
}

#[test]
fn a_rating_is_of_the_session_that_begins_soon_after_it() {
    let rating = Pain::new(8).unwrap();
    for (later, expected) in [(Duration::from_secs(600), Some(rating)), (DAY, None)] {
        let mut device = Device::screened();
        let tab = device.open();
        device.happens(tab, Event::PainBeforeRated(rating));
        device.passes(later);
        device.happens(tab, Event::StartPressed(FOUR));
        device.answers_with_nothing(tab);
        device.happens(tab, Event::Commanded(Command::Stop));
        assert_eq!(rated_before(&device), [expected]);
    }
}

/// The ratings before the sessions that are over, in the order in which they began.
fn rated_before(device: &Device) -> Vec<Option<Pain>> {
    let keys = device.keys().into_iter().filter(is_history);
    let record = |key| read_session(device.kept(&key).unwrap()).unwrap();
    let mut over: Vec<_> = keys.map(record).collect();
    over.sort_by_key(|it| it.started);
    over.into_iter().map(|it| it.before).collect()
}

#[test]
fn a_rating_is_not_of_the_session_after_one_that_goes_on() {
    for elsewhere in [false, true] {
        let mut device = Device::screened();
        let first = device.open();
        device.happens(first, Event::StartPressed(FOUR));
        device.passes(Duration::from_secs(30));
        if !elsewhere {
            device.kill(first);
        }
        let tab = device.open();
        device.happens(tab, Event::PainBeforeRated(Pain::new(4).unwrap()));
        device.happens(
            tab,
            if elsewhere {
                Event::TakeOverPressed
            } else {
                Event::ContinuePressed(Command::Resume)
            },
        );
        for _ in 0..2 {
            device.answers_with_nothing(tab);
            assert!(device.plays(tab));
            device.passes(Duration::from_secs(30));
            device.happens(tab, Event::Commanded(Command::Stop));
            device.happens(tab, Event::StartPressed(FOUR));
        }
        assert_eq!(rated_before(&device), [None, None], "{elsewhere}");
    }
}

#[test]
fn nobody_checks_in_because_they_followed_a_link() {
    let mut device = Device::screened();
    let tab = device.open_at(Route::CheckIn(Feeling::Fine));
    let model = device.model(tab);
    assert_eq!(model.context.route, Route::Question);
    assert_eq!(model.today.suggested, Some(Feeling::Fine));
    assert!(model.context.check_ins().next().is_none());
    device.happens(tab, today::Event::CheckedIn(Feeling::Sore));
    let model = device.model(tab);
    assert_eq!(model.today.suggested, None);
    assert_eq!(model.context.check_ins().count(), 1);
}

/// A way in which something about the body becomes known while a session is under way.
#[derive(Debug, Clone, Copy)]
enum Told {
    /// Nothing does.
    Nothing,
    /// On the page about the body.
    OnBodyPage,
    /// In another tab.
    Elsewhere,
    /// By a warning sign that is ticked.
    BySign,
}

/// Tells this in the first posture of a session, and returns the form in which the person is led on to the next.
fn led_after(told: Told, waits: bool) -> &'static str {
    let mut device = Device::screened();
    let (here, there) = (device.open(), device.open());
    device.happens(here, Event::StartPressed(FOUR));
    if waits {
        device.happens(here, Event::Commanded(Command::Pause));
    }
    let leg = body::Event::Caution(Caution::LegPain, true);
    match told {
        Told::Nothing => {}
        Told::OnBodyPage => drop(device.happens(here, leg)),
        Told::Elsewhere => drop(device.happens(there, leg)),
        Told::BySign => {
            device.happens(here, screening::Event::AskAgainPressed);
            let groups = device.model(here).screening.asked.as_ref().unwrap();
            for _ in 0..groups.groups.len() {
                device.answers(here, &[WarningSign::BelowKnee]);
            }
            device.happens(here, screening::Event::AdviceRead);
        }
    }
    device.happens(here, Event::ContinuePressed(Command::Resume));
    device.happens(here, Event::Commanded(Command::Jump(1)));
    device.passes(Duration::from_secs(30));
    let session = &device.model(here).session.playing().unwrap().session;
    let (phase, _) = session.place().unwrap();
    session.timeline().steps[phase.step].form().id
}

#[test]
fn what_is_told_of_the_body_is_heeded_by_what_waits_whichever_way_it_came() {
    for waits in [true, false] {
        assert_eq!(led_after(Told::Nothing, waits), "pigeon");
        for told in [Told::OnBodyPage, Told::Elsewhere, Told::BySign] {
            assert_eq!(led_after(told, waits), "figure-four", "{told:?}, {waits}");
        }
    }
}

#[test]
fn what_hurts_on_the_way_in_is_part_of_the_record() {
    let mut device = Device::screened();
    let tab = device.open();
    device.happens(tab, Event::StartPressed(FOUR));
    device.happens(tab, Event::Commanded(Command::Jump(1)));
    device.happens(tab, Event::Commanded(Command::Hurts));
    device.happens(tab, Event::Commanded(Command::Stop));
    let keys = device.keys();
    let over = keys.iter().find(|key| matches!(key, RecordKey::Session(_)));
    let record = read_session(&device.storage[&over.unwrap().to_string()]).unwrap();
    let hurt = record.done.iter().find(|done| done.end == HoldEnd::Hurt);
    let hurt = hurt.unwrap();
    assert_eq!((&*hurt.posture, hurt.during), ("pigeon", During::GettingIn));
}

#[test]
fn a_voice_that_begins_late_at_first_is_waited_for() {
    let mut device = Device::screened();
    device.manner = Manner::LateAtFirst(Duration::from_millis(6_500));
    let tab = device.open();
    device.happens(tab, Event::StartPressed(FOUR));
    let effects = device.pass(tab, Duration::from_secs(24));
    assert!(speaks(&effects), "the voice was given up");
    assert_eq!(device.told(tab), []);
    assert_eq!(device.faults, [""; 0]);
}

#[test]
fn a_voice_that_fails_is_told_once_and_tried_again_later() {
    for manner in [
        Manner::Fails,
        Manner::Missing,
        Manner::NeverBegins,
        Manner::NeverEnds,
    ] {
        let mut device = Device::screened();
        device.manner = manner;
        let tab = device.open();
        device.happens(tab, Event::StartPressed(Start::Routine("in-spasm")));
        device.passes(Duration::from_secs(40));
        let playing = device.model(tab).session.playing().unwrap();
        assert!(
            playing.transcript.len() > 1,
            "{manner:?}: captions do not lead"
        );
        assert_eq!(device.told(tab).len(), 1, "{manner:?}");
        device.happens(tab, limber::app::Event::NoticeRead);
        // It fails once more, and works again after that.
        device.passes(Duration::from_secs(100));
        assert_eq!(device.told(tab), [], "{manner:?}: told again");
        device.manner = Manner::Plain;
        let effects = device.pass(tab, Duration::from_secs(8 * 60));
        assert!(speaks(&effects), "{manner:?}: it was given up for good");
        assert_eq!(device.faults, [""; 0], "{manner:?}");
    }
}

#[test]
fn a_tab_that_is_told_to_play_what_another_plays_says_where_it_runs() {
    let mut device = Device::screened();
    let first = device.open();
    device.happens(first, Event::StartPressed(FOUR));
    device.passes(Duration::from_secs(30));
    let second = device.open();
    let model = device.model(second);
    let shown = view::go_on(&model.session, &model.context).unwrap();
    assert_eq!(shown.waits, view::Waits::Elsewhere);
    device.happens(second, Event::ContinuePressed(Command::Resume));
    assert!(device.plays(first) && !device.plays(second));
    // That tab is gone, so now the session can be continued here.
    device.kill(first);
    device.happens(second, limber::app::Event::PageShown);
    device.happens(second, Event::ContinuePressed(Command::Resume));
    assert!(device.plays(second));
    assert_eq!(device.told(second), [] as [Notice; 0]);
}

#[test]
fn a_session_that_is_rated_and_noted_counts_once_whatever_the_clock_did() {
    let mut device = Device::screened();
    let tab = device.open();
    device.happens(tab, Event::StartPressed(FOUR));
    device.passes(Duration::from_secs(40));
    device.now = device.now - DAY;
    device.passes(Duration::from_secs(40));
    device.happens(tab, Event::Commanded(Command::Stop));
    device.happens(tab, Event::PainAfterRated(Pain::new(3).unwrap()));
    device.happens(tab, Event::NoteWritten("The left side.".to_owned()));
    assert_eq!(device.model(tab).context.kept.sessions.iter().len(), 1);
    assert_eq!(device.model(tab).context.history().len(), 1);
}

#[test]
fn a_session_that_is_read_again_and_then_rated_is_there_once() {
    let mut device = Device::screened();
    // A page's own clock is this fine; stored moments are in whole milliseconds.
    device.now = device.now + Duration::from_micros(300);
    let tab = device.open();
    device.happens(tab, Event::StartPressed(FOUR));
    device.passes(Duration::from_secs(40));
    device.happens(tab, Event::Commanded(Command::Stop));
    device.reopen(tab);
    device.happens(tab, Event::PainAfterRated(Pain::new(3).unwrap()));
    assert_eq!(device.model(tab).context.history().len(), 1);
}

#[test]
fn what_could_not_be_kept_is_not_taken_for_another_tabs() {
    let mut device = Device::screened();
    let tab = device.open();
    device.happens(tab, settings::Event::Set(Setting::Theme(Theme::Dark)));
    device.refuses = Some(StorageError::Full);
    device.happens(tab, settings::Event::Set(Setting::Theme(Theme::Light)));
    device.refuses = None;
    device.happens(tab, settings::Event::Set(Setting::Theme(Theme::Device)));
    assert_eq!(device.told(tab), [Notice::StorageFull]);
    assert!(!device.keys().iter().any(is_aside));
}

#[test]
fn what_lasts_is_told_once_also_when_it_was_read() {
    let mut device = Device::screened();
    let tab = device.open();
    device.happens(tab, Event::StartPressed(FOUR));
    device.refuses = Some(StorageError::Full);
    device.passes(Duration::from_secs(30));
    assert_eq!(device.told(tab), [Notice::StorageFull]);
    device.happens(tab, limber::app::Event::NoticeRead);
    device.passes(Duration::from_mins(2));
    assert_eq!(device.told(tab), []);
}

#[test]
fn a_journal_that_a_newer_version_has_is_told_once_and_all_is_kept() {
    let mut device = Device::screened();
    let tab = device.open();
    for _ in 0..2 {
        device.happens(tab, records::Event::JournalBlocked);
        assert_eq!(device.told(tab), [Notice::NoJournal]);
    }
    device.happens(tab, limber::app::Event::NoticeRead);
    device.happens(tab, records::Event::JournalBlocked);
    assert_eq!(device.told(tab), []);
    device.happens(tab, Event::StartPressed(FOUR));
    device.happens(tab, Event::Commanded(Command::Stop));
    device.only(is_history);
}

#[test]
fn a_voice_that_failed_is_tried_again_by_a_clock_that_was_set_back() {
    let mut device = Device::screened();
    device.manner = Manner::Fails;
    let tab = device.open();
    device.happens(tab, Event::StartPressed(FOUR));
    device.passes(Duration::from_secs(30));
    device.manner = Manner::Plain;
    device.now = device.now - 365 * DAY;
    // The timer set earlier still fires, whatever the date is now.
    device.passes(Duration::from_secs(1));
    let effects = device.pass(tab, Duration::from_secs(90));
    assert!(speaks(&effects), "it waits for the clock to catch up");
}

#[test]
fn a_session_that_goes_on_by_a_key_does_not_speak_over_a_voice_that_is_being_tried() {
    let mut device = Device::screened();
    let tab = device.open();
    device.happens(tab, Event::StartPressed(FOUR));
    let settings = limber::app::Event::AddressChanged(Route::Settings);
    device.happens(tab, settings);
    device.happens(tab, settings::Event::TestVoicePressed);
    let effects = device.happens(tab, Event::MediaKeyPressed(MediaKey::Play));
    assert!(speaks(&effects));
    assert_eq!(device.faults, [""; 0]);
}

#[test]
fn a_voice_that_is_being_tried_in_a_pause_is_silent_on_the_way_back() {
    let mut device = Device::screened();
    let tab = device.open();
    device.happens(tab, Event::StartPressed(FOUR));
    device.happens(tab, limber::app::Event::AddressChanged(Route::Settings));
    device.happens(tab, settings::Event::TestVoicePressed);
    let left = device.happens(tab, limber::app::Event::AddressChanged(Route::Player));
    assert!(left.contains(&Effect::Hush) && left.contains(&Effect::CancelTones));
    device.happens(tab, Event::Commanded(Command::Resume));
    assert_eq!(device.faults, [""; 0]);
}
