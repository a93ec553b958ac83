//! Which screen an address means. Addresses are fragments, so that any host and any path will do.

use crate::domain::episode::Feeling;
use crate::library;

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// "How is your back right now?"
    Question,
    /// What to do today, after the check-in.
    Today,
    /// The questions about warning signs, and what came of them.
    Screening,
    /// A routine of the library, by its id.
    Routine(&'static str),
    /// A posture of the library, by its id.
    Posture(&'static str),
    /// All postures and routines.
    Library,
    /// What the person said of their body.
    Body,
    /// What is known of bodies, how surely, and from where.
    Evidence,
    /// The session under way.
    Player,
    /// The session that is over.
    Ending,
    /// The settings.
    Settings,
    /// When to get help.
    Help,
    /// What works on this device.
    Doctor,
    /// Every figure, for those who edit them.
    Figures,
    /// A fault on purpose: for whoever wants to see what a fault looks like.
    Fault,
    /// A check-in with this answer: what a shortcut on the home screen leads to.
    CheckIn(Feeling),
    /// The routine of the latest session, likewise.
    Latest,
    /// An address that means nothing.
    Unknown(String),
}

impl Route {
    /// The screen that a fragment means; it may begin with `#`.
    pub fn of_fragment(fragment: &str) -> Self {
        let bare = fragment.trim_start_matches('#').trim_matches('/');
        let mut parts = bare.split('/');
        match (parts.next().unwrap_or(""), parts.next(), parts.next()) {
            ("", None, _) => Self::Question,
            ("play", None, _) => Self::Player,
            ("routine" | "play", Some(id), None) => library::routine(id).map_or_else(
                || Self::Unknown(bare.to_owned()),
                |built_in| Self::Routine(&built_in.routine.id),
            ),
            ("posture", Some(id), None) => library::posture(id).map_or_else(
                || Self::Unknown(bare.to_owned()),
                |posture| Self::Posture(posture.id),
            ),
            ("today", None, _) => Self::Today,
            ("check", None, _) => Self::Screening,
            ("library", None, _) => Self::Library,
            ("body", None, _) => Self::Body,
            ("evidence", None, _) => Self::Evidence,
            ("end", None, _) => Self::Ending,
            ("settings", None, _) => Self::Settings,
            ("help", None, _) => Self::Help,
            ("doctor", None, _) => Self::Doctor,
            ("figures", None, _) => Self::Figures,
            ("fault", None, _) => Self::Fault,
            ("latest", None, _) => Self::Latest,
            ("now", Some(id), None) => {
                Feeling::with_id(id).map_or_else(|| Self::Unknown(bare.to_owned()), Self::CheckIn)
            }
            _ => Self::Unknown(bare.to_owned()),
        }
    }

    /// The fragment that means this screen.
    pub fn fragment(&self) -> String {
        match self {
            Self::Question => "#/".to_owned(),
            Self::Today => "#/today".to_owned(),
            Self::Screening => "#/check".to_owned(),
            Self::Routine(id) => format!("#/routine/{id}"),
            Self::Posture(id) => format!("#/posture/{id}"),
            Self::Library => "#/library".to_owned(),
            Self::Body => "#/body".to_owned(),
            Self::Evidence => "#/evidence".to_owned(),
            Self::Player => "#/play".to_owned(),
            Self::Ending => "#/end".to_owned(),
            Self::Settings => "#/settings".to_owned(),
            Self::Help => "#/help".to_owned(),
            Self::Doctor => "#/doctor".to_owned(),
            Self::Figures => "#/figures".to_owned(),
            Self::Fault => "#/fault".to_owned(),
            Self::CheckIn(feeling) => format!("#/now/{}", feeling.id()),
            Self::Latest => "#/latest".to_owned(),
            Self::Unknown(address) => format!("#/{address}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_is_found_again_by_its_address() {
        let routes = [
            Route::Question,
            Route::Routine("four-postures"),
            Route::Player,
            Route::Ending,
            Route::Settings,
            Route::Help,
            Route::Figures,
            Route::Fault,
            Route::CheckIn(Feeling::Spasm),
            Route::Latest,
            Route::Unknown("now/dancing".to_owned()),
            Route::Unknown("routine/unheard-of".to_owned()),
        ];
        for route in routes {
            assert_eq!(Route::of_fragment(&route.fragment()), route);
        }
        assert_eq!(Route::of_fragment(""), Route::Question);
        assert_eq!(
            Route::of_fragment("#/play/in-spasm"),
            Route::Routine("in-spasm")
        );
    }
}
