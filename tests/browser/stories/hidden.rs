//! With another app in front, or the screen locked, a session continues, and a headset's keys control it.

use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use limber_browser_tests::{MediaKeys, Page, Site, Visit, faults};

use crate::holding::into_the_hold;
use crate::short::leave_behind;

/// Six minutes: after five, a browser delays timers by up to a minute.
const AWAY: Duration = Duration::from_secs(6 * 60);
/// Two such holds, with all that is said between them, fit into that time, and the second ends after the fifth minute.
const HOLD: Duration = Duration::from_secs(145);

/// Notes in `window.__notes` the longest delay of a timer of 100 ms while the page was hidden, and each change of the
/// activity that the player shows.
const NOTES: &str = "
window.__notes = {slowest: 0, hidden: false, changes: []};
let last = performance.now();
setInterval(() => {
  const now = performance.now();
  if (document.visibilityState === 'hidden' && window.__notes.hidden) window.__notes.slowest = Math.max(window.__notes.slowest, now - last);
  window.__notes.hidden = document.visibilityState === 'hidden';
  last = now;
}, 100);
new MutationObserver(() => {
  const activity = document.querySelector('.activity')?.innerText ?? document.querySelector('.activity')?.textContent ?? '';
  if (window.__notes.changes.at(-1)?.activity !== activity) {
    window.__notes.changes.push({activity, at: performance.now(), hidden: document.visibilityState === 'hidden'});
  }
}).observe(document, {childList: true, subtree: true, characterData: true});
";

async fn slowest(page: &Page) -> Result<f64> {
    let slowest = page
        .run("const slowest = window.__notes.slowest; window.__notes.slowest = 0; return slowest")
        .await?;
    slowest.as_f64().context("no notes were taken")
}

/// How long each hold that began and ended while hidden was shown, in milliseconds.
async fn hidden_holds(page: &Page) -> Result<Vec<f64>> {
    let holds = page
        .run(
            "return window.__notes.changes.map((from, nth, all) => [from, all[nth + 1]])
               .filter(([from, to]) => from.activity === 'Hold' && from.hidden && to && to.hidden)
               .map(([from, to]) => to.at - from.at)",
        )
        .await?;
    Ok(serde_json::from_value(holds)?)
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes six minutes; `cargo xtask test --all` tells it"]
async fn a_hidden_session_goes_on_to_the_second() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .dozes_when_hidden()
        .before_load(faults::recorded_speech())
        .before_load(NOTES)
        .open()
        .await?;
    // A hidden page that plays nothing is throttled here: its timers wait for up to a second.
    page.hidden_for(Duration::from_secs(5)).await?;
    let dozing = slowest(&page).await?;
    ensure!(dozing > 800.0, "a hidden page does not doze here: {dozing}");

    leave_behind(&page, HOLD).await?;
    page.press("Continue").await?;
    page.see("Getting into it").await?;
    page.hidden_for(AWAY).await?;
    let awake = slowest(&page).await?;
    ensure!(awake < 700.0, "it dozed for {awake} ms");
    let holds = hidden_holds(&page).await?;
    ensure!(holds.len() == 2, "both holds were over: {holds:?}");
    for hold in holds {
        let error = (hold - HOLD.as_secs_f64() * 1e3).abs();
        ensure!(error < 1_000.0, "a hold of {hold} ms");
    }
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_plays_along_stays_awake_as_well() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .dozes_when_hidden()
        .before_load(faults::recorded_speech())
        .before_load(NOTES)
        .at("#/settings")
        .open()
        .await?;
    page.press("Leave my music alone").await?;
    leave_behind(&page, HOLD).await?;
    page.go_to("#/").await?;
    page.press("Continue").await?;
    page.see("Getting into it").await?;
    page.hidden_for(Duration::from_secs(6)).await?;
    let awake = slowest(&page).await?;
    ensure!(awake < 700.0, "it dozed for {awake} ms");
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_media_keys_of_the_desktop_lead_a_hidden_session() -> Result<()> {
    let keys = MediaKeys::start()?;
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .media_keys(&keys)
        .dozes_when_hidden()
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    into_the_hold(&page, Duration::from_secs(60)).await?;
    page.hidden(async || {
        // The length of the hold in microseconds.
        keys.show(&["Playing", "Pigeon, left side", "\"Hold\"", " 60000000"])
            .await?;
        keys.press("Pause").await?;
        keys.show(&["Paused", "Pigeon, left side"]).await?;
        keys.press("Play").await?;
        keys.show(&["Playing", "Get ready"]).await?;
        keys.press("Next").await?;
        keys.show(&["Changing sides", "Pigeon, right side"]).await?;
        keys.press("Previous").await?;
        keys.show(&["Playing", "Pigeon, left side"]).await?;
        keys.press("PlayPause").await?;
        keys.show(&["Paused"]).await
    })
    .await?;
    page.see("Paused").await?;
    page.press("Continue").await?;
    keys.show(&["Playing"]).await?;
    page.press("End").await?;
    page.see("Stopped here.").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lock_screen_shows_the_hold_and_its_keys_lead_on() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .before_load(faults::recorded_media_session())
        .open()
        .await?;
    into_the_hold(&page, Duration::from_secs(60)).await?;
    let shown = page
        .run(
            "const {metadata, position, playbackState, handlers} = window.__lock;
             return [metadata.title, metadata.artist, position.duration, position.position < 10, playbackState,
               Object.keys(handlers).sort().join(' '), metadata.artwork.length > 0].join(', ')",
        )
        .await?;
    assert_eq!(
        shown,
        "Pigeon, left side, Hold, 60, true, playing, nexttrack pause play previoustrack, true"
    );
    page.run("window.__lock.press('pause')").await?;
    page.see("Paused").await?;
    page.run("window.__lock.press('play')").await?;
    page.see("Get ready").await?;
    page.run("window.__lock.press('nexttrack')").await?;
    page.see("Right side").await?;
    page.press("End").await?;
    page.see("Stopped here.").await?;
    let gone = "return window.__lock.metadata === null && Object.keys(window.__lock.handlers).length === 0";
    page.comes_true(gone, Duration::from_secs(5)).await?;
    page.close().await
}
