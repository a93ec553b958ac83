//! What cannot be kept or read: the session goes on, and nothing is lost.

use anyhow::Result;
use limber_browser_tests::{Page, Site, Visit, faults};

use crate::questions::none_of_these;

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
    // Whoever keeps nothing is asked anew.
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
            "limber/settings",
            "{\"version\":99,\"data\":{}}",
            "kept by a newer Limber",
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
        page.see("One thing could not be read and is put aside")
            .await?;
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
    // Written in this tab, so that no event tells the page of it: as if in the same moment.
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
