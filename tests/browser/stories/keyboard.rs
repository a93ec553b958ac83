//! With a keyboard alone, from the first screen to the ending and the settings.

use std::time::Duration;

use anyhow::{Result, ensure};
use limber_browser_tests::{Page, Site, Size, Visit, faults};

use crate::tour::visit;

/// The name of what has the focus.
const FOCUSED: &str =
    "const here = document.activeElement; return here.getAttribute('aria-label') || here.innerText";

/// The focus is somewhere, however quickly things changed.
async fn has_focus(page: &Page, after: &str) -> Result<()> {
    let somewhere = "return document.activeElement !== document.body && document.activeElement.checkVisibility()";
    let patience = Duration::from_secs(3);
    let kept = page.comes_true(somewhere, patience).await;
    kept.map_err(|error| error.context(format!("after {after} the focus is lost")))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_way_is_gone_with_keys_and_the_focus_is_never_lost() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = visit(&site, Size::Desktop).open().await?;
    page.see("Library").await?;
    page.enter("Sore or stiff").await?;
    page.see_heading("The four postures").await?;
    has_focus(&page, "an answer").await?;
    page.reach("5").await?;
    page.press_key(" ").await?;
    page.enter("Start").await?;
    page.see("The four postures.").await?;
    has_focus(&page, "the start").await?;
    page.enter("Next").await?;
    page.see("Getting into it").await?;
    page.press_key("Enter").await?;
    page.see("Left side").await?;
    has_focus(&page, "the next posture").await?;
    page.enter("I’m in position").await?;
    page.see("Hold").await?;
    has_focus(&page, "a choice that is gone").await?;
    assert_eq!(page.run(FOCUSED).await?, "Pause");
    page.press_key("Enter").await?;
    page.see("Paused").await?;
    assert_eq!(page.run(FOCUSED).await?, "Continue");
    page.press_key("Enter").await?;
    page.see("Hold").await?;
    page.enter("This hurts").await?;
    page.see("Next posture").await?;
    has_focus(&page, "“This hurts”, which is gone").await?;
    page.enter("An easier way").await?;
    page.see("We do it an easier way").await?;
    has_focus(&page, "a choice that is gone").await?;
    page.enter("End").await?;
    page.see("How is it now?").await?;
    has_focus(&page, "the end").await?;
    page.reach("3").await?;
    page.press_key("Enter").await?;
    page.see("From 5 to 3.").await?;
    page.enter("Keep it").await?;
    page.see_heading("How is your back right now?").await?;
    has_focus(&page, "the ending").await?;
    page.enter("Settings").await?;
    page.see("How much is said").await?;
    has_focus(&page, "the way to the settings").await?;
    page.reach("Teaching").await?;
    page.press_key("ArrowDown").await?;
    page.comes_true(
        "return document.activeElement.labels[0].innerText.startsWith('Reminding') && document.activeElement.checked",
        Duration::from_secs(5),
    )
    .await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_control_goes_away_the_focus_stays_near() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = visit(&site, Size::Desktop).at("#/help").open().await?;
    page.see("Call your emergency number now").await?;
    page.enter("United Kingdom 999").await?;
    page.see("Another country").await?;
    has_focus(&page, "a country").await?;
    page.press_key("Tab").await?;
    let next = page.run(FOCUSED).await?;
    ensure!(
        next.as_str().is_some_and(|it| it.contains("999")),
        "the call is next, not {next}"
    );
    page.go_to("#/check").await?;
    page.enter("Answer the questions again").await?;
    for _ in 0..3 {
        has_focus(&page, "a sheet").await?;
        page.enter("None of these").await?;
    }
    has_focus(&page, "the last sheet").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_that_another_wish_brings_is_announced_once() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    page.press("Sore or stiff").await?;
    page.see_heading("The four postures").await?;
    let told = "return document.querySelector('main [role=status]').textContent";
    assert_eq!(page.run(told).await?, "", "what opened is read as it is");
    page.choose("Time", "5 min").await?;
    page.comes_true(
        "return /^Now: .+ minutes/.test(document.querySelector('main [role=status]').textContent)",
        Duration::from_secs(5),
    )
    .await?;
    page.close().await
}
