//! The device check, as a person uses it.

use std::time::Duration;

use crate::device::{Device, Manner};
use limber::app::device::view::{CapabilityView, capability, device_check, report};
use limber::app::device::{DeviceCheckEvent, Event};
use limber::app::session::UtteranceReport;
use limber::app::{self, Effect, Route, Tag, next_wake, settings};
use limber::device::check::{
    Capability, Environment, Finding, MotionFinding, Persistence, SpeechFinding, Status,
    StorageFinding, Trial,
};
use limber::device::{ClipboardError, SpeechError};
use limber::domain::cue::Density;
use limber::domain::time::Moment;
use limber::store::settings::Setting;

/// The only tab of a device, with the device check open.
struct Tab {
    device: Device,
}

impl Tab {
    fn open() -> (Self, Vec<Effect>) {
        let mut device = Device::new();
        device.open();
        let mut tab = Self { device };
        let effects = tab.happens(app::Event::AddressChanged(Route::DeviceCheck));
        (tab, effects)
    }

    /// A tab on a device whose voice behaves in this way, and was not tried yet.
    fn with_voice(manner: Manner) -> Self {
        let (mut tab, _) = Self::open();
        tab.device.manner = manner;
        tab.finds(Finding::Speech(SpeechFinding::Untried));
        tab
    }

    fn happens(&mut self, event: impl Into<app::Event>) -> Vec<Effect> {
        self.device.happens(0, event)
    }

    fn does(&mut self, event: DeviceCheckEvent) -> Vec<Effect> {
        self.happens(Event::DeviceCheck(event))
    }

    /// Presses a capability's test, and returns the effects carried out within that tap.
    fn tests(&mut self, capability: Capability) -> Vec<Effect> {
        let pressed = DeviceCheckEvent::TestPressed(capability);
        self.device.at_once(0, Event::DeviceCheck(pressed))
    }

    fn finds(&mut self, finding: Finding) {
        self.does(DeviceCheckEvent::Examined(finding));
    }

    fn sets(&mut self, setting: Setting) {
        self.happens(settings::Event::Set(setting));
    }

    fn capability(&self, of: Capability) -> CapabilityView {
        let model = self.device.model(0);
        capability(&model.device, &model.context, of)
    }

    fn status(&self, capability: Capability) -> Status {
        self.capability(capability).status
    }

    /// When the application next needs to be woken.
    fn next_wake(&self) -> Option<Moment> {
        next_wake(self.device.model(0), self.device.now)
    }
}

fn speaks(effects: &[Effect]) -> bool {
    let is_test =
        |effect: &Effect| matches!(effect, Effect::Speak(it) if it.tag == Tag::DeviceCheck);
    effects.iter().any(is_test)
}

#[test]
fn opening_the_page_makes_no_noise_and_asks_for_nothing() {
    let (_, effects) = Tab::open();
    let is_quiet =
        |effect: &Effect| matches!(effect, Effect::Examine(Trial::Environment | Trial::Look(_)));
    assert!(effects.iter().all(is_quiet), "{effects:?}");
    for capability in Capability::ALL {
        assert!(effects.contains(&Effect::Examine(Trial::Look(capability))));
    }
}

#[test]
fn a_voice_is_tried_in_the_tap_and_the_person_has_the_last_word() {
    let mut tab = Tab::with_voice(Manner::Plain);
    let soon = Duration::from_secs(10);
    assert!(speaks(&tab.tests(Capability::Speech)));
    assert_eq!(tab.status(Capability::Speech), Status::Looking);
    tab.device.passes(soon);
    let asked = tab.capability(Capability::Speech).question;
    assert_eq!(asked, Some(("Did you hear the voice?", None)));
    tab.does(DeviceCheckEvent::Noticed(Capability::Speech, false));
    assert_eq!(tab.status(Capability::Speech), Status::Fails);
    tab.does(DeviceCheckEvent::Noticed(Capability::Speech, true));
    assert_eq!(tab.status(Capability::Speech), Status::Works);
    tab.tests(Capability::Speech);
    tab.device.passes(soon);
    assert_eq!(tab.status(Capability::Speech), Status::Unknown);
}

#[test]
fn a_voice_that_never_ends_is_given_up_in_time() {
    let mut tab = Tab::with_voice(Manner::NeverEnds);
    assert_eq!(tab.next_wake(), None);
    tab.tests(Capability::Speech);
    // A first voice may begin late; once it has begun, its expected end is known.
    tab.device.passes(Duration::from_secs(1));
    let by = tab.next_wake().unwrap().since(tab.device.now);
    assert!(by < Duration::from_secs(20), "{by:?}");
    assert!(tab.device.pass(0, by).contains(&Effect::Hush));
    assert_eq!(tab.status(Capability::Speech), Status::Fails);
    assert_eq!(tab.next_wake(), None);
    // What it reports after that changes nothing.
    let ended = UtteranceReport::Ended(Duration::from_secs(30));
    tab.happens(app::Event::Voice(Tag::DeviceCheck, ended));
    assert_eq!(tab.status(Capability::Speech), Status::Fails);
}

#[test]
fn a_voice_that_fails_here_is_told_here_and_in_no_notice() {
    let mut tab = Tab::with_voice(Manner::Plain);
    tab.tests(Capability::Speech);
    let failed = UtteranceReport::Failed(SpeechError::NoStart);
    tab.happens(app::Event::Voice(Tag::DeviceCheck, failed));
    assert_eq!(tab.status(Capability::Speech), Status::Fails);
    assert_eq!(tab.device.told(0), []);
}

#[test]
fn leaving_the_page_ends_the_test() {
    let mut tab = Tab::with_voice(Manner::Plain);
    tab.tests(Capability::Speech);
    let effects = tab.happens(app::Event::AddressChanged(Route::Settings));
    assert!(effects.contains(&Effect::Hush));
    assert_eq!(tab.next_wake(), None);
}

#[test]
fn a_test_that_was_pressed_keeps_its_button_whatever_it_finds() {
    let (mut tab, _) = Tab::open();
    let persistence = |persistence| {
        Finding::Storage(StorageFinding::Kept {
            persistence,
            estimate: None,
        })
    };
    tab.finds(persistence(Persistence::NotGiven));
    assert!(tab.capability(Capability::Storage).test.is_some());
    let effects = tab.tests(Capability::Storage);
    assert!(effects.contains(&Effect::Examine(Trial::Try(Capability::Storage))));
    tab.finds(persistence(Persistence::Given));
    assert_eq!(tab.status(Capability::Storage), Status::Works);
    assert!(tab.capability(Capability::Storage).test.is_some());
}

#[test]
fn a_voice_turned_all_the_way_down_is_not_tested() {
    let mut tab = Tab::with_voice(Manner::Plain);
    tab.sets(Setting::VoiceVolume(0.0));
    let capability = tab.capability(Capability::Speech);
    assert_eq!((capability.status, capability.test), (Status::Off, None));
    tab.sets(Setting::VoiceVolume(1.0));
    tab.sets(Setting::Density(Density::TonesOnly));
    let capability = tab.capability(Capability::Speech);
    assert_eq!(capability.status, Status::Off);
    assert!(capability.test.is_some(), "it can be tried all the same");
}

#[test]
fn the_report_says_what_stands_there_and_nothing_of_the_person() {
    let (mut tab, _) = Tab::open();
    let mut environment = Environment {
        user_agent: "Browser/1".to_owned(),
        languages: "en-GB, cy".to_owned(),
        screen: (390, 844),
        ..Environment::default()
    };
    environment.standalone = true;
    tab.finds(Finding::Environment(environment));
    tab.finds(Finding::Speech(SpeechFinding::Failed(SpeechError::NoStart)));
    tab.finds(Finding::Motion(MotionFinding::Missing));
    let model = tab.device.model(0);
    let report = &report(&model.device, &model.context);
    let effects = tab.does(DeviceCheckEvent::CopyPressed(report.clone()));
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
    tab.does(DeviceCheckEvent::Copied(denied));
    let model = tab.device.model(0);
    let (_, by_hand) = device_check(&model.device, &model.context).copied.unwrap();
    assert!(by_hand);
}
