//! A page-turner or a headset: one button is enough.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Page, Site, Visit, faults};

use crate::short::leave_behind;

const HOLD: Duration = Duration::from_secs(60);

async fn getting_in(site: &Site) -> Result<Page> {
    let page = Visit::to(site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    leave_behind(&page, HOLD).await?;
    page.press("Continue").await?;
    page.see("Getting into it").await?;
    Ok(page)
}

#[tokio::test(flavor = "multi_thread")]
async fn enter_alone_begins_the_hold_pauses_and_goes_on() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = getting_in(&site).await?;
    page.press_key("Enter").await?;
    page.see("Hold").await?;
    page.press_key("Enter").await?;
    page.see("Paused").await?;
    page.press_key("Enter").await?;
    page.see("Get ready").await?;
    page.press_key("h").await?;
    page.see("Stop there.").await?;
    page.press_key("Enter").await?;
    page.see_heading("Cat and cow").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_turner_leads_on_and_back() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = getting_in(&site).await?;
    page.press_key("PageDown").await?;
    page.see("Hold").await?;
    page.press_key("PageDown").await?;
    page.see("Right side").await?;
    page.press_key("PageUp").await?;
    page.see("Left side").await?;
    page.press_key(" ").await?;
    page.see("Paused").await?;
    page.press_key("PageDown").await?;
    page.gone("Paused").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn single_letters_do_nothing_for_whoever_switched_them_off() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = getting_in(&site).await?;
    page.go_to("#/settings").await?;
    page.press("Single keys in the player").await?;
    page.go_to("#/play").await?;
    page.press("Continue").await?;
    page.gone("Paused").await?;
    page.press_key("h").await?;
    page.press_key("?").await?;
    page.press_key(" ").await?;
    page.see("Paused").await?;
    anyhow::ensure!(!page.text().await?.contains("Stop there."));
    page.close().await
}
