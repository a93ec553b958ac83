//! Real speech and real tones in a recording. `cargo xtask test` runs these alone: a busy machine leaves gaps in it.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Sound, Visit, faults};

use crate::site;

const LOW: f32 = 523.25;
const HIGH: f32 = 659.25;

/// Plays a low tone at once, then a sentence, and a high tone four seconds after the first.
const PAGE: &str = r"<button onclick='perform()'>Perform</button><p id='voices'>no voice yet</p><p id='over'></p><script>
  let spoken;
  const count = () => { if (speechSynthesis.getVoices().length > 0) voices.textContent = 'voices are here'; };
  speechSynthesis.addEventListener('voiceschanged', count); count();
  const perform = async () => {
    const context = new AudioContext();
    await context.resume();
    const tone = (pitch, at) => {
      const note = new OscillatorNode(context, {frequency: pitch});
      note.connect(new GainNode(context, {gain: 0.4})).connect(context.destination);
      note.start(at); note.stop(at + 0.5);
      return note;
    };
    const begins = context.currentTime + 0.3;
    tone(523.25, begins);
    tone(659.25, begins + 4).onended = () => { over.textContent = 'the end'; };
    spoken = new SpeechSynthesisUtterance('Let your head hang heavy.');
    spoken.lang = 'en-GB';
    setTimeout(() => speechSynthesis.speak(spoken), 1100);
  };
</script>";

#[tokio::test]
async fn two_tones_and_a_voice_between_them_are_heard() -> Result<()> {
    let site = site(PAGE);
    let mut sound = Sound::start()?;
    let page = Visit::to(&site)
        .sound(&sound)
        .before_load(faults::recorded_tones())
        .open()
        .await?;
    page.see_within("voices are here", Duration::from_secs(60))
        .await?;
    sound.record()?;

    page.press("Perform").await?;
    page.see_within("the end", Duration::from_secs(30)).await?;
    let heard = sound.heard()?;

    let tones = heard.tones(&[LOW, HIGH]);
    let pitches: Vec<f32> = tones.iter().map(|tone| tone.pitch).collect();
    assert_eq!(pitches, [LOW, HIGH], "{tones:?}");
    let apart = tones[1].at - tones[0].at;
    assert!((apart - 4.0).abs() < 0.2, "{apart} s apart");
    let spoken = heard.speech_between(tones[0].at, tones[1].at, &[LOW, HIGH]);
    assert!(spoken > 0.6, "{spoken} s of speech");
    let planned = page
        .run("return __tones.map((tone) => Math.round(tone.pitch))")
        .await?;
    assert_eq!(planned, serde_json::json!([523, 659]));
    page.close().await
}

#[tokio::test]
async fn ears_hear_nothing_where_nothing_sounds() -> Result<()> {
    let site = site("<p>Silence</p>");
    let mut sound = Sound::start()?;
    let page = Visit::to(&site).sound(&sound).open().await?;
    sound.record()?;
    tokio::time::sleep(Duration::from_secs(2)).await;

    let heard = sound.heard()?;

    assert!(heard.length() > 1.0, "{} s", heard.length());
    assert_eq!(heard.tones(&[LOW, HIGH]), []);
    assert!(heard.speech_between(0.0, heard.length(), &[]) < 0.05);
    page.close().await
}
