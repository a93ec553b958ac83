//! After a reload or a killed browser, a session continues where it was.

use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use limber::domain::history::HoldEnd;
use limber::domain::pain::Pain;
use limber::domain::posture::Side;
use limber::store::{RecordKey, read_session};
use limber_browser_tests::{Page, Profile, Site, Visit, faults};
use tokio::time::sleep;

use crate::holding;

/// Long enough to be in the middle of it.
const HOLD: Duration = Duration::from_secs(60);

/// Starts the first hold, and waits until this number is visible.
async fn into_the_hold(page: &Page, hold: Duration, until: &str) -> Result<()> {
    holding::into_the_hold(page, hold).await?;
    page.see_within(until, Duration::from_secs(30)).await
}

/// The seconds shown, from "57" or "1:57".
fn seconds(shown: &str) -> Result<u64> {
    let mut seconds = 0;
    for part in shown.trim().split(':') {
        let part: u64 = part
            .parse()
            .with_context(|| format!("“{shown}” is no time"))?;
        seconds = seconds * 60 + part;
    }
    Ok(seconds)
}

/// Whether this is the name of a finished session's record.
fn is_history(name: &str) -> bool {
    matches!(RecordKey::named(name), Some(RecordKey::Session(_)))
}

/// The seconds left of the hold, read in the same moment in which a script runs.
async fn left_and(page: &Page, then: &str) -> Result<u64> {
    let script =
        format!("const shown = document.querySelector('.number').innerText; {then}; return shown");
    let shown = page.run(&script).await?;
    seconds(shown.as_str().unwrap_or_default())
}

async fn left(page: &Page) -> Result<u64> {
    left_and(page, "").await
}

/// The seconds of the hold that are offered to continue with.
async fn offered(page: &Page) -> Result<u64> {
    page.see_heading("Go on: Pigeon, left side").await?;
    let text = page.text().await?;
    let lost = || format!("nothing is said of what was left: {text}");
    let line = text.lines().find(|line| line.contains("of the hold"));
    let line = line.with_context(lost)?;
    let mut total = 0;
    let mut words = line.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let Ok(number) = word.parse::<u64>() else {
            continue;
        };
        let unit = words.peek().copied().unwrap_or_default();
        total += if unit.starts_with("minute") {
            60 * number
        } else {
            number
        };
    }
    ensure!(total > 0, "no time is named: {line}");
    Ok(total)
}

/// Reloads in the middle of the hold. Returns how much was left then, and is offered now.
async fn reload_in_the_hold(page: &Page) -> Result<(u64, u64)> {
    into_the_hold(page, HOLD, "54").await?;
    let before = left_and(page, "location.reload()").await?;
    Ok((before, offered(page).await?))
}

async fn visit(site: &Site) -> Result<Page> {
    visit_again(site, &Profile::new()?).await
}

/// A visit with a profile that may have been used before.
async fn visit_again(site: &Site, profile: &Profile) -> Result<Page> {
    Visit::to(site)
        .profile(profile)
        .before_load(faults::recorded_speech())
        .open()
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_reload_one_goes_on_to_the_second() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = visit(&site).await?;
    let (before, offered) = reload_in_the_hold(&page).await?;
    assert!(
        offered.abs_diff(before) <= 1,
        "{before} s were left, {offered} are offered"
    );
    page.press("Continue").await?;
    page.see("Pigeon, left side.").await?;
    page.see("Get ready").await?;
    assert_eq!(
        left(&page).await?,
        offered,
        "what is left is shown while one gets ready"
    );
    page.see_within("Hold", Duration::from_secs(30)).await?;
    let going_on = left(&page).await?;
    assert!(
        (offered.saturating_sub(2)..=offered).contains(&going_on),
        "{offered} s were offered, it goes on with {going_on}"
    );
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_reload_a_side_can_be_repeated() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = visit(&site).await?;
    reload_in_the_hold(&page).await?;
    page.press("Repeat this side").await?;
    page.see("Getting into it").await?;
    page.see("Left side").await?;
    assert_eq!(left(&page).await?, HOLD.as_secs());
    page.press("I’m in position").await?;
    page.see_within("Hold", Duration::from_secs(30)).await?;
    assert!(HOLD.as_secs() - left(&page).await? <= 2);
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_reload_a_hold_can_be_counted_as_done() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = visit(&site).await?;
    let (_, offered) = reload_in_the_hold(&page).await?;
    page.press("Count it as done").await?;
    page.see("Right side").await?;
    page.press("End").await?;
    page.see("Stopped here.").await?;
    let kept = page.storage().await?;
    let record = kept.iter().find(|(name, _)| is_history(name));
    let record = read_session(record.context("nothing is in the history")?.1)
        .ok()
        .context("it can be read")?;
    let done = record.done.first().context("nothing was done")?;
    assert_eq!(
        (done.side, done.end),
        (Some(Side::Left), HoldEnd::CountedAsDone)
    );
    let held = done.held.as_secs_f64();
    #[expect(clippy::cast_precision_loss, reason = "some seconds")]
    let expected = (HOLD.as_secs() - offered) as f64;
    assert!(
        (held - expected).abs() <= 1.5,
        "{held} s held, not {expected}"
    );
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_browser_goes_on_to_the_second() -> Result<()> {
    let site = Site::of_built_page().await?;
    let profile = Profile::new()?;
    let page = visit_again(&site, &profile).await?;
    into_the_hold(&page, HOLD, "48").await?;
    let before = left(&page).await?;
    page.kill();
    let page = visit_again(&site, &profile).await?;
    let offered = offered(&page).await?;
    ensure!(
        (before.saturating_sub(2)..=before).contains(&offered),
        "{before} s were left, {offered} are offered"
    );
    page.press("Continue").await?;
    page.see_within("Hold", Duration::from_secs(30)).await?;
    assert!(left(&page).await? <= offered);
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_done_is_kept_although_the_browser_is_killed_at_once() -> Result<()> {
    let site = Site::of_built_page().await?;
    let profile = Profile::new()?;
    let page = visit_again(&site, &profile).await?;
    into_the_hold(&page, HOLD, "57").await?;
    page.press("End").await?;
    page.see("How is it now?").await?;
    page.press("4").await?;
    sleep(Duration::from_secs(1)).await;
    page.kill();

    let page = visit_again(&site, &profile).await?;
    // What the killed browser had not written to disk is restored once the page is there, not before.
    let made_up =
        "return Object.keys(localStorage).some((key) => key.startsWith('limber/history/'))";
    page.comes_true(made_up, Duration::from_secs(15)).await?;
    page.see("How is your back right now?").await?;
    page.gone("Go on").await?;
    let kept = page.storage().await?;
    let records: Vec<_> = kept.iter().filter(|(name, _)| is_history(name)).collect();
    ensure!(records.len() == 1, "one session is to be kept: {kept:?}");
    let record = read_session(records[0].1).ok().context("it can be read")?;
    assert_eq!(record.after.map(Pain::rating), Some(4));
    page.close().await
}
