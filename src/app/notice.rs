//! What the person should know.

use crate::domain::routine::RoutineError;
use crate::text::RecordKind;

/// Something the person should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Nothing can be kept here.
    StorageForbidden,
    /// There is no room to keep more.
    StorageFull,
    /// Keeping failed.
    StorageFailed,
    /// What is written last is not written down twice.
    NoJournal,
    /// Something could not be read, and was put aside.
    PutAside {
        /// What kind of thing it is.
        kind: RecordKind,
        /// Where in it, as its fields are called, with slashes between; nothing where it is all of it.
        place: String,
    },
    /// Something a newer version wrote could not be read.
    FromNewerVersion,
    /// Another tab changed the settings at the same moment.
    OtherTabWrote,
    /// Another tab plays a session.
    OtherTabPlays,
    /// The session goes on in another tab.
    GoesOnElsewhere,
    /// A routine cannot be played.
    RoutineRefused(RoutineError),
    /// The address of what was to be passed on is copied.
    AddressCopied,
    /// It could neither be passed on nor copied: here it is.
    AddressNotCopied {
        /// The address.
        address: String,
    },
    /// A file that was opened is no text.
    FileNotRead,
    /// There is no voice.
    NoVoice,
    /// The chosen voice did not answer, perhaps for want of a network; another speaks.
    OtherVoice,
    /// The voice stalls.
    VoiceStalled,
    /// There is no voice for this language.
    NoVoiceForLanguage,
    /// There are no tones.
    NoTones,
    /// The screen may go dark.
    ScreenMayDarken,
    /// The browser translates the page, which it cannot do well while it changes.
    Translated,
    /// With the screen locked, the session may fall silent.
    MayFallSilent,
}

impl Notice {
    /// Whether it tells of what lasts, and is told once, however often it is found out.
    pub(super) const fn lasts(&self) -> bool {
        match self {
            Self::StorageForbidden
            | Self::StorageFull
            | Self::StorageFailed
            | Self::NoJournal
            | Self::FromNewerVersion
            | Self::NoVoiceForLanguage
            | Self::NoTones
            | Self::ScreenMayDarken
            | Self::Translated
            | Self::MayFallSilent => true,
            Self::PutAside { .. }
            | Self::OtherTabWrote
            | Self::OtherTabPlays
            | Self::GoesOnElsewhere
            | Self::RoutineRefused(_)
            | Self::AddressCopied
            | Self::AddressNotCopied { .. }
            | Self::FileNotRead
            | Self::NoVoice
            | Self::OtherVoice
            | Self::VoiceStalled => false,
        }
    }
}
