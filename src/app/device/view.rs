//! The device check, the invitation to the home screen, and what is said of a newer version.

use super::{Newer, State};
use crate::app::context::Context;
use crate::app::route::Route;
use crate::app::voices::same_language;
use crate::device::check::{
    Circumstances, Motion, Part, Promise, Reason, Speech, Standing, Storage, Tones, Verdict,
    Vibration, Voices, Wish, verdict,
};
use crate::device::{AudioError, SpeechError};
use crate::device::{Installing, Voice};
use crate::domain::session::Ending;
use crate::domain::settings::Reader;
use crate::text::Key;
use crate::text::en::device_check::{self as words, Line};

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

/// One part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartView {
    /// Its name.
    pub name: &'static str,
    /// How it stands.
    pub standing: Standing,
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

/// The screen, but for its parts.
pub fn device_check(state: &State, context: &Context) -> DeviceCheckView {
    let check = &state.check;
    let surroundings = check.findings.surroundings.as_ref();
    let outcome = check
        .tried
        .map(|tried| (tried, part(state, context, tried)));
    DeviceCheckView {
        summary: summary(state, context),
        outcome: outcome
            .filter(|(tried, _)| !check.trying.contains(tried))
            .map(|(_, part)| words::outcome(part.name, part.label, part.meaning)),
        insecure: surroundings.is_some_and(|around| !around.secure),
        copied: check.copied.map(|copied| match copied {
            Ok(()) => (Key::DeviceCheckCopied, false),
            Err(_) => (Key::DeviceCheckNotCopied, true),
        }),
    }
}

/// How one part stands.
pub fn part(state: &State, context: &Context, part: Part) -> PartView {
    let Verdict { standing, reason } = judge(state, context, part);
    let findings = &state.check.findings;
    let still = standing != Standing::Looking;
    let asks = still && findings.asks(part) && standing != Standing::Off;
    PartView {
        name: words::part(part),
        standing,
        label: words::standing(standing),
        meaning: words::meaning(reason),
        detail: detail(state, context, part),
        advice: words::advice(reason),
        instead: (standing == Standing::Fails).then(|| words::instead(part)),
        test: can_be_tested(state, part, reason).then(|| words::test(part)),
        question: asks.then(|| (words::question(part), findings.noticed(part))),
    }
}

/// The report, as plain text.
pub fn report(state: &State, context: &Context) -> String {
    let parts = Part::ALL.map(|of| part(state, context, of));
    let lines: Vec<_> = parts
        .iter()
        .map(|part| Line {
            name: part.name,
            standing: part.label,
            meaning: part.meaning,
            detail: part.detail.as_deref(),
        })
        .collect();
    let around = state.check.findings.surroundings.as_ref();
    words::report(around, &lines, &own_voices(context))
}

fn judge(state: &State, context: &Context, part: Part) -> Verdict {
    if state.check.trying.contains(&part) {
        return Verdict {
            standing: Standing::Looking,
            reason: Reason::Looking,
        };
    }
    verdict(part, &state.check.findings, circumstances(context))
}

fn circumstances(context: &Context) -> Circumstances {
    let settings = context.settings();
    let density = settings.preferences.density;
    let wish = |wanted: bool, loud: f64| match (wanted, loud > 0.0) {
        (false, _) => Wish::NotWanted,
        (true, false) => Wish::TurnedDown,
        (true, true) => Wish::Wanted,
    };
    let speaks = density.speaks() && settings.reader == Reader::Limber;
    let listed = context
        .voices
        .listed
        .as_ref()
        .is_some_and(|all| !all.is_empty());
    Circumstances {
        voices: match context.voice() {
            Some(voice) if voice.local => Voices::Local,
            Some(_) => Voices::Online,
            None if listed => Voices::Foreign,
            None => Voices::Unlisted,
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

fn detail(state: &State, context: &Context, part: Part) -> Option<String> {
    let findings = &state.check.findings;
    match (part, findings.speech, findings.storage) {
        (Part::Speech, Some(speech), _) if !is_missing(speech) => {
            let speaks = context.voice().map(|voice| voice.name.as_str());
            Some(words::voices(own_voices(context).len(), speaks))
        }
        (Part::Storage, _, Some(Storage::Kept { room, .. })) => room.map(words::room),
        _ => None,
    }
}

fn is_missing(speech: Speech) -> bool {
    speech == Speech::Failed(SpeechError::Missing)
}

/// Whether there is something to press. What was pressed stays, or the focus would be lost with it.
fn can_be_tested(state: &State, part: Part, reason: Reason) -> bool {
    let findings = &state.check.findings;
    let offered = match part {
        Part::Speech => findings.speech.is_some_and(|it| !is_missing(it)),
        Part::Tones => findings.tones.is_some_and(|it| !has_no_tones(it)),
        Part::Vibration => findings
            .vibration
            .is_some_and(|it| it != Vibration::Missing),
        Part::Screen => reason == Reason::ScreenRefused,
        Part::Storage => matches!(
            findings.storage,
            Some(Storage::Kept {
                promise: Promise::NotGiven | Promise::Refused,
                ..
            })
        ),
        Part::Motion => matches!(findings.motion, Some(Motion::Unasked | Motion::Silent)),
        Part::Offline | Part::Notifications => false,
    };
    let turned_down = matches!(reason, Reason::SpeechTurnedDown | Reason::TonesTurnedDown);
    (offered || state.check.tried == Some(part)) && !turned_down
}

fn has_no_tones(tones: Tones) -> bool {
    tones == Tones::Failed(AudioError::Missing)
}

/// Of what Limber uses: how much works, how much does not, and how much waits for the person.
fn summary(state: &State, context: &Context) -> Option<String> {
    let (mut work, mut fail, mut wait) = (0, 0, 0);
    for part in Part::ALL.into_iter().filter(|part| part.is_used()) {
        let trying = state.check.trying.contains(&part);
        match judge(state, context, part).standing {
            Standing::Looking if trying => wait += 1,
            Standing::Looking => return None,
            Standing::Works | Standing::Partly => work += 1,
            Standing::Fails => fail += 1,
            Standing::Untried => wait += 1,
            Standing::Unknown if state.check.findings.asks(part) => wait += 1,
            Standing::Unknown | Standing::Off => {}
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
