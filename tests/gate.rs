//! What must be passed before any start: the questions about warning signs, and what the person said about their body.

use std::time::Duration;

use crate::device::asking::is_screening;
use crate::device::{Device, FOUR};
use limber::app::screening::view::{ScreeningView, screening};
use limber::app::session::Event;
use limber::app::{self, Route, Start, body, records, today};
use limber::domain::body::Caution;
use limber::domain::episode::Feeling;
use limber::domain::pain::Pain;
use limber::domain::screening::{Action, DueReason, Scope, SignGroup, WarningSign};
use limber::domain::session::Command;
use limber::store::{RecordKey, read_person, read_screening};

use app::screening::Event as Screening;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The first tab.
const TAB: usize = 0;

/// A device on which Limber was never opened before.
fn newcomer() -> Device {
    let mut device = Device::new();
    device.open();
    device
}

/// A device on which every question was answered with nothing ticked, and a session is playing.
fn led() -> Device {
    let mut device = newcomer();
    device.happens(TAB, Event::StartPressed(FOUR));
    device.answers_with_nothing(TAB);
    assert!(device.plays(TAB));
    device
}

fn checks_in(device: &mut Device, tab: usize, feeling: Feeling) {
    device.happens(tab, today::Event::CheckedIn(feeling));
}

fn goes_to(device: &mut Device, route: Route) {
    device.happens(TAB, app::Event::AddressChanged(route));
}

fn shown(device: &Device, tab: usize) -> ScreeningView {
    let model = device.model(tab);
    screening(&model.screening, &model.context)
}

fn sign_group(device: &Device) -> Option<SignGroup> {
    match shown(device, TAB) {
        ScreeningView::Asking { group, .. } => Some(group),
        ScreeningView::Advice(_) | ScreeningView::Locked(_) | ScreeningView::Nothing => None,
    }
}

/// Whether the session is running; `None` if there is none.
fn runs(device: &Device) -> Option<bool> {
    let playing = device.model(TAB).session.playing();
    playing.map(|it| it.session.is_running())
}

fn route(device: &Device, tab: usize) -> &Route {
    &device.model(tab).context.route
}

#[test]
fn three_groups_of_signs_come_before_the_first_start_and_the_start_is_not_forgotten() {
    let mut device = newcomer();
    device.happens(TAB, Event::StartPressed(FOUR));
    assert!(!device.plays(TAB));
    assert_eq!(*route(&device, TAB), Route::Screening);
    for expected in SignGroup::ALL {
        assert_eq!(sign_group(&device), Some(expected));
        device.answers(TAB, &[]);
    }
    assert!(device.plays(TAB));
    let kept = device.kept(&device.only(is_screening)).unwrap();
    assert_eq!(read_screening(kept).unwrap().scope, Scope::Everything);
}

#[test]
fn an_emergency_is_not_kept_waiting_by_more_questions() {
    let mut device = newcomer();
    checks_in(&mut device, TAB, Feeling::Spasm);
    device.answers(TAB, &[WarningSign::Saddle]);
    let locked = ScreeningView::Locked(Action::Emergency);
    assert_eq!(shown(&device, TAB), locked);
    // It stays locked after a reload, for every kind of start.
    device.close(TAB);
    let tab = device.open();
    for start in [FOUR, Start::Posture("walk"), Start::Proposed(0)] {
        device.happens(tab, Event::StartPressed(start));
        assert!(!device.plays(tab));
        assert_eq!(*route(&device, tab), Route::Screening);
    }
    device.happens(tab, Screening::AssessedPressed);
    device.happens(tab, Event::StartPressed(FOUR));
    assert!(!device.plays(tab), "what was not asked is asked now");
    device.answers_with_nothing(tab);
    assert!(device.plays(tab));
}

#[test]
fn answering_again_with_nothing_ticked_lifts_nothing() {
    let mut device = newcomer();
    checks_in(&mut device, TAB, Feeling::Spasm);
    device.answers(TAB, &[WarningSign::Saddle]);
    device.passes(DAY);
    device.happens(TAB, Screening::AskAgainPressed);
    device.answers_with_nothing(TAB);
    assert_eq!(
        device.model(TAB).context.lock(),
        Some(Action::Emergency),
        "nothing ticked lifts nothing"
    );
    device.happens(TAB, Screening::AssessedPressed);
    device.close(TAB);
    let tab = device.open();
    device.happens(tab, Event::StartPressed(FOUR));
    assert!(device.plays(tab));
}

#[test]
fn a_session_that_was_interrupted_is_locked_as_well() {
    let mut device = led();
    device.close(TAB);
    let tab = device.open();
    device.happens(tab, Screening::AskAgainPressed);
    device.answers(tab, &[WarningSign::Chest]);
    device.happens(tab, Event::ContinuePressed(Command::Resume));
    assert!(!device.plays(tab));
    let interrupted = device.model(tab).session.interrupted();
    assert!(interrupted.is_some(), "it is not lost");
}

#[test]
fn whoever_answers_before_they_go_on_is_led_back_to_the_player() {
    let mut device = led();
    goes_to(&mut device, Route::Question);
    device.passes(DAY);
    checks_in(&mut device, TAB, Feeling::Spasm);
    goes_to(&mut device, Route::Question);
    device.happens(TAB, Event::ContinuePressed(Command::Resume));
    assert_eq!(*route(&device, TAB), Route::Screening);
    device.answers_with_nothing(TAB);
    assert_eq!(runs(&device), Some(true));
    assert_eq!(*route(&device, TAB), Route::Player);
}

#[test]
fn all_is_asked_anew_in_a_new_episode_and_the_gravest_signs_when_pain_is_strong() {
    let mut device = newcomer();
    checks_in(&mut device, TAB, Feeling::Fine);
    device.answers_with_nothing(TAB);
    assert_eq!(*route(&device, TAB), Route::Today);
    device.passes(DAY);
    checks_in(&mut device, TAB, Feeling::Sore);
    let asked = device.model(TAB).screening.asked.as_ref();
    assert_eq!(asked.unwrap().due.why(), DueReason::NewEpisode);
    device.answers_with_nothing(TAB);
    // Later in the episode nothing is asked again, unless pain is strong.
    device.passes(DAY * 2);
    goes_to(&mut device, Route::Question);
    checks_in(&mut device, TAB, Feeling::Sore);
    assert_eq!(*route(&device, TAB), Route::Today);
    let strong = Pain::new(8).unwrap();
    device.happens(TAB, Event::PainBeforeRated(strong));
    device.happens(TAB, Event::StartPressed(Start::Proposed(0)));
    let asked = device.model(TAB).screening.asked.clone().unwrap();
    assert_eq!(
        (asked.due.why(), asked.groups.as_slice()),
        (DueReason::StrongPain, &[SignGroup::Emergency][..])
    );
    device.answers(TAB, &[]);
    assert!(device.plays(TAB), "the start is not forgotten");
}

#[test]
fn what_is_no_alarm_is_read_before_going_on_and_heeded() {
    let mut device = newcomer();
    checks_in(&mut device, TAB, Feeling::Fine);
    device.answers(TAB, &[]);
    device.answers(TAB, &[]);
    device.answers(TAB, &[WarningSign::BelowKnee]);
    assert_eq!(shown(&device, TAB), ScreeningView::Advice(Action::Soon));
    device.happens(TAB, Screening::AdviceRead);
    assert_eq!(*route(&device, TAB), Route::Today);
    let person = read_person(device.kept(&RecordKey::Person).unwrap()).unwrap();
    assert!(person.body.cautions.contains(&Caution::LegPain));
}

#[test]
fn a_session_that_waits_heeds_what_is_told_meanwhile() {
    let mut device = led();
    goes_to(&mut device, Route::Body);
    device.happens(TAB, body::Event::Caution(Caution::Knees, true));
    device.happens(TAB, body::Event::LeftOut("forward-bend", true));
    goes_to(&mut device, Route::Player);
    device.happens(TAB, Event::Commanded(Command::Resume));
    device.happens(TAB, Event::Commanded(Command::Jump(1)));
    let form = |device: &Device| {
        let session = &device.model(TAB).session.playing().unwrap().session;
        let (phase, _) = session.place().unwrap();
        session.timeline().steps[phase.step].form().id
    };
    assert_eq!(form(&device), "figure-four", "pigeon, in a way that suits");
    device.happens(TAB, Event::Commanded(Command::Jump(2)));
    assert_eq!(
        form(&device),
        "half-fold",
        "the bend that was left out, as its kin"
    );
}

#[test]
fn the_same_answer_twice_on_one_day_is_kept_once() {
    let mut device = newcomer();
    for feeling in [Feeling::Sore, Feeling::Sore, Feeling::Fine, Feeling::Sore] {
        checks_in(&mut device, TAB, feeling);
        device.passes(Duration::from_secs(60));
    }
    let keys = device.keys();
    let check_ins = keys.iter().filter(|it| matches!(it, RecordKey::CheckIn(_)));
    assert_eq!(check_ins.count(), 3);
}

#[test]
fn without_a_check_in_there_is_nothing_for_today() {
    let mut device = newcomer();
    goes_to(&mut device, Route::Today);
    assert_eq!(*route(&device, TAB), Route::Question);
}

#[test]
fn a_sign_that_is_ticked_in_another_tab_locks_this_one_and_what_it_plays_waits() {
    let mut device = led();
    let there = device.open();
    device.happens(there, Screening::AskAgainPressed);
    device.answers(there, &[WarningSign::Saddle]);

    assert_eq!(*route(&device, TAB), Route::Screening);
    assert_eq!(runs(&device), Some(false), "it waits, and is not lost");
    device.happens(TAB, Event::Commanded(Command::Resume));
    assert_eq!(runs(&device), Some(false));
    device.happens(TAB, Event::StartPressed(FOUR));
    let locked = ScreeningView::Locked(Action::Emergency);
    assert_eq!(shown(&device, TAB), locked);

    // The statement that someone was examined reaches this tab, too.
    device.happens(there, Screening::AssessedPressed);
    assert_eq!(device.model(TAB).context.lock(), None);
    device.happens(TAB, Event::Commanded(Command::Resume));
    assert_eq!(runs(&device), Some(true));
    assert_eq!(device.faults, [""; 0]);
}

#[test]
fn a_session_that_waits_is_locked_like_any_other() {
    let mut device = led();
    device.happens(TAB, Screening::AskAgainPressed);
    device.answers(TAB, &[WarningSign::Chest]);
    goes_to(&mut device, Route::Player);
    device.happens(TAB, Event::Commanded(Command::Resume));
    assert_eq!(runs(&device), Some(false));
    assert_eq!(*route(&device, TAB), Route::Screening);
}

#[test]
fn what_another_tab_was_told_of_the_back_is_known_here() {
    let mut device = newcomer();
    let there = device.open();
    checks_in(&mut device, there, Feeling::Spasm);
    let name = device
        .only(|key| matches!(key, RecordKey::CheckIn(_)))
        .to_string();
    let text = device.storage.get(&name).cloned();
    // A record reported twice is taken in once.
    device.happens(TAB, records::Event::KeptElsewhere { name, text });
    let known = |tab| device.model(tab).context.check_ins().collect::<Vec<_>>();
    assert_eq!(known(TAB).len(), 1);
    assert_eq!(known(TAB), known(there));
}

#[test]
fn who_asks_for_a_plan_that_an_answer_changes_sees_the_new_one_first() {
    let mut device = newcomer();
    checks_in(&mut device, TAB, Feeling::Fine);
    device.answers_with_nothing(TAB);
    let second = device.open();
    device.passes(DAY);
    checks_in(&mut device, second, Feeling::Spasm);
    device.happens(TAB, Event::StartPressed(Start::Proposed(0)));
    if device.model(TAB).screening.asked.is_some() {
        device.answers(TAB, &[WarningSign::Inflamed]);
        for _ in 0..2 {
            device.answers(TAB, &[]);
        }
        device.happens(TAB, Screening::AdviceRead);
        assert!(!device.plays(TAB), "what was pressed was another");
        assert_eq!(*route(&device, TAB), Route::Today);
    } else {
        panic!("nothing is asked");
    }
}
