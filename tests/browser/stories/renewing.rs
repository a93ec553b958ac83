//! Newer versions wait, and never interrupt what a person is doing.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Deployment, Page, Profile, Visit, faults};

use crate::offline::is_kept;
use crate::short::{HOLD, leave_behind};

const READY: &str = "A newer version of Limber is ready.";

/// Makes the browser look for a newer version, as it does when a page is opened.
async fn look(page: &Page) -> Result<()> {
    page.run("return navigator.serviceWorker.getRegistration().then((it) => it.update()).then(() => null, () => null)")
        .await?;
    Ok(())
}

/// Waits until a newer version is on the device.
async fn waits(page: &Page) -> Result<()> {
    let waiting =
        "return navigator.serviceWorker.getRegistration().then((it) => it.waiting !== null)";
    page.comes_true(waiting, Duration::from_secs(20)).await
}

async fn version(page: &Page) -> Result<String> {
    let version = page
        .run("return document.documentElement.dataset.version ?? 'first'")
        .await?;
    Ok(version.as_str().unwrap_or_default().to_owned())
}

async fn comes_in(page: &Page, mark: &str) -> Result<()> {
    let script = format!("return document.documentElement.dataset.version === '{mark}'");
    page.comes_true(&script, Duration::from_secs(20)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_version_waits_for_the_end_of_the_session_and_for_the_person() -> Result<()> {
    let mut host = Deployment::new()?;
    let page = Visit::to(&host.site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    is_kept(&page).await?;
    leave_behind(&page, HOLD).await?;
    page.press("Continue").await?;
    page.see("Getting into it").await?;

    host.replace("newer")?;
    look(&page).await?;
    waits(&page).await?;
    page.press("I’m in position").await?;
    page.see_within("Hold", Duration::from_secs(30)).await?;
    assert!(
        !page.text().await?.contains(READY),
        "nothing is said of it in a session"
    );
    page.press("Pause").await?;
    page.press("End").await?;
    page.see("How is it now?").await?;
    page.press("3").await?;
    assert!(
        !page.text().await?.contains(READY),
        "nor while something is entered"
    );
    page.press("Keep it").await?;

    page.see(READY).await?;
    let before = page.storage().await?;
    assert_eq!(version(&page).await?, "first");
    page.press("Use it now").await?;
    comes_in(&page, "newer").await?;
    page.see_heading("How is your back right now?").await?;
    let after = page.storage().await?;
    for (key, text) in before.iter().filter(|(key, _)| key.starts_with("limber/")) {
        assert_eq!(after.get(key), Some(text), "{key} is as it was");
    }
    host.site.stop();
    page.reload().await?;
    page.see_heading("How is your back right now?").await?;
    assert_eq!(version(&page).await?, "newer");
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_want_it_now_gets_it_when_they_open_the_page_next() -> Result<()> {
    let host = Deployment::new()?;
    let profile = Profile::new()?;
    let page = Visit::to(&host.site).profile(&profile).open().await?;
    is_kept(&page).await?;
    host.replace("newer")?;
    look(&page).await?;
    page.see(READY).await?;
    // It came whole, with what is loaded on demand.
    let whole = "return (async () => {
      const newer = (await caches.keys()).find((name) => name.endsWith(' newer'));
      return (await (await caches.open(newer)).keys()).some(({url}) => url.includes('/on-demand-'));
    })()";
    page.comes_true(whole, Duration::from_secs(5)).await?;
    page.press("Not now").await?;
    page.gone(READY).await?;
    assert_eq!(version(&page).await?, "first");
    page.close().await?;
    let page = Visit::to(&host.site).profile(&profile).open().await?;
    page.see_heading("How is your back right now?").await?;
    comes_in(&page, "newer").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_part_is_gone_from_the_host_the_newer_version_is_offered() -> Result<()> {
    let host = Deployment::new()?;
    let page = Visit::to(&host.site).newcomer().open().await?;
    is_kept(&page).await?;
    host.replace_and_remove("newer")?;
    page.go_to("#/evidence").await?;
    page.see("This part of Limber could not be loaded.").await?;
    page.see(READY).await?;
    assert_eq!(page.axe().await?, [""; 0]);
    page.press("Use it now").await?;
    comes_in(&page, "newer").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_in_another_tab_holds_it_back() -> Result<()> {
    let host = Deployment::new()?;
    let page = Visit::to(&host.site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    is_kept(&page).await?;
    host.replace("newer")?;
    look(&page).await?;
    page.see(READY).await?;
    let elsewhere = "return new Promise((done) => {
       window.__over = null;
       navigator.locks.request('limber/playing/1-00000002', () => new Promise((over) => { window.__over = over; done(true); }));
     })";
    page.run(elsewhere).await?;
    page.press("Use it now").await?;
    page.see("A session is under way in another tab.").await?;
    assert_eq!(version(&page).await?, "first");
    page.press("Got it").await?;
    page.gone("A session is under way").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn half_a_version_is_never_used_and_the_rest_of_it_comes_later() -> Result<()> {
    let mut host = Deployment::new()?;
    let page = Visit::to(&host.site).open().await?;
    is_kept(&page).await?;
    host.put_worker("newer")?;
    look(&page).await?;
    page.reload().await?;
    page.see_heading("How is your back right now?").await?;
    host.site.stop();
    page.reload().await?;
    page.see_heading("How is your back right now?").await?;
    assert_eq!(version(&page).await?, "first");

    host.site.start_again()?;
    host.put_document("newer")?;
    look(&page).await?;
    page.see(READY).await?;
    page.press("Use it now").await?;
    comes_in(&page, "newer").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_broke_is_mended_by_a_newer_version() -> Result<()> {
    let host = Deployment::new()?;
    let page = Visit::to(&host.site).open().await?;
    is_kept(&page).await?;
    host.replace("newer")?;
    page.go_to("#/fault").await?;
    page.see_heading("Something broke in Limber.").await?;
    let taken = "return (async () => {
      const it = await navigator.serviceWorker.getRegistration();
      return it.waiting === null && it.installing === null && (await caches.keys()).some((name) => name.endsWith(' newer'));
    })()";
    page.comes_true(taken, Duration::from_secs(20)).await?;
    page.press("Reload").await?;
    page.see_heading("How is your back right now?").await?;
    comes_in(&page, "newer").await?;
    page.close().await
}
