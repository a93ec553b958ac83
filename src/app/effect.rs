//! What is to be done.

use super::context::Context;
use super::route::Route;
use super::want::{VoiceNews, Want};
use crate::device::check::Trial;
use crate::device::{SoundKind, Voice};
use crate::domain::appearance::Skin;
use crate::domain::cue::Tone;
use crate::domain::now_playing::NowPlaying;
use crate::domain::session::UtteranceId;
use crate::domain::settings::{Theme, VoiceChoice};
use crate::domain::time::Moment;
use crate::store::RecordKey;
use crate::text::Key;

/// Something to be done in the world.
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
    /// Forget the tones that have not sounded yet.
    CancelTones,
    /// Let a tone be felt.
    Vibrate(Tone),
    /// Keep this on the device.
    Keep {
        /// Under which key.
        key: RecordKey,
        /// What.
        text: String,
        /// What may be written over.
        over: Overwrite,
    },
    /// Keep this on the device, and once it is kept remove what it takes the place of.
    Replace {
        /// The key of what it takes the place of.
        of: RecordKey,
        /// Its own, at which nothing is that could be written over.
        by: RecordKey,
        /// What.
        text: String,
    },
    /// Remove this from the device.
    Forget {
        /// Under which key.
        key: RecordKey,
    },
    /// Move what can't be read out of the way: copy it, and only then remove it.
    PutAside {
        /// From which key.
        from: RecordKey,
        /// To which key.
        to: RecordKey,
    },
    /// Keep the screen on.
    KeepAwake,
    /// Let the screen go dark.
    LetSleep,
    /// Let the sound go together with that of other apps in this way; nothing leaves it to the browser.
    ShareSound(Option<SoundKind>),
    /// Sound a tone that nobody hears, so that the browser keeps a hidden page awake; or stop it.
    Undertone(bool),
    /// Show this on the lock screen, and listen to its keys; nothing takes it away.
    ShowOutside(Option<NowPlaying>),
    /// Be the one tab of the device that plays a session, and let others know which.
    Claim {
        /// The key of the session.
        key: RecordKey,
        /// Whether it is taken from the tab that has it.
        take_over: bool,
    },
    /// Let go of that.
    Unclaim,
    /// Find out which sessions other tabs play.
    LookAtOtherTabs,
    /// Find out which voices there are.
    ListVoices,
    /// Have the browser ask whether the page is to be put on the home screen.
    Install,
    /// Ask the host for a newer version of the page.
    LookForNewer,
    /// Have the newer version take over, and load the page again.
    TakeNewer,
    /// Change the address.
    GoTo(Route),
    /// Change the address in place of the present one, to which nobody wants to come back.
    GiveWay(Route),
    /// Let the address say this, without going anywhere: whoever comes back finds it.
    BearInAddress(Route),
    /// Show the page in these colours, and its figures with this skin.
    Paint(Theme, Skin),
    /// Offer everything that is kept as a file, with what could not be kept.
    Export {
        /// What could not be kept, by key.
        unkept: Vec<(String, String)>,
    },
    /// Find out what this device can do.
    Examine(Trial),
    /// Have the browser pass the address of this screen on; where it passes nothing on, copy the address.
    PassOn {
        /// What it is called.
        title: String,
        /// The screen.
        route: Route,
    },
    /// Copy this, to be pasted elsewhere.
    Copy(String),
}

/// What a write may write over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overwrite {
    /// Whatever is there: the key is this tab's own.
    Anything,
    /// Only this, or nothing; anything else is another tab's, and is put aside first.
    Known(Option<String>),
}

/// Something to be spoken.
#[derive(Debug, Clone, PartialEq)]
pub struct Utterance {
    /// To be named in reports about it.
    pub tag: Tag,
    /// The words.
    pub words: String,
    /// The language tag.
    pub language: String,
    /// The voice, or nothing for the engine's own choice.
    pub voice: Option<VoiceChoice>,
    /// How fast: 1 is usual.
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
    /// Has these words spoken by a voice, or by the engine's own choice, so fast and as loud as was set.
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
            // Whatever failed before is tried now.
            Want::Voices(VoiceNews::Trusted),
            Want::Test(vec![Effect::Hush, Effect::Speak(utterance)]),
        ]
    }
}

/// Whose utterance it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// The session's; the first number tells one session from another.
    Session(u32, UtteranceId),
    /// The test sentence of the settings.
    Test,
    /// The test sentence of the device check.
    DeviceCheck,
}
