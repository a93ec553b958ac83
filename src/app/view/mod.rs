//! What each screen shows: plain data, made from the model. `ui` draws it.

mod doctor;
mod ending;
mod faults;
mod finding;
mod library;
mod motion;
mod outside;
mod player;
mod posture;
mod question;
mod routine;
mod screening;
mod taking_in;
mod today;

pub use doctor::{DoctorView, PartView, doctor, part, report};
pub use ending::{EndingView, ending};
pub use faults::{fault, remark};
pub use library::{Filter, Have, LibraryView, PostureCard, RoutineCard, library};
pub use motion::{Course, Motion, Ring, Swing, Way, eased};
pub use outside::now_playing;
pub use player::{Choice, PlayerState, PlayerView, StepItem, player};
pub use posture::{PostureView, WayView, posture};
pub use question::{ANSWERS, Answer, GoOn, QuestionView, WatchView, installing, question};
pub use routine::{ChangeView, RoutineView, StepView, density, routine};
pub use screening::{ScreeningView, screening};
pub use taking_in::{TakingIn, taking_in};
pub use today::{ProposalView, TodayView, today};

use super::model::{Model, Newer};
use super::notice::Notice;
use super::route::Route;
use crate::library::reading::Strength;
use crate::text::{Key, Locale, en};

/// The name of the page, for tabs and screen readers.
pub fn title(model: &Model) -> String {
    let word = |key| model.locale.word(key);
    let screen = match model.route {
        Route::Question | Route::CheckIn(_) | Route::Latest | Route::Unknown(_) | Route::Fault => {
            word(Key::Question)
        }
        Route::Today => {
            let proposals = model.proposed.as_ref().and_then(|it| it.as_ref().ok());
            match proposals.and_then(|proposals| proposals.first()) {
                Some(proposal) => return en::title(&proposal.routine.title),
                None => word(Key::Today),
            }
        }
        Route::Routine(id) => crate::library::routine(id)
            .map_or(word(Key::Library), |built_in| &built_in.routine.title),
        Route::Own(id) => model
            .own
            .get(&id)
            .map_or(word(Key::Library), |routine| &routine.title),
        Route::TakeIn(_) => word(Key::TakeIn),
        Route::Posture(id) => {
            crate::library::posture(id).map_or(word(Key::Library), |posture| posture.name)
        }
        Route::Library => word(Key::Library),
        Route::Screening => word(Key::BeforeYouBegin),
        Route::Body => word(Key::MyBody),
        Route::Evidence => word(Key::Evidence),
        Route::Player => {
            let posture = model
                .playing
                .as_ref()
                .and_then(|playing| playing.session.place());
            posture.map_or(word(Key::Limber), |(_, posture)| posture.name)
        }
        Route::Ending => word(Key::NowHow),
        Route::Settings => word(Key::Settings),
        Route::Help => word(Key::GetHelp),
        Route::Doctor => word(Key::Doctor),
        Route::Figures => word(Key::Figures),
    };
    en::title(screen)
}

/// Where the way back leads, and what it is called: to the session that waits, or to the question.
pub fn way_back(model: &Model) -> (Route, Key) {
    let aside = matches!(
        model.route,
        Route::Settings | Route::Help | Route::Body | Route::Doctor
    );
    if aside && model.playing.is_some() {
        (Route::Player, Key::YourSession)
    } else if model.route == Route::Doctor {
        (Route::Settings, Key::Settings)
    } else if matches!(
        model.route,
        Route::Posture(_) | Route::Routine(_) | Route::Own(_) | Route::TakeIn(_)
    ) {
        (Route::Library, Key::Library)
    } else {
        (Route::Question, Key::Today)
    }
}

/// How sure a claim is, in words.
pub const fn strength(strength: Strength) -> &'static str {
    en::word(match strength {
        Strength::Strong => Key::StrengthStrong,
        Strength::Some => Key::StrengthSome,
        Strength::Weak => Key::StrengthWeak,
        Strength::Custom => Key::StrengthCustom,
        Strength::Choice => Key::StrengthChoice,
    })
}

/// What is to be said of a newer version on the first screen, if there is one and nothing is under way that it could
/// disturb.
pub fn newer(model: &Model) -> Option<Newer> {
    let busy = model.playing.is_some() || model.asked.is_some() || model.over.is_some();
    let here = model.route == Route::Question && !busy;
    model
        .version
        .newer
        .filter(|newer| here && *newer != Newer::Declined)
}

/// A notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeView {
    /// What it says.
    pub words: String,
    /// Where more can be found out about it, and what that place is called.
    pub more: Option<(Route, Key)>,
}

/// The notice that waits longest, if one waits.
pub fn notice(model: &Model) -> Option<NoticeView> {
    model.notices.first().map(|notice| NoticeView {
        words: notice_words(model.locale, notice),
        more: more_of(notice).filter(|(route, _)| *route != model.route),
    })
}

/// What a device fails to do can be looked into.
const fn more_of(notice: &Notice) -> Option<(Route, Key)> {
    match notice {
        Notice::NoVoice
        | Notice::OtherVoice
        | Notice::VoiceStalled
        | Notice::NoVoiceForLanguage
        | Notice::NoTones
        | Notice::ScreenMayDarken
        | Notice::MayFallSilent
        | Notice::StorageForbidden => Some((Route::Doctor, Key::Doctor)),
        Notice::StorageFull
        | Notice::StorageFailed
        | Notice::PutAside { .. }
        | Notice::FromNewerVersion
        | Notice::OtherTabWrote
        | Notice::OtherTabPlays
        | Notice::RoutineRefused { .. }
        | Notice::AddressCopied
        | Notice::AddressNotCopied { .. }
        | Notice::FileNotRead => None,
    }
}

fn notice_words(locale: Locale, notice: &Notice) -> String {
    let key = match notice {
        Notice::PutAside { why } => return en::unreadable(why),
        Notice::RoutineRefused { why } => return en::refused(why),
        Notice::AddressNotCopied { address } => return en::address(address),
        Notice::AddressCopied => Key::AddressCopied,
        Notice::FileNotRead => Key::FileNotRead,
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
        Notice::MayFallSilent => Key::NoticeFallSilent,
    };
    locale.word(key).to_owned()
}
