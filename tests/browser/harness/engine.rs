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
    ($($story:ident),+ $(,)?) => {
        $crate::in_engines!([Chromium as in_chromium, Firefox as in_firefox, WebKit as in_webkit], $($story),+);
    };
}

/// Tells each of these stories once in each engine but Chromium, where another story tells as much.
#[macro_export]
macro_rules! in_the_other_engines {
    ($($story:ident),+ $(,)?) => {
        $crate::in_engines!([Firefox as in_firefox, WebKit as in_webkit], $($story),+);
    };
}

/// Tells each of these stories once in each of these engines.
#[macro_export]
macro_rules! in_engines {
    ($engines:tt, $($story:ident),+) => {$(
        mod $story {
            $crate::in_engines!(@one $story, $engines);
        }
    )+};
    (@one $story:ident, [$($engine:ident as $name:ident),+]) => {$(
        #[tokio::test(flavor = "multi_thread")]
        async fn $name() -> anyhow::Result<()> {
            super::$story($crate::Engine::$engine).await
        }
    )+};
}
