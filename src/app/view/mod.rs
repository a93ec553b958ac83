//! What each screen shows: plain data, made from the model. `ui` draws it.

mod ending;
mod motion;
mod player;
mod proposal;
mod question;

pub use ending::{EndingView, ending};
pub use motion::{Course, Motion, Ring, Swing, Way, eased};
pub use player::{Choice, PlayerState, PlayerView, StepItem, player};
pub use proposal::{ProposalView, StepView, proposal};
pub use question::{GoOn, QuestionView, question};

use super::model::{Model, Notice};
use super::route::Route;
use crate::library::built_in;
use crate::text::{Key, Locale, en};

/// The name of the page, for tabs and screen readers.
pub fn title(model: &Model) -> String {
    let word = |key| model.locale.word(key);
    let screen = match model.route {
        Route::Question | Route::Unknown(_) | Route::Fault => word(Key::Question),
        Route::Proposal(routine) => return en::title(&built_in(routine).title),
        Route::Player => {
            let posture = model
                .playing
                .as_ref()
                .and_then(|playing| playing.session.place());
            posture.map_or(word(Key::Limber), |(_, posture)| posture.words.name)
        }
        Route::Ending => word(Key::NowHow),
        Route::Settings => word(Key::Settings),
        Route::Help => word(Key::GetHelp),
        Route::Figures => word(Key::Figures),
    };
    en::title(screen)
}

/// Where the way back leads, and what it is called: to the session that waits, or to the question.
pub fn way_back(model: &Model) -> (Route, Key) {
    let aside = matches!(model.route, Route::Settings | Route::Help);
    if aside && model.playing.is_some() {
        (Route::Player, Key::YourSession)
    } else {
        (Route::Question, Key::Today)
    }
}

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
        Notice::OtherVoice => Key::NoticeOtherVoice,
        Notice::VoiceStalled => Key::NoticeStalled,
        Notice::NoVoiceForLanguage => Key::NoticeNoLanguage,
        Notice::NoTones => Key::NoticeNoTones,
        Notice::ScreenMayDarken => Key::NoticeDarken,
    };
    locale.word(key).to_owned()
}
