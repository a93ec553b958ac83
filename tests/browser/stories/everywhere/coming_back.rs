//! The page is left for another document, and come back to: restored from the back-forward cache, or loaded again.

use std::time::Duration;

use anyhow::{Result, bail, ensure};
use limber_browser_tests::{Engine, Page, Site, Visit, faults, in_every_engine};

use crate::holding::into_the_hold;

in_every_engine!(
    what_was_set_meanwhile_is_heeded,
    a_session_that_was_left_is_there_to_go_on_with,
);

const SOON: Duration = Duration::from_secs(20);
/// Any path below the site's address serves the page again, as another document.
const ANOTHER_DOCUMENT: &str = "elsewhere#/settings";

/// Goes back, and returns whether the page is the very same that was left.
async fn go_back(page: &Page) -> Result<bool> {
    page.run("setTimeout(() => history.back())").await?;
    let there = "return location.pathname === '/' && document.readyState === 'complete'";
    page.comes_true(there, SOON).await?;
    Ok(page.run("return window.isTheSame === true").await? == true)
}

async fn what_was_set_meanwhile_is_heeded(engine: Engine) -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .engine(engine)
        .whole_browser()
        .at("#/settings")
        .open()
        .await?;
    page.see_heading("Settings").await?;
    // The browser doesn't always freeze the page: not while it waits for something, for one.
    for (name, scheme) in [("Dark", "dark"), ("Light", "light")].repeat(3) {
        page.run("window.isTheSame = true").await?;
        page.go_to(ANOTHER_DOCUMENT).await?;
        page.press(name).await?;
        let same = go_back(&page).await?;
        let heeded =
            format!("return getComputedStyle(document.documentElement).colorScheme === '{scheme}'");
        page.comes_true(&heeded, SOON).await?;
        if same {
            return page.close().await;
        }
    }
    bail!("{engine} opens it anew each time")
}

async fn a_session_that_was_left_is_there_to_go_on_with(engine: Engine) -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .engine(engine)
        .whole_browser()
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    into_the_hold(&page, Duration::from_secs(60)).await?;
    page.run("window.isTheSame = true").await?;
    page.go_to(ANOTHER_DOCUMENT).await?;
    page.see_heading("Settings").await?;
    let same = go_back(&page).await?;
    // Other engines do not freeze a page that was playing something.
    ensure!(same || engine != Engine::WebKit, "{engine} opened it anew");
    page.see_heading("Go on: Pigeon, left side").await?;
    ensure!(!page.text().await?.contains("another tab"));
    page.press("Continue").await?;
    page.see("Get ready").await?;
    page.see_within("Hold", SOON).await?;
    page.close().await
}
