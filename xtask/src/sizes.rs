//! What a first visit costs in bytes, against the budget.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Result;

use crate::compress;
use crate::disk;
use crate::page;
use crate::parts;
use crate::project;

/// The budget for everything that a first visit loads, brotli-compressed, in bytes.
const BUDGET: usize = 130_000;

/// The budget for all poses together, likewise.
const FIGURES_BUDGET: usize = 12_000;

/// Extensions of what the page itself never asks for: a browser fetches the manifest when it has
/// nothing else to do, the worker when the page is there, and the large icons and pictures when the app is put
/// on a home screen.
const LATER: [&str; 3] = [".webmanifest", ".png", "sw.js"];

/// The sizes of one file in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Size {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Measures every file of a built page that a visitor may load. What does not shrink is sent as it
/// is.
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

/// What the texts of all poses add to a visit, against their budget.
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

/// The sizes as a table, with the sum of those that a first visit loads and what the budget says to
/// it; those that are loaded later come first.
pub(crate) fn table(sizes: &[Size]) -> String {
    let is_later = |size: &Size| {
        size.name.starts_with(parts::LATER) || LATER.iter().any(|it| size.name.ends_with(it))
    };
    let (later, first): (Vec<&Size>, Vec<&Size>) = sizes.iter().partition(|size| is_later(size));
    let later = later.into_iter().map(|size| Size {
        name: format!("(later) {}", size.name),
        ..size.clone()
    });
    let later: Vec<Size> = later.collect();
    let total = sum(&first);
    let rows = || later.iter().chain(first.iter().copied()).chain([&total]);
    let widest = rows().map(|size| size.name.len()).max();
    let width = widest.unwrap_or(0);
    let mut text = String::new();
    // Writing to a string never fails.
    let _ = writeln!(
        text,
        "\n{:width$} {:>10} {:>10} {:>10}",
        "bytes", "raw", "gzip", "brotli"
    );
    for Size {
        name,
        raw,
        gzip,
        brotli,
    } in rows()
    {
        let _ = writeln!(text, "{name:width$} {raw:>10} {gzip:>10} {brotli:>10}");
    }
    let _ = writeln!(text, "{}", verdict(total.brotli));
    text
}

fn sum(sizes: &[&Size]) -> Size {
    Size {
        name: "everything".to_owned(),
        raw: sizes.iter().map(|size| size.raw).sum(),
        gzip: sizes.iter().map(|size| size.gzip).sum(),
        brotli: sizes.iter().map(|size| size.brotli).sum(),
    }
}

fn verdict(total: usize) -> String {
    let budget = BUDGET / 1000;
    match BUDGET.checked_sub(total) {
        Some(left) => format!("within the budget of {budget} KB (brotli): {left} bytes are left"),
        None => format!(
            "OVER the budget of {budget} KB (brotli) by {} bytes",
            total - BUDGET
        ),
    }
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
    fn the_table_adds_up() {
        let table = table(&[
            size("icon-512.png", 9_000),
            size("index.html", 400),
            size("limber-1_bg.wasm", 80_000),
        ]);
        let last = table.lines().rev().nth(1).unwrap();
        let words: Vec<&str> = last.split_whitespace().collect();
        assert_eq!(words, ["everything", "80400", "40200", "20100"]);
        assert!(
            table.ends_with("(brotli): 109900 bytes are left\n"),
            "{table}"
        );
    }

    #[test]
    fn the_budget_may_be_used_up_but_not_passed() {
        assert!(verdict(130_000).starts_with("within"));
        assert!(verdict(130_001).ends_with("by 1 bytes"));
    }
}
