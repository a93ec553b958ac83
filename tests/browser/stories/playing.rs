//! From the question to the ending, by pointer and by keys.

use anyhow::{Context as _, Result};
use limber::domain::history::{HoldEnd, SessionRecord};
use limber::domain::pain::Pain;
use limber::domain::session::Ending;
use limber::store::{RecordKey, read_session};
use limber_browser_tests::{Page, Site, Size, Visit, faults};

/// Starts the four postures, up to the first hold of pigeon.
pub(crate) async fn into_pigeon(page: &Page) -> Result<()> {
    page.press("Sore or stiff").await?;
    page.press("Start").await?;
    page.see("The four postures.").await?;
    page.press("Next").await?;
    page.see_heading("90-90 rest").await?;
    page.press("Next").await?;
    page.see_heading("Pigeon").await?;
    page.press("I’m in position").await?;
    page.see("Hold").await
}

/// Everything the voice was asked to say, in order.
async fn said(page: &Page) -> Result<Vec<String>> {
    let said = page
        .run("return window.__spoken.map((said) => said.text)")
        .await?;
    Ok(serde_json::from_value(said)?)
}

/// The only session in the history.
async fn record(page: &Page) -> Result<SessionRecord> {
    let kept = page.storage().await?;
    let records: Vec<_> = kept
        .iter()
        .filter(|(name, _)| matches!(RecordKey::named(name), Some(RecordKey::Session(_))))
        .collect();
    anyhow::ensure!(records.len() == 1, "one session is to be kept: {kept:?}");
    read_session(records[0].1).ok().context("it can be read")
}

#[tokio::test(flavor = "multi_thread")]
async fn two_taps_lead_to_the_first_spoken_word() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    page.press("In spasm").await?;
    page.press("Start").await?;
    page.comes_true(
        "return window.__spoken.length > 0",
        std::time::Duration::from_secs(5),
    )
    .await?;
    let said = said(&page).await?;
    let first = said.first().context("nothing was said")?;
    assert!(first.starts_with("In spasm, right now."), "{first}");
    page.see(first).await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_paused_hurts_ends_and_is_kept() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    page.press("Sore or stiff").await?;
    page.press("5").await?;
    page.press("Start").await?;
    page.see("The four postures.").await?;
    page.press("Next").await?;
    page.see_heading("90-90 rest").await?;
    page.press("Next").await?;
    page.see("Left side").await?;
    page.press("I’m in position").await?;
    page.see("Hold").await?;
    page.press("Pause").await?;
    page.see("Paused").await?;
    page.press("Continue").await?;
    page.see("Get ready").await?;
    page.see("Hold").await?;
    page.press("This hurts").await?;
    page.see("Stop there.").await?;
    page.press("An easier way").await?;
    page.see("We do it an easier way").await?;
    let words = said(&page).await?;
    for part in [
        "The four postures.",
        "Stop there.",
        "We do it an easier way",
    ] {
        assert!(words.iter().any(|said| said.contains(part)), "{words:?}");
    }
    page.press("End").await?;
    page.see("Stopped here. How is it now?").await?;
    page.press("3").await?;
    page.see("From 5 to 3.").await?;
    page.fill("Anything you want to remember?", "slept <b>badly</b>")
        .await?;
    was_kept(&page).await?;
    page.press("Keep it").await?;
    page.see_heading("How is your back right now?").await?;
    page.close().await
}

/// Checks that the session above is in the history, with all that was done and said, and no longer under way.
async fn was_kept(page: &Page) -> Result<()> {
    let record = record(page).await?;
    assert_eq!(record.routine, "four-postures");
    assert_eq!(record.ending, Ending::Stopped);
    assert_eq!(record.before.map(Pain::rating), Some(5));
    assert_eq!(record.after.map(Pain::rating), Some(3));
    assert_eq!(record.note, "slept <b>badly</b>");
    let done: Vec<_> = record
        .done
        .iter()
        .map(|done| (done.posture.as_str(), done.end))
        .collect();
    assert_eq!(done, [("pigeon", HoldEnd::Hurt)]);
    let kept = page.storage().await?;
    let is_playing = |name: &String| matches!(RecordKey::named(name), Some(RecordKey::Playing(_)));
    assert!(!kept.keys().any(is_playing), "{kept:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_is_silent_and_stands_still() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .before_load(faults::recorded_tones())
        .open()
        .await?;
    into_pigeon(&page).await?;
    page.see("57").await?;
    page.press("Pause").await?;
    page.see("Paused").await?;
    let number = "return document.querySelector('.number').innerText";
    let state = "return [window.__spoken.length, window.__tones.length, speechSynthesis.speaking]";
    let before = (page.run(number).await?, page.run(state).await?);
    assert_eq!(before.1[2], false, "the voice is cut off");
    tokio::time::sleep(std::time::Duration::from_secs(4)).await;
    assert_eq!(before, (page.run(number).await?, page.run(state).await?));
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keys_lead_a_session_without_a_mouse() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .size(Size::Desktop)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    into_pigeon(&page).await?;
    // The focus is on the control pressed last, which a space would press again; move it to the heading, where it is
    // when the screen opens.
    page.run("document.querySelector('h1').focus()").await?;
    page.press_key(" ").await?;
    page.see("Paused").await?;
    page.press_key(" ").await?;
    page.see("Get ready").await?;
    page.press_key("?").await?;
    page.see("pause, and go on").await?;
    page.press_key("?").await?;
    page.gone("pause, and go on").await?;
    page.press_key("ArrowRight").await?;
    page.see("Change sides").await?;
    page.press_key("ArrowLeft").await?;
    page.see("Left side").await?;
    page.press_key("h").await?;
    page.see("Stop there.").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn one_who_wants_fewer_words_sets_it_on_the_way_and_goes_on() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    into_pigeon(&page).await?;
    page.press("Settings").await?;
    page.press("Tones only").await?;
    page.press("Your session").await?;
    page.see("Paused").await?;
    let before = said(&page).await?.len();
    page.press("Continue").await?;
    page.see("Get ready").await?;
    page.see_within("Hold", std::time::Duration::from_secs(20))
        .await?;
    page.press("Next").await?;
    page.see("Change sides").await?;
    assert_eq!(said(&page).await?.len(), before, "words were spoken");
    page.close().await
}
