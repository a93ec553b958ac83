//! The document when the program does not arrive or start: it says why, help works, and stored data can be saved.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Page, Site, Size, Visit, faults};
use serde_json::json;

const PATIENCE: Duration = Duration::from_secs(15);

/// The visible warning signs.
const SIGNS: &str = "
  return [...document.querySelectorAll('.help li')].filter((it) => it.getClientRects().length).map((it) => it.innerText)";

/// The visible links which call a number, each with its words and its address.
const CALLS: &str = "
  return [...document.querySelectorAll('a[href^=\"tel:\"]')].filter((it) => it.getClientRects().length)
    .map((it) => it.innerText.replace(/\\s+/g, ' ') + ' ' + it.getAttribute('href'))";

/// Causes for the program not to start, each a script that runs before the page's own, and what the page says then.
const WAYS: [(&str, &str); 6] = [
    (
        "delete window.WebAssembly",
        "WebAssembly is switched off, or the browser is too old",
    ),
    // A policy forbids WebAssembly.
    (
        "const refused = () => { throw new WebAssembly.CompileError('refused'); };
         WebAssembly.Module = class { constructor() { refused(); } };
         WebAssembly.instantiateStreaming = async () => refused();",
        "WebAssembly is switched off, or the browser is too old",
    ),
    (
        "WebAssembly.instantiateStreaming = async () => { throw new WebAssembly.CompileError('section of unknown code'); };",
        "WebAssembly is switched off, or the browser is too old",
    ),
    (
        "const fetched = window.fetch;
         window.fetch = (asked, ...how) => /_bg.*wasm/.test(asked.url ?? asked)
           ? Promise.reject(new TypeError('Failed to fetch')) : fetched.call(window, asked, ...how);",
        "A part of Limber did not arrive.",
    ),
    (
        "WebAssembly.instantiateStreaming = async () => { throw new WebAssembly.RuntimeError('unreachable'); };",
        "Limber broke while it started.",
    ),
    // The program has taken over, and then breaks and leaves an empty page.
    (
        "new MutationObserver((_, observer) => {
           if (document.body && !document.getElementById('waiting') && document.readyState === 'complete') {
             observer.disconnect();
             document.body.replaceChildren();
             throw new Error('thrown');
           }
         }).observe(document, {childList: true, subtree: true});
         Node.prototype.appendChild = new Proxy(Node.prototype.appendChild, { apply(to, parent, nodes) {
           if (parent.localName === 'body' && document.readyState === 'complete') throw new Error('thrown');
           return Reflect.apply(to, parent, nodes);
         }});",
        "Limber broke while it started.",
    ),
];

fn visit<'a>(site: &'a Site, script: &str) -> Visit<'a> {
    Visit::to(site)
        .before_load(faults::no_worker())
        .before_load(script)
}

/// Checks that help works as it does with the program.
async fn help_is_there(page: &Page) -> Result<()> {
    page.press("Get help").await?;
    page.see_heading("Get help").await?;
    page.see("Numbness or tingling between the legs").await?;
    page.see("The emergency number where you are:").await
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_keeps_the_program_from_starting_is_told_and_help_works() -> Result<()> {
    let site = Site::of_built_page().await?;
    for (script, says) in WAYS {
        for fragment in ["", "#/library"] {
            let page = visit(&site, script).at(fragment).open().await?;
            page.see_heading("Limber could not start").await?;
            page.see(says).await?;
            page.gone("How is your back right now?").await?;
            assert_eq!(page.axe().await?, [""; 0], "{script}");
            help_is_there(&page).await?;
            assert_eq!(page.axe().await?, [""; 0], "{script}");
            page.press("Today").await?;
            page.see(says).await?;
            page.close().await?;
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_gone_is_told_and_another_try_is_one_tap() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = visit(&site, "").open().await?;
    page.see("Library").await?;
    page.ask_chromium("Network.enable", json!({})).await?;
    let lost = |urls: &[&str]| json!({"urls": urls});
    page.ask_chromium("Network.setBlockedURLs", lost(&["*/limber-*.js"]))
        .await?;
    page.reload().await?;
    page.see("A part of Limber did not arrive.").await?;
    page.ask_chromium("Network.setBlockedURLs", lost(&[]))
        .await?;
    page.press("Try again").await?;
    page.press("In spasm").await?;
    page.see_heading("In spasm, right now").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_it_says_so_at_every_address_and_help_works() -> Result<()> {
    let site = Site::of_built_page().await?;
    for fragment in ["", "#/library", "#/take-in/a"] {
        let page = Visit::to(&site).at("404.html").open().await?;
        let off = json!({"value": true});
        page.ask_chromium("Emulation.setScriptExecutionDisabled", off)
            .await?;
        page.go_to(fragment).await?;
        page.reload().await?;
        page.see("JavaScript is switched off here").await?;
        help_is_there(&page).await?;
        page.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_can_be_saved_and_the_number_that_was_chosen_is_one_tap_away() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = visit(
        &site,
        "if (window.name === 'without') delete window.WebAssembly;",
    )
    .open()
    .await?;
    page.press("Get help").await?;
    page.press("New Zealand").await?;
    page.see("Call 111").await?;
    page.run("window.name = 'without'").await?;
    page.reload().await?;
    page.see("Call 111").await?;
    assert_eq!(page.run(CALLS).await?, json!(["Call 111 tel:111"]));
    page.press("Today").await?;
    page.see("What you did is kept on this device.").await?;
    let (name, text) = page.save_by("Save my data as a file").await?;
    assert!(
        name.starts_with("limber-20") && name.contains(".json") && name.len() == 22,
        "{name}"
    );
    let saved: serde_json::Value = serde_json::from_str(&text)?;
    let person = saved["limber/person"].as_str().unwrap_or_default();
    assert!(person.contains("new-zealand"), "{text}");
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn help_in_the_document_is_the_help_of_the_program() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .at("#/help")
        .before_load(faults::slow_program())
        .open()
        .await?;
    page.see_heading("Get help").await?;
    let before = page.run(SIGNS).await?;
    assert_eq!(
        page.run(CALLS).await?,
        json!([
            "United Kingdom 999 tel:999",
            "Europe 112 tel:112",
            "United States, Canada 911 tel:911",
            "Australia 000 tel:000",
            "New Zealand 111 tel:111",
            "India 112 tel:112",
            "South Africa 112 tel:112",
        ])
    );
    page.comes_true("return typeof window.__comes === 'function'", PATIENCE)
        .await?;
    page.run("window.__comes()").await?;
    page.see("Where are you?").await?;
    assert_eq!(page.run(SIGNS).await?, before);
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_takes_long_is_told_of_until_it_comes_and_nothing_moves() -> Result<()> {
    let site = Site::of_built_page().await?;
    let soon = "const later = window.setTimeout;
        window.setTimeout = (what, when, ...how) => later(what, when === 20000 ? 300 : when, ...how);
        window.__shifted = [];
        const rect = ({x, y, width, height}) => [x, y, width, height].map(Math.round).join(' ');
        new PerformanceObserver((list) => list.getEntries().forEach(({value, startTime, sources}) =>
          window.__shifted.push([startTime, value, ...sources.map(({node, previousRect, currentRect}) =>
            `${node?.nodeName} ${node?.className} from ${rect(previousRect)} to ${rect(currentRect)}`)])))
          .observe({type: 'layout-shift', buffered: true});";
    let page = visit(&site, faults::slow_program())
        .newcomer()
        .before_load(soon)
        .open()
        .await?;
    page.see("Limber is taking long to arrive.").await?;
    page.see("How is your back right now?").await?;
    assert_eq!(page.axe().await?, [""; 0]);
    page.touch("In spasm").await?;
    let shifted = page.run("return window.__shifted").await?;
    assert_eq!(shifted, json!([]));
    page.run("window.__comes()").await?;
    page.gone("Limber is taking long to arrive.").await?;
    page.gone("How is your back right now?").await?;
    page.close().await
}

/// What extensions do: wrap elements in others, remove them, or break.
const EXTENSIONS: [&str; 4] = [
    "const waiting = document.getElementById('waiting'); const around = document.createElement('font'); waiting.replaceWith(around); around.append(waiting);",
    "document.getElementById('waiting').remove();",
    "document.querySelectorAll('#waiting :is(button, a, h1)').forEach((it) => { const font = document.createElement('font'); font.append(...it.childNodes); it.append(font); });",
    "document.body.prepend(document.createElement('div')); const error = new Error('broken'); error.stack = 'at chrome-extension://abc/a.js'; Promise.reject(error);",
];

#[tokio::test(flavor = "multi_thread")]
async fn what_an_extension_does_to_the_document_keeps_nobody_from_an_answer() -> Result<()> {
    let site = Site::of_built_page().await?;
    for extension in EXTENSIONS {
        let page = visit(&site, faults::slow_program()).open().await?;
        page.comes_true("return typeof window.__comes === 'function'", PATIENCE)
            .await?;
        page.run(extension).await?;
        page.run("window.__comes()").await?;
        page.see("Library").await?;
        page.press("In spasm").await?;
        page.see_heading("In spasm, right now").await?;
        page.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn it_fits_every_size_and_scheme() -> Result<()> {
    let site = Site::of_built_page().await?;
    for size in [Size::Phone, Size::Desktop] {
        let page = visit(&site, "delete window.WebAssembly")
            .size(size)
            .open()
            .await?;
        page.see_heading("Limber could not start").await?;
        let fits = "return document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth";
        assert_eq!(page.run(fits).await?, true);
        page.close().await?;
    }
    Ok(())
}

/// Moves a finger from one height to another.
async fn swipe(page: &Page, from: i32, to: i32) -> Result<()> {
    let touch = async |kind: &str, points| {
        let event = json!({"type": kind, "touchPoints": points});
        page.ask_chromium("Input.dispatchTouchEvent", event).await
    };
    touch("touchStart", json!([{"x": 180, "y": from}])).await?;
    for part in 1..=10 {
        let y = from + (to - from) * part / 10;
        touch("touchMove", json!([{"x": 180, "y": y}])).await?;
    }
    touch("touchEnd", json!([])).await?;
    Ok(())
}

/// Pulling down must not reload the page; swiping back may go back.
#[tokio::test(flavor = "multi_thread")]
async fn a_finger_that_scrolls_reloads_nothing_and_still_scrolls() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = visit(&site, "").at("#/help").open().await?;
    page.see("Where are you?").await?;
    let style = "const {overscrollBehaviorX, overscrollBehaviorY} = getComputedStyle(document.documentElement);
        return [overscrollBehaviorX, overscrollBehaviorY]";
    assert_eq!(page.run(style).await?, json!(["auto", "contain"]));
    page.run("window.__loaded = true").await?;
    swipe(&page, 600, 200).await?;
    page.comes_true("return scrollY > 100", PATIENCE).await?;
    swipe(&page, 100, 700).await?;
    swipe(&page, 100, 700).await?;
    page.comes_true("return scrollY === 0", PATIENCE).await?;
    assert_eq!(page.run("return window.__loaded").await?, true);
    page.close().await
}
