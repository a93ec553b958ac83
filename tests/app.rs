//! What the application does in response to events: its effects, and the notices that the person sees.

use std::time::Duration;

use crate::device::asking::{is_history, is_playing, is_settings, kept, spoken};
use crate::device::{Device, FOUR, Manner, NOON};
use limber::app::session::view::{Waits, go_on};
use limber::app::session::{Event, UtteranceReport};
use limber::app::{self, Effect, Notice, Overwrite, Route, Start, settings, view};
use limber::device::{SpeechError, StorageError, Voice};
use limber::domain::appearance::{Appearance, Build, Skin, Theme};
use limber::domain::cue::Density;
use limber::domain::pain::Pain;
use limber::domain::session::{Command, State};
use limber::domain::time::Moment;
use limber::store::settings::{Setting, VoiceChoice};
use limber::store::{RecordKey, RecordKind, RecordStamp, Settings, print_settings, read_session};
use limber::text::Key;

const SPASM: Start = Start::Routine("in-spasm");

/// The first tab.
const TAB: usize = 0;

/// A device opened by someone who has answered the questions about warning signs.
fn opened() -> Device {
    let mut device = Device::screened();
    device.open();
    device
}

/// A device opened at the page of the routine for a spasm.
fn at_in_spasm(mut device: Device) -> Device {
    device.open_at(Route::Routine("in-spasm"));
    device
}

/// A device that plays the four postures, with a voice that works as it should.
fn playing() -> Device {
    let mut device = opened();
    device.happens(TAB, Event::StartPressed(FOUR));
    device
}

fn set(setting: Setting) -> settings::Event {
    settings::Event::Set(setting)
}

/// Where the session offered in a tab is waiting.
fn offered(device: &Device, tab: usize) -> Option<Waits> {
    let model = device.model(tab);
    go_on(&model.session, &model.context).map(|it| it.waits)
}

/// Whether a record replaces the session under way in one step: if the device fails, one of the two must survive.
fn is_replaced(effects: &[Effect], key: &RecordKey) -> bool {
    let replaces =
        |it: &Effect| matches!(it, Effect::Replace { of, by, .. } if of == key && is_history(by));
    effects.iter().any(replaces)
}

#[test]
fn start_speaks_in_the_same_breath() {
    let mut device = at_in_spasm(Device::screened());
    let effects = device.at_once(TAB, Event::StartPressed(SPASM));
    assert_eq!(spoken(&effects).len(), 1);
    assert!(effects.contains(&Effect::KeepAwake));
    assert!(effects.contains(&Effect::GoTo(Route::Player)));
    assert!(kept(&effects, is_playing).is_some());
}

#[test]
fn a_session_that_ends_is_kept_at_once_with_what_the_person_says_later() {
    let mut device = at_in_spasm(Device::screened());
    device.happens(TAB, Event::PainBeforeRated(Pain::new(5).unwrap()));
    device.happens(TAB, Event::StartPressed(SPASM));
    let key = device.only(is_playing);
    let effects = device.at_once(TAB, Event::Commanded(Command::Stop));
    assert!(is_replaced(&effects, &key), "{effects:#?}");
    assert!(effects.contains(&Effect::LetSleep));
    device.happens(TAB, Event::PainAfterRated(Pain::new(3).unwrap()));
    device.happens(TAB, Event::NoteWritten("slept badly <b>".to_owned()));
    let key = device.only(is_history);
    let record = read_session(device.kept(&key).unwrap()).unwrap();
    let rated = (record.before, record.after);
    let rated = (rated.0.map(Pain::rating), rated.1.map(Pain::rating));
    assert_eq!(rated, (Some(5), Some(3)));
    assert_eq!(record.note, "slept badly <b>");
}

#[test]
fn what_cannot_be_read_is_put_aside_and_told_and_nothing_is_written_over_it() {
    let mut device = Device::screened();
    let torn = "{\"version\":1,\"da";
    device.keep(&RecordKey::Settings, torn.to_owned());
    device.open();
    let effects = device.carried_out(TAB);
    let to = RecordKey::Settings.quarantined(NOON);
    let aside = Effect::Quarantine {
        from: RecordKey::Settings,
        to: to.clone(),
    };
    assert!(effects.contains(&aside));
    assert_eq!(kept(&effects, |_| true), None);
    assert_eq!(device.kept(&to), Some(torn));
    let notice = Notice::Quarantined {
        kind: RecordKind::Settings,
        place: String::new(),
    };
    assert_eq!(device.told(TAB), [notice]);
    assert_eq!(*device.model(TAB).context.settings(), Settings::default());
}

#[test]
fn what_cannot_be_read_is_told_by_its_kind_and_the_place_in_it() {
    let mut device = Device::screened();
    let key = RecordKey::Settings;
    let kept = print_settings(&Settings::default());
    device.keep(&key, kept.replace("\"rate\":1.0", "\"rate\":100.0"));
    device.open();
    let told = view::notice(device.model(TAB)).map(|notice| notice.words);
    assert_eq!(
        told.as_deref(),
        Some(
            "Your settings could not be read from this device (at “preferences/rate”). They are put aside, whole, and part of every file you save."
        )
    );
}

#[test]
fn what_a_newer_version_wrote_stays_where_it_is_and_is_said_to_be_newer() {
    let mut device = Device::screened();
    let newer = RecordKey::Session(RecordStamp::new(Moment::from_millis(1), 1));
    device.keep(&newer, "{\"version\":9,\"data\":{}}".to_owned());
    device.open();
    assert_eq!(device.told(TAB), [Notice::FromNewerVersion]);
    assert_eq!(device.model(TAB).context.kept.quarantined, 0);
    assert!(device.kept(&newer).is_some());
}

#[test]
fn what_could_not_be_put_aside_is_never_written_over() {
    let mut device = Device::screened();
    device.keep(&RecordKey::Settings, "?".to_owned());
    device.refuses = Some(StorageError::Full);
    device.open();
    device.happens(TAB, set(Setting::Theme(Theme::Dark)));
    assert_eq!(device.kept(&RecordKey::Settings), Some("?"));
    let exported = device.happens(TAB, settings::Event::ExportPressed);
    let [Effect::Export { unsaved }] = &exported[..] else {
        panic!("{exported:?}");
    };
    assert_eq!(unsaved[0].0, RecordKey::Settings.to_string());
}

#[test]
fn a_full_device_is_told_once_and_the_session_goes_on() {
    let mut device = playing();
    device.refuses = Some(StorageError::Full);
    let effects = device.pass(TAB, Duration::from_secs(60));
    let tried = effects
        .iter()
        .filter(|it| matches!(it, Effect::Keep { .. }));
    assert!(tried.count() >= 3);
    assert_eq!(device.told(TAB), [Notice::StorageFull]);
    assert!(device.model(TAB).session.playing().is_some());
}

#[test]
fn settings_of_another_tab_are_taken_over_and_one_s_own_write_only_over_what_is_known() {
    let mut device = opened();
    let there = device.open();
    device.happens(there, set(Setting::Theme(Theme::Dark)));
    let theirs = print_settings(&Settings {
        theme: Theme::Dark,
        ..Settings::default()
    });
    assert_eq!(device.kept(&RecordKey::Settings), Some(&*theirs));
    assert_eq!(device.model(TAB).context.settings().theme, Theme::Dark);
    let effects = device.happens(TAB, set(Setting::Vibration(false)));
    let known = Overwrite::Known(Some(theirs));
    let over = |it: &Effect| matches!(it, Effect::Keep { over, .. } if *over == known);
    assert!(effects.iter().any(over), "{effects:?}");
    assert_eq!(device.told(TAB), [], "nothing was put aside for that");
}

#[test]
fn the_chosen_figure_is_kept_and_its_skin_is_painted_now_and_when_the_page_opens() {
    let mut device = opened();
    let fair = Effect::Paint(Theme::Device, Skin::Fair);
    assert!(device.carried_out(TAB).contains(&fair));
    device.happens(TAB, set(Setting::Theme(Theme::Dark)));
    device.happens(TAB, set(Setting::Build(Build::Sturdy)));
    let brown = Effect::Paint(Theme::Dark, Skin::Brown);
    let effects = device.happens(TAB, set(Setting::Skin(Skin::Brown)));
    assert!(effects.contains(&brown));
    assert!(kept(&effects, is_settings).is_some());
    device.close(TAB);
    let again = device.open();
    assert!(device.carried_out(again).contains(&brown));
    let chosen = Appearance {
        build: Build::Sturdy,
        skin: Skin::Brown,
    };
    assert_eq!(device.model(again).context.settings().figure, chosen);
}

#[test]
fn a_voice_that_never_begins_is_told_once_and_the_words_are_shown() {
    let mut device = Device::screened();
    device.manner = Manner::NeverBegins;
    device.open();
    let effects = device.happens(TAB, Event::StartPressed(FOUR));
    let failed = UtteranceReport::Failed(SpeechError::NoStart);
    device.happens(TAB, app::Event::Voice(spoken(&effects)[0].tag, failed));
    assert_eq!(device.told(TAB), [Notice::NoVoice]);
    let effects = device.pass(TAB, Duration::from_secs(30));
    assert!(spoken(&effects).is_empty());
    let playing = device.model(TAB).session.playing().unwrap();
    assert!(!playing.transcript.is_empty());
    // It is tried again later, and no second notice is shown.
    let effects = device.pass(TAB, Duration::from_secs(120));
    assert!(!spoken(&effects).is_empty());
    assert_eq!(device.told(TAB), [Notice::NoVoice]);
}

#[test]
fn where_a_voice_waits_for_a_network_another_speaks() {
    let mut device = Device::screened();
    device.manner = Manner::NeverEnds;
    let online = Voice {
        name: "Online".into(),
        language: "en-GB".into(),
        local: false,
    };
    device.voices.insert(0, online);
    device.open();
    let choice = VoiceChoice {
        name: "Online".into(),
        language: "en-GB".into(),
    };
    device.happens(TAB, set(Setting::Voice(Some(choice))));
    let effects = device.happens(TAB, Event::StartPressed(FOUR));
    assert_eq!(voices(&effects), ["Online"]);
    let failed = UtteranceReport::Failed(SpeechError::NoStart);
    device.happens(TAB, app::Event::Voice(spoken(&effects)[0].tag, failed));
    assert_eq!(device.told(TAB), [Notice::OtherVoice]);
    let effects = device.pass(TAB, Duration::from_secs(3));
    assert_eq!(voices(&effects), ["Plain"]);
}

/// The names of the voices to speak with.
fn voices(effects: &[Effect]) -> Vec<String> {
    let voices = spoken(effects)
        .into_iter()
        .filter_map(|it| it.voice.as_ref());
    voices.map(|voice| voice.name.clone()).collect()
}

#[test]
fn a_voice_that_never_ends_is_given_up_after_two_utterances() {
    let mut device = Device::screened();
    device.manner = Manner::NeverEnds;
    device.open();
    let mut said = spoken(&device.happens(TAB, Event::StartPressed(FOUR))).len();
    for _ in 0..120 {
        if device.told(TAB).is_empty() {
            said += spoken(&device.pass(TAB, Duration::from_secs(1))).len();
        } else {
            device.passes(Duration::from_secs(1));
        }
    }
    assert_eq!((said, device.told(TAB)), (2, &[Notice::VoiceStalled][..]));
}

#[test]
fn a_voice_that_ends_before_it_can_have_spoken_is_given_up_after_two_utterances() {
    let mut device = Device::screened();
    device.manner = Manner::EndsAtOnce;
    device.open();
    let learned = device.model(TAB).context.settings().clone();
    let mut effects = device.happens(TAB, Event::StartPressed(FOUR));
    // Until shortly before it would be tried again, after a minute.
    effects.extend(device.pass(TAB, Duration::from_secs(55)));
    let unheard = spoken(&effects).len();
    assert_eq!((unheard, device.told(TAB)), (2, &[Notice::NoVoice][..]));
    device.passes(Duration::from_secs(65));
    assert_eq!(device.told(TAB), [Notice::NoVoice]);
    let settings = device.model(TAB).context.settings();
    assert_eq!(*settings, learned, "a pace was learned from it");
}

#[test]
fn a_device_without_the_language_is_silent_and_says_so() {
    let mut device = Device::screened();
    device.voices = vec![Voice {
        name: "Anna".into(),
        language: "de-DE".into(),
        local: true,
    }];
    let mut device = at_in_spasm(device);
    let effects = device.happens(TAB, Event::StartPressed(SPASM));
    assert!(spoken(&effects).is_empty());
    assert_eq!(device.told(TAB), [Notice::NoVoiceForLanguage]);
}

#[test]
fn leaving_the_player_pauses_and_an_empty_screen_gives_way() {
    let mut device = playing();
    device.happens(TAB, app::Event::AddressChanged(Route::Help));
    let session = &device.model(TAB).session.playing().unwrap().session;
    assert!(matches!(session.state(), State::Paused { .. }));
    let effects = device.happens(TAB, app::Event::AddressChanged(Route::Ending));
    assert_eq!(device.model(TAB).context.route, Route::Question);
    assert!(effects.contains(&Effect::GiveWay(Route::Question)));
}

#[test]
fn what_is_set_during_a_pause_holds_when_the_session_goes_on() {
    let mut device = playing();
    device.happens(TAB, app::Event::AddressChanged(Route::Settings));
    let back = view::way_back(device.model(TAB));
    assert_eq!(back, (Route::Player, Key::YourSession));
    let effects = device.happens(TAB, set(Setting::Density(Density::TonesOnly)));
    assert!(kept(&effects, is_playing).is_some());
    device.happens(TAB, app::Event::AddressChanged(Route::Player));

    let mut effects = device.happens(TAB, Event::Commanded(Command::Resume));
    effects.extend(device.pass(TAB, Duration::from_secs(120)));
    assert!(spoken(&effects).is_empty());
    assert!(effects.iter().any(|it| matches!(it, Effect::Sound { .. })));
}

#[test]
fn a_session_of_a_closed_page_is_offered_and_one_of_an_open_tab_is_there_to_be_taken_over() {
    let mut device = playing();
    let key = device.only(is_playing);
    let beside = device.open();
    let effects = device.carried_out(beside);
    assert!(effects.contains(&Effect::LookAtOtherTabs));
    assert_eq!(offered(&device, beside), Some(Waits::Elsewhere));
    assert_eq!(device.told(beside), []);
    // Trying to continue it, as if its page were closed, does nothing.
    device.happens(beside, Event::ContinuePressed(Command::Resume));
    assert!(device.model(beside).session.playing().is_none());
    assert!(device.model(TAB).session.playing().is_some());

    device.close(TAB);
    let after = device.open();
    assert_eq!(offered(&device, after), Some(Waits::Closed));
    let effects = device.happens(after, Event::ContinuePressed(Command::Resume));
    assert!(!spoken(&effects).is_empty());
    let playing = device.model(after).session.playing().unwrap();
    assert_eq!(RecordKey::Playing(playing.made), key);
    assert_eq!(device.faults, [""; 0]);
}

#[test]
fn a_session_that_is_not_gone_on_with_becomes_history() {
    let mut device = playing();
    device.close(TAB);
    let after = device.open();
    let key = device.only(is_playing);
    let effects = device.happens(after, Event::LetGoPressed);
    assert!(is_replaced(&effects, &key), "{effects:#?}");
}

#[test]
fn what_turns_out_to_be_over_is_not_offered_any_more() {
    let mut device = playing();
    device.close(TAB);
    let after = device.open();
    assert_eq!(offered(&device, after), Some(Waits::Closed));

    // Records that the browser had not written to disk yet show that it was ended.
    device.storage.remove(&device.only(is_playing).to_string());
    device.reopen(after);
    assert_eq!(offered(&device, after), None);
}

#[test]
fn a_session_that_does_not_fit_its_routine_is_told_by_its_place() {
    let mut device = playing();
    device.close(TAB);
    let key = device.only(is_playing);
    let kept = device.kept(&key).expect("a session").to_owned();
    device.keep(&key, kept.replace("\"phase\":", "\"phase\":99"));
    let after = device.open();
    device.happens(after, Event::ContinuePressed(Command::Resume));
    let (kind, place) = (RecordKind::Playing, "phase".to_owned());
    assert_eq!(device.told(after), [Notice::Quarantined { kind, place }]);
    // Another tab is free to begin one.
    assert!(!device.locks.are_held_by(after));
}
