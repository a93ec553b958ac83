//! The browser engines in which the page has to work.

use std::fmt;
use std::fs::OpenOptions;
use std::io::Write as _;

use anyhow::Result;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};

/// A browser engine. What plain `WebDriver` can do works in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The engine of Chrome, Edge, Opera and Samsung's browser. Only its debugger can emulate devices.
    Chromium,
    /// Firefox, the extended support release.
    Firefox,
    /// `WebKitGTK`: the closest to Safari that runs here.
    WebKit,
}

impl fmt::Display for Engine {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        })
    }
}

/// The engine no longer answers any script: its driver has lost the page, which says nothing about the page itself.
/// `WebKitGTK` 2.50 did this where a page unloaded sound that was still being loaded, and may do it elsewhere.
#[derive(Debug, Clone, Copy)]
pub struct EngineLost(pub(crate) Engine);

impl fmt::Display for EngineLost {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} answers to no script any more", self.0)
    }
}

/// Names the file in which each retry of a story is noted. `cargo xtask test` sets it, and counts the notes at the end.
const RETOLD: &str = "LIMBER_RETOLD";

/// Runs a story in an engine; once more from the start if the engine was lost on the way.
///
/// # Errors
/// Those of the story, and when the engine is lost twice.
pub async fn tell(engine: Engine, story: impl AsyncFn(Engine) -> Result<()>) -> Result<()> {
    tell_noting(engine, story, note_retelling).await
}

async fn tell_noting(
    engine: Engine,
    story: impl AsyncFn(Engine) -> Result<()>,
    note: impl FnOnce(&anyhow::Error) -> Result<()>,
) -> Result<()> {
    match story(engine).await {
        Err(error) if is_lost(engine, &error) => {
            eprintln!("Told once more: {error:?}");
            note(&error)?;
            story(engine).await
        }
        told => told,
    }
}

/// Whether the driver did not answer, or no script finished. Chromium's driver was never lost: there it is the page
/// that hangs, and the story fails at once.
fn is_lost(engine: Engine, error: &anyhow::Error) -> bool {
    use WebDriverErrorInner::{HttpError, ScriptTimeout, WebDriverTimeout};
    let unanswered = |error: &WebDriverError| {
        matches!(
            error.as_inner(),
            HttpError(_) | ScriptTimeout(_) | WebDriverTimeout(_)
        )
    };
    let mut causes = error.chain().filter_map(|cause| cause.downcast_ref());
    error.is::<EngineLost>() || (engine != Engine::Chromium && causes.any(unanswered))
}

/// Notes which story is run once more and why, on one line, since lines are counted.
fn note_retelling(error: &anyhow::Error) -> Result<()> {
    let Some(path) = std::env::var_os(RETOLD) else {
        return Ok(());
    };
    let thread = std::thread::current();
    let told = format!("{}: {error:#}", thread.name().unwrap_or("a story"));
    let words: Vec<&str> = told.split_whitespace().collect();
    let mut notes = OpenOptions::new().create(true).append(true).open(path)?;
    Ok(writeln!(notes, "{}", words.join(" "))?)
}

/// Runs each of these stories, functions which take an [`Engine`], in every engine.
#[macro_export]
macro_rules! in_every_engine {
    ($($story:ident),+ $(,)?) => {
        $crate::in_engines!([Chromium as in_chromium, Firefox as in_firefox, WebKit as in_webkit], $($story),+);
    };
}

/// Runs each of these stories in every engine but Chromium, where other stories cover the same.
#[macro_export]
macro_rules! in_the_other_engines {
    ($($story:ident),+ $(,)?) => {
        $crate::in_engines!([Firefox as in_firefox, WebKit as in_webkit], $($story),+);
    };
}

/// Runs each of these stories in these engines.
#[macro_export]
macro_rules! in_engines {
    ($engines:tt, $($story:ident),+) => {$(
        mod $story {
            $crate::in_engines!(@one $story, $engines);
        }
    )+};
    (@one $story:ident, [$($engine:ident as $name:ident),+]) => {
        $($crate::in_engines!(@told $engine $name $story);)+
    };
    (@told Chromium $name:ident $story:ident) => {
        #[tokio::test(flavor = "multi_thread")]
        async fn $name() -> anyhow::Result<()> {
            $crate::tell($crate::Engine::Chromium, super::$story).await
        }
    };
    (@told $engine:ident $name:ident $story:ident) => {
        #[tokio::test(flavor = "multi_thread")]
        #[ignore = "`cargo xtask test --all` tells it"]
        async fn $name() -> anyhow::Result<()> {
            $crate::tell($crate::Engine::$engine, super::$story).await
        }
    };
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use anyhow::anyhow;

    use super::*;

    #[tokio::test]
    async fn a_story_is_told_once_more_when_the_engine_was_lost_and_only_then() {
        for (first, second, told, ends_well) in [
            (None, None, 1, true),
            (Some(false), None, 1, false),
            (Some(true), None, 2, true),
            (Some(true), Some(false), 2, false),
            (Some(true), Some(true), 2, false),
        ] {
            let times = Cell::new(0);
            let story = async |engine| {
                times.set(times.get() + 1);
                match if times.get() == 1 { first } else { second } {
                    None => Ok(()),
                    Some(lost) => {
                        let error = anyhow!("no heading");
                        Err(if lost {
                            error.context(EngineLost(engine))
                        } else {
                            error
                        })
                    }
                }
            };
            let noted = Cell::new(1);
            let note = |_: &anyhow::Error| {
                noted.set(2);
                Ok(())
            };
            let result = tell_noting(Engine::WebKit, story, note).await;
            assert_eq!((times.get(), result.is_ok()), (told, ends_well));
            assert_eq!(
                noted.get(),
                told,
                "each retelling is noted, and nothing else"
            );
        }
    }
}
