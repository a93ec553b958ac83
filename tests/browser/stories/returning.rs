//! Reloads, and browsers that are killed: one goes on where one was.

use std::time::Duration;

use anyhow::{Context as _, Result};
use limber_browser_tests::{Page, Profile, Site, Visit, faults};

use crate::short::leave_behind;

/// Long enough to be in the midst of it.
const HOLD: Duration = Duration::from_secs(60);

/// Is led into the first hold, and stays in it for some seconds. Returns what is left of it then.
async fn into_the_hold(page: &Page) -> Result<u64> {
    leave_behind(page, HOLD).await?;
    page.press("Continue").await?;
    page.see("Getting into it").await?;
    page.press("I’m in position").await?;
    page.see_within("Hold", Duration::from_secs(30)).await?;
    page.see_within("54", Duration::from_secs(20)).await?;
    number(page).await
}

/// The large number.
async fn number(page: &Page) -> Result<u64> {
    let shown = page
        .run("return document.querySelector('.number').innerText")
        .await?;
    shown
        .as_str()
        .unwrap_or_default()
        .trim()
        .parse()
        .with_context(|| format!("{shown} is no number"))
}

/// The seconds that are offered to go on with.
async fn offered(page: &Page) -> Result<u64> {
    page.see("Go on: Pigeon, left side").await?;
    let text = page.text().await?;
    let (before, _) = text
        .split_once(" seconds of the hold were left")
        .with_context(|| text.clone())?;
    Ok(before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default()
        .parse()?)
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_reload_one_goes_on_to_the_second() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    let left = into_the_hold(&page).await?;
    page.reload().await?;
    let offered = offered(&page).await?;
    assert!(
        offered.abs_diff(left) <= 1,
        "{left} were left, {offered} are offered"
    );
    page.press("Continue").await?;
    page.see("Pigeon, left side.").await?;
    page.press("I’m in position").await?;
    page.see("Hold").await?;
    assert!(number(&page).await? <= offered);
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_reload_a_side_can_be_repeated_or_counted_as_done() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    into_the_hold(&page).await?;
    page.reload().await?;
    offered(&page).await?;
    page.press("Repeat this side").await?;
    page.see("Getting into it").await?;
    page.see("Left side").await?;
    page.see("60").await?;
    page.press("I’m in position").await?;
    page.see("57").await?;
    page.reload().await?;
    offered(&page).await?;
    page.press("Count it as done").await?;
    page.see("Right side").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_browser_loses_no_more_than_it_had_not_written() -> Result<()> {
    let site = Site::of_built_page().await?;
    let profile = Profile::new()?;
    let visit = || {
        Visit::to(&site)
            .profile(&profile)
            .before_load(faults::recorded_speech())
    };
    let page = visit().open().await?;
    let left = into_the_hold(&page).await?;
    // The browser itself writes lazily, some seconds after it was told: what it is asked to keep
    // each second it must have on its disk before it is killed.
    page.see_within("39", Duration::from_secs(30)).await?;
    page.kill();
    let page = visit().open().await?;
    let offered = offered(&page).await?;
    assert!(
        (38..left).contains(&offered),
        "39 were left, {offered} are offered"
    );
    page.close().await
}
