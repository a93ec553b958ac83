//! What surrounds every screen: its title, the way back, and the waiting notice. The contents of a screen come from its
//! feature.

use super::model::Model;
use crate::app::notice::Notice;
use crate::app::route::Route;
use crate::text::{Key, Locale, en};

/// The title of the page, for tabs and screen readers: the name of what is shown on the screen, or of the screen.
pub fn title(model: &Model) -> String {
    let context = &model.context;
    let screen = context.locale.word(context.route.name());
    en::title(shown(model).unwrap_or(screen))
}

/// The name of what is shown on the screen; `None` for screens that always show the same.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "most screens always show the same, and a new one should not have to say so"
)]
fn shown(model: &Model) -> Option<&str> {
    match model.context.route {
        Route::Today => first_proposal(model),
        Route::Routine(id) => crate::library::routine(id).map(|it| &*it.routine.title),
        Route::Own(id) => model.context.kept.own(id).map(|it| &*it.title),
        Route::Posture(id) => crate::library::posture(id).map(|it| it.name),
        Route::Player => posture_under_way(model),
        _ => None,
    }
}

fn first_proposal(model: &Model) -> Option<&str> {
    let proposals = model.today.proposed.as_ref()?.as_ref().ok()?;
    Some(&proposals.first()?.routine.title)
}

fn posture_under_way(model: &Model) -> Option<&str> {
    let (_, posture) = model.session.playing()?.session.place()?;
    Some(posture.name)
}

/// The destination of the way back, and its name: the session that waits, the screen above, or the question.
pub fn way_back(model: &Model) -> (Route, Key) {
    let route = &model.context.route;
    if route.is_beside_a_session() && model.session.playing().is_some() {
        return (Route::Player, Key::YourSession);
    }
    let above = route.above();
    let name = if above == Route::Question {
        Key::Today
    } else {
        above.name()
    };
    (above, name)
}

/// Whether something is under way that a newer version, or an invitation, would disturb.
pub fn busy(model: &Model) -> bool {
    let session = &model.session;
    session.playing().is_some() || session.over().is_some() || model.screening.asked.is_some()
}

/// What is shown of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeView {
    /// What it says.
    pub words: String,
    /// The screen to find out more, and its name.
    pub more: Option<(Route, Key)>,
}

/// The oldest notice that waits, if there is one.
pub fn notice(model: &Model) -> Option<NoticeView> {
    model.notices.first().map(|notice| NoticeView {
        words: notice_words(model.context.locale, notice),
        // The ending is not left for it: a session can be rated only there.
        more: more_of(notice)
            .filter(|(route, _)| *route != model.context.route && model.session.over().is_none()),
    })
}

/// Where to find out more about a notice: the device check, for what a device fails to do.
const fn more_of(notice: &Notice) -> Option<(Route, Key)> {
    match notice {
        Notice::NoVoice
        | Notice::OtherVoice
        | Notice::VoiceStalled
        | Notice::NoVoiceForLanguage
        | Notice::NoTones
        | Notice::ScreenMayDarken
        | Notice::MayFallSilent
        | Notice::BrowserThrew
        | Notice::StorageForbidden => Some((Route::DeviceCheck, Key::DeviceCheck)),
        // There everything can be saved as a file.
        Notice::StorageFull | Notice::StorageFailed => Some((Route::Settings, Key::Settings)),
        Notice::NoJournal
        | Notice::Translated
        | Notice::Quarantined { .. }
        | Notice::FromNewerVersion
        | Notice::OtherTabWrote
        | Notice::OtherTabPlays
        | Notice::GoesOnElsewhere
        | Notice::RoutineRefused(_)
        | Notice::AddressCopied
        | Notice::AddressNotCopied { .. }
        | Notice::NotSaved
        | Notice::FileNotRead => None,
    }
}

fn notice_words(locale: Locale, notice: &Notice) -> String {
    let key = match notice {
        Notice::Quarantined { kind, place } => return en::unreadable(kind.rules().name, place),
        Notice::RoutineRefused(error) => return en::refused(error),
        Notice::AddressNotCopied { address } => return en::address(address),
        Notice::AddressCopied => Key::AddressCopied,
        Notice::FileNotRead => Key::FileNotRead,
        Notice::NotSaved => Key::NoticeNotSaved,
        Notice::StorageForbidden => Key::NoticeStorageForbidden,
        Notice::StorageFull => Key::NoticeStorageFull,
        Notice::StorageFailed => Key::NoticeStorageFailed,
        Notice::NoJournal => Key::NoticeNoJournal,
        Notice::FromNewerVersion => Key::NoticeNewer,
        Notice::OtherTabWrote => Key::NoticeOtherWrote,
        Notice::OtherTabPlays => Key::NoticeOtherPlays,
        Notice::GoesOnElsewhere => Key::NoticeGoesOnElsewhere,
        Notice::NoVoice => Key::NoticeNoVoice,
        Notice::OtherVoice => Key::NoticeOtherVoice,
        Notice::VoiceStalled => Key::NoticeStalled,
        Notice::NoVoiceForLanguage => Key::NoticeNoLanguage,
        Notice::NoTones => Key::NoticeNoTones,
        Notice::ScreenMayDarken => Key::NoticeDarken,
        Notice::MayFallSilent => Key::NoticeFallSilent,
        Notice::Translated => Key::NoticeTranslated,
        Notice::BrowserThrew => Key::NoticeBrowserThrew,
    };
    locale.word(key).to_owned()
}
