//! What to do about a finding, and what Limber does meanwhile: tables.

use crate::device::check::{Capability, Cause};

const OTHER_VOICE: &str =
    "Choose another voice in the settings. If none speaks, restart the browser, then the device.";
const LISTEN: &str = "Turn the volume up while the test runs. If headphones or a speaker are connected, listen there.";
const LISTEN_APPLE: &str = "Turn the volume up while the test runs, and switch silent mode off. If headphones or a speaker are connected, listen there.";
const LOOK_AGAIN: &str = "Stay on this page for a minute, with a network. Then look again.";
const HOME_SCREEN: &str =
    "Add Limber to the home screen. And save your data as a file in the settings now and then.";

/// What to do about a cause, if there is anything.
#[expect(clippy::too_many_lines, reason = "a table")]
pub const fn advice(cause: Cause) -> Option<&'static str> {
    Some(match cause {
        Cause::SpeechMissing => {
            "Try another browser on this device. Chrome, Edge, Firefox and Safari can speak on most."
        }
        Cause::SpeechForeign => {
            "Add an English voice in the settings of the device. Look for “text to speech” or “spoken content”. Then open Limber anew."
        }
        Cause::SpeechTapFirst => {
            "Test it once more. If it stays silent, allow sound for this page in the browser’s settings."
        }
        Cause::SpeechNoStart => {
            "Close other apps and tabs that speak, and test it again. Then try another voice in the settings."
        }
        Cause::SpeechFailed | Cause::SpeechNeverEnds => OTHER_VOICE,
        Cause::SpeechOnline => {
            "To do without a network, choose a voice in the settings that needs none."
        }
        Cause::SpeechUnheard | Cause::TonesUnheard => LISTEN,
        Cause::SpeechUnheardApple | Cause::TonesUnheardApple => LISTEN_APPLE,
        Cause::SpeechTurnedDown | Cause::TonesTurnedDown => "Turn it up in the settings.",
        Cause::TonesMissing => "Try another browser on this device, or a newer one.",
        Cause::TonesRefused => {
            "Allow sound for this page in the browser’s settings. Then open it anew."
        }
        Cause::TonesAsleep => "If a call is going on, end it. Then test the tones again.",
        Cause::TonesFrozen => "Open Limber anew. If that does not help, restart the browser.",
        Cause::VibrationMissing => "There is nothing to set. On Android, Chrome can do it.",
        Cause::VibrationRefused => "Test it once more. Many computers have nothing that moves.",
        Cause::VibrationUnfelt => {
            "Computers have nothing that moves. On a phone, look if its settings stop it."
        }
        Cause::VibrationUnfeltAndroid => {
            "Look if battery saver or “do not disturb” stops it. Firefox says yes and does nothing; Chrome can do it."
        }
        Cause::ScreenMissing => {
            "Try a newer browser, or set the device to leave its screen on for longer."
        }
        Cause::ScreenMissingApple => {
            "Update the device: on the home screen this needs iOS 18.4. Or set the device to lock later."
        }
        Cause::ScreenRefused => {
            "Switch battery saver off, or charge the device. Then test it again."
        }
        Cause::StorageUnpromised => {
            "Ask the browser to keep it. It says yes more often if Limber is on the home screen."
        }
        Cause::StorageUnpromisedApple | Cause::StorageRefused => HOME_SCREEN,
        Cause::StorageUntold => "Save your data as a file in the settings now and then.",
        Cause::StorageLittleRoom | Cause::StorageFull => {
            "Save your data as a file in the settings. Then make some room on the device."
        }
        Cause::StorageForbidden => {
            "Allow cookies or site data for this page in the browser’s settings. A private window forgets all when it closes."
        }
        Cause::StorageFailed => "Save your data as a file in the settings, and open Limber anew.",
        Cause::OfflineNewer => "Close all tabs with Limber, and open it again.",
        Cause::OfflineInstalling | Cause::OfflineNone | Cause::OfflineSilent => LOOK_AGAIN,
        Cause::OfflineMissing | Cause::OfflineRefused => {
            "Open Limber in a window that is not private, and allow site data for it. Or try another browser."
        }
        Cause::Looking
        | Cause::SpeechUntried
        | Cause::SpeechUnlisted
        | Cause::SpeechAsk
        | Cause::SpeechHeard
        | Cause::SpeechNotWanted
        | Cause::TonesUntried
        | Cause::TonesAsk
        | Cause::TonesHeard
        | Cause::TonesNotWanted
        | Cause::VibrationMissingApple
        | Cause::VibrationUntried
        | Cause::VibrationAsk
        | Cause::VibrationFelt
        | Cause::VibrationNotWanted
        | Cause::ScreenHeld
        | Cause::StoragePromised
        | Cause::OfflineServing
        | Cause::OfflineIdle
        | Cause::MotionReads
        | Cause::MotionUnasked
        | Cause::MotionDenied
        | Cause::MotionSilent
        | Cause::MotionMissing
        | Cause::NotificationsAllowed
        | Cause::NotificationsUnasked
        | Cause::NotificationsDenied
        | Cause::NotificationsMissing => return None,
    })
}

/// What Limber does where a capability does not work.
pub const fn instead(capability: Capability) -> &'static str {
    match capability {
        Capability::Speech => "Limber leads you by tones, and every line is on the screen.",
        Capability::Tones => "Limber leads you by the voice, and every line is on the screen.",
        Capability::Vibration => "The voice and the tones mark the same moments.",
        Capability::Screen => {
            "Limber goes on. If the device falls asleep, the session waits, and tells you where it stands."
        }
        Capability::Storage => "Sessions work. What you did is gone when you close the page.",
        Capability::Offline => "With a network, all of it works.",
        Capability::Motion | Capability::Notifications => "Limber does well without.",
    }
}
