//! How Limber looks, as part of the settings.

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::Unreadable;
use super::fields::{Fields, Read};
use super::names::Named;
use crate::domain::appearance::{Appearance, Build, Skin, Theme};

#[derive(Debug, Serialize)]
struct AppearanceRecord {
    build: String,
    skin: String,
}

impl Serialize for Appearance {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        AppearanceRecord {
            build: self.build.name(),
            skin: self.skin.name(),
        }
        .serialize(to)
    }
}

impl Read for Appearance {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let kept = Fields::of(kept)?;
        let usual = Self::default();
        Ok(Self {
            build: kept.get_or("build", usual.build)?,
            skin: kept.get_or("skin", usual.skin)?,
        })
    }
}

impl Named for Theme {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Device, "device"),
        (Self::Light, "light"),
        (Self::Dark, "dark"),
    ];
}

impl Named for Build {
    const NAMES: &'static [(Self, &'static str)] =
        &[(Self::Slight, "slight"), (Self::Sturdy, "sturdy")];
}

impl Named for Skin {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Fair, "fair"),
        (Self::Olive, "olive"),
        (Self::Brown, "brown"),
        (Self::Deep, "deep"),
    ];
}
