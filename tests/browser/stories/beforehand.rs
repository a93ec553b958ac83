//! The document's first screen works before the program is there.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Page, Site, Visit, faults};
use serde_json::json;
use tokio::time::sleep;

const COME: &str = "window.__comes()";
const PATIENCE: Duration = Duration::from_secs(15);

/// Notes all layout shifts, and what shifted.
const SHIFTS: &str = "
window.__shifted = [];
new PerformanceObserver((list) => list.getEntries().forEach(({value, sources}) => {
  window.__shifted.push([value, ...sources.map(({node, previousRect, currentRect}) =>
    [node?.outerHTML?.slice(0, 80) ?? node?.data, JSON.stringify(previousRect), JSON.stringify(currentRect)])]);
}))
  .observe({type: 'layout-shift', buffered: true});
";

/// A page whose program waits to be let in.
async fn without_the_program(site: &Site, fragment: &str) -> Result<Page> {
    let page = Visit::to(site)
        .at(fragment)
        .before_load(faults::slow_program())
        .before_load(SHIFTS)
        .open()
        .await?;
    let waits = "return typeof window.__comes === 'function'";
    page.comes_true(waits, PATIENCE).await?;
    Ok(page)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_is_tapped_before_the_program_is_there_counts() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = without_the_program(&site, "").await?;
    page.see_heading("How is your back right now?").await?;
    page.touch("In spasm").await?;
    page.run(COME).await?;
    page.see_heading("In spasm, right now").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tap_into_which_the_program_comes_counts() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = without_the_program(&site, "").await?;
    page.put_finger_on("In spasm").await?;
    page.run(COME).await?;
    // The program takes over within this time.
    sleep(Duration::from_millis(500)).await;
    page.lift_finger().await?;
    page.see_heading("In spasm, right now").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_finger_that_rests_keeps_nothing_waiting() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = without_the_program(&site, "").await?;
    page.put_finger_on("In spasm").await?;
    page.run(COME).await?;
    page.comes_true("return !document.querySelector('#waiting')", PATIENCE)
        .await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_program_takes_over_without_a_jump_and_the_focus_stays() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = without_the_program(&site, "").await?;
    assert_eq!(page.axe().await?, [""; 0]);
    for _ in 0..3 {
        page.press_key("Tab").await?;
    }
    let focus = "return document.activeElement.innerText";
    assert_eq!(page.run(focus).await?, "Sore or stiff");
    page.run(COME).await?;
    page.see("Library").await?;
    let focused = format!("{focus} === 'Sore or stiff'");
    page.comes_true(&focused, PATIENCE).await?;
    assert_eq!(page.run("return window.__shifted").await?, json!([]));
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newcomer_sees_all_of_it_at_once_and_goes_on_to_the_library() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .newcomer()
        .before_load(faults::slow_program())
        .before_load(SHIFTS)
        .open()
        .await?;
    page.see("It does not diagnose").await?;
    page.comes_true("return typeof window.__comes === 'function'", PATIENCE)
        .await?;
    page.reach("My body").await?;
    page.run(COME).await?;
    page.comes_true("return !document.querySelector('#waiting')", PATIENCE)
        .await?;
    let focused = "return document.activeElement.innerText === 'My body'";
    page.comes_true(focused, PATIENCE).await?;
    assert_eq!(page.run("return window.__shifted").await?, json!([]));
    page.reload().await?;
    page.press("Library").await?;
    page.run(COME).await?;
    page.see_heading("Library").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_screen_does_not_flash_up_at_another_address() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = without_the_program(&site, "#/evidence").await?;
    assert_eq!(page.text().await?.trim(), "");
    page.run(COME).await?;
    page.see_heading("Evidence").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_chosen_colours_are_there_from_the_first_moment() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = without_the_program(&site, "").await?;
    page.run(COME).await?;
    page.see("Library").await?;
    page.press("Settings").await?;
    page.choose("Colours", "Dark").await?;
    page.reload().await?;
    page.comes_true("return typeof window.__comes === 'function'", PATIENCE)
        .await?;
    let paper = "return getComputedStyle(document.documentElement).colorScheme";
    assert_eq!(page.run(paper).await?, "dark");
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn text_becomes_code_or_elements_only_by_the_pages_one_policy() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site).open().await?;
    page.see("Library").await?;
    let refused = "
      const place = document.createElement('div');
      const tries = {
        'a handler': () => { place.innerHTML = '<img src=x onerror=alert(1)>'; },
        'a script': () => { place.innerHTML = '<p><script>1</script>'; },
        'another policy': () => trustedTypes.createPolicy('another', {}),
        'a script from elsewhere': () => { document.createElement('script').src = 'https://example.org/sw.js'; },
        'a text as code': () => setTimeout('1'),
      };
      return Object.keys(tries).filter((name) => { try { tries[name](); return true; } catch { return false; } });
    ";
    assert_eq!(page.run(refused).await?, serde_json::json!([]));
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn however_soon_the_program_comes_the_first_screen_is_painted_before() -> Result<()> {
    let site = Site::of_built_page().await?;
    for _ in 0..3 {
        let page = Visit::to(&site)
            .newcomer()
            .before_load(faults::recorded_takeover())
            .open()
            .await?;
        page.comes_true("return window.__taken !== null", PATIENCE)
            .await?;
        assert_eq!(page.run("return window.__taken.painted").await?, true);
        page.close().await?;
    }
    Ok(())
}
