//! The programs that the browser tests use: browsers of three engines, a speech engine, a sound system.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::tool::{find_program, is_on_path};
use super::{Step, debian};

/// The Debian on which the tests are known to run, as an image with Rust; CI uses the same.
const DEBIAN: &str = "rust:1.95.0-bookworm";

const DEBIAN_PACKAGES: [&str; 15] = [
    "chromium",
    "chromium-driver",
    // The engine alone, in which most stories are told; without it they are told in the whole browser.
    "chromium-headless-shell",
    "dbus-bin",
    "dbus-daemon",
    "firefox-esr",
    // WebKitGTK with its driver, and the virtual screen that it needs.
    "webkit2gtk-driver",
    "xvfb",
    "speech-dispatcher",
    "speech-dispatcher-espeak-ng",
    "speech-dispatcher-audio-plugins",
    "espeak-ng",
    "libspeechd2",
    "pulseaudio",
    "pulseaudio-utils",
];

const BROWSER: &[&str] = &["chromium", "chromium-browser", "google-chrome", "chrome"];

/// What any other system must have on its PATH, with alternative names.
const PROGRAMS: [&[&str]; 11] = [
    BROWSER,
    &["chromedriver"],
    &["dbus-daemon"],
    &["dbus-send"],
    &["firefox", "firefox-esr"],
    &["WebKitWebDriver"],
    &["Xvfb"],
    &["speech-dispatcher"],
    &["espeak-ng"],
    &["pulseaudio"],
    &["parec"],
];

/// The step for the browsers, the voice and the sound system.
pub(super) fn for_the_tests() -> Step {
    Step {
        name: "browsers of three engines, a voice and a sound system".to_owned(),
        why: "the tests drive the real page and listen to it",
        source: None,
        check: Box::new(|| {
            Ok(if debian::is_here() {
                debian::has(&DEBIAN_PACKAGES)
            } else {
                missing(is_on_path).is_empty()
            })
        }),
        act: Box::new(install),
    }
}

/// The path of Chromium or Chrome, if it is on the PATH.
pub(crate) fn browser() -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    BROWSER.iter().find_map(|name| find_program(name, &path))
}

fn install() -> Result<()> {
    if debian::is_here() {
        return debian::install(&DEBIAN_PACKAGES);
    }
    bail!(
        "not on the PATH: {}; install Chromium with its driver, Firefox, WebKitGTK with its driver, \
         Xvfb, D-Bus, speech-dispatcher with espeak-ng, and PulseAudio by your system's package manager, or test \
         in Debian: docker run --rm --shm-size=2g -v \"$PWD\":/limber -w /limber {DEBIAN} cargo xtask test",
        missing(is_on_path).join(", ")
    )
}

/// The programs not found under any of their names, by their first name.
fn missing(is_there: impl Fn(&str) -> bool) -> Vec<&'static str> {
    PROGRAMS
        .iter()
        .filter(|names| !names.iter().any(|name| is_there(name)))
        .filter_map(|names| names.first().copied())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk;
    use crate::project;

    #[test]
    fn who_has_no_debian_is_sent_to_the_one_that_is_tested_in() {
        let workflow = project::root().join(".github/workflows/pages.yml");
        let workflow = disk::text(&workflow).unwrap();
        assert!(workflow.contains(&format!("image: {DEBIAN}\n")));
    }

    #[test]
    fn a_browser_may_have_any_of_its_names() {
        assert_eq!(missing(|_| true), Vec::<&str>::new());
        assert_eq!(
            missing(|name| name == "google-chrome"),
            [
                "chromedriver",
                "dbus-daemon",
                "dbus-send",
                "firefox",
                "WebKitWebDriver",
                "Xvfb",
                "speech-dispatcher",
                "espeak-ng",
                "pulseaudio",
                "parec"
            ]
        );
    }
}
