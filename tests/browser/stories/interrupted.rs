//! A call, another app, a browser that refuses: the sound goes, the session does not.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Page, Site, Visit, faults};

use crate::holding;
use crate::short::leave_behind;

const HOLD: Duration = Duration::from_secs(60);
const SOON: Duration = Duration::from_secs(10);
const WAITS: &str = "Something else took the sound";

/// Collects in `window.__players` the audio elements that were asked to play.
const PLAYERS: &str = "
window.__players = [];
const play = HTMLMediaElement.prototype.play;
HTMLMediaElement.prototype.play = function () { if (!window.__players.includes(this)) window.__players.push(this); return play.call(this); };
";

async fn into_the_hold(page: &Page) -> Result<()> {
    holding::into_the_hold(page, HOLD).await?;
    page.see("57").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_makes_the_session_wait_and_a_tap_goes_on_with_sound() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .before_load(faults::recorded_tones())
        .before_load(faults::calls())
        .open()
        .await?;
    into_the_hold(&page).await?;
    page.run("window.__ring()").await?;
    page.see(WAITS).await?;
    let notes = "return window.__tones.length";
    let before = page.run(notes).await?;
    page.press("Continue").await?;
    page.see("Pigeon, left side.").await?;
    // The old device stays silent; a new one is opened, and the tones are scheduled on it.
    page.comes_true("return window.__contexts.length === 2", SOON)
        .await?;
    page.see_within("Hold", Duration::from_secs(30)).await?;
    let more = format!("return window.__tones.length > {before}");
    page.comes_true(&more, SOON).await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn another_app_that_takes_the_sound_makes_it_wait() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .before_load(PLAYERS)
        .open()
        .await?;
    into_the_hold(&page).await?;
    page.comes_true(
        "return window.__players.some((player) => !player.paused)",
        SOON,
    )
    .await?;
    page.run("window.__players[0].pause()").await?;
    page.see(WAITS).await?;
    // When the other app is done, the system resumes the tone; the session waits for the person.
    page.run("window.__players[0].play().catch(() => {})")
        .await?;
    page.comes_true("return window.__players[0].paused", SOON)
        .await?;
    page.see(WAITS).await?;
    page.press("Continue").await?;
    page.see("Get ready").await?;
    page.comes_true("return !window.__players[0].paused", SOON)
        .await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_any_sound_or_lock_screen_the_session_goes_on() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .before_load(faults::no_audio())
        .before_load(faults::no_media_session())
        .before_load(faults::elements_refused())
        .open()
        .await?;
    leave_behind(&page, Duration::from_secs(8)).await?;
    page.press("Continue").await?;
    page.see("This browser does not make tones.").await?;
    page.press("Got it").await?;
    page.see("With the screen locked it may fall silent")
        .await?;
    page.press("Got it").await?;
    page.see_within("And now, how is it?", Duration::from_secs(120))
        .await?;
    // Each notice was shown once.
    page.gone("Got it").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn music_is_left_alone_when_that_is_set_and_stays_so() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .before_load(faults::recorded_audio_session())
        .before_load(PLAYERS)
        .at("#/settings")
        .open()
        .await?;
    page.press("Leave my music alone").await?;
    leave_behind(&page, HOLD).await?;
    page.go_to("#/").await?;
    page.press("Continue").await?;
    page.see("Getting into it").await?;
    let shared = "return window.__shared.join(' ')";
    assert_eq!(page.run(shared).await?, "ambient");
    assert_eq!(page.run("return window.__players.length").await?, 0);
    page.press("End").await?;
    page.see("Stopped here.").await?;
    assert_eq!(page.run(shared).await?, "ambient auto");
    page.close().await
}
