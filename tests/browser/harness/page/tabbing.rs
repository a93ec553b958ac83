//! Using the page by keyboard alone, as a person does who has no other way.

use anyhow::{Result, bail};
use serde_json::json;

use super::Page;
use super::hands::FIND;

/// So many steps are more than any screen needs.
const STEPS: u32 = 150;

/// Where the focus is: on the control that was found, or elsewhere; and what hides it there, if something does.
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
const uncovered = parts.some((x) => parts.some((y) => {
  const met = document.elementFromPoint(left + width * x, top + height * y);
  return met && (here.contains(met) || met.contains(here) || (label && label.contains(met)));
}));
const hidden = away ? null : !ringed ? 'has no ring' : !uncovered ? 'is behind something else' : null;
const name = here.getAttribute('aria-label') || (label && label.innerText) || here.innerText || here.value || '';
return [!away && here === wanted, hidden, name.slice(0, 60)];
";

impl Page {
    /// Goes to the control of this name by the tab key alone.
    ///
    /// # Errors
    /// When it is not met on a way through the whole screen, or the focus cannot be seen somewhere on it.
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

    /// Goes to the control of this name by the tab key, and presses the enter key there.
    ///
    /// # Errors
    /// As [`Page::reach`].
    pub async fn enter(&self, name: &str) -> Result<()> {
        self.reach(name).await?;
        self.press_key("Enter").await
    }
}
