//! A short routine by real speech, as it is heard.

use std::time::Duration;

use anyhow::{Context as _, Result};
use limber_browser_tests::{HeardTone, Recording, Site, Sound, Visit};

use crate::short::{HOLD, leave_behind};

const LOW: f32 = 523.25;
const HIGH: f32 = 783.99;
const TICK: f32 = 587.33;
const SIDE: f32 = 622.25;
const THERE: f32 = 392.0;
const BACK: f32 = 293.66;
const ALL: [f32; 8] = [LOW, HIGH, TICK, SIDE, THERE, BACK, 493.88, 440.0];

#[tokio::test(flavor = "multi_thread")]
async fn a_routine_is_heard_in_tones_and_words() -> Result<()> {
    let mut sound = Sound::start()?;
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site).sound(&sound).open().await?;
    // The device lists its voices some seconds after the page has opened.
    page.comes_true(
        "return speechSynthesis.getVoices().length > 0",
        Duration::from_secs(30),
    )
    .await?;
    leave_behind(&page, HOLD).await?;
    page.comes_true(
        "return speechSynthesis.getVoices().length > 0",
        Duration::from_secs(30),
    )
    .await?;
    sound.record()?;
    page.press("Continue").await?;
    page.see_within("And now, how is it?", Duration::from_secs(180))
        .await?;
    page.close().await?;
    let heard = sound.heard()?;
    listen(&heard)
}

/// Two holds with their last seconds, the change of sides between them, and two movements.
fn listen(heard: &Recording) -> Result<()> {
    let tones = heard.tones(&ALL);
    let of = |pitch: f32| {
        tones
            .iter()
            .filter(move |tone| (tone.pitch - pitch).abs() < 0.1)
            .map(|tone| tone.at)
    };
    let ticks: Vec<_> = of(TICK).collect();
    anyhow::ensure!(
        ticks.len() >= 6,
        "six last seconds are to be heard: {tones:?}"
    );
    let side = of(SIDE)
        .next()
        .with_context(|| format!("no change of sides: {tones:?}"))?;
    for (nth, ticks) in [&ticks[..3], &ticks[ticks.len() - 3..]]
        .into_iter()
        .enumerate()
    {
        near(ticks[1] - ticks[0], 1.0, &tones)?;
        near(ticks[2] - ticks[1], 1.0, &tones)?;
        let began = of(LOW)
            .filter(|at| *at < ticks[0])
            .last()
            .context("no beginning")?;
        near(ticks[2] + 1.0 - began, HOLD.as_secs_f64(), &tones)?;
        anyhow::ensure!(
            (nth == 0) == (ticks[0] < side),
            "the sides are changed between the holds: {tones:?}"
        );
    }
    let there: Vec<_> = of(THERE).filter(|at| *at > side).collect();
    let back: Vec<_> = of(BACK).filter(|at| *at > side).collect();
    anyhow::ensure!(
        there.len() >= 2 && back.len() >= 2,
        "two movements are to be heard: {tones:?}"
    );
    near(back[0] - there[0], 1.5, &tones)?;
    let before = heard.speech_between(0.0, ticks[0] - HOLD.as_secs_f64(), &ALL);
    anyhow::ensure!(
        before > 1.0,
        "only {before:.1} s of speech before the first hold"
    );
    let between = heard.speech_between(ticks[2] + 1.5, there[0], &ALL);
    anyhow::ensure!(
        between > 2.0,
        "only {between:.1} s of speech between the sides"
    );
    Ok(())
}

/// To 200 ms: a busy machine leaves gaps in the recording that are not the program's.
fn near(measured: f64, planned: f64, tones: &[HeardTone]) -> Result<()> {
    anyhow::ensure!(
        (measured - planned).abs() <= 0.2,
        "{measured:.3} s instead of {planned} s: {tones:?}"
    );
    Ok(())
}
