//! "What works on this device": how a person comes to know it.

use std::time::Duration;

use limber::app::checkup::CheckupEvent;
use limber::app::{Effect, Event, Model, Route, SettingChange, Tag, next_wake, update, view};
use limber::device::checkup::{
    Finding, Motion, Part, Promise, Speech, Standing, Storage, Surroundings, Trial,
};
use limber::device::{ClipboardError, SpeechError, Voice};
use limber::domain::cue::Density;
use limber::domain::time::Moment;
use limber::text::Locale;

const NOON: Moment = Moment::from_millis(1_795_000_000_000);

/// Limber at "What works on this device", in a time of its own.
struct App {
    model: Model,
    now: Moment,
}

impl App {
    fn open() -> (Self, Vec<Effect>) {
        let mut app = Self {
            model: Model::new(Locale::EnGb, Route::Question),
            now: NOON,
        };
        let voice = Voice {
            name: "Plain".to_owned(),
            language: "en-GB".to_owned(),
            local: true,
        };
        app.happens(Event::VoicesListed(vec![voice]));
        let effects = app.happens(Event::AddressChanged(Route::Doctor));
        (app, effects)
    }

    fn happens(&mut self, event: Event) -> Vec<Effect> {
        update(&mut self.model, event, self.now)
    }

    fn does(&mut self, event: CheckupEvent) -> Vec<Effect> {
        self.happens(Event::Checkup(event))
    }

    fn finds(&mut self, finding: Finding) {
        self.does(CheckupEvent::Examined(finding));
    }

    fn standing(&self, part: Part) -> Standing {
        view::part(&self.model, part).standing
    }
}

fn speaks(effects: &[Effect]) -> bool {
    let is_test = |effect: &Effect| matches!(effect, Effect::Speak(it) if it.tag == Tag::Checkup);
    effects.iter().any(is_test)
}

#[test]
fn opening_the_page_makes_no_noise_and_asks_for_nothing() {
    let (_, effects) = App::open();
    let is_quiet = |effect: &Effect| {
        matches!(
            effect,
            Effect::Examine(Trial::Surroundings | Trial::Look(_))
        )
    };
    assert!(effects.iter().all(is_quiet), "{effects:?}");
    for part in Part::ALL {
        assert!(effects.contains(&Effect::Examine(Trial::Look(part))));
    }
}

#[test]
fn a_voice_is_tried_in_the_tap_and_the_person_has_the_last_word() {
    let (mut app, _) = App::open();
    app.finds(Finding::Speech(Speech::Untried));
    assert!(speaks(&app.does(CheckupEvent::TestPressed(Part::Speech))));
    assert_eq!(app.standing(Part::Speech), Standing::Looking);
    app.happens(Event::UtteranceStarted(Tag::Checkup));
    let took = Duration::from_secs(4);
    app.happens(Event::UtteranceEnded(Tag::Checkup, took));
    let asked = view::part(&app.model, Part::Speech).question;
    assert_eq!(asked, Some(("Did you hear the voice?", None)));
    app.does(CheckupEvent::Noticed(Part::Speech, false));
    assert_eq!(app.standing(Part::Speech), Standing::Fails);
    app.does(CheckupEvent::Noticed(Part::Speech, true));
    assert_eq!(app.standing(Part::Speech), Standing::Works);
    app.does(CheckupEvent::TestPressed(Part::Speech));
    app.happens(Event::UtteranceEnded(Tag::Checkup, took));
    assert_eq!(app.standing(Part::Speech), Standing::Unknown);
}

#[test]
fn a_voice_that_never_ends_is_given_up_in_time() {
    let (mut app, _) = App::open();
    app.finds(Finding::Speech(Speech::Untried));
    assert_eq!(next_wake(&app.model, app.now), None);
    app.does(CheckupEvent::TestPressed(Part::Speech));
    let by = next_wake(&app.model, app.now).unwrap();
    assert!(by.since(NOON) < Duration::from_secs(20), "{by:?}");
    app.now = by;
    assert!(app.happens(Event::TimePassed).contains(&Effect::Hush));
    assert_eq!(app.standing(Part::Speech), Standing::Fails);
    assert_eq!(next_wake(&app.model, app.now), None);
    // What it says after that is no news.
    app.happens(Event::UtteranceEnded(Tag::Checkup, Duration::from_secs(30)));
    assert_eq!(app.standing(Part::Speech), Standing::Fails);
}

#[test]
fn a_voice_that_fails_here_is_told_here_and_in_no_notice() {
    let (mut app, _) = App::open();
    app.finds(Finding::Speech(Speech::Untried));
    app.does(CheckupEvent::TestPressed(Part::Speech));
    app.happens(Event::UtteranceFailed(Tag::Checkup, SpeechError::NoStart));
    assert_eq!(app.standing(Part::Speech), Standing::Fails);
    assert_eq!(app.model.notices, []);
}

#[test]
fn leaving_the_page_ends_the_test() {
    let (mut app, _) = App::open();
    app.finds(Finding::Speech(Speech::Untried));
    app.does(CheckupEvent::TestPressed(Part::Speech));
    let effects = app.happens(Event::AddressChanged(Route::Settings));
    assert!(effects.contains(&Effect::Hush));
    assert_eq!(next_wake(&app.model, app.now), None);
}

#[test]
fn a_test_that_was_pressed_keeps_its_button_whatever_it_finds() {
    let (mut app, _) = App::open();
    let promise = |promise| {
        Finding::Storage(Storage::Kept {
            promise,
            room: None,
        })
    };
    app.finds(promise(Promise::NotGiven));
    assert!(view::part(&app.model, Part::Storage).test.is_some());
    let effects = app.does(CheckupEvent::TestPressed(Part::Storage));
    assert!(effects.contains(&Effect::Examine(Trial::Try(Part::Storage))));
    app.finds(promise(Promise::Given));
    assert_eq!(app.standing(Part::Storage), Standing::Works);
    assert!(view::part(&app.model, Part::Storage).test.is_some());
}

#[test]
fn a_voice_turned_all_the_way_down_is_not_tested() {
    let (mut app, _) = App::open();
    app.finds(Finding::Speech(Speech::Untried));
    app.happens(Event::Set(SettingChange::VoiceVolume(0.0)));
    let part = view::part(&app.model, Part::Speech);
    assert_eq!((part.standing, part.test), (Standing::Off, None));
    app.happens(Event::Set(SettingChange::VoiceVolume(1.0)));
    app.happens(Event::Set(SettingChange::Density(Density::TonesOnly)));
    let part = view::part(&app.model, Part::Speech);
    assert_eq!(part.standing, Standing::Off);
    assert!(part.test.is_some(), "it can be tried all the same");
}

#[test]
fn the_report_says_what_stands_there_and_nothing_of_the_person() {
    let (mut app, _) = App::open();
    let mut surroundings = Surroundings {
        user_agent: "Browser/1".to_owned(),
        languages: "en-GB, cy".to_owned(),
        screen: (390, 844),
        ..Surroundings::default()
    };
    surroundings.standalone = true;
    app.finds(Finding::Surroundings(surroundings));
    app.finds(Finding::Speech(Speech::Failed(SpeechError::NoStart)));
    app.finds(Finding::Motion(Motion::Missing));
    let effects = app.does(CheckupEvent::CopyPressed);
    let [Effect::Copy(report)] = &effects[..] else {
        panic!("{effects:?}");
    };
    for words in [
        "Browser/1",
        "en-GB, cy",
        "390 × 844",
        "from the home screen",
        "Secure address: no",
        "English voices: 1",
        "- Plain (en-GB, on the device)",
        "Voice: Does not work. The voice was asked to speak, and did not begin.",
    ] {
        assert!(report.contains(words), "“{words}” in:\n{report}");
    }
    let denied = Err(ClipboardError::Refused);
    app.does(CheckupEvent::Copied(denied));
    let (_, by_hand) = view::doctor(&app.model).copied.unwrap();
    assert!(by_hand);
}
