//! The bytes of a first visit, against their budgets.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Result;

use crate::compress;
use crate::disk;
use crate::page;
use crate::parts;
use crate::project;

/// The budget for all poses together, in bytes of brotli.
const FIGURES_BUDGET: usize = 12_000;

/// The stages of a first visit, in order.
const STAGES: [Stage; 4] = [Stage::Document, Stage::Program, Stage::Lazy, Stage::Aside];

/// Suffixes of files that the page never waits for: a browser fetches the manifest when idle, the worker once the page
/// is there, and large icons and pictures when the app is installed.
const ASIDE: [&str; 3] = [".webmanifest", ".png", "sw.js"];

/// A stage in which a first visit loads files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The document, which has the first screen.
    Document,
    /// What the program needs to take over.
    Program,
    /// What the program loads by itself once it runs.
    Lazy,
    /// What no visit waits for.
    Aside,
}

impl Stage {
    fn of(name: &str) -> Self {
        if name == page::INDEX {
            Self::Document
        } else if name.starts_with(parts::LAZY) {
            Self::Lazy
        } else if name.starts_with(parts::ON_DEMAND)
            || ASIDE.iter().any(|ending| name.ends_with(ending))
        {
            Self::Aside
        } else {
            Self::Program
        }
    }

    /// The state reached after this stage, and the bytes of brotli that may be loaded until then. ARCHITECTURE.md says
    /// why not the 130 KB of the design.
    const fn budget(self) -> Option<(&'static str, usize)> {
        match self {
            // What a server sends before it waits for an acknowledgement: ten packets (RFC 6928).
            Self::Document => Some(("the first screen takes an answer", 14_000)),
            Self::Program => Some(("the program takes over", 275_000)),
            Self::Lazy => Some(("everything is there", 440_000)),
            Self::Aside => None,
        }
    }
}

/// A file's sizes in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Size {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Measures every file of a built page that a visitor may load. Files not worth compressing are sent as they are.
///
/// # Errors
///
/// When a file can't be read.
pub(crate) fn of(folder: &Path) -> Result<Vec<Size>> {
    let names = page::files(folder)?;
    names
        .into_iter()
        .filter(|name| !compress::is_for_the_host(name))
        .map(|name| measure(folder, name))
        .collect()
}

/// The size of the texts of all poses, against their budget.
///
/// # Errors
///
/// When a text can't be read.
pub(crate) fn of_figures() -> Result<String> {
    let folder = project::root().join("src/library/figures");
    let mut all = Vec::new();
    for name in page::files(&folder)? {
        let path = folder.join(name);
        let text = disk::bytes(&path)?;
        all.extend(text);
    }
    let small = compress::brotli(&all)?.len();
    let budget = FIGURES_BUDGET;
    Ok(format!(
        "all poses: {} bytes raw, {small} brotli; their budget is {budget}",
        all.len()
    ))
}

fn measure(folder: &Path, name: String) -> Result<Size> {
    let path = folder.join(&name);
    let content = disk::bytes(&path)?;
    let raw = content.len();
    let (gzip, brotli) = if compress::shrinks(&name) {
        (
            compress::gzip(&content)?.len(),
            compress::brotli(&content)?.len(),
        )
    } else {
        (raw, raw)
    };
    Ok(Size {
        name,
        raw,
        gzip,
        brotli,
    })
}

/// The sizes as a table, in the order in which a first visit loads them, with the budgets.
pub(crate) fn table(sizes: &[Size]) -> String {
    let longest = sizes.iter().map(|size| size.name.len()).max();
    let width = longest.unwrap_or(0);
    let (head, raw, gzip, brotli) = ("bytes", "raw", "gzip", "brotli");
    let mut text = format!("\n{head:width$} {raw:>10} {gzip:>10} {brotli:>10}\n");
    let mut loaded = 0;
    for stage in STAGES {
        for size in sizes.iter().filter(|size| Stage::of(&size.name) == stage) {
            let (name, raw, gzip, brotli) = (&size.name, size.raw, size.gzip, size.brotli);
            // Writing to a string never fails.
            let _ = writeln!(text, "{name:width$} {raw:>10} {gzip:>10} {brotli:>10}");
            loaded += size.brotli;
        }
        let verdict = match stage.budget() {
            Some((until, most)) => verdict(until, loaded, most),
            None => "no visit waits for these".to_owned(),
        };
        let _ = writeln!(text, "  {verdict}");
    }
    text
}

fn verdict(until: &str, loaded: usize, most: usize) -> String {
    let against = match most.checked_sub(loaded) {
        Some(left) => format!("{left} left of {most}"),
        None => format!("OVER the budget of {most} by {}", loaded - most),
    };
    format!("{loaded} (brotli) until {until}: {against}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(name: &str, raw: usize) -> Size {
        Size {
            name: name.to_owned(),
            raw,
            gzip: raw / 2,
            brotli: raw / 4,
        }
    }

    #[test]
    fn each_moment_of_a_first_visit_is_held_against_its_budget() {
        let table = table(&[
            size("icon-512.png", 9_000),
            size("index.html", 4_000),
            size("lazy-1.wasm", 800_000),
            size("limber-1_bg.wasm", 800_000),
            size("limber-2.js", 400_000),
        ]);
        let lines: Vec<&str> = table.lines().map(str::trim).collect();
        assert_eq!(
            lines[2..],
            [
                "index.html             4000       2000       1000",
                "1000 (brotli) until the first screen takes an answer: 13000 left of 14000",
                "limber-1_bg.wasm     800000     400000     200000",
                "limber-2.js          400000     200000     100000",
                "301000 (brotli) until the program takes over: OVER the budget of 275000 by 26000",
                "lazy-1.wasm          800000     400000     200000",
                "501000 (brotli) until everything is there: OVER the budget of 440000 by 61000",
                "icon-512.png           9000       4500       2250",
                "no visit waits for these",
            ]
        );
    }

    #[test]
    fn a_budget_may_be_used_up_but_not_passed() {
        assert!(verdict("then", 130_000, 130_000).ends_with("0 left of 130000"));
        assert!(verdict("then", 130_001, 130_000).contains("OVER"));
    }
}
