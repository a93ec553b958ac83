//! What the world outside the page is told, and what it asks: the lock screen and its keys, a page-turner,
//! other apps that make sound, a call.

#![expect(
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a story looks for one effect among many, and fails where it is not"
)]

use std::time::Duration;

use limber::app::{
    Effect, Event, Model, Notice, OneButton, Route, SettingChange, Start, Tag, next_wake, update,
    view,
};
use limber::device::{MediaKey, SoundKind};
use limber::domain::cue::Density;
use limber::domain::few::Set;
use limber::domain::now_playing::{NowPlaying, PlayingPoint};
use limber::domain::screening::{Scope, Screening};
use limber::domain::session::{Command, State, Why};
use limber::domain::settings::Mixing;
use limber::domain::time::Moment;
use limber::store::{keys, print_screening};
use limber::text::Locale;

const NOON: Moment = Moment::from_millis(1_795_000_000_000);

/// A session of the four postures, in a time of its own, whose voice takes no time at all.
struct App {
    model: Model,
    now: Moment,
    /// Everything that was to be done so far.
    done: Vec<Effect>,
}

impl App {
    fn opened(mixing: Mixing) -> Self {
        let mut app = Self {
            model: Model::new(Locale::EnGb, Route::Question),
            now: NOON,
            done: Vec::new(),
        };
        let screening = print_screening(&Screening {
            at: NOON,
            scope: Scope::Everything,
            signs: Set::new(),
            assessed: None,
        });
        let key = keys::screening(NOON, 1);
        app.happens(Event::Opened {
            kept: Ok(vec![(key.clone(), screening)]),
            keys: vec![key],
            tab: 7,
            east: 0,
        });
        app.happens(Event::Set(SettingChange::Mixing(mixing)));
        app
    }

    fn playing(mixing: Mixing) -> Self {
        let mut app = Self::opened(mixing);
        app.start();
        app
    }

    fn start(&mut self) -> Vec<Effect> {
        let effects = self.happens(Event::StartPressed(Start::Routine("four-postures")));
        self.happens(Event::AddressChanged(Route::Player));
        effects
    }

    fn happens(&mut self, event: Event) -> Vec<Effect> {
        let effects = update(&mut self.model, event, self.now);
        self.done.extend(effects.clone());
        effects
    }

    /// Lets time pass as a browser does that is awake: every deadline is met.
    fn pass(&mut self, length: Duration) {
        let until = self.now + length;
        while let Some(next) = next_wake(&self.model, self.now).filter(|next| *next <= until) {
            self.now = next.max(self.now + Duration::from_millis(1));
            self.happens(Event::TimePassed);
        }
        self.now = until;
        self.happens(Event::TimePassed);
    }

    /// Goes to the first hold of pigeon, and so far into it.
    fn in_pigeon(mut self, elapsed: Duration) -> Self {
        let pigeon = 1;
        self.happens(Event::Commanded(Command::Jump(pigeon)));
        self.happens(Event::Commanded(Command::InPosition));
        self.pass(elapsed);
        assert!(matches!(self.state(), State::Holding { .. }));
        self
    }

    fn state(&self) -> &State {
        self.model.playing.as_ref().unwrap().session.state()
    }

    fn is_running(&self) -> bool {
        self.model.playing.as_ref().unwrap().session.is_running()
    }

    fn shown(&self) -> NowPlaying {
        let shown = self.done.iter().rev().find_map(|effect| match effect {
            Effect::ShowOutside(shown) => Some(shown.clone()),
            _ => None,
        });
        shown.flatten().unwrap()
    }

    fn caption(&self) -> String {
        view::player(&self.model, self.now).unwrap().caption
    }

    fn press(&mut self, key: MediaKey) {
        self.happens(Event::MediaKeyPressed(key));
    }
}

fn kinds(effects: &[Effect]) -> Vec<Option<SoundKind>> {
    let kind = |effect: &Effect| match effect {
        Effect::ShareSound(kind) => Some(*kind),
        _ => None,
    };
    effects.iter().filter_map(kind).collect()
}

#[test]
fn the_lock_screen_shows_posture_side_and_time() {
    let app = App::playing(Mixing::Alone).in_pigeon(Duration::from_secs(20));
    let shown = app.shown();
    assert_eq!(
        (&*shown.title, &*shown.detail, &*shown.whole),
        ("Pigeon, left side", "Hold", "The four postures, 2 of 5")
    );
    let time = shown.time.unwrap();
    assert_eq!(time.length, Duration::from_secs(60));
    assert_eq!(
        time.at,
        PlayingPoint::Since(app.now - Duration::from_secs(20))
    );
    assert!(shown.running);
}

#[test]
fn a_pause_stops_the_clock_of_the_lock_screen() {
    let mut app = App::playing(Mixing::Alone).in_pigeon(Duration::from_secs(20));
    app.press(MediaKey::Pause);
    app.pass(Duration::from_secs(300));
    let shown = app.shown();
    assert!(!shown.running);
    let at = shown.time.unwrap().at;
    assert_eq!(at, PlayingPoint::Waiting(Duration::from_secs(20)));
}

#[test]
fn a_hold_is_shown_once_and_not_anew_each_second() {
    let mut app = App::playing(Mixing::Alone).in_pigeon(Duration::from_secs(5));
    app.done.clear();
    app.pass(Duration::from_secs(40));
    let tellings = app.done.iter().filter(|effect| {
        matches!(
            effect,
            Effect::ShowOutside(_) | Effect::ShareSound(_) | Effect::Undertone(_)
        )
    });
    assert_eq!(tellings.count(), 0);
}

#[test]
fn the_keys_of_a_headset_lead_a_session() {
    let mut app = App::playing(Mixing::Alone).in_pigeon(Duration::from_secs(20));
    app.press(MediaKey::PlayOrPause);
    assert!(matches!(
        app.state(),
        State::Paused {
            why: Why::Asked,
            ..
        }
    ));
    app.press(MediaKey::PlayOrPause);
    assert!(matches!(app.state(), State::Returning { .. }));
    app.press(MediaKey::Next);
    assert_eq!(app.shown().detail, "Changing sides");
    app.press(MediaKey::Previous);
    assert_eq!(app.shown().title, "Pigeon, left side");
    app.press(MediaKey::Stop);
    assert!(!app.is_running(), "it waits");
    app.press(MediaKey::Play);
    assert!(app.is_running(), "it was not lost");
}

#[test]
fn a_key_pressed_while_another_screen_is_looked_at_leads_back_to_the_session() {
    let mut app = App::playing(Mixing::Alone).in_pigeon(Duration::from_secs(20));
    app.happens(Event::AddressChanged(Route::Settings));
    assert!(!app.is_running());
    app.press(MediaKey::Pause);
    assert_eq!(app.model.route, Route::Settings);
    let effects = app.happens(Event::MediaKeyPressed(MediaKey::Play));
    assert!(effects.contains(&Effect::GoTo(Route::Player)));
    app.happens(Event::AddressChanged(Route::Player));
    assert!(app.is_running());
}

#[test]
fn one_button_alone_leads_a_whole_session_to_its_end() {
    for button in [OneButton::On, OneButton::OnOrPause] {
        let mut app = App::playing(Mixing::Along);
        for _ in 0..200 {
            if app.model.playing.is_none() {
                break;
            }
            app.happens(Event::OneButtonPressed(button));
            app.pass(Duration::from_secs(30));
        }
        assert!(app.model.over.is_some(), "{button:?} led nowhere");
    }
}

#[test]
fn one_button_begins_the_hold_goes_on_after_a_pause_and_after_hurt() {
    let mut app = App::playing(Mixing::Along);
    app.happens(Event::Commanded(Command::Jump(1)));
    app.happens(Event::OneButtonPressed(OneButton::OnOrPause));
    assert!(matches!(app.state(), State::Holding { .. }));
    app.happens(Event::OneButtonPressed(OneButton::OnOrPause));
    assert!(matches!(app.state(), State::Paused { .. }));
    app.happens(Event::OneButtonPressed(OneButton::OnOrPause));
    assert!(app.is_running());
    app.happens(Event::Commanded(Command::Hurts));
    app.happens(Event::OneButtonPressed(OneButton::OnOrPause));
    let playing = app.model.playing.as_ref().unwrap();
    assert_eq!(
        playing.session.place().unwrap().0.step,
        2,
        "the next posture"
    );
}

#[test]
fn a_call_makes_the_session_wait_and_continue_goes_on_where_it_was() {
    let mut app = App::playing(Mixing::Alone).in_pigeon(Duration::from_secs(20));
    let effects = app.happens(Event::SoundInterrupted);
    assert!(effects.contains(&Effect::CancelTones));
    assert!(effects.contains(&Effect::Undertone(false)));
    assert!(
        app.caption().contains("a call perhaps"),
        "{}",
        app.caption()
    );
    // The tone that stops with it reports the same once more.
    app.happens(Event::SoundInterrupted);
    assert!(matches!(
        app.state(),
        State::Paused {
            why: Why::Interrupted,
            ..
        }
    ));

    app.pass(Duration::from_secs(240));
    let effects = app.happens(Event::Commanded(Command::Resume));
    assert!(effects.contains(&Effect::Undertone(true)));
    let said = app.caption();
    assert_eq!(said, "Pigeon, left side. 40 seconds left.");
}

#[test]
fn a_call_while_the_session_waits_changes_nothing() {
    let mut app = App::playing(Mixing::Alone).in_pigeon(Duration::from_secs(20));
    app.press(MediaKey::Pause);
    let caption = app.caption();
    assert!(app.happens(Event::SoundInterrupted).is_empty());
    assert!(matches!(
        app.state(),
        State::Paused {
            why: Why::Asked,
            ..
        }
    ));
    assert_eq!(app.caption(), caption);
}

#[test]
fn a_browser_that_does_not_sound_on_by_itself_is_told_of_once() {
    let mut app = App::playing(Mixing::Alone);
    for _ in 0..3 {
        app.happens(Event::BackgroundSoundRefused);
    }
    assert_eq!(app.model.notices, [Notice::MayFallSilent]);
    assert!(app.is_running());
}

#[test]
fn sound_is_shared_as_it_is_set_and_given_back_at_the_end() {
    for (mixing, kind) in [
        (Mixing::Alone, SoundKind::Playback),
        (Mixing::Along, SoundKind::Ambient),
    ] {
        let mut app = App::opened(mixing);
        let effects = app.start();
        // The browser must know before there is any sound.
        assert_eq!(effects.first(), Some(&Effect::ShareSound(Some(kind))));
        app.pass(Duration::from_secs(120));
        let effects = app.happens(Event::Commanded(Command::Stop));
        assert_eq!(kinds(&effects), [None]);
        assert!(effects.contains(&Effect::Undertone(false)));
        assert_eq!(kinds(&app.done), [Some(kind), None]);
    }
}

#[test]
fn music_is_lowered_while_the_voice_speaks_and_only_then() {
    let mut app = App::playing(Mixing::Lowering);
    assert_eq!(app.model.outside.sound, Some(SoundKind::Transient));
    let tag = app.done.iter().rev().find_map(|effect| match effect {
        Effect::Speak(utterance) => Some(utterance.tag),
        _ => None,
    });
    let Some(Tag::Session(number, id)) = tag else {
        panic!("nothing was said");
    };
    app.happens(Event::Commanded(Command::Pause));
    assert_eq!(app.model.outside.sound, Some(SoundKind::Ambient));
    app.happens(Event::Commanded(Command::Resume));
    assert_eq!(app.model.outside.sound, Some(SoundKind::Transient));
    app.happens(Event::UtteranceEnded(
        Tag::Session(number, id),
        Duration::from_secs(3),
    ));
    app.happens(Event::Commanded(Command::InPosition));
    app.pass(Duration::ZERO);
    assert!(kinds(&app.done).contains(&Some(SoundKind::Ambient)));
}

#[test]
fn only_one_who_wants_limber_alone_has_it_on_the_lock_screen() {
    for mixing in [Mixing::Along, Mixing::Lowering] {
        let app = App::playing(mixing).in_pigeon(Duration::from_secs(5));
        let shown = |effect: &Effect| matches!(effect, Effect::ShowOutside(Some(_)));
        assert!(!app.done.iter().any(shown));
        assert!(
            app.done.contains(&Effect::Undertone(true)),
            "it stays awake"
        );
    }
}

#[test]
fn who_wants_no_sound_at_all_takes_none_from_others() {
    let mut app = App::opened(Mixing::Alone);
    app.happens(Event::Set(SettingChange::Density(Density::Silent)));
    app.start();
    app.pass(Duration::from_secs(60));
    assert_eq!(kinds(&app.done), []);
    assert!(!app.done.contains(&Effect::Undertone(true)));
}

#[test]
fn who_slept_is_told_what_was_missed_and_where_it_goes_on() {
    let mut app = App::playing(Mixing::Alone).in_pigeon(Duration::from_secs(20));
    app.now = app.now + Duration::from_secs(20 * 60);
    let effects = app.happens(Event::PageShown);
    let words = "You were away for 20 minutes, and missed the last 40 seconds of pigeon, left side. \
                 When you are ready, press Continue: it goes on from there.";
    assert_eq!(app.caption(), words);
    let said = |effect: &Effect| match effect {
        Effect::Speak(utterance) => Some(utterance.words.clone()),
        _ => None,
    };
    let mut spoken: Vec<_> = effects.iter().filter_map(said).collect();
    // An engine is not handed more than one breath: the rest follows when that was said.
    for _ in 0..3 {
        let tags = app.done.iter().rev().find_map(|effect| match effect {
            Effect::Speak(utterance) => Some(utterance.tag),
            _ => None,
        });
        app.now = app.now + Duration::from_secs(5);
        let ended = Event::UtteranceEnded(tags.unwrap(), Duration::from_secs(5));
        spoken.extend(app.happens(ended).iter().filter_map(said));
        app.pass(Duration::from_secs(1));
        let latest = app.done.iter().rev().find_map(said);
        if latest.as_ref() != spoken.last() {
            spoken.extend(latest);
        }
    }
    assert_eq!(spoken.join(" "), words);
    assert!(!app.is_running(), "it waits for the person");
}

#[test]
fn who_slept_through_the_words_hears_them_again() {
    let mut app = App::playing(Mixing::Alone);
    app.happens(Event::Commanded(Command::Jump(1)));
    app.now = app.now + Duration::from_secs(60 * 60);
    app.happens(Event::PageShown);
    assert_eq!(
        app.caption(),
        "You were away for an hour, and missed how to get into pigeon, left side. \
         When you are ready, press Continue: I say it again."
    );
    app.happens(Event::Commanded(Command::Resume));
    assert!(app.caption().contains("pigeon"), "{}", app.caption());
}
