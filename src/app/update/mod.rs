//! The one function that changes the model.

mod address;
mod checkup;
mod choosing;
mod ending;
mod installing;
mod keeping;
mod outside;
mod own;
mod playing;
mod renewing;
mod screening;
mod settings;
mod voice;

use std::time::Duration;

use super::effect::{Effect, Tag};
use super::event::Event;
use super::model::{Model, Newer};
use super::notice::Notice;
use super::route::Route;
use crate::domain::session::{Session, State};
use crate::domain::time::Moment;

pub(super) use choosing::written;
pub use keeping::needed;
pub(super) use voice::voice_name;

/// Takes notice of an event. The effects are to be carried out in order.
pub fn update(model: &mut Model, event: Event, now: Moment) -> Vec<Effect> {
    let was_awake = wants_awake(model);
    let mut effects = Vec::new();
    take(model, event, now, &mut effects);
    screening::hold_back(model, now, &mut effects);
    match (was_awake, wants_awake(model)) {
        (false, true) => effects.push(Effect::KeepAwake),
        (true, false) => effects.push(Effect::LetSleep),
        (true, true) | (false, false) => {}
    }
    outside::tell(model, now, &mut effects);
    effects
}

fn take(model: &mut Model, event: Event, now: Moment, out: &mut Vec<Effect>) {
    match event {
        Event::Opened {
            kept,
            keys,
            tab,
            east,
        } => {
            (model.tab, model.east) = (tab, east);
            keeping::opened(model, kept, &keys, now, out);
        }
        Event::OtherTabsLooked(live) => keeping::other_tabs_looked(model, &live, out),
        Event::AddressChanged(route) => address::changed(model, route, now, out),
        Event::PainBeforeRated(pain) => {
            model.before = if model.before == Some(pain) {
                None
            } else {
                Some(pain)
            };
        }
        Event::CheckedIn(feeling) => choosing::checked_in(model, feeling, now, out),
        Event::SignTicked(sign, there) => screening::ticked(model, sign, there),
        Event::SheetAnswered => screening::answered(model, now, out),
        Event::AdviceRead => screening::go_on(model, now, out),
        Event::AssessedPressed => screening::assessed(model, now, out),
        Event::AskAgainPressed => screening::ask_again(model, out),
        Event::Told(telling) => choosing::told(model, telling, now, out),
        Event::StartPressed(start) => playing::start(model, start, now, out),
        Event::Commanded(command) => playing::command(model, command, now, out),
        Event::ContinuePressed(command) => playing::go_on(model, command, now, out),
        Event::LetGoPressed => keeping::let_go(model, out),
        Event::TimePassed => {
            playing::time_passed(model, now, out);
            checkup::time_passed(model, now, out);
        }
        Event::UtteranceStarted(_) => {}
        Event::UtteranceEnded(tag, took) => voice::utterance_ended(model, tag, took, now, out),
        Event::UtteranceFailed(tag, error) => {
            voice::utterance_failed(model, tag, error, now, out);
        }
        Event::VoicesListed(voices) => model.voices = Some(voices),
        Event::AudioFailed(_) => model.tell(Notice::NoTones),
        Event::WakeLockFailed(_) => model.tell(Notice::ScreenMayDarken),
        Event::InstallingKnown(installing) => model.installing = installing,
        Event::InstallPressed => installing::pressed(model, out),
        Event::InstallDeclined => installing::answered(model, out),
        Event::NewerWaits => renewing::waits(model),
        Event::NewerWanted => renewing::wanted(model, out),
        Event::NewerHeldBack => model.version.newer = Some(Newer::HeldBack),
        Event::NewerDeclined => model.version.newer = Some(Newer::Declined),
        Event::WorkerFailed(error) => model.version.unkept = Some(error),
        Event::SoundInterrupted => outside::interrupted(model, now, out),
        Event::BackgroundSoundRefused => model.tell(Notice::MayFallSilent),
        Event::MediaKeyPressed(key) => outside::media_key(model, key, now, out),
        Event::OneButtonPressed(button) => outside::one_button(model, button, now, out),
        Event::KeepFailed { key, text, error } => keeping::failed(model, key, text, error),
        Event::PutAside => {
            model.kept.aside += 1;
            model.tell(Notice::OtherTabWrote);
        }
        Event::KeptElsewhere { key, text } => keeping::elsewhere(model, &key, text, out),
        Event::PageHidden => playing::keep(model, out),
        Event::PageShown => {
            playing::time_passed(model, now, out);
            if wants_awake(model) {
                out.push(Effect::KeepAwake);
            }
            renewing::look(model, now, out);
        }
        Event::PainAfterRated(pain) => ending::rated(model, pain, out),
        Event::NoteWritten(note) => ending::noted(model, &note, out),
        Event::KeepPressed => out.push(Effect::GoTo(Route::Question)),
        Event::Set(change) => settings::set(model, change, out),
        Event::TestVoicePressed => settings::try_voice(model, Tag::Test, out),
        Event::TestTonesPressed => settings::test_tones(model, now, out),
        Event::NoticeRead => {
            if !model.notices.is_empty() {
                model.notices.remove(0);
            }
        }
        Event::ExportPressed => {
            let unkept = model.kept.unkept.clone().into_iter().collect();
            out.push(Effect::Export { unkept });
        }
        Event::Own(event) => own::happened(model, event, out),
        Event::PassOnPressed(start) => own::pass_on(model, start, out),
        Event::AddressCopied { address, copied } => model.tell(match copied {
            Ok(()) => Notice::AddressCopied,
            Err(_) => Notice::AddressNotCopied { address },
        }),
        Event::Checkup(event) => checkup::happened(model, event, now, out),
    }
}

/// Whether the screen must stay on: someone is being led, or told how to come out.
fn wants_awake(model: &Model) -> bool {
    model.playing.as_ref().is_some_and(|playing| {
        let session = &playing.session;
        session.is_running() || matches!(session.state(), State::Hurt { .. } | State::Dizzy { .. })
    })
}

/// When [`Event::TimePassed`] is wanted next: at the session's deadline, when the second that is shown
/// changes, or when a voice that is being tested is given up.
pub fn next_wake(model: &Model, now: Moment) -> Option<Moment> {
    let session = model.playing.as_ref().map(|playing| &playing.session);
    let of_session = session.and_then(|session| session_wake(session, now));
    [of_session, model.checkup.over_by]
        .into_iter()
        .flatten()
        .min()
}

fn session_wake(session: &Session, now: Moment) -> Option<Moment> {
    let deadline = session.next_deadline();
    let second = session
        .is_running()
        .then(|| session.standing(now))
        .flatten()
        .and_then(|standing| {
            let length = session.timeline().phases[standing.phase].exact_length()?;
            let left = length.saturating_sub(standing.elapsed?);
            let past_the_second = Duration::from_nanos(u64::from(left.subsec_nanos()));
            Some(
                now + if past_the_second.is_zero() {
                    Duration::from_secs(1)
                } else {
                    past_the_second
                },
            )
        });
    [deadline, second].into_iter().flatten().min()
}

/// Whether a report about this utterance is about the session under way.
fn is_current(model: &Model, tag: Tag) -> bool {
    match (tag, &model.playing) {
        (Tag::Session(number, _), Some(playing)) => playing.number == number,
        (Tag::Session(..) | Tag::Test | Tag::Checkup, _) => false,
    }
}
