//! Which screen an address leads to. Addresses are fragments, so any host and any path will do.

use crate::domain::episode::Feeling;
use crate::domain::own::OwnId;
use crate::format::link;
use crate::library;
use crate::text::Key;

/// The screens that the foot of the settings leads to.
pub const BELOW_SETTINGS: [Route; 2] = [Route::DeviceCheck, Route::Figures];

/// The first part of an import address.
const TAKE_IN: &str = "take-in";

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
    /// One of the user's own routines.
    Own(OwnId),
    /// A shared text, to be looked at before it is stored. It may turn out not to be a routine.
    TakeIn(String),
    /// A posture of the library, by its id.
    Posture(&'static str),
    /// All postures and routines.
    Library,
    /// What the user said about their body.
    Body,
    /// What is known about bodies, how surely, and from which source.
    Evidence,
    /// The session under way.
    Player,
    /// The session that is over.
    Ending,
    /// The settings.
    Settings,
    /// When to get help.
    Help,
    /// The device check: what works on this device.
    DeviceCheck,
    /// Every figure, for those who edit them.
    Figures,
    /// A deliberate fault, to see what a fault looks like.
    Fault,
    /// A check-in with this answer, the target of a shortcut on the home screen.
    CheckIn(Feeling),
    /// The routine of the latest session, the target of another shortcut.
    Latest,
    /// An address that leads nowhere.
    Unknown(String),
}

impl Route {
    /// Returns the screen for a fragment, which may begin with `#`.
    pub fn of_fragment(fragment: &str) -> Self {
        let bare = fragment.trim_start_matches('#').trim_matches('/');
        if let (TAKE_IN, text) = bare.split_once('/').unwrap_or((bare, "")) {
            return Self::TakeIn(link::unescape(text));
        }
        let unknown = || Self::Unknown(bare.to_owned());
        let mut parts = bare.split('/');
        match (parts.next().unwrap_or(""), parts.next(), parts.next()) {
            ("", None, _) => Self::Question,
            ("play", None, _) => Self::Player,
            ("routine" | "play", Some(id), None) => Self::routine(id).unwrap_or_else(unknown),
            ("posture", Some(id), None) => {
                library::posture(id).map_or_else(unknown, |posture| Self::Posture(posture.id))
            }
            ("today", None, _) => Self::Today,
            ("check", None, _) => Self::Screening,
            ("library", None, _) => Self::Library,
            ("body", None, _) => Self::Body,
            ("evidence", None, _) => Self::Evidence,
            ("end", None, _) => Self::Ending,
            ("settings", None, _) => Self::Settings,
            ("help", None, _) => Self::Help,
            ("device-check" | "doctor", None, _) => Self::DeviceCheck,
            ("figures", None, _) => Self::Figures,
            ("fault", None, _) => Self::Fault,
            ("latest", None, _) => Self::Latest,
            ("now", Some(id), None) => Feeling::with_id(id).map_or_else(unknown, Self::CheckIn),
            _ => unknown(),
        }
    }

    /// The name of the screen, whatever is shown on it.
    pub const fn name(&self) -> Key {
        match self {
            Self::Question | Self::CheckIn(_) | Self::Latest | Self::Unknown(_) | Self::Fault => {
                Key::Question
            }
            Self::Today => Key::Today,
            Self::Routine(_) | Self::Own(_) | Self::Posture(_) | Self::Library => Key::Library,
            Self::TakeIn(_) => Key::TakeIn,
            Self::Screening => Key::BeforeYouBegin,
            Self::Body => Key::MyBody,
            Self::Evidence => Key::Evidence,
            Self::Player => Key::Limber,
            Self::Ending => Key::NowHow,
            Self::Settings => Key::Settings,
            Self::Help => Key::GetHelp,
            Self::DeviceCheck => Key::DeviceCheck,
            Self::Figures => Key::Figures,
        }
    }

    /// The screen above this one, to which its way back leads.
    #[must_use]
    pub const fn above(&self) -> Self {
        match self {
            Self::DeviceCheck | Self::Figures => Self::Settings,
            Self::Posture(_) | Self::Routine(_) | Self::Own(_) | Self::TakeIn(_) => Self::Library,
            Self::Question
            | Self::Today
            | Self::Screening
            | Self::Library
            | Self::Body
            | Self::Evidence
            | Self::Player
            | Self::Ending
            | Self::Settings
            | Self::Help
            | Self::Fault
            | Self::CheckIn(_)
            | Self::Latest
            | Self::Unknown(_) => Self::Question,
        }
    }

    /// Whether this is looked at in the midst of a session, to which the way back leads then.
    pub const fn is_beside_a_session(&self) -> bool {
        matches!(
            self,
            Self::Settings | Self::Help | Self::Body | Self::DeviceCheck
        )
    }

    /// Whether this is the first screen, or gives way to it.
    pub const fn is_first_screen(&self) -> bool {
        matches!(
            self,
            Self::Question | Self::CheckIn(_) | Self::Latest | Self::Unknown(_)
        )
    }

    /// The screen of the routine with this id: one from the library, or one of the user's own, which may be gone.
    pub fn routine(id: &str) -> Option<Self> {
        let built_in = library::routine(id).map(|it| Self::Routine(&it.routine.id));
        built_in.or_else(|| OwnId::named(id).map(Self::Own))
    }

    /// The fragment that leads to this screen.
    pub fn fragment(&self) -> String {
        match self {
            Self::Question => "#/".to_owned(),
            Self::Today => "#/today".to_owned(),
            Self::Screening => "#/check".to_owned(),
            Self::Routine(id) => format!("#/routine/{id}"),
            Self::Own(id) => format!("#/routine/{id}"),
            Self::TakeIn(text) if text.is_empty() => format!("#/{TAKE_IN}"),
            Self::TakeIn(text) => format!("#/{TAKE_IN}/{}", link::escape(text)),
            Self::Posture(id) => format!("#/posture/{id}"),
            Self::Library => "#/library".to_owned(),
            Self::Body => "#/body".to_owned(),
            Self::Evidence => "#/evidence".to_owned(),
            Self::Player => "#/play".to_owned(),
            Self::Ending => "#/end".to_owned(),
            Self::Settings => "#/settings".to_owned(),
            Self::Help => "#/help".to_owned(),
            Self::DeviceCheck => "#/device-check".to_owned(),
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

    /// A route of the next kind, until there are none. The compiler asks for each new variant's place here.
    fn next(route: &Route) -> Option<Route> {
        Some(match route {
            Route::Question => Route::Today,
            Route::Today => Route::Screening,
            Route::Screening => Route::Routine("four-postures"),
            Route::Routine(_) => Route::Own(OwnId::of("mine")),
            Route::Own(_) => Route::TakeIn(String::new()),
            Route::TakeIn(_) => Route::Posture("pigeon"),
            Route::Posture(_) => Route::Library,
            Route::Library => Route::Body,
            Route::Body => Route::Evidence,
            Route::Evidence => Route::Player,
            Route::Player => Route::Ending,
            Route::Ending => Route::Settings,
            Route::Settings => Route::Help,
            Route::Help => Route::DeviceCheck,
            Route::DeviceCheck => Route::Figures,
            Route::Figures => Route::Fault,
            Route::Fault => Route::CheckIn(Feeling::Spasm),
            Route::CheckIn(_) => Route::Latest,
            Route::Latest => Route::Unknown("now/dancing".to_owned()),
            Route::Unknown(_) => return None,
        })
    }

    #[test]
    fn every_screen_is_found_again_by_its_address() {
        let of_each_kind = std::iter::successors(Some(Route::Question), next);
        let routes = of_each_kind.chain([
            Route::TakeIn("routine: Über / unter?\npigeon: hold 60 s".to_owned()),
            Route::TakeIn("https://example.org/ is no routine".to_owned()),
            Route::Unknown("routine/unheard-of".to_owned()),
            Route::Unknown("take-inside".to_owned()),
        ]);
        for route in routes {
            assert_eq!(Route::of_fragment(&route.fragment()), route);
        }
        assert_eq!(Route::of_fragment(""), Route::Question);
        assert_eq!(
            Route::of_fragment("#/play/in-spasm"),
            Route::Routine("in-spasm")
        );
        // The device check once had another address, which people may have saved.
        assert_eq!(Route::of_fragment("#/doctor"), Route::DeviceCheck);
    }
}
