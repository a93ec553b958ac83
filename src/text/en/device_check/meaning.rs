//! Why a part stands as it does: a table.

use crate::device::check::Reason;

/// What a finding means.
pub const fn meaning(reason: Reason) -> &'static str {
    match reason {
        Reason::Looking => "This takes a moment.",
        Reason::SpeechMissing => "This browser cannot speak.",
        Reason::SpeechForeign => "This device has voices, but none of them is English.",
        Reason::SpeechUntried => "The browser can speak. Whether you hear it is for you to try.",
        Reason::SpeechUnlisted => "This browser lists no voices. It may speak all the same.",
        Reason::SpeechTapFirst => "The browser held the voice back. It wants a tap first.",
        Reason::SpeechNoStart => "The voice was asked to speak, and did not begin.",
        Reason::SpeechFailed => "The voice gave up.",
        Reason::SpeechNeverEnds => "The voice began, and never said that it was done.",
        Reason::SpeechAsk => "The browser says that it spoke. Only you know if you heard it.",
        Reason::SpeechHeard => "It spoke to the end, and you heard it.",
        Reason::SpeechOnline => {
            "It spoke, and you heard it. But this voice needs a network. Without one, Limber looks for a voice of the device itself."
        }
        Reason::SpeechUnheard | Reason::SpeechUnheardApple => {
            "The browser spoke to the end, but no sound came to you."
        }
        Reason::SpeechTurnedDown => "The voice is turned all the way down in the settings.",
        Reason::SpeechNotWanted => "In the settings you chose to go without the voice.",
        Reason::TonesMissing => "This browser cannot make tones.",
        Reason::TonesRefused => "The browser does not let this page make tones.",
        Reason::TonesUntried => {
            "The browser can make tones. Whether you hear them is for you to try."
        }
        Reason::TonesAsleep => "The sound was asked for, and did not start.",
        Reason::TonesFrozen => "The sound says that it runs, but its clock stands still.",
        Reason::TonesAsk => {
            "The browser says that the tones were played. Only you know if you heard them."
        }
        Reason::TonesHeard => "They were played, and you heard them.",
        Reason::TonesUnheard | Reason::TonesUnheardApple => {
            "The tones were played, but no sound came to you."
        }
        Reason::TonesTurnedDown => "The tones are turned all the way down in the settings.",
        Reason::TonesNotWanted => "In the settings you chose to go without sound.",
        Reason::VibrationMissing => "This browser does not let pages move the device.",
        Reason::VibrationMissingApple => "On an iPhone or iPad, no browser lets a page vibrate.",
        Reason::VibrationUntried => {
            "The browser can vibrate, or says so. Hold the device in your hand to try it."
        }
        Reason::VibrationRefused => "The browser was asked to vibrate, and said no.",
        Reason::VibrationAsk => "The browser says yes. Only you know if you felt it.",
        Reason::VibrationFelt => "You felt it.",
        Reason::VibrationUnfelt | Reason::VibrationUnfeltAndroid => {
            "The browser said yes, but nothing was felt."
        }
        Reason::VibrationNotWanted => "Vibration is switched off in the settings.",
        Reason::ScreenHeld => "Limber can keep the screen on while it leads you.",
        Reason::ScreenMissing | Reason::ScreenMissingApple => {
            "This browser cannot keep the screen on."
        }
        Reason::ScreenRefused => "The device does not keep the screen on just now.",
        Reason::StoragePromised => {
            "What you do is kept, and the browser has promised to hold on to it."
        }
        Reason::StorageUnpromised => {
            "What you do is kept. But the browser has made no promise: it may clear it if space gets short."
        }
        Reason::StorageUnpromisedApple => {
            "What you do is kept. But Safari may clear the data of a page that you have not used for a week."
        }
        Reason::StorageRefused => {
            "What you do is kept. The browser was asked to promise it, and did not."
        }
        Reason::StorageUntold => "What you do is kept. This browser does not say for how long.",
        Reason::StorageLittleRoom => "What you do is kept, but there is little room left.",
        Reason::StorageForbidden => "This browser does not let Limber keep anything.",
        Reason::StorageFull => "There is no room left in this browser.",
        Reason::StorageFailed => "Something was to be kept, and could not be read again.",
        Reason::OfflineServing => "Limber is stored on this device and opens without a network.",
        Reason::OfflineNewer => {
            "Limber is stored on this device and opens without a network. A newer one is ready to take over."
        }
        Reason::OfflineIdle => {
            "Limber is stored on this device. From the next visit on it opens without a network."
        }
        Reason::OfflineInstalling => "Limber is being stored on this device just now.",
        Reason::OfflineNone => {
            "Limber is not stored on this device yet. It opens only with a network."
        }
        Reason::OfflineMissing => "This browser cannot store a page for use without a network.",
        Reason::OfflineRefused => "The browser does not let this page be stored.",
        Reason::OfflineSilent => "The browser was asked, and gave no answer.",
        Reason::MotionReads => "The device says how it is turned.",
        Reason::MotionUnasked => "The browser wants to be asked before it lets a page read them.",
        Reason::MotionDenied => "You or the browser said no to this page.",
        Reason::MotionSilent => "No reading came. Most computers have no such sensors.",
        Reason::MotionMissing => "This browser lets no page read them.",
        Reason::NotificationsAllowed => "They are allowed for this page.",
        Reason::NotificationsUnasked => "You were never asked, since Limber sends none.",
        Reason::NotificationsDenied => "They are not allowed for this page.",
        Reason::NotificationsMissing => "This browser lets no page send them.",
    }
}
