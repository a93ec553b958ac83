//! What the application does with what happens: its effects, and what it tells the person.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a story looks for one effect among many"
)]

use std::time::Duration;

use limber::app::{
    Effect, Event, Model, Notice, Over, Route, SettingChange, Start, Tag, needed, update, view,
};
use limber::device::{SpeechError, StorageError, Voice};
use limber::domain::cue::Density;
use limber::domain::few::Set;
use limber::domain::looks::{Build, Looks, Skin};
use limber::domain::pain::Pain;
use limber::domain::screening::{Scope, Screening};
use limber::domain::session::{Command, State, UtteranceId};
use limber::domain::settings::{Settings, Theme, VoiceChoice};
use limber::domain::time::Moment;
use limber::store::{keys, print_screening, print_settings, read_session};
use limber::text::{Key, Locale};

const NOON: Moment = Moment::from_millis(1_795_000_000_000);

/// The application, in a time of its own, with what it asked to be kept.
struct App {
    model: Model,
    now: Moment,
}

impl App {
    /// Opened by someone who has answered the questions about warning signs.
    fn opened_with(kept: &[(&str, &str)]) -> (Self, Vec<Effect>) {
        let screening = print_screening(&Screening {
            at: NOON,
            scope: Scope::Everything,
            signs: Set::new(),
            assessed: None,
        });
        let on_record = (keys::screening(NOON, 1), screening);
        let kept = [(&*on_record.0, &*on_record.1)]
            .into_iter()
            .chain(kept.iter().copied());
        Self::opened_by_newcomer_with(&kept.collect::<Vec<_>>())
    }

    fn opened_by_newcomer_with(kept: &[(&str, &str)]) -> (Self, Vec<Effect>) {
        let mut app = Self {
            model: Model::new(Locale::EnGb, Route::Question),
            now: NOON,
        };
        let kept: Vec<_> = kept
            .iter()
            .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
            .collect();
        let keys = kept.iter().map(|(key, _)| key.clone()).collect();
        let effects = app.happens(Event::Opened {
            kept: Ok(kept),
            keys,
            tab: 7,
            east: 0,
        });
        (app, effects)
    }

    fn playing() -> Self {
        let (mut app, _) = Self::opened_with(&[]);
        app.happens(Event::StartPressed(Start::Routine("four-postures")));
        app.happens(Event::AddressChanged(Route::Player));
        app
    }

    fn happens(&mut self, event: Event) -> Vec<Effect> {
        update(&mut self.model, event, self.now)
    }

    fn pass(&mut self, length: Duration) -> Vec<Effect> {
        self.now = self.now + length;
        self.happens(Event::TimePassed)
    }

    fn told(&self) -> &[Notice] {
        &self.model.notices
    }
}

fn kept(effects: &[Effect], prefix: &str) -> Option<(String, String)> {
    effects.iter().find_map(|effect| match effect {
        Effect::Keep { key, text, .. } if key.starts_with(prefix) => {
            Some((key.clone(), text.clone()))
        }
        _ => None,
    })
}

fn spoken(effects: &[Effect]) -> Option<Tag> {
    effects.iter().find_map(|effect| match effect {
        Effect::Speak(utterance) => Some(utterance.tag),
        _ => None,
    })
}

#[test]
fn start_speaks_in_the_same_breath() {
    let (mut app, _) = App::opened_with(&[]);
    app.happens(Event::AddressChanged(Route::Routine("in-spasm")));
    let effects = app.happens(Event::StartPressed(Start::Routine("in-spasm")));
    assert!(spoken(&effects).is_some());
    assert!(effects.contains(&Effect::KeepAwake));
    assert!(effects.contains(&Effect::GoTo(Route::Player)));
    assert!(kept(&effects, keys::PLAYING).is_some());
}

#[test]
fn a_session_that_ends_is_kept_at_once_with_what_the_person_says_later() {
    let (mut app, _) = App::opened_with(&[]);
    app.happens(Event::AddressChanged(Route::Routine("in-spasm")));
    app.happens(Event::PainBeforeRated(Pain::new(5).unwrap()));
    app.happens(Event::StartPressed(Start::Routine("in-spasm")));
    let effects = app.happens(Event::Commanded(Command::Stop));
    assert!(kept(&effects, keys::HISTORY).is_some());
    assert!(
        effects.iter().any(
            |effect| matches!(effect, Effect::Forget { key } if key.starts_with(keys::PLAYING))
        )
    );
    assert!(effects.contains(&Effect::LetSleep));
    app.happens(Event::PainAfterRated(Pain::new(3).unwrap()));
    let effects = app.happens(Event::NoteWritten("slept badly <b>".to_owned()));
    let record = read_session(&kept(&effects, keys::HISTORY).unwrap().1).unwrap();
    assert_eq!(
        (
            record.before.map(Pain::rating),
            record.after.map(Pain::rating)
        ),
        (Some(5), Some(3))
    );
    assert_eq!(record.note, "slept badly <b>");
}

#[test]
fn what_cannot_be_read_is_put_aside_and_told_and_nothing_is_written_over_it() {
    let (app, effects) = App::opened_with(&[(keys::SETTINGS, "{\"version\":1,\"da")]);
    let aside = Effect::PutAside {
        from: keys::SETTINGS.to_owned(),
        to: keys::aside(keys::SETTINGS, NOON),
    };
    assert!(effects.contains(&aside));
    assert!(kept(&effects, keys::ALL).is_none());
    assert!(matches!(app.told(), [Notice::PutAside { .. }]));
    assert_eq!(app.model.settings, Settings::default());
}

#[test]
fn what_a_newer_version_wrote_is_put_aside_and_said_to_be_newer() {
    let (app, _) =
        App::opened_with(&[("limber/history/1-00000001", "{\"version\":9,\"data\":{}}")]);
    assert_eq!(app.told(), [Notice::FromNewerVersion]);
    assert_eq!(app.model.kept.aside, 1);
}

#[test]
fn what_could_not_be_put_aside_is_never_written_over() {
    let (mut app, _) = App::opened_with(&[(keys::SETTINGS, "?")]);
    let key = keys::aside(keys::SETTINGS, NOON);
    app.happens(Event::KeepFailed {
        key,
        text: "?".to_owned(),
        error: StorageError::Full,
    });
    let effects = app.happens(Event::Set(SettingChange::Theme(Theme::Dark)));
    assert_eq!(kept(&effects, keys::SETTINGS), None);
    let exported = app.happens(Event::ExportPressed);
    assert!(matches!(&exported[..], [Effect::Export { unkept }] if unkept[0].0 == keys::SETTINGS));
}

#[test]
fn a_full_device_is_told_once_and_the_session_goes_on() {
    let mut app = App::playing();
    for _ in 0..3 {
        let effects = app.pass(Duration::from_secs(1));
        drop(effects);
        let failed = Event::KeepFailed {
            key: "limber/playing/1".into(),
            text: "…".into(),
            error: StorageError::Full,
        };
        app.happens(failed);
    }
    assert_eq!(app.told(), [Notice::StorageFull]);
    assert!(app.model.playing.is_some());
}

#[test]
fn settings_of_another_tab_are_taken_over_and_one_s_own_write_only_over_what_is_known() {
    let (mut app, _) = App::opened_with(&[]);
    let theirs = print_settings(&Settings {
        theme: Theme::Dark,
        ..Settings::default()
    });
    app.happens(Event::KeptElsewhere {
        key: keys::SETTINGS.to_owned(),
        text: Some(theirs.clone()),
    });
    assert_eq!(app.model.settings.theme, Theme::Dark);
    let effects = app.happens(Event::Set(SettingChange::Vibration(false)));
    let over = effects.iter().find_map(|effect| match effect {
        Effect::Keep { over, .. } => Some(over.clone()),
        _ => None,
    });
    assert_eq!(over, Some(Over::Known(Some(theirs))));
}

#[test]
fn the_chosen_figure_is_kept_and_its_skin_is_painted_now_and_when_the_page_opens() {
    let (mut app, effects) = App::opened_with(&[]);
    assert!(effects.contains(&Effect::Paint(Theme::Device, Skin::Fair)));
    app.happens(Event::Set(SettingChange::Theme(Theme::Dark)));
    app.happens(Event::Set(SettingChange::Build(Build::Sturdy)));
    let effects = app.happens(Event::Set(SettingChange::Skin(Skin::Brown)));
    assert!(effects.contains(&Effect::Paint(Theme::Dark, Skin::Brown)));
    let (_, text) = kept(&effects, keys::SETTINGS).unwrap();
    let (app, effects) = App::opened_with(&[(keys::SETTINGS, &text)]);
    assert!(effects.contains(&Effect::Paint(Theme::Dark, Skin::Brown)));
    let chosen = Looks {
        build: Build::Sturdy,
        skin: Skin::Brown,
    };
    assert_eq!(app.model.settings.figure, chosen);
}

#[test]
fn a_voice_that_never_begins_is_told_once_and_the_words_are_shown() {
    let mut app = App::playing();
    let tag = Tag::Session(1, UtteranceId(0));
    app.happens(Event::UtteranceFailed(tag, SpeechError::NoStart));
    assert_eq!(app.told(), [Notice::NoVoice]);
    let effects = app.pass(Duration::from_secs(30));
    assert_eq!(spoken(&effects), None);
    assert!(!app.model.playing.as_ref().unwrap().transcript.is_empty());
}

#[test]
fn where_a_voice_waits_for_a_network_another_speaks() {
    let voice = |name: &str, local| Voice {
        name: name.into(),
        language: "en-GB".into(),
        local,
    };
    let mut app = App::playing();
    app.happens(Event::VoicesListed(vec![
        voice("Online", false),
        voice("Plain", true),
    ]));
    app.happens(Event::Set(SettingChange::Voice(Some(VoiceChoice {
        name: "Online".into(),
        language: "en-GB".into(),
    }))));
    let tag = Tag::Session(1, UtteranceId(0));
    app.happens(Event::UtteranceFailed(tag, SpeechError::NoStart));
    assert_eq!(app.told(), [Notice::OtherVoice]);
    let effects = app.pass(Duration::from_secs(3));
    let names: Vec<_> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Speak(utterance) => utterance.voice.as_ref().map(|voice| &*voice.name),
            _ => None,
        })
        .collect();
    assert_eq!(names, ["Plain"]);
}

#[test]
fn a_voice_that_never_ends_is_given_up_after_two_utterances() {
    let mut app = App::playing();
    for _ in 0..120 {
        app.pass(Duration::from_secs(1));
    }
    assert_eq!(app.told(), [Notice::VoiceStalled]);
}

#[test]
fn a_voice_that_ends_before_it_can_have_spoken_is_given_up_after_two_utterances() {
    let mut app = App::playing();
    let learned = app.model.settings.clone();
    let mut tag = Some(Tag::Session(1, UtteranceId(0)));
    let mut unheard = 0;
    for _ in 0..120 {
        if let Some(tag) = tag.take() {
            app.happens(Event::UtteranceEnded(tag, Duration::from_millis(1)));
            unheard += 1;
        }
        tag = spoken(&app.pass(Duration::from_secs(1)));
    }
    assert_eq!((unheard, app.told()), (2, &[Notice::NoVoice][..]));
    assert_eq!(app.model.settings, learned, "a pace was learned from it");
}

#[test]
fn a_device_without_the_language_is_silent_and_says_so() {
    let (mut app, _) = App::opened_with(&[]);
    let german = Voice {
        name: "Anna".into(),
        language: "de-DE".into(),
        local: true,
    };
    app.happens(Event::VoicesListed(vec![german]));
    app.happens(Event::AddressChanged(Route::Routine("in-spasm")));
    let effects = app.happens(Event::StartPressed(Start::Routine("in-spasm")));
    assert_eq!(spoken(&effects), None);
    assert_eq!(app.told(), [Notice::NoVoiceForLanguage]);
}

#[test]
fn leaving_the_player_pauses_and_an_empty_screen_gives_way() {
    let mut app = App::playing();
    app.happens(Event::AddressChanged(Route::Help));
    assert!(matches!(
        app.model.playing.as_ref().unwrap().session.state(),
        State::Paused { .. }
    ));
    let effects = app.happens(Event::AddressChanged(Route::Ending));
    assert_eq!(app.model.route, Route::Question);
    assert!(effects.contains(&Effect::GiveWay(Route::Question)));
}

#[test]
fn what_is_set_during_a_pause_holds_when_the_session_goes_on() {
    let mut app = App::playing();
    app.happens(Event::AddressChanged(Route::Settings));
    assert_eq!(
        view::way_back(&app.model),
        (Route::Player, Key::YourSession)
    );
    app.happens(Event::Set(SettingChange::Density(Density::TonesOnly)));
    let effects = app.happens(Event::AddressChanged(Route::Player));
    assert!(kept(&effects, keys::PLAYING).is_some());

    let mut effects = app.happens(Event::Commanded(Command::Resume));
    for _ in 0..120 {
        effects.extend(app.pass(Duration::from_secs(1)));
    }
    assert_eq!(spoken(&effects), None);
    assert!(effects.iter().any(|it| matches!(it, Effect::Sound { .. })));
}

#[test]
fn a_session_of_a_closed_page_is_offered_and_one_of_an_open_tab_is_not() {
    let mut before = App::playing();
    let effects = before.happens(Event::PageHidden);
    let (key, text) = kept(&effects, keys::PLAYING).unwrap();

    let (mut app, effects) = App::opened_with(&[(&key, &text)]);
    assert!(effects.contains(&Effect::LookAtOtherTabs));
    app.happens(Event::OtherTabsLooked(vec![key.clone()]));
    assert!(view::question(&app.model, app.now).go_on.is_none());
    assert_eq!(app.told(), [Notice::OtherTabPlays]);

    let (mut app, _) = App::opened_with(&[(&key, &text)]);
    app.happens(Event::OtherTabsLooked(Vec::new()));
    assert!(view::question(&app.model, app.now).go_on.is_some());
    let effects = app.happens(Event::ContinuePressed(Command::Resume));
    assert!(spoken(&effects).is_some());
    assert_eq!(app.model.playing.as_ref().unwrap().key, key);
}

#[test]
fn a_session_that_is_not_gone_on_with_becomes_history() {
    let mut before = App::playing();
    let (key, text) = kept(&before.happens(Event::PageHidden), keys::PLAYING).unwrap();
    let (mut app, _) = App::opened_with(&[(&key, &text)]);
    app.happens(Event::OtherTabsLooked(Vec::new()));
    let effects = app.happens(Event::LetGoPressed);
    assert!(kept(&effects, keys::HISTORY).is_some());
    assert!(effects.contains(&Effect::Forget { key }));
}

#[test]
fn only_the_latest_sessions_are_read_when_the_page_opens() {
    let mut all: Vec<_> = (1_000..4_650)
        .map(|nth| keys::history(Moment::from_millis(nth), 1))
        .collect();
    all.push(keys::SETTINGS.to_owned());
    all.push(keys::aside(keys::SETTINGS, NOON));
    let read = needed(&all);
    assert_eq!(read.len(), 61);
    assert!(read.contains(&keys::SETTINGS.to_owned()));
    assert!(read.contains(&keys::history(Moment::from_millis(4_649), 1)));
}

#[test]
fn what_turns_out_to_be_over_is_not_offered_any_more() {
    let mut before = App::playing();
    let effects = before.happens(Event::PageHidden);
    let (key, text) = kept(&effects, keys::PLAYING).unwrap();
    let (mut app, _) = App::opened_with(&[(&key, &text)]);
    app.happens(Event::OtherTabsLooked(Vec::new()));
    assert!(view::question(&app.model, app.now).go_on.is_some());

    // What the browser had not written down says that it was ended.
    app.happens(Event::Opened {
        kept: Ok(Vec::new()),
        keys: Vec::new(),
        tab: 7,
        east: 0,
    });
    app.happens(Event::OtherTabsLooked(Vec::new()));
    assert!(view::question(&app.model, app.now).go_on.is_none());
}
