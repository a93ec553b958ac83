//! The whole journey by keyboard alone: the tab key reaches everything needed, and the focus is always visible and
//! never lost.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Engine, Page, Site, Size, Visit, faults, in_every_engine};

use crate::questions::SHEETS;

in_every_engine!(a_newcomer_is_led_by_keyboard_alone);

/// Waits until a new screen's heading has the focus, which tells people who hear the page where they are.
async fn arrived(page: &Page, heading: &str) -> Result<()> {
    page.see_heading(heading).await?;
    let focused = format!("return document.activeElement.innerText === '{heading}'");
    page.comes_true(&focused, Duration::from_secs(5)).await
}

async fn a_newcomer_is_led_by_keyboard_alone(engine: Engine) -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .engine(engine)
        .size(Size::Desktop)
        .newcomer()
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    page.see_heading("How is your back right now?").await?;
    page.enter("Sore or stiff").await?;
    for sheet in SHEETS {
        arrived(&page, sheet).await?;
        page.enter("None of these").await?;
    }
    arrived(&page, "The four postures").await?;
    page.enter("Start").await?;
    page.see("The four postures.").await?;
    played(&page).await?;
    page.enter("Keep it").await?;
    arrived(&page, "How is your back right now?").await?;
    page.enter("Library").await?;
    arrived(&page, "Library").await?;
    page.reach("Search").await?;
    page.press_key("pigeon").await?;
    page.gone("Bird dog").await?;
    page.enter("Pigeon").await?;
    arrived(&page, "Pigeon").await?;
    page.enter("Get help").await?;
    arrived(&page, "Get help").await?;
    page.close().await
}

/// A session from its first posture to its end.
async fn played(page: &Page) -> Result<()> {
    page.enter("Next").await?;
    page.see_heading("90-90 rest").await?;
    page.enter("Next").await?;
    page.see_heading("Pigeon").await?;
    page.enter("I’m in position").await?;
    page.see("Hold").await?;
    page.enter("Pause").await?;
    page.see("Paused").await?;
    page.enter("Continue").await?;
    page.see("Get ready").await?;
    page.press_key("ArrowRight").await?;
    page.see("Change sides").await?;
    page.press_key("h").await?;
    page.see("Stop there.").await?;
    page.enter("End").await?;
    page.see("How is it now?").await
}
