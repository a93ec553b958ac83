//! What the device check says about a device: its rules as a table.

use std::time::Duration;

use Cause as R;
use Finding as F;
use SpeechError as E;
use Status as S;
use limber::device::check::{
    Cause, Circumstances, Environment, Finding, Findings, Maker, MotionFinding,
    NotificationsFinding, OfflineFinding, OutputSetting, Persistence, SpeechFinding, Status,
    StorageEstimate, StorageFinding, TonesFinding, VibrationFinding, VoiceAvailability, verdict,
};
use limber::device::{AudioError, SpeechError, StorageError, WakeLockError};

const USUAL: Circumstances = Circumstances {
    voices: VoiceAvailability::Local,
    speech: OutputSetting::Wanted,
    tones: OutputSetting::Wanted,
    vibration: OutputSetting::Wanted,
};
const SPOKE: Finding = Finding::Speech(SpeechFinding::Spoke(Duration::from_secs(4)));

fn on(maker: Maker) -> Finding {
    Finding::Environment(Environment {
        maker,
        secure: true,
        ..Environment::default()
    })
}

/// The verdict on the capability which the last of these findings is about.
fn judged(found: &[Finding], noticed: Option<bool>, around: Circumstances) -> (Status, Cause) {
    let mut findings = Findings::default();
    let mut about = None;
    for finding in found {
        about = findings.take(finding.clone()).or(about);
    }
    let capability = about.expect("a finding about a capability");
    if let Some(noticed) = noticed {
        findings.notice(capability, noticed);
    }
    let verdict = verdict(capability, &findings, around);
    (verdict.status, verdict.cause)
}

/// Checks a table of findings, what the person noticed of each, and the expected verdict.
fn check(table: &[(Finding, Option<bool>, Status, Cause)]) {
    for (finding, noticed, status, cause) in table {
        let told = judged(std::slice::from_ref(finding), *noticed, USUAL);
        assert_eq!(told, (*status, *cause), "{finding:?}, noticed {noticed:?}");
    }
}

#[test]
fn a_voice_works_only_if_it_was_heard() {
    check(&[
        (
            F::Speech(SpeechFinding::Untried),
            None,
            S::Untried,
            R::SpeechUntried,
        ),
        (
            F::Speech(SpeechFinding::Failed(E::Missing)),
            None,
            S::Fails,
            R::SpeechMissing,
        ),
        (
            F::Speech(SpeechFinding::Failed(E::NotAllowed)),
            None,
            S::Fails,
            R::SpeechTapFirst,
        ),
        (
            F::Speech(SpeechFinding::Failed(E::NoStart)),
            None,
            S::Fails,
            R::SpeechNoStart,
        ),
        (
            F::Speech(SpeechFinding::Failed(E::Failed)),
            None,
            S::Fails,
            R::SpeechFailed,
        ),
        (
            F::Speech(SpeechFinding::NeverEnded),
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
        (
            F::Tones(TonesFinding::Untried),
            None,
            S::Untried,
            R::TonesUntried,
        ),
        (
            F::Tones(TonesFinding::Failed(AudioError::Missing)),
            None,
            S::Fails,
            R::TonesMissing,
        ),
        (
            F::Tones(TonesFinding::Failed(AudioError::Refused)),
            None,
            S::Fails,
            R::TonesRefused,
        ),
        (
            F::Tones(TonesFinding::Asleep),
            None,
            S::Fails,
            R::TonesAsleep,
        ),
        (
            F::Tones(TonesFinding::Failed(AudioError::Still)),
            None,
            S::Fails,
            R::TonesFrozen,
        ),
        (F::Tones(TonesFinding::Ran), None, S::Unknown, R::TonesAsk),
        (
            F::Tones(TonesFinding::Ran),
            Some(true),
            S::Works,
            R::TonesHeard,
        ),
        (
            F::Tones(TonesFinding::Ran),
            Some(false),
            S::Fails,
            R::TonesUnheard,
        ),
        (
            F::Vibration(VibrationFinding::Untried),
            None,
            S::Untried,
            R::VibrationUntried,
        ),
        (
            F::Vibration(VibrationFinding::Refused),
            None,
            S::Fails,
            R::VibrationRefused,
        ),
        (
            F::Vibration(VibrationFinding::Accepted),
            None,
            S::Unknown,
            R::VibrationAsk,
        ),
        (
            F::Vibration(VibrationFinding::Accepted),
            Some(true),
            S::Works,
            R::VibrationFelt,
        ),
        (
            F::Vibration(VibrationFinding::Accepted),
            Some(false),
            S::Fails,
            R::VibrationUnfelt,
        ),
    ]);
}

#[test]
fn what_is_kept_is_as_sure_as_the_browser_says() {
    let kept = |persistence| {
        F::Storage(StorageFinding::Kept {
            persistence,
            estimate: None,
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
        (kept(Persistence::Given), None, S::Works, R::StoragePromised),
        (
            kept(Persistence::NotGiven),
            None,
            S::Partly,
            R::StorageUnpromised,
        ),
        (
            kept(Persistence::Refused),
            None,
            S::Partly,
            R::StorageRefused,
        ),
        (kept(Persistence::Untold), None, S::Partly, R::StorageUntold),
        (
            F::Storage(StorageFinding::Failed(StorageError::Forbidden)),
            None,
            S::Fails,
            R::StorageForbidden,
        ),
        (
            F::Storage(StorageFinding::Failed(StorageError::Full)),
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
            F::Offline(OfflineFinding::Serving),
            None,
            S::Works,
            R::OfflineServing,
        ),
        (
            F::Offline(OfflineFinding::NewerWaits),
            None,
            S::Works,
            R::OfflineNewer,
        ),
        (
            F::Offline(OfflineFinding::Installing),
            None,
            S::Partly,
            R::OfflineInstalling,
        ),
        (
            F::Offline(OfflineFinding::None),
            None,
            S::Fails,
            R::OfflineNone,
        ),
        (
            F::Offline(OfflineFinding::Silent),
            None,
            S::Unknown,
            R::OfflineSilent,
        ),
        (
            F::Motion(MotionFinding::Unasked),
            None,
            S::Untried,
            R::MotionUnasked,
        ),
        (
            F::Motion(MotionFinding::Silent),
            None,
            S::Unknown,
            R::MotionSilent,
        ),
        (
            F::Motion(MotionFinding::Denied),
            None,
            S::Fails,
            R::MotionDenied,
        ),
        (
            F::Notifications(NotificationsFinding::Unasked),
            None,
            S::Unknown,
            R::NotificationsUnasked,
        ),
        (
            F::Notifications(NotificationsFinding::Denied),
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
    let tones = Finding::Tones(TonesFinding::Ran);
    assert_eq!(said(apple, SPOKE, Some(false)), Cause::SpeechUnheardApple);
    assert_eq!(said(apple, tones, Some(false)), Cause::TonesUnheardApple);
    let missing = Finding::Vibration(VibrationFinding::Missing);
    assert_eq!(
        said(apple, missing.clone(), None),
        Cause::VibrationMissingApple
    );
    assert_eq!(said(Maker::Other, missing, None), Cause::VibrationMissing);
    let accepted = Finding::Vibration(VibrationFinding::Accepted);
    assert_eq!(
        said(android, accepted, Some(false)),
        Cause::VibrationUnfeltAndroid
    );
    let no_lock = Finding::Screen(Err(WakeLockError::Missing));
    assert_eq!(
        said(apple, no_lock.clone(), None),
        Cause::ScreenMissingApple
    );
    assert_eq!(said(android, no_lock, None), Cause::ScreenMissing);
    let estimate = |left| {
        let quota = 10_000_000;
        let estimate = Some(StorageEstimate {
            used: quota - left,
            quota,
        });
        let persistence = Persistence::Given;
        Finding::Storage(StorageFinding::Kept {
            persistence,
            estimate,
        })
    };
    assert_eq!(
        said(android, estimate(1_000), None),
        Cause::StorageLittleRoom
    );
    assert_eq!(
        said(android, estimate(9_000_000), None),
        Cause::StoragePromised
    );
}

#[test]
fn what_the_person_switched_off_is_not_called_broken() {
    let untried = Finding::Speech(SpeechFinding::Untried);
    for (wish, cause) in [
        (OutputSetting::TurnedDown, Cause::SpeechTurnedDown),
        (OutputSetting::NotWanted, Cause::SpeechNotWanted),
    ] {
        let around = Circumstances {
            speech: wish,
            ..USUAL
        };
        let told = judged(std::slice::from_ref(&untried), None, around);
        assert_eq!(told, (Status::Off, cause));
    }
    let foreign = Circumstances {
        voices: VoiceAvailability::Foreign,
        ..USUAL
    };
    let told = judged(&[SPOKE], Some(true), foreign);
    assert_eq!(told, (Status::Fails, Cause::SpeechForeign));
    let online = Circumstances {
        voices: VoiceAvailability::Online,
        ..USUAL
    };
    let told = judged(&[SPOKE], Some(true), online);
    assert_eq!(told, (Status::Partly, Cause::SpeechOnline));
}
