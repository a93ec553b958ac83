//! What is shown of the session under way, readable from two metres.

use std::time::Duration;

use super::motion::{Motion, Ring, motion, ring};
use crate::app::context::Context;
use crate::app::session::{Playing, State as SessionState};
use crate::domain::dose::Dose;
use crate::domain::history::HarmKind;
use crate::domain::posture::Side;
use crate::domain::session::{Command, Offer, PauseReason, Session, State};
use crate::domain::time::whole_nanos;
use crate::domain::timeline::PhaseKind;
use crate::text::{Key, Locale, clock, en};

/// How much a hold is lengthened at a time.
const MORE: Duration = Duration::from_secs(15);

/// What the player shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlayerView {
    /// "2 of 4".
    pub place: String,
    /// "9 min left".
    pub left: String,
    /// The working side.
    pub side: Option<&'static str>,
    /// The posture's name.
    pub posture: &'static str,
    /// The id of the figure to draw, and whether to mirror it because the left side works.
    pub figure: (&'static str, bool),
    /// How the figure moves.
    pub motion: Motion,
    /// What the user does now: hold, rest, get into the posture.
    pub activity: &'static str,
    /// The one number: seconds left of the hold, movements left, or the length of the hold to come.
    pub number: String,
    /// Whether what the number counts is still to come.
    pub number_waits: bool,
    /// The ring around the figure.
    pub ring: Ring,
    /// What is being said.
    pub caption: String,
    /// The state of the large controls.
    pub state: PlayerState,
    /// What else the user can ask for, in the order shown.
    pub choices: Vec<Choice>,
    /// Whether the user can say that it hurts.
    pub can_hurt: bool,
    /// All steps, any of which can be jumped to.
    pub steps: Vec<StepItem>,
}

/// The state of the large controls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlayerState {
    /// The session runs, and can be paused.
    Running,
    /// The session waits, and can be continued.
    Paused {
        /// Whether it paused without being asked to; the user then chooses how to continue.
        away: bool,
    },
    /// The user was told how to come out, and chooses.
    Choosing,
}

/// Something else the user can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Its label.
    pub name: &'static str,
    /// The command it gives.
    pub command: Command,
}

/// A step that can be jumped to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepItem {
    /// The posture's name.
    pub name: &'static str,
    /// The dose.
    pub dose: String,
    /// Whether it is the current one.
    pub current: bool,
}

/// The player; `None` if no session is under way.
pub fn player(state: &SessionState, context: &Context) -> Option<PlayerView> {
    let playing = state.playing()?;
    let session = &playing.session;
    let progress = session.progress(context.now)?;
    let (phase, posture) = session.place()?;
    let word = |key| context.locale.word(key);
    let steps = &session.timeline().steps;
    let form = steps[phase.step].form();
    let (number, number_waits) = number(session, progress.elapsed);
    Some(PlayerView {
        place: en::of(phase.step + 1, steps.len()),
        left: en::left(progress.left),
        side: phase.side.map(|side| match side {
            Side::Left => word(Key::LeftSide),
            Side::Right => word(Key::RightSide),
        }),
        posture: posture.name,
        figure: (form.figure, phase.side == Some(Side::Left)),
        motion: motion(session, progress.elapsed),
        activity: word(activity(session)),
        number,
        number_waits,
        ring: ring(session, progress.elapsed),
        caption: caption(playing, context.locale),
        state: controls(session),
        choices: choices(session, context.locale),
        can_hurt: session.offers().contains(&Offer::Hurts),
        steps: steps
            .iter()
            .enumerate()
            .map(|(index, step)| StepItem {
                name: step.posture.name,
                dose: en::dose(step),
                current: index == phase.step,
            })
            .collect(),
    })
}

pub(super) fn activity(session: &Session) -> Key {
    match session.state() {
        State::Paused { .. } => return Key::Paused,
        State::Returning { .. } => return Key::GetReady,
        State::Harmed { .. } => return Key::ComingOut,
        State::Ready | State::Leading { .. } | State::Holding { .. } | State::Over(_) => {}
    }
    match session.place().map(|(phase, _)| &phase.kind) {
        Some(PhaseKind::SetUp) => Key::GettingIn,
        Some(PhaseKind::Hold(_)) => holding(session),
        Some(PhaseKind::Repeat { .. }) => Key::Moving,
        Some(PhaseKind::ChangeSides { .. }) => Key::ChangingSides,
        Some(PhaseKind::Rest) => Key::Resting,
        Some(PhaseKind::ComeOut) => Key::ComingOut,
        Some(PhaseKind::Done) => Key::Finishing,
        Some(PhaseKind::GetReady) | None => Key::GetReady,
    }
}

/// What the user does during a hold.
fn holding(session: &Session) -> Key {
    match session.dose() {
        Some(Dose::Rest(_)) => Key::Resting,
        Some(Dose::Go { .. }) => Key::Going,
        Some(Dose::Hold(_) | Dose::Repetitions { .. } | Dose::Breaths { .. }) | None => {
            Key::Holding
        }
    }
}

/// The number to show, and whether what it counts is still to come.
fn number(session: &Session, elapsed: Option<Duration>) -> (String, bool) {
    let phases = &session.timeline().phases;
    let Some(here) = session.phase() else {
        return (String::new(), true);
    };
    if session.harm().is_some() {
        return (String::new(), true);
    }
    // Before a hold its length is shown; after the last one there is nothing left to count.
    let to_count = phases[here..]
        .iter()
        .find(|phase| phase.exact_length().is_some());
    let waits = phases[here].exact_length().is_none();
    let elapsed = if waits {
        Duration::ZERO
    } else {
        elapsed.unwrap_or_default()
    };
    let text = match to_count.map(|phase| (&phase.kind, phase.length())) {
        Some((PhaseKind::Repeat { one, count }, _)) => {
            let over = whole_nanos(elapsed) / whole_nanos(*one).max(1);
            count
                .saturating_sub(u32::try_from(over).unwrap_or(u32::MAX))
                .to_string()
        }
        Some((_, length)) => clock(length.saturating_sub(elapsed)),
        None => String::new(),
    };
    (text, waits)
}

fn caption(playing: &Playing, locale: Locale) -> String {
    match playing.session.state() {
        State::Paused {
            why: PauseReason::Slept(_),
            ..
        } => {
            let missed = playing.session.missed();
            missed.map_or_else(String::new, |missed| locale.phrasing().words(&missed))
        }
        State::Paused {
            why: PauseReason::Interrupted,
            ..
        } => locale.word(Key::SoundTaken).to_owned(),
        State::Paused { .. } if playing.transcript.is_empty() => {
            locale.word(Key::Paused).to_owned()
        }
        State::Ready
        | State::Leading { .. }
        | State::Holding { .. }
        | State::Returning { .. }
        | State::Paused { .. }
        | State::Harmed { .. }
        | State::Over(_) => playing.transcript.last().cloned().unwrap_or_default(),
    }
}

fn controls(session: &Session) -> PlayerState {
    match session.state() {
        State::Paused { why, .. } => PlayerState::Paused {
            away: *why != PauseReason::Asked,
        },
        State::Harmed { .. } => PlayerState::Choosing,
        State::Ready
        | State::Leading { .. }
        | State::Holding { .. }
        | State::Returning { .. }
        | State::Over(_) => PlayerState::Running,
    }
}

fn choices(session: &Session, locale: Locale) -> Vec<Choice> {
    let choice = |key, command| Choice {
        name: locale.word(key),
        command,
    };
    let offers = session.offers();
    let there = |offer: Offer| offers.contains(&offer);
    let end = choice(Key::EndSession, Command::Stop);
    let next = choice(Key::NextPosture, Command::Next);
    match (session.harm(), session.state()) {
        (Some(HarmKind::Hurt), _) => {
            let easier = there(Offer::Easier).then(|| choice(Key::EasierWay, Command::Easier));
            easier.into_iter().chain([next, end]).collect()
        }
        // While it waits, "Continue" is there to hear the words again.
        (Some(HarmKind::Dizzy), State::Paused { .. }) => vec![next, end],
        (Some(HarmKind::Dizzy), _) => vec![choice(Key::Continue, Command::Next), end],
        (None, State::Paused { why, .. }) if *why != PauseReason::Asked => vec![
            choice(what_to_repeat(session), Command::RepeatSide),
            choice(Key::CountAsDone, Command::CountAsDone),
            end,
        ],
        (None, _) => [
            (
                Offer::InPosition,
                choice(Key::InPosition, Command::InPosition),
            ),
            (Offer::AddTime, choice(Key::AddTime, Command::AddTime(MORE))),
            (Offer::Easier, choice(Key::Easier, Command::Easier)),
            (Offer::Dizzy, choice(Key::Dizzy, Command::Dizzy)),
        ]
        .into_iter()
        .filter_map(|(offer, choice)| there(offer).then_some(choice))
        .collect(),
    }
}

/// What can be repeated after being away: the side, or the hold where there are no sides.
fn what_to_repeat(session: &Session) -> Key {
    let sided = session
        .place()
        .is_some_and(|(phase, _)| phase.side.is_some());
    if sided {
        Key::RepeatSide
    } else {
        Key::RepeatHold
    }
}
