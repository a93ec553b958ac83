//! Storage that fails, or holds what cannot be read: the session continues, and nothing is lost.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Page, Site, Visit, faults};
use serde_json::json;
use tokio::time::sleep;

use crate::questions::none_of_these;

const SOON: Duration = Duration::from_secs(10);

async fn plays(page: &Page) -> Result<()> {
    page.press("In spasm").await?;
    page.press("Start").await?;
    page.see("In spasm, right now.").await?;
    page.press("End").await?;
    page.see("How is it now?").await
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nothing_may_be_kept_a_session_works_and_it_is_said() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .before_load(faults::storage_forbidden())
        .open()
        .await?;
    page.see("does not let Limber keep anything").await?;
    page.press("Got it").await?;
    // Without storage, the questions are asked again.
    page.press("In spasm").await?;
    none_of_these(&page).await?;
    page.see("Why this one").await?;
    page.press("Today").await?;
    plays(&page).await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn where_there_is_no_room_a_session_works_and_it_is_said() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .before_load(faults::storage_full())
        .open()
        .await?;
    page.press("In spasm").await?;
    page.press("Start").await?;
    page.see("There is no room left").await?;
    page.press("Got it").await?;
    page.press("End").await?;
    page.see("How is it now?").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_put_aside_and_never_lost() -> Result<()> {
    let site = Site::of_built_page().await?;
    let broken = [
        (
            "limber/settings",
            "{\"version\":1,\"data\":{\"theme\":",
            "could not be read",
        ),
        (
            "limber/playing/1-00000001",
            "not even JSON",
            "could not be read",
        ),
        (
            "limber/history/1-00000001",
            "{\"version\":1,\"data\":{\"routine\":7}}",
            "could not be read",
        ),
    ];
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    for (key, text, told) in broken {
        page.run("localStorage.clear()").await?;
        page.keep(key, text).await?;
        page.reload().await?;
        page.see(told).await?;
        page.press("Got it").await?;
        let kept = page.storage().await?;
        assert!(!kept.contains_key(key), "{kept:?}");
        let aside = kept
            .iter()
            .find(|(key, _)| key.starts_with("limber/aside/"));
        assert_eq!(aside.map(|(_, kept)| kept.as_str()), Some(text));
        page.go_to("#/settings").await?;
        page.see("One thing is put aside").await?;
        page.go_to("#/").await?;
    }
    plays(&page).await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_that_another_tab_wrote_at_the_same_moment_are_put_aside() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site).at("#/settings").open().await?;
    page.press("Dark").await?;
    // Written in this tab, so that no event reports it: as if written at the same moment.
    page.run("localStorage.setItem('limber/settings', '{\"from\":\"another tab\"}')")
        .await?;
    page.press("Light").await?;
    page.see("changed in another tab").await?;
    let kept = page.storage().await?;
    assert!(
        kept.iter()
            .any(|(key, text)| key.starts_with("limber/aside/") && text.contains("another tab")),
        "{kept:?}"
    );
    assert!(kept["limber/settings"].contains("\"light\""), "{kept:?}");
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_tab_wrote_is_not_written_over_where_there_is_no_room_for_a_copy() -> Result<()>
{
    let site = Site::of_built_page().await?;
    let full = "const set = Storage.prototype.setItem;
       Storage.prototype.setItem = function (key, text) {
         if (key.includes('/aside/')) throw new DOMException('full', 'QuotaExceededError');
         return set.call(this, key, text);
       };";
    let page = Visit::to(&site)
        .at("#/settings")
        .before_load(full)
        .open()
        .await?;
    page.press("Dark").await?;
    page.run("localStorage.setItem('limber/settings', '{\"from\":\"another tab\"}')")
        .await?;
    page.press("Light").await?;
    page.see("Got it").await?;
    let kept = page.storage().await?;
    assert!(kept["limber/settings"].contains("another tab"), "{kept:?}");
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_newer_version_wrote_stays_until_something_is_set_here_and_is_copied_then()
-> Result<()> {
    const NEWER: &str = "{\"version\":99,\"data\":{}}";
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site).at("#/settings").open().await?;
    page.keep("limber/settings", NEWER).await?;
    page.reload().await?;
    page.see("kept by a newer Limber").await?;
    page.press("Got it").await?;
    assert_eq!(page.storage().await?["limber/settings"], NEWER);
    page.press("Dark").await?;
    let dark = "return localStorage.getItem('limber/settings').includes('dark')";
    page.comes_true(dark, SOON).await?;
    let kept = page.storage().await?;
    assert!(kept["limber/settings"].contains("\"dark\""), "{kept:?}");
    let mut aside = kept
        .iter()
        .filter(|(key, _)| key.starts_with("limber/aside/"));
    assert!(aside.any(|(_, text)| text == NEWER), "{kept:?}");
    page.close().await
}

/// The number of stored check-ins.
const ANSWERS: &str =
    "return Object.keys(localStorage).filter((key) => key.startsWith('limber/check-in/')).length";

/// Gives an answer, and waits until the journal has it, too.
async fn answers(page: &Page) -> Result<()> {
    page.see("How is your back right now?").await?;
    page.press("In spasm").await?;
    page.see_heading("Is one of these new, or worse?").await?;
    assert_eq!(page.run(ANSWERS).await?, 1);
    journal_has(page, "limber/check-in/").await
}

/// Waits until the journal has a key that begins so.
async fn journal_has(page: &Page, beginning: &str) -> Result<()> {
    let has = format!(
        "return new Promise((done) => {{
           const opening = indexedDB.open('limber');
           opening.onsuccess = () => {{
             const all = opening.result.transaction('latest').objectStore('latest').getAllKeys();
             all.onsuccess = () => {{ opening.result.close(); done(all.result.some((key) => key.startsWith('{beginning}'))); }};
           }};
         }})"
    );
    page.comes_true(&has, Duration::from_secs(5)).await
}

/// Remembers the journal that the page opened last.
const REMEMBER_THE_JOURNAL: &str = "
const open = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (...what) {
  const opening = open.apply(this, what);
  opening.addEventListener('success', () => { window.__journal = opening.result; });
  return opening;
};";

#[tokio::test(flavor = "multi_thread")]
async fn a_journal_that_the_system_closes_is_opened_again() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .newcomer()
        .before_load(REMEMBER_THE_JOURNAL)
        .open()
        .await?;
    page.comes_true("return window.__journal !== undefined", SOON)
        .await?;
    page.run(
        "window.__closed = window.__journal;
         window.__closed.close();
         window.__closed.dispatchEvent(new Event('close'));",
    )
    .await?;
    page.comes_true("return window.__journal !== window.__closed", SOON)
        .await?;
    answers(&page).await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_cleared_stays_cleared() -> Result<()> {
    let site = Site::of_built_page().await?;
    let newcomers = || Visit::to(&site).newcomer().at("#/");
    // By a script, or the browser's own tools, while the page is open; by another tab; while the page isn't open.
    for way in ["here", "elsewhere", "away"] {
        let page = newcomers().open().await?;
        answers(&page).await?;
        match way {
            "here" => page.run("localStorage.clear()").await?,
            "elsewhere" => {
                page.run(
                    "const other = document.body.appendChild(document.createElement('iframe'));
                     other.contentWindow.localStorage.clear()",
                )
                .await?
            }
            _ => {
                let origin = page.run("return location.origin").await?;
                page.run("location.href = 'about:blank'").await?;
                page.comes_true("return location.href === 'about:blank'", SOON)
                    .await?;
                let what = json!({"origin": origin, "storageTypes": "local_storage"});
                page.ask_chromium("Storage.clearDataForOrigin", what)
                    .await?
            }
        };
        page.go_to("#/").await?;
        page.reload().await?;
        page.see("How is your back right now?").await?;
        sleep(Duration::from_secs(2)).await;
        assert_eq!(page.run(ANSWERS).await?, 0, "{way}");
        page.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_lost_comes_back_although_something_is_written_before_it_is_known() -> Result<()> {
    let site = Site::of_built_page().await?;
    let slow_journal = "const open = IDBFactory.prototype.open;
       const {set} = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'onsuccess');
       IDBFactory.prototype.open = function (...what) {
         const opening = open.apply(this, what);
         if (window.name === 'slow') Object.defineProperty(opening, 'onsuccess', {set(heard) { set.call(opening, (event) => setTimeout(() => heard.call(opening, event), 2000)); }});
         return opening;
       };";
    let page = Visit::to(&site)
        .newcomer()
        .before_load(slow_journal)
        .open()
        .await?;
    answers(&page).await?;
    // The state that a killed browser leaves: only the journal has the latest write.
    page.run(
        "for (const key of Object.keys(localStorage)) {
           if (key.startsWith('limber/check-in/')) { window.name = 'slow'; localStorage.removeItem(key); }
         }
         localStorage.setItem('limber-latest-write', '5');",
    )
    .await?;
    page.go_to("#/settings").await?;
    page.reload().await?;
    page.press("Dark").await?;
    assert_eq!(page.run(ANSWERS).await?, 0, "the journal is not read yet");
    let back = ANSWERS.replacen(".length", ".length === 1", 1);
    page.comes_true(&back, SOON).await?;
    let kept = page.storage().await?;
    assert!(kept["limber/settings"].contains("\"dark\""), "{kept:?}");
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_version_gets_the_journal_and_an_older_one_does_without() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    page.see("How is your back right now?").await?;
    let newer = "return new Promise((done) => {
       const opening = indexedDB.open('limber', 2);
       opening.onblocked = () => done('blocked');
       opening.onsuccess = () => { opening.result.close(); done('open'); };
     })";
    sleep(Duration::from_secs(1)).await;
    assert_eq!(page.run(newer).await?, "open");
    let told = "A newer version of Limber is open in another tab.";
    page.see(told).await?;
    page.press("Got it").await?;
    plays(&page).await?;
    page.go_to("#/").await?;
    page.reload().await?;
    page.see(told).await?;
    page.press("Got it").await?;
    plays(&page).await?;
    assert!(!page.text().await?.contains(told), "it is told twice");
    page.close().await
}
