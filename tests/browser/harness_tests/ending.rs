//! Browsers that are killed, sites that go away, and what is left behind.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Profile, Visit};
use serde_json::json;
use tokio::task::LocalSet;

use crate::site;

#[tokio::test]
async fn a_killed_browser_comes_back_with_what_was_kept() -> Result<()> {
    let site = site("<p>Here</p>");
    let profile = Profile::new()?;
    let page = Visit::to(&site).profile(&profile).open().await?;
    page.keep("routine", "the four postures").await?;
    // Chromium writes to disk some seconds after something is stored.
    tokio::time::sleep(Duration::from_secs(8)).await;

    page.kill();
    let page = Visit::to(&site).profile(&profile).open().await?;

    assert_eq!(
        page.storage().await?.get("routine").unwrap(),
        "the four postures"
    );
    page.close().await
}

#[tokio::test]
async fn a_page_that_is_closed_has_kept_everything() -> Result<()> {
    let site = site("<p>Here</p>");
    let profile = Profile::new()?;
    let page = Visit::to(&site).profile(&profile).open().await?;
    page.keep("routine", "cat-cow").await?;

    page.close().await?;
    let page = Visit::to(&site).profile(&profile).open().await?;

    assert_eq!(page.storage().await?.get("routine").unwrap(), "cat-cow");
    page.close().await
}

#[tokio::test]
async fn one_story_finds_nothing_of_another_in_the_browser_that_they_share() -> Result<()> {
    let site = site("<button>Here</button>");
    for _ in 0..3 {
        let page = Visit::to(&site).newcomer().open().await?;
        assert!(page.storage().await?.is_empty());
        let here = "return [document.hasFocus(), document.visibilityState, history.length]";
        assert_eq!(page.run(here).await?, json!([true, "visible", 2]));
        page.keep("routine", "cat-cow").await?;
        page.open_tab("", &[]).await?;
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn nothing_is_left_behind_when_a_story_panics() -> Result<()> {
    let site = site("<p>Here</p>");
    let profile = Profile::new()?;
    let folder = profile.path().to_owned();
    let page = Visit::to(&site).profile(&profile).open().await?;
    drop(profile);
    assert!(!naming(&folder).is_empty(), "the browser runs");

    let story = async move {
        page.see("Here").await.unwrap();
        panic!("on purpose");
    };
    let own_thread = LocalSet::new();
    let panicked = own_thread
        .run_until(async { tokio::task::spawn_local(story).await })
        .await;

    assert!(panicked.is_err_and(|error| error.is_panic()));
    assert_eq!(naming(&folder), Vec::<PathBuf>::new());
    assert!(!folder.exists(), "the profile is removed");
    Ok(())
}

#[tokio::test]
async fn a_site_goes_away_and_comes_back_at_the_same_address() -> Result<()> {
    let mut site = site(
        "<button onclick=\"fetch('/?' + Math.random()).then(() => 'reached', () => 'lost').then((how) => { said.textContent = how; })\">Ask</button><p id='said'></p>",
    );
    let page = Visit::to(&site).open().await?;
    page.press("Ask").await?;
    page.see("reached").await?;

    site.stop();
    page.press("Ask").await?;
    page.see("lost").await?;
    site.start_again()?;
    page.press("Ask").await?;

    page.see("reached").await?;
    page.close().await
}

/// The processes whose arguments name this folder.
fn naming(folder: &Path) -> Vec<PathBuf> {
    let folder = folder.display().to_string();
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    let names = |process: &PathBuf| {
        std::fs::read(process.join("cmdline"))
            .is_ok_and(|arguments| String::from_utf8_lossy(&arguments).contains(&folder))
    };
    processes.map(|entry| entry.path()).filter(names).collect()
}
