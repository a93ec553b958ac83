//! When the program itself breaks.

use anyhow::Result;
use limber_browser_tests::{Page, Site, Visit};

const PRECIOUS: (&str, &str) = ("limber/history/1-00000001", "what was done");

/// Opens the page, leaves something precious on the device, and breaks the program.
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
async fn reloading_after_a_fault_leads_back_to_the_question() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = broken(&site).await?;
    page.press("Reload").await?;
    page.see_heading("How is your back right now?").await?;
    page.press("In spasm").await?;
    page.see_heading("In spasm, right now").await?;
    page.close().await
}
