//! A browser whose APIs throw, hang, answer late or answer nonsense: the app copes each time.

use std::time::Duration;

use anyhow::{Result, ensure};
use limber_browser_tests::misbehaviour::{Misbehaviour, by_window_name};
use limber_browser_tests::{Page, Site, Visit, faults};
use serde_json::json;
use tokio::time::sleep;

use crate::device_check::is_over;
use crate::taking_in::{CHOOSE, TEXT};

/// Long enough for a voice to be given up.
const A_MINUTE: Duration = Duration::from_secs(60);

/// A browser that shares whatever it is given.
const PASSES_ON: &str = "Object.defineProperty(navigator, 'share', {value: async () => {}, configurable: true, writable: true});";

/// The adapters for the page, its clock and its screen.
const PAGE: &[&str] = &[
    "wake_lock",
    "clock",
    "intersection",
    "page",
    "focus",
    "first_screen",
];

/// Tells the story once for each misbehaviour of these adapters, and prints their rows. Half of them are told beside the
/// others: they mostly wait.
async fn go_through(
    adapters: &[&str],
    story: impl AsyncFn(&Page, &Misbehaviour) -> Result<()>,
) -> Result<()> {
    let all = Misbehaviour::of(adapters);
    let (first, second) = all.split_at(all.len() / 2);
    let site = Site::of_built_page().await?;
    let (first, second) = tokio::join!(
        in_one_browser(&site, first, &story),
        in_one_browser(&site, second, &story)
    );
    let failed = [first?, second?].concat();
    ensure!(failed.is_empty(), "{}", failed.join("\n\n"));
    Ok(())
}

/// Tells the story for each of these in one browser. Returns what failed: one failure doesn't keep the others from being
/// tried.
async fn in_one_browser(
    site: &Site,
    these: &[Misbehaviour],
    story: &impl AsyncFn(&Page, &Misbehaviour) -> Result<()>,
) -> Result<Vec<String>> {
    let page = Visit::to(site)
        .before_load(faults::recorded_speech())
        .before_load(PASSES_ON)
        .before_load(by_window_name(these))
        .open()
        .await?;
    let mut failed = Vec::new();
    for one in these {
        page.run(&format!(
            "window.name = {}; try {{ localStorage.clear(); }} catch {{}}",
            serde_json::Value::from(one.name())
        ))
        .await?;
        page.go_to("#/").await?;
        page.reload().await?;
        match story(&page, one).await {
            Ok(()) => println!("{}", one.row()),
            Err(error) => {
                let fault = "return document.querySelector('.fault pre')?.textContent ?? ''";
                let fault = page.run(fault).await.unwrap_or_default();
                let said = page.console_errors().await.unwrap_or_default();
                failed.push(format!("{}: {error:#}\n{fault}\n{said:?}", one.name()));
            }
        }
    }
    page.close().await?;
    Ok(failed)
}

/// Collects the notices shown, and dismisses each.
async fn take_notice(page: &Page, told: &mut Vec<String>) -> Result<()> {
    while page.offers("Got it").await? {
        let words = "return document.querySelector('.notice span')?.textContent ?? ''";
        let words = page.run(words).await?;
        told.push(words.as_str().unwrap_or_default().to_owned());
        page.press("Got it").await?;
    }
    Ok(())
}

/// Opens the page, plays a session into a hold, pauses, continues and ends it, and checks the notices shown.
async fn plays(page: &Page, with: &Misbehaviour) -> Result<()> {
    let told = &mut Vec::new();
    page.see("How is your back right now?").await?;
    take_notice(page, told).await?;
    page.press("In spasm").await?;
    if page.offers("None of these").await? {
        crate::questions::none_of_these(page).await?;
    }
    take_notice(page, told).await?;
    page.press("Start").await?;
    page.see("In spasm, right now.").await?;
    sleep(Duration::from_secs(3)).await;
    // A hold begins with a tone.
    page.press("I’m in position").await?;
    if !with.at_the_end {
        waits_for_notice(page, with, told).await?;
    }
    take_notice(page, told).await?;
    page.press("Pause").await?;
    page.press("Continue").await?;
    sleep(Duration::from_secs(2)).await;
    take_notice(page, told).await?;
    page.press("End").await?;
    page.see("How is it now?").await?;
    waits_for_notice(page, with, told).await?;
    take_notice(page, told).await?;
    as_it_says(with, told)
}

/// Waits for the notice that there is to be, unless it was shown already.
async fn waits_for_notice(page: &Page, with: &Misbehaviour, told: &[String]) -> Result<()> {
    match with.told {
        Some(words) if !told.iter().any(|it| it.contains(words)) => {
            page.see_within(words, A_MINUTE).await
        }
        Some(_) | None => Ok(()),
    }
}

/// Runs the device check to its end.
async fn finds_out(page: &Page, _: &Misbehaviour) -> Result<()> {
    page.go_to("#/device-check").await?;
    page.see_heading("Device check").await?;
    is_over(page).await
}

/// Passes a routine on, saves everything as a file, and opens a file.
async fn gives_and_takes(page: &Page, with: &Misbehaviour) -> Result<()> {
    page.go_to("#/routine/morning").await?;
    page.press("Pass it on").await?;
    page.go_to("#/settings").await?;
    page.see_heading("Settings").await?;
    page.press("Save it all as a file").await?;
    page.go_to("#/take-in").await?;
    page.see("Open a file").await?;
    page.run_with(CHOOSE, vec![json!(TEXT)]).await?;
    let told = &mut Vec::new();
    if with.adapter == "opening" && with.told.is_some() {
        page.see_within("Got it", A_MINUTE).await?;
    } else {
        page.see_heading("After a long drive").await?;
    }
    if let Some(words) = with.told {
        page.see_within(words, A_MINUTE).await?;
    }
    sleep(Duration::from_secs(1)).await;
    take_notice(page, told).await?;
    as_it_says(with, told)
}

/// Takes the browser's offer to install the page, once more if nothing comes of it.
async fn installs(page: &Page, _: &Misbehaviour) -> Result<()> {
    page.go_to("#/settings").await?;
    page.see_heading("Settings").await?;
    for _ in 0..2 {
        if page.offers("Add to home screen").await? {
            page.press("Add to home screen").await?;
            sleep(Duration::from_secs(3)).await;
        }
    }
    page.gone("Add to home screen").await
}

fn as_it_says(with: &Misbehaviour, told: &[String]) -> Result<()> {
    let as_it_says = match (with.told, told) {
        (None, []) => true,
        (Some(words), [once]) => once.contains(words),
        _ => false,
    };
    ensure!(as_it_says, "one is told {told:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_the_voice_does_a_session_gets_through() -> Result<()> {
    go_through(&["speech"], plays).await
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_the_sound_does_a_session_gets_through() -> Result<()> {
    go_through(
        &[
            "tones",
            "background",
            "audio_session",
            "media_session",
            "vibration",
        ],
        plays,
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_can_be_kept_or_not_a_session_gets_through() -> Result<()> {
    go_through(&["storage", "tabs", "worker"], plays).await
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_the_page_and_its_screen_do_a_session_gets_through() -> Result<()> {
    go_through(PAGE, plays).await
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_the_browser_answers_it_is_found_out_what_works() -> Result<()> {
    go_through(&["device_check"], finds_out).await
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_becomes_of_what_is_passed_on_saved_or_opened_it_is_told() -> Result<()> {
    go_through(
        &["clipboard", "passing_on", "files", "opening"],
        gives_and_takes,
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_comes_of_the_offer_to_install_nothing_is_stuck() -> Result<()> {
    go_through(&["install"], installs).await
}

/// The navigator throws, and counts how often: the program takes it to be there, and nothing but the net catches that.
/// The driver needs it, too.
const NO_NAVIGATOR: &str = "
window.__thrown = 0;
const there = navigator;
Object.defineProperty(window, 'navigator', {get() {
  if (!new Error().stack.includes('wasm')) return there;
  window.__thrown += 1;
  throw new TypeError('no navigator');
}});";

#[tokio::test(flavor = "multi_thread")]
async fn an_effect_that_throws_keeps_none_of_the_others_from_being_carried_out() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    page.press("In spasm").await?;
    page.see("Start").await?;
    page.run(NO_NAVIGATOR).await?;
    // The sound is shared first: all else comes after it, in the same event.
    page.press("Start").await?;
    page.see("In spasm, right now.").await?;
    page.see("This browser failed at something").await?;
    page.press("Got it").await?;
    let leads = "return window.__thrown > 0 && window.__spoken.length > 0
       && Object.keys(localStorage).some((key) => key.startsWith('limber/playing/'))";
    page.comes_true(leads, A_MINUTE).await?;
    // Nor is anything that happens later.
    page.press("I’m in position").await?;
    page.press("Pause").await?;
    page.press("Continue").await?;
    page.press("End").await?;
    page.see("How is it now?").await?;
    let over = "return Object.keys(localStorage).some((key) => key.startsWith('limber/history/'))";
    page.comes_true(over, A_MINUTE).await?;
    page.close().await
}
