//! Voices that are missing, or never end, or are the engine's own: tones and captions lead on. What becomes of them
//! in Chromium is told in `speech.rs`.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Engine, Page, Site, Visit, faults, in_the_other_engines};

use crate::short::{HOLD, leave_behind};

in_the_other_engines!(
    without_any_speech_tones_and_captions_lead_on,
    a_voice_that_never_ends_is_given_up_and_tones_lead_on,
);

/// Time for a voice to be given up on.
const PATIENTLY: Duration = Duration::from_secs(60);

async fn without_any_speech_tones_and_captions_lead_on(engine: Engine) -> Result<()> {
    goes_on(engine, faults::no_speech(), "voice does not answer").await
}

async fn a_voice_that_never_ends_is_given_up_and_tones_lead_on(engine: Engine) -> Result<()> {
    goes_on(engine, faults::speech_never_ends(), "never finished").await
}

/// `WebKitGTK` brings voices of its own. Where they have nothing to sound on, it says at once that they have ended;
/// the other engines find no voice here.
#[tokio::test(flavor = "multi_thread")]
async fn a_voice_that_ends_unheard_is_given_up_and_tones_lead_on() -> Result<()> {
    goes_on(Engine::WebKit, "", "voice does not answer").await
}

/// Firefox opens an audio device that never runs where there is nothing to sound on, and says nothing of it.
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

/// Is told this once, and then led through a hold.
async fn led_through_a_hold(page: &Page, told: &str) -> Result<()> {
    leave_behind(page, HOLD).await?;
    page.press("Continue").await?;
    page.see_within(told, PATIENTLY).await?;
    page.press("Got it").await?;
    page.see_within("I’m in position", PATIENTLY).await?;
    page.press("I’m in position").await?;
    page.see_within("Change sides", PATIENTLY).await
}

/// One is told once, and then led through a hold by what one sees and by tones.
async fn goes_on(engine: Engine, fault: impl Into<String>, told: &str) -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .engine(engine)
        .before_load(fault)
        .before_load(faults::recorded_tones())
        .open()
        .await?;
    led_through_a_hold(&page, told).await?;
    // It begins, three seconds are left, it ends.
    let sounded =
        "return window.__tones.length >= 5 && window.__tones.every((tone) => tone.when > 0)";
    page.comes_true(sounded, Duration::from_secs(5)).await?;
    assert!(!page.text().await?.contains(told), "it is told twice");
    page.close().await
}
