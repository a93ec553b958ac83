//! Effects: what is to be done.

use super::context::Context;
use super::route::Route;
use super::want::{VoiceNews, Want};
use crate::device::check::Trial;
use crate::device::{SoundKind, Voice};
use crate::domain::appearance::{Skin, Theme};
use crate::domain::cue::Tone;
use crate::domain::now_playing::NowPlaying;
use crate::domain::session::UtteranceId;
use crate::domain::time::Moment;
use crate::store::RecordKey;
use crate::store::settings::VoiceChoice;
use crate::text::Key;

/// Something to be done outside the core.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Speak.
    Speak(Utterance),
    /// Stop speaking at once.
    Hush,
    /// Open the audio device, while a tap is being handled.
    ReadyTones,
    /// Sound these tones at these moments.
    Sound {
        /// The tones, each with its moment.
        tones: Vec<(Moment, Tone)>,
        /// How loud, from 0 to 1.
        volume: f64,
    },
    /// Drop the tones that haven't sounded yet.
    CancelTones,
    /// Vibrate for this tone.
    Vibrate(Tone),
    /// Store this on the device.
    Keep {
        /// The key to store it under.
        key: RecordKey,
        /// The text to store.
        text: String,
        /// What may be overwritten.
        over: Overwrite,
    },
    /// Store this on the device, and once that is done remove the record it replaces.
    Replace {
        /// The key of the record being replaced.
        of: RecordKey,
        /// The new record's own key.
        by: RecordKey,
        /// The text to store.
        text: String,
        /// What may be overwritten.
        over: Overwrite,
    },
    /// Remove this from the device.
    Forget {
        /// The key to remove.
        key: RecordKey,
    },
    /// Move an unreadable record out of the way: copy it, and only then remove it.
    Quarantine {
        /// The key to copy from.
        from: RecordKey,
        /// The key to copy to.
        to: RecordKey,
    },
    /// Keep the screen on.
    KeepAwake,
    /// Let the screen go dark.
    LetSleep,
    /// Mix the page's sound with that of other apps in this way; `None` leaves it to the browser.
    ShareSound(Option<SoundKind>),
    /// Start or stop an inaudible tone, which makes the browser keep a hidden page awake.
    Undertone(bool),
    /// Show this on the lock screen and listen to its keys; `None` removes it.
    ShowOutside(Option<NowPlaying>),
    /// Become the one tab on the device that plays a session, and tell the others which session.
    Claim {
        /// The key of the session.
        key: RecordKey,
        /// Whether to take it from the tab that has it.
        take_over: bool,
    },
    /// Give up the claim.
    Unclaim,
    /// Find out which sessions other tabs are playing.
    LookAtOtherTabs,
    /// Find out which voices there are.
    ListVoices,
    /// Have the browser ask whether to add the page to the home screen.
    Install,
    /// Ask the host for a newer version of the page.
    LookForNewer,
    /// Have the newer version take over, and reload the page.
    TakeNewer,
    /// Navigate to a screen.
    GoTo(Route),
    /// Navigate to a screen, replacing the present history entry, which is of no further use.
    GiveWay(Route),
    /// Record this in the address without navigating, so that it is there on coming back.
    BearInAddress(Route),
    /// Show the page in these colours, and its figures with this skin tone.
    Paint(Theme, Skin),
    /// Offer a file with everything that is stored, and with what could not be stored.
    Export {
        /// What could not be stored, by key.
        unsaved: Vec<(String, String)>,
    },
    /// Find out what this device can do.
    Examine(Trial),
    /// Have the browser share the address of this screen, or copy the address where the browser can't share.
    PassOn {
        /// The title to share it under.
        title: String,
        /// The screen to share.
        route: Route,
    },
    /// Copy this text to the clipboard.
    Copy(String),
}

/// What a write may overwrite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overwrite {
    /// Anything: the key is this tab's own.
    Anything,
    /// Only this text, or nothing; anything else is another tab's, and is put aside first.
    Known(Option<String>),
}

impl Overwrite {
    /// What is stored that this tab knows nothing of, and would be written over by `text`. `read` reads what is stored.
    ///
    /// # Errors
    /// When it has to be looked at, and can't be read.
    pub fn strange<E>(
        &self,
        text: &str,
        read: impl FnOnce() -> Result<Option<String>, E>,
    ) -> Result<Option<String>, E> {
        let Self::Known(known) = self else {
            return Ok(None);
        };
        let there = read()?.filter(|it| it != text);
        Ok(there.filter(|it| Some(it) != known.as_ref()))
    }

    /// What this tab knows to be stored.
    pub fn known(self) -> Option<String> {
        match self {
            Self::Known(known) => known,
            Self::Anything => None,
        }
    }
}

/// Something to be spoken.
#[derive(Debug, Clone, PartialEq)]
pub struct Utterance {
    /// Identifies it in reports.
    pub tag: Tag,
    /// The words.
    pub words: String,
    /// The language tag.
    pub language: String,
    /// The voice; `None` for the engine's own choice.
    pub voice: Option<VoiceChoice>,
    /// How fast; 1 is normal.
    pub rate: f64,
    /// How loud, from 0 to 1.
    pub volume: f64,
}

impl Effect {
    /// Whether something is heard at once.
    pub(super) const fn is_heard(&self) -> bool {
        matches!(self, Self::Speak(_) | Self::Sound { .. })
    }
}

impl Utterance {
    /// Creates an utterance in this voice, or in the engine's own choice, at the volume that was set.
    pub(super) fn of(
        tag: Tag,
        words: String,
        voice: Option<&Voice>,
        rate: f64,
        context: &Context,
    ) -> Self {
        let usual = context.locale.tag();
        Self {
            tag,
            words,
            language: voice.map_or(usual, |it| &it.language).to_owned(),
            voice: voice.map(Into::into),
            rate,
            volume: context.settings().voice_volume,
        }
    }

    /// Has the test sentence spoken, as a session would.
    pub(super) fn test(tag: Tag, context: &Context) -> [Want; 2] {
        let words = context.locale.word(Key::TestSentence).to_owned();
        let rate = context.settings().preferences.rate;
        let utterance = Self::of(tag, words, context.voice(), rate, context);
        [
            // Whatever failed before is tried again.
            Want::Voices(VoiceNews::Trusted),
            Want::Test(vec![Effect::Hush, Effect::Speak(utterance)]),
        ]
    }
}

/// Whose utterance this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// A session's; the number tells one session from another.
    Session(u32, UtteranceId),
    /// The test sentence on the settings screen.
    Test,
    /// The test sentence of the device check.
    DeviceCheck,
}
