//! The engines that the page has to work in.

use std::fmt;

/// A browser's engine. What plain `WebDriver` can do works in each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// That of Chrome, Edge, Opera and Samsung's browser. It alone has the debugger that emulates devices.
    Chromium,
    /// Firefox, in its long-lived edition.
    Firefox,
    /// `WebKitGTK`: the nearest to Safari that runs here.
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

/// Tells each of these stories once in each engine: functions that take an [`Engine`].
#[macro_export]
macro_rules! in_every_engine {
    ($($story:ident),+ $(,)?) => {$(
        mod $story {
            use $crate::Engine;

            #[tokio::test(flavor = "multi_thread")]
            async fn in_chromium() -> anyhow::Result<()> {
                super::$story(Engine::Chromium).await
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn in_firefox() -> anyhow::Result<()> {
                super::$story(Engine::Firefox).await
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn in_webkit() -> anyhow::Result<()> {
                super::$story(Engine::WebKit).await
            }
        }
    )+};
}
