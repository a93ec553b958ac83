//! The phone on the floor: its screen stays on, and its signals can be felt.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Page, Site, Visit, faults};

use crate::short::{HOLD, leave_behind};

/// A wake lock that notes in `window.__screen` when it is requested and released.
const SCREEN: &str = "
window.__screen = [];
Object.defineProperty(navigator, 'wakeLock', {value: {request: async (kind) => {
  window.__screen.push('on');
  return {release: async () => { window.__screen.push('off'); }};
}}});
";

/// Notes in `window.__trembled` each vibration's pattern, and when it was asked for.
const TREMBLING: &str = "
window.__trembled = [];
Object.defineProperty(Navigator.prototype, 'vibrate', {value: (pattern) => {
  window.__trembled.push({pattern: [...pattern], at: performance.now()});
  return true;
}});
";

/// Hides the page, as another app in front does, or shows it again.
pub(crate) async fn be(page: &Page, visible: &str) -> Result<()> {
    page.run(&format!(
        "Object.defineProperty(document, 'visibilityState', {{value: '{visible}', configurable: true}});
         document.dispatchEvent(new Event('visibilitychange'));"
    ))
    .await?;
    Ok(())
}

/// Waits until this is what the wake lock was asked for so far.
pub(crate) async fn screen(page: &Page, asked: &str) -> Result<()> {
    let same = format!("return window.__screen.join(' ') === '{asked}'");
    page.comes_true(&same, Duration::from_secs(5)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_screen_stays_on_while_someone_is_led_and_only_then() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .before_load(SCREEN)
        .open()
        .await?;
    page.press("In spasm").await?;
    screen(&page, "").await?;
    page.press("Start").await?;
    screen(&page, "on").await?;
    page.press("Pause").await?;
    screen(&page, "on off").await?;
    page.press("Continue").await?;
    screen(&page, "on off on").await?;
    be(&page, "hidden").await?;
    be(&page, "visible").await?;
    screen(&page, "on off on on").await?;
    page.press("End").await?;
    screen(&page, "on off on on off").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_is_felt_from_its_beginning_to_its_end() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .before_load(TREMBLING)
        .open()
        .await?;
    leave_behind(&page, HOLD).await?;
    page.press("Continue").await?;
    page.see("Getting into it").await?;
    page.press("I’m in position").await?;
    page.see_within("Change sides", Duration::from_secs(60))
        .await?;
    // Its beginning, its last three seconds, and its end each feel different.
    let told = page
        .run(
            "return window.__trembled.slice(0, 5).map(({pattern}) => pattern.join(' ')).join(', ')",
        )
        .await?;
    assert_eq!(told, "180, 40, 40, 40, 120 80 240");
    page.close().await
}
