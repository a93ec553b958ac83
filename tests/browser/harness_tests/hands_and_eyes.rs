//! Pressing, touching, typing, choosing, and seeing the result.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Scheme, Size, Visit};

use crate::site;

const PAGE: &str = r#"
<h1>Before</h1>
<button onclick="document.querySelector('h1').textContent = 'After'">Start</button>
<button onpointerdown="kind.textContent = event.pointerType">Kind of pointer</button><p id="kind"></p>
<button style="visibility: hidden">Invisible</button>
<button id="late" disabled onclick="this.textContent = 'Late pressed'">Late</button>
<label>Your note <input value="old" oninput="note.textContent = 'noted: ' + this.value"></label><p id="note"></p>
<label>Rate <select onchange="rate.textContent = 'rate: ' + this.value"><option>slow</option><option>fast</option></select></label><p id="rate"></p>
<fieldset><legend>Side</legend><label><input type="radio" name="side" onchange="side.textContent = 'side: right'"> Right</label></fieldset><p id="side"></p>
<fieldset><legend>Hand</legend><label><input type="radio" name="hand" onchange="side.textContent = 'hand: right'"> Right</label></fieldset>
<p id="key"></p><p style="display: none">Never seen</p>
<script>
  addEventListener('keydown', (event) => { key.textContent = 'key: ' + event.key; });
  setTimeout(() => { late.disabled = false; }, 700);
</script>"#;

#[tokio::test]
async fn a_press_changes_what_is_seen() -> Result<()> {
    let site = site(PAGE);
    let page = Visit::to(&site).open().await?;

    page.see_heading("Before").await?;
    page.press("Start").await?;

    page.see_heading("After").await?;
    page.gone("Before").await?;
    page.press("Late").await?;
    page.see("Late pressed").await?;
    page.close().await
}

#[tokio::test]
async fn a_finger_is_told_from_a_mouse() -> Result<()> {
    let site = site(PAGE);
    let page = Visit::to(&site).open().await?;

    page.touch("Kind of pointer").await?;
    page.see("touch").await?;
    page.press("Kind of pointer").await?;

    page.see("mouse").await?;
    page.close().await
}

#[tokio::test]
async fn fields_lists_groups_and_keys_can_be_used() -> Result<()> {
    let site = site(PAGE);
    let page = Visit::to(&site).open().await?;

    page.press_key("ArrowRight").await?;
    page.see("key: ArrowRight").await?;
    page.press_key("h").await?;
    page.see("key: h").await?;
    page.fill("Your note", "stiff, ünd 🙂").await?;
    page.see("noted: stiff, ünd 🙂").await?;
    page.choose("Rate", "fast").await?;
    page.see("rate: fast").await?;
    page.choose("Hand", "Right").await?;
    page.see("hand: right").await?;

    assert!(page.offers("Start").await?);
    assert!(!page.offers("Invisible").await?);
    page.close().await
}

#[tokio::test]
async fn what_cannot_be_seen_is_reported_with_what_can() -> Result<()> {
    let site = site(PAGE);
    let page = Visit::to(&site).open().await?;

    let patience = Duration::from_millis(300);
    let error = page.see_within("Never seen", patience).await.unwrap_err();

    let error = error.to_string();
    assert!(error.contains("“Never seen” does not appear"), "{error}");
    assert!(error.contains("Your note"), "{error}");
    let picture = error
        .lines()
        .find_map(|line| line.strip_prefix("A picture of the page: "));
    let picture = std::fs::read(picture.unwrap())?;
    assert!(picture.starts_with(b"\x89PNG"));
    page.close().await
}

#[tokio::test]
async fn the_window_is_as_narrow_and_as_dark_as_asked_for() -> Result<()> {
    let site = site(PAGE);
    let measure = "return [innerWidth, innerHeight, matchMedia('(prefers-color-scheme: dark)').matches,
        matchMedia('(prefers-reduced-motion: reduce)').matches, matchMedia('(forced-colors: active)').matches,
        matchMedia('(pointer: coarse)').matches]";

    let visit = Visit::to(&site).size(Size::Narrow).scheme(Scheme::Dark);
    let page = visit.reduced_motion().forced_colours().open().await?;
    let narrow = page.run(measure).await?;
    page.close().await?;
    let page = Visit::to(&site).size(Size::Desktop).open().await?;
    let wide = page.run(measure).await?;

    assert_eq!(
        narrow,
        serde_json::json!([320, 640, true, true, true, true])
    );
    assert_eq!(
        wide,
        serde_json::json!([1280, 800, false, false, false, false])
    );
    page.close().await
}
