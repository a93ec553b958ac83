//! What comes from outside the page: newer versions of it, a place on the home screen, shortcuts from there.

use std::time::Duration;

use limber::app::view::{self, QuestionView};
use limber::app::{Effect, Event, Model, Newer, Route, Start, update};
use limber::device::Installing;
use limber::domain::episode::Feeling;
use limber::domain::history::SessionRecord;
use limber::domain::session::{Command, Ending};
use limber::domain::time::Moment;
use limber::store::{keys, print_session, read_settings};
use limber::text::Locale;

const NOON: Moment = Moment::from_millis(1_795_000_000_000);
const HOUR: Duration = Duration::from_secs(60 * 60);

/// The page, opened by someone who has done this before.
fn opened(sessions: &[SessionRecord]) -> Model {
    let mut model = Model::new(Locale::EnGb, Route::Question);
    let kept: Vec<_> = sessions
        .iter()
        .map(|it| (keys::history(it.started, 1), print_session(it)))
        .collect();
    let keys = kept.iter().map(|(key, _)| key.clone()).collect();
    let (kept, tab, east) = (Ok(kept), 7, 0);
    happens(
        &mut model,
        Event::Opened {
            kept,
            keys,
            tab,
            east,
        },
    );
    model
}

fn happens(model: &mut Model, event: Event) -> Vec<Effect> {
    update(model, event, NOON)
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

fn plays(model: &mut Model) {
    happens(model, Event::StartPressed(Start::Posture("pigeon")));
    while model.asked.is_some() {
        happens(model, Event::SheetAnswered);
    }
    assert!(model.playing.is_some());
}

fn first_screen(model: &Model) -> QuestionView {
    view::question(model, NOON)
}

#[test]
fn a_newer_version_is_told_of_when_nothing_is_under_way_and_only_taken_then() {
    let mut model = opened(&[]);
    plays(&mut model);
    happens(&mut model, Event::NewerWaits);
    assert_eq!(view::newer(&model), None);
    assert!(!happens(&mut model, Event::NewerWanted).contains(&Effect::TakeNewer));
    happens(&mut model, Event::Commanded(Command::Stop));
    assert_eq!(view::newer(&model), None, "how it is now is being asked");
    happens(&mut model, Event::AddressChanged(Route::Ending));
    happens(&mut model, Event::AddressChanged(Route::Question));
    assert_eq!(view::newer(&model), Some(Newer::Waits));
    assert!(happens(&mut model, Event::NewerWanted).contains(&Effect::TakeNewer));
    happens(&mut model, Event::NewerHeldBack);
    assert_eq!(view::newer(&model), Some(Newer::HeldBack));
}

#[test]
fn ticks_are_not_lost_to_a_newer_version_and_who_declined_it_is_not_asked_again() {
    let mut model = opened(&[]);
    happens(&mut model, Event::CheckedIn(Feeling::Sore));
    happens(&mut model, Event::NewerWaits);
    assert_eq!(
        view::newer(&model),
        None,
        "warning signs are being asked for"
    );
    model.asked = None;
    happens(&mut model, Event::NewerDeclined);
    happens(&mut model, Event::NewerWaits);
    assert_eq!(view::newer(&model), None);
}

#[test]
fn a_page_that_stays_open_asks_for_a_newer_version_once_an_hour() {
    let mut model = opened(&[]);
    let mut looks = |minutes: u64| {
        let now = NOON + Duration::from_secs(60 * minutes);
        update(&mut model, Event::PageShown, now).contains(&Effect::LookForNewer)
    };
    assert_eq!(
        [0, 1, 59, 60, 61, 200].map(&mut looks),
        [true, false, false, true, false, true]
    );
}

#[test]
fn the_home_screen_is_offered_after_a_finished_session_and_until_it_is_answered() {
    for (sessions, how, invited) in [
        (vec![], Installing::Offered, false),
        (vec![session(Ending::Stopped)], Installing::Offered, false),
        (vec![session(Ending::Finished)], Installing::Unknown, false),
        (vec![session(Ending::Finished)], Installing::Done, false),
        (vec![session(Ending::Finished)], Installing::Offered, true),
        (vec![session(Ending::Finished)], Installing::ByHand, true),
    ] {
        let mut model = opened(&sessions);
        happens(&mut model, Event::InstallingKnown(how));
        let expected = invited.then_some(how);
        assert_eq!(
            first_screen(&model).invitation,
            expected,
            "{sessions:?} {how:?}"
        );
    }
    let mut model = opened(&[session(Ending::Finished)]);
    happens(&mut model, Event::InstallingKnown(Installing::Offered));
    let effects = happens(&mut model, Event::InstallDeclined);
    assert_eq!(first_screen(&model).invitation, None);
    let kept = effects.iter().find_map(|effect| {
        let Effect::Keep { key, text, .. } = effect else {
            return None;
        };
        (key == keys::SETTINGS).then(|| read_settings(text).unwrap())
    });
    assert!(
        kept.is_some_and(|settings| settings.invited),
        "it is remembered"
    );
    assert!(
        happens(&mut model, Event::InstallPressed).contains(&Effect::Install),
        "in the settings it stays"
    );
}

#[test]
fn shortcuts_lead_on_and_are_not_come_back_to() {
    let mut model = opened(&[session(Ending::Finished)]);
    let latest = happens(&mut model, Event::AddressChanged(Route::Latest));
    assert!(latest.contains(&Effect::GiveWay(Route::Routine("desk-break"))));
    let latest = happens(&mut opened(&[]), Event::AddressChanged(Route::Latest));
    assert!(latest.contains(&Effect::GiveWay(Route::Question)));

    let spasm = Event::AddressChanged(Route::CheckIn(Feeling::Spasm));
    let effects = happens(&mut model, spasm);
    assert!(
        effects.contains(&Effect::GiveWay(Route::Screening)),
        "a newcomer is asked first"
    );
    assert_eq!(
        model.check_ins.last().map(|it| it.feeling),
        Some(Feeling::Spasm)
    );
}
