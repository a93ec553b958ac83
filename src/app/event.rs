//! What happened.

use std::time::Duration;

use super::checkup::CheckupEvent;
use super::effect::Tag;
use super::route::Route;
use crate::device::{
    AudioError, ClipboardError, FileError, Installing, MediaKey, SpeechError, StorageError, Voice,
    WakeLockError, WorkerError,
};
use crate::domain::body::{AgeGroup, Caution};
use crate::domain::cue::Density;
use crate::domain::episode::Feeling;
use crate::domain::looks::{Build, Skin};
use crate::domain::own::OwnId;
use crate::domain::pain::Pain;
use crate::domain::person::EmergencyNumber;
use crate::domain::place::{Place, Thing};
use crate::domain::plan::Settling;
use crate::domain::posture::Side;
use crate::domain::screening::Sign;
use crate::domain::session::Command;
use crate::domain::settings::{Mixing, Reader, Theme, VoiceChoice};

/// Something that happened: to the page, on the device, or by the person's hand.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The page opened, and this was kept on the device; or nothing can be kept.
    Opened {
        /// What was kept, by key; only what [`super::needed`] asked for.
        kept: Result<Vec<(String, String)>, StorageError>,
        /// All keys there are.
        keys: Vec<String>,
        /// A number that no other tab has.
        tab: u32,
        /// How many minutes the person's clock is ahead of universal time.
        east: i32,
    },
    /// These sessions are being played in other tabs, by their keys.
    OtherTabsLooked(Vec<String>),
    /// The address changed.
    AddressChanged(Route),
    /// The person said how strong the pain is before the session; again takes it back.
    PainBeforeRated(Pain),
    /// The person said how their back is.
    CheckedIn(Feeling),
    /// The person ticked a warning sign, or took it back.
    SignTicked(Sign, bool),
    /// The person is done with a sheet of warning signs: none of them, or those that are ticked.
    SheetAnswered,
    /// The person has read what to do about what they ticked, and goes on.
    AdviceRead,
    /// The person states that someone has examined them.
    AssessedPressed,
    /// The person wants to be asked about the warning signs again.
    AskAgainPressed,
    /// The person said something of themselves.
    Told(Telling),
    /// The person wants this to begin.
    StartPressed(Start),
    /// The person asked something of the session.
    Commanded(Command),
    /// Go on with the session that was interrupted.
    ContinuePressed(Command),
    /// Leave the session that was interrupted as it is.
    LetGoPressed,
    /// Time has passed.
    TimePassed,
    /// An utterance has begun.
    UtteranceStarted(Tag),
    /// An utterance has ended, after so long.
    UtteranceEnded(Tag, Duration),
    /// An utterance was not spoken.
    UtteranceFailed(Tag, SpeechError),
    /// The device's voices are known, or are none.
    VoicesListed(Vec<Voice>),
    /// Tones cannot be made.
    AudioFailed(AudioError),
    /// The screen may go dark.
    WakeLockFailed(WakeLockError),
    /// Whether the page can be put on the home screen is known.
    InstallingKnown(Installing),
    /// The person wants it there.
    InstallPressed,
    /// The person does not want to be invited to that.
    InstallDeclined,
    /// A newer version of Limber is on the device, and waits.
    NewerWaits,
    /// The person wants it.
    NewerWanted,
    /// It does not take over, because a session is under way in another tab.
    NewerHeldBack,
    /// The person wants to go on with this version for now.
    NewerDeclined,
    /// The page is not kept on the device.
    WorkerFailed(WorkerError),
    /// A call or another app took the sound.
    SoundInterrupted,
    /// The browser does not let the page sound on behind a locked screen.
    BackgroundSoundRefused,
    /// A key of a headset, a keyboard or the lock screen was pressed.
    MediaKeyPressed(MediaKey),
    /// The one button that leads a session was pressed: a page-turner's, perhaps.
    OneButtonPressed(OneButton),
    /// Something could not be kept.
    KeepFailed {
        /// Under which key.
        key: String,
        /// What.
        text: String,
        /// Why.
        error: StorageError,
    },
    /// Another tab had written the same key in between; what it wrote was put aside.
    PutAside,
    /// Another tab wrote or removed this.
    KeptElsewhere {
        /// Under which key.
        key: String,
        /// What, or nothing when it was removed.
        text: Option<String>,
    },
    /// The page is about to be hidden, closed or reloaded.
    PageHidden,
    /// The page is seen again.
    PageShown,
    /// The person said how strong the pain is after the session; again takes it back.
    PainAfterRated(Pain),
    /// The person wrote a line to remember.
    NoteWritten(String),
    /// The person is done with the ending.
    KeepPressed,
    /// Something was set.
    Set(SettingChange),
    /// The person wants to hear the voice.
    TestVoicePressed,
    /// The person wants to hear the tones.
    TestTonesPressed,
    /// The person has read a notice.
    NoticeRead,
    /// The person wants everything that is kept as a file.
    ExportPressed,
    /// Something happened to a routine of one's own, or one that is to become that.
    Own(OwnEvent),
    /// The person wants to pass this routine on.
    PassOnPressed(Start),
    /// The address of what was to be passed on was copied, since the browser passes nothing on; or it was not.
    AddressCopied {
        /// The address.
        address: String,
        /// Whether it was copied.
        copied: Result<(), ClipboardError>,
    },
    /// Something happened at "What works on this device".
    Checkup(CheckupEvent),
}

/// What is to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// One of the routines proposed for today, from 0.
    Proposed(usize),
    /// A routine of the library, by its id.
    Routine(&'static str),
    /// A routine of one's own.
    Own(OwnId),
    /// One posture alone, by its id.
    Posture(&'static str),
}

/// What happens to routines of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnEvent {
    /// A file was opened with Limber, and this stands in it; or it is no text.
    Opened(Result<String, FileError>),
    /// The person wrote this, and looks elsewhere now: for the name of a posture, perhaps.
    Written(String),
    /// The person wants to keep the routine of this text.
    KeepPressed(String),
    /// The person does not want this one any more.
    RemovePressed(OwnId),
    /// The person wants the one back that was removed last.
    PutBackPressed,
}

/// What a button can mean that is all one has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OneButton {
    /// On: into the hold, out of the pause, to what comes next.
    On,
    /// On where something waits; where a hold is under way, a pause.
    OnOrPause,
}

/// Something that the person said of themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Telling {
    /// Whether this asks for care.
    Caution(Caution, bool),
    /// The age.
    Age(Option<AgeGroup>),
    /// Whether this posture is to be left out.
    LeftOut(&'static str, bool),
    /// How much time there is.
    Time(Option<Duration>),
    /// Where they are.
    Place(Place),
    /// Whether this is at hand.
    Thing(Thing, bool),
    /// The number that calls an ambulance.
    Emergency(Option<EmergencyNumber>),
}

/// Something that was set.
#[derive(Debug, Clone, PartialEq)]
pub enum SettingChange {
    /// How much is said.
    Density(Density),
    /// Whether teaching fades.
    FadeTeaching(bool),
    /// How fast the voice speaks.
    Rate(f64),
    /// How loud the voice is.
    VoiceVolume(f64),
    /// How loud the tones are.
    ToneVolume(f64),
    /// Whether the device vibrates.
    Vibration(bool),
    /// How much time there is to get into position.
    Settling(Settling),
    /// The stiffer side.
    StifferSide(Option<Side>),
    /// The voice.
    Voice(Option<VoiceChoice>),
    /// How Limber sounds beside other apps.
    Mixing(Mixing),
    /// Who says the words.
    Reader(Reader),
    /// The colours.
    Theme(Theme),
    /// How the drawn figures are built.
    Build(Build),
    /// The skin of the drawn figures.
    Skin(Skin),
}
