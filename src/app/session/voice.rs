//! The voice of a session: what it is asked to say, and what happens if it doesn't answer.

use std::time::Duration;

use super::playing::{carry_out, with};
use super::{Playing, State};
use crate::app::context::Context;
use crate::app::effect::{Effect, Tag, Utterance};
use crate::app::notice::Notice;
use crate::app::want::{VoiceNews, Want};
use crate::device::{SpeechError, Voice};
use crate::domain::session::{Output, Session, UtteranceId};
use crate::store::settings::Reader;

/// How many utterances in a row may never end, or not be spoken, before the voice is given up for a while.
const STALLS: u32 = 2;
/// An utterance that ends this many times faster than estimated can't have been heard. Engines end utterances at once
/// when they have nothing to play them on.
const TOO_FAST: u32 = 5;
/// Words estimated at less than this may be over in a moment.
const WORTH_TIMING: Duration = Duration::from_secs(1);

/// A report from the speech engine about an utterance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UtteranceReport {
    /// It has begun.
    Started,
    /// It has ended, after this long.
    Ended(Duration),
    /// It was not spoken.
    Failed(SpeechError),
}

/// Decides who speaks while one event is handled.
pub(super) struct Speaker<'a> {
    context: &'a Context,
    /// Whether voices that need a network may speak.
    network: bool,
    silent: bool,
    news: Vec<Want>,
}

/// Handles a report from the engine about an utterance of a session.
pub(in crate::app) fn reported(
    state: &mut State,
    (number, id): (u32, UtteranceId),
    report: UtteranceReport,
    context: &Context,
) -> Vec<Want> {
    let Some(playing) = state.playing_mut().filter(|it| it.number == number) else {
        return Vec::new();
    };
    match report {
        UtteranceReport::Started => with(state, context, |session, now| {
            session.utterance_started(id, now)
        }),
        UtteranceReport::Ended(took) => {
            let estimate = playing.speaking.unwrap_or_default();
            if estimate >= WORTH_TIMING && took < estimate / TOO_FAST {
                return failed(state, id, SpeechError::Failed, context);
            }
            playing.stalls = 0;
            let spoken = playing.speaking.take().filter(|it| !it.is_zero());
            let slowness = playing.session.plan().preferences.slowness;
            let pace = |estimate: Duration| {
                Want::LearnSlowness(took.as_secs_f64() / estimate.as_secs_f64() * slowness)
            };
            let mut wants: Vec<_> = spoken.map(pace).into_iter().collect();
            // One of the device's own says nothing of one that needs a network.
            let stands_in = context.voices.lacks_network(context.now);
            let again = context.voices.have_failed() && spoken.is_some() && !stands_in;
            wants.extend(again.then_some(Want::Voices(VoiceNews::Heard)));
            wants.extend(ended(state, id, context));
            wants
        }
        UtteranceReport::Failed(error) => failed(state, id, error, context),
    }
}

fn failed(state: &mut State, id: UtteranceId, error: SpeechError, context: &Context) -> Vec<Want> {
    let Some(playing) = state.playing_mut() else {
        return Vec::new();
    };
    let hopeless = matches!(error, SpeechError::Missing | SpeechError::NoStart);
    let mut speaker = Speaker::new(context);
    playing.speaking = None;
    playing.stalls += 1;
    let lost = (hopeless || playing.stalls >= STALLS) && !speaker.another_speaks(playing);
    let outputs = if lost {
        speaker.lose(Notice::NoVoice);
        playing.session.voice_lost(context.now)
    } else {
        playing.session.utterance_ended(id, context.now)
    };
    carry_out(state, outputs, speaker, context)
}

fn ended(state: &mut State, id: UtteranceId, context: &Context) -> Vec<Want> {
    with(state, context, |session, now| {
        session.utterance_ended(id, now)
    })
}

/// Handles news about the voices: if one is available again, it speaks from the next line on.
pub(in crate::app) fn voices_changed(state: &mut State, context: &Context) -> Vec<Want> {
    if state.playing().is_none() || !Speaker::new(context).is_aloud() {
        return Vec::new();
    }
    with(state, context, Session::voice_found)
}

impl<'a> Speaker<'a> {
    pub(super) fn new(context: &'a Context) -> Self {
        Self {
            context,
            network: !context.voices.lacks_network(context.now),
            silent: context.voices.are_silent(context.now),
            news: Vec::new(),
        }
    }

    /// Takes what was learned about the voices, as wants.
    pub(super) fn news(&mut self) -> Vec<Want> {
        std::mem::take(&mut self.news)
    }

    fn voice(&self) -> Option<&'a Voice> {
        let choice = self.context.settings().voice.as_ref();
        let language = self.context.locale.tag();
        self.context
            .voices
            .asked_for(choice, language, self.network)
    }

    /// Whether words are spoken aloud: a voice is wanted and, as far as is known, available.
    pub(super) fn is_aloud(&mut self) -> bool {
        let settings = self.context.settings();
        if settings.reader == Reader::ScreenReader || self.silent {
            return false;
        }
        // An empty list of voices doesn't mean no speech: some browsers list none and speak all the same.
        let listed = self.context.voices.listed.as_ref();
        let aloud = listed.is_none_or(Vec::is_empty) || self.voice().is_some();
        if !aloud && settings.preferences.density.speaks() {
            self.news.push(Want::Tell(Notice::NoVoiceForLanguage));
        }
        aloud
    }

    /// Handles an utterance that never ended.
    pub(super) fn stalled(&mut self, playing: &mut Playing) -> Vec<Output> {
        playing.speaking = None;
        playing.stalls += 1;
        if playing.stalls < STALLS || self.silent || self.another_speaks(playing) {
            return Vec::new();
        }
        self.lose(Notice::VoiceStalled);
        playing.session.voice_lost(self.context.now)
    }

    /// Gives up on all voices: the session continues with tones, captions and vibration, and the user is told once.
    fn lose(&mut self, notice: Notice) {
        self.silent = true;
        let told = self.context.voices.are_known_to_fail(self.context.now);
        self.news.push(Want::Voices(VoiceNews::Lost));
        self.news.extend((!told).then_some(Want::Tell(notice)));
        self.news.push(Want::Do(Effect::Hush));
    }

    /// Switches from a network voice that doesn't answer to a local one. Returns whether one takes over.
    fn another_speaks(&mut self, playing: &mut Playing) -> bool {
        if !self.network || self.voice().is_none_or(|voice| voice.local) {
            return false;
        }
        self.network = false;
        if self.voice().is_none() {
            return false;
        }
        let told = self.context.voices.are_known_to_fail(self.context.now);
        self.news.push(Want::Voices(VoiceNews::NetworkLost));
        self.news
            .extend((!told).then_some(Want::Tell(Notice::OtherVoice)));
        playing.stalls = 0;
        true
    }

    /// Shows words as a caption, and speaks them if they are to be heard.
    pub(super) fn say(
        &self,
        playing: &mut Playing,
        id: UtteranceId,
        words: String,
        aloud: bool,
    ) -> Option<Effect> {
        playing.transcript.push(words.clone());
        if !aloud || self.silent {
            return None;
        }
        let preferences = playing.session.plan().preferences;
        let phrasing = self.context.locale.phrasing();
        playing.speaking = Some(preferences.spoken_length(&words, phrasing));
        let tag = Tag::Session(playing.number, id);
        let utterance = Utterance::of(tag, words, self.voice(), preferences.rate, self.context);
        Some(Effect::Speak(utterance))
    }
}
