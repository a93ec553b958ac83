//! The session under way: its outputs become effects, its state is kept.

use std::time::Duration;

use super::is_current;
use crate::app::effect::{Effect, Over, Tag, Utterance};
use crate::app::model::{Model, Notice, Playing};
use crate::app::route::Route;
use crate::app::update::{ending, keeping};
use crate::app::voices;
use crate::device::SpeechError;
use crate::domain::history::familiar;
use crate::domain::plan::{Plan, Preferences, Profile};
use crate::domain::session::{Command, Output, Session, UtteranceId};
use crate::domain::settings::Reader;
use crate::domain::time::Moment;
use crate::library::built_in;
use crate::store::{keys, print_snapshot};

/// After so many utterances in a row that never ended, the voice is given up.
const STALLS: u32 = 2;

pub(super) fn start(model: &mut Model, now: Moment, out: &mut Vec<Effect>) {
    let Route::Proposal(routine) = model.route else {
        return;
    };
    let profile = Profile {
        sessions: model.kept.sessions,
        familiar: familiar(&model.kept.history),
        before: model.before.take(),
    };
    let plan = Plan {
        routine: built_in(routine),
        preferences: preferences(model),
        profile,
    };
    let aloud = is_aloud(model);
    match Session::new(plan, model.locale.phrasing(), aloud) {
        Ok(session) => {
            // One session at a time: what was interrupted before is over now.
            keeping::let_go(model, out);
            let key = keys::playing(now, model.tab);
            play(model, session, key, Command::Start, now, out);
        }
        Err(error) => model.tell(Notice::RoutineRefused {
            why: error.to_string(),
        }),
    }
}

/// Goes on with the session that was interrupted.
pub(super) fn go_on(model: &mut Model, command: Command, now: Moment, out: &mut Vec<Effect>) {
    let Some(interrupted) = model.interrupted.take() else {
        return;
    };
    let aloud = is_aloud(model);
    match Session::restore(interrupted.snapshot, model.locale.phrasing(), aloud) {
        Ok(session) => play(model, session, interrupted.key, command, now, out),
        Err(error) => keeping::put_aside(model, &interrupted.key, error.to_string(), now, out),
    }
}

fn play(
    model: &mut Model,
    session: Session,
    key: String,
    command: Command,
    now: Moment,
    out: &mut Vec<Effect>,
) {
    model.begun += 1;
    model.over = None;
    let number = model.begun;
    out.push(Effect::ReadyTones);
    out.push(Effect::Claim { key: key.clone() });
    model.playing = Some(Playing {
        session,
        number,
        key,
        transcript: Vec::new(),
        speaking: None,
        stalls: 0,
        kept_second: None,
    });
    self::command(model, command, now, out);
    out.push(Effect::GoTo(Route::Player));
}

pub(super) fn command(model: &mut Model, command: Command, now: Moment, out: &mut Vec<Effect>) {
    if let Some(playing) = &mut model.playing {
        let outputs = playing.session.command(command, now);
        carry_out(model, outputs, now, out);
    }
}

pub(super) fn time_passed(model: &mut Model, now: Moment, out: &mut Vec<Effect>) {
    let Some(playing) = &mut model.playing else {
        return;
    };
    let outputs = playing.session.advance(now);
    // A killed browser loses no more than the second it was in.
    let second = playing
        .session
        .standing(now)
        .and_then(|standing| standing.elapsed)
        .map(|elapsed| elapsed.as_secs());
    let due = playing.session.is_running() && second.is_some() && second != playing.kept_second;
    playing.kept_second = second;
    let changed = outputs.contains(&Output::Changed);
    carry_out(model, outputs, now, out);
    if due && !changed {
        keep(model, out);
    }
}

pub(super) fn utterance_ended(
    model: &mut Model,
    tag: Tag,
    took: Duration,
    now: Moment,
    out: &mut Vec<Effect>,
) {
    if !is_current(model, tag) {
        return;
    }
    let voice = voice_name(model);
    let Some(playing) = &mut model.playing else {
        return;
    };
    playing.stalls = 0;
    if let Some(estimate) = playing
        .speaking
        .take()
        .filter(|estimate| !estimate.is_zero())
    {
        let preferences = playing.session.plan().preferences;
        let ratio = took.as_secs_f64() / estimate.as_secs_f64() * preferences.stretch;
        model.settings.learn_stretch(&voice, ratio);
    }
    if let Tag::Session(_, id) = tag {
        end_utterance(model, id, now, out);
    }
}

pub(super) fn utterance_failed(
    model: &mut Model,
    tag: Tag,
    error: SpeechError,
    now: Moment,
    out: &mut Vec<Effect>,
) {
    let hopeless = matches!(error, SpeechError::Missing | SpeechError::NoStart);
    if tag == Tag::Test {
        model.tell(Notice::NoVoice);
        return;
    }
    if !is_current(model, tag) {
        return;
    }
    let Some(playing) = &mut model.playing else {
        return;
    };
    playing.stalls += 1;
    if hopeless || playing.stalls >= STALLS {
        lose_voice(model, Notice::NoVoice, now, out);
    } else if let Tag::Session(_, id) = tag {
        end_utterance(model, id, now, out);
    }
}

fn end_utterance(model: &mut Model, id: UtteranceId, now: Moment, out: &mut Vec<Effect>) {
    if let Some(playing) = &mut model.playing {
        let outputs = playing.session.utterance_ended(id, now);
        carry_out(model, outputs, now, out);
    }
}

/// The session goes on by tones, captions and vibration; the person is told once.
fn lose_voice(model: &mut Model, notice: Notice, now: Moment, out: &mut Vec<Effect>) {
    model.voice_lost = true;
    model.tell(notice);
    out.push(Effect::Hush);
    if let Some(playing) = &mut model.playing {
        let outputs = playing.session.voice_lost(now);
        carry_out(model, outputs, now, out);
    }
}

fn carry_out(model: &mut Model, outputs: Vec<Output>, now: Moment, out: &mut Vec<Effect>) {
    let mut changed = false;
    for output in outputs {
        match output {
            Output::Say {
                id, words, aloud, ..
            } => say(model, id, words, aloud, out),
            Output::Hush => out.push(Effect::Hush),
            Output::VoiceStalled => stalled(model, now, out),
            Output::Sound(tones) => {
                let volume = model.settings.tone_volume;
                out.push(Effect::Sound { tones, volume });
            }
            Output::CancelTones => out.push(Effect::CancelTones),
            Output::Vibrate(tone) if model.settings.vibration => out.push(Effect::Vibrate(tone)),
            Output::Vibrate(_) => {}
            Output::Changed => changed = true,
            Output::Ended(end) => ending::ended(model, end, now, out),
        }
    }
    if changed {
        keep(model, out);
    }
}

fn say(model: &mut Model, id: UtteranceId, words: String, aloud: bool, out: &mut Vec<Effect>) {
    let voice = model.voices.as_deref().and_then(|voices| {
        voices::speaking(voices, model.settings.voice.as_ref(), model.locale.tag())
    });
    let voice = voice.map(|voice| crate::domain::settings::VoiceChoice {
        name: voice.name.clone(),
        language: voice.language.clone(),
    });
    let Some(playing) = &mut model.playing else {
        return;
    };
    playing.transcript.push(words.clone());
    if !aloud {
        return;
    }
    let preferences = playing.session.plan().preferences;
    playing.speaking = Some(preferences.spoken_length(&words, model.locale.phrasing()));
    out.push(Effect::Speak(Utterance {
        tag: Tag::Session(playing.number, id),
        words,
        language: voice.as_ref().map_or_else(
            || model.locale.tag().to_owned(),
            |voice| voice.language.clone(),
        ),
        voice,
        rate: preferences.rate,
        volume: model.settings.voice_volume,
    }));
}

fn stalled(model: &mut Model, now: Moment, out: &mut Vec<Effect>) {
    let Some(playing) = &mut model.playing else {
        return;
    };
    playing.speaking = None;
    playing.stalls += 1;
    if playing.stalls >= STALLS {
        lose_voice(model, Notice::VoiceStalled, now, out);
    }
}

/// Keeps the session under way as it stands.
pub(super) fn keep(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(playing) = &model.playing else {
        return;
    };
    if let Some(snapshot) = playing.session.snapshot() {
        let (key, text) = (playing.key.clone(), print_snapshot(&snapshot));
        keeping::keep(model, key, text, Over::Anything, out);
    }
}

/// What was set, with the pace of the voice that speaks.
fn preferences(model: &Model) -> Preferences {
    Preferences {
        stretch: model.settings.stretch_of(&voice_name(model)),
        ..model.settings.preferences
    }
}

/// A session that waits goes on by what is set now.
pub(super) fn prefer(model: &mut Model, now: Moment, out: &mut Vec<Effect>) {
    if model.playing.is_none() {
        return;
    }
    let (preferences, aloud) = (preferences(model), is_aloud(model));
    if let Some(playing) = &mut model.playing {
        let outputs = playing.session.prefer(preferences, aloud);
        carry_out(model, outputs, now, out);
    }
}

/// Whether words are to be spoken: a voice is there, as far as is known, and it is wanted.
fn is_aloud(model: &mut Model) -> bool {
    if model.settings.reader == Reader::ScreenReader || model.voice_lost {
        return false;
    }
    // No voices listed does not mean no speech: some browsers list none and speak nevertheless.
    let voices = model.voices.as_deref().unwrap_or_default();
    let choice = model.settings.voice.as_ref();
    let aloud = voices.is_empty() || voices::speaking(voices, choice, model.locale.tag()).is_some();
    if !aloud && model.settings.preferences.density.speaks() {
        model.tell(Notice::NoVoiceForLanguage);
    }
    aloud
}

/// The name under which the pace of the speaking voice is learned.
fn voice_name(model: &Model) -> String {
    let voices = model.voices.as_deref().unwrap_or_default();
    voices::speaking(voices, model.settings.voice.as_ref(), model.locale.tag())
        .map_or_else(String::new, |voice| voice.name.clone())
}
