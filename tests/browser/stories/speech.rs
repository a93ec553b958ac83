//! Voices that fail: the session continues, and the person sees one notice.

use std::time::Duration;

use anyhow::Result;
use limber::store::settings::VoiceChoice;
use limber::store::{RecordKey, Settings, print_settings};
use limber_browser_tests::{Site, Visit, faults};

use crate::short::{HOLD, leave_behind};

/// A minute of routine, and time for a voice to be given up.
const TO_THE_END: Duration = Duration::from_secs(150);

/// Presses “Next” while something is being said. The page does so itself: asked from outside, it may have said it by then.
const GOES_ON_IN_MID_SENTENCE: &str = "
const said = window.__spoken.at(-1);
const next = [...document.querySelectorAll('button')].find((it) => (it.getAttribute('aria-label') || it.innerText).trim().startsWith('Next'));
if (!next || said.start === null || said.end !== null) return false;
next.click();
return true;";

async fn goes_on_to_the_end(fault: impl Into<String>, told: &str) -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site).before_load(fault).open().await?;
    leave_behind(&page, HOLD).await?;
    page.press("Continue").await?;
    page.see_within(told, Duration::from_secs(60)).await?;
    page.press("Got it").await?;
    page.see_within("Change sides", TO_THE_END).await?;
    page.see_within("And now, how is it?", TO_THE_END).await?;
    assert!(!page.text().await?.contains(told), "it is told twice");
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_any_speech_the_captions_lead_to_the_end() -> Result<()> {
    goes_on_to_the_end(faults::no_speech(), "voice does not answer").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_voice_that_never_ends_is_given_up_and_the_captions_lead_on() -> Result<()> {
    goes_on_to_the_end(faults::speech_never_ends(), "never finished").await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_two_utterances_overlap_and_none_is_cut_off() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    leave_behind(&page, HOLD).await?;
    page.press("Continue").await?;
    page.see_within("And now, how is it?", TO_THE_END).await?;
    let faulty = page
        .run(
            "return window.__spoken.filter((said, nth, all) =>
               said.cancelled || said.end === null || (nth > 0 && said.start < all[nth - 1].end)).map((said) => said.text)",
        )
        .await?;
    assert_eq!(faulty, serde_json::json!([]));
    let sides = page.run("return window.__spoken.some((said) => said.text.includes('Change sides. Now the right.'))").await?;
    assert_eq!(sides, true);
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_voice_that_takes_over_is_heard_by_an_engine_that_was_only_just_cancelled() -> Result<()>
{
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::swallows_after_cancel())
        .open()
        .await?;
    let chosen = Settings {
        voice: Some(VoiceChoice {
            name: "Online".into(),
            language: "en-GB".into(),
        }),
        ..Settings::default()
    };
    page.keep(&RecordKey::Settings.to_string(), &print_settings(&chosen))
        .await?;
    leave_behind(&page, HOLD).await?;
    page.press("Continue").await?;
    page.see_within("The voice you chose does not answer", TO_THE_END)
        .await?;
    let another = "return window.__spoken.filter((said) => said.voice === 'Plain').length >= 2";
    page.comes_true(another, TO_THE_END).await?;
    let first = page
        .run("return window.__spoken.map((said) => [said.voice, said.start !== null]).slice(0, 2)")
        .await?;
    assert_eq!(
        first,
        serde_json::json!([["Online", false], ["Plain", true]])
    );
    // There the next line kept its distance by itself. Whoever goes on in the midst of a sentence leaves none.
    page.comes_true(GOES_ON_IN_MID_SENTENCE, TO_THE_END).await?;
    let heard = "return window.__spoken.some((said, nth, all) =>
       nth > 0 && all[nth - 1].voice === 'Plain' && all[nth - 1].cancelled && said.start !== null)";
    page.comes_true(heard, Duration::from_secs(20)).await?;
    assert!(!page.text().await?.contains("This device’s voice"));
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn thousands_of_late_voices_are_searched_not_listed() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .at("#/settings")
        .before_load(faults::late_voices(13_000, 1_500))
        .open()
        .await?;
    page.see("Find a voice").await?;
    let listed = page
        .run("return document.querySelectorAll('input[name=voice]').length")
        .await?;
    assert!(
        listed
            .as_u64()
            .is_some_and(|listed| (2..=13).contains(&listed)),
        "{listed}"
    );
    page.close().await
}
