//! Parses the command line, and has the text that explains it.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::{Long, Short, Value, ValueExt};

use crate::base::{Base, BaseError};
use crate::commands::test::Stories;

/// The usage text that `cargo xtask help` prints.
pub(crate) const USAGE: &str = "\
Usage: cargo xtask <command>

Commands:
  run          set up what is missing, build the page, serve it on http://127.0.0.1:8080
                 --port NUMBER   serve on another port
                 --dev           quick build without optimisation, built again at every change
  test         set up what is missing, run the tests: on the host, then in Chromium
                 --all           also in Firefox and WebKitGTK, and the stories that take minutes
  dist         write a folder to deploy: the page, its compressed twins, the headers file
                 --base /PATH/   the path that the page is served under (default: /)
                 --out FOLDER    where to write it (default: dist)
  bench        measure the budgets: the size of a first visit, then timings in a real browser
  screenshots  take a picture of every screen
                 --out FOLDER    where to put them (default: target/screenshots)
                 --install       only those that are shown when the page is installed, in public
  figures      draw all figures on sheets, then the icons of the app anew
                 --out FOLDER    where to put the sheets (default: target/figures)
                 --icons         only the icons
  ci           check format and lints, then do what `test --all` does
  help         print this text

Tools are kept in $LIMBER_TOOLS, or else in limber-tools in your cache folder.";

const COMMANDS: &str = "run, test, dist, bench, screenshots, figures, ci, help";

/// The port on which the page is served by default.
const PORT: u16 = 8080;

/// A command with its options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Request {
    Help,
    /// Build the release page, and serve it as a static host would.
    Run {
        port: u16,
    },
    /// Build quickly, and again at every change.
    Develop {
        port: u16,
    },
    Test(Stories),
    /// Write a deployable folder; `out` is relative to the caller's working directory.
    Dist {
        base: Base,
        out: Option<PathBuf>,
    },
    Bench,
    Screenshots {
        out: Option<PathBuf>,
    },
    /// Take the pictures shown when the page is installed.
    InstallPictures,
    /// Draw the figures; `out` is relative to the caller's working directory.
    Figures {
        out: Option<PathBuf>,
    },
    /// Draw only the icons.
    Icons,
    Ci,
}

/// A command line that can't be understood.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ArgumentError {
    #[error("there is no command `{word}`; the commands are {COMMANDS}")]
    UnknownCommand { word: String },
    #[error("`{command}`: {source}")]
    Option {
        command: &'static str,
        source: lexopt::Error,
    },
    #[error("`run --port`: `{value}` is no port, which is a number up to 65535")]
    Port { value: String },
    #[error("`dist --base`: {0}")]
    Base(#[from] BaseError),
}

/// Parses the words after `cargo xtask`. Without any, asks for help.
///
/// # Errors
///
/// For an unknown command, an option that the command does not have, or an invalid value.
pub(crate) fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Request, ArgumentError> {
    let mut parser = lexopt::Parser::from_args(words);
    let command = match parser.next().map_err(in_command("xtask"))? {
        None | Some(Long("help") | Short('h')) => return Ok(Request::Help),
        Some(Value(word)) => word.to_string_lossy().into_owned(),
        Some(option) => return Err(in_command("xtask")(option.unexpected())),
    };
    match command.as_str() {
        "help" => alone(parser, "help", Request::Help),
        "run" => run(parser),
        "test" => test(parser),
        "dist" => dist(parser),
        "bench" => alone(parser, "bench", Request::Bench),
        "screenshots" => screenshots(parser),
        "figures" => figures(parser),
        "ci" => alone(parser, "ci", Request::Ci),
        _ => Err(ArgumentError::UnknownCommand { word: command }),
    }
}

fn in_command(command: &'static str) -> impl Fn(lexopt::Error) -> ArgumentError {
    move |source| ArgumentError::Option { command, source }
}

/// Parses the rest of a command without options.
fn alone(
    mut parser: lexopt::Parser,
    command: &'static str,
    request: Request,
) -> Result<Request, ArgumentError> {
    match parser.next().map_err(in_command(command))? {
        None => Ok(request),
        Some(Long("help") | Short('h')) => Ok(Request::Help),
        Some(word) => Err(in_command(command)(word.unexpected())),
    }
}

fn run(mut parser: lexopt::Parser) -> Result<Request, ArgumentError> {
    let failed = in_command("run");
    let (mut port, mut develop) = (PORT, false);
    while let Some(word) = parser.next().map_err(&failed)? {
        match word {
            Long("port") => {
                let value = parser.value().map_err(&failed)?;
                let value = value.string().map_err(&failed)?;
                port = value.parse().map_err(|_| ArgumentError::Port { value })?;
            }
            Long("dev") => develop = true,
            Long("help") | Short('h') => return Ok(Request::Help),
            Short(_) | Long(_) | Value(_) => return Err(failed(word.unexpected())),
        }
    }
    Ok(if develop {
        Request::Develop { port }
    } else {
        Request::Run { port }
    })
}

fn test(mut parser: lexopt::Parser) -> Result<Request, ArgumentError> {
    let failed = in_command("test");
    let mut stories = Stories::Usual;
    while let Some(word) = parser.next().map_err(&failed)? {
        match word {
            Long("all") => stories = Stories::All,
            Long("help") | Short('h') => return Ok(Request::Help),
            Short(_) | Long(_) | Value(_) => return Err(failed(word.unexpected())),
        }
    }
    Ok(Request::Test(stories))
}

fn dist(mut parser: lexopt::Parser) -> Result<Request, ArgumentError> {
    let failed = in_command("dist");
    let (mut base, mut out) = (Base::default(), None);
    while let Some(word) = parser.next().map_err(&failed)? {
        match word {
            Long("base") => {
                let value = parser.value().map_err(&failed)?;
                base = Base::parse(&value.string().map_err(&failed)?)?;
            }
            Long("out") => out = Some(parser.value().map_err(&failed)?.into()),
            Long("help") | Short('h') => return Ok(Request::Help),
            Short(_) | Long(_) | Value(_) => return Err(failed(word.unexpected())),
        }
    }
    Ok(Request::Dist { base, out })
}

fn screenshots(mut parser: lexopt::Parser) -> Result<Request, ArgumentError> {
    let failed = in_command("screenshots");
    let (mut out, mut install) = (None, false);
    while let Some(word) = parser.next().map_err(&failed)? {
        match word {
            Long("out") => out = Some(parser.value().map_err(&failed)?.into()),
            Long("install") => install = true,
            Long("help") | Short('h') => return Ok(Request::Help),
            Short(_) | Long(_) | Value(_) => return Err(failed(word.unexpected())),
        }
    }
    Ok(if install {
        Request::InstallPictures
    } else {
        Request::Screenshots { out }
    })
}

fn figures(mut parser: lexopt::Parser) -> Result<Request, ArgumentError> {
    let failed = in_command("figures");
    let (mut out, mut icons) = (None, false);
    while let Some(word) = parser.next().map_err(&failed)? {
        match word {
            Long("out") => out = Some(parser.value().map_err(&failed)?.into()),
            Long("icons") => icons = true,
            Long("help") | Short('h') => return Ok(Request::Help),
            Short(_) | Long(_) | Value(_) => return Err(failed(word.unexpected())),
        }
    }
    Ok(if icons {
        Request::Icons
    } else {
        Request::Figures { out }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Request, String> {
        parse(line.split_whitespace().map(OsString::from)).map_err(|error| error.to_string())
    }

    fn refused(line: &str) -> String {
        parsed(line).expect_err(line)
    }

    #[test]
    fn every_command_is_understood_and_explained() {
        for command in COMMANDS.split(", ") {
            assert!(parsed(command).is_ok(), "{command}");
            assert!(USAGE.contains(&format!("\n  {command} ")), "{command}");
        }
    }

    #[test]
    fn options_reach_their_command() {
        assert_eq!(parsed("test"), Ok(Request::Test(Stories::Usual)));
        assert_eq!(parsed("test --all"), Ok(Request::Test(Stories::All)));
        assert_eq!(parsed("run"), Ok(Request::Run { port: 8080 }));
        assert_eq!(
            parsed("run --port=9000 --dev"),
            Ok(Request::Develop { port: 9000 })
        );
        assert_eq!(
            parsed("dist --base /limber/ --out site"),
            Ok(Request::Dist {
                base: Base::parse("/limber/").unwrap(),
                out: Some("site".into()),
            })
        );
        assert_eq!(
            parsed("screenshots --out shots"),
            Ok(Request::Screenshots {
                out: Some("shots".into())
            })
        );
        assert_eq!(
            parsed("screenshots --install"),
            Ok(Request::InstallPictures)
        );
        assert_eq!(parsed("figures"), Ok(Request::Figures { out: None }));
        assert_eq!(
            parsed("figures --out=sheets"),
            Ok(Request::Figures {
                out: Some("sheets".into())
            })
        );
        assert_eq!(parsed("figures --icons"), Ok(Request::Icons));
    }

    #[test]
    fn nothing_and_every_way_of_asking_for_help_give_help() {
        for line in ["", "help", "--help", "-h", "test --help", "run -h"] {
            assert_eq!(parsed(line), Ok(Request::Help), "{line}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let unknown = refused("tset");
        assert!(unknown.contains("`tset`") && unknown.contains(COMMANDS));
        assert!(refused("test --fast").contains("--fast"));
        assert!(refused("run --port many").contains("many"));
        assert!(refused("run --port").contains("--port"));
        assert!(refused("dist --base limber").contains("/limber/"));
        assert!(refused("ci now").contains("now"));
        assert!(refused("figures cat-cow").contains("cat-cow"));
        assert!(refused("--fast").contains("--fast"));
    }
}
