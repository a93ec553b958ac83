//! What Lighthouse says of the page on a phone of middling means.

mod scores;

use std::path::Path;

use anyhow::{Context, Result};

use crate::host::Host;
use crate::process;
use crate::setup::programs;
use crate::setup::toolbox::Toolbox;

/// It is asked so often, since a busy machine does not give the same score twice.
const TIMES: usize = 3;

/// How a slow network and a slow processor come about: really, or reckoned from a load that nothing slows. From a page
/// that comes within a tenth of a second, as on this machine, what is painted before its program can't be told from
/// what is painted after it, and the largest paint is reckoned seconds too late.
const SLOWED: [(&str, &str); 2] = [
    ("devtools", "really slowed"),
    ("simulate", "slowed by reckoning"),
];

/// As root, which is what containers run as, the browser refuses to start with its sandbox.
const BROWSER_FLAGS: &str =
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --mute-audio";

/// Serves the page and has it judged.
///
/// # Errors
///
/// When no port is free, Lighthouse or the browser is missing, or it ends with an error.
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
    let browser = programs::browser().context("there is no browser on the PATH")?;
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
