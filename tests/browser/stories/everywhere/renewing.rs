//! A newer version waits for the end of a session, and for the person.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Deployment, Engine, Visit, faults, in_the_other_engines};

use super::offline::KEPT;
use crate::holding::into_the_hold;

// In Chromium, the stories in `renewing.rs` cover more.
in_the_other_engines!(a_newer_version_waits_for_the_end_of_the_session_and_for_the_person);

const READY: &str = "A newer version of Limber is ready.";
const PATIENTLY: Duration = Duration::from_secs(30);

async fn a_newer_version_waits_for_the_end_of_the_session_and_for_the_person(
    engine: Engine,
) -> Result<()> {
    let host = Deployment::new()?;
    let page = Visit::to(&host.site)
        .engine(engine)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    page.comes_true(KEPT, PATIENTLY).await?;
    into_the_hold(&page, Duration::from_secs(120)).await?;

    host.replace("newer")?;
    // A browser does so by itself when a page is opened.
    page.run("navigator.serviceWorker.getRegistration().then((it) => it.update())")
        .await?;
    let waits =
        "return (async () => (await navigator.serviceWorker.getRegistration()).waiting !== null)()";
    page.comes_true(waits, PATIENTLY).await?;
    assert!(
        !page.text().await?.contains(READY),
        "nothing is said of it in a session"
    );
    page.press("End").await?;
    page.press("3").await?;
    page.press("Keep it").await?;
    page.see(READY).await?;
    let before = page.storage().await?;
    page.press("Use it now").await?;
    let newer = "return document.documentElement.dataset.version === 'newer'";
    page.comes_true(newer, PATIENTLY).await?;
    page.see_heading("How is your back right now?").await?;
    let after = page.storage().await?;
    for (key, text) in before.iter().filter(|(key, _)| key.starts_with("limber/")) {
        assert_eq!(after.get(key), Some(text), "{key} is as it was");
    }
    page.close().await
}
