//! Takes a picture of every screen, at every size, in both themes.
//!
//! `cargo xtask screenshots` builds the page and calls this with `--out FOLDER`; with `--install`, only for the
//! pictures named in the manifest.

use std::path::{Path, PathBuf};

use anyhow::Result;
use limber_browser_tests::{Page, Scheme, Site, Size, Visit, faults};
use serde_json::json;

const SIZES: [(Size, &str); 4] = [
    (Size::Phone, "360x740"),
    (Size::PhoneOnItsSide, "740x360"),
    (Size::Desktop, "1280x800"),
    (Size::Narrow, "320x640"),
];

#[tokio::main]
async fn main() -> Result<()> {
    let named = std::env::args()
        .skip_while(|argument| argument != "--out")
        .nth(1);
    let folder = named.map_or_else(|| PathBuf::from("target/screenshots"), PathBuf::from);
    std::fs::create_dir_all(&folder)?;
    let site = Site::of_built_page().await?;
    if std::env::args().any(|argument| argument == "--install") {
        return for_installing(&site, &folder).await;
    }
    for (size, name) in SIZES {
        for (scheme, colours) in [(Scheme::Light, "light"), (Scheme::Dark, "dark")] {
            let page = Visit::to(&site)
                .size(size)
                .scheme(scheme)
                .before_load(faults::recorded_speech())
                .open()
                .await?;
            journey(&page, &folder, &format!("{name}-{colours}")).await?;
            page.close().await?;
        }
    }
    println!("The pictures are in {}", folder.display());
    Ok(())
}

/// The pictures that a browser shows when it offers to install the page; the manifest has their names.
async fn for_installing(site: &Site, folder: &Path) -> Result<()> {
    for (size, name) in [(Size::Phone, "narrow"), (Size::Desktop, "wide")] {
        let page = Visit::to(site)
            .size(size)
            .before_load(faults::recorded_speech())
            .open()
            .await?;
        let shot = async |nth: u32| {
            page.run("scrollTo(0, 0); document.activeElement.blur()")
                .await?;
            point_elsewhere(&page).await?;
            page.screenshot(&folder.join(format!("{name}-{nth}.png")))
                .await
        };
        page.see("Library").await?;
        shot(1).await?;
        page.press("Sore or stiff").await?;
        page.see("Why this one").await?;
        shot(2).await?;
        page.press("Start").await?;
        page.press("Next").await?;
        page.see("Getting into it").await?;
        page.press("Next").await?;
        page.see("Left side").await?;
        page.press("I’m in position").await?;
        page.see("Hold").await?;
        page.see("57").await?;
        shot(3).await?;
        page.close().await?;
    }
    Ok(())
}

/// Moves the pointer away from what it pressed last, so that nothing looks hovered.
async fn point_elsewhere(page: &Page) -> Result<()> {
    let corner = json!({"type": "mouseMoved", "x": 1, "y": 1});
    page.ask_chromium("Input.dispatchMouseEvent", corner)
        .await?;
    Ok(())
}

/// Visits every screen, and takes a picture of each.
async fn journey(page: &Page, folder: &Path, suffix: &str) -> Result<()> {
    let shot = async |name: &str| {
        page.run("scrollTo(0, 0)").await?;
        point_elsewhere(page).await?;
        page.screenshot(&folder.join(format!("{name}-{suffix}.png")))
            .await
    };
    page.see("How is your back").await?;
    shot("1-question").await?;
    page.press("Sore or stiff").await?;
    page.see("Why this one").await?;
    shot("2-today").await?;
    page.press("5").await?;
    page.press("Start").await?;
    page.see("The four postures.").await?;
    page.press("Next").await?;
    page.see("Getting into it").await?;
    shot("3-getting-in").await?;
    page.press("Next").await?;
    page.see("Left side").await?;
    page.press("I’m in position").await?;
    page.see("Hold").await?;
    page.see("57").await?;
    shot("4-hold").await?;
    page.press("Pause").await?;
    shot("5-paused").await?;
    page.press("Continue").await?;
    page.press("This hurts").await?;
    page.see("Next posture").await?;
    shot("6-hurts").await?;
    page.press("End").await?;
    page.see("How is it now?").await?;
    page.press("3").await?;
    page.see("From 5 to 3").await?;
    shot("7-ending").await?;
    page.press("Keep it").await?;
    settings(page, &shot).await?;
    taking_in(page, &shot).await?;
    choosing(page, &shot).await
}

/// The settings, what their foot leads to, and help.
async fn settings(page: &Page, shot: &impl AsyncFn(&str) -> Result<()>) -> Result<()> {
    page.press("Settings").await?;
    page.see("How much is said").await?;
    shot("8-settings").await?;
    page.press("Device check").await?;
    page.see("Test the voice").await?;
    shot("8-device-check").await?;
    page.press("Get help").await?;
    page.see("emergency").await?;
    shot("9-help").await?;
    page.press("Today").await?;
    page.press("Settings").await?;
    page.press("Figures").await?;
    page.see_heading("Figures").await?;
    page.press("Pause").await?;
    shot("10-figures").await
}

/// Taking in a routine that somebody shared.
async fn taking_in(page: &Page, shot: &impl AsyncFn(&str) -> Result<()>) -> Result<()> {
    page.go_to("#/take-in").await?;
    page.press("How to write one").await?;
    shot("20-taking-in").await?;
    page.fill(
        "The routine, as text",
        "routine: After a long drive\npenguin: hold 30 s",
    )
    .await?;
    page.see("Line 2").await?;
    shot("21-mistaken").await?;
    page.go_to("#/take-in/routine%3A%20After%20a%20long%20drive%0Apurpose%3A%20Hips%20first.%0A90-90-rest%3A%20rest%202%20min%0Apigeon%3A%20hold%2030%20s")
        .await?;
    page.see_heading("After a long drive").await?;
    shot("22-brought").await?;
    page.press("Keep this routine").await?;
    page.see("Pass it on").await?;
    shot("23-own").await?;
    page.press("Remove it").await?;
    page.see("is removed").await?;
    shot("24-removed").await?;
    page.press("Put it back").await?;
    page.gone("is removed").await?;
    shot("25-library-with-own").await
}

/// The library, a posture, “My body”, a routine, the evidence, and the questions about warning signs.
async fn choosing(page: &Page, shot: &impl AsyncFn(&str) -> Result<()>) -> Result<()> {
    page.go_to("#/library").await?;
    page.see_heading("Library").await?;
    page.press("Narrow it down").await?;
    shot("11-library").await?;
    page.go_to("#/posture/pigeon").await?;
    page.see_heading("Pigeon").await?;
    shot("12-posture").await?;
    page.go_to("#/body").await?;
    page.see_heading("My body").await?;
    page.press("A knee replacement").await?;
    shot("13-body").await?;
    page.go_to("#/routine/four-postures").await?;
    page.see("Changed for you").await?;
    shot("14-routine").await?;
    page.go_to("#/evidence").await?;
    page.see_heading("Evidence").await?;
    shot("15-evidence").await?;
    page.go_to("#/check").await?;
    page.press("Answer the questions again").await?;
    page.see("Is one of these new").await?;
    shot("16-screening").await?;
    page.press("Chest pain").await?;
    page.press("Continue").await?;
    page.see_heading("Call your emergency number now").await?;
    shot("17-emergency").await
}
