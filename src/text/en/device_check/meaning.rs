//! What the cause of a status means: a table.

use crate::device::check::Cause;

/// What a cause means.
#[expect(clippy::too_many_lines, reason = "a table")]
pub const fn meaning(cause: Cause) -> &'static str {
    match cause {
        Cause::Looking => "This takes a moment.",
        Cause::SpeechMissing => "This browser cannot speak.",
        Cause::SpeechForeign => "This device has voices, but none of them is English.",
        Cause::SpeechUntried => "The browser can speak. Whether you hear it is for you to try.",
        Cause::SpeechUnlisted => "This browser lists no voices. It may speak all the same.",
        Cause::SpeechTapFirst => "The browser held the voice back. It wants a tap first.",
        Cause::SpeechNoStart => "The voice was asked to speak, and did not begin.",
        Cause::SpeechFailed => "The voice gave up.",
        Cause::SpeechNeverEnds => "The voice began, and never said that it was done.",
        Cause::SpeechAsk => "The browser says that it spoke. Only you know if you heard it.",
        Cause::SpeechHeard => "It spoke to the end, and you heard it.",
        Cause::SpeechOnline => {
            "It spoke, and you heard it. But this voice needs a network. Without one, Limber looks for a voice of the device itself."
        }
        Cause::SpeechUnheard | Cause::SpeechUnheardApple => {
            "The browser spoke to the end, but no sound came to you."
        }
        Cause::SpeechTurnedDown => "The voice is turned all the way down in the settings.",
        Cause::SpeechNotWanted => "In the settings you chose to go without the voice.",
        Cause::TonesMissing => "This browser cannot make tones.",
        Cause::TonesRefused => "The browser does not let this page make tones.",
        Cause::TonesUntried => {
            "The browser can make tones. Whether you hear them is for you to try."
        }
        Cause::TonesAsleep => "The sound was asked for, and did not start.",
        Cause::TonesFrozen => "The sound says that it runs, but its clock stands still.",
        Cause::TonesAsk => {
            "The browser says that the tones were played. Only you know if you heard them."
        }
        Cause::TonesHeard => "They were played, and you heard them.",
        Cause::TonesUnheard | Cause::TonesUnheardApple => {
            "The tones were played, but no sound came to you."
        }
        Cause::TonesTurnedDown => "The tones are turned all the way down in the settings.",
        Cause::TonesNotWanted => "In the settings you chose to go without sound.",
        Cause::VibrationMissing => "This browser does not let pages move the device.",
        Cause::VibrationMissingApple => "On an iPhone or iPad, no browser lets a page vibrate.",
        Cause::VibrationUntried => {
            "The browser can vibrate, or says so. Hold the device in your hand to try it."
        }
        Cause::VibrationRefused => "The browser was asked to vibrate, and said no.",
        Cause::VibrationAsk => "The browser says yes. Only you know if you felt it.",
        Cause::VibrationFelt => "You felt it.",
        Cause::VibrationUnfelt | Cause::VibrationUnfeltAndroid => {
            "The browser said yes, but nothing was felt."
        }
        Cause::VibrationNotWanted => "Vibration is switched off in the settings.",
        Cause::ScreenHeld => "Limber can keep the screen on while it leads you.",
        Cause::ScreenMissing | Cause::ScreenMissingApple => {
            "This browser cannot keep the screen on."
        }
        Cause::ScreenRefused => "The device does not keep the screen on just now.",
        Cause::StoragePromised => {
            "What you do is kept, and the browser has promised to hold on to it."
        }
        Cause::StorageUnpromised => {
            "What you do is kept. But the browser has made no promise: it may clear it if space gets short."
        }
        Cause::StorageUnpromisedApple => {
            "What you do is kept. But Safari may clear the data of a page that you have not used for a week."
        }
        Cause::StorageRefused => {
            "What you do is kept. The browser was asked to promise it, and did not."
        }
        Cause::StorageUntold => "What you do is kept. This browser does not say for how long.",
        Cause::StorageLittleRoom => "What you do is kept, but there is little room left.",
        Cause::StorageForbidden => "This browser does not let Limber keep anything.",
        Cause::StorageFull => "There is no room left in this browser.",
        Cause::StorageFailed => "Something was to be kept, and could not be read again.",
        Cause::OfflineServing => "Limber is stored on this device and opens without a network.",
        Cause::OfflineNewer => {
            "Limber is stored on this device and opens without a network. A newer one is ready to take over."
        }
        Cause::OfflineIdle => {
            "Limber is stored on this device. From the next visit on it opens without a network."
        }
        Cause::OfflineInstalling => "Limber is being stored on this device just now.",
        Cause::OfflineNone => {
            "Limber is not stored on this device yet. It opens only with a network."
        }
        Cause::OfflineMissing => "This browser cannot store a page for use without a network.",
        Cause::OfflineRefused => "The browser does not let this page be stored.",
        Cause::OfflineSilent => "The browser was asked, and gave no answer.",
        Cause::MotionReads => "The device says how it is turned.",
        Cause::MotionUnasked => "The browser wants to be asked before it lets a page read them.",
        Cause::MotionDenied => "You or the browser said no to this page.",
        Cause::MotionSilent => "No reading came. Most computers have no such sensors.",
        Cause::MotionMissing => "This browser lets no page read them.",
        Cause::NotificationsAllowed => "They are allowed for this page.",
        Cause::NotificationsUnasked => "You were never asked, since Limber sends none.",
        Cause::NotificationsDenied => "They are not allowed for this page.",
        Cause::NotificationsMissing => "This browser lets no page send them.",
    }
}
