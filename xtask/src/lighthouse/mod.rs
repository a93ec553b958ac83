//! What Lighthouse says of the page on a phone of middling means.

mod scores;

use std::thread;

use anyhow::{Context, Result};

use crate::page::Page;
use crate::process;
use crate::server::Server;
use crate::setup::programs;
use crate::setup::toolbox::Toolbox;

/// It is asked so often, since a busy machine does not give the same score twice.
const TIMES: usize = 3;

/// As root, which is what containers run as, the browser refuses to start with its sandbox.
const BROWSER_FLAGS: &str =
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --mute-audio";

/// Serves the page and has it judged.
///
/// # Errors
///
/// When no port is free, Lighthouse or the browser is missing, or it ends with an error.
pub(crate) fn report(toolbox: &Toolbox, page: &Page) -> Result<String> {
    let server = Server::bind(0)?;
    let url = server.url();
    let page = page.clone();
    // It answers as long as this process runs.
    thread::spawn(move || server.serve(&page));
    let judged: Result<Vec<_>> = (0..TIMES).map(|_| judge(toolbox, &url)).collect();
    Ok(scores::table(&judged?))
}

fn judge(toolbox: &Toolbox, url: &str) -> Result<scores::Scores> {
    let lighthouse = toolbox.lighthouse();
    let script = lighthouse.find().context("lighthouse is missing")?;
    let browser = programs::browser().context("there is no browser on the PATH")?;
    let mut node = process::in_root("node");
    node.arg(script)
        .args([url, "--output=json", "--quiet"])
        .arg(format!(
            "--only-categories={}",
            scores::CATEGORIES.join(",")
        ))
        .arg(format!("--chrome-flags={BROWSER_FLAGS}"))
        .env("CHROME_PATH", browser);
    scores::read(&process::output(&mut node)?)
}
