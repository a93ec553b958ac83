//! What is shown of the device check, the invitation to the home screen, and a newer version.

use super::{Newer, State};
use crate::app::context::Context;
use crate::app::route::Route;
use crate::app::voices::same_language;
use crate::device::check::{
    Capability, Cause, Circumstances, MotionFinding, OutputSetting, Persistence, SpeechFinding,
    Status, StorageFinding, TonesFinding, Verdict, VibrationFinding, VoiceAvailability, verdict,
};
use crate::device::{AudioError, Installing, SpeechError, Voice};
use crate::domain::history::SessionRecord;
use crate::domain::session::Ending;
use crate::store::settings::Reader;
use crate::text::en::device_check::{self as words, ReportLine};
use crate::text::en::rare;

/// The device check screen.
#[derive(Debug, Clone, PartialEq)]
pub struct DeviceCheckView {
    /// A summary of all capabilities; `None` while they are being examined.
    pub summary: Option<String>,
    /// What a screen reader announces about the latest test, once its outcome is known.
    pub outcome: Option<String>,
    /// Whether the page's address is insecure.
    pub insecure: bool,
    /// The outcome of copying the report: its words, and whether the report must be copied by hand.
    pub copied: Option<(&'static str, bool)>,
}

/// One capability.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapabilityView {
    /// Its name.
    pub name: &'static str,
    /// Its status.
    pub status: Status,
    /// The status in words.
    pub label: &'static str,
    /// What the status means.
    pub meaning: &'static str,
    /// Further details.
    pub detail: Option<String>,
    /// What to do.
    pub advice: Option<&'static str>,
    /// What Limber does instead, if it fails.
    pub instead: Option<&'static str>,
    /// The label of the button that tests it.
    pub test: Option<&'static str>,
    /// A question that only the user can answer, and their answer.
    pub question: Option<(&'static str, Option<bool>)>,
}

/// The screen without its capabilities.
pub fn device_check(state: &State, context: &Context) -> DeviceCheckView {
    let check = &state.check;
    let environment = check.findings.environment.as_ref();
    let outcome = check
        .tried
        .map(|tried| (tried, capability(state, context, tried)));
    DeviceCheckView {
        summary: summary(state, context),
        outcome: outcome
            .filter(|(tried, _)| !check.trying.contains(tried))
            .map(|(_, capability)| {
                words::outcome(capability.name, capability.label, capability.meaning)
            }),
        insecure: environment.is_some_and(|around| !around.secure),
        copied: check.copied.map(|copied| match copied {
            Ok(()) => (rare::DEVICE_CHECK_COPIED, false),
            Err(_) => (rare::DEVICE_CHECK_NOT_COPIED, true),
        }),
    }
}

/// The status of one capability.
pub fn capability(state: &State, context: &Context, capability: Capability) -> CapabilityView {
    let Verdict { status, cause } = judge(state, context, capability);
    let findings = &state.check.findings;
    let still = status != Status::Looking;
    let asks = still && findings.asks(capability) && status != Status::Off;
    CapabilityView {
        name: words::capability(capability),
        status,
        label: words::status(status),
        meaning: words::meaning(cause),
        detail: detail(state, context, capability),
        advice: words::advice(cause),
        instead: (status == Status::Fails).then(|| words::instead(capability)),
        test: can_be_tested(state, capability, cause).then(|| words::test(capability)),
        question: asks.then(|| (words::question(capability), findings.noticed(capability))),
    }
}

/// The report, as plain text.
pub fn report(state: &State, context: &Context) -> String {
    let capabilities = Capability::ALL.map(|of| capability(state, context, of));
    let lines: Vec<_> = capabilities
        .iter()
        .map(|capability| ReportLine {
            name: capability.name,
            status: capability.label,
            meaning: capability.meaning,
            detail: capability.detail.as_deref(),
        })
        .collect();
    let around = state.check.findings.environment.as_ref();
    words::report(around, &lines, &own_voices(context))
}

fn judge(state: &State, context: &Context, capability: Capability) -> Verdict {
    if state.check.trying.contains(&capability) {
        return Verdict {
            status: Status::Looking,
            cause: Cause::Looking,
        };
    }
    verdict(capability, &state.check.findings, circumstances(context))
}

fn circumstances(context: &Context) -> Circumstances {
    let settings = context.settings();
    let density = settings.preferences.density;
    let wish = |wanted: bool, loud: f64| match (wanted, loud > 0.0) {
        (false, _) => OutputSetting::NotWanted,
        (true, false) => OutputSetting::TurnedDown,
        (true, true) => OutputSetting::Wanted,
    };
    let speaks = density.speaks() && settings.reader == Reader::Limber;
    let listed = context
        .voices
        .listed
        .as_ref()
        .is_some_and(|all| !all.is_empty());
    Circumstances {
        voices: match context.voice() {
            Some(voice) if voice.local => VoiceAvailability::Local,
            Some(_) => VoiceAvailability::Online,
            None if listed => VoiceAvailability::Foreign,
            None => VoiceAvailability::Unlisted,
        },
        speech: wish(speaks, settings.voice_volume),
        tones: wish(density.sounds(), settings.tone_volume),
        vibration: wish(settings.vibration, 1.0),
    }
}

fn own_voices(context: &Context) -> Vec<&Voice> {
    let voices = context.voices.listed.iter().flatten();
    voices
        .filter(|voice| same_language(&voice.language, context.locale.tag()))
        .collect()
}

fn detail(state: &State, context: &Context, capability: Capability) -> Option<String> {
    let findings = &state.check.findings;
    match (capability, findings.speech, findings.storage) {
        (Capability::Speech, Some(speech), _) if !is_missing(speech) => {
            let speaks = context.voice().map(|voice| voice.name.as_str());
            Some(words::voices(own_voices(context).len(), speaks))
        }
        (Capability::Storage, _, Some(StorageFinding::Kept { estimate, .. })) => {
            estimate.map(words::storage_estimate)
        }
        _ => None,
    }
}

fn is_missing(speech: SpeechFinding) -> bool {
    speech == SpeechFinding::Failed(SpeechError::Missing)
}

/// Whether there is a test to press. A pressed button stays, or the focus would be lost with it.
fn can_be_tested(state: &State, capability: Capability, cause: Cause) -> bool {
    let findings = &state.check.findings;
    let offered = match capability {
        Capability::Speech => findings.speech.is_some_and(|it| !is_missing(it)),
        Capability::Tones => findings.tones.is_some_and(|it| !has_no_tones(it)),
        Capability::Vibration => findings
            .vibration
            .is_some_and(|it| it != VibrationFinding::Missing),
        Capability::Screen => cause == Cause::ScreenRefused,
        Capability::Storage => matches!(
            findings.storage,
            Some(StorageFinding::Kept {
                persistence: Persistence::NotGiven | Persistence::Refused,
                ..
            })
        ),
        Capability::Motion => matches!(
            findings.motion,
            Some(MotionFinding::Unasked | MotionFinding::Silent)
        ),
        Capability::Offline | Capability::Notifications => false,
    };
    let turned_down = matches!(cause, Cause::SpeechTurnedDown | Cause::TonesTurnedDown);
    (offered || state.check.tried == Some(capability)) && !turned_down
}

fn has_no_tones(tones: TonesFinding) -> bool {
    tones == TonesFinding::Failed(AudioError::Missing)
}

/// How many of the capabilities Limber uses work, fail, or wait for the user; `None` while any is being examined.
fn summary(state: &State, context: &Context) -> Option<String> {
    let (mut work, mut fail, mut wait) = (0, 0, 0);
    for capability in Capability::ALL
        .into_iter()
        .filter(|capability| capability.is_used())
    {
        let trying = state.check.trying.contains(&capability);
        match judge(state, context, capability).status {
            Status::Looking if trying => wait += 1,
            Status::Looking => return None,
            Status::Works | Status::Partly => work += 1,
            Status::Fails => fail += 1,
            Status::Untried => wait += 1,
            Status::Unknown if state.check.findings.asks(capability) => wait += 1,
            Status::Unknown | Status::Off => {}
        }
    }
    Some(words::summary(work, fail, wait))
}

/// How Limber can be added to the home screen, if now is the time to say so: a session was finished, the invitation
/// isn't answered yet, and nothing is under way.
pub fn invitation(state: &State, context: &Context, busy: bool) -> Option<Installing> {
    let open = !context.settings().invited && !busy;
    let finished = |record: &SessionRecord| record.ending == Ending::Finished;
    installing(state).filter(|_| open && context.history().into_iter().any(finished))
}

/// How Limber can be added to the home screen; `None` if it already is, or if no way is known.
pub const fn installing(state: &State) -> Option<Installing> {
    match state.installing {
        Installing::Offered | Installing::ByHand => Some(state.installing),
        Installing::Unknown | Installing::Done => None,
    }
}

/// What to say about a newer version, if there is one and nothing is under way that it could disturb: on the first
/// screen, and anywhere once a part of this version could not be loaded.
pub fn newer(state: &State, context: &Context, busy: bool) -> Option<Newer> {
    let here = (context.route == Route::Question || state.version.part_missing) && !busy;
    let newer = state.version.newer;
    newer.filter(|newer| here && *newer != Newer::Declined)
}
