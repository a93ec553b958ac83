//! Uses the page by keyboard alone.

use anyhow::{Result, bail};
use serde_json::json;
use thirtyfour::Key;

use super::Page;
use super::hands::FIND;

/// Upper bound on tab presses; no screen needs more.
const STEPS: u32 = 150;

/// Whether the focus is on the wanted control, what hides it if anything does, the control's name, and its stop.
const FOCUSED: &str = "
// Beyond the edge of the page are the browser's own controls. A driven Firefox does not come back by itself.
window.focus();
const here = document.activeElement;
// A heading that was given the focus tells where one is; only what can be used has to show it.
const away = here.tabIndex < 0;
// A control may lend its ring to the card that it fills.
const ringed = [null, '::after'].map((part) => getComputedStyle(here, part))
  .some((shown) => shown.outlineStyle !== 'none' && parseFloat(shown.outlineWidth) > 0);
const {left, top, width, height} = here.getBoundingClientRect();
const label = here.labels && here.labels[0];
const parts = [0.1, 0.5, 0.9];
let over = null;
const uncovered = parts.some((x) => parts.some((y) => {
  const met = document.elementFromPoint(left + width * x, top + height * y);
  over = met;
  return met && (here.contains(met) || met.contains(here) || (label && label.contains(met)));
}));
const behind = over ? 'is behind ' + over.tagName + ' ' + over.className : `is out of view, at ${Math.round(top)} of ${innerHeight}`;
const hidden = away ? null : !ringed ? 'has no ring' : !uncovered ? behind : null;
const name = here.getAttribute('aria-label') || (label && label.innerText) || here.innerText || here.value || '';
const stop = window.__stops && window.__stops.get(here);
return [!away && here === wanted, hidden, name.slice(0, 60), stop ?? null];
";

/// Numbers the tab stops in the order of the page, and focuses the first. A group of radio buttons is one stop.
const NUMBER_STOPS: &str = "
const found = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter((it) => it.tabIndex >= 0 && !it.disabled && it.getClientRects().length > 0 && it.checkVisibility({visibilityProperty: true}));
const [seen, groups] = [new Map(), new Map()];
let stops = 0;
for (const control of found) {
  const group = control.type === 'radio' ? control.name : control;
  if (!groups.has(group)) groups.set(group, stops++);
  seen.set(control, groups.get(group));
}
window.__stops = seen;
window.__ends = [found[0], found[found.length - 1]];
found[0].focus();
return stops;
";

/// Focuses the last of the numbered controls, wherever the tab key went.
const TO_THE_LAST: &str = "window.__ends[1].focus()";

impl Page {
    /// Goes to the control of this name by the tab key alone.
    ///
    /// # Errors
    /// When the tab key does not reach it within a whole screen, or the focus is hidden on the way.
    pub async fn reach(&self, name: &str) -> Result<()> {
        let script = format!("const wanted = (() => {{ {FIND} }})(); {FOCUSED}");
        let mut way = Vec::new();
        for _ in 0..STEPS {
            let at = self.run_with(&script, vec![json!(name)]).await?;
            let words = at[2].as_str().unwrap_or_default().replace('\n', " ");
            if let Some(hidden) = at[1].as_str() {
                bail!("on the way to “{name}” the focus cannot be seen: “{words}” {hidden}");
            }
            if at[0] == true {
                return Ok(());
            }
            way.push(words);
            self.press_key("Tab").await?;
        }
        let what = format!("“{name}” is not met by the tab key: {way:?}");
        Err(self.disappointment(&what).await)
    }

    /// Goes from the first control of the screen to the last by the tab key, and back.
    ///
    /// # Errors
    /// When a control is skipped, comes in another order than on the page, or traps the focus, or the focus is hidden.
    pub async fn tab_there_and_back(&self) -> Result<()> {
        // After touch, browsers do not show the focus that a script sets.
        self.press_key("Tab").await?;
        self.is_drawn().await?;
        let stops = self.run(NUMBER_STOPS).await?;
        let stops = stops.as_u64().unwrap_or_default();
        let there: Vec<u64> = (0..stops).collect();
        self.tab_along(&there, async || self.press_key("Tab").await)
            .await?;
        self.press_key("Tab").await?;
        let beyond = self.stop().await?;
        if stops > 1 && beyond == Some(stops - 1) {
            bail!("the last control holds the focus fast");
        }
        self.run(TO_THE_LAST).await?;
        let back: Vec<u64> = there.into_iter().rev().collect();
        self.tab_along(&back, async || {
            let back = self.driver.action_chain().key_down(Key::Shift);
            let back = back.send_keys(Key::Tab.value().to_string());
            Ok(back.key_up(Key::Shift).perform().await?)
        })
        .await
    }

    /// Visits these stops in order; the first already has the focus.
    async fn tab_along(&self, stops: &[u64], go: impl AsyncFn() -> Result<()>) -> Result<()> {
        let mut before = String::from("nothing");
        for (nth, expected) in stops.iter().enumerate() {
            if nth > 0 {
                go().await?;
            }
            let script = format!("const wanted = null; {FOCUSED}");
            let mut at = self.run(&script).await?;
            // A scrollable list is a stop, too, so that the keyboard can scroll it.
            if at[3].is_null() {
                go().await?;
                at = self.run(&script).await?;
            }
            let words = at[2].as_str().unwrap_or_default().replace('\n', " ");
            if at[3].as_u64() != Some(*expected) {
                bail!(
                    "after “{before}” comes “{words}”, which is {} instead of {expected}",
                    at[3]
                );
            }
            if let Some(hidden) = at[1].as_str() {
                bail!("the focus cannot be seen: “{words}” {hidden}");
            }
            before = words;
        }
        Ok(())
    }

    /// The number of the focused stop.
    async fn stop(&self) -> Result<Option<u64>> {
        let at = self.run(&format!("const wanted = null; {FOCUSED}")).await?;
        Ok(at[3].as_u64())
    }

    /// Goes to the control of this name by the tab key, and presses Enter.
    ///
    /// # Errors
    /// As [`Page::reach`].
    pub async fn enter(&self, name: &str) -> Result<()> {
        self.reach(name).await?;
        self.press_key("Enter").await
    }
}
