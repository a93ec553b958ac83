//! The lazy part of the program, which is loaded after the first screen.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Site, Visit, faults};

/// The heading has the focus, as on every newly opened screen.
const ON_THE_HEADING: &str = "return document.activeElement?.tagName === 'H1'";

/// A visit with this fault, and without a worker that could make up for it.
fn visit<'a>(site: &'a Site, fault: &str) -> Visit<'a> {
    Visit::to(site)
        .before_load(faults::no_worker())
        .before_load(fault)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_that_did_not_come_is_asked_for_once_more() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = visit(&site, faults::lazy_part_missing()).open().await?;
    page.see_heading("How is your back right now?").await?;
    page.go_to("#/settings").await?;
    page.see("This part of Limber could not be loaded.").await?;
    page.run("window.__missing = false").await?;
    page.press("Try again").await?;
    page.see_heading("Settings").await?;
    page.comes_true(ON_THE_HEADING, Duration::from_secs(5))
        .await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_that_comes_late_is_there_as_soon_as_it_can_be() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = visit(&site, faults::lazy_part_late()).open().await?;
    page.see_heading("How is your back right now?").await?;
    page.go_to("#/settings").await?;
    page.gone("How is your back right now?").await?;
    page.see("This part of Limber is on its way.").await?;
    page.run("window.__come()").await?;
    page.see_heading("Settings").await?;
    page.comes_true(ON_THE_HEADING, Duration::from_secs(5))
        .await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_questions_wait_for_none_of_it_and_the_plan_and_figures_come_with_it()
-> Result<()> {
    let site = Site::of_built_page().await?;
    let page = visit(&site, faults::lazy_part_late())
        .newcomer()
        .open()
        .await?;
    let drawn = "return document.querySelectorAll('.answer svg path').length > 0";
    page.see_heading("How is your back right now?").await?;
    page.press("Sore or stiff").await?;
    for _ in 0..3 {
        page.press("None of these").await?;
    }
    page.gone("None of these").await?;
    page.run("window.__come()").await?;
    page.see("Why this one").await?;
    page.comes_true(ON_THE_HEADING, Duration::from_secs(5))
        .await?;
    page.go_to("#/").await?;
    page.see_heading("How is your back right now?").await?;
    page.comes_true(drawn, Duration::from_secs(5)).await?;
    page.close().await
}
