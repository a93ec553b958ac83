//! After one visit, no network is needed.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Deployment, Page, Profile, Site, Visit, faults};

/// The whole page is on the device, and the worker answers for it.
const KEPT: &str = r#"
return (async () => {
  if (!navigator.serviceWorker.controller) return false;
  const names = await caches.keys();
  if (names.length !== 1) return false;
  const held = await (await caches.open(names[0])).keys();
  const paths = held.map(({url}) => new URL(url).pathname);
  const scope = new URL((await navigator.serviceWorker.ready).scope).pathname;
  return paths.includes(scope) && paths.some((path) => path.endsWith(".wasm"));
})()
"#;

/// So is all that hardly anyone opens, and so is loaded on demand.
const WHOLLY_KEPT: &str = r#"
return (async () => {
  const ours = (path) => new URL(path, document.baseURI).href;
  const worker = await (await fetch("sw.js")).text();
  const parts = worker.match(/on-demand-\w+\.wasm/g) ?? [];
  const held = await Promise.all(parts.map(async (path) => Boolean(await caches.match(ours(path)))));
  return parts.length > 0 && held.every(Boolean);
})()
"#;

/// The paths of what is on the device.
const HELD: &str = "
return (async () => {
  const held = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
  return held.flat().map(({url}) => new URL(url).pathname);
})()
";

/// Deletes cached files of the page whose path has this in it.
const THROW_AWAY: &str = "
const names = await caches.keys();
for (const name of names) {
  const cache = await caches.open(name);
  for (const request of await cache.keys()) {
    if (new URL(request.url).pathname.includes(arguments[0])) await cache.delete(request);
  }
}
";

/// Waits until the page would open without a network.
pub(crate) async fn is_kept(page: &Page) -> Result<()> {
    page.comes_true(KEPT, Duration::from_secs(30)).await
}

/// Waits until all of the page would open without a network, what is loaded on demand included.
pub(crate) async fn is_wholly_kept(page: &Page) -> Result<()> {
    is_kept(page).await?;
    page.comes_true(WHOLLY_KEPT, Duration::from_secs(30)).await
}

/// Deletes cached files, as a browser does that is short of space.
async fn throw_away(page: &Page, part: &str) -> Result<()> {
    let script = format!("return (async () => {{ {THROW_AWAY} }})()");
    page.run_with(&script, vec![part.into()]).await?;
    Ok(())
}

/// A first visit of someone who says how it feels, after which the browser is closed.
async fn visited(site: &Site) -> Result<Profile> {
    let profile = Profile::new()?;
    let page = Visit::to(site).profile(&profile).open().await?;
    page.press("Sore or stiff").await?;
    is_wholly_kept(&page).await?;
    page.close().await?;
    Ok(profile)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cold_start_at_a_deep_link_needs_no_network() -> Result<()> {
    let mut site = Site::of_built_page().await?;
    let profile = visited(&site).await?;
    site.stop();
    let page = Visit::to(&site)
        .profile(&profile)
        .before_load(faults::recorded_speech())
        .at("#/posture/pigeon")
        .open()
        .await?;
    page.see_heading("Pigeon").await?;
    // The rest works, too: a session begins, and survives a reload.
    page.press("Play just this").await?;
    page.see("Getting into it").await?;
    page.reload().await?;
    page.see("Go on: Pigeon").await?;
    page.go_to("#/evidence").await?;
    page.see_heading("Evidence").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_only_looks_loads_nothing_that_hardly_anyone_opens_and_who_comes_back_does()
-> Result<()> {
    let mut site = Site::of_built_page().await?;
    let page = Visit::to(&site).newcomer().open().await?;
    page.see_heading("How is your back right now?").await?;
    is_kept(&page).await?;
    let held = page.run(HELD).await?.to_string();
    assert!(held.contains("/lazy-"), "{held}");
    assert!(!held.contains("/on-demand-"), "{held}");
    page.reload().await?;
    is_wholly_kept(&page).await?;
    site.stop();
    page.go_to("#/evidence").await?;
    page.see_heading("Evidence").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_kept_something_before_the_page_could_be_stored_has_all_of_it_at_once() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site).open().await?;
    is_wholly_kept(&page).await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_path_leads_to_the_first_screen_with_and_without_a_network() -> Result<()> {
    let mut site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .at("no/such/page?from=home#/")
        .open()
        .await?;
    page.see_heading("How is your back right now?").await?;
    is_kept(&page).await?;
    site.stop();
    page.go_to("another/one#/library").await?;
    page.see_heading("Library").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn below_any_path_it_is_the_same() -> Result<()> {
    let mut site = Site::of_page_below()?;
    let profile = Profile::new()?;
    let page = Visit::to(&site)
        .profile(&profile)
        .at("deep/link#/library")
        .open()
        .await?;
    page.see_heading("Library").await?;
    is_kept(&page).await?;
    page.close().await?;
    site.stop();
    let page = Visit::to(&site)
        .profile(&profile)
        .at("#/routine/four-postures")
        .open()
        .await?;
    page.see_heading("The four postures").await?;
    page.press("Get help").await?;
    page.see("Call your emergency number now").await?;
    assert_eq!(page.foreign_requests().await?, [""; 0]);
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_browser_threw_away_is_brought_again() -> Result<()> {
    let mut site = Site::of_built_page().await?;
    let page = Visit::to(&site).open().await?;
    is_kept(&page).await?;
    for part in [".wasm", "/"] {
        throw_away(&page, part).await?;
        page.reload().await?;
        page.see_heading("How is your back right now?").await?;
        is_kept(&page).await?;
    }
    site.stop();
    page.reload().await?;
    page.see_heading("How is your back right now?").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_thrown_away_comes_in_the_version_that_the_host_has_by_now() -> Result<()> {
    let host = Deployment::new()?;
    let page = Visit::to(&host.site).open().await?;
    is_kept(&page).await?;
    host.replace("newer")?;
    throw_away(&page, "/").await?;
    page.reload().await?;
    page.see_heading("How is your back right now?").await?;
    let newer = "return document.documentElement.dataset.version === 'newer'";
    page.comes_true(newer, Duration::from_secs(10)).await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_worker_everything_works_while_there_is_a_network() -> Result<()> {
    let site = Site::of_built_page().await?;
    for fault in [faults::no_worker(), faults::worker_refused()] {
        let page = Visit::to(&site)
            .before_load(fault)
            .before_load(faults::recorded_speech())
            .open()
            .await?;
        page.press("In spasm").await?;
        page.press("Start").await?;
        page.see("Getting into it").await?;
        assert_eq!(page.console_errors().await?, [""; 0]);
        page.close().await?;
    }
    Ok(())
}
