//! What stands before every start: the questions about warning signs, and what the person said of their body.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a story looks for one effect among many"
)]

use std::time::Duration;

use limber::app::view::{self, ScreeningView};
use limber::app::{Effect, Event, Model, Route, Start, Telling, update};
use limber::domain::body::Caution;
use limber::domain::episode::Feeling;
use limber::domain::pain::Pain;
use limber::domain::screening::{Action, Scope, Sheet, Sign, Why};
use limber::domain::session::Command;
use limber::domain::time::Moment;
use limber::store::{keys, read_person, read_screening};
use limber::text::Locale;

const NOON: Moment = Moment::from_millis(1_795_000_000_000);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const FOUR: Start = Start::Routine("four-postures");

/// The application, with what it asked to be kept.
struct App {
    model: Model,
    now: Moment,
    kept: Vec<(String, String)>,
}

impl App {
    fn newcomer() -> Self {
        let mut app = Self {
            model: Model::new(Locale::EnGb, Route::Question),
            now: NOON,
            kept: Vec::new(),
        };
        app.open();
        app
    }

    /// Opens the page on what was kept so far.
    fn open(&mut self) {
        self.model = Model::new(Locale::EnGb, Route::Question);
        let kept = self.kept.clone();
        let keys = kept.iter().map(|(key, _)| key.clone()).collect();
        self.happens(Event::Opened {
            kept: Ok(kept),
            keys,
            tab: 7,
            east: 0,
        });
    }

    /// Something happens, and the page goes where it asks to go.
    fn happens(&mut self, event: Event) {
        for effect in update(&mut self.model, event, self.now) {
            match effect {
                Effect::Keep { key, text, .. } => {
                    self.kept.retain(|(known, _)| *known != key);
                    self.kept.push((key, text));
                }
                Effect::GoTo(route) => {
                    update(&mut self.model, Event::AddressChanged(route), self.now);
                }
                _ => {}
            }
        }
    }

    fn answer(&mut self, signs: &[Sign]) {
        for sign in signs {
            self.happens(Event::SignTicked(*sign, true));
        }
        self.happens(Event::SheetAnswered);
    }

    fn answers_with_nothing(&mut self) {
        while self.model.asked.is_some() {
            self.answer(&[]);
        }
    }

    fn sheet(&self) -> Option<Sheet> {
        match view::screening(&self.model) {
            ScreeningView::Asking { sheet, .. } => Some(sheet),
            ScreeningView::Advice(_) | ScreeningView::Locked(_) | ScreeningView::Nothing => None,
        }
    }

    fn plays(&self) -> bool {
        self.model.playing.is_some()
    }
}

#[test]
fn three_sheets_come_before_the_first_start_and_the_start_is_not_forgotten() {
    let mut app = App::newcomer();
    app.happens(Event::StartPressed(FOUR));
    assert!(!app.plays());
    assert_eq!(app.model.route, Route::Screening);
    for sheet in Sheet::ALL {
        assert_eq!(app.sheet(), Some(sheet));
        app.answer(&[]);
    }
    assert!(app.plays());
    let kept = app
        .kept
        .iter()
        .find(|(key, _)| key.starts_with(keys::SCREENINGS))
        .unwrap();
    assert_eq!(read_screening(&kept.1).unwrap().scope, Scope::Everything);
}

#[test]
fn an_emergency_is_not_kept_waiting_by_more_questions() {
    let mut app = App::newcomer();
    app.happens(Event::CheckedIn(Feeling::Spasm));
    app.answer(&[Sign::Saddle]);
    assert_eq!(
        view::screening(&app.model),
        ScreeningView::Locked(Action::Emergency)
    );
    // It is locked after a reload too, whichever way one comes.
    app.open();
    for start in [FOUR, Start::Posture("walk"), Start::Proposed(0)] {
        app.happens(Event::StartPressed(start));
        assert!(!app.plays());
        assert_eq!(app.model.route, Route::Screening);
    }
    app.happens(Event::AssessedPressed);
    app.happens(Event::StartPressed(FOUR));
    assert!(!app.plays(), "what was not asked is asked now");
    app.answers_with_nothing();
    assert!(app.plays());
}

#[test]
fn answering_again_with_nothing_ticked_lifts_nothing() {
    let mut app = App::newcomer();
    app.happens(Event::CheckedIn(Feeling::Spasm));
    app.answer(&[Sign::Saddle]);
    app.now = app.now + DAY;
    app.happens(Event::AskAgainPressed);
    app.answers_with_nothing();
    assert_eq!(
        app.model.lock(),
        Some(Action::Emergency),
        "nothing ticked lifts nothing"
    );
    app.happens(Event::AssessedPressed);
    app.open();
    app.happens(Event::StartPressed(FOUR));
    assert!(app.plays());
}

#[test]
fn a_session_that_was_interrupted_is_locked_as_well() {
    let mut app = App::newcomer();
    app.happens(Event::StartPressed(FOUR));
    app.answers_with_nothing();
    app.happens(Event::PageHidden);
    app.open();
    app.happens(Event::OtherTabsLooked(Vec::new()));
    app.happens(Event::AskAgainPressed);
    app.answer(&[Sign::Chest]);
    app.happens(Event::ContinuePressed(Command::Resume));
    assert!(!app.plays());
    assert!(app.model.interrupted.is_some(), "it is not lost");
}

#[test]
fn all_is_asked_anew_in_a_new_episode_and_the_gravest_signs_when_pain_is_strong() {
    let mut app = App::newcomer();
    app.happens(Event::CheckedIn(Feeling::Fine));
    app.answers_with_nothing();
    assert_eq!(app.model.route, Route::Today);
    app.now = app.now + DAY;
    app.happens(Event::CheckedIn(Feeling::Sore));
    assert_eq!(app.model.asked.as_ref().unwrap().due.why(), Why::NewEpisode);
    app.answers_with_nothing();
    // Later in the episode nobody is asked again, unless pain is strong.
    app.now = app.now + DAY * 2;
    app.happens(Event::CheckedIn(Feeling::Sore));
    assert_eq!(app.model.route, Route::Today);
    app.happens(Event::PainBeforeRated(Pain::new(8).unwrap()));
    app.happens(Event::StartPressed(Start::Proposed(0)));
    let asked = app.model.asked.clone().unwrap();
    assert_eq!(
        (asked.due.why(), asked.sheets.as_slice()),
        (Why::StrongPain, &[Sheet::Emergency][..])
    );
    app.answer(&[]);
    assert!(app.plays(), "the start is not forgotten");
}

#[test]
fn what_is_no_alarm_is_read_before_going_on_and_heeded() {
    let mut app = App::newcomer();
    app.happens(Event::CheckedIn(Feeling::Fine));
    app.answer(&[]);
    app.answer(&[]);
    app.answer(&[Sign::BelowKnee]);
    assert_eq!(
        view::screening(&app.model),
        ScreeningView::Advice(Action::Soon)
    );
    app.happens(Event::AdviceRead);
    assert_eq!(app.model.route, Route::Today);
    let kept = app
        .kept
        .iter()
        .find(|(key, _)| key == keys::PERSON)
        .unwrap();
    let person = read_person(&kept.1).unwrap();
    assert!(person.body.cautions.contains(&Caution::LegPain));
}

#[test]
fn a_session_that_waits_heeds_what_is_told_meanwhile() {
    let mut app = App::newcomer();
    app.happens(Event::StartPressed(FOUR));
    app.answers_with_nothing();
    app.happens(Event::AddressChanged(Route::Body));
    app.happens(Event::Told(Telling::Caution(Caution::Knees, true)));
    app.happens(Event::Told(Telling::LeftOut("forward-bend", true)));
    app.happens(Event::AddressChanged(Route::Player));
    app.happens(Event::Commanded(Command::Resume));
    app.happens(Event::Commanded(Command::Jump(1)));
    let form = |app: &App| {
        let session = &app.model.playing.as_ref().unwrap().session;
        let (phase, _) = session.place().unwrap();
        session.timeline().steps[phase.step].form().id
    };
    assert_eq!(form(&app), "figure-four", "pigeon, in a way that suits");
    app.happens(Event::Commanded(Command::Jump(2)));
    assert_eq!(
        form(&app),
        "half-fold",
        "the bend that was left out, as its kin"
    );
}

#[test]
fn the_same_answer_twice_on_one_day_is_kept_once() {
    let mut app = App::newcomer();
    for feeling in [Feeling::Sore, Feeling::Sore, Feeling::Fine, Feeling::Sore] {
        app.happens(Event::CheckedIn(feeling));
        app.now = app.now + Duration::from_secs(60);
    }
    let check_ins = app
        .kept
        .iter()
        .filter(|(key, _)| key.starts_with(keys::CHECK_INS));
    assert_eq!(check_ins.count(), 3);
}

#[test]
fn without_a_check_in_there_is_nothing_for_today() {
    let mut app = App::newcomer();
    app.happens(Event::AddressChanged(Route::Today));
    assert_eq!(app.model.route, Route::Question);
}

/// What another tab of the same person keeps arrives here.
fn share(from: &App, prefix: &str, to: &mut App) {
    for (key, text) in &from.kept {
        if key.starts_with(prefix) {
            to.happens(Event::KeptElsewhere {
                key: key.clone(),
                text: Some(text.clone()),
            });
        }
    }
}

#[test]
fn a_sign_that_is_ticked_in_another_tab_locks_this_one_and_what_it_plays_waits() {
    let mut here = App::newcomer();
    here.happens(Event::StartPressed(FOUR));
    here.answers_with_nothing();
    assert!(here.plays());

    let mut there = App::newcomer();
    there.happens(Event::AskAgainPressed);
    there.answer(&[Sign::Saddle]);
    share(&there, keys::SCREENINGS, &mut here);

    assert_eq!(here.model.route, Route::Screening);
    let running = |app: &App| app.model.playing.as_ref().map(|it| it.session.is_running());
    assert_eq!(running(&here), Some(false), "it waits, and is not lost");
    here.happens(Event::Commanded(Command::Resume));
    assert_eq!(running(&here), Some(false));
    here.happens(Event::StartPressed(FOUR));
    assert_eq!(
        view::screening(&here.model),
        ScreeningView::Locked(Action::Emergency)
    );

    // The statement that someone has looked is heard of, too.
    there.happens(Event::AssessedPressed);
    share(&there, keys::SCREENINGS, &mut here);
    assert_eq!(here.model.lock(), None);
    here.happens(Event::Commanded(Command::Resume));
    assert_eq!(running(&here), Some(true));
}

#[test]
fn a_session_that_waits_is_locked_like_any_other() {
    let mut app = App::newcomer();
    app.happens(Event::StartPressed(FOUR));
    app.answers_with_nothing();
    app.happens(Event::AskAgainPressed);
    app.answer(&[Sign::Chest]);
    app.happens(Event::AddressChanged(Route::Player));
    app.happens(Event::Commanded(Command::Resume));
    let running = app.model.playing.as_ref().map(|it| it.session.is_running());
    assert_eq!(running, Some(false));
    assert_eq!(app.model.route, Route::Screening);
}

#[test]
fn what_another_tab_was_told_of_the_back_is_known_here() {
    let (mut here, mut there) = (App::newcomer(), App::newcomer());
    there.happens(Event::CheckedIn(Feeling::Spasm));
    share(&there, keys::CHECK_INS, &mut here);
    share(&there, keys::CHECK_INS, &mut here);
    assert_eq!(here.model.check_ins, there.model.check_ins);
}
