//! The device check: what is known so far, which trials are made when, and what came of them.

use std::time::Duration;

use super::State;
use crate::app::context::Context;
use crate::app::effect::{Effect, Tag, Utterance};
use crate::app::want::{VoiceNews, Want};
use crate::device::check::{Capability, Finding, Findings, OfflineFinding, SpeechFinding, Trial};
use crate::device::{ClipboardError, SpeechError, WorkerError};
use crate::domain::collections::Set;
use crate::domain::cue::Tone;
use crate::domain::session::patience;
use crate::domain::time::{Moment, Wait};
use crate::text::Key;

/// What is known of the device.
#[derive(Debug, Clone, Default)]
pub struct DeviceCheck {
    /// What was found.
    pub findings: Findings,
    /// What is being tried just now.
    pub trying: Set<Capability>,
    /// When the voice counts as one that never ends; nothing when it is not being tried.
    pub over_by: Option<Wait>,
    /// What the person tried last, to be told once it is known what came of it.
    pub tried: Option<Capability>,
    /// Whether the report was copied; nothing before it was asked for.
    pub copied: Option<Result<(), ClipboardError>>,
}

/// Something that happened at the device check.
#[derive(Debug, Clone, PartialEq)]
pub enum DeviceCheckEvent {
    /// The person put a capability to the test.
    TestPressed(Capability),
    /// The person wants everything to be looked at again.
    LookAgainPressed,
    /// A trial found this.
    Examined(Finding),
    /// The person heard or felt it, or did not.
    Noticed(Capability, bool),
    /// The person wants this report.
    CopyPressed(String),
    /// The report was copied, or not.
    Copied(Result<(), ClipboardError>),
}

/// A voice that has not begun after so long is told of by the engine's adapter.
const WARMING_UP: Duration = Duration::from_secs(16);

/// The tones of the test, with the milliseconds after which each sounds.
const TONES: [(u64, Tone); 3] = [
    (0, Tone::HoldBegins),
    (1_300, Tone::Halfway),
    (2_400, Tone::HoldEnds),
];

impl DeviceCheck {
    /// No test is heard any more, or none was let be heard: none is waited for.
    pub(super) fn hushed(&mut self) {
        self.over_by = None;
        for heard in [Capability::Speech, Capability::Tones] {
            self.trying.remove(&heard);
        }
    }
}

/// The page was opened: everything is looked at that makes no noise and asks for nothing.
pub(super) fn open(state: &mut State) -> Vec<Want> {
    state.check = DeviceCheck::default();
    let environment = Want::Do(Effect::Examine(Trial::Environment));
    let looks =
        Capability::ALL.map(|capability| Want::Do(Effect::Examine(Trial::Look(capability))));
    std::iter::once(environment).chain(looks).collect()
}

pub(super) fn happened(state: &mut State, event: DeviceCheckEvent, context: &Context) -> Vec<Want> {
    match event {
        DeviceCheckEvent::TestPressed(capability) => return test(state, capability, context),
        DeviceCheckEvent::LookAgainPressed => {
            let again = [Want::HushTests, Want::Do(Effect::ListVoices)];
            return again.into_iter().chain(open(state)).collect();
        }
        DeviceCheckEvent::Examined(finding) => {
            let finding = with_what_is_known(state, finding);
            if let Some(capability) = state.check.findings.take(finding) {
                state.check.trying.remove(&capability);
            }
        }
        DeviceCheckEvent::Noticed(capability, noticed) => {
            state.check.findings.notice(capability, noticed);
            state.check.tried = Some(capability);
            if capability == Capability::Speech && noticed {
                // Whatever failed before, this voice was heard.
                return vec![Want::Voices(VoiceNews::Trusted)];
            }
        }
        DeviceCheckEvent::CopyPressed(report) => {
            state.check.copied = None;
            return vec![Want::Do(Effect::Copy(report))];
        }
        DeviceCheckEvent::Copied(copied) => state.check.copied = Some(copied),
    }
    Vec::new()
}

/// That the page is not stored may be the browser's will, which was found out when the page opened.
fn with_what_is_known(state: &State, finding: Finding) -> Finding {
    let refused = state.version.unkept == Some(WorkerError::Refused);
    if refused && finding == Finding::Offline(OfflineFinding::None) {
        Finding::Offline(OfflineFinding::Refused)
    } else {
        finding
    }
}

/// The person tapped: now there may be noise, and the browser may ask for leave.
fn test(state: &mut State, capability: Capability, context: &Context) -> Vec<Want> {
    let check = &mut state.check;
    check.tried = Some(capability);
    check.trying.insert(capability);
    check.findings.forget(capability);
    match capability {
        Capability::Speech => {
            let length = test_length(context);
            // The first utterance of a page may begin late.
            let most = WARMING_UP + patience(length);
            check.over_by = Some(Wait::new(context.now, most));
            Utterance::test(Tag::DeviceCheck, context).into()
        }
        Capability::Tones => {
            let at = |(after, tone)| (context.now + Duration::from_millis(after), tone);
            let sound = Effect::Sound {
                tones: TONES.map(at).to_vec(),
                volume: context.settings().tone_volume,
            };
            // The trial opens the audio device while the tap is being handled.
            let trial = Effect::Examine(Trial::Try(capability));
            vec![Want::Test(vec![Effect::CancelTones, trial, sound])]
        }
        Capability::Vibration
        | Capability::Screen
        | Capability::Storage
        | Capability::Offline
        | Capability::Motion
        | Capability::Notifications => vec![Want::Do(Effect::Examine(Trial::Try(capability)))],
    }
}

/// The test sentence has begun: from now on it may take its time, and no more.
pub(super) fn began(state: &mut State, context: &Context) {
    if state.check.over_by.is_some() {
        let most = patience(test_length(context));
        state.check.over_by = Some(Wait::new(context.now, most));
    }
}

/// How long the test sentence should take.
fn test_length(context: &Context) -> Duration {
    let words = context.locale.word(Key::TestSentence);
    let preferences = context.settings().preferences;
    preferences.spoken_length(words, context.locale.phrasing())
}

/// The test sentence ended, after so long, or was not spoken.
pub(super) fn spoke(state: &mut State, came_of_it: Result<Duration, SpeechError>) {
    // One that was given up, or broken off by leaving the page, has nothing to say any more.
    if state.check.over_by.take().is_none() {
        return;
    }
    found_of_voice(
        state,
        came_of_it.map_or_else(SpeechFinding::Failed, SpeechFinding::Spoke),
    );
}

/// Gives up a voice that never ends.
pub(super) fn time_passed(state: &mut State, now: Moment) -> Vec<Want> {
    let over = state.check.over_by.is_some_and(|wait| wait.is_over(now));
    if !over {
        return Vec::new();
    }
    state.check.over_by = None;
    found_of_voice(state, SpeechFinding::NeverEnded);
    vec![Want::HushTests]
}

fn found_of_voice(state: &mut State, found: SpeechFinding) {
    state.check.findings.take(Finding::Speech(found));
    state.check.trying.remove(&Capability::Speech);
}
