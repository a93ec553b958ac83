//! The device check: what is known so far, which tests run when, and what they found.

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

/// The state of the device check.
#[derive(Debug, Clone, Default)]
pub struct DeviceCheck {
    /// What was found so far.
    pub findings: Findings,
    /// The capabilities being tested now.
    pub trying: Set<Capability>,
    /// When the voice under test is given up as never ending; `None` while it isn't being tested.
    pub over_by: Option<Wait>,
    /// The capability the user tested last, whose outcome is announced once it is known.
    pub tried: Option<Capability>,
    /// Whether the report was copied; `None` until the user asks for it.
    pub copied: Option<Result<(), ClipboardError>>,
}

/// Something that happened at the device check.
#[derive(Debug, Clone, PartialEq)]
pub enum DeviceCheckEvent {
    /// The user started the test of a capability.
    TestPressed(Capability),
    /// The user wants everything examined again.
    LookAgainPressed,
    /// An examination found this.
    Examined(Finding),
    /// Whether the user heard or felt the test.
    Noticed(Capability, bool),
    /// The user wants to copy this report.
    CopyPressed(String),
    /// The report was copied, or not.
    Copied(Result<(), ClipboardError>),
}

/// How long the voice may take to start. The speech adapter reports one that takes longer.
const WARMING_UP: Duration = Duration::from_secs(16);

/// The tones of the test, with the delay of each in milliseconds.
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

/// Examines, as the device check opens, everything that makes no noise and needs no permission.
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

/// Refines a finding that the page isn't stored: the browser may have refused that when the page opened.
fn with_what_is_known(state: &State, finding: Finding) -> Finding {
    let refused = state.version.unsaved == Some(WorkerError::Refused);
    if refused && finding == Finding::Offline(OfflineFinding::None) {
        Finding::Offline(OfflineFinding::Refused)
    } else {
        finding
    }
}

/// Starts the test of a capability after a tap, which allows noise and permission prompts.
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

/// Restarts the wait now that the test sentence has begun: it gets its own time and no more.
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

/// Handles the end of the test sentence, with the time it took, or its failure.
pub(super) fn spoke(state: &mut State, came_of_it: Result<Duration, SpeechError>) {
    // A test that was given up, or cut off by leaving the page, no longer counts.
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
