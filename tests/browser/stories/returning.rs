//! Reloads, and browsers that are killed: one goes on where one was.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use limber::domain::history::HoldEnd;
use limber::domain::posture::Side;
use limber::store::{keys, read_session};
use limber_browser_tests::{Page, Profile, Site, Visit, faults};
use tokio::time::sleep;

use crate::short::leave_behind;

/// Long enough to be in the midst of it.
const HOLD: Duration = Duration::from_secs(60);
/// Chromium writes what is kept to its disk once a minute when it changes all the time: this hold
/// lasts until the second time.
const LONG_HOLD: Duration = Duration::from_secs(150);

/// A session is kept in no fewer bytes than this.
const A_SNAPSHOT: u64 = 1_000;

/// Is led into the first hold, up to the moment when this number can be read.
async fn into_the_hold(page: &Page, hold: Duration, until: &str) -> Result<()> {
    leave_behind(page, hold).await?;
    page.press("Continue").await?;
    page.see("Getting into it").await?;
    page.press("I’m in position").await?;
    page.see_within("Hold", Duration::from_secs(30)).await?;
    page.see_within(until, Duration::from_secs(30)).await
}

/// The seconds that the page shows, from "57" or "1:57".
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

/// What is left of the hold, and what the page is asked to do in the same moment.
async fn left_and(page: &Page, then: &str) -> Result<u64> {
    let script =
        format!("const shown = document.querySelector('.number').innerText; {then}; return shown");
    let shown = page.run(&script).await?;
    seconds(shown.as_str().unwrap_or_default())
}

async fn left(page: &Page) -> Result<u64> {
    left_and(page, "").await
}

/// The seconds that are offered to go on with.
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

/// Reloads in the middle of the hold; says how much was left then and is offered now.
async fn reload_in_the_hold(page: &Page) -> Result<(u64, u64)> {
    into_the_hold(page, HOLD, "54").await?;
    let before = left_and(page, "location.reload()").await?;
    Ok((before, offered(page).await?))
}

async fn visit(site: &Site) -> Result<Page> {
    Visit::to(site)
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
    let record = kept.iter().find(|(key, _)| key.starts_with(keys::HISTORY));
    let record = read_session(record.context("nothing is in the history")?.1)?;
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

/// How much the browser has written to its disk of what pages keep.
fn written(profile: &Profile) -> Result<u64> {
    let folder: PathBuf = profile.path().join("Default/Local Storage/leveldb");
    let mut bytes = 0;
    for entry in std::fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
        bytes += entry?.metadata()?.len();
    }
    Ok(bytes)
}

/// Waits until the browser has written down what the page keeps, and says what was left then.
async fn left_when_written(page: &Page, profile: &Profile) -> Result<u64> {
    let before = written(profile)?;
    for _ in 0..1_000 {
        if written(profile)? > before + A_SNAPSHOT {
            let left = left(page).await?;
            // It writes in pieces, and reads again only what is whole.
            sleep(Duration::from_secs(1)).await;
            return Ok(left);
        }
        sleep(Duration::from_millis(100)).await;
    }
    anyhow::bail!("the browser writes nothing")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_browser_loses_only_what_it_had_not_written() -> Result<()> {
    let site = Site::of_built_page().await?;
    let profile = Profile::new()?;
    let open = || {
        Visit::to(&site)
            .profile(&profile)
            .before_load(faults::recorded_speech())
            .open()
    };
    let page = open().await?;
    into_the_hold(&page, LONG_HOLD, "2:20").await?;
    let before = left_when_written(&page, &profile).await?;
    page.kill();
    let page = open().await?;
    let offered = offered(&page).await?;
    // Chromium writes five seconds after the first change, and then once a minute at the most.
    ensure!(
        (before.saturating_sub(2)..LONG_HOLD.as_secs()).contains(&offered),
        "{before} s were left, {offered} are offered"
    );
    page.press("Continue").await?;
    page.see_within("Hold", Duration::from_secs(30)).await?;
    assert!(left(&page).await? <= offered);
    page.close().await
}
