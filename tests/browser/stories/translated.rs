//! The browser translates the page while it is used, and wraps each text in elements of its own.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Site, Visit, faults};

use crate::short::leave_behind;

/// What a browser's translator does, at once and with everything added later.
const TRANSLATE: &str = "
    const wrap = (text) => {
        if (!text.parentNode || text.parentNode.nodeName === 'FONT' || !text.data.trim()) return;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.append(text.data);
        outer.append(inner);
        text.replaceWith(outer);
    };
    const all = (root) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) found.push(walker.currentNode);
        found.forEach(wrap);
    };
    all(document.body);
    new MutationObserver((changes) => changes.forEach(({ addedNodes }) =>
        addedNodes.forEach((node) => node.nodeType === Node.TEXT_NODE ? wrap(node) : all(node))
    )).observe(document.body, { childList: true, subtree: true });";

#[tokio::test(flavor = "multi_thread")]
async fn who_has_the_page_translated_is_told_and_the_player_goes_on() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    leave_behind(&page, Duration::from_secs(60)).await?;
    page.press("Continue").await?;
    page.see("Getting into it").await?;
    page.run(TRANSLATE).await?;
    page.press_key("Enter").await?;
    page.see("Hold").await?;
    page.see("Your browser is translating this page").await?;
    let shown = "return document.querySelector('.number').innerText";
    let first = page.run(shown).await?;
    let goes_on = format!("{shown} !== {first}");
    page.comes_true(&goes_on, Duration::from_secs(5)).await?;
    let caption = "return document.querySelector('.caption').innerText";
    let said = page.run(caption).await?;
    page.press_key("h").await?;
    let next = format!("{caption} !== {said}");
    page.comes_true(&next, Duration::from_secs(10)).await?;
    page.close().await
}

/// What a screen shows anew is shown in its own words, however the translator has changed what was there before.
#[tokio::test(flavor = "multi_thread")]
async fn lists_and_plans_that_change_show_what_they_lead_to() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site).open().await?;
    page.press("Sore or stiff").await?;
    page.see_heading("The four postures").await?;
    page.run(TRANSLATE).await?;
    let meta = "return document.querySelector('h1 ~ .meta').innerText";
    let before = page.run(meta).await?;
    page.choose("Time", "5 min").await?;
    let shorter = format!(
        "{meta} !== {before} && document.querySelector('h1 ~ .meta').innerText.includes('5 min')"
    );
    page.comes_true(&shorter, Duration::from_secs(5)).await?;
    page.go_to("#/library").await?;
    page.see_heading("Library").await?;
    for (searched, found) in [("pigeon", "Pigeon"), ("bird", "Bird dog")] {
        page.fill("Search", searched).await?;
        let named = format!(
            "const found = [...document.querySelectorAll('a[href^=\"#/posture/{searched}\"]')];
             return found.length > 0 && found[0].innerText === '{found}'"
        );
        page.comes_true(&named, Duration::from_secs(5)).await?;
    }
    page.close().await
}
