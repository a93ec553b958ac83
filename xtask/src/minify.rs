//! Minifies scripts and styles, including those in the document.

use anyhow::{Context, Result};

use crate::policy;
use crate::process;
use crate::setup::toolbox::Toolbox;

/// The delimiters of a comment in the document.
const COMMENT: (&str, &str) = ("<!--", "-->");

/// Minifies a script that is a module: names which it does not export may be changed.
///
/// # Errors
///
/// When esbuild is missing, or can't read the script.
pub(crate) fn module(toolbox: &Toolbox, script: &str) -> Result<String> {
    minified(toolbox, script, &["--loader=js", "--format=esm"])
}

/// The document without comments, and with its styles and scripts minified.
///
/// # Errors
///
/// When esbuild is missing or can't read one of them, or a comment has no end.
pub(crate) fn document(toolbox: &Toolbox, html: &str) -> Result<String> {
    let mut small = html.to_owned();
    for (element, loader) in [("style", "--loader=css"), ("script", "--loader=js")] {
        for text in policy::inline(html, element) {
            let better = minified(toolbox, text, &[loader])?;
            small = small.replace(text, better.trim_end());
        }
    }
    without_comments(&small)
}

fn minified(toolbox: &Toolbox, text: &str, options: &[&str]) -> Result<String> {
    let mut minify = process::in_root(toolbox.esbuild().path()?);
    minify
        .args(["--minify", "--log-level=warning"])
        .args(options);
    Ok(process::filter(&mut minify, text)?)
}

fn without_comments(html: &str) -> Result<String> {
    let (begin, end) = COMMENT;
    let mut pieces = html.split(begin);
    let mut kept = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (_, after) = piece
            .split_once(end)
            .context("a comment in the document has no end")?;
        kept.push_str(after);
    }
    // Comments, and what trunk consumed, leave empty lines behind.
    let lines = kept.lines().map(str::trim_start);
    Ok(lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_empty_lines_go_and_everything_else_stays() {
        let html = "<head>\n    <!-- One\n    and two. -->\n\n    <a href=\"x\">\n</head><!-- three --> <p>";
        assert_eq!(
            without_comments(html).unwrap(),
            "<head>\n<a href=\"x\">\n</head> <p>"
        );
        assert!(without_comments("<p><!-- without end").is_err());
    }
}
