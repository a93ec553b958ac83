//! Interaction with the world outside the page: the lock screen and its keys, a page-turner, other apps that make
//! sound, calls.

use std::time::Duration;

use crate::device::Device;
use crate::device::asking::spoken;
use limber::app::session::{Event, OneButton, OutsideState, view};
use limber::app::{self, Effect, Model, Notice, Route, Start, settings};
use limber::device::{MediaKey, SoundKind};
use limber::domain::cue::Density;
use limber::domain::history::HarmKind;
use limber::domain::now_playing::{NowPlaying, PlayingPoint};
use limber::domain::session::{Command, PauseReason, Session, State};
use limber::store::settings::{Mixing, Setting};

/// The only tab of a device, and all effects carried out in it so far.
struct Tab {
    device: Device,
    done: Vec<Effect>,
}

impl Tab {
    fn opened(mixing: Mixing) -> Self {
        let mut device = Device::screened();
        device.open();
        let done = device.carried_out(0);
        let mut tab = Self { device, done };
        tab.sets(Setting::Mixing(mixing));
        tab
    }

    /// A tab in which a session of the four postures has begun.
    fn playing(mixing: Mixing) -> Self {
        let mut tab = Self::opened(mixing);
        tab.start();
        tab
    }

    fn start(&mut self) -> Vec<Effect> {
        self.happens(Event::StartPressed(Start::Routine("four-postures")))
    }

    fn sets(&mut self, setting: Setting) {
        self.happens(settings::Event::Set(setting));
    }

    fn happens(&mut self, event: impl Into<app::Event>) -> Vec<Effect> {
        let effects = self.device.happens(0, event);
        self.done.extend(effects.clone());
        effects
    }

    fn asks(&mut self, command: Command) -> Vec<Effect> {
        self.happens(Event::Commanded(command))
    }

    fn goes_to(&mut self, route: Route) {
        self.happens(app::Event::AddressChanged(route));
    }

    /// Lets time pass as in a browser that is awake: every deadline is met.
    fn pass(&mut self, length: Duration) {
        let effects = self.device.pass(0, length);
        self.done.extend(effects);
    }

    /// Lets the device sleep, and its voice with it: nothing due in that time happens in the tab.
    fn sleeps(&mut self, length: Duration) -> Vec<Effect> {
        self.device.now = self.device.now + length;
        self.happens(app::Event::PageShown)
    }

    /// Goes to the first hold of pigeon, and this far into it.
    fn in_pigeon(mut self, elapsed: Duration) -> Self {
        let pigeon = 1;
        self.asks(Command::Jump(pigeon));
        self.asks(Command::InPosition);
        self.pass(elapsed);
        assert!(matches!(self.state(), State::Holding { .. }));
        self
    }

    fn model(&self) -> &Model {
        self.device.model(0)
    }

    fn session(&self) -> &Session {
        &self.model().session.playing().unwrap().session
    }

    fn state(&self) -> &State {
        self.session().state()
    }

    fn is_running(&self) -> bool {
        self.session().is_running()
    }

    fn waits_since_asked(&self) -> bool {
        let asked = PauseReason::Asked;
        matches!(self.state(), State::Paused { why, .. } if *why == asked)
    }

    fn outside(&self) -> &OutsideState {
        &self.model().session.outside
    }

    fn shown(&self) -> NowPlaying {
        let shown = self.done.iter().rev().find_map(|effect| {
            let Effect::ShowOutside(shown) = effect else {
                return None;
            };
            Some(shown.clone())
        });
        shown.flatten().unwrap()
    }

    fn player(&self) -> view::PlayerView {
        let model = self.model();
        view::player(&model.session, &model.context).unwrap()
    }

    fn caption(&self) -> String {
        self.player().caption
    }

    fn choices(&self) -> Vec<view::Choice> {
        self.player().choices
    }

    fn press(&mut self, key: MediaKey) {
        self.happens(Event::MediaKeyPressed(key));
    }
}

fn kinds(effects: &[Effect]) -> Vec<Option<SoundKind>> {
    let kind = |effect: &Effect| {
        let Effect::ShareSound(kind) = effect else {
            return None;
        };
        Some(*kind)
    };
    effects.iter().filter_map(kind).collect()
}

#[test]
fn the_lock_screen_shows_posture_side_and_time() {
    let tab = Tab::playing(Mixing::Exclusive).in_pigeon(Duration::from_secs(20));
    let shown = tab.shown();
    assert_eq!(
        (&*shown.title, &*shown.detail, &*shown.whole),
        ("Pigeon, left side", "Hold", "The four postures, 2 of 5")
    );
    let time = shown.time.unwrap();
    assert_eq!(time.length, Duration::from_secs(60));
    assert_eq!(
        time.at,
        PlayingPoint::Since(tab.device.now - Duration::from_secs(20))
    );
    assert!(shown.running);
}

#[test]
fn a_pause_stops_the_clock_of_the_lock_screen() {
    let mut tab = Tab::playing(Mixing::Exclusive).in_pigeon(Duration::from_secs(20));
    tab.press(MediaKey::Pause);
    tab.pass(Duration::from_secs(300));
    let shown = tab.shown();
    assert!(!shown.running);
    let at = shown.time.unwrap().at;
    assert_eq!(at, PlayingPoint::Waiting(Duration::from_secs(20)));
}

#[test]
fn a_hold_is_shown_once_and_not_anew_each_second() {
    let mut tab = Tab::playing(Mixing::Exclusive).in_pigeon(Duration::from_secs(5));
    tab.done.clear();
    tab.pass(Duration::from_secs(40));
    let tellings = tab.done.iter().filter(|effect| {
        matches!(
            effect,
            Effect::ShowOutside(_) | Effect::ShareSound(_) | Effect::Undertone(_)
        )
    });
    assert_eq!(tellings.count(), 0);
}

#[test]
fn the_keys_of_a_headset_lead_a_session() {
    let mut tab = Tab::playing(Mixing::Exclusive).in_pigeon(Duration::from_secs(20));
    tab.press(MediaKey::PlayOrPause);
    assert!(tab.waits_since_asked());
    tab.press(MediaKey::PlayOrPause);
    assert!(matches!(tab.state(), State::Returning { .. }));
    tab.press(MediaKey::Next);
    assert_eq!(tab.shown().detail, "Changing sides");
    tab.press(MediaKey::Previous);
    assert_eq!(tab.shown().title, "Pigeon, left side");
    tab.press(MediaKey::Stop);
    assert!(!tab.is_running(), "it waits");
    tab.press(MediaKey::Play);
    assert!(tab.is_running(), "it was not lost");
}

#[test]
fn a_key_pressed_while_another_screen_is_looked_at_leads_back_to_the_session() {
    let mut tab = Tab::playing(Mixing::Exclusive).in_pigeon(Duration::from_secs(20));
    tab.goes_to(Route::Settings);
    assert!(!tab.is_running());
    tab.press(MediaKey::Pause);
    assert_eq!(tab.model().context.route, Route::Settings);
    let effects = tab.happens(Event::MediaKeyPressed(MediaKey::Play));
    assert!(effects.contains(&Effect::GoTo(Route::Player)));
    tab.goes_to(Route::Player);
    assert!(tab.is_running());
}

#[test]
fn one_button_alone_leads_a_whole_session_to_its_end() {
    for button in [OneButton::On, OneButton::OnOrPause] {
        let mut tab = Tab::playing(Mixing::Mixed);
        for _ in 0..200 {
            if tab.model().session.playing().is_none() {
                break;
            }
            tab.happens(Event::OneButtonPressed(button));
            tab.pass(Duration::from_secs(30));
        }
        assert!(
            tab.model().session.over().is_some(),
            "{button:?} led nowhere"
        );
    }
}

#[test]
fn one_button_begins_the_hold_goes_on_after_a_pause_and_after_hurt() {
    let mut tab = Tab::playing(Mixing::Mixed);
    tab.asks(Command::Jump(1));
    tab.happens(Event::OneButtonPressed(OneButton::OnOrPause));
    assert!(matches!(tab.state(), State::Holding { .. }));
    tab.happens(Event::OneButtonPressed(OneButton::OnOrPause));
    assert!(matches!(tab.state(), State::Paused { .. }));
    tab.happens(Event::OneButtonPressed(OneButton::OnOrPause));
    assert!(tab.is_running());
    tab.asks(Command::Hurts);
    tab.happens(Event::OneButtonPressed(OneButton::OnOrPause));
    let playing = tab.model().session.playing().unwrap();
    assert_eq!(
        playing.session.place().unwrap().0.step,
        2,
        "the next posture"
    );
}

#[test]
fn a_call_makes_the_session_wait_and_continue_goes_on_where_it_was() {
    let mut tab = Tab::playing(Mixing::Exclusive).in_pigeon(Duration::from_secs(20));
    let effects = tab.happens(Event::SoundInterrupted);
    assert!(effects.contains(&Effect::CancelTones));
    assert!(effects.contains(&Effect::Undertone(false)));
    assert!(
        tab.caption().contains("a call perhaps"),
        "{}",
        tab.caption()
    );
    // When the background tone stops with it, the same is reported again.
    tab.happens(Event::SoundInterrupted);
    assert!(matches!(
        tab.state(),
        State::Paused {
            why: PauseReason::Interrupted,
            ..
        }
    ));

    tab.pass(Duration::from_secs(240));
    let effects = tab.asks(Command::Resume);
    assert!(effects.contains(&Effect::Undertone(true)));
    let said = tab.caption();
    assert_eq!(said, "Pigeon, left side. 40 seconds left.");
}

#[test]
fn a_call_while_one_is_told_how_to_come_out_is_waited_for_and_the_choices_stay() {
    let mut tab = Tab::playing(Mixing::Exclusive).in_pigeon(Duration::from_secs(20));
    tab.asks(Command::Hurts);
    let choices = tab.choices();
    tab.happens(Event::SoundInterrupted);
    assert!(tab.caption().contains("a call perhaps"));
    assert_eq!(tab.choices(), choices);
    tab.press(MediaKey::Play);
    assert_eq!(tab.session().harm(), Some(HarmKind::Hurt));
    assert!(!matches!(tab.state(), State::Paused { .. }));
    assert_eq!(tab.choices(), choices);
}

#[test]
fn a_call_while_the_session_waits_changes_nothing() {
    let mut tab = Tab::playing(Mixing::Exclusive).in_pigeon(Duration::from_secs(20));
    tab.press(MediaKey::Pause);
    let caption = tab.caption();
    assert!(tab.happens(Event::SoundInterrupted).is_empty());
    assert!(tab.waits_since_asked());
    assert_eq!(tab.caption(), caption);
}

#[test]
fn a_browser_that_does_not_sound_on_by_itself_is_told_of_once() {
    let mut tab = Tab::playing(Mixing::Exclusive);
    for _ in 0..3 {
        tab.happens(app::device::Event::BackgroundSoundRefused);
    }
    assert_eq!(tab.model().notices, [Notice::MayFallSilent]);
    assert!(tab.is_running());
}

#[test]
fn sound_is_shared_as_it_is_set_and_given_back_at_the_end() {
    for (mixing, kind) in [
        (Mixing::Exclusive, SoundKind::Playback),
        (Mixing::Mixed, SoundKind::Ambient),
    ] {
        let mut tab = Tab::opened(mixing);
        let effects = tab.start();
        // The browser must be told before any sound starts.
        assert_eq!(effects.first(), Some(&Effect::ShareSound(Some(kind))));
        tab.pass(Duration::from_secs(120));
        let effects = tab.asks(Command::Stop);
        assert_eq!(kinds(&effects), [None]);
        assert!(effects.contains(&Effect::Undertone(false)));
        assert_eq!(kinds(&tab.done), [Some(kind), None]);
    }
}

#[test]
fn music_is_lowered_while_the_voice_speaks_and_only_then() {
    let mut tab = Tab::playing(Mixing::Ducking);
    assert_eq!(spoken(&tab.done).len(), 1);
    assert_eq!(tab.outside().sound, Some(SoundKind::Transient));
    tab.asks(Command::Pause);
    assert_eq!(tab.outside().sound, Some(SoundKind::Ambient));
    tab.asks(Command::Resume);
    assert_eq!(tab.outside().sound, Some(SoundKind::Transient));
    tab.asks(Command::Next);
    let mut heard = Vec::new();
    for _ in 0..120 {
        tab.pass(Duration::from_secs(1));
        let speaks = tab.model().session.playing().unwrap().speaking.is_some();
        let (lowered, beside) = (SoundKind::Transient, SoundKind::Ambient);
        let expected = if speaks { lowered } else { beside };
        assert_eq!(tab.outside().sound, Some(expected));
        heard.push(speaks);
    }
    assert!(heard.contains(&true) && heard.contains(&false));
}

#[test]
fn only_one_who_wants_limber_alone_has_it_on_the_lock_screen() {
    for mixing in [Mixing::Mixed, Mixing::Ducking] {
        let tab = Tab::playing(mixing).in_pigeon(Duration::from_secs(5));
        let shown = |effect: &Effect| matches!(effect, Effect::ShowOutside(Some(_)));
        assert!(!tab.done.iter().any(shown));
        assert!(
            tab.done.contains(&Effect::Undertone(true)),
            "it stays awake"
        );
    }
}

#[test]
fn who_wants_no_sound_at_all_takes_none_from_others() {
    let mut tab = Tab::opened(Mixing::Exclusive);
    tab.sets(Setting::Density(Density::Silent));
    tab.start();
    tab.pass(Duration::from_secs(60));
    assert_eq!(kinds(&tab.done), []);
    assert!(!tab.done.contains(&Effect::Undertone(true)));
}

#[test]
fn who_slept_is_told_what_was_missed_and_where_it_goes_on() {
    let mut tab = Tab::playing(Mixing::Exclusive).in_pigeon(Duration::from_secs(20));
    let mut effects = tab.sleeps(Duration::from_secs(20 * 60));
    let words = "You were away for 20 minutes, and missed the last 40 seconds of pigeon, left side. \
                 When you are ready, press Continue: it goes on from there.";
    assert_eq!(tab.caption(), words);
    // The engine is given one breath at a time; the rest follows once that was spoken.
    effects.extend(tab.device.pass(0, Duration::from_secs(30)));
    let said: Vec<_> = spoken(&effects).iter().map(|it| &*it.words).collect();
    assert!(said.len() > 1, "{said:?}");
    assert_eq!(said.join(" "), words);
    assert!(!tab.is_running(), "it waits for the person");
}

#[test]
fn who_slept_through_the_words_hears_them_again() {
    let mut tab = Tab::playing(Mixing::Exclusive);
    tab.asks(Command::Jump(1));
    tab.sleeps(Duration::from_secs(60 * 60));
    assert_eq!(
        tab.caption(),
        "You were away for an hour, and missed how to get into pigeon, left side. \
         When you are ready, press Continue: I say it again."
    );
    tab.asks(Command::Resume);
    assert!(tab.caption().contains("pigeon"), "{}", tab.caption());
}
