//! Notices: what the user should know.

use crate::domain::routine::RoutineError;
use crate::store::RecordKind;

/// Something the user should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Nothing can be stored here.
    StorageForbidden,
    /// There is no room to store more.
    StorageFull,
    /// Storing failed.
    StorageFailed,
    /// The latest writes can't be kept a second time in the journal.
    NoJournal,
    /// A record could not be read, and was put aside.
    Quarantined {
        /// What kind of record it is.
        kind: RecordKind,
        /// Where in the record: field names separated by slashes; empty if it is the whole record.
        place: String,
    },
    /// Something written by a newer version could not be read.
    FromNewerVersion,
    /// Another tab changed the settings at the same moment.
    OtherTabWrote,
    /// Another tab is playing a session.
    OtherTabPlays,
    /// The session continues in another tab.
    GoesOnElsewhere,
    /// A routine cannot be played.
    RoutineRefused(RoutineError),
    /// The address to share was copied.
    AddressCopied,
    /// The address could neither be shared nor copied, so it is shown.
    AddressNotCopied {
        /// The address.
        address: String,
    },
    /// A file that was opened could not be read as text.
    FileNotRead,
    /// Everything was to be saved as a file, and the browser did not hand it out.
    NotSaved,
    /// There is no voice.
    NoVoice,
    /// The chosen voice did not answer, perhaps for want of a network; another one speaks.
    OtherVoice,
    /// The voice has stalled.
    VoiceStalled,
    /// There is no voice for this language.
    NoVoiceForLanguage,
    /// Tones can't be played.
    NoTones,
    /// The screen may go dark.
    ScreenMayDarken,
    /// The browser translates the page, which it can't do well while the page changes.
    Translated,
    /// Something failed in the browser, and the page goes on without it.
    BrowserThrew,
    /// With the screen locked, the session may fall silent.
    MayFallSilent,
}

impl Notice {
    /// Whether the problem lasts, and so is shown only once, however often it is detected.
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
            | Self::BrowserThrew
            | Self::MayFallSilent => true,
            Self::Quarantined { .. }
            | Self::OtherTabWrote
            | Self::OtherTabPlays
            | Self::GoesOnElsewhere
            | Self::RoutineRefused(_)
            | Self::AddressCopied
            | Self::AddressNotCopied { .. }
            | Self::FileNotRead
            | Self::NotSaved
            | Self::NoVoice
            | Self::OtherVoice
            | Self::VoiceStalled => false,
        }
    }
}
