//! What a person sees of the page, and a report with a picture when that isn't as expected.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Result, anyhow};
use serde_json::json;

use super::{PATIENCE, Page};
use crate::{Engine, EngineLost};

const TEXT: &str = "return document.body ? document.body.innerText : ''";

const HEADING: &str = r"
return [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, [role=heading]')]
  .filter((heading) => heading.getClientRects().length > 0 && heading.checkVisibility({visibilityProperty: true}))
  .some((heading) => heading.innerText.trim().replace(/\s+/g, ' ') === arguments[0]);
";

/// A screen draws its lower part, and gives its heading the focus, in tasks of their own after its first frame; what these
/// change is drawn in the one after. Where no frames are drawn, they don't wait for any.
const ONCE_DRAWN: &str = "
const frame = () => new Promise((done) => {
  if (document.visibilityState === 'visible') requestAnimationFrame(() => setTimeout(done));
  else setTimeout(done);
});
return frame().then(frame).then(() => true);
";

impl Page {
    /// Waits until the whole of the screen is drawn, once its heading can be seen.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn is_drawn(&self) -> Result<()> {
        self.run(ONCE_DRAWN).await?;
        Ok(())
    }

    /// All visible text.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn text(&self) -> Result<String> {
        let text = self.run(TEXT).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until these words are visible.
    ///
    /// # Errors
    /// When they do not appear in time. The error says what is visible instead, and where a picture of it is.
    pub async fn see(&self, words: &str) -> Result<()> {
        self.see_within(words, PATIENCE).await
    }

    /// Like [`Page::see`], with a time limit of its own.
    ///
    /// # Errors
    /// As [`Page::see`].
    pub async fn see_within(&self, words: &str, patience: Duration) -> Result<()> {
        let appeared =
            "return document.body !== null && document.body.innerText.includes(arguments[0])";
        let complaint = format!("“{words}” does not appear");
        self.wait_for(patience, &complaint, appeared, vec![json!(words)])
            .await?;
        Ok(())
    }

    /// Waits until a heading has exactly these words.
    ///
    /// # Errors
    /// As [`Page::see`].
    pub async fn see_heading(&self, words: &str) -> Result<()> {
        let complaint = format!("no heading says “{words}”");
        self.wait_for(PATIENCE, &complaint, HEADING, vec![json!(words)])
            .await?;
        Ok(())
    }

    /// Waits until these words are no longer visible.
    ///
    /// # Errors
    /// When they stay. The error says as much as that of [`Page::see`].
    pub async fn gone(&self, words: &str) -> Result<()> {
        let disappeared =
            "return document.body === null || !document.body.innerText.includes(arguments[0])";
        let complaint = format!("“{words}” does not go away");
        self.wait_for(PATIENCE, &complaint, disappeared, vec![json!(words)])
            .await?;
        Ok(())
    }

    /// Waits until a script returns `true`.
    ///
    /// # Errors
    /// When it does not in time, or throws.
    pub async fn comes_true(&self, script: &str, patience: Duration) -> Result<()> {
        let complaint = format!("this does not come true: {script}");
        let is_true =
            format!("return Promise.resolve((() => {{ {script} }})()).then((it) => it === true)");
        self.wait_for(patience, &complaint, &is_true, Vec::new())
            .await?;
        Ok(())
    }

    /// An error with the page's words, and the path of a picture of it.
    pub(super) async fn disappointment(&self, what: &str) -> anyhow::Error {
        let text = match self.text().await {
            Err(error) if self.engine() != Engine::Chromium => {
                return error
                    .context(what.to_owned())
                    .context(EngineLost(self.engine()));
            }
            text => text.unwrap_or_else(|error| format!("(nothing: {error})")),
        };
        let picture = match self.picture_of_failure().await {
            Ok(path) => path.display().to_string(),
            Err(error) => format!("(none: {error})"),
        };
        anyhow!("{what}\nA picture of the page: {picture}\nThe page says:\n{text}")
    }

    async fn picture_of_failure(&self) -> Result<PathBuf> {
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(
            || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target")),
            PathBuf::from,
        );
        let folder = target.join("browser-failures");
        std::fs::create_dir_all(&folder)?;
        // Each test runs in a thread named after it.
        let thread = std::thread::current();
        let story = thread.name().unwrap_or("story").replace("::", "-");
        let picture = std::path::absolute(folder.join(format!("{story}.png")))?;
        self.screenshot(&picture).await?;
        Ok(picture)
    }
}
