//! Firefox. Of the media features, its preferences can set only the colour scheme and reduced motion.

use std::process::Command;

use anyhow::Result;
use serde_json::json;
use thirtyfour::Capabilities;

use super::Start;
use crate::looks::{Looks, Scheme};

/// Names geckodriver's file where it is not on the PATH. `cargo xtask test` sets it.
const DRIVER: &str = "LIMBER_GECKODRIVER";

pub(super) fn command(port: u16) -> Command {
    let mut command = Command::new(std::env::var_os(DRIVER).unwrap_or("geckodriver".into()));
    // 0 picks a free port for WebSockets; by default all browsers would use the same.
    command
        .arg(format!("--port={port}"))
        .arg("--websocket-port=0");
    command
}

pub(super) fn capabilities(start: &Start) -> Result<Capabilities> {
    let options = json!({
        "args": ["-headless", "-profile", start.profile.path()],
        "prefs": preferences(&start.looks),
    });
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", json!("firefox"))?;
    capabilities.set("moz:firefoxOptions", options)?;
    Ok(capabilities)
}

fn preferences(looks: &Looks) -> serde_json::Value {
    let dark = looks.scheme == Scheme::Dark;
    let reduced = looks.wishes.contains(&("prefers-reduced-motion", "reduce"));
    json!({
        "ui.systemUsesDarkTheme": i32::from(dark),
        "ui.prefersReducedMotion": i32::from(reduced),
        // Without internet access, don't wait for it.
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
    })
}
