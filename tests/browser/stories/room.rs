//! Every screen has room: magnified, with wider text, for fingers, and for eyes two metres away.

use anyhow::{Result, ensure};
use limber_browser_tests::{Page, Site, Size};

use crate::playing::into_pigeon;
use crate::tour::{nothing_wrong_on_any, visit};

/// Elements outside the screen to the left or right, cut off, or covered by their neighbours.
const NO_ROOM: &str = r"
const wide = innerWidth;
const shown = (element) => element.checkVisibility({visibilityProperty: true}) && element.getClientRects().length > 0;
const name = (element) => element.tagName + ' ' + (element.getAttribute('aria-label') || element.innerText || element.className).trim().slice(0, 40);
const found = [];
if (document.documentElement.scrollWidth > wide) found.push('it scrolls sideways to ' + document.documentElement.scrollWidth);
for (const element of document.querySelectorAll('body *')) {
  if (!shown(element) || element.closest('.heard, svg')) continue;
  const box = element.getBoundingClientRect();
  if (box.right > wide + 1 || box.left < -1) found.push('out of sight: ' + name(element));
  const hides = (over) => over !== 'visible' && over !== 'auto' && over !== 'scroll';
  const style = getComputedStyle(element);
  const cut = (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
    || (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
  if (cut && !element.matches('input, select')) found.push('cut off: ' + name(element));
}
const beside = [...document.querySelectorAll('.disc, .telling, .transport, .bar, .act, .choices')].map((it) => [...it.children]);
for (const all of [...beside, [...document.querySelectorAll('.side, .activity')]]) {
  const parts = all.filter(shown);
  parts.forEach((part, nth) => parts.slice(nth + 1).forEach((other) => {
    const [a, b] = [part.getBoundingClientRect(), other.getBoundingClientRect()];
    const over = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
    if (over) found.push(name(part) + ' lies over ' + name(other));
  }));
}
return found;
";

/// Sticky elements that cover more than half of the page.
const STICKS: &str = r"
const stuck = [...document.querySelectorAll('body *')].filter((element) => /sticky|fixed/.test(getComputedStyle(element).position));
const tall = stuck.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0);
return tall > innerHeight / 2 ? [stuck.map((element) => element.className).join(', ') + ' cover ' + Math.round(tall)] : [];
";

/// Controls too small for a finger. Links within sentences, and those naming a source, are as large as their words.
const SMALL: &str = r"
const found = [];
for (const control of document.querySelectorAll('button, a[href], input, select, textarea, summary')) {
  if (!control.checkVisibility({visibilityProperty: true})) continue;
  if (control.matches('p > a') && !control.parentElement.matches('.alone')
    && control.parentElement.innerText.trim() !== control.innerText.trim()) continue;
  const whole = control.matches('[type=checkbox], [type=radio]') ? control.labels[0]
    : control.matches('.answer button, .found a, .steps a') ? control.closest('.answer, .found, .steps li') : control;
  const {width, height} = whole.getBoundingClientRect();
  const least = control.matches('.transport button, .hurts, .telling > .choices button') ? 64 : 44;
  if (width < 44 || height < least) found.push(`${(control.getAttribute('aria-label') || control.innerText || control.id).slice(0, 40)} is ${Math.round(width)} by ${Math.round(height)}`);
}
return found;
";

/// The text spacing of WCAG 1.4.12.
const SET_WIDER: &str = "
const wider = new CSSStyleSheet();
wider.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }');
document.adoptedStyleSheets = [wider];
";

/// Everything that is animated.
const MOVES: &str =
    "return document.getAnimations().map((it) => it.animationName ?? it.transitionProperty)";

/// Text of the player too small to read from two metres, in hundredths of the shorter edge; and controls out of sight.
const READABLE: &str = r"
const part = (selector) => 100 * parseFloat(getComputedStyle(document.querySelector(selector)).fontSize) / Math.min(innerWidth, innerHeight);
const bottom = document.querySelector('.transport').getBoundingClientRect().bottom;
const found = [];
if (part('.number') < 29.9) found.push('the number has ' + part('.number'));
for (const words of ['.caption', '.side', '.disc h1', '.activity']) if (part(words) < 4.9) found.push(words + ' has ' + part(words));
if (bottom > innerHeight) found.push('the controls end at ' + bottom);
return found;
";

/// Everything that these scripts find.
pub(crate) async fn found_by(page: &Page, scripts: &[&str]) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for script in scripts {
        found.extend(serde_json::from_value::<Vec<String>>(
            page.run(script).await?,
        )?);
    }
    Ok(found)
}

/// Checks that these scripts find nothing on any screen, each prepared by another script.
async fn nothing_on_any(page: Page, scene: &str, scripts: &[&str]) -> Result<()> {
    nothing_wrong_on_any(page, async |page: &Page| {
        page.run(scene).await?;
        found_by(page, scripts).await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn at_four_hundred_per_cent_nothing_is_cut_off_or_covered() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = visit(&site, Size::Magnified).open().await?;
    nothing_on_any(page, "", &[NO_ROOM, STICKS]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn with_its_text_set_wider_nothing_is_cut_off_or_covered() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = visit(&site, Size::Phone).open().await?;
    nothing_on_any(page, SET_WIDER, &[NO_ROOM]).await
}

/// The height of the player's figure.
const FIGURE: &str =
    "return document.querySelector('.disc .figure').getBoundingClientRect().height";

#[tokio::test(flavor = "multi_thread")]
async fn with_its_text_set_wider_the_figure_can_still_be_followed() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = visit(&site, Size::Phone).open().await?;
    into_pigeon(&page).await?;
    let usual = page.run(FIGURE).await?.as_f64().unwrap_or_default();
    page.run(SET_WIDER).await?;
    let left = page.run(FIGURE).await?.as_f64().unwrap_or_default();
    ensure!(
        usual > 0.0 && left / usual > 0.67,
        "of {usual} pixels {left} are left"
    );
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn at_four_hundred_per_cent_axe_finds_nothing() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = visit(&site, Size::Magnified).open().await?;
    nothing_wrong_on_any(page, async |page: &Page| page.axe().await).await
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_pressed_is_large_enough_for_a_finger() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = visit(&site, Size::Phone).open().await?;
    nothing_on_any(page, "", &[SMALL]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asked_for_less_motion_sees_nothing_move_by_itself() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = visit(&site, Size::Phone).reduced_motion().open().await?;
    nothing_on_any(page, "", &[MOVES]).await
}

/// The choices after “This hurts” that cannot be seen without scrolling.
const BELOW: &str = r"
const controls = [...document.querySelectorAll('.choices.must button')];
const low = controls.filter((it) => it.getBoundingClientRect().bottom > innerHeight);
return controls.length === 3 ? low.map((it) => it.innerText + ' is below the edge') : ['there are ' + controls.length];
";

#[tokio::test(flavor = "multi_thread")]
async fn when_it_hurts_what_can_be_chosen_is_in_sight() -> Result<()> {
    let site = Site::of_built_page().await?;
    let mut wrong = Vec::new();
    for size in [
        Size::Phone,
        Size::PhoneOnItsSide,
        Size::Desktop,
        Size::Narrow,
    ] {
        let page = visit(&site, size).open().await?;
        into_pigeon(&page).await?;
        page.press("This hurts").await?;
        page.see("Next posture").await?;
        page.run("scrollTo(0, 0)").await?;
        let below = found_by(&page, &[BELOW]).await?;
        wrong.extend(below.into_iter().map(|it| format!("{size:?}: {it}")));
        page.close().await?;
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_is_read_from_two_metres_with_its_controls_in_sight() -> Result<()> {
    let site = Site::of_built_page().await?;
    for size in [Size::Phone, Size::PhoneOnItsSide] {
        let page = visit(&site, size).open().await?;
        into_pigeon(&page).await?;
        page.run("scrollTo(0, 0)").await?;
        let wrong = found_by(&page, &[READABLE]).await?;
        ensure!(wrong.is_empty(), "{size:?}: {}", wrong.join("\n"));
        page.close().await?;
    }
    Ok(())
}
