//! A tour of every screen, for stories that examine all of them.

use anyhow::{Result, ensure};
use limber_browser_tests::{Page, Site, Size, Visit, faults};

use crate::installing::finish_one;
use crate::questions::SHEETS;

/// A check to run on each screen, given the screen's name.
pub(crate) trait Look: AsyncFnMut(&Page, &'static str) -> Result<()> {}
impl<T: AsyncFnMut(&Page, &'static str) -> Result<()>> Look for T {}

/// A visit with a stand-in voice, in a browser where the page can be installed by hand.
pub(crate) fn visit(site: &Site, looked_at: Size) -> Visit<'_> {
    Visit::to(site)
        .size(looked_at)
        .before_load(faults::recorded_speech())
        .before_load(faults::install_by_hand())
}

/// Shows every screen to `look`, the player's in a session of the four postures.
pub(crate) async fn of_every_screen(page: &Page, look: &mut impl Look) -> Result<()> {
    let look = &mut async |page: &Page, screen: &'static str| {
        page.is_drawn().await?;
        look(page, screen).await
    };
    page.see("Library").await?;
    look(page, "first-screen").await?;
    of_choosing(page, look).await?;
    of_screening(page, look).await?;
    of_playing(page, look).await?;
    of_the_rest(page, look).await
}

/// Collects the faults that `find` returns on each screen, fails if there are any, and closes the page.
pub(crate) async fn nothing_wrong_on_any(
    page: Page,
    find: impl AsyncFn(&Page) -> Result<Vec<String>>,
) -> Result<()> {
    let mut wrong = Vec::new();
    let mut look = async |page: &Page, screen: &'static str| {
        let found = find(page).await?;
        wrong.extend(found.into_iter().map(|it| format!("{screen}: {it}")));
        Ok(())
    };
    of_every_screen(&page, &mut look).await?;
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    page.close().await
}

/// The library, taking in a routine, a posture, “My body”, a routine and the evidence.
async fn of_choosing(page: &Page, look: &mut impl Look) -> Result<()> {
    page.press("Library").await?;
    page.press("Narrow it down").await?;
    look(page, "library").await?;
    page.press("Take in a routine").await?;
    page.fill("The routine, as text", "routine: Mine\npidgeon: hold 30 s")
        .await?;
    page.see("is taken for Pigeon").await?;
    look(page, "taking-in-understood").await?;
    page.fill(
        "The routine, as text",
        "routine: Mine\nsomersault: hold 30 s",
    )
    .await?;
    page.see("This cannot be led yet").await?;
    look(page, "taking-in-mistaken").await?;
    page.go_to("#/take-in/routine%3A%20Mine%0Acat-cow%3A%205%20times")
        .await?;
    page.press("Look at its text").await?;
    look(page, "taking-in").await?;
    page.press("Keep this routine").await?;
    page.press("Remove it").await?;
    page.see("is removed").await?;
    look(page, "library-removed").await?;
    page.go_to("#/posture/pigeon").await?;
    page.press("sitting on a chair").await?;
    look(page, "posture").await?;
    page.go_to("#/body").await?;
    page.press("A knee replacement").await?;
    look(page, "my-body").await?;
    page.go_to("#/routine/four-postures").await?;
    page.see("Changed for you").await?;
    page.press("Who should leave something out?").await?;
    look(page, "routine").await?;
    page.go_to("#/body").await?;
    page.press("A knee replacement").await?;
    page.go_to("#/evidence").await?;
    page.see_heading("Evidence").await?;
    look(page, "evidence").await
}

/// The questions about warning signs.
async fn of_screening(page: &Page, look: &mut impl Look) -> Result<()> {
    page.go_to("#/check").await?;
    page.press("Answer the questions again").await?;
    for (name, sheet) in ["sheet-1", "sheet-2", "sheet-3"].into_iter().zip(SHEETS) {
        page.see_heading(sheet).await?;
        look(page, name).await?;
        page.press("None of these").await?;
    }
    page.go_to("#/").await?;
    page.see_heading("How is your back right now?").await
}

/// From the plan to the ending.
async fn of_playing(page: &Page, look: &mut impl Look) -> Result<()> {
    page.press("Sore or stiff").await?;
    page.see_heading("The four postures").await?;
    look(page, "today").await?;
    page.press("5").await?;
    page.press("Start").await?;
    page.see("The four postures.").await?;
    page.press("Next").await?;
    page.see("Getting into it").await?;
    look(page, "player-getting-in").await?;
    page.press("Next").await?;
    page.see("Left side").await?;
    page.press("I’m in position").await?;
    page.see("Hold").await?;
    look(page, "player-hold").await?;
    page.press("Pause").await?;
    page.see("Paused").await?;
    look(page, "player-paused").await?;
    page.press("Continue").await?;
    page.press("This hurts").await?;
    page.see("Next posture").await?;
    look(page, "player-hurts").await?;
    page.press("End").await?;
    page.see("How is it now?").await?;
    page.press("3").await?;
    page.see("From 5 to 3.").await?;
    page.press("What you did").await?;
    look(page, "ending").await?;
    page.press("Keep it").await?;
    page.see("Library").await
}

/// The settings, help, the device check, the sheet of figures, the invitation to install, and an emergency.
async fn of_the_rest(page: &Page, look: &mut impl Look) -> Result<()> {
    page.go_to("#/settings").await?;
    page.see("How much is said").await?;
    look(page, "settings").await?;
    page.go_to("#/help").await?;
    page.see("Call your emergency number now").await?;
    look(page, "help").await?;
    page.go_to("#/device-check").await?;
    page.see_heading("Device check").await?;
    page.see("Limber is stored on this device").await?;
    page.gone("Looking …").await?;
    look(page, "device-check").await?;
    page.go_to("#/figures").await?;
    // With reduced motion the figures stand still, and there is nothing to pause.
    if page.offers("Pause").await? {
        page.press("Pause").await?;
    }
    look(page, "figures").await?;
    page.go_to("#/").await?;
    finish_one(page).await?;
    page.see("Put Limber on your home screen").await?;
    look(page, "invitation").await?;
    page.go_to("#/check").await?;
    page.press("Answer the questions again").await?;
    page.press("Chest pain").await?;
    page.press("Continue").await?;
    page.see_heading("Call your emergency number now").await?;
    look(page, "emergency").await
}
