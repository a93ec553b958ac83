//! The figure looks as the person has set it.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Page, Site, Visit};

/// The skin set on the page; null for the default.
const SKIN: &str = "return document.documentElement.dataset.skin ?? null";

/// The options chosen in the settings, one line each.
const CHOSEN: &str = "return [...document.querySelectorAll('.option input[type=radio]:checked')]
  .map((chosen) => chosen.labels[0].innerText.trim()).join('\\n')";

/// The colours of the swatches beside the options.
const SWATCHES: &str = "return [...document.querySelectorAll('.swatch')]
  .map((swatch) => getComputedStyle(swatch).backgroundColor)";

/// The colour of the figure's skin.
const PAINTED: &str =
    "return getComputedStyle(document.querySelector('.figure g:not(.far) .skin')).fill";

async fn chosen(page: &Page, option: &str) -> Result<bool> {
    let chosen = page.run(CHOSEN).await?;
    Ok(chosen
        .as_str()
        .is_some_and(|all| all.lines().any(|one| one == option)))
}

#[tokio::test(flavor = "multi_thread")]
async fn another_build_and_skin_are_still_there_after_a_reload() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site).at("#/settings").open().await?;
    page.see("The figure’s build").await?;
    assert!(page.run(SKIN).await?.is_null(), "the usual one is set");
    assert!(chosen(&page, "Slight, hair tied up").await?);
    assert!(chosen(&page, "Fair").await?);
    page.press("Sturdy, short hair").await?;
    page.press("Brown").await?;
    assert_eq!(page.run(SKIN).await?, "brown");
    page.reload().await?;
    page.see("The figure’s skin").await?;
    page.comes_true(
        "return document.documentElement.dataset.skin === 'brown'",
        Duration::from_secs(5),
    )
    .await?;
    assert!(chosen(&page, "Sturdy, short hair").await?);
    assert!(chosen(&page, "Brown").await?);
    page.press("Fair").await?;
    assert!(page.run(SKIN).await?.is_null(), "it is not the usual one");
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_figure_has_the_colour_of_the_swatch_that_was_chosen() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site).at("#/settings").open().await?;
    page.see("The figure’s skin").await?;
    let swatches = page.run(SWATCHES).await?;
    for (nth, skin) in ["Fair", "Olive", "Brown", "Deep brown"].iter().enumerate() {
        page.go_to("#/settings").await?;
        page.choose("The figure’s skin", skin).await?;
        page.go_to("#/").await?;
        page.see_heading("How is your back right now?").await?;
        assert_eq!(page.run(PAINTED).await?, swatches[nth], "{skin}");
    }
    page.close().await
}
