//! The day is the one where the person is, in the moment in which they say how their back is.

use std::time::Duration;

use anyhow::{Context as _, Result};
use limber::domain::episode::Day;
use limber::store::read_check_in;
use limber_browser_tests::{Page, Site, Visit};
use serde_json::json;

const SOON: Duration = Duration::from_secs(10);

/// A clock which begins at a moment, and can be set by `window.__set`; both in milliseconds.
const CLOCK: &str = "
const Real = Date;
const opened = performance.now();
let began = AT;
const now = () => began + performance.now() - opened;
window.__set = (at) => { began = at - (performance.now() - opened); };
window.Date = class extends Real {
  constructor(...what) { super(...(what.length > 0 ? what : [now()])); }
  static now() { return now(); }
};";

/// Has the device be in this zone from now on.
async fn is_in(page: &Page, zone: &str) -> Result<()> {
    let zone = json!({"timezoneId": zone});
    page.ask_chromium("Emulation.setTimezoneOverride", zone)
        .await?;
    Ok(())
}

/// Gives an answer, and returns the day that it is kept with, and the moment, in milliseconds.
async fn answers(page: &Page, answer: &str, nth: usize) -> Result<(Day, i64)> {
    page.press(answer).await?;
    let kept = format!(
        "return Object.keys(localStorage).filter((key) => key.startsWith('limber/check-in/')).length === {nth}"
    );
    page.comes_true(&kept, SOON).await?;
    let kept = page.storage().await?;
    let mut check_ins = kept
        .iter()
        .filter(|(key, _)| key.starts_with("limber/check-in/"));
    let (_, latest) = check_ins.next_back().context("no check-in is kept")?;
    let latest = read_check_in(latest).map_err(|error| anyhow::anyhow!("{error:?}"))?;
    Ok((latest.day, i64::try_from(latest.at.as_millis())?))
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_travels_with_the_page_open_answers_on_the_day_of_where_they_are() -> Result<()> {
    const HOUR: i64 = 60 * 60 * 1000;
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site).newcomer().open().await?;
    // As far from each other as two places are: it is never the same day in both.
    is_in(&page, "Etc/GMT+12").await?;
    page.go_to("#/").await?;
    page.reload().await?;
    let (day, at) = answers(&page, "In spasm", 1).await?;
    assert_eq!(day.0, (at - 12 * HOUR).div_euclid(24 * HOUR));

    is_in(&page, "Pacific/Kiritimati").await?;
    page.go_to("#/").await?;
    let (day, at) = answers(&page, "Sore", 2).await?;
    assert_eq!(day.0, (at + 14 * HOUR).div_euclid(24 * HOUR));
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_hour_that_comes_twice_before_midnight_is_still_of_that_day() -> Result<()> {
    // In Egypt, summer time ends at midnight: at 21:00 by universal time, it is 23:00 once more.
    const EVENING: i64 = 1_824_755_400_000;
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .newcomer()
        .before_load(CLOCK.replacen("AT", &EVENING.to_string(), 1))
        .open()
        .await?;
    is_in(&page, "Africa/Cairo").await?;
    page.reload().await?;
    let (before, _) = answers(&page, "In spasm", 1).await?;
    page.run(&format!("window.__set({EVENING} + 60 * 60 * 1000)"))
        .await?;
    page.go_to("#/").await?;
    let (same, _) = answers(&page, "Sore", 2).await?;
    assert_eq!(same, before, "it is half past eleven again");
    page.run(&format!("window.__set({EVENING} + 2 * 60 * 60 * 1000)"))
        .await?;
    page.go_to("#/").await?;
    let (next, _) = answers(&page, "In spasm", 3).await?;
    assert_eq!(next.since(before), 1, "it is half past midnight");
    page.close().await
}
