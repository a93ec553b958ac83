//! The rules that judge the findings, as tables. `text` has the words for each cause.

use super::{
    Capability, Findings, Maker, MotionFinding, NotificationsFinding, OfflineFinding, Persistence,
    SpeechFinding, StorageEstimate,
};
use super::{Cause, StorageFinding, TonesFinding, VibrationFinding};
use crate::device::{AudioError, SpeechError, StorageError, WakeLockError};

/// With less free space than this, in bytes, storing may fail any day.
const LITTLE_ROOM: u64 = 2_000_000;

/// The status of a capability.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It is still being looked at.
    Looking,
    /// It works.
    Works,
    /// It works, but with a limitation that the person should know about.
    Partly,
    /// It does not work.
    Fails,
    /// Only the person can tell, or nobody can from here.
    Unknown,
    /// It waits for the person to try it.
    Untried,
    /// The person has switched it off.
    Off,
}

/// A judgement on one capability.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// The status.
    pub status: Status,
    /// The reason for the status.
    pub cause: Cause,
}

/// What else a verdict depends on: the available voices, and what the person wants to hear and feel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circumstances {
    /// The voices for the app's language.
    pub voices: VoiceAvailability,
    /// Whether the voice is wanted.
    pub speech: OutputSetting,
    /// Whether tones are wanted.
    pub tones: OutputSetting,
    /// Whether vibration is wanted.
    pub vibration: OutputSetting,
}

/// The voices available for the app's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoiceAvailability {
    /// No voices are listed, or none yet. The browser may still be able to speak.
    Unlisted,
    /// There are voices, but none for the language.
    Foreign,
    /// The voice in use is on the device.
    Local,
    /// The voice in use needs a network.
    Online,
}

/// What the person has chosen for a kind of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutputSetting {
    /// They want it.
    Wanted,
    /// They want it, but have turned its volume all the way down.
    TurnedDown,
    /// They have switched it off.
    NotWanted,
}

/// Judges a capability by what was found.
pub fn verdict(capability: Capability, found: &Findings, around: Circumstances) -> Verdict {
    let (status, cause) = match capability {
        Capability::Speech => speech(found, around),
        Capability::Tones => tones(found, around),
        Capability::Vibration => vibration(found, around),
        Capability::Screen => screen(found),
        Capability::Storage => storage(found),
        Capability::Offline => offline(found),
        Capability::Motion => motion(found),
        Capability::Notifications => notifications(found),
    };
    Verdict { status, cause }
}

const LOOKING: (Status, Cause) = (Status::Looking, Cause::Looking);

fn speech(found: &Findings, around: Circumstances) -> (Status, Cause) {
    use Cause as R;
    use Status as S;
    let apple = found.maker() == Maker::AppleTouch;
    match (found.speech, found.noticed(Capability::Speech)) {
        (None, _) => LOOKING,
        (Some(SpeechFinding::Failed(SpeechError::Missing)), _) => (S::Fails, R::SpeechMissing),
        (Some(_), _) if around.speech == OutputSetting::TurnedDown => (S::Off, R::SpeechTurnedDown),
        (Some(SpeechFinding::Failed(SpeechError::NotAllowed)), _) => (S::Fails, R::SpeechTapFirst),
        (Some(SpeechFinding::Failed(SpeechError::NoStart)), _) => (S::Fails, R::SpeechNoStart),
        (Some(SpeechFinding::Failed(SpeechError::Failed)), _) => (S::Fails, R::SpeechFailed),
        (Some(SpeechFinding::NeverEnded), _) => (S::Fails, R::SpeechNeverEnds),
        (Some(SpeechFinding::Spoke(_)), Some(false)) if apple => (S::Fails, R::SpeechUnheardApple),
        (Some(SpeechFinding::Spoke(_)), Some(false)) => (S::Fails, R::SpeechUnheard),
        (Some(SpeechFinding::Spoke(_)), None) => (S::Unknown, R::SpeechAsk),
        // Whichever voice spoke, Limber only leads in its own language.
        (Some(_), _) if around.voices == VoiceAvailability::Foreign => (S::Fails, R::SpeechForeign),
        (Some(SpeechFinding::Spoke(_)), Some(true))
            if around.voices == VoiceAvailability::Online =>
        {
            (S::Partly, R::SpeechOnline)
        }
        (Some(SpeechFinding::Spoke(_)), Some(true)) => (S::Works, R::SpeechHeard),
        (Some(SpeechFinding::Untried), _) if around.speech == OutputSetting::NotWanted => {
            (S::Off, R::SpeechNotWanted)
        }
        (Some(SpeechFinding::Untried), _) if around.voices == VoiceAvailability::Unlisted => {
            (S::Untried, R::SpeechUnlisted)
        }
        (Some(SpeechFinding::Untried), _) => (S::Untried, R::SpeechUntried),
    }
}

fn tones(found: &Findings, around: Circumstances) -> (Status, Cause) {
    use Cause as R;
    use Status as S;
    let apple = found.maker() == Maker::AppleTouch;
    match (found.tones, found.noticed(Capability::Tones)) {
        (None, _) => LOOKING,
        (Some(TonesFinding::Failed(AudioError::Missing)), _) => (S::Fails, R::TonesMissing),
        (Some(_), _) if around.tones == OutputSetting::TurnedDown => (S::Off, R::TonesTurnedDown),
        (Some(TonesFinding::Failed(AudioError::Refused)), _) => (S::Fails, R::TonesRefused),
        (Some(TonesFinding::Asleep), _) => (S::Fails, R::TonesAsleep),
        (Some(TonesFinding::Failed(AudioError::Still)), _) => (S::Fails, R::TonesFrozen),
        (Some(TonesFinding::Ran), Some(true)) => (S::Works, R::TonesHeard),
        (Some(TonesFinding::Ran), Some(false)) if apple => (S::Fails, R::TonesUnheardApple),
        (Some(TonesFinding::Ran), Some(false)) => (S::Fails, R::TonesUnheard),
        (Some(TonesFinding::Ran), None) => (S::Unknown, R::TonesAsk),
        (Some(TonesFinding::Untried), _) if around.tones == OutputSetting::NotWanted => {
            (S::Off, R::TonesNotWanted)
        }
        (Some(TonesFinding::Untried), _) => (S::Untried, R::TonesUntried),
    }
}

fn vibration(found: &Findings, around: Circumstances) -> (Status, Cause) {
    use Cause as R;
    use Status as S;
    match (
        found.vibration,
        found.noticed(Capability::Vibration),
        found.maker(),
    ) {
        (None, ..) => LOOKING,
        (Some(VibrationFinding::Missing), _, Maker::AppleTouch) => {
            (S::Fails, R::VibrationMissingApple)
        }
        (Some(VibrationFinding::Missing), ..) => (S::Fails, R::VibrationMissing),
        (Some(VibrationFinding::Refused), ..) => (S::Fails, R::VibrationRefused),
        (Some(VibrationFinding::Accepted), Some(true), _) => (S::Works, R::VibrationFelt),
        (Some(VibrationFinding::Accepted), Some(false), Maker::Android) => {
            (S::Fails, R::VibrationUnfeltAndroid)
        }
        (Some(VibrationFinding::Accepted), Some(false), _) => (S::Fails, R::VibrationUnfelt),
        (Some(VibrationFinding::Accepted), None, _) => (S::Unknown, R::VibrationAsk),
        (Some(VibrationFinding::Untried), ..) if around.vibration != OutputSetting::Wanted => {
            (S::Off, R::VibrationNotWanted)
        }
        (Some(VibrationFinding::Untried), ..) => (S::Untried, R::VibrationUntried),
    }
}

fn screen(found: &Findings) -> (Status, Cause) {
    match (found.screen, found.maker()) {
        (None, _) => LOOKING,
        (Some(Ok(())), _) => (Status::Works, Cause::ScreenHeld),
        (Some(Err(WakeLockError::Refused)), _) => (Status::Fails, Cause::ScreenRefused),
        (Some(Err(WakeLockError::Missing)), Maker::AppleTouch) => {
            (Status::Fails, Cause::ScreenMissingApple)
        }
        (Some(Err(WakeLockError::Missing)), _) => (Status::Fails, Cause::ScreenMissing),
    }
}

fn storage(found: &Findings) -> (Status, Cause) {
    use Cause as R;
    use Status as S;
    match found.storage {
        None => LOOKING,
        Some(StorageFinding::Failed(StorageError::Forbidden)) => (S::Fails, R::StorageForbidden),
        Some(StorageFinding::Failed(StorageError::Full)) => (S::Fails, R::StorageFull),
        Some(StorageFinding::Failed(StorageError::Failed)) => (S::Fails, R::StorageFailed),
        Some(StorageFinding::Kept {
            estimate: Some(estimate),
            ..
        }) if is_little(estimate) => (S::Partly, R::StorageLittleRoom),
        Some(StorageFinding::Kept { persistence, .. }) => match (persistence, found.maker()) {
            (Persistence::Given, _) => (S::Works, R::StoragePromised),
            (Persistence::NotGiven, Maker::AppleTouch) => (S::Partly, R::StorageUnpromisedApple),
            (Persistence::NotGiven, _) => (S::Partly, R::StorageUnpromised),
            (Persistence::Refused, _) => (S::Partly, R::StorageRefused),
            (Persistence::Untold, _) => (S::Partly, R::StorageUntold),
        },
    }
}

/// Whether there is too little free space to rely on. A quota of zero means that the browser doesn't say.
const fn is_little(estimate: StorageEstimate) -> bool {
    estimate.quota > 0 && estimate.quota.saturating_sub(estimate.used) < LITTLE_ROOM
}

const fn offline(found: &Findings) -> (Status, Cause) {
    use Cause as R;
    use Status as S;
    match found.offline {
        None => LOOKING,
        Some(OfflineFinding::Serving) => (S::Works, R::OfflineServing),
        Some(OfflineFinding::NewerWaits) => (S::Works, R::OfflineNewer),
        Some(OfflineFinding::Idle) => (S::Works, R::OfflineIdle),
        Some(OfflineFinding::Installing) => (S::Partly, R::OfflineInstalling),
        Some(OfflineFinding::None) => (S::Fails, R::OfflineNone),
        Some(OfflineFinding::Missing) => (S::Fails, R::OfflineMissing),
        Some(OfflineFinding::Refused) => (S::Fails, R::OfflineRefused),
        Some(OfflineFinding::Silent) => (S::Unknown, R::OfflineSilent),
    }
}

const fn motion(found: &Findings) -> (Status, Cause) {
    use Cause as R;
    use Status as S;
    match found.motion {
        None => LOOKING,
        Some(MotionFinding::Reads) => (S::Works, R::MotionReads),
        Some(MotionFinding::Unasked) => (S::Untried, R::MotionUnasked),
        Some(MotionFinding::Denied) => (S::Fails, R::MotionDenied),
        Some(MotionFinding::Silent) => (S::Unknown, R::MotionSilent),
        Some(MotionFinding::Missing) => (S::Fails, R::MotionMissing),
    }
}

const fn notifications(found: &Findings) -> (Status, Cause) {
    use Cause as R;
    use Status as S;
    match found.notifications {
        None => LOOKING,
        Some(NotificationsFinding::Allowed) => (S::Works, R::NotificationsAllowed),
        Some(NotificationsFinding::Unasked) => (S::Unknown, R::NotificationsUnasked),
        Some(NotificationsFinding::Denied) => (S::Fails, R::NotificationsDenied),
        Some(NotificationsFinding::Missing) => (S::Fails, R::NotificationsMissing),
    }
}
