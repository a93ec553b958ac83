//! Voices that are missing, never end, or are the engine's own: tones and captions lead on. `speech.rs` covers
//! Chromium.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Engine, Page, Site, Visit, faults, in_the_other_engines};

use crate::short::{HOLD, leave_behind};

in_the_other_engines!(
    without_any_speech_tones_and_captions_lead_on,
    a_voice_that_never_ends_is_given_up_and_tones_lead_on,
);

/// Long enough for a voice to be given up.
const PATIENTLY: Duration = Duration::from_secs(60);

/// Notes whether the sides were ever changed. That is shown for some seconds only, and a busy `WebKit` may leave the driver
/// without an answer for as long.
const WATCH_FOR_THE_CHANGE: &str = "
window.__changed = false;
const look = () => { window.__changed ||= document.body.innerText.includes('Change sides'); };
new MutationObserver(look).observe(document.body, {subtree: true, childList: true, characterData: true});
";

async fn without_any_speech_tones_and_captions_lead_on(engine: Engine) -> Result<()> {
    goes_on(engine, faults::no_speech(), "voice does not answer").await
}

async fn a_voice_that_never_ends_is_given_up_and_tones_lead_on(engine: Engine) -> Result<()> {
    goes_on(engine, faults::speech_never_ends(), "never finished").await
}

/// `WebKitGTK` has voices of its own. Without a sound system it reports at once that they have ended. The other engines
/// find no voice here.
#[tokio::test(flavor = "multi_thread")]
async fn a_voice_that_ends_unheard_is_given_up_and_tones_lead_on() -> Result<()> {
    goes_on(Engine::WebKit, "", "voice does not answer").await
}

/// Without a sound system, Firefox opens an audio device that never runs, and reports no error.
#[tokio::test(flavor = "multi_thread")]
async fn where_there_is_nothing_to_sound_on_it_is_told_and_captions_lead_on() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .engine(Engine::Firefox)
        .nothing_to_sound_on()
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    led_through_a_hold(&page, "does not make tones").await?;
    assert!(
        !page.text().await?.contains("make tones"),
        "it is told twice"
    );
    page.close().await
}

/// Waits for this notice, and is then led through a hold.
async fn led_through_a_hold(page: &Page, told: &str) -> Result<()> {
    leave_behind(page, HOLD).await?;
    page.run(WATCH_FOR_THE_CHANGE).await?;
    page.press("Continue").await?;
    page.see_within(told, PATIENTLY).await?;
    page.press("Got it").await?;
    page.see_within("I’m in position", PATIENTLY).await?;
    page.press("I’m in position").await?;
    page.comes_true("return window.__changed", PATIENTLY).await
}

/// Checks that one notice is shown, and that tones and captions then lead through a hold.
async fn goes_on(engine: Engine, fault: impl Into<String>, told: &str) -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .engine(engine)
        .before_load(fault)
        .before_load(faults::recorded_tones())
        .open()
        .await?;
    led_through_a_hold(&page, told).await?;
    // The tones for its beginning, its last three seconds and its end.
    let sounded =
        "return window.__tones.length >= 5 && window.__tones.every((tone) => tone.when > 0)";
    page.comes_true(sounded, Duration::from_secs(5)).await?;
    assert!(!page.text().await?.contains(told), "it is told twice");
    page.close().await
}
