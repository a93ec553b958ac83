//! The model: everything the application knows.

use crate::app::context::Context;
use crate::app::notice::Notice;
use crate::app::route::Route;
use crate::app::{device, own, screening, session, today};
use crate::domain::time::Wait;
use crate::text::Locale;

/// The state of the application: what every feature may read, and the state of each feature that has any.
#[derive(Debug, Clone)]
pub struct Model {
    /// What every feature may read.
    pub context: Context,
    /// The session.
    pub session: session::State,
    /// The plan for today.
    pub today: today::State,
    /// The questions about warning signs.
    pub screening: screening::State,
    /// The user's own routines.
    pub own: own::State,
    /// What is known about the device and the page on it.
    pub device: device::State,
    /// The notices still to be read, oldest first.
    pub notices: Vec<Notice>,
    /// Whether a test of the voice or of the tones may still be heard.
    pub(super) testing: bool,
    /// What they were told of that lasts, and until when it is not told again.
    pub(super) told: Vec<(Notice, Wait)>,
}

impl Model {
    /// Creates a model that knows nothing yet.
    pub fn new(locale: Locale, route: Route) -> Self {
        Self {
            context: Context::new(locale, route),
            session: session::State::default(),
            today: today::State::default(),
            screening: screening::State::default(),
            own: own::State::default(),
            device: device::State::default(),
            notices: Vec::new(),
            testing: false,
            told: Vec::new(),
        }
    }
}
