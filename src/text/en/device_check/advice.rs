//! What to do about a finding, and what Limber does meanwhile: tables.

use crate::device::check::{Part, Reason};

const OTHER_VOICE: &str =
    "Choose another voice in the settings. If none speaks, restart the browser, then the device.";
const LISTEN: &str = "Turn the volume up while the test runs. If headphones or a speaker are connected, listen there.";
const LISTEN_APPLE: &str = "Turn the volume up while the test runs, and switch silent mode off. If headphones or a speaker are connected, listen there.";
const LOOK_AGAIN: &str = "Stay on this page for a minute, with a network. Then look again.";
const HOME_SCREEN: &str =
    "Add Limber to the home screen. And save your data as a file in the settings now and then.";

/// What to do, where there is something.
pub const fn advice(reason: Reason) -> Option<&'static str> {
    Some(match reason {
        Reason::SpeechMissing => {
            "Try another browser on this device. Chrome, Edge, Firefox and Safari can speak on most."
        }
        Reason::SpeechForeign => {
            "Add an English voice in the settings of the device. Look for “text to speech” or “spoken content”. Then open Limber anew."
        }
        Reason::SpeechTapFirst => {
            "Test it once more. If it stays silent, allow sound for this page in the browser’s settings."
        }
        Reason::SpeechNoStart => {
            "Close other apps and tabs that speak, and test it again. Then try another voice in the settings."
        }
        Reason::SpeechFailed | Reason::SpeechNeverEnds => OTHER_VOICE,
        Reason::SpeechOnline => {
            "To do without a network, choose a voice in the settings that needs none."
        }
        Reason::SpeechUnheard | Reason::TonesUnheard => LISTEN,
        Reason::SpeechUnheardApple | Reason::TonesUnheardApple => LISTEN_APPLE,
        Reason::SpeechTurnedDown | Reason::TonesTurnedDown => "Turn it up in the settings.",
        Reason::TonesMissing => "Try another browser on this device, or a newer one.",
        Reason::TonesRefused => {
            "Allow sound for this page in the browser’s settings. Then open it anew."
        }
        Reason::TonesAsleep => "If a call is going on, end it. Then test the tones again.",
        Reason::TonesFrozen => "Open Limber anew. If that does not help, restart the browser.",
        Reason::VibrationMissing => "There is nothing to set. On Android, Chrome can do it.",
        Reason::VibrationRefused => "Test it once more. Many computers have nothing that moves.",
        Reason::VibrationUnfelt => {
            "Computers have nothing that moves. On a phone, look if its settings stop it."
        }
        Reason::VibrationUnfeltAndroid => {
            "Look if battery saver or “do not disturb” stops it. Firefox says yes and does nothing; Chrome can do it."
        }
        Reason::ScreenMissing => {
            "Try a newer browser, or set the device to leave its screen on for longer."
        }
        Reason::ScreenMissingApple => {
            "Update the device: on the home screen this needs iOS 18.4. Or set the device to lock later."
        }
        Reason::ScreenRefused => {
            "Switch battery saver off, or charge the device. Then test it again."
        }
        Reason::StorageUnpromised => {
            "Ask the browser to keep it. It says yes more often if Limber is on the home screen."
        }
        Reason::StorageUnpromisedApple | Reason::StorageRefused => HOME_SCREEN,
        Reason::StorageUntold => "Save your data as a file in the settings now and then.",
        Reason::StorageLittleRoom | Reason::StorageFull => {
            "Save your data as a file in the settings. Then make some room on the device."
        }
        Reason::StorageForbidden => {
            "Allow cookies or site data for this page in the browser’s settings. A private window forgets all when it closes."
        }
        Reason::StorageFailed => "Save your data as a file in the settings, and open Limber anew.",
        Reason::OfflineNewer => "Close all tabs with Limber, and open it again.",
        Reason::OfflineInstalling | Reason::OfflineNone | Reason::OfflineSilent => LOOK_AGAIN,
        Reason::OfflineMissing | Reason::OfflineRefused => {
            "Open Limber in a window that is not private, and allow site data for it. Or try another browser."
        }
        Reason::Looking
        | Reason::SpeechUntried
        | Reason::SpeechUnlisted
        | Reason::SpeechAsk
        | Reason::SpeechHeard
        | Reason::SpeechNotWanted
        | Reason::TonesUntried
        | Reason::TonesAsk
        | Reason::TonesHeard
        | Reason::TonesNotWanted
        | Reason::VibrationMissingApple
        | Reason::VibrationUntried
        | Reason::VibrationAsk
        | Reason::VibrationFelt
        | Reason::VibrationNotWanted
        | Reason::ScreenHeld
        | Reason::StoragePromised
        | Reason::OfflineServing
        | Reason::OfflineIdle
        | Reason::MotionReads
        | Reason::MotionUnasked
        | Reason::MotionDenied
        | Reason::MotionSilent
        | Reason::MotionMissing
        | Reason::NotificationsAllowed
        | Reason::NotificationsUnasked
        | Reason::NotificationsDenied
        | Reason::NotificationsMissing => return None,
    })
}

/// What Limber does where a part does not work.
pub const fn instead(part: Part) -> &'static str {
    match part {
        Part::Speech => "Limber leads you by tones, and every line is on the screen.",
        Part::Tones => "Limber leads you by the voice, and every line is on the screen.",
        Part::Vibration => "The voice and the tones mark the same moments.",
        Part::Screen => {
            "Limber goes on. If the device falls asleep, the session waits, and tells you where it stands."
        }
        Part::Storage => "Sessions work. What you did is gone when you close the page.",
        Part::Offline => "With a network, all of it works.",
        Part::Motion | Part::Notifications => "Limber does well without.",
    }
}
