//! The voice of a session: what it is asked to say, and what becomes of one that does not answer.

use std::time::Duration;

use super::playing::carry_out;
use super::{checkup, is_current};
use crate::app::effect::{Effect, Tag, Utterance};
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::device::SpeechError;
use crate::domain::session::UtteranceId;
use crate::domain::settings::{Reader, VoiceChoice};
use crate::domain::time::Moment;

/// After so many utterances in a row that never ended, or were not spoken, the voice is given up.
const STALLS: u32 = 2;
/// Nobody speaks so many times faster than estimated: what ends sooner was not to be heard. Engines end their
/// utterances at once where they have nothing to play them on.
const TOO_FAST: u32 = 5;
/// Shorter words than this may be over in a moment.
const WORTH_TIMING: Duration = Duration::from_secs(1);

pub(super) fn utterance_ended(
    model: &mut Model,
    tag: Tag,
    took: Duration,
    now: Moment,
    out: &mut Vec<Effect>,
) {
    if tag == Tag::Checkup {
        checkup::spoke(model, Ok(took));
    }
    if !is_current(model, tag) {
        return;
    }
    let voice = voice_name(model);
    let Some(playing) = &mut model.playing else {
        return;
    };
    let estimate = playing.speaking.unwrap_or_default();
    if estimate >= WORTH_TIMING && took < estimate / TOO_FAST {
        playing.speaking = None;
        utterance_failed(model, tag, SpeechError::Failed, now, out);
        return;
    }
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
    if tag == Tag::Checkup {
        checkup::spoke(model, Err(error));
        return;
    }
    if !is_current(model, tag) {
        return;
    }
    let Some(playing) = &mut model.playing else {
        return;
    };
    playing.speaking = None;
    playing.stalls += 1;
    if (hopeless || playing.stalls >= STALLS) && !another_speaks(model) {
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

/// Whether another voice takes over from one that does not answer, perhaps for want of a network.
fn another_speaks(model: &mut Model) -> bool {
    if model.network_lost || model.voice().is_none_or(|voice| voice.local) {
        return false;
    }
    model.network_lost = true;
    if model.voice().is_none() {
        return false;
    }
    model.tell(Notice::OtherVoice);
    if let Some(playing) = &mut model.playing {
        playing.stalls = 0;
    }
    true
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

pub(super) fn say(
    model: &mut Model,
    id: UtteranceId,
    words: String,
    aloud: bool,
    out: &mut Vec<Effect>,
) {
    let voice = voice_choice(model);
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

/// What was being said is not said any more.
pub(super) fn hushed(model: &mut Model) {
    if let Some(playing) = &mut model.playing {
        playing.speaking = None;
    }
}

pub(super) fn stalled(model: &mut Model, now: Moment, out: &mut Vec<Effect>) {
    let Some(playing) = &mut model.playing else {
        return;
    };
    playing.speaking = None;
    playing.stalls += 1;
    if playing.stalls >= STALLS && !another_speaks(model) {
        lose_voice(model, Notice::VoiceStalled, now, out);
    }
}

/// Whether words are to be spoken: a voice is there, as far as is known, and it is wanted.
pub(super) fn is_aloud(model: &mut Model) -> bool {
    if model.settings.reader == Reader::ScreenReader || model.voice_lost {
        return false;
    }
    // No voices listed does not mean no speech: some browsers list none and speak nevertheless.
    let listed = model.voices.as_ref().is_some_and(|it| !it.is_empty());
    let aloud = !listed || model.voice().is_some();
    if !aloud && model.settings.preferences.density.speaks() {
        model.tell(Notice::NoVoiceForLanguage);
    }
    aloud
}

/// The voice to be asked for by name.
pub(super) fn voice_choice(model: &Model) -> Option<VoiceChoice> {
    model.voice().map(|voice| VoiceChoice {
        name: voice.name.clone(),
        language: voice.language.clone(),
    })
}

/// The name under which the pace of the speaking voice is learned.
pub(in crate::app) fn voice_name(model: &Model) -> String {
    model
        .voice()
        .map_or_else(String::new, |voice| voice.name.clone())
}
