//! The questions about warning signs: asked first, quick to answer, and respected.

use std::time::Duration;

use anyhow::{Context as _, Result};
use limber::domain::screening::Scope;
use limber::store::{RecordKey, read_screening};
use limber_browser_tests::{Page, Site, Visit, faults};

const FIRST_SHEET: &str = "Is one of these new, or worse?";
const NONE: &str = "None of these";

async fn newcomer(site: &Site) -> Result<Page> {
    Visit::to(site)
        .newcomer()
        .before_load(faults::recorded_speech())
        .open()
        .await
}

async fn has_spoken(page: &Page) -> Result<()> {
    page.comes_true("return window.__spoken.length > 0", Duration::from_secs(5))
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newcomer_answers_three_sheets_in_three_taps_and_is_led() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = newcomer(&site).await?;
    page.see_heading("How is your back right now?").await?;
    page.touch("In spasm").await?;
    page.see_heading(FIRST_SHEET).await?;
    page.touch(NONE).await?;
    page.see_heading("And one of these?").await?;
    // Whoever hears the page learns that another sheet has come.
    let focus = "return document.activeElement.innerText === 'And one of these?'";
    page.comes_true(focus, Duration::from_secs(5)).await?;
    page.touch(NONE).await?;
    page.see_heading("Last, one of these?").await?;
    page.touch(NONE).await?;
    page.see_heading("In spasm, right now").await?;
    page.touch("Start").await?;
    has_spoken(&page).await?;
    let kept = page.storage().await?;
    let screening = kept
        .iter()
        .find(|(name, _)| matches!(RecordKey::named(name), Some(RecordKey::Screening(_))));
    let screening = read_screening(screening.context("a screening is kept")?.1)
        .ok()
        .context("it can be read")?;
    assert_eq!(screening.scope, Scope::Everything);
    assert!(screening.signs.is_empty());
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_round_the_questions_by_an_address() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = newcomer(&site).await?;
    page.go_to("#/play/four-postures").await?;
    page.press("Start").await?;
    page.see_heading(FIRST_SHEET).await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_emergency_is_told_at_once_with_a_call_and_locks_every_routine() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = newcomer(&site).await?;
    page.press("Sore or stiff").await?;
    page.press("Trouble starting or stopping pee").await?;
    page.press("Continue").await?;
    page.see_heading("Call your emergency number now").await?;
    // Their country is asked, and never guessed.
    assert!(!page.offers("Call 999").await?);
    page.press("United Kingdom").await?;
    let call = "return document.querySelector('a[href^=\"tel:\"]').getAttribute('href')";
    page.see("Call 999").await?;
    assert_eq!(page.run(call).await?, "tel:999");
    page.go_to("#/routine/four-postures").await?;
    page.see("Routines wait").await?;
    assert!(!page.offers("Start").await?);
    page.reload().await?;
    page.see("Routines wait").await?;
    page.press("What to do").await?;
    page.press("Someone has examined me").await?;
    page.see("Why this one").await?;
    page.go_to("#/routine/four-postures").await?;
    page.press("Start").await?;
    // The questions skipped in the emergency are asked now.
    for sheet in [FIRST_SHEET, "And one of these?", "Last, one of these?"] {
        page.see_heading(sheet).await?;
        page.press(NONE).await?;
    }
    has_spoken(&page).await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_alarm_is_told_and_makes_things_gentle() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = newcomer(&site).await?;
    page.press("Fine, keep it so").await?;
    page.press(NONE).await?;
    page.press(NONE).await?;
    page.press("Pain that goes below the knee").await?;
    page.press("Continue").await?;
    page.see_heading("Have it looked at soon").await?;
    page.press("Continue").await?;
    page.see("asks for gentle things only").await?;
    page.go_to("#/body").await?;
    let ticked = "return [...document.querySelectorAll('input:checked')].map((box) => box.parentElement.innerText.trim())";
    page.see_heading("My body").await?;
    assert_eq!(page.run(ticked).await?[0], "Pain that runs into the leg");
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn strong_pain_is_asked_about_once_more_before_a_session() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    page.press("Sore or stiff").await?;
    page.press("8").await?;
    page.press("Start").await?;
    page.see("Because it is strong now").await?;
    page.press(NONE).await?;
    has_spoken(&page).await?;
    page.close().await
}
