//! With forced colours: whatever a colour shows is shown by a line as well.

use anyhow::Result;
use limber_browser_tests::{Page, Scheme, Site, Size};

use crate::room::found_by;
use crate::tour::{nothing_wrong_on_any, visit};

/// Unfolds everything, so that it is checked, too.
const UNFOLD: &str = "document.querySelectorAll('details').forEach((it) => { it.open = true; })";

/// Helpers for the scripts below: the system's colours, and whether two colours are distinct.
const COLOURS: &str = r"
const system = (name) => {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = name;
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
};
const canvas = system('Canvas');
const light = (colour) => {
  const parts = colour.match(/[\d.]+/g).map(Number);
  if (parts[3] === 0) return light(canvas);
  const [r, g, b] = parts.map((it) => it / 255).map((it) => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const apart = (one, other) => {
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05) >= 3;
};
const shown = (it) => it.checkVisibility({visibilityProperty: true}) && it.getClientRects().length > 0;
const name = (it) => it.tagName + ' ' + (it.getAttribute('aria-label') || it.innerText || it.id || it.className).trim().slice(0, 40);
const controls = [...document.querySelectorAll('button, a[href], input, select, textarea, summary')].filter(shown);
const found = [];
";

/// Controls without a boundary: no border or background, not underlined, and not drawn by the browser.
const NO_BOUNDARY: &str = r"
const bordered = (it) => {
  // A field for a file has a button of its own.
  const style = getComputedStyle(it, it.type === 'file' ? '::file-selector-button' : null);
  const sides = ['Top', 'Right', 'Bottom', 'Left'];
  return sides.every((side) => parseFloat(style[`border${side}Width`]) > 0 && apart(style[`border${side}Color`], canvas))
    || apart(style.backgroundColor, canvas);
};
const underlined = (it) => [it, ...it.querySelectorAll('*')].some((part) => getComputedStyle(part).textDecorationLine === 'underline');
const drawn = (it) => it.matches('input') && getComputedStyle(it).appearance !== 'none';
for (const control of controls) {
  const card = control.matches('.answer button, .found a') ? control.closest('.answer, .found') : control;
  if (!bordered(card) && !underlined(control) && !drawn(control)) found.push('has no boundary: ' + name(control));
}
return found;
";

/// Chosen options which look like the others.
const LOOKS_AS_THE_REST: &str = r"
for (const chosen of document.querySelectorAll('[aria-pressed=true], [aria-current=step]')) {
  if (!shown(chosen)) continue;
  const group = chosen.closest('[role=group], ol, ul, .choices');
  const other = [...group.querySelectorAll('button')].find((it) => it !== chosen && !it.matches('[aria-pressed=true], [aria-current=step]'));
  if (!other) continue;
  const [here, there] = [chosen, other].map((it) => getComputedStyle(it));
  const marked = parseFloat(here.borderLeftWidth) > parseFloat(there.borderLeftWidth) && apart(here.borderLeftColor, canvas);
  if (!apart(here.backgroundColor, there.backgroundColor) && !marked) found.push('looks as the rest: ' + name(chosen));
}
for (const box of document.querySelectorAll('input:checked')) {
  if (shown(box) && getComputedStyle(box).appearance === 'none') found.push('is not drawn by the browser: ' + box.labels[0].innerText);
}
return found;
";

/// Drawings which cannot be seen, whichever theme is chosen for devices without forced colours.
const INVISIBLE: &str = r"
const ground = (it) => it.closest('button') && getComputedStyle(it.closest('button')).backgroundColor || canvas;
for (const theme of ['light', 'dark']) {
  document.documentElement.dataset.theme = theme;
  for (const part of document.querySelectorAll('.ring circle, .figure .line, .icon, .trend polyline')) {
    const {stroke} = getComputedStyle(part);
    if (shown(part) && !apart(stroke, ground(part))) found.push('cannot be seen: ' + (part.getAttribute('class') ?? part.tagName) + ' in ' + stroke);
  }
}
delete document.documentElement.dataset.theme;
return found;
";

/// Controls without a visible ring when focused by the keyboard.
const NO_RING: &str = r"
for (const control of controls) {
  control.focus({preventScroll: true, focusVisible: true});
  const ringed = [null, '::after'].map((part) => getComputedStyle(control, part))
    .some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && apart(style.outlineColor, canvas));
  if (document.activeElement !== control || !ringed) found.push('has no ring: ' + name(control));
}
document.activeElement.blur();
return found;
";

async fn every_screen(scheme: Scheme) -> Result<()> {
    let site = Site::of_built_page().await?;
    let visit = visit(&site, Size::Phone).scheme(scheme).forced_colours();
    let page = visit.open().await?;
    nothing_wrong_on_any(page, async |page: &Page| {
        page.run(UNFOLD).await?;
        let drawn = [NO_BOUNDARY, LOOKS_AS_THE_REST, INVISIBLE].map(|it| format!("{COLOURS}{it}"));
        let mut wrong = found_by(page, &drawn.each_ref().map(String::as_str)).await?;
        page.press_key("Tab").await?;
        wrong.extend(found_by(page, &[&format!("{COLOURS}{NO_RING}")]).await?);
        wrong.extend(page.axe().await?);
        Ok(wrong)
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn with_forced_colours_on_dark_all_can_be_told_apart() -> Result<()> {
    every_screen(Scheme::Dark).await
}

#[tokio::test(flavor = "multi_thread")]
async fn with_forced_colours_on_light_all_can_be_told_apart() -> Result<()> {
    every_screen(Scheme::Light).await
}
