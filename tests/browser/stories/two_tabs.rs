//! Two tabs of one window: only one of them leads.

use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use limber_browser_tests::{Page, Site, Visit, faults};
use tokio::time::sleep;

const SOON: Duration = Duration::from_secs(15);

/// How many utterances the tab in front was asked for so far.
async fn asked_for(page: &Page) -> Result<u64> {
    let spoken = page.run("return window.__spoken.length").await?;
    Ok(spoken.as_u64().unwrap_or_default())
}

/// A moment in the life of an utterance of the tab in front, in milliseconds that are the same for both.
async fn when(page: &Page, utterance: &str) -> Result<f64> {
    let at =
        format!("const at = window.__spoken.{utterance}; return at && performance.timeOrigin + at");
    let at = page.run(&at).await?;
    at.as_f64().context("it has not come to that")
}

async fn speaks(page: &Page) -> Result<()> {
    let speaks = "return window.__spoken.some((it) => it.start !== null)";
    page.comes_true(speaks, SOON).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_in_one_tab_is_taken_over_by_another_and_the_first_falls_silent() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    let first = page.tab().await?;
    page.press("In spasm").await?;
    page.press("Start").await?;
    page.see("In spasm, right now.").await?;
    speaks(&page).await?;

    let second = page.open_tab("#/", &[faults::recorded_speech()]).await?;
    page.see("In another tab").await?;
    // Nothing else can be started, and nothing is said here.
    page.go_to("#/routine/morning").await?;
    page.press("Start").await?;
    page.see("A session is under way in another tab.").await?;
    page.press("Got it").await?;
    ensure!(asked_for(&page).await? == 0, "the second tab speaks");
    page.turn_to(&first).await?;
    page.see("Getting into it").await?;

    page.turn_to(&second).await?;
    page.go_to("#/").await?;
    page.press("Go on here").await?;
    page.see("Getting into it").await?;
    speaks(&page).await?;
    let began = when(&page, "find((it) => it.start !== null).start").await?;

    page.turn_to(&first).await?;
    page.see("The session goes on in another tab.").await?;
    page.see_heading("How is your back right now?").await?;
    page.see("In another tab").await?;
    let silent = when(&page, "at(-1).end").await?;
    ensure!(silent <= began, "both speak: {silent} {began}");
    let said = asked_for(&page).await?;

    page.turn_to(&second).await?;
    page.press("I’m in position").await?;
    sleep(Duration::from_secs(5)).await;
    ensure!(asked_for(&page).await? > 1, "the second tab leads no more");
    page.turn_to(&first).await?;
    ensure!(asked_for(&page).await? == said, "the first tab speaks");
    page.close().await
}
