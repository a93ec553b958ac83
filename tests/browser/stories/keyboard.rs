//! By keyboard alone, from the first screen to the ending and the settings.

use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use limber_browser_tests::{Page, Site, Size, Visit, faults};

use crate::installing::once_finished;
use crate::tour::{nothing_wrong_on_any, visit};

/// The name of the focused element.
const FOCUSED: &str =
    "const here = document.activeElement; return here.getAttribute('aria-label') || here.innerText";

/// Waits until something visible has the focus.
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

/// Presses a control that removes itself, and checks that something has the focus afterwards.
async fn put_away(page: &Page, control: &str, gone: &str) -> Result<()> {
    page.enter(control).await?;
    page.gone(gone).await?;
    has_focus(page, control).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_put_away_does_not_take_the_focus_with_it() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = visit(&site, Size::Desktop).at("#/help").open().await?;
    page.see("Call your emergency number now").await?;
    page.enter("United Kingdom 999").await?;
    page.see("Another country").await?;
    put_away(&page, "Another country", "Another country").await?;
    page.press_key("Tab").await?;
    let next = page.run(FOCUSED).await?;
    let is_country = next
        .as_str()
        .is_some_and(|it| it.contains("United Kingdom"));
    ensure!(is_country, "the countries are next, not {next}");
    page.reach("Another number").await?;
    page.press_key("911").await?;
    page.press_key("Enter").await?;
    page.see("Call 911").await?;
    has_focus(&page, "a number that was typed").await?;
    page.go_to("#/posture/pigeon").await?;
    page.reach("Leave this out for me").await?;
    page.press_key(" ").await?;
    page.go_to("#/body").await?;
    put_away(&page, "Put it back: Pigeon", "Put it back").await?;
    page.close().await?;
    for (browser, decline) in [
        (faults::install_offered(), "Not now"),
        (faults::install_by_hand(), "Got it"),
    ] {
        let page = once_finished(&site, browser).await?;
        put_away(&page, decline, "Put Limber on your home screen").await?;
        page.close().await?;
    }
    let page = visit(&site, Size::Desktop)
        .before_load(faults::storage_forbidden())
        .open()
        .await?;
    let notice = "does not let Limber keep anything";
    page.see(notice).await?;
    put_away(&page, "Got it", notice).await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn on_every_screen_the_tab_key_leads_there_and_back() -> Result<()> {
    let site = Site::of_built_page().await?;
    for size in [Size::Desktop, Size::PhoneOnItsSide] {
        let page = visit(&site, size).open().await?;
        let walked = nothing_wrong_on_any(page, async |page: &Page| {
            let walk = page.tab_there_and_back().await;
            Ok(walk
                .err()
                .map(|error| error.to_string())
                .into_iter()
                .collect())
        });
        walked.await.with_context(|| format!("{size:?}"))?;
    }
    Ok(())
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
