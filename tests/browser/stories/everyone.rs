//! For everyone, in either theme: axe finds nothing, and nothing leaves the page's origin.

use anyhow::{Result, ensure};
use limber_browser_tests::{Page, Scheme, Site, Visit, faults};

async fn flawless(page: &Page, screen: &str) -> Result<()> {
    let found = page.axe().await?;
    ensure!(found.is_empty(), "{screen}:\n{}", found.join("\n"));
    Ok(())
}

async fn journey(scheme: Scheme) -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .scheme(scheme)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    page.see("How is your back right now?").await?;
    flawless(&page, "the question").await?;
    page.press("Sore or stiff").await?;
    page.see("The four postures").await?;
    page.press("5").await?;
    page.press("Who should leave something out?").await?;
    flawless(&page, "the proposal").await?;
    page.press("Start").await?;
    page.press("Next").await?;
    page.see("Getting into it").await?;
    flawless(&page, "getting in").await?;
    page.press("Next").await?;
    page.see("Left side").await?;
    page.press("I’m in position").await?;
    page.see("Hold").await?;
    page.press("All postures").await?;
    page.press("What was said").await?;
    flawless(&page, "a hold").await?;
    page.press("Pause").await?;
    page.see("Paused").await?;
    flawless(&page, "a pause").await?;
    page.press("Continue").await?;
    page.press("This hurts").await?;
    page.see("Stop there.").await?;
    flawless(&page, "this hurts").await?;
    page.press("End").await?;
    page.see("How is it now?").await?;
    page.press("3").await?;
    flawless(&page, "the ending").await?;
    page.press("Keep it").await?;
    page.press("Settings").await?;
    page.see("How much is said").await?;
    flawless(&page, "the settings").await?;
    page.press("Get help").await?;
    page.see("Call your emergency number now").await?;
    flawless(&page, "get help").await?;
    let foreign = page.foreign_requests().await?;
    ensure!(foreign.is_empty(), "asked elsewhere for {foreign:?}");
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_screen_has_a_flaw_in_light() -> Result<()> {
    journey(Scheme::Light).await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_screen_has_a_flaw_in_dark() -> Result<()> {
    journey(Scheme::Dark).await
}
