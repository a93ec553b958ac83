//! The figure moves as the person is to move.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Page, Site, Visit, faults};
use tokio::time::sleep;

/// The outlines of the figure, as they are at this moment.
const OUTLINES: &str = "return [...document.querySelectorAll('.disc .figure path')].map((path) => path.getAttribute('d')).join(' ')";

/// Goes to the movements of cat and cow.
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
    let before = page.run(OUTLINES).await?;
    sleep(Duration::from_millis(700)).await;
    assert_ne!(before, page.run(OUTLINES).await?, "it does not move");
    page.press("Pause").await?;
    page.see("Paused").await?;
    let before = page.run(OUTLINES).await?;
    sleep(Duration::from_millis(700)).await;
    assert_eq!(before, page.run(OUTLINES).await?, "it moves on");
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
        seen.insert(page.run(OUTLINES).await?.to_string());
        sleep(Duration::from_millis(500)).await;
    }
    assert_eq!(seen.len(), 2);
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_left_side_is_the_mirror_image_of_the_right() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
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
    let left = page.run(OUTLINES).await?;
    assert_eq!(page.run(mirrored).await?, true);
    page.press("I’m in position").await?;
    page.see("Hold").await?;
    page.press("Next").await?;
    page.see("Right side").await?;
    assert_eq!(page.run(mirrored).await?, false);
    assert_eq!(page.run(OUTLINES).await?, left);
    page.close().await
}
