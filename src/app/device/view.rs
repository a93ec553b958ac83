//! The device check, the invitation to the home screen, and what is said of a newer version.

use super::{Newer, State};
use crate::app::context::Context;
use crate::app::route::Route;
use crate::app::voices::same_language;
use crate::device::check::{
    Capability, Cause, Circumstances, MotionFinding, OutputSetting, Persistence, SpeechFinding,
    Status, StorageFinding, TonesFinding, Verdict, VibrationFinding, VoiceAvailability, verdict,
};
use crate::device::{AudioError, SpeechError};
use crate::device::{Installing, Voice};
use crate::domain::session::Ending;
use crate::domain::settings::Reader;
use crate::text::Key;
use crate::text::en::device_check::{self as words, ReportLine};

/// The whole screen.
#[derive(Debug, Clone, PartialEq)]
pub struct DeviceCheckView {
    /// How all of it stands; nothing while it is being looked at.
    pub summary: Option<String>,
    /// What a screen reader says of the latest test, once it is known what came of it.
    pub outcome: Option<String>,
    /// Whether the address is not secure.
    pub insecure: bool,
    /// What became of the report: its words, and whether it must be copied by hand.
    pub copied: Option<(Key, bool)>,
}

/// One capability.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapabilityView {
    /// Its name.
    pub name: &'static str,
    /// How it stands.
    pub status: Status,
    /// That in words.
    pub label: &'static str,
    /// Why it stands so.
    pub meaning: &'static str,
    /// What more there is to say.
    pub detail: Option<String>,
    /// What to do.
    pub advice: Option<&'static str>,
    /// What Limber does instead.
    pub instead: Option<&'static str>,
    /// What puts it to the test.
    pub test: Option<&'static str>,
    /// What only the person can tell, and what they said.
    pub question: Option<(&'static str, Option<bool>)>,
}

/// The screen, but for its capabilities.
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
            Ok(()) => (Key::DeviceCheckCopied, false),
            Err(_) => (Key::DeviceCheckNotCopied, true),
        }),
    }
}

/// How one capability stands.
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

/// Whether there is something to press. What was pressed stays, or the focus would be lost with it.
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

/// Of what Limber uses: how much works, how much does not, and how much waits for the person.
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

/// How Limber can be put on the home screen, if this is a moment to say so: a session was finished, nobody has answered
/// yet, and nothing is under way.
pub fn invitation(state: &State, context: &Context, busy: bool) -> Option<Installing> {
    let mut sessions = context.history().iter();
    let finished = sessions.any(|record| record.ending == Ending::Finished);
    let open = finished && !context.settings().invited && !busy;
    installing(state).filter(|_| open)
}

/// How Limber can be put on the home screen; nothing if it is there, or nobody knows how.
pub const fn installing(state: &State) -> Option<Installing> {
    match state.installing {
        Installing::Offered | Installing::ByHand => Some(state.installing),
        Installing::Unknown | Installing::Done => None,
    }
}

/// What is to be said of a newer version on the first screen, if there is one and nothing is under way that it could
/// disturb.
pub fn newer(state: &State, context: &Context, busy: bool) -> Option<Newer> {
    let here = context.route == Route::Question && !busy;
    let newer = state.version.newer;
    newer.filter(|newer| here && *newer != Newer::Declined)
}
