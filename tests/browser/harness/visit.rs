//! Opens the page in a browser.

use anyhow::Result;
use limber::domain::collections::Set;
use limber::domain::episode::{CheckIn, Day, Feeling};
use limber::domain::screening::{Scope, Screening};
use limber::domain::time::Moment;
use limber::store::{print_check_in, print_screening};

use crate::driver::{DriverProcess, Start};
use crate::looks::Looks;
use crate::profile::Profile;
use crate::{Engine, MediaKeys, Page, Scheme, Site, Size, Sound, before};

/// How to open the page.
#[derive(Debug)]
pub struct Visit<'a> {
    site: &'a Site,
    engine: Engine,
    looks: Looks,
    scripts: Vec<String>,
    fragment: String,
    profile: Option<Profile>,
    sound: Option<&'a Sound>,
    soundless: bool,
    keys: Option<&'a MediaKeys>,
    dozes: bool,
    whole: bool,
    acquaintance: Acquaintance,
}

/// Whether the visitor has used Limber before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Acquaintance {
    /// Was never here.
    Newcomer,
    /// Said yesterday that their back was sore, and answered the questions about warning signs.
    Known,
}

/// Stores what a known visitor said a day ago, unless it is there or nothing can be stored.
const SAID_BEFORE: &str = r"
try {
  if (!Object.keys(localStorage).some((key) => key.startsWith('limber/check-in/'))) {
    const at = Date.now() - 24 * 60 * 60 * 1000;
    const then = (record, at) => JSON.stringify({...record, data: {...record.data, at}});
    const checkIn = CHECK_IN;
    checkIn.data.day = Math.floor(at / (24 * 60 * 60 * 1000));
    localStorage.setItem(`limber/check-in/${at}-00000001`, then(checkIn, at));
    localStorage.setItem(`limber/screening/${at + 1}-00000001`, then(SCREENING, at + 1));
  }
} catch { /* The story is about a device that keeps nothing. */ }
";

impl<'a> Visit<'a> {
    /// A visit in Chromium on a phone, in light colours, without sound, by somebody who knows Limber.
    #[must_use]
    pub fn to(site: &'a Site) -> Self {
        Self {
            site,
            engine: Engine::Chromium,
            looks: Looks {
                size: Size::Phone,
                scheme: Scheme::Light,
                wishes: Vec::new(),
            },
            scripts: Vec::new(),
            fragment: String::new(),
            profile: None,
            sound: None,
            soundless: false,
            keys: None,
            dozes: false,
            whole: false,
            acquaintance: Acquaintance::Known,
        }
    }

    /// By somebody who was never here.
    #[must_use]
    pub fn newcomer(self) -> Self {
        Self {
            acquaintance: Acquaintance::Newcomer,
            ..self
        }
    }

    /// In this engine.
    #[must_use]
    pub fn engine(self, engine: Engine) -> Self {
        Self { engine, ..self }
    }

    /// On a screen of this size; engines other than Chromium come as close as their windows allow.
    #[must_use]
    pub fn size(mut self, size: Size) -> Self {
        self.looks.size = size;
        self
    }

    /// In this colour scheme.
    #[must_use]
    pub fn scheme(mut self, scheme: Scheme) -> Self {
        self.looks.scheme = scheme;
        self
    }

    /// With `prefers-reduced-motion`.
    #[must_use]
    pub fn reduced_motion(mut self) -> Self {
        self.looks.wishes.push(("prefers-reduced-motion", "reduce"));
        self
    }

    /// With `prefers-contrast: more`. Chromium only.
    #[must_use]
    pub fn more_contrast(mut self) -> Self {
        self.looks.wishes.push(("prefers-contrast", "more"));
        self
    }

    /// With forced colours. Chromium only.
    #[must_use]
    pub fn forced_colours(mut self) -> Self {
        self.looks.wishes.push(("forced-colors", "active"));
        self
    }

    /// With a script that runs before the page's own, on every load.
    #[must_use]
    pub fn before_load(mut self, script: impl Into<String>) -> Self {
        self.scripts.push(script.into());
        self
    }

    /// At this fragment, or this path below the site's address.
    #[must_use]
    pub fn at(self, fragment: &str) -> Self {
        Self {
            fragment: fragment.to_owned(),
            ..self
        }
    }

    /// With this profile, in a browser that no other story uses.
    #[must_use]
    pub fn profile(self, profile: &Profile) -> Self {
        Self {
            profile: Some(profile.clone()),
            ..self
        }
    }

    /// With a voice, and sound that can be recorded.
    #[must_use]
    pub fn sound(self, sound: &'a Sound) -> Self {
        Self {
            sound: Some(sound),
            ..self
        }
    }

    /// On a machine without any sound system.
    #[must_use]
    pub fn nothing_to_sound_on(self) -> Self {
        Self {
            soundless: true,
            ..self
        }
    }

    /// With the desktop's media keys.
    #[must_use]
    pub fn media_keys(self, keys: &'a MediaKeys) -> Self {
        Self {
            keys: Some(keys),
            ..self
        }
    }

    /// In a browser which throttles hidden pages, as every browser does unless it is driven.
    #[must_use]
    pub fn dozes_when_hidden(self) -> Self {
        Self {
            dozes: true,
            ..self
        }
    }

    /// In a whole browser, not only its engine: one that offers to install the page, and freezes it when it is left.
    #[must_use]
    pub fn whole_browser(self) -> Self {
        Self {
            whole: true,
            ..self
        }
    }

    /// Whether nothing is asked of the browser that a browser of other stories does not have.
    fn shares(&self) -> bool {
        self.engine == Engine::Chromium
            && self.profile.is_none()
            && self.sound.is_none()
            && self.keys.is_none()
            && !(self.soundless || self.dozes || self.whole)
    }

    /// Opens the page.
    ///
    /// # Errors
    /// When no browser can be started.
    pub async fn open(mut self) -> Result<Page> {
        let shares = self.shares();
        let profile = self.profile.take().map_or_else(Profile::new, Ok)?;
        let mut process = DriverProcess::start(Start {
            engine: self.engine,
            looks: self.looks.clone(),
            profile,
            shares,
            sound: self.sound.map(Sound::environment),
            soundless: self.soundless,
            keys: self.keys.map(MediaKeys::environment),
            dozes: self.dozes,
        })?;
        let driver = process.connect().await?;
        let mut scripts = std::mem::take(&mut self.scripts);
        if self.acquaintance == Acquaintance::Known {
            scripts.insert(0, said_before());
        }
        before::load(&driver, self.engine, self.site, &scripts).await?;
        let page = Page::new(driver, process, self.site.address.clone());
        page.go_to(&self.fragment).await?;
        Ok(page)
    }
}

/// The script which stores what a known visitor said a day ago.
fn said_before() -> String {
    let at = Moment::from_millis(0);
    let check_in = CheckIn {
        at,
        day: Day(0),
        feeling: Feeling::Sore,
    };
    let screening = Screening {
        at,
        scope: Scope::Everything,
        signs: Set::new(),
        assessed: None,
    };
    SAID_BEFORE
        .replacen("CHECK_IN", &print_check_in(&check_in), 1)
        .replacen("SCREENING", &print_screening(&screening), 1)
}
