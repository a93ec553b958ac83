//! What a person does on the page: pressing, touching, typing, choosing.

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};
use thirtyfour::{Key, WebElement};
use tokio::time::{Instant, sleep};

use super::{GLANCE, PATIENCE, Page};

/// Finds the visible control with an accessible name; with a second argument, within the group of that name. If no name
/// is equal, takes the first control whose name begins so.
pub(super) const FIND: &str = r"
const [name, group] = arguments;
const text = (element) => ((element && (element.innerText || element.textContent)) || '').trim().replace(/\s+/g, ' ');
const words = (element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll('input, select, textarea, [aria-hidden=true]').forEach((part) => part.remove());
  return text(copy);
};
const named = (element) => {
  const by = element.getAttribute('aria-labelledby');
  if (by) return by.split(' ').map((id) => text(document.getElementById(id))).join(' ');
  const label = element.labels && element.labels[0];
  return element.getAttribute('aria-label') || (label ? words(label.querySelector('span') || label) : words(element))
    || element.getAttribute('alt') || element.getAttribute('title') || '';
};
const legend = (element) => text(element.querySelector(':scope > legend')) || named(element);
const groups = [...document.querySelectorAll('fieldset, [role=group], [role=radiogroup], select')];
const within = group === undefined ? document
  : groups.find((element) => (element.matches('fieldset, [role]') ? legend(element) : named(element)) === group);
if (!within) return null;
const kinds = 'button, a[href], summary, input, textarea, select, option, '
  + ['button', 'link', 'radio', 'checkbox', 'switch', 'tab', 'menuitem', 'option'].map((role) => '[role=' + role + ']').join(', ');
const seen = [...within.querySelectorAll(kinds)].filter((element) => element.matches('option')
  || (element.getClientRects().length > 0 && element.checkVisibility({visibilityProperty: true})));
return seen.find((element) => named(element) === name)
  || seen.find((element) => named(element).startsWith(name)) || null;
";

/// Scrolls a control that is switched on out from under anything sticky at the edges, as a person would.
const TO_THE_MIDDLE: &str = "
if (!found || found.matches(':disabled')) return null;
found.scrollIntoView({block: 'center', behavior: 'instant'});
return found;
";

/// The middle of a control, if nothing covers it.
const MIDDLE: &str = "
const box = arguments[0].getBoundingClientRect();
const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
const top = document.elementFromPoint(x, y);
const label = arguments[0].labels && arguments[0].labels[0];
return top && (arguments[0].contains(top) || (label && label.contains(top))) ? [x, y] : null;
";

impl Page {
    /// Presses the button, link or option of this name.
    ///
    /// # Errors
    /// When there is none in time, or it cannot be pressed.
    pub async fn press(&self, name: &str) -> Result<()> {
        let press = async |control: WebElement| Ok(control.click().await?);
        self.keep_trying("pressed", name, None, press).await
    }

    /// Touches the button, link or option of this name with a finger. Chromium only.
    ///
    /// # Errors
    /// When there is none in time, something covers it, or the engine is not Chromium.
    pub async fn touch(&self, name: &str) -> Result<()> {
        self.put_finger_on(name).await?;
        self.lift_finger().await
    }

    /// Puts a finger on the button, link or option of this name, and leaves it there. Chromium only.
    ///
    /// # Errors
    /// As [`Page::touch`].
    pub async fn put_finger_on(&self, name: &str) -> Result<()> {
        let touch = async |control: WebElement| {
            let middle = self.run_with(MIDDLE, vec![control.to_json()?]).await?;
            let (x, y) = (&middle[0], &middle[1]);
            if x.is_null() {
                bail!("something lies over it");
            }
            // A synthesized tap gesture would never become a click.
            let down = json!({"type": "touchStart", "touchPoints": [{"x": x, "y": y}]});
            self.ask_chromium("Input.dispatchTouchEvent", down).await?;
            Ok(())
        };
        self.keep_trying("touched", name, None, touch).await
    }

    /// Lifts the finger. Chromium only.
    ///
    /// # Errors
    /// When the engine is not Chromium.
    pub async fn lift_finger(&self) -> Result<()> {
        let up = json!({"type": "touchEnd", "touchPoints": []});
        self.ask_chromium("Input.dispatchTouchEvent", up).await?;
        Ok(())
    }

    /// Types into the field of this name, replacing its content.
    ///
    /// # Errors
    /// When there is none in time, or it takes no text.
    pub async fn fill(&self, name: &str, text: &str) -> Result<()> {
        let fill = async |field: WebElement| {
            field.clear().await?;
            Ok(field.send_keys(text).await?)
        };
        self.keep_trying("filled", name, None, fill).await
    }

    /// Chooses an option of the list or group of this name.
    ///
    /// # Errors
    /// When there is no such list, group or option in time.
    pub async fn choose(&self, group: &str, option: &str) -> Result<()> {
        let choose = async |control: WebElement| Ok(control.click().await?);
        self.keep_trying("chosen", option, Some(group), choose)
            .await
            .with_context(|| format!("in “{group}”"))
    }

    /// Presses a key, wherever the focus is: a character, or a key's name as in JavaScript, such as `ArrowRight`,
    /// `Escape`, `Tab` or `Enter`.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn press_key(&self, key: &str) -> Result<()> {
        let key = match key {
            "ArrowLeft" => Key::Left.value().to_string(),
            "ArrowRight" => Key::Right.value().to_string(),
            "ArrowUp" => Key::Up.value().to_string(),
            "ArrowDown" => Key::Down.value().to_string(),
            "Escape" => Key::Escape.value().to_string(),
            "Enter" => Key::Enter.value().to_string(),
            "Tab" => Key::Tab.value().to_string(),
            "Backspace" => Key::Backspace.value().to_string(),
            "PageUp" => Key::PageUp.value().to_string(),
            "PageDown" => Key::PageDown.value().to_string(),
            "Home" => Key::Home.value().to_string(),
            "End" => Key::End.value().to_string(),
            other => other.to_owned(),
        };
        self.driver.action_chain().send_keys(key).perform().await?;
        Ok(())
    }

    /// Whether there is a visible control of this name.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn offers(&self, name: &str) -> Result<bool> {
        let found = self.run_with(FIND, vec![json!(name)]).await?;
        Ok(!found.is_null())
    }

    /// The control of this name, enabled and scrolled into view, as soon as there is one.
    async fn control(&self, name: &str, group: Option<&str>) -> Result<WebElement> {
        let names = std::iter::once(name).chain(group).map(Value::from);
        let script = format!(
            "const found = (function () {{ {FIND} }}).apply(null, arguments); {TO_THE_MIDDLE}"
        );
        let complaint = format!("there is no “{name}” that is switched on");
        let found = self
            .wait_for(PATIENCE, &complaint, &script, names.collect())
            .await?;
        Ok(found.element()?)
    }

    /// Does something with the control of this name, again until it can be done: it may have been replaced meanwhile.
    async fn keep_trying(
        &self,
        done: &str,
        name: &str,
        group: Option<&str>,
        attempt: impl AsyncFn(WebElement) -> Result<()>,
    ) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let control = self.control(name, group).await?;
            match attempt(control).await {
                Ok(()) => return Ok(()),
                Err(error) if Instant::now() > deadline => {
                    let what = format!("“{name}” could not be {done}: {error}");
                    return Err(self.disappointment(&what).await);
                }
                Err(_) => sleep(GLANCE).await,
            }
        }
    }
}
