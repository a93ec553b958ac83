//! Opening the page in a browser of its own.

use std::collections::BTreeSet;

use anyhow::Result;
use limber::domain::episode::{CheckIn, Day, Feeling};
use limber::domain::screening::{Scope, Screening};
use limber::domain::time::Moment;
use limber::store::{print_check_in, print_screening};
use serde_json::json;
use thirtyfour::WebDriver;

use crate::driver::DriverProcess;
use crate::profile::Profile;
use crate::{Page, Site, Sound};

/// The sizes at which every screen is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// 360 × 740.
    Phone,
    /// 740 × 360.
    PhoneOnItsSide,
    /// 1280 × 800.
    Desktop,
    /// 320 × 640: the narrowest.
    Narrow,
}

impl Size {
    /// Width and height in CSS pixels.
    #[must_use]
    pub fn pixels(self) -> (u32, u32) {
        match self {
            Self::Phone => (360, 740),
            Self::PhoneOnItsSide => (740, 360),
            Self::Desktop => (1280, 800),
            Self::Narrow => (320, 640),
        }
    }

    /// Whether it is a device that is touched.
    #[must_use]
    pub fn is_touched(self) -> bool {
        self != Self::Desktop
    }
}

/// The device's colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How the page is to be opened.
#[derive(Debug)]
pub struct Visit<'a> {
    site: &'a Site,
    size: Size,
    scheme: Scheme,
    wishes: Vec<(&'static str, &'static str)>,
    scripts: Vec<String>,
    fragment: String,
    profile: Option<Profile>,
    sound: Option<&'a Sound>,
    acquaintance: Acquaintance,
}

/// How well a visitor knows Limber.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Acquaintance {
    /// They were never here.
    Newcomer,
    /// They said yesterday that their back was sore, and answered the questions about warning signs.
    Known,
}

/// Keeps what a known visitor said a day ago, unless it is there or nothing can be kept.
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
    /// A visit on a phone, in light colours, with nobody listening, by somebody who knows Limber.
    #[must_use]
    pub fn to(site: &'a Site) -> Self {
        Self {
            site,
            size: Size::Phone,
            scheme: Scheme::Light,
            wishes: Vec::new(),
            scripts: Vec::new(),
            fragment: String::new(),
            profile: None,
            sound: None,
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

    /// On a screen of this size.
    #[must_use]
    pub fn size(self, size: Size) -> Self {
        Self { size, ..self }
    }

    /// In these colours.
    #[must_use]
    pub fn scheme(self, scheme: Scheme) -> Self {
        Self { scheme, ..self }
    }

    /// By somebody who has asked their device for less motion.
    #[must_use]
    pub fn reduced_motion(mut self) -> Self {
        self.wishes.push(("prefers-reduced-motion", "reduce"));
        self
    }

    /// By somebody who has asked their device for more contrast.
    #[must_use]
    pub fn more_contrast(mut self) -> Self {
        self.wishes.push(("prefers-contrast", "more"));
        self
    }

    /// On a device that forces its own few colours.
    #[must_use]
    pub fn forced_colours(mut self) -> Self {
        self.wishes.push(("forced-colors", "active"));
        self
    }

    /// With a script that runs before the page's own, on every load.
    #[must_use]
    pub fn before_load(mut self, script: impl Into<String>) -> Self {
        self.scripts.push(script.into());
        self
    }

    /// At this fragment, or at this path below the site's address.
    #[must_use]
    pub fn at(self, fragment: &str) -> Self {
        Self {
            fragment: fragment.to_owned(),
            ..self
        }
    }

    /// With this profile.
    #[must_use]
    pub fn profile(self, profile: &Profile) -> Self {
        Self {
            profile: Some(profile.clone()),
            ..self
        }
    }

    /// With a voice and ears.
    #[must_use]
    pub fn sound(self, sound: &'a Sound) -> Self {
        Self {
            sound: Some(sound),
            ..self
        }
    }

    /// Opens it.
    ///
    /// # Errors
    /// When no browser can be started.
    pub async fn open(mut self) -> Result<Page> {
        let profile = self.profile.take().map_or_else(Profile::new, Ok)?;
        let mut process = DriverProcess::start(self.sound, profile)?;
        let driver = process.connect().await?;
        self.prepare(&driver).await?;
        let page = Page::new(driver, process, self.site.address.clone());
        if self.acquaintance == Acquaintance::Known {
            page.before_load(&said_before()).await?;
        }
        for script in &self.scripts {
            page.before_load(script).await?;
        }
        page.go_to(&self.fragment).await?;
        Ok(page)
    }

    /// By the debugger, since a window cannot be made as narrow as a phone.
    async fn prepare(&self, driver: &WebDriver) -> Result<()> {
        let tools = driver.cdp();
        let ((width, height), touched) = (self.size.pixels(), self.size.is_touched());
        let metrics =
            json!({"width": width, "height": height, "deviceScaleFactor": 2, "mobile": touched});
        tools
            .send_raw("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        let touch = json!({"enabled": touched, "maxTouchPoints": 5});
        tools
            .send_raw("Emulation.setTouchEmulationEnabled", touch)
            .await?;
        let scheme = match self.scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        let mut wishes = self.wishes.clone();
        wishes.push(("prefers-color-scheme", scheme));
        let feature = |(name, value)| json!({"name": name, "value": value});
        let features: Vec<_> = wishes.into_iter().map(feature).collect();
        tools
            .send_raw("Emulation.setEmulatedMedia", json!({"features": features}))
            .await?;
        Ok(())
    }
}

/// The script that keeps what a known visitor said a day ago.
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
        signs: BTreeSet::new(),
        assessed: None,
    };
    SAID_BEFORE
        .replacen("CHECK_IN", &print_check_in(&check_in), 1)
        .replacen("SCREENING", &print_screening(&screening), 1)
}
