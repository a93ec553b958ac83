//! Limber on the home screen.

use anyhow::{Context as _, Result};
use limber::domain::history::SessionRecord;
use limber::domain::session::Ending;
use limber::domain::time::Moment;
use limber::store::{RecordKey, RecordStamp, print_session};
use limber_browser_tests::{Page, Site, Visit, faults};
use serde_json::{Value, json};

const INVITATION: &str = "Put Limber on your home screen";

/// Stores a finished session, and reloads the page.
pub(crate) async fn finish_one(page: &Page) -> Result<()> {
    let started = Moment::from_millis(1_795_000_000_000);
    let session = SessionRecord {
        routine: "desk-break".into(),
        title: "A desk break".into(),
        started,
        ended: started,
        ending: Ending::Finished,
        done: Vec::new(),
        before: None,
        after: None,
        note: String::new(),
    };
    let key = RecordKey::Session(RecordStamp::new(started, 1)).to_string();
    page.keep(&key, &print_session(&session)).await?;
    page.reload().await
}

/// A page opened by someone who has finished a session.
pub(crate) async fn once_finished(site: &Site, browser: &str) -> Result<Page> {
    let page = Visit::to(site)
        .whole_browser()
        .before_load(browser)
        .open()
        .await?;
    page.see("Library").await?;
    assert!(
        !page.text().await?.contains(INVITATION),
        "not before the first session"
    );
    finish_one(&page).await?;
    page.see(INVITATION).await?;
    Ok(page)
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_finished_session_one_tap_puts_it_there() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = once_finished(&site, faults::install_offered()).await?;
    assert_eq!(page.axe().await?, [""; 0]);
    page.touch("Add to home screen").await?;
    page.gone(INVITATION).await?;
    assert_eq!(page.run("return window.__installs").await?, 1);
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_want_it_is_not_asked_again_and_finds_it_in_the_settings() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = once_finished(&site, faults::install_offered()).await?;
    page.touch("Not now").await?;
    page.gone(INVITATION).await?;
    page.reload().await?;
    page.see("Library").await?;
    assert!(!page.text().await?.contains(INVITATION));
    page.press("Settings").await?;
    page.press("Add to home screen").await?;
    assert_eq!(page.run("return window.__installs").await?, 1);
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn on_an_iphone_the_steps_are_shown() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = once_finished(&site, faults::install_by_hand()).await?;
    page.see("Choose “Add to Home Screen”.").await?;
    assert_eq!(page.axe().await?, [""; 0]);
    assert!(
        !page.offers("Add to home screen").await?,
        "there is nothing to press"
    );
    page.touch("Got it").await?;
    page.gone(INVITATION).await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_browser_itself_offers_to_install_it_and_finds_nothing_against_it() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = once_finished(&site, "").await?;
    page.see("Add to home screen").await?;
    let manifest = page.ask_chromium("Page.getAppManifest", json!({})).await?;
    assert_eq!(manifest["errors"], json!([]));
    let against = page
        .ask_chromium("Page.getInstallabilityErrors", json!({}))
        .await?;
    let ids: Vec<&str> = against["installabilityErrors"]
        .as_array()
        .context("a list")?
        .iter()
        .filter_map(|it| it["errorId"].as_str())
        .filter(|it| *it != "in-incognito")
        .collect();
    assert_eq!(ids, [""; 0]);
    // Every picture that the manifest names exists.
    let manifest: Value = serde_json::from_str(manifest["data"].as_str().context("a manifest")?)?;
    for list in ["icons", "screenshots"] {
        for picture in manifest[list].as_array().context(list)? {
            let there = page
                .run_with(
                    "return fetch(arguments[0]).then((it) => it.ok)",
                    vec![picture["src"].clone()],
                )
                .await?;
            assert_eq!(there, true, "{picture}");
        }
    }
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn its_shortcuts_lead_on_and_the_way_back_does_not_lead_into_them() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    page.see("Library").await?;
    page.go_to("#/now/spasm").await?;
    // The link only marks an answer; the person gives it.
    page.see_heading("How is your back right now?").await?;
    page.see("Is it as marked?").await?;
    let marked =
        "return [...document.querySelectorAll('[aria-current]')].map((it) => it.innerText).join()";
    assert_eq!(page.run(marked).await?, "In spasm");
    page.press("In spasm").await?;
    page.see_heading("In spasm, right now").await?;
    page.run("history.back()").await?;
    page.see_heading("How is your back right now?").await?;
    page.go_to("#/latest").await?;
    page.see_heading("How is your back right now?").await?;
    page.close().await
}
