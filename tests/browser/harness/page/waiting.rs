//! Waiting until something is so. The page itself looks: asked from outside ten times a second, six pages at once, a
//! browser would be as busy with the answers as with the pages.

use std::time::Duration;

use anyhow::Result;
use serde_json::Value;
use thirtyfour::session::scriptret::ScriptRet;
use tokio::time::{Instant, sleep};

use super::{GLANCE, Page};
use crate::Engine;

/// How often the page looks before it answers, unless it is so at once or the page is hidden, and may be throttled.
const LOOKS: u32 = 20;

impl Page {
    /// Waits until a script returns something truthy, and returns that.
    ///
    /// # Errors
    /// When it does not in time, or throws. The error says what is visible instead, and where a picture of it is.
    pub(super) async fn wait_for(
        &self,
        patience: Duration,
        complaint: &str,
        script: &str,
        arguments: Vec<Value>,
    ) -> Result<ScriptRet> {
        // The other engines' drivers wait long for a page that was left meanwhile, and don't freeze it.
        let looks = if self.engine() == Engine::Chromium {
            LOOKS
        } else {
            0
        };
        let looking = looking(script, looks);
        let deadline = Instant::now() + patience;
        loop {
            let answer = self.driver.execute(&looking, arguments.clone()).await;
            let late = Instant::now() > deadline;
            match answer {
                Ok(seen) if is_truthy(seen.json()) => return Ok(seen),
                // Between two documents nothing can be asked, and a busy WebKit loses an answer now and then: retry.
                Ok(_) | Err(_) if !late => sleep(GLANCE).await,
                Ok(_) => return Err(self.disappointment(complaint).await),
                Err(error) => {
                    let complaint = format!("{complaint}: {error}");
                    return Err(self.disappointment(&complaint).await);
                }
            }
        }
    }
}

/// A script that runs another until it returns something truthy, and then returns that; otherwise what it returned last.
fn looking(script: &str, looks: u32) -> String {
    let glance = GLANCE.as_millis();
    format!(
        "const given = arguments;
         const look = function () {{ {script} }};
         return (async () => {{
           for (let left = {looks};; left -= 1) {{
             const seen = look.apply(null, given);
             if (seen || left === 0 || document.visibilityState !== 'visible') return seen;
             await new Promise((next) => setTimeout(next, {glance}));
           }}
         }})();"
    )
}

/// Whether a value returned by a script is truthy in JavaScript's sense.
fn is_truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(is_true) => *is_true,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    }
}
