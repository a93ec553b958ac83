//! Somebody else changes the page while it is used: a translator wraps each text in elements of its own, an extension
//! adds some, moves some and takes some away.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Site, Visit, faults};

use crate::short::{HOLD, leave_behind};

/// A minute of routine, and some time.
const TO_THE_END: Duration = Duration::from_secs(120);

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

/// What an extension may do: it marks words, puts elements of its own around what there is, beside it and into it, and
/// takes away the ring, the figure and a button.
const EXTEND: &str = "
    const own = (name) => Object.assign(document.createElement(name), {className: 'foreign', textContent: 'Foreign'});
    for (const chosen of ['.caption', '.number', '.choices', '.transport', 'h1']) {
        const it = document.querySelector(chosen);
        const around = document.createElement('div');
        it.replaceWith(around);
        around.append(own('span'), it, own('span'));
    }
    for (const chosen of ['.caption', '.number', 'h1']) {
        const it = document.querySelector(chosen);
        it.replaceChildren(Object.assign(document.createElement('mark'), {textContent: it.textContent}));
    }
    for (const chosen of ['body', 'main', '.telling', '.stage', '.disc', '.choices']) {
        document.querySelector(chosen).append(own('div'));
        document.querySelector(chosen).prepend(own('div'));
    }
    for (const chosen of ['svg.ring', 'svg.figure', '.choices button']) document.querySelector(chosen).remove();";

#[tokio::test(flavor = "multi_thread")]
async fn whatever_an_extension_adds_moves_or_removes_the_player_goes_on() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    leave_behind(&page, HOLD).await?;
    page.press("Continue").await?;
    page.see("Getting into it").await?;
    page.run(EXTEND).await?;
    let caption = "return document.querySelector('.caption').innerText";
    let said = page.run(caption).await?;
    page.press_key("Enter").await?;
    page.see("Hold").await?;
    page.comes_true(&format!("{caption} !== {said}"), TO_THE_END)
        .await?;
    page.see_within("Change sides", TO_THE_END).await?;
    page.see_within("Cat and cow", TO_THE_END).await?;
    page.press("Pause").await?;
    page.press("Continue").await?;
    page.see_within("And now, how is it?", TO_THE_END).await?;
    let broke = "return document.querySelector('.fault') !== null";
    assert_eq!(page.run(broke).await?, false);
    page.close().await
}
