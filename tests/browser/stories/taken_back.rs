//! The browser takes back what it gave: the wake lock, the voices, the worker, the clock, the claim to be the one tab
//! that plays.

use std::time::Duration;

use anyhow::{Result, ensure};
use limber_browser_tests::{Page, Site, Visit, faults};
use serde_json::json;

use crate::offline::is_kept;
use crate::screen_and_vibration::{be, screen};
use crate::short::{HOLD, leave_behind};

const SOON: Duration = Duration::from_secs(10);

/// A wake lock as browsers have it. `window.__save(true)` makes the battery saver take it, and refuse it from then on.
const SCREEN: &str = "
window.__screen = []; window.__sentinels = []; window.__saves = false;
Object.defineProperty(navigator, 'wakeLock', {value: {request: async () => {
  window.__screen.push(window.__saves ? 'no' : 'on');
  if (window.__saves) throw new DOMException('battery', 'NotAllowedError');
  const it = Object.assign(new EventTarget(), {released: false});
  it.release = async () => { if (!it.released) { it.released = true; window.__screen.push('off'); it.dispatchEvent(new Event('release')); } };
  window.__sentinels.push(it);
  return it;
}}});
window.__save = (saves) => {
  window.__saves = saves;
  const it = window.__sentinels.at(-1);
  if (saves && !it.released) { it.released = true; it.dispatchEvent(new Event('release')); }
};
";

#[tokio::test(flavor = "multi_thread")]
async fn the_battery_saver_takes_the_screen_and_a_tap_asks_for_it_again() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .before_load(SCREEN)
        .open()
        .await?;
    page.press("In spasm").await?;
    page.press("Start").await?;
    screen(&page, "on").await?;
    // Not at once: a lock taken back within a second counts as never given.
    tokio::time::sleep(Duration::from_secs(2)).await;
    page.run("window.__save(true)").await?;
    screen(&page, "on no").await?;
    page.see("screen").await?;
    page.run("window.__save(false)").await?;
    page.press("Got it").await?;
    screen(&page, "on no on").await?;
    page.press("End").await?;
    screen(&page, "on no on off").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn voices_that_vanish_while_one_speaks_leave_the_engines_own() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    page.press("In spasm").await?;
    page.press("Start").await?;
    page.comes_true("return window.__spoken.length === 1", SOON)
        .await?;
    page.run(
        "speechSynthesis.voices = []; speechSynthesis.dispatchEvent(new Event('voiceschanged'))",
    )
    .await?;
    let goes_on =
        "return window.__spoken.length >= 3 && window.__spoken.every((it) => !it.cancelled)";
    page.comes_true(goes_on, Duration::from_secs(60)).await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_utterance_that_comes_late_does_not_cost_the_voice() -> Result<()> {
    let site = Site::of_built_page().await?;
    // As on old phones: the first utterance starts the engine, which takes its time.
    let late = "const begin = speechSynthesis.begin;
       let first = true;
       speechSynthesis.begin = function () { if (first) { first = false; this.timers.push(setTimeout(() => begin.call(this), 6500)); } else begin.call(this); };";
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .before_load(late)
        .open()
        .await?;
    page.press("In spasm").await?;
    page.press("Start").await?;
    let speaks = "return window.__spoken.filter((it) => it.start !== null).length >= 2";
    page.comes_true(speaks, Duration::from_secs(45)).await?;
    ensure!(!page.text().await?.contains("voice does not answer"));
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_somebody_removed_is_put_back() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site).open().await?;
    is_kept(&page).await?;
    page.run("return navigator.serviceWorker.getRegistration().then((it) => it.unregister())")
        .await?;
    // The page looks for a newer version when it is seen again after some hours.
    page.run("const now = Date.now; Date.now = () => now() + 24 * 60 * 60 * 1000")
        .await?;
    be(&page, "hidden").await?;
    be(&page, "visible").await?;
    let again = "return navigator.serviceWorker.getRegistration().then((it) => Boolean(it))";
    page.comes_true(again, SOON).await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_is_set_back_is_followed() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site).open().await?;
    page.see("How is your back right now?").await?;
    page.run("const now = Date.now; Date.now = () => now() - 60 * 60 * 1000")
        .await?;
    page.press("In spasm").await?;
    page.see("Start").await?;
    let ahead = page
        .run(
            "const kept = Object.keys(localStorage).filter((key) => key.startsWith('limber/check-in/'));
             return kept.filter((key) => Number(key.split('/')[2].split('-')[0]) > Date.now() + 1000)",
        )
        .await?;
    assert_eq!(ahead, json!([]), "these lie in the future");
    page.close().await
}

/// The names of the locks held.
async fn locks(page: &Page) -> Result<Vec<String>> {
    let held = "return navigator.locks.query().then((it) => it.held.map((lock) => lock.name.replace(/[0-9a-f]+-[0-9a-f]+$/, 'ID')).sort())";
    Ok(serde_json::from_value(page.run(held).await?)?)
}

#[tokio::test(flavor = "multi_thread")]
async fn one_tab_claims_to_play_and_another_can_take_that_over() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    leave_behind(&page, HOLD).await?;
    page.press("Continue").await?;
    page.see("Getting into it").await?;
    let claimed = "return navigator.locks.query().then((it) => it.held.length === 2)";
    page.comes_true(claimed, SOON).await?;
    assert_eq!(locks(&page).await?, ["limber/playing", "limber/playing/ID"]);
    page.run("navigator.locks.request('limber/playing', {steal: true}, () => new Promise((over) => { window.__over = over; })); return null")
        .await?;
    // The lock of the session is released as well, so that the worker does not wait for it.
    let gone = "return navigator.locks.query().then((it) => it.held.length === 1)";
    page.comes_true(gone, SOON).await?;
    assert_eq!(locks(&page).await?, ["limber/playing"]);
    page.close().await
}
