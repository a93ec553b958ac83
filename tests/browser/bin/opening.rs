//! How long a screen takes from the press to the frame that shows it.

use std::time::Duration;

use anyhow::{Context as _, Result};
use limber_browser_tests::{Page, Profile, Site, Visit, faults};
use serde_json::json;

/// Notes how long after a click the frame with a new heading is painted, and the frame after it, when the figures in
/// sight are there as well. Looking must not cause any layout.
const OPENED: &str = "
addEventListener('click', (event) => {
  const heading = () => (document.querySelector('h1') || {}).textContent;
  const before = heading();
  const since = () => performance.now() - event.timeStamp;
  window.__opened = [];
  // A frame is painted right after its callbacks.
  const painted = () => setTimeout(() => window.__opened.push(since()), 0);
  const look = () => {
    if (heading() === before) return requestAnimationFrame(look);
    painted();
    requestAnimationFrame(painted);
  };
  requestAnimationFrame(look);
}, true);
";

/// Milliseconds from the press of a control on the first screen to the screen that it opens, and to its figures, on a
/// processor this many times slower.
pub(crate) async fn opened(site: &Site, press: &str, slower: u32) -> Result<(f64, f64)> {
    let page = Visit::to(site)
        .profile(&Profile::new()?)
        .before_load(OPENED)
        .open()
        .await?;
    page.see_heading("How is your back right now?").await?;
    let rate = json!({"rate": slower});
    page.ask_chromium("Emulation.setCPUThrottlingRate", rate)
        .await?;
    page.press(press).await?;
    let took = took(&page).await?;
    page.close().await?;
    Ok(took)
}

async fn took(page: &Page) -> Result<(f64, f64)> {
    page.comes_true(
        "return window.__opened.length === 2",
        Duration::from_secs(30),
    )
    .await?;
    let took = page.run("return window.__opened").await?;
    Ok(serde_json::from_value(took)?)
}

/// Milliseconds from opening the page to the first words handed to the voice, for a newcomer who taps each answer as
/// soon as it is there: in spasm, three times none of these, and Start.
pub(crate) async fn newcomer(site: &Site) -> Result<f64> {
    let page = Visit::to(site)
        .profile(&Profile::new()?)
        .newcomer()
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    page.touch("In spasm").await?;
    for sheet in [
        "Is one of these new",
        "And one of these?",
        "Last, one of these?",
    ] {
        page.see(sheet).await?;
        page.touch("None of these").await?;
    }
    page.see("Why this one").await?;
    page.touch("Start").await?;
    page.comes_true("return window.__spoken.length > 0", Duration::from_secs(30))
        .await?;
    let spoken = page.run("return window.__spoken[0].asked").await?;
    page.close().await?;
    spoken.as_f64().context("nothing was said")
}
