//! What is stored on the device, and what happens where nothing can be.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Engine, Site, Visit, faults, in_every_engine};

use crate::holding::into_the_hold;
use crate::questions::none_of_these;

in_every_engine!(
    a_session_goes_on_after_a_reload,
    a_routine_that_came_by_a_link_is_kept,
    what_is_set_stays_set,
    where_nothing_may_be_kept_a_session_works_and_it_is_said,
);

async fn a_session_goes_on_after_a_reload(engine: Engine) -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .engine(engine)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    into_the_hold(&page, Duration::from_secs(60)).await?;
    page.see("57").await?;
    page.reload().await?;
    page.see_heading("Go on: Pigeon, left side").await?;
    page.press("Continue").await?;
    page.see("Get ready").await?;
    page.see_within("Hold", Duration::from_secs(30)).await?;
    let left = "const left = parseInt(document.querySelector('.number').innerText, 10); return left > 45 && left < 58";
    page.comes_true(left, Duration::from_secs(5)).await?;
    page.close().await
}

async fn a_routine_that_came_by_a_link_is_kept(engine: Engine) -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .engine(engine)
        .at("#/take-in/routine%3A%20Sch%C3%B6n%20%26%20gut%0Acat-cow%3A%205%20times")
        .open()
        .await?;
    page.see_heading("Schön & gut").await?;
    page.press("Keep this routine").await?;
    page.see("Pass it on").await?;
    page.reload().await?;
    page.see_heading("Schön & gut").await?;
    page.press("Library").await?;
    page.see("Your routines").await?;
    page.close().await
}

async fn what_is_set_stays_set(engine: Engine) -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .engine(engine)
        .at("#/settings")
        .open()
        .await?;
    page.press("Dark").await?;
    page.reload().await?;
    let dark = "return getComputedStyle(document.documentElement).colorScheme === 'dark'";
    page.comes_true(dark, Duration::from_secs(5)).await?;
    page.close().await
}

async fn where_nothing_may_be_kept_a_session_works_and_it_is_said(engine: Engine) -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .engine(engine)
        .newcomer()
        .before_load(faults::recorded_speech())
        .before_load(faults::storage_forbidden())
        .open()
        .await?;
    page.see("does not let Limber keep anything").await?;
    page.press("Got it").await?;
    page.press("In spasm").await?;
    none_of_these(&page).await?;
    page.press("Start").await?;
    page.see("In spasm, right now.").await?;
    page.press("End").await?;
    page.see("How is it now?").await?;
    page.close().await
}
