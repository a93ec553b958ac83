//! `WebKitGTK`, in the `MiniBrowser` that comes with it. It takes its colour scheme from the desktop's settings.

use std::process::Command;

use anyhow::Result;
use serde_json::json;
use thirtyfour::Capabilities;

use super::Start;
use crate::looks::{Looks, Scheme};

pub(super) fn command(port: u16) -> Command {
    let mut command = Command::new("WebKitWebDriver");
    command.arg(format!("--port={port}"));
    command
}

/// The driver knows its browser and how to start it.
pub(super) fn capabilities() -> Result<Capabilities> {
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", json!("MiniBrowser"))?;
    Ok(capabilities)
}

/// Writes the desktop's settings into the profile, where the browser looks for them.
pub(super) fn settle(start: &Start) -> Result<()> {
    let folder = start.profile.path().join("config").join("gtk-3.0");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("settings.ini"), settings(&start.looks))?;
    Ok(())
}

fn settings(looks: &Looks) -> String {
    let theme = match looks.scheme {
        Scheme::Light => "Adwaita",
        Scheme::Dark => "Adwaita-dark",
    };
    let reduced = looks.wishes.contains(&("prefers-reduced-motion", "reduce"));
    let moving = !reduced;
    format!("[Settings]\ngtk-theme-name={theme}\ngtk-enable-animations={moving}\n")
}
