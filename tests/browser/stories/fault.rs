//! The program itself breaks.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Deployment, Page, Site, Visit, faults};

use crate::holding;
use crate::offline::is_kept;

const PRECIOUS: (&str, &str) = ("limber/history/1-00000001", "what was done");

/// Opens the page, stores something precious, and breaks the program.
async fn broken(site: &Site) -> Result<Page> {
    let page = Visit::to(site).open().await?;
    page.see("How is your back right now?").await?;
    page.keep(PRECIOUS.0, PRECIOUS.1).await?;
    page.go_to("#/fault").await?;
    page.see_heading("Something broke in Limber.").await?;
    Ok(page)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_says_so_and_hands_out_the_data() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = broken(&site).await?;
    page.see("That is our mistake, not yours.").await?;
    let address = page
        .run("return document.querySelector('a[download]').href")
        .await?;
    assert!(
        address
            .as_str()
            .is_some_and(|address| address.starts_with("blob:")),
        "{address}"
    );
    let (name, text) = page.save_by("Save my data as a file").await?;
    assert!(
        name.starts_with("limber-20") && name.contains(".json"),
        "{name}"
    );
    let saved: serde_json::Value = serde_json::from_str(&text)?;
    assert_eq!(saved[PRECIOUS.0], PRECIOUS.1, "{text}");
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn help_is_there_although_the_program_broke() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = broken(&site).await?;
    page.press("Get help").await?;
    page.see("Call your emergency number now").await?;
    page.gone("Something broke in Limber.").await?;
    assert_eq!(page.axe().await?, [""; 0]);
    page.press("Today").await?;
    page.see_heading("Something broke in Limber.").await?;
    assert!(!page.text().await?.contains("How is your back right now?"));
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn reloading_after_a_fault_leads_back_to_the_question() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = broken(&site).await?;
    page.press("Reload").await?;
    page.see_heading("How is your back right now?").await?;
    page.press("In spasm").await?;
    page.see_heading("In spasm, right now").await?;
    page.close().await
}

/// Lets `window.__sounding()` list, by name, everything that sounds or is locked.
const HELD: &str = "
const contexts = [], players = [], screens = [];
window.AudioContext = class extends AudioContext { constructor() { super(); contexts.push(this); } };
const play = HTMLMediaElement.prototype.play;
HTMLMediaElement.prototype.play = function () { if (!players.includes(this)) players.push(this); return play.call(this); };
Object.defineProperty(navigator, 'wakeLock', {value: {request: async () => {
  const it = {held: true, release: async () => { it.held = false; }};
  screens.push(it);
  return it;
}}});
window.__sounding = async () => [
  ...contexts.filter((it) => it.state !== 'closed').map(() => 'tones'),
  ...players.filter((it) => !it.paused).map(() => 'background'),
  ...screens.filter((it) => it.held).map(() => 'screen'),
  ...(speechSynthesis.speaking ? ['voice'] : []),
  ...(await navigator.locks.query()).held.map(() => 'lock'),
];
";

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_in_the_midst_of_a_session_lets_go_of_everything() -> Result<()> {
    let host = Deployment::new()?;
    let page = Visit::to(&host.site)
        .before_load(faults::recorded_speech())
        .before_load(HELD)
        .open()
        .await?;
    is_kept(&page).await?;
    holding::into_the_hold(&page, Duration::from_secs(60)).await?;
    let all = "return window.__sounding().then((it) => ['tones', 'background', 'screen', 'lock'].every((one) => it.includes(one)))";
    page.comes_true(all, Duration::from_secs(10)).await?;
    host.replace("newer")?;
    page.run("location.hash = '#/fault'").await?;
    page.see_heading("Something broke in Limber.").await?;
    let nothing = "return window.__sounding().then((it) => it.length === 0)";
    page.comes_true(nothing, Duration::from_secs(5)).await?;
    // The worker does not mistake it for a session under way.
    page.comes_true(
        "return caches.keys().then((all) => all.some((name) => name.endsWith(' newer')))",
        Duration::from_secs(20),
    )
    .await?;
    let taken = "return navigator.serviceWorker.getRegistration().then((it) => it.waiting === null && it.installing === null)";
    page.comes_true(taken, Duration::from_secs(20)).await?;
    page.press("Reload").await?;
    let newer = "return document.documentElement.dataset.version === 'newer'";
    page.comes_true(newer, Duration::from_secs(20)).await?;
    page.close().await
}
