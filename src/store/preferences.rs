//! How the person wants a session to go, as part of the settings and of every session under way.

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::Unreadable;
use super::fields::{Fields, Read, bounded};
use super::names::Named;
use crate::domain::cue::Density;
use crate::domain::plan::{Preferences, QUICKEST, SLOWEST, SettlingTime};
use crate::domain::posture::Side;

#[derive(Debug, Serialize)]
struct PreferencesRecord {
    density: String,
    fade_teaching: bool,
    rate: f64,
    /// How long the voice takes, as a multiple of its estimate.
    stretch: f64,
    settling: String,
    stiffer_side: Option<String>,
}

impl Serialize for Preferences {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        PreferencesRecord {
            density: self.density.name(),
            fade_teaching: self.fade_teaching,
            rate: self.rate,
            stretch: self.slowness,
            settling: self.settling.name(),
            stiffer_side: self.stiffer_side.map(Side::name),
        }
        .serialize(to)
    }
}

impl Read for Preferences {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let kept = Fields::of(kept)?;
        Ok(Self {
            density: kept.get("density")?,
            fade_teaching: kept.get("fade_teaching")?,
            rate: kept.with("rate", |it| bounded(it, SLOWEST, QUICKEST))?,
            slowness: kept.with("stretch", slowness)?,
            settling: kept.get("settling")?,
            stiffer_side: kept.get("stiffer_side")?,
        })
    }
}

/// Reads the time a voice takes as a multiple of its estimate.
pub(super) fn slowness(kept: &Value) -> Result<f64, Unreadable> {
    bounded(kept, 0.5, 2.5)
}

impl Named for Density {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Teaching, "teaching"),
        (Self::Reminding, "reminding"),
        (Self::TonesOnly, "tones-only"),
        (Self::Silent, "silent"),
    ];
}

impl Named for SettlingTime {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Brisk, "brisk"),
        (Self::Usual, "usual"),
        (Self::Unhurried, "unhurried"),
    ];
}
