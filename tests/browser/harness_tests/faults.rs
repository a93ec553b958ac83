//! Faults are in place before the page's first script runs, on every load.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Page, Visit, faults};
use serde_json::json;

use crate::site;

/// A page that shows what its first script finds.
const PAGE: &str = r"<p id='found'></p><script>
  const attempt = (what) => { try { return String(what()); } catch (error) { return error.name; } };
  found.textContent = [
    'speech ' + attempt(() => typeof speechSynthesis),
    'audio ' + attempt(() => typeof AudioContext),
    'read ' + attempt(() => localStorage.getItem('absent')),
    'write ' + attempt(() => localStorage.setItem('key', 'text')),
  ].join('; ');
</script>";

async fn found_with(fault: &str) -> Result<String> {
    let site = site(PAGE);
    let page = Visit::to(&site).before_load(fault).open().await?;
    page.reload().await?;
    let found = page.text().await?;
    page.close().await?;
    Ok(found.trim().to_owned())
}

#[tokio::test]
async fn speech_audio_and_storage_can_be_taken_away() -> Result<()> {
    let sound = "speech object; audio function; ";
    let stored = "; read null; write undefined";

    assert_eq!(
        found_with("").await?,
        format!("{sound}read null; write undefined")
    );
    assert_eq!(
        found_with(faults::no_speech()).await?,
        format!("speech undefined; audio function{stored}")
    );
    assert_eq!(
        found_with(faults::no_audio()).await?,
        format!("speech object; audio undefined{stored}")
    );
    assert_eq!(
        found_with(faults::storage_forbidden()).await?,
        format!("{sound}read SecurityError; write SecurityError")
    );
    assert_eq!(
        found_with(faults::storage_full()).await?,
        format!("{sound}read null; write QuotaExceededError")
    );
    Ok(())
}

/// A page that speaks, and shows what the engine reports.
const SPEAKER: &str = r"<button onclick='say()'>Speak</button><p id='events'></p><script>
  let spoken;
  const note = (event) => { events.textContent += event.type + (event.error ? ' ' + event.error : '') + '; '; };
  speechSynthesis.addEventListener('voiceschanged', note);
  const say = () => {
    spoken = new SpeechSynthesisUtterance('Let your knees be soft.');
    for (const kind of ['start', 'end', 'error']) spoken.addEventListener(kind, note);
    speechSynthesis.speak(spoken);
  };
</script>";

async fn speaker(fault: &str) -> Result<Page> {
    let site = site(SPEAKER);
    let page = Visit::to(&site).before_load(fault).open().await?;
    page.press("Speak").await?;
    Ok(page)
}

#[tokio::test]
async fn the_stand_in_voice_takes_a_realistic_time_and_writes_it_down() -> Result<()> {
    let page = speaker(&faults::recorded_speech()).await?;
    page.see("start; end;").await?;

    let said = page.run("return window.__spoken").await?;

    let took = said[0]["end"].as_f64().unwrap() - said[0]["start"].as_f64().unwrap();
    assert_eq!(said[0]["text"], "Let your knees be soft.");
    // 23 characters, 14 a second; a busy machine may take longer.
    assert!((1_600.0..4_000.0).contains(&took), "{said}");
    page.close().await
}

#[tokio::test]
async fn a_cancelled_utterance_is_marked_and_reported() -> Result<()> {
    let page = speaker(&faults::recorded_speech()).await?;
    page.see("start;").await?;

    page.run("speechSynthesis.cancel()").await?;

    page.see("error interrupted;").await?;
    let said = page.run("return window.__spoken").await?;
    assert_eq!(said[0]["cancelled"], json!(true));
    assert_eq!(
        page.run("return speechSynthesis.speaking").await?,
        json!(false)
    );
    page.close().await
}

#[tokio::test]
async fn a_voice_may_never_end_or_never_begin() -> Result<()> {
    let page = speaker(&faults::speech_never_ends()).await?;
    page.see("start;").await?;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert!(!page.text().await?.contains("end"));
    page.close().await?;

    let page = speaker(&faults::speech_silent()).await?;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(page.text().await?.trim(), "Speak");
    assert_eq!(page.run("return __spoken.length").await?, json!(1));
    page.close().await
}

#[tokio::test]
async fn what_is_asked_for_right_after_a_cancel_is_swallowed_and_nothing_later() -> Result<()> {
    let page = speaker(&faults::swallows_after_cancel()).await?;
    page.see("start;").await?;
    page.run("speechSynthesis.cancel(); say()").await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let begun = "return window.__spoken.map((said) => said.start !== null)";
    assert_eq!(page.run(begun).await?, json!([true, false]));
    page.run("speechSynthesis.cancel()").await?;
    tokio::time::sleep(Duration::from_millis(200)).await;
    page.press("Speak").await?;
    page.see("end;").await?;
    assert_eq!(page.run(begun).await?, json!([true, false, true]));
    page.close().await
}

#[tokio::test]
async fn thousands_of_voices_come_late() -> Result<()> {
    let site = site(SPEAKER);
    let late = faults::late_voices(13_362, 1_500);
    let page = Visit::to(&site).before_load(late).open().await?;
    let early = page
        .run("return [performance.now(), speechSynthesis.getVoices().length]")
        .await?;

    page.see("voiceschanged;").await?;

    if early[0].as_f64().unwrap() < 1_400.0 {
        assert_eq!(early[1], json!(0));
    }
    let count = page
        .run("return speechSynthesis.getVoices().length")
        .await?;
    assert_eq!(count, json!(13_362));
    page.close().await
}
