//! A short routine with real speech, as recorded. `cargo xtask test` runs it alone: a busy machine leaves gaps in the
//! recording.

use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use limber_browser_tests::{HeardTone, Recording, Site, Sound, Visit};

use crate::short::{BEAT, HOLD, leave_behind};

/// The notes of a tone, each with its seconds after the tone's moment and its pitch in hertz.
type Notes = &'static [(f64, f32)];

const HOLD_BEGINS: Notes = &[(0.0, 523.25), (0.16, 783.99)];
const LAST_SECOND: Notes = &[(0.0, 587.33)];
const HOLD_ENDS: Notes = &[(0.0, 783.99), (0.16, 523.25)];
const SIDE_CHANGE: Notes = &[(0.0, 493.88), (0.18, 622.25), (0.36, 493.88)];
const THERE: Notes = &[(0.0, 392.0)];
const BACK: Notes = &[(0.0, 293.66)];
const FINISHED: Notes = &[(0.0, 523.25), (0.2, 659.25), (0.4, 1_046.5)];
/// Every pitch, including those of the tone for getting ready.
const ALL: [f32; 11] = [
    523.25, 783.99, 587.33, 493.88, 622.25, 392.0, 293.66, 659.25, 1_046.5, 440.0, 349.23,
];
/// How far a note may be from its moment, in seconds: a busy machine leaves gaps in the recording.
const TOLERANCE: f64 = 0.2;

#[tokio::test(flavor = "multi_thread")]
async fn a_routine_is_heard_in_tones_and_words() -> Result<()> {
    const LISTED: &str = "return speechSynthesis.getVoices().length > 0";
    let mut sound = Sound::start()?;
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site).sound(&sound).open().await?;
    // The device lists its voices some seconds after the page has opened.
    page.comes_true(LISTED, Duration::from_secs(30)).await?;
    leave_behind(&page, HOLD).await?;
    page.comes_true(LISTED, Duration::from_secs(30)).await?;
    sound.record()?;
    page.press("Continue").await?;
    page.see_within("And now, how is it?", Duration::from_secs(180))
        .await?;
    // Let the last tone die away.
    tokio::time::sleep(Duration::from_secs(1)).await;
    let heard = sound.heard()?;
    page.close().await?;
    listen(&heard)
}

/// Checks the recording: two holds with the change of sides between them, three movements, and the end, each with
/// speech before it.
fn listen(heard: &Recording) -> Result<()> {
    let tones = heard.tones(&ALL);
    let first = Passage::hold().with(0.8 + HOLD.as_secs_f64(), SIDE_CHANGE);
    let (began, ended) =
        first.find(heard, &tones, 0.0, "the first hold and the change of sides")?;
    spoken(heard, 0.0, began, 3.0, "before the first hold")?;
    let (began, after) = Passage::hold().find(heard, &tones, ended, "the second hold")?;
    spoken(heard, ended + 0.7, began, 0.5, "for the change of sides")?;
    let (began, last) = Passage::movements().find(heard, &tones, after, "the movements")?;
    spoken(heard, after + 1.2, began, 3.0, "between the postures")?;
    let (began, last) = Passage::default()
        .with(0.0, FINISHED)
        .find(heard, &tones, last + 0.5, "the end")
        .with_context(|| format!("after {last:.2} s"))?;
    ensure!(began < heard.length());
    spoken(heard, last + 1.0, heard.length(), 1.0, "at the end")
}

/// Checks that there was at least this many seconds of speech between two moments.
fn spoken(heard: &Recording, from: f64, to: f64, least: f64, when: &str) -> Result<()> {
    let spoken = heard.speech_between(from, to, &ALL);
    ensure!(
        spoken > least,
        "only {spoken:.1} s of speech {when}, from {from:.1} s to {to:.1} s"
    );
    Ok(())
}

/// Notes at fixed distances from each other.
#[derive(Default)]
struct Passage(Vec<(f64, f32)>);

impl Passage {
    fn hold() -> Self {
        let end = HOLD.as_secs_f64();
        Self::default()
            .with(0.0, HOLD_BEGINS)
            .with(end - 3.0, LAST_SECOND)
            .with(end - 2.0, LAST_SECOND)
            .with(end - 1.0, LAST_SECOND)
            .with(end, HOLD_ENDS)
    }

    fn movements() -> Self {
        let beat = BEAT.as_secs_f64();
        let there_and_back = |passage: Self, nth: u32| {
            let at = 2.0 * beat * f64::from(nth);
            passage.with(at, THERE).with(at + beat, BACK)
        };
        (0..3)
            .fold(Self::default(), there_and_back)
            .with(6.0 * beat, HOLD_ENDS)
    }

    fn with(mut self, at: f64, notes: Notes) -> Self {
        self.0
            .extend(notes.iter().map(|(after, pitch)| (at + after, *pitch)));
        self
    }

    /// When the passage begins and ends, the first time it is heard from a moment on.
    fn find(
        &self,
        heard: &Recording,
        tones: &[HeardTone],
        from: f64,
        name: &str,
    ) -> Result<(f64, f64)> {
        let (first, length) = (self.0[0].1, self.0[self.0.len() - 1].0);
        let starts = tones
            .iter()
            .filter(|tone| tone.at >= from && is(tone.pitch, first));
        let missing = |start: f64| {
            self.0
                .iter()
                .find(|(after, pitch)| !sounds(heard, tones, start + after, *pitch))
        };
        let mut why = String::new();
        for start in starts {
            let Some((after, pitch)) = missing(start.at) else {
                return Ok((start.at, start.at + length));
            };
            why = format!(
                "{why}\nfrom {:.2} s: no {pitch} Hz {after} s later",
                start.at
            );
        }
        anyhow::bail!("{name} is not heard after {from:.2} s{why}\n{tones:?}")
    }
}

fn is(pitch: f32, wanted: f32) -> bool {
    (pitch - wanted).abs() < 0.1
}

/// Whether a note of this pitch begins about this moment, alone or under speech.
fn sounds(heard: &Recording, tones: &[HeardTone], at: f64, pitch: f32) -> bool {
    let mut same = tones.iter().filter(|tone| is(tone.pitch, pitch));
    let first = same.clone().next();
    same.any(|tone| (tone.at - at).abs() <= TOLERANCE)
        || first.is_some_and(|alone| heard.tone_under_speech(*alone, at))
}
