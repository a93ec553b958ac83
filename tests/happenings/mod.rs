//! Strategies for what people and devices do to a running session.

use std::time::Duration;

use limber::domain::body::{Body, Caution};
use limber::domain::plan::Plan;
use limber::domain::session::{Command, SessionProgress};
use limber::library::postures;
use proptest::prelude::*;

use crate::listener::{Listener, VoiceHabit};
use crate::plans::session_of;

/// Something that happens to a session.
#[derive(Debug, Clone)]
pub(crate) enum Happening {
    Asked(Command),
    /// This much time passes.
    Waited(Duration),
    /// Time passes until the moment at which the session next does something.
    WaitedForTheNext,
    /// The device is busy for this long, so that the next event finds a session that lags behind.
    Dozed(Duration),
    SleptAnHour,
    ClockSetBack(Duration),
    VoiceLost,
    VoiceFound,
    SoundLost,
    /// The person says more about their body.
    BodyToldOf(Body),
}

pub(crate) fn any_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        3 => Just(Command::Pause),
        3 => Just(Command::Resume),
        2 => Just(Command::Next),
        2 => Just(Command::Back),
        1 => (0..6_usize).prop_map(Command::Jump),
        2 => (1..40_u64).prop_map(|s| Command::AddTime(Duration::from_secs(s))),
        2 => Just(Command::InPosition),
        1 => Just(Command::Easier),
        1 => Just(Command::Hurts),
        1 => Just(Command::Dizzy),
        1 => Just(Command::RepeatSide),
        1 => Just(Command::CountAsDone),
        1 => Just(Command::Start),
    ]
}

/// Anything people and devices do while the clock and the voice work properly.
pub(crate) fn any_ordinary_happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        6 => any_command().prop_map(Happening::Asked),
        4 => (0..120_000_u64).prop_map(|ms| Happening::Waited(Duration::from_millis(ms))),
        3 => (0..4_000_000_u64).prop_map(|us| Happening::Waited(Duration::from_micros(us))),
        3 => Just(Happening::WaitedForTheNext),
        1 => Just(Happening::SleptAnHour),
    ]
}

pub(crate) fn any_happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        17 => any_ordinary_happening(),
        2 => (0..85_000_u64).prop_map(|ms| Happening::Dozed(Duration::from_millis(ms))),
        1 => (0..200_000_u64).prop_map(|ms| Happening::ClockSetBack(Duration::from_millis(ms))),
        1 => (0..9_000_u64).prop_map(|s| Happening::ClockSetBack(Duration::from_secs(s))),
        1 => Just(Happening::VoiceLost),
        1 => Just(Happening::VoiceFound),
        1 => Just(Happening::SoundLost),
        1 => any_body().prop_map(Happening::BodyToldOf),
    ]
}

/// A body that may exclude some of the library, or all of it.
pub(crate) fn any_body() -> impl Strategy<Value = Body> {
    let cautions: Vec<_> = Caution::all().collect();
    let cautions = proptest::sample::subsequence(cautions, 0..=3);
    let ids: Vec<_> = postures()
        .iter()
        .map(|posture| posture.id.to_owned())
        .collect();
    let left_out = proptest::sample::subsequence(ids, 0..=6);
    (cautions, left_out).prop_map(|(cautions, left_out)| Body {
        cautions: cautions.into_iter().collect(),
        age: None,
        left_out: left_out.into_iter().collect(),
    })
}

pub(crate) fn any_voice() -> impl Strategy<Value = VoiceHabit> {
    prop_oneof![
        4 => (500..2_200_u32).prop_map(|times| VoiceHabit::Takes(f64::from(times) / 1_000.0)),
        1 => Just(VoiceHabit::NeverEnds),
        1 => (0..15_000_u64).prop_map(|ms| VoiceHabit::BeginsLate(Duration::from_millis(ms))),
    ]
}

pub(crate) fn live_through(listener: &mut Listener, happenings: &[Happening]) {
    for happening in happenings {
        match happening.clone() {
            Happening::Asked(command) => listener.ask(command),
            Happening::Waited(length) => listener.listen(length),
            Happening::WaitedForTheNext => listener.listen_to_the_next(),
            Happening::Dozed(length) => listener.sleep(length),
            Happening::SleptAnHour => listener.sleep(Duration::from_hours(1)),
            Happening::ClockSetBack(by) => listener.set_the_clock_back(by),
            Happening::VoiceLost => listener.lose_the_voice(),
            Happening::VoiceFound => listener.find_the_voice(),
            Happening::SoundLost => listener.lose_the_sound(),
            Happening::BodyToldOf(body) => listener.heed(&body),
        }
    }
}

pub(crate) fn started(plan: Plan, aloud: bool, voice: VoiceHabit) -> Listener {
    let mut listener = Listener::new(session_of(plan, aloud)).with_voice(voice);
    listener.start();
    listener
}

pub(crate) fn progress(listener: &Listener) -> SessionProgress {
    listener.session.progress(listener.now).unwrap()
}
