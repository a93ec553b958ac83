//! Waiting until something is so. In Chromium the page itself looks, and answers once it is so: nothing that lasts only
//! a moment is missed for want of a driver that asks in time.

use std::time::Duration;

use anyhow::Result;
use serde_json::Value;
use thirtyfour::session::scriptret::ScriptRet;
use tokio::time::{Instant, sleep};

use super::{GLANCE, Page};
use crate::Engine;

/// How often the page looks before it answers, unless it is so at once or the page is hidden, and may be throttled.
const LOOKS: u32 = 20;
/// How long the page waits between two looks, in milliseconds.
const LOOKS_EVERY_MS: u32 = 50;

impl Page {
    /// Waits until a script returns something truthy, or a promise of it, and returns that.
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
                Ok(seen) if !seen.json().is_null() => return Ok(seen),
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

/// A script that runs another until it returns something truthy, and then returns that, or `null` if it never does.
fn looking(script: &str, looks: u32) -> String {
    format!(
        "const given = arguments;
         const look = function () {{ {script} }};
         return (async () => {{
           for (let left = {looks};; left -= 1) {{
             const seen = await look.apply(null, given);
             if (seen || left === 0 || document.visibilityState !== 'visible') return seen || null;
             await new Promise((next) => setTimeout(next, {LOOKS_EVERY_MS}));
           }}
         }})();"
    )
}
