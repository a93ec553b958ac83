//! After one visit, no network is needed.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Engine, Site, Visit, in_the_other_engines};

// In Chromium, the stories in `offline.rs` cover more.
in_the_other_engines!(a_page_that_was_visited_once_opens_without_a_network);

/// The worker answers for the page, and has its program.
pub(super) const KEPT: &str = "
return (async () => {
  const names = await caches.keys();
  if (!navigator.serviceWorker.controller || names.length !== 1) return false;
  const held = await (await caches.open(names[0])).keys();
  return held.some(({url}) => url.endsWith('.wasm'));
})()";

async fn a_page_that_was_visited_once_opens_without_a_network(engine: Engine) -> Result<()> {
    let mut site = Site::of_built_page().await?;
    let page = Visit::to(&site).engine(engine).open().await?;
    page.see_heading("How is your back right now?").await?;
    page.comes_true(KEPT, Duration::from_secs(30)).await?;
    site.stop();
    page.go_to("#/posture/pigeon").await?;
    page.see_heading("Pigeon").await?;
    page.reload().await?;
    page.see_heading("Pigeon").await?;
    page.go_to("#/").await?;
    page.press("In spasm").await?;
    page.see_heading("In spasm, right now").await?;
    page.close().await
}
