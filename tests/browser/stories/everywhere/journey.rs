//! The whole journey of a newcomer, in both of the app's themes: axe finds nothing on any screen, no request leaves the
//! origin, and the browser logs no error.

use anyhow::{Result, ensure};
use limber_browser_tests::{Engine, Page, Site, Visit, faults, in_every_engine};
use serde_json::json;

use crate::questions::SHEETS;

in_every_engine!(
    a_newcomer_goes_all_the_way_in_light,
    a_newcomer_goes_all_the_way_in_dark
);

async fn a_newcomer_goes_all_the_way_in_light(engine: Engine) -> Result<()> {
    journey(engine, "Light").await
}

async fn a_newcomer_goes_all_the_way_in_dark(engine: Engine) -> Result<()> {
    journey(engine, "Dark").await
}

/// What axe found on the screens so far.
#[derive(Default)]
struct Flaws(Vec<String>);

impl Flaws {
    /// Checks the screen once these words are visible.
    async fn on(&mut self, page: &Page, words: &str) -> Result<()> {
        page.see(words).await?;
        let found = page.axe().await?;
        self.0
            .extend(found.into_iter().map(|flaw| format!("“{words}”: {flaw}")));
        Ok(())
    }
}

async fn journey(engine: Engine, theme: &str) -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .engine(engine)
        .newcomer()
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    let mut flaws = Flaws::default();
    page.see_heading("How is your back right now?").await?;
    page.press("Settings").await?;
    page.press(theme).await?;
    let name = theme.to_lowercase();
    let took =
        format!("return getComputedStyle(document.documentElement).colorScheme === '{name}'");
    page.comes_true(&took, std::time::Duration::from_secs(5))
        .await?;
    flaws.on(&page, "How much is said").await?;
    page.press("Device check").await?;
    page.see_heading("Device check").await?;
    flaws.on(&page, "Test the tones").await?;
    page.press("Settings").await?;
    page.see("How much is said").await?;
    page.press("Today").await?;
    flaws.on(&page, "How is your back right now?").await?;
    questions(&page, &mut flaws).await?;
    session(&page, &mut flaws).await?;
    library(&page, &mut flaws).await?;
    ensure!(flaws.0.is_empty(), "{}", flaws.0.join("\n"));
    let foreign = page.foreign_requests().await?;
    ensure!(foreign.is_empty(), "asked elsewhere for {foreign:?}");
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "the browser complains: {errors:?}");
    page.close().await
}

/// From the first answer to the routine for today.
async fn questions(page: &Page, flaws: &mut Flaws) -> Result<()> {
    page.press("Sore or stiff").await?;
    for sheet in SHEETS {
        flaws.on(page, sheet).await?;
        page.press("None of these").await?;
    }
    page.press("5").await?;
    flaws.on(page, "Why this one").await
}

/// A session from its start, over a hold and the other side, to its end.
async fn session(page: &Page, flaws: &mut Flaws) -> Result<()> {
    page.press("Start").await?;
    page.see("The four postures.").await?;
    page.press("Next").await?;
    flaws.on(page, "Getting into it").await?;
    page.press("Next").await?;
    page.see("Left side").await?;
    page.press("I’m in position").await?;
    flaws.on(page, "Hold").await?;
    page.press("Pause").await?;
    flaws.on(page, "Paused").await?;
    page.press("Continue").await?;
    page.see("Hold").await?;
    page.press("Next").await?;
    page.see("Change sides").await?;
    page.press("Next").await?;
    page.see("Right side").await?;
    page.press("This hurts").await?;
    flaws.on(page, "Stop there.").await?;
    page.press("End").await?;
    page.see("How is it now?").await?;
    page.press("3").await?;
    flaws.on(page, "From 5 to 3.").await?;
    page.press("Keep it").await?;
    page.see_heading("How is your back right now?").await
}

/// The library, a posture, a routine, the evidence, “My body”, and help.
async fn library(page: &Page, flaws: &mut Flaws) -> Result<()> {
    page.press("Library").await?;
    flaws.on(page, "Bird dog").await?;
    page.press("Pigeon").await?;
    page.see_heading("Pigeon").await?;
    flaws.on(page, "Play just this").await?;
    page.press("The four postures").await?;
    page.see_heading("The four postures").await?;
    flaws.on(page, "Start").await?;
    page.press("Where this comes from").await?;
    flaws.on(page, "Evidence").await?;
    page.go_to("#/body").await?;
    flaws.on(page, "My body").await?;
    page.press("Get help").await?;
    flaws.on(page, "Call your emergency number now").await?;
    let broken = page.run(BROKEN_NUMBERS).await?;
    ensure!(broken == json!([]), "over two lines: {broken}");
    Ok(())
}

/// The emergency numbers which are not on one line.
const BROKEN_NUMBERS: &str = "
return [...document.querySelectorAll('.where strong')]
  .filter((number) => { const words = document.createRange(); words.selectNodeContents(number); return words.getClientRects().length !== 1; })
  .map((number) => number.innerText)";
