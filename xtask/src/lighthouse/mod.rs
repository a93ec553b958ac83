//! Lighthouse's scores for the page on a mid-range phone.

mod scores;

use std::path::Path;

use anyhow::{Context, Result};

use crate::host::Host;
use crate::process;
use crate::setup::programs;
use crate::setup::toolbox::Toolbox;

/// The number of runs, since a busy machine does not give the same score twice.
const TIMES: usize = 3;

/// Lighthouse's ways of slowing network and processor: really, or simulated from a load at full speed. From a page that
/// loads within a tenth of a second, as on this machine, the simulation can't tell what is painted before the program
/// from what is painted after it, and estimates the largest paint seconds too late.
const SLOWED: [(&str, &str); 2] = [
    ("devtools", "really slowed"),
    ("simulate", "slowed by reckoning"),
];

/// The browser refuses to start as root, as in containers, with its sandbox.
const BROWSER_FLAGS: &str =
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --mute-audio";

/// Serves the page, and has Lighthouse score it.
///
/// # Errors
///
/// When no port is free, Lighthouse or the browser is missing, or Lighthouse fails.
pub(crate) fn report(toolbox: &Toolbox, page: &Path) -> Result<String> {
    let host = Host::start(page, 0)?;
    let tables = SLOWED.map(|(method, what)| {
        let judged: Result<Vec<_>> = (0..TIMES)
            .map(|_| judge(toolbox, host.url(), method))
            .collect();
        judged.map(|judged| format!("\n{what}:{}", scores::table(&judged)))
    });
    tables.into_iter().collect()
}

fn judge(toolbox: &Toolbox, url: &str, method: &str) -> Result<scores::Scores> {
    let lighthouse = toolbox.lighthouse();
    let script = lighthouse.path()?;
    let browser = programs::browser().context(
        "there is no Chromium or Chrome on the PATH; install one, then type the same again",
    )?;
    let mut node = process::in_root("node");
    node.arg(script)
        .args([url, "--output=json", "--quiet"])
        .arg(format!("--throttling-method={method}"))
        .arg(format!(
            "--only-categories={}",
            scores::CATEGORIES.join(",")
        ))
        .arg(format!("--chrome-flags={BROWSER_FLAGS}"))
        .env("CHROME_PATH", browser);
    scores::read(&process::output(&mut node)?)
}
