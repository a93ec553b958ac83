//! On every screen in both themes: axe finds nothing, no request leaves the page's origin, and no error is logged.

use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use limber_browser_tests::{Page, Scheme, Site, Visit, faults};

use crate::questions::SHEETS;

/// What axe found on the screens checked so far.
#[derive(Default)]
struct Flaws(Vec<String>);

impl Flaws {
    async fn look_at(&mut self, page: &Page, screen: &str) -> Result<()> {
        let found = page.axe().await?;
        self.0
            .extend(found.into_iter().map(|flaw| format!("{screen}: {flaw}")));
        Ok(())
    }
}

/// From the question through every screen, with everything unfolded.
async fn journey(scheme: Scheme) -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .scheme(scheme)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    let mut flaws = Flaws::default();
    page.see_heading("How is your back right now?").await?;
    flaws.look_at(&page, "the question").await?;
    choose(&page, &mut flaws).await?;
    page.press("Sore or stiff").await?;
    page.see_heading("The four postures").await?;
    page.press("5").await?;
    flaws.look_at(&page, "the proposal").await?;
    page.press("Start").await?;
    play(&page, &mut flaws).await?;
    page.press("End").await?;
    page.see("How is it now?").await?;
    page.press("3").await?;
    page.see("From 5 to 3.").await?;
    page.press("What you did").await?;
    flaws.look_at(&page, "the ending").await?;
    page.press("Keep it").await?;
    page.press("Settings").await?;
    page.see("How much is said").await?;
    flaws.look_at(&page, "the settings").await?;
    device_check(&page, &mut flaws).await?;
    page.press("Figures").await?;
    page.see_heading("Figures").await?;
    page.press("Joints, in degrees").await?;
    flaws.look_at(&page, "the figures").await?;
    page.press("Get help").await?;
    page.see("Call your emergency number now").await?;
    flaws.look_at(&page, "get help").await?;
    ensure!(flaws.0.is_empty(), "{}", flaws.0.join("\n"));
    let foreign = page.foreign_requests().await?;
    ensure!(foreign.is_empty(), "asked elsewhere for {foreign:?}");
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "the browser complains: {errors:?}");
    page.close().await
}

/// The device check: with a question open, with an answer, and with the report shown.
async fn device_check(page: &Page, flaws: &mut Flaws) -> Result<()> {
    page.press("Device check").await?;
    page.see("Voice").await?;
    page.press("Test the voice").await?;
    page.see("Did you hear the voice?").await?;
    flaws.look_at(page, "the device check, asking").await?;
    page.choose("Did you hear the voice?", "No").await?;
    page.press("Read the report").await?;
    flaws.look_at(page, "the device check, told").await?;
    page.press("Settings").await?;
    page.see("How much is said").await
}

/// The library, a posture, a routine, the evidence, the questions about warning signs, and “My body”.
async fn choose(page: &Page, flaws: &mut Flaws) -> Result<()> {
    page.press("Library").await?;
    page.press("Narrow it down").await?;
    flaws.look_at(page, "the library").await?;
    page.press("Pigeon").await?;
    page.see_heading("Pigeon").await?;
    page.press("sitting on a chair").await?;
    flaws.look_at(page, "a posture").await?;
    page.press("The four postures").await?;
    page.press("Who should leave something out?").await?;
    flaws.look_at(page, "a routine").await?;
    page.press("Where this comes from").await?;
    page.see_heading("Evidence").await?;
    flaws.look_at(page, "the evidence").await?;
    page.go_to("#/check").await?;
    page.press("Answer the questions again").await?;
    for sheet in SHEETS {
        page.see_heading(sheet).await?;
        flaws.look_at(page, sheet).await?;
        page.press("None of these").await?;
    }
    page.press("My body").await?;
    page.see_heading("My body").await?;
    flaws.look_at(page, "my body").await?;
    page.press("Today").await?;
    Ok(())
}

/// The player: on the way into a posture, in a hold, paused, and when it hurts.
async fn play(page: &Page, flaws: &mut Flaws) -> Result<()> {
    page.press("Next").await?;
    page.see("Getting into it").await?;
    flaws.look_at(page, "getting into a posture").await?;
    page.press("Next").await?;
    page.see("Left side").await?;
    page.press("I’m in position").await?;
    page.see("Hold").await?;
    page.press("All postures").await?;
    page.press("What was said").await?;
    // As after some minutes, when more was said than fits in.
    page.run("document.querySelector('.said').style.maxHeight = '10px'")
        .await?;
    flaws.look_at(page, "a hold").await?;
    page.press("Pause").await?;
    page.see("Paused").await?;
    flaws.look_at(page, "a pause").await?;
    page.press("Continue").await?;
    page.press("This hurts").await?;
    page.see("Stop there.").await?;
    flaws.look_at(page, "this hurts").await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_screen_has_a_flaw_in_light() -> Result<()> {
    journey(Scheme::Light).await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_screen_has_a_flaw_in_dark() -> Result<()> {
    journey(Scheme::Dark).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_means_nothing_says_so() -> Result<()> {
    let site = Site::of_built_page().await?;
    for address in ["#/routine/unheard-of", "#/<b>nowhere</b>", "#nonsense"] {
        let page = Visit::to(&site).at(address).open().await?;
        page.see("There is nothing at this address.").await?;
        page.press("In spasm").await?;
        page.see_heading("In spasm, right now").await?;
        page.gone("There is nothing at this address.").await?;
        page.close().await?;
    }
    Ok(())
}

#[test]
fn the_page_tells_nothing_of_the_machine_that_built_it() -> Result<()> {
    let folder = PathBuf::from(std::env::var_os("LIMBER_DIST").context("LIMBER_DIST is not set")?);
    let home = std::env::home_dir().context("nobody's home")?.join("");
    for file in std::fs::read_dir(folder)? {
        let path = file?.path();
        // Folders hold nothing but pictures.
        if path.is_dir() {
            continue;
        }
        let content = String::from_utf8_lossy(&std::fs::read(&path)?).into_owned();
        for telling in [
            &*home.to_string_lossy(),
            "registry/src",
            env!("CARGO_MANIFEST_DIR"),
        ] {
            ensure!(
                !content.contains(telling),
                "{} names {telling}",
                path.display()
            );
        }
    }
    Ok(())
}
