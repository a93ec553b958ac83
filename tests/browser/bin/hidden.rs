//! A session whose page is hidden for six minutes, in a browser that throttles hidden pages: after five of them
//! Chromium wakes a silent page only once a minute.

use std::time::Duration;

use anyhow::{Context as _, Result};
use limber_browser_tests::{Page, Profile, Site, Visit, faults};

use crate::short::leave_behind;
use crate::{Lengths, Passage, SHOWN, holds_shown, notes, print, report};

const AWAY: Duration = Duration::from_secs(370);
/// Two such holds, with what is said between them, end between the fifth minute and the sixth.
const HOLD: Duration = Duration::from_secs(160);

/// Notes each delay of a timer of 100 ms while the page is hidden, in milliseconds.
const TIMER: &str = "
window.__ticks = [];
let last = null;
setInterval(() => {
  const now = performance.now();
  if (document.visibilityState !== 'hidden') last = null;
  else { if (last !== null) window.__ticks.push(now - last); last = now; }
}, 100);
";

/// Measures and prints a hidden session.
pub(crate) async fn six_minutes(site: &Site) -> Result<()> {
    println!("\nA session that is hidden for six minutes:");
    let page = Visit::to(site)
        .profile(&Profile::new()?)
        .dozes_when_hidden()
        .before_load(faults::recorded_speech())
        .before_load(faults::recorded_tones())
        .before_load(SHOWN)
        .before_load(TIMER)
        .open()
        .await?;
    page.hidden_for(Duration::from_secs(10)).await?;
    print(
        "a timer of 100 ms, hidden, nothing being played",
        "none: this browser dozes",
        &ticks(&page).await?,
    );
    leave_behind(&page, HOLD).await?;
    page.press("Continue").await?;
    page.see("Getting into it").await?;
    page.hidden_for(AWAY).await?;
    print(
        "a timer of 100 ms, hidden, in a session",
        "none",
        &ticks(&page).await?,
    );
    let lengths = Lengths {
        hold: HOLD,
        budget: "1 s",
    };
    report(
        &notes(&page).await?,
        &holds_shown(&page).await?,
        &[planned()],
        lengths,
    )?;
    page.close().await
}

async fn ticks(page: &Page) -> Result<Vec<f64>> {
    let ticks = page.run("return window.__ticks.splice(0)").await?;
    serde_json::from_value(ticks).context("the timer took no notes")
}

/// The notes of a hold long enough for its half to be marked.
fn planned() -> Passage {
    let hold = HOLD.as_secs_f64() * 1e3;
    let half = hold / 2.0;
    let mut notes = vec![(0.0, 523.25), (160.0, 783.99)];
    notes.extend([(half, 659.25), (half + 220.0, 659.25)]);
    notes.extend([3.0, 2.0, 1.0].map(|left| (hold - left * 1e3, 587.33)));
    notes.extend([(hold, 783.99), (hold + 160.0, 523.25)]);
    ("hold", notes)
}
