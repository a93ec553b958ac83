//! The log of a page: kept by the debugger in Chromium, and by a script that runs before the page's own elsewhere.

use serde_json::Value;
use thirtyfour::WebDriver;
use tokio::sync::Mutex;

use anyhow::{Context as _, Result};

use crate::Engine;

/// Takes notes from the page's beginning, across reloads: every address requested by any means, including requests that
/// failed or that the page's policy refused, and every error. It keeps them where no injected fault interferes.
pub(crate) const TAKING_NOTES: &str = r"
const [KEY, keep] = ['limber-harness/notes', Storage.prototype.setItem.bind(sessionStorage)];
const notes = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
const note = (kind, text) => { (notes[kind] ??= []).push(text); keep(KEY, JSON.stringify(notes)); };
const asked = (address) => {
  const whole = new URL(address.url ?? address, location.href).href;
  if (!notes.requests?.includes(whole)) note('requests', whole);
};
asked(location.href);
// Every resource that came; engines differ in whether they list those that failed.
const observer = new PerformanceObserver((list) => list.getEntries().forEach((entry) => asked(entry.name)));
observer.observe({type: 'resource', buffered: true});
window.__notes = () => { observer.takeRecords().forEach((entry) => asked(entry.name)); return notes; };
addEventListener('pagehide', window.__notes);
// Every way in which a script can ask.
const watch = (owner, name, nth) => {
  owner[name] = new Proxy(owner[name], {
    apply(asking, self, words) { asked(words[nth]); return Reflect.apply(asking, self, words); },
    construct(asking, words, made) { asked(words[nth]); return Reflect.construct(asking, words, made); },
  });
};
watch(window, 'fetch', 0);
watch(XMLHttpRequest.prototype, 'open', 1);
watch(Navigator.prototype, 'sendBeacon', 0);
watch(window, 'EventSource', 0);
watch(window, 'WebSocket', 0);
document.addEventListener('securitypolicyviolation', (event) => {
  if (event.blockedURI.includes(':')) asked(event.blockedURI);
  note('errors', 'refused by the policy: ' + event.violatedDirective + ' ' + event.blockedURI);
});
addEventListener('error', (event) => {
  const address = event.target.src || event.target.href;
  if (address) asked(address);
  note('errors', event.message || 'not loaded: ' + address);
}, true);
addEventListener('unhandledrejection', (event) => note('errors', String(event.reason)));
const complain = console.error;
console.error = (...words) => { note('errors', words.join(' ')); complain(...words); };
";

/// The log of a page.
#[derive(Debug)]
pub(super) enum Log {
    /// chromedriver returns every entry once, so they are collected here.
    Debugger {
        requests: Mutex<Vec<String>>,
        errors: Mutex<Vec<String>>,
    },
    /// The page takes notes itself.
    Notes,
}

impl Log {
    pub(super) fn of(engine: Engine) -> Self {
        match engine {
            Engine::Chromium => Self::Debugger {
                requests: Mutex::default(),
                errors: Mutex::default(),
            },
            Engine::Firefox | Engine::WebKit => Self::Notes,
        }
    }

    /// Every address requested so far, including the page's own, whether allowed or not.
    pub(super) async fn requests(&self, driver: &WebDriver) -> Result<Vec<String>> {
        let Self::Debugger { requests, .. } = self else {
            return notes(driver, "requests").await;
        };
        let mut requests = requests.lock().await;
        for entry in driver.get_log("performance").await? {
            let entry: Value = serde_json::from_str(&entry.message)?;
            let message = &entry["message"];
            let asked_for = match message["method"].as_str() {
                Some("Network.requestWillBeSent") => &message["params"]["request"]["url"],
                Some("Network.webSocketCreated") => &message["params"]["url"],
                _ => continue,
            };
            requests.extend(asked_for.as_str().map(str::to_owned));
        }
        Ok(requests.clone())
    }

    /// Every error so far: uncaught exceptions, `console.error`, refused or failed requests.
    pub(super) async fn errors(&self, driver: &WebDriver) -> Result<Vec<String>> {
        let Self::Debugger { errors, .. } = self else {
            return notes(driver, "errors").await;
        };
        let mut errors = errors.lock().await;
        let noted = driver.browser_log().await?;
        let severe = noted.into_iter().filter(|entry| entry.level == "SEVERE");
        errors.extend(severe.map(|entry| entry.message));
        Ok(errors.clone())
    }
}

async fn notes(driver: &WebDriver, kind: &str) -> Result<Vec<String>> {
    let all = driver
        .execute("return window.__notes()", Vec::new())
        .await
        .context("the page takes no notes")?;
    let of_kind = all.json().get(kind).cloned();
    Ok(serde_json::from_value(
        of_kind.unwrap_or_else(|| Value::Array(Vec::new())),
    )?)
}
