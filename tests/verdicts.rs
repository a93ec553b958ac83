//! What is said of a device: the rules as a table.

use std::time::Duration;

use Finding as F;
use Reason as R;
use SpeechError as E;
use Standing as S;
use limber::device::checkup::{
    Circumstances, Finding, Findings, Maker, Motion, Notifications, Offline, Promise, Reason, Room,
    Speech, Standing, Storage, Surroundings, Tones, Vibration, Voices, Wish, verdict,
};
use limber::device::{AudioError, SpeechError, StorageError, WakeLockError};

const USUAL: Circumstances = Circumstances {
    voices: Voices::Local,
    speech: Wish::Wanted,
    tones: Wish::Wanted,
    vibration: Wish::Wanted,
};
const SPOKE: Finding = Finding::Speech(Speech::Spoke(Duration::from_secs(4)));

fn on(maker: Maker) -> Finding {
    Finding::Surroundings(Surroundings {
        maker,
        secure: true,
        ..Surroundings::default()
    })
}

/// Judges the part that the last of these findings is about.
fn judged(found: &[Finding], noticed: Option<bool>, around: Circumstances) -> (Standing, Reason) {
    let mut findings = Findings::default();
    let mut about = None;
    for finding in found {
        about = findings.take(finding.clone()).or(about);
    }
    let part = about.expect("a finding about a part");
    if let Some(noticed) = noticed {
        findings.notice(part, noticed);
    }
    let verdict = verdict(part, &findings, around);
    (verdict.standing, verdict.reason)
}

/// Checks a table: what was found, what the person noticed of it, and what is said.
fn check(table: &[(Finding, Option<bool>, Standing, Reason)]) {
    for (finding, noticed, standing, reason) in table {
        let told = judged(std::slice::from_ref(finding), *noticed, USUAL);
        assert_eq!(
            told,
            (*standing, *reason),
            "{finding:?}, noticed {noticed:?}"
        );
    }
}

#[test]
fn a_voice_works_only_if_it_was_heard() {
    check(&[
        (
            F::Speech(Speech::Untried),
            None,
            S::Untried,
            R::SpeechUntried,
        ),
        (
            F::Speech(Speech::Failed(E::Missing)),
            None,
            S::Fails,
            R::SpeechMissing,
        ),
        (
            F::Speech(Speech::Failed(E::NotAllowed)),
            None,
            S::Fails,
            R::SpeechTapFirst,
        ),
        (
            F::Speech(Speech::Failed(E::NoStart)),
            None,
            S::Fails,
            R::SpeechNoStart,
        ),
        (
            F::Speech(Speech::Failed(E::Failed)),
            None,
            S::Fails,
            R::SpeechFailed,
        ),
        (
            F::Speech(Speech::NeverEnded),
            Some(true),
            S::Fails,
            R::SpeechNeverEnds,
        ),
        (SPOKE, None, S::Unknown, R::SpeechAsk),
        (SPOKE, Some(true), S::Works, R::SpeechHeard),
        (SPOKE, Some(false), S::Fails, R::SpeechUnheard),
    ]);
}

#[test]
fn tones_and_vibration_work_only_if_they_were_noticed() {
    check(&[
        (F::Tones(Tones::Untried), None, S::Untried, R::TonesUntried),
        (
            F::Tones(Tones::Failed(AudioError::Missing)),
            None,
            S::Fails,
            R::TonesMissing,
        ),
        (
            F::Tones(Tones::Failed(AudioError::Refused)),
            None,
            S::Fails,
            R::TonesRefused,
        ),
        (F::Tones(Tones::Asleep), None, S::Fails, R::TonesAsleep),
        (
            F::Tones(Tones::Failed(AudioError::Still)),
            None,
            S::Fails,
            R::TonesFrozen,
        ),
        (F::Tones(Tones::Ran), None, S::Unknown, R::TonesAsk),
        (F::Tones(Tones::Ran), Some(true), S::Works, R::TonesHeard),
        (F::Tones(Tones::Ran), Some(false), S::Fails, R::TonesUnheard),
        (
            F::Vibration(Vibration::Untried),
            None,
            S::Untried,
            R::VibrationUntried,
        ),
        (
            F::Vibration(Vibration::Refused),
            None,
            S::Fails,
            R::VibrationRefused,
        ),
        (
            F::Vibration(Vibration::Accepted),
            None,
            S::Unknown,
            R::VibrationAsk,
        ),
        (
            F::Vibration(Vibration::Accepted),
            Some(true),
            S::Works,
            R::VibrationFelt,
        ),
        (
            F::Vibration(Vibration::Accepted),
            Some(false),
            S::Fails,
            R::VibrationUnfelt,
        ),
    ]);
}

#[test]
fn what_is_kept_is_as_sure_as_the_browser_says() {
    let kept = |promise| {
        F::Storage(Storage::Kept {
            promise,
            room: None,
        })
    };
    check(&[
        (F::Screen(Ok(())), None, S::Works, R::ScreenHeld),
        (
            F::Screen(Err(WakeLockError::Refused)),
            None,
            S::Fails,
            R::ScreenRefused,
        ),
        (kept(Promise::Given), None, S::Works, R::StoragePromised),
        (
            kept(Promise::NotGiven),
            None,
            S::Partly,
            R::StorageUnpromised,
        ),
        (kept(Promise::Refused), None, S::Partly, R::StorageRefused),
        (kept(Promise::Untold), None, S::Partly, R::StorageUntold),
        (
            F::Storage(Storage::Failed(StorageError::Forbidden)),
            None,
            S::Fails,
            R::StorageForbidden,
        ),
        (
            F::Storage(Storage::Failed(StorageError::Full)),
            None,
            S::Fails,
            R::StorageFull,
        ),
    ]);
}

#[test]
fn what_was_not_asked_or_not_answered_is_not_called_broken() {
    check(&[
        (
            F::Offline(Offline::Serving),
            None,
            S::Works,
            R::OfflineServing,
        ),
        (
            F::Offline(Offline::NewerWaits),
            None,
            S::Works,
            R::OfflineNewer,
        ),
        (
            F::Offline(Offline::Installing),
            None,
            S::Partly,
            R::OfflineInstalling,
        ),
        (F::Offline(Offline::None), None, S::Fails, R::OfflineNone),
        (
            F::Offline(Offline::Silent),
            None,
            S::Unknown,
            R::OfflineSilent,
        ),
        (
            F::Motion(Motion::Unasked),
            None,
            S::Untried,
            R::MotionUnasked,
        ),
        (F::Motion(Motion::Silent), None, S::Unknown, R::MotionSilent),
        (F::Motion(Motion::Denied), None, S::Fails, R::MotionDenied),
        (
            F::Notifications(Notifications::Unasked),
            None,
            S::Unknown,
            R::NotificationsUnasked,
        ),
        (
            F::Notifications(Notifications::Denied),
            None,
            S::Fails,
            R::NotificationsDenied,
        ),
    ]);
}

#[test]
fn what_is_known_of_a_device_changes_what_is_advised() {
    let said = |maker, finding, noticed| judged(&[on(maker), finding], noticed, USUAL).1;
    let (apple, android) = (Maker::AppleTouch, Maker::Android);
    let tones = Finding::Tones(Tones::Ran);
    assert_eq!(said(apple, SPOKE, Some(false)), Reason::SpeechUnheardApple);
    assert_eq!(said(apple, tones, Some(false)), Reason::TonesUnheardApple);
    let missing = Finding::Vibration(Vibration::Missing);
    assert_eq!(
        said(apple, missing.clone(), None),
        Reason::VibrationMissingApple
    );
    assert_eq!(said(Maker::Other, missing, None), Reason::VibrationMissing);
    let accepted = Finding::Vibration(Vibration::Accepted);
    assert_eq!(
        said(android, accepted, Some(false)),
        Reason::VibrationUnfeltAndroid
    );
    let no_lock = Finding::Screen(Err(WakeLockError::Missing));
    assert_eq!(
        said(apple, no_lock.clone(), None),
        Reason::ScreenMissingApple
    );
    assert_eq!(said(android, no_lock, None), Reason::ScreenMissing);
    let room = |left| {
        let quota = 10_000_000;
        let room = Some(Room {
            used: quota - left,
            quota,
        });
        let promise = Promise::Given;
        Finding::Storage(Storage::Kept { promise, room })
    };
    assert_eq!(said(android, room(1_000), None), Reason::StorageLittleRoom);
    assert_eq!(
        said(android, room(9_000_000), None),
        Reason::StoragePromised
    );
}

#[test]
fn what_the_person_switched_off_is_not_called_broken() {
    let untried = Finding::Speech(Speech::Untried);
    for (wish, reason) in [
        (Wish::TurnedDown, Reason::SpeechTurnedDown),
        (Wish::NotWanted, Reason::SpeechNotWanted),
    ] {
        let around = Circumstances {
            speech: wish,
            ..USUAL
        };
        let told = judged(std::slice::from_ref(&untried), None, around);
        assert_eq!(told, (Standing::Off, reason));
    }
    let foreign = Circumstances {
        voices: Voices::Foreign,
        ..USUAL
    };
    let told = judged(&[SPOKE], Some(true), foreign);
    assert_eq!(told, (Standing::Fails, Reason::SpeechForeign));
    let online = Circumstances {
        voices: Voices::Online,
        ..USUAL
    };
    let told = judged(&[SPOKE], Some(true), online);
    assert_eq!(told, (Standing::Partly, Reason::SpeechOnline));
}
