//! What each screen shows: plain data, made from the model. `ui` draws it.

mod ending;
mod player;
mod proposal;
mod question;

pub use ending::{EndingView, ending};
pub use player::{Choice, PlayerState, PlayerView, Ring, StepItem, player};
pub use proposal::{ProposalView, StepView, proposal};
pub use question::{GoOn, QuestionView, question};

use super::model::{Model, Notice};
use crate::text::{Key, Locale, en};

/// The words of the notice that waits longest, if one waits.
pub fn notice(model: &Model) -> Option<String> {
    model
        .notices
        .first()
        .map(|notice| notice_words(model.locale, notice))
}

fn notice_words(locale: Locale, notice: &Notice) -> String {
    let key = match notice {
        Notice::PutAside { why } => return en::unreadable(why),
        Notice::RoutineRefused { why } => return en::refused(why),
        Notice::StorageForbidden => Key::NoticeStorageForbidden,
        Notice::StorageFull => Key::NoticeStorageFull,
        Notice::StorageFailed => Key::NoticeStorageFailed,
        Notice::FromNewerVersion => Key::NoticeNewer,
        Notice::OtherTabWrote => Key::NoticeOtherWrote,
        Notice::OtherTabPlays => Key::NoticeOtherPlays,
        Notice::NoVoice => Key::NoticeNoVoice,
        Notice::VoiceStalled => Key::NoticeStalled,
        Notice::NoVoiceForLanguage => Key::NoticeNoLanguage,
        Notice::NoTones => Key::NoticeNoTones,
        Notice::ScreenMayDarken => Key::NoticeDarken,
    };
    locale.word(key).to_owned()
}
