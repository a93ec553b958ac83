//! What comes from outside the page: newer versions, installation on the home screen, shortcuts from there.

use std::time::Duration;

use crate::device::asking::{is_settings, kept};
use crate::device::{Device, FOUR, NOON};
use limber::app::device::view::{invitation, newer};
use limber::app::device::{Event, Newer};
use limber::app::view::busy;
use limber::app::{self, Effect, Now, Route, Start, session, today, update};
use limber::device::Installing;
use limber::domain::episode::Feeling;
use limber::domain::history::SessionRecord;
use limber::domain::session::{Command, Ending};
use limber::store::{RecordKey, RecordStamp, print_session, read_settings};

const HOUR: Duration = Duration::from_secs(60 * 60);

/// The only tab.
const TAB: usize = 0;

/// A page opened with these sessions in its history.
fn opened(sessions: &[SessionRecord]) -> Device {
    let mut device = Device::new();
    for session in sessions {
        let key = RecordKey::Session(RecordStamp::new(session.started, 1));
        device.keep(&key, print_session(session));
    }
    device.open();
    device
}

fn session(ending: Ending) -> SessionRecord {
    SessionRecord {
        routine: "desk-break".into(),
        title: "A desk break".into(),
        started: NOON,
        ended: NOON + HOUR,
        ending,
        done: Vec::new(),
        before: None,
        after: None,
        note: String::new(),
    }
}

fn goes_to(device: &mut Device, route: Route) -> Vec<Effect> {
    device.happens(TAB, app::Event::AddressChanged(route))
}

fn told_of_newer(device: &Device) -> Option<Newer> {
    let model = device.model(TAB);
    newer(&model.device, &model.context, busy(model))
}

fn invited(device: &Device) -> Option<Installing> {
    let model = device.model(TAB);
    invitation(&model.device, &model.context, busy(model))
}

#[test]
fn a_newer_version_is_told_of_when_nothing_is_under_way_and_only_taken_then() {
    let mut device = opened(&[]);
    let pigeon = session::Event::StartPressed(Start::Posture("pigeon"));
    device.happens(TAB, pigeon);
    device.answers_with_nothing(TAB);
    assert!(device.model(TAB).session.playing().is_some());
    device.happens(TAB, Event::NewerWaits);
    assert_eq!(told_of_newer(&device), None);
    let effects = device.happens(TAB, Event::NewerWanted);
    assert!(!effects.contains(&Effect::TakeNewer));
    goes_to(&mut device, Route::Question);
    assert_eq!(told_of_newer(&device), None, "a session waits");
    device.happens(TAB, session::Event::Commanded(Command::Stop));
    assert_eq!(device.model(TAB).context.route, Route::Ending);
    assert!(busy(device.model(TAB)), "how it is now is being asked");
    assert_eq!(told_of_newer(&device), None);
    goes_to(&mut device, Route::Question);
    assert_eq!(told_of_newer(&device), Some(Newer::Waits));
    let effects = device.happens(TAB, Event::NewerWanted);
    assert!(effects.contains(&Effect::TakeNewer));
    device.happens(TAB, Event::NewerHeldBack);
    assert_eq!(told_of_newer(&device), Some(Newer::HeldBack));
}

#[test]
fn ticks_are_not_lost_to_a_newer_version_and_who_declined_it_is_not_asked_again() {
    let mut device = opened(&[]);
    device.happens(TAB, today::Event::CheckedIn(Feeling::Sore));
    goes_to(&mut device, Route::Question);
    device.happens(TAB, Event::NewerWaits);
    assert_eq!(
        told_of_newer(&device),
        None,
        "warning signs are being asked for"
    );
    device.answers_with_nothing(TAB);
    goes_to(&mut device, Route::Question);
    assert_eq!(told_of_newer(&device), Some(Newer::Waits));
    device.happens(TAB, Event::NewerDeclined);
    device.happens(TAB, Event::NewerWaits);
    assert_eq!(told_of_newer(&device), None);
}

#[test]
fn where_a_part_of_this_version_is_missing_a_newer_one_is_looked_for_and_offered() {
    let mut device = opened(&[]);
    device.happens(TAB, Event::NewerWaits);
    device.happens(TAB, Event::NewerDeclined);
    goes_to(&mut device, Route::Evidence);
    let effects = device.happens(TAB, Event::PartNotLoaded);
    assert!(effects.contains(&Effect::LookForNewer));
    assert_eq!(told_of_newer(&device), Some(Newer::Waits));
}

#[test]
fn a_page_that_stays_open_asks_for_a_newer_version_once_an_hour() {
    let mut device = opened(&[]);
    let model = &mut device.tabs[TAB].model;
    let mut looks = |minutes: u64| {
        let at = NOON + Duration::from_secs(60 * minutes);
        let effects = update(model, app::Event::PageShown, Now { at, utc_offset: 0 });
        effects.contains(&Effect::LookForNewer)
    };
    assert_eq!(
        [0, 1, 59, 60, 61, 200].map(&mut looks),
        [true, false, false, true, false, true]
    );
}

#[test]
fn the_home_screen_is_offered_after_a_finished_session_and_until_it_is_answered() {
    for (sessions, how, offered) in [
        (vec![], Installing::Offered, false),
        (vec![session(Ending::Stopped)], Installing::Offered, false),
        (vec![session(Ending::Finished)], Installing::Unknown, false),
        (vec![session(Ending::Finished)], Installing::Done, false),
        (vec![session(Ending::Finished)], Installing::Offered, true),
        (vec![session(Ending::Finished)], Installing::ByHand, true),
    ] {
        let mut device = opened(&sessions);
        device.happens(TAB, Event::InstallingKnown(how));
        let expected = offered.then_some(how);
        assert_eq!(invited(&device), expected, "{sessions:?} {how:?}");
    }
    let mut device = opened(&[session(Ending::Finished)]);
    device.happens(TAB, Event::InstallingKnown(Installing::Offered));
    let effects = device.happens(TAB, Event::InstallDeclined);
    assert_eq!(invited(&device), None);
    let settings = kept(&effects, is_settings).map(|(_, text)| read_settings(text).unwrap());
    assert!(settings.is_some_and(|it| it.invited), "it is remembered");
    let effects = device.happens(TAB, Event::InstallPressed);
    assert!(
        effects.contains(&Effect::Install),
        "in the settings it stays"
    );
}

#[test]
fn shortcuts_lead_on_and_are_not_come_back_to() {
    let mut device = opened(&[session(Ending::Finished)]);
    let latest = goes_to(&mut device, Route::Latest);
    assert!(latest.contains(&Effect::GiveWay(Route::Routine("desk-break"))));
    let latest = goes_to(&mut opened(&[]), Route::Latest);
    assert!(latest.contains(&Effect::GiveWay(Route::Question)));
}

#[test]
fn a_shortcut_to_an_answer_suggests_it_and_the_person_gives_it() {
    let mut device = opened(&[]);
    let effects = goes_to(&mut device, Route::CheckIn(Feeling::Spasm));
    assert!(effects.contains(&Effect::GiveWay(Route::Question)));
    let model = device.model(TAB);
    assert_eq!(model.today.suggested, Some(Feeling::Spasm));
    assert_eq!(model.context.route, Route::Question);
    assert_eq!(model.context.check_ins().count(), 0);
    assert!(
        !device
            .keys()
            .iter()
            .any(|it| matches!(it, RecordKey::CheckIn(_)))
    );

    let effects = device.happens(TAB, today::Event::CheckedIn(Feeling::Spasm));
    assert!(
        effects.contains(&Effect::GoTo(Route::Screening)),
        "a newcomer is asked first"
    );
    let model = device.model(TAB);
    let given = model.context.check_ins().last().map(|it| it.feeling);
    assert_eq!((given, model.today.suggested), (Some(Feeling::Spasm), None));
}

#[test]
fn whoever_follows_a_shortcut_in_the_midst_of_a_session_leaves_it_waiting() {
    for shortcut in [Route::Latest, Route::CheckIn(Feeling::Spasm)] {
        let mut device = Device::screened();
        device.open();
        device.happens(TAB, session::Event::StartPressed(FOUR));
        let effects = goes_to(&mut device, shortcut);
        assert!(effects.contains(&Effect::Hush));
        let playing = device.model(TAB).session.playing().unwrap();
        assert!(!playing.session.is_running());
    }
}
