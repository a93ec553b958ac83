//! What the findings mean: the rules, as tables. `text` has the words for each reason.

use super::{Findings, Maker, Motion, Notifications, Offline, Part, Promise, Room, Speech};
use super::{Reason, Storage, Tones, Vibration};
use crate::device::{AudioError, SpeechError, StorageError, WakeLockError};

/// With less room than this, in bytes, keeping may fail any day.
const LITTLE_ROOM: u64 = 2_000_000;

/// How a part stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is being looked at.
    Looking,
    /// It works.
    Works,
    /// It works, and something about it should be known.
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

/// A judgement of one part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// How it stands.
    pub standing: Standing,
    /// Why.
    pub reason: Reason,
}

/// What else decides: the voices there are, and what the person wants to hear and feel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circumstances {
    /// The voices for the language.
    pub voices: Voices,
    /// Whether the voice is wanted.
    pub speech: Wish,
    /// Whether tones are wanted.
    pub tones: Wish,
    /// Whether vibration is wanted.
    pub vibration: Wish,
}

/// The voices for the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voices {
    /// None is listed, or none yet. The browser may speak nevertheless.
    Unlisted,
    /// There are voices, but none for the language.
    Foreign,
    /// The one that speaks is the device's own.
    Local,
    /// The one that speaks needs a network.
    Online,
}

/// What the person has set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// They want it.
    Wanted,
    /// They want it, and have turned it all the way down.
    TurnedDown,
    /// They do without it.
    NotWanted,
}

/// Judges a part by what was found.
pub fn verdict(part: Part, found: &Findings, around: Circumstances) -> Verdict {
    let (standing, reason) = match part {
        Part::Speech => speech(found, around),
        Part::Tones => tones(found, around),
        Part::Vibration => vibration(found, around),
        Part::Screen => screen(found),
        Part::Storage => storage(found),
        Part::Offline => offline(found),
        Part::Motion => motion(found),
        Part::Notifications => notifications(found),
    };
    Verdict { standing, reason }
}

const LOOKING: (Standing, Reason) = (Standing::Looking, Reason::Looking);

fn speech(found: &Findings, around: Circumstances) -> (Standing, Reason) {
    use Reason as R;
    use Standing as S;
    let apple = found.maker() == Maker::AppleTouch;
    match (found.speech, found.noticed(Part::Speech)) {
        (None, _) => LOOKING,
        (Some(Speech::Failed(SpeechError::Missing)), _) => (S::Fails, R::SpeechMissing),
        (Some(_), _) if around.speech == Wish::TurnedDown => (S::Off, R::SpeechTurnedDown),
        (Some(Speech::Failed(SpeechError::NotAllowed)), _) => (S::Fails, R::SpeechTapFirst),
        (Some(Speech::Failed(SpeechError::NoStart)), _) => (S::Fails, R::SpeechNoStart),
        (Some(Speech::Failed(SpeechError::Failed)), _) => (S::Fails, R::SpeechFailed),
        (Some(Speech::NeverEnded), _) => (S::Fails, R::SpeechNeverEnds),
        (Some(Speech::Spoke(_)), Some(false)) if apple => (S::Fails, R::SpeechUnheardApple),
        (Some(Speech::Spoke(_)), Some(false)) => (S::Fails, R::SpeechUnheard),
        (Some(Speech::Spoke(_)), None) => (S::Unknown, R::SpeechAsk),
        // Whatever voice it was that spoke, Limber leads in no other language.
        (Some(_), _) if around.voices == Voices::Foreign => (S::Fails, R::SpeechForeign),
        (Some(Speech::Spoke(_)), Some(true)) if around.voices == Voices::Online => {
            (S::Partly, R::SpeechOnline)
        }
        (Some(Speech::Spoke(_)), Some(true)) => (S::Works, R::SpeechHeard),
        (Some(Speech::Untried), _) if around.speech == Wish::NotWanted => {
            (S::Off, R::SpeechNotWanted)
        }
        (Some(Speech::Untried), _) if around.voices == Voices::Unlisted => {
            (S::Untried, R::SpeechUnlisted)
        }
        (Some(Speech::Untried), _) => (S::Untried, R::SpeechUntried),
    }
}

fn tones(found: &Findings, around: Circumstances) -> (Standing, Reason) {
    use Reason as R;
    use Standing as S;
    let apple = found.maker() == Maker::AppleTouch;
    match (found.tones, found.noticed(Part::Tones)) {
        (None, _) => LOOKING,
        (Some(Tones::Failed(AudioError::Missing)), _) => (S::Fails, R::TonesMissing),
        (Some(_), _) if around.tones == Wish::TurnedDown => (S::Off, R::TonesTurnedDown),
        (Some(Tones::Failed(AudioError::Refused)), _) => (S::Fails, R::TonesRefused),
        (Some(Tones::Asleep), _) => (S::Fails, R::TonesAsleep),
        (Some(Tones::Failed(AudioError::Still)), _) => (S::Fails, R::TonesFrozen),
        (Some(Tones::Ran), Some(true)) => (S::Works, R::TonesHeard),
        (Some(Tones::Ran), Some(false)) if apple => (S::Fails, R::TonesUnheardApple),
        (Some(Tones::Ran), Some(false)) => (S::Fails, R::TonesUnheard),
        (Some(Tones::Ran), None) => (S::Unknown, R::TonesAsk),
        (Some(Tones::Untried), _) if around.tones == Wish::NotWanted => (S::Off, R::TonesNotWanted),
        (Some(Tones::Untried), _) => (S::Untried, R::TonesUntried),
    }
}

fn vibration(found: &Findings, around: Circumstances) -> (Standing, Reason) {
    use Reason as R;
    use Standing as S;
    match (
        found.vibration,
        found.noticed(Part::Vibration),
        found.maker(),
    ) {
        (None, ..) => LOOKING,
        (Some(Vibration::Missing), _, Maker::AppleTouch) => (S::Fails, R::VibrationMissingApple),
        (Some(Vibration::Missing), ..) => (S::Fails, R::VibrationMissing),
        (Some(Vibration::Refused), ..) => (S::Fails, R::VibrationRefused),
        (Some(Vibration::Accepted), Some(true), _) => (S::Works, R::VibrationFelt),
        (Some(Vibration::Accepted), Some(false), Maker::Android) => {
            (S::Fails, R::VibrationUnfeltAndroid)
        }
        (Some(Vibration::Accepted), Some(false), _) => (S::Fails, R::VibrationUnfelt),
        (Some(Vibration::Accepted), None, _) => (S::Unknown, R::VibrationAsk),
        (Some(Vibration::Untried), ..) if around.vibration != Wish::Wanted => {
            (S::Off, R::VibrationNotWanted)
        }
        (Some(Vibration::Untried), ..) => (S::Untried, R::VibrationUntried),
    }
}

fn screen(found: &Findings) -> (Standing, Reason) {
    match (found.screen, found.maker()) {
        (None, _) => LOOKING,
        (Some(Ok(())), _) => (Standing::Works, Reason::ScreenHeld),
        (Some(Err(WakeLockError::Refused)), _) => (Standing::Fails, Reason::ScreenRefused),
        (Some(Err(WakeLockError::Missing)), Maker::AppleTouch) => {
            (Standing::Fails, Reason::ScreenMissingApple)
        }
        (Some(Err(WakeLockError::Missing)), _) => (Standing::Fails, Reason::ScreenMissing),
    }
}

fn storage(found: &Findings) -> (Standing, Reason) {
    use Reason as R;
    use Standing as S;
    match found.storage {
        None => LOOKING,
        Some(Storage::Failed(StorageError::Forbidden)) => (S::Fails, R::StorageForbidden),
        Some(Storage::Failed(StorageError::Full)) => (S::Fails, R::StorageFull),
        Some(Storage::Failed(StorageError::Failed)) => (S::Fails, R::StorageFailed),
        Some(Storage::Kept {
            room: Some(room), ..
        }) if is_little(room) => (S::Partly, R::StorageLittleRoom),
        Some(Storage::Kept { promise, .. }) => match (promise, found.maker()) {
            (Promise::Given, _) => (S::Works, R::StoragePromised),
            (Promise::NotGiven, Maker::AppleTouch) => (S::Partly, R::StorageUnpromisedApple),
            (Promise::NotGiven, _) => (S::Partly, R::StorageUnpromised),
            (Promise::Refused, _) => (S::Partly, R::StorageRefused),
            (Promise::Untold, _) => (S::Partly, R::StorageUntold),
        },
    }
}

/// A browser that says nothing of its room says nought.
const fn is_little(room: Room) -> bool {
    room.quota > 0 && room.quota.saturating_sub(room.used) < LITTLE_ROOM
}

const fn offline(found: &Findings) -> (Standing, Reason) {
    use Reason as R;
    use Standing as S;
    match found.offline {
        None => LOOKING,
        Some(Offline::Serving) => (S::Works, R::OfflineServing),
        Some(Offline::NewerWaits) => (S::Works, R::OfflineNewer),
        Some(Offline::Idle) => (S::Works, R::OfflineIdle),
        Some(Offline::Installing) => (S::Partly, R::OfflineInstalling),
        Some(Offline::None) => (S::Fails, R::OfflineNone),
        Some(Offline::Missing) => (S::Fails, R::OfflineMissing),
        Some(Offline::Refused) => (S::Fails, R::OfflineRefused),
        Some(Offline::Silent) => (S::Unknown, R::OfflineSilent),
    }
}

const fn motion(found: &Findings) -> (Standing, Reason) {
    use Reason as R;
    use Standing as S;
    match found.motion {
        None => LOOKING,
        Some(Motion::Reads) => (S::Works, R::MotionReads),
        Some(Motion::Unasked) => (S::Untried, R::MotionUnasked),
        Some(Motion::Denied) => (S::Fails, R::MotionDenied),
        Some(Motion::Silent) => (S::Unknown, R::MotionSilent),
        Some(Motion::Missing) => (S::Fails, R::MotionMissing),
    }
}

const fn notifications(found: &Findings) -> (Standing, Reason) {
    use Reason as R;
    use Standing as S;
    match found.notifications {
        None => LOOKING,
        Some(Notifications::Allowed) => (S::Works, R::NotificationsAllowed),
        Some(Notifications::Unasked) => (S::Unknown, R::NotificationsUnasked),
        Some(Notifications::Denied) => (S::Fails, R::NotificationsDenied),
        Some(Notifications::Missing) => (S::Fails, R::NotificationsMissing),
    }
}
