//! Which screen an address means. Addresses are fragments, so that any host and any path will do.

use crate::library::BuiltIn;

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// "How is your back right now?"
    Question,
    /// A routine, about to be played.
    Proposal(BuiltIn),
    /// The session under way.
    Player,
    /// The session that is over.
    Ending,
    /// The settings.
    Settings,
    /// When to get help.
    Help,
    /// Every figure, for those who edit them.
    Figures,
    /// A fault on purpose: for whoever wants to see what a fault looks like.
    Fault,
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
            ("routine" | "play", Some(id), None) => {
                BuiltIn::of_id(id).map_or_else(|| Self::Unknown(bare.to_owned()), Self::Proposal)
            }
            ("end", None, _) => Self::Ending,
            ("settings", None, _) => Self::Settings,
            ("help", None, _) => Self::Help,
            ("figures", None, _) => Self::Figures,
            ("fault", None, _) => Self::Fault,
            _ => Self::Unknown(bare.to_owned()),
        }
    }

    /// The fragment that means this screen.
    pub fn fragment(&self) -> String {
        match self {
            Self::Question => "#/".to_owned(),
            Self::Proposal(routine) => format!("#/routine/{}", routine.id()),
            Self::Player => "#/play".to_owned(),
            Self::Ending => "#/end".to_owned(),
            Self::Settings => "#/settings".to_owned(),
            Self::Help => "#/help".to_owned(),
            Self::Figures => "#/figures".to_owned(),
            Self::Fault => "#/fault".to_owned(),
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
            Route::Proposal(BuiltIn::FourPostures),
            Route::Player,
            Route::Ending,
            Route::Settings,
            Route::Help,
            Route::Figures,
            Route::Fault,
            Route::Unknown("routine/unheard-of".to_owned()),
        ];
        for route in routes {
            assert_eq!(Route::of_fragment(&route.fragment()), route);
        }
        assert_eq!(Route::of_fragment(""), Route::Question);
        assert_eq!(
            Route::of_fragment("#/play/in-spasm"),
            Route::Proposal(BuiltIn::InSpasm)
        );
    }
}
