//! "What works on this device": how a person comes to know it.

use std::time::Duration;

use crate::device::{Device, Manner};
use limber::app::device::view::{PartView, doctor, part, report};
use limber::app::device::{CheckupEvent, Event};
use limber::app::session::Report;
use limber::app::settings;
use limber::app::{self, Effect, Route, Tag, next_wake};
use limber::device::checkup::{
    Finding, Motion, Part, Promise, Speech, Standing, Storage, Surroundings, Trial,
};
use limber::device::{ClipboardError, SpeechError};
use limber::domain::cue::Density;
use limber::domain::settings::Setting;
use limber::domain::time::Moment;

/// The one tab of a device, at "What works on this device".
struct Tab {
    device: Device,
}

impl Tab {
    fn open() -> (Self, Vec<Effect>) {
        let mut device = Device::new();
        device.open();
        let mut tab = Self { device };
        let effects = tab.happens(app::Event::AddressChanged(Route::Doctor));
        (tab, effects)
    }

    /// With a voice of this manner, of which nothing is known yet.
    fn with_voice(manner: Manner) -> Self {
        let (mut tab, _) = Self::open();
        tab.device.manner = manner;
        tab.finds(Finding::Speech(Speech::Untried));
        tab
    }

    fn happens(&mut self, event: impl Into<app::Event>) -> Vec<Effect> {
        self.device.happens(0, event)
    }

    fn does(&mut self, event: CheckupEvent) -> Vec<Effect> {
        self.happens(Event::Checkup(event))
    }

    /// What is carried out while the tap on a test is being handled.
    fn tests(&mut self, part: Part) -> Vec<Effect> {
        let pressed = CheckupEvent::TestPressed(part);
        self.device.at_once(0, Event::Checkup(pressed))
    }

    fn finds(&mut self, finding: Finding) {
        self.does(CheckupEvent::Examined(finding));
    }

    fn sets(&mut self, setting: Setting) {
        self.happens(settings::Event::Set(setting));
    }

    fn part(&self, of: Part) -> PartView {
        let model = self.device.model(0);
        part(&model.device, &model.context, of)
    }

    fn standing(&self, part: Part) -> Standing {
        self.part(part).standing
    }

    /// When time is to pass next.
    fn next_wake(&self) -> Option<Moment> {
        next_wake(self.device.model(0), self.device.now)
    }
}

fn speaks(effects: &[Effect]) -> bool {
    let is_test = |effect: &Effect| matches!(effect, Effect::Speak(it) if it.tag == Tag::Checkup);
    effects.iter().any(is_test)
}

#[test]
fn opening_the_page_makes_no_noise_and_asks_for_nothing() {
    let (_, effects) = Tab::open();
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
    let mut tab = Tab::with_voice(Manner::Plain);
    let soon = Duration::from_secs(10);
    assert!(speaks(&tab.tests(Part::Speech)));
    assert_eq!(tab.standing(Part::Speech), Standing::Looking);
    tab.device.passes(soon);
    let asked = tab.part(Part::Speech).question;
    assert_eq!(asked, Some(("Did you hear the voice?", None)));
    tab.does(CheckupEvent::Noticed(Part::Speech, false));
    assert_eq!(tab.standing(Part::Speech), Standing::Fails);
    tab.does(CheckupEvent::Noticed(Part::Speech, true));
    assert_eq!(tab.standing(Part::Speech), Standing::Works);
    tab.tests(Part::Speech);
    tab.device.passes(soon);
    assert_eq!(tab.standing(Part::Speech), Standing::Unknown);
}

#[test]
fn a_voice_that_never_ends_is_given_up_in_time() {
    let mut tab = Tab::with_voice(Manner::NeverEnds);
    assert_eq!(tab.next_wake(), None);
    tab.tests(Part::Speech);
    // A first voice may begin late; from its beginning on it is known how long it takes.
    tab.device.passes(Duration::from_secs(1));
    let by = tab.next_wake().unwrap().since(tab.device.now);
    assert!(by < Duration::from_secs(20), "{by:?}");
    assert!(tab.device.pass(0, by).contains(&Effect::Hush));
    assert_eq!(tab.standing(Part::Speech), Standing::Fails);
    assert_eq!(tab.next_wake(), None);
    // What it says after that is no news.
    let ended = Report::Ended(Duration::from_secs(30));
    tab.happens(app::Event::Voice(Tag::Checkup, ended));
    assert_eq!(tab.standing(Part::Speech), Standing::Fails);
}

#[test]
fn a_voice_that_fails_here_is_told_here_and_in_no_notice() {
    let mut tab = Tab::with_voice(Manner::Plain);
    tab.tests(Part::Speech);
    let failed = Report::Failed(SpeechError::NoStart);
    tab.happens(app::Event::Voice(Tag::Checkup, failed));
    assert_eq!(tab.standing(Part::Speech), Standing::Fails);
    assert_eq!(tab.device.told(0), []);
}

#[test]
fn leaving_the_page_ends_the_test() {
    let mut tab = Tab::with_voice(Manner::Plain);
    tab.tests(Part::Speech);
    let effects = tab.happens(app::Event::AddressChanged(Route::Settings));
    assert!(effects.contains(&Effect::Hush));
    assert_eq!(tab.next_wake(), None);
}

#[test]
fn a_test_that_was_pressed_keeps_its_button_whatever_it_finds() {
    let (mut tab, _) = Tab::open();
    let promise = |promise| {
        Finding::Storage(Storage::Kept {
            promise,
            room: None,
        })
    };
    tab.finds(promise(Promise::NotGiven));
    assert!(tab.part(Part::Storage).test.is_some());
    let effects = tab.tests(Part::Storage);
    assert!(effects.contains(&Effect::Examine(Trial::Try(Part::Storage))));
    tab.finds(promise(Promise::Given));
    assert_eq!(tab.standing(Part::Storage), Standing::Works);
    assert!(tab.part(Part::Storage).test.is_some());
}

#[test]
fn a_voice_turned_all_the_way_down_is_not_tested() {
    let mut tab = Tab::with_voice(Manner::Plain);
    tab.sets(Setting::VoiceVolume(0.0));
    let part = tab.part(Part::Speech);
    assert_eq!((part.standing, part.test), (Standing::Off, None));
    tab.sets(Setting::VoiceVolume(1.0));
    tab.sets(Setting::Density(Density::TonesOnly));
    let part = tab.part(Part::Speech);
    assert_eq!(part.standing, Standing::Off);
    assert!(part.test.is_some(), "it can be tried all the same");
}

#[test]
fn the_report_says_what_stands_there_and_nothing_of_the_person() {
    let (mut tab, _) = Tab::open();
    let mut surroundings = Surroundings {
        user_agent: "Browser/1".to_owned(),
        languages: "en-GB, cy".to_owned(),
        screen: (390, 844),
        ..Surroundings::default()
    };
    surroundings.standalone = true;
    tab.finds(Finding::Surroundings(surroundings));
    tab.finds(Finding::Speech(Speech::Failed(SpeechError::NoStart)));
    tab.finds(Finding::Motion(Motion::Missing));
    let model = tab.device.model(0);
    let report = &report(&model.device, &model.context);
    let effects = tab.does(CheckupEvent::CopyPressed(report.clone()));
    assert_eq!(effects, [Effect::Copy(report.clone())]);
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
    tab.does(CheckupEvent::Copied(denied));
    let model = tab.device.model(0);
    let (_, by_hand) = doctor(&model.device, &model.context).copied.unwrap();
    assert!(by_hand);
}
