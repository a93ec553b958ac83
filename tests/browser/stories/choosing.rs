//! Finding what suits: the library, proposals, and how the person's body changes them.

use anyhow::Result;
use limber_browser_tests::{Site, Visit, faults};

#[tokio::test(flavor = "multi_thread")]
async fn a_posture_is_found_by_its_sanskrit_name_however_it_is_spelt() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site).open().await?;
    page.press("Library").await?;
    page.see("Bird dog").await?;
    page.fill("Search", "utanasna").await?;
    page.gone("Bird dog").await?;
    page.press("Standing forward bend").await?;
    page.see_heading("Standing forward bend").await?;
    page.see("Uttanasana").await?;
    page.see("Take care").await?;
    page.see("Play just this").await?;
    page.press("Library").await?;
    page.fill("Search", "no such thing").await?;
    page.see("Nothing is called that").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caution_changes_a_routine_and_says_how_and_why() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    page.press("My body").await?;
    page.press("A knee replacement").await?;
    page.go_to("#/routine/four-postures").await?;
    page.see("Changed for you").await?;
    page.see("Pigeon is done an easier way").await?;
    page.see("You take care of your knees.").await?;
    page.reload().await?;
    page.see("Pigeon is done an easier way").await?;
    page.press("Start").await?;
    page.see("The four postures.").await?;
    page.press("Next").await?;
    page.press("Next").await?;
    page.see("We do it an easier way").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caution_that_is_told_in_a_pause_is_heeded_from_there_on() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    page.go_to("#/routine/four-postures").await?;
    page.press("Start").await?;
    page.see("The four postures.").await?;
    page.go_to("#/body").await?;
    page.press("A knee replacement").await?;
    page.press("Your session").await?;
    page.press("Continue").await?;
    page.press("All postures").await?;
    page.press("Pigeon").await?;
    page.see("We do it an easier way").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn seven_minutes_on_a_chair_give_a_plan_with_its_reasons_and_two_others() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site).open().await?;
    page.press("Sore or stiff").await?;
    page.see("Why this one").await?;
    page.choose("Place", "Chair only").await?;
    page.choose("Time", "7 min").await?;
    page.see("You have a chair and no floor").await?;
    page.see("About 7 minutes").await?;
    page.see("Or one of these").await?;
    page.reload().await?;
    page.see("You have a chair and no floor").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_posture_that_is_left_out_is_nowhere_until_it_is_put_back() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site).open().await?;
    page.go_to("#/posture/pigeon").await?;
    page.press("Leave this out for me").await?;
    page.see("You asked to leave it out.").await?;
    page.go_to("#/routine/four-postures").await?;
    page.see("You asked to leave it out.").await?;
    page.go_to("#/body").await?;
    page.press("Put it back: Pigeon").await?;
    page.go_to("#/routine/four-postures").await?;
    page.see_heading("The four postures").await?;
    page.gone("Changed for you").await?;
    page.close().await
}
