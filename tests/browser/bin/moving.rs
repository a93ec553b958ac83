//! What playing costs the processor: the frames of a moving figure, and whole seconds of a session.

use std::time::Duration;

use anyhow::{Context as _, Result};
use limber_browser_tests::{Page, Profile, Site, Visit, faults};
use serde_json::{Value, json};

use crate::print;

/// Notes the time between frames, and what each frame costs: computing the figure, and handing it to the page, which
/// the program does in microtasks after its own.
const FRAMES: &str = "
window.__frames = [];
window.__costs = [];
let last = null;
const ask = window.requestAnimationFrame.bind(window);
const frame = (now) => {
  if (last !== null) window.__frames.push(now - last);
  last = now;
  ask(frame);
};
ask(frame);
window.requestAnimationFrame = (callback) => ask((now) => {
  const began = performance.now();
  callback(now);
  const later = (turns) => turns === 0
    ? window.__costs.push(performance.now() - began)
    : queueMicrotask(() => later(turns - 1));
  later(8);
});
";

/// The browser's own counters of its main thread's work, in seconds.
const COUNTS: [(&str, &str); 4] = [
    ("TaskDuration", "all its tasks"),
    ("ScriptDuration", "the program"),
    ("RecalcStyleDuration", "style"),
    ("LayoutDuration", "layout"),
];

/// How long a session is measured.
const WATCHED: Duration = Duration::from_secs(10);

/// Measures and prints the frames of cat and cow.
pub(crate) async fn frames(site: &Site) -> Result<()> {
    println!("\nCat and cow, its figure moving:");
    for slower in [1, 4] {
        let (frames, costs) = frames_of(site, slower).await?;
        let how = format!("the processor {slower} times slower");
        let what = format!("from one frame to the next, {how}");
        print(&what, "17 ms", &frames);
        let budget = if slower == 1 { "1 ms" } else { "none" };
        let what = format!("computing and handing over a frame, {how}");
        print(&what, budget, &costs);
    }
    Ok(())
}

/// Measures and prints what a second of a session costs the main thread.
pub(crate) async fn seconds(site: &Site) -> Result<()> {
    println!("\nMilliseconds of the main thread for each second of playing:");
    for (posture, sign) in [("Pigeon", "Hold"), ("Cat and cow", "Movements left")] {
        let page = playing(site, posture, sign).await?;
        let before = counts(&page).await?;
        tokio::time::sleep(WATCHED).await;
        let after = counts(&page).await?;
        page.close().await?;
        let passed = after.0 - before.0;
        let spent = COUNTS.iter().zip(before.1.iter().zip(after.1));
        let parts: Vec<_> = spent
            .map(|((_, what), (before, after))| {
                format!("{what} {:.1}", (after - before) * 1e3 / passed)
            })
            .collect();
        println!("{posture}: {} (budget: none)", parts.join(", "));
    }
    Ok(())
}

/// The browser's clock and its [`COUNTS`], in seconds.
async fn counts(page: &Page) -> Result<(f64, Vec<f64>)> {
    let nothing = Value::Object(serde_json::Map::new());
    page.ask_chromium("Performance.enable", nothing.clone())
        .await?;
    let told = page.ask_chromium("Performance.getMetrics", nothing).await?;
    let count = |name: &str| {
        let mut metrics = told["metrics"].as_array().into_iter().flatten();
        let metric = metrics.find(|metric| metric["name"] == name);
        let count = metric.and_then(|metric| metric["value"].as_f64());
        count.with_context(|| format!("the browser does not count {name}"))
    };
    let counts: Result<_> = COUNTS.iter().map(|(name, _)| count(name)).collect();
    Ok((count("Timestamp")?, counts?))
}

/// A page with a session in the middle of this posture.
async fn playing(site: &Site, posture: &str, sign: &str) -> Result<Page> {
    let page = Visit::to(site)
        .profile(&Profile::new()?)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    page.press("Sore or stiff").await?;
    page.press("Start").await?;
    page.press("All postures").await?;
    page.press(posture).await?;
    page.see_heading(posture).await?;
    page.press("I’m in position").await?;
    page.see_within(sign, Duration::from_secs(30)).await?;
    Ok(page)
}

/// Milliseconds between frames of the moving figure, and the cost of each, on a processor this many times slower.
async fn frames_of(site: &Site, slower: u32) -> Result<(Vec<f64>, Vec<f64>)> {
    let page = playing(site, "Cat and cow", "Movements left").await?;
    let rate = json!({"rate": slower});
    page.ask_chromium("Emulation.setCPUThrottlingRate", rate)
        .await?;
    page.run(FRAMES).await?;
    tokio::time::sleep(Duration::from_secs(5)).await;
    let frames = page.run("return [window.__frames, window.__costs]").await?;
    page.close().await?;
    Ok(serde_json::from_value(frames)?)
}
