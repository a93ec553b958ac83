//! A session that is over while its sound is being loaded.

use anyhow::Result;
use limber_browser_tests::{Engine, Site, Visit, faults, in_every_engine};

in_every_engine!(a_session_that_is_ended_at_once_freezes_nothing);

async fn a_session_that_is_ended_at_once_freezes_nothing(engine: Engine) -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .engine(engine)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    for wait in (0..20).map(|nth| nth * 10) {
        page.go_to("#/routine/four-postures").await?;
        page.see_heading("The four postures").await?;
        page.run(&ends_it_after(wait)).await?;
        page.press("Start").await?;
        page.see("How is it now?").await?;
    }
    page.close().await
}

/// Presses “End” this many milliseconds after there is such a button. `WebKitGTK`'s page and its decoder waited for each
/// other for ever when that was at an unlucky moment.
fn ends_it_after(wait_ms: u32) -> String {
    format!(
        "new MutationObserver((_, eyes) => {{
           const end = [...document.querySelectorAll('button')].find((it) => it.innerText.trim() === 'End');
           if (!end) return;
           eyes.disconnect();
           setTimeout(() => end.click(), {wait_ms});
         }}).observe(document, {{childList: true, subtree: true}});"
    )
}
