//! The figure moves as the person should.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Page, Site, Visit, faults};
use tokio::time::sleep;

/// The figure in the player, and the first one on the sheet of all figures.
const PLAYER: &str = ".disc .figure";
const FIRST: &str = ".sheet li:first-child";

/// The current outlines of a figure.
async fn outlines(page: &Page, figure: &str) -> Result<String> {
    let paths = format!("document.querySelectorAll('{figure} path')");
    let script = format!("return [...{paths}].map((path) => path.getAttribute('d')).join(' ')");
    Ok(page.run(&script).await?.to_string())
}

/// Whether a figure has changed after this time.
async fn moves(page: &Page, figure: &str, within: Duration) -> Result<bool> {
    let before = outlines(page, figure).await?;
    sleep(within).await;
    Ok(outlines(page, figure).await? != before)
}

/// Starts the four postures, and goes on to cat and cow.
async fn into_cat_and_cow(page: &Page) -> Result<()> {
    page.press("Sore or stiff").await?;
    page.press("Start").await?;
    page.see("The four postures.").await?;
    page.press("All postures").await?;
    page.press("Cat and cow").await?;
    page.see_heading("Cat and cow").await?;
    page.press("I’m in position").await?;
    page.see_within("Movements left", Duration::from_secs(20))
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn cat_flows_into_cow_and_stands_still_in_a_pause() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    into_cat_and_cow(&page).await?;
    let within = Duration::from_millis(700);
    assert!(moves(&page, PLAYER, within).await?, "it does not move");
    page.press("Pause").await?;
    page.see("Paused").await?;
    assert!(!moves(&page, PLAYER, within).await?, "it moves on");
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn one_who_wants_less_motion_sees_the_two_ends() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .reduced_motion()
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    into_cat_and_cow(&page).await?;
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..14 {
        seen.insert(outlines(&page, PLAYER).await?);
        sleep(Duration::from_millis(500)).await;
    }
    assert_eq!(seen.len(), 2);
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_left_side_is_the_mirror_image_of_the_right() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .reduced_motion()
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    page.press("Sore or stiff").await?;
    page.press("Start").await?;
    page.see("The four postures.").await?;
    page.press("Next").await?;
    page.press("Next").await?;
    page.see("Left side").await?;
    let mirrored = "return document.querySelector('.disc .figure').classList.contains('mirrored')";
    assert_eq!(page.run(mirrored).await?, true);
    page.press("I’m in position").await?;
    page.see("Hold").await?;
    let left = outlines(&page, PLAYER).await?;
    let told = "return document.querySelector('.disc .figure').getAttribute('aria-label')";
    let left_told = page.run(told).await?;
    page.press("Next").await?;
    page.see("Right side").await?;
    assert_eq!(page.run(mirrored).await?, false);
    page.press("I’m in position").await?;
    page.see("Hold").await?;
    assert_eq!(outlines(&page, PLAYER).await?, left);
    let (left_told, right_told) = (left_told.to_string(), page.run(told).await?.to_string());
    assert!(left_told.contains("left shin"), "{left_told}");
    assert!(right_told.contains("right shin"), "{right_told}");
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_way_into_a_posture_is_shown_while_it_is_told() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    page.press("Sore or stiff").await?;
    page.press("Start").await?;
    page.see_within("Sit down in front", Duration::from_secs(30))
        .await?;
    assert!(moves(&page, PLAYER, Duration::from_millis(700)).await?);
    page.press("Pause").await?;
    page.see("Paused").await?;
    assert!(!moves(&page, PLAYER, Duration::from_millis(700)).await?);
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_holds_a_posture_is_seen_to_breathe() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .open()
        .await?;
    page.press("In spasm").await?;
    page.press("Start").await?;
    page.see_within("Sit down in front", Duration::from_secs(30))
        .await?;
    page.press("I’m in position").await?;
    page.see_within("Rest", Duration::from_secs(20)).await?;
    assert!(moves(&page, PLAYER, Duration::from_millis(1_500)).await?);
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_edits_figures_sees_them_all_play_and_reads_their_joints() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site).open().await?;
    page.press("Settings").await?;
    page.press("Figures").await?;
    page.see_heading("Figures").await?;
    let count = "return document.querySelectorAll('.sheet li').length";
    let figures = page.run(count).await?.as_u64().unwrap_or_default();
    assert!(figures >= 45, "{figures} figures");
    let width = "return document.querySelector('.sheet li').clientWidth";
    let width = page.run(width).await?.as_u64().unwrap_or_default();
    assert!(width > 200, "a figure has {width} px");
    let plays = moves(&page, FIRST, Duration::from_millis(900)).await?;
    assert!(plays, "it does not play");
    page.press("Pause").await?;
    let plays = moves(&page, FIRST, Duration::from_millis(500)).await?;
    assert!(!plays, "it plays on");
    page.press("Joints, in degrees").await?;
    page.see("right knee").await?;
    page.close().await
}
