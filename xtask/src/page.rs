//! Builds the page as it is deployed and tested.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::base::Base;
use crate::disk;
use crate::fingerprint;
use crate::flags;
use crate::headers::{self, Headers};
use crate::minify;
use crate::parts;
use crate::policy;
use crate::process;
use crate::project;
use crate::setup::toolbox::Toolbox;
use crate::worker;

/// The document of the page.
pub(crate) const INDEX: &str = "index.html";
/// The copy of the document that static hosts send for unknown paths.
pub(crate) const NOT_FOUND: &str = "404.html";

/// Placeholder in the document for the path under which it will be served.
const SOMEWHERE: &str = "/path-of-the-page/";

/// The optimised page as compiled, before the path under which it is served is set.
#[derive(Debug, Clone)]
pub(crate) struct CompiledPage {
    folder: PathBuf,
}

impl CompiledPage {
    /// Compiles the page.
    ///
    /// # Errors
    ///
    /// When a tool is missing, or the page does not build.
    pub(crate) fn build(toolbox: &Toolbox) -> Result<Self> {
        let folder = project::root().join("target").join("page");
        let mut trunk = trunk(toolbox)?;
        trunk
            .args(["build", "--release", "--offline"])
            .args(["--public-url", SOMEWHERE, "--dist"])
            .arg(&folder);
        trunk.env(flags::VARIABLE, flags::for_parts());
        process::run(&mut trunk)?;
        parts::split(toolbox, &folder)?;
        let html = minify::document(toolbox, &disk::text(&folder.join(INDEX))?)?;
        write(&folder, INDEX, &html)?;
        Ok(Self { folder })
    }

    /// Puts the page into `folder`, to be served under `base`. The folder's old content is removed, so that it isn't
    /// deployed with the new.
    ///
    /// # Errors
    ///
    /// When a file can't be read or written.
    pub(crate) fn put(&self, base: &Base, folder: &Path) -> Result<()> {
        disk::clear(folder)?;
        for name in files(&self.folder)? {
            let (from, to) = (self.folder.join(&name), folder.join(&name));
            let parent = to.parent().unwrap_or(folder);
            fs::create_dir_all(parent)
                .with_context(|| format!("could not make {}", parent.display()))?;
            fs::copy(&from, &to).with_context(|| format!("could not write {}", to.display()))?;
        }
        let html = disk::text(&folder.join(INDEX))?;
        write(folder, INDEX, &html.replace(SOMEWHERE, base.as_str()))?;
        finish(base, folder)
    }
}

/// Adds what trunk leaves out: names by content, links that work everywhere, the page for unknown paths, the service
/// worker and the headers file.
fn finish(base: &Base, folder: &Path) -> Result<()> {
    let named = fingerprint::rename_by_content(folder, INDEX)?;
    let html = disk::text(&folder.join(INDEX))?;
    let html = from_everywhere(&html, base, &files(folder)?);
    let html = policy::written_into(&html)?;
    write(folder, INDEX, &html)?;
    write(folder, NOT_FOUND, &html)?;
    worker::write(folder)?;
    let headers = Headers::new(base, &policy::of_page(&html), &files(folder)?, &named);
    write(folder, headers::FILE, &headers.to_string())
}

/// Adds the base to links by a bare name, which the document has to files that trunk copies without a hash: a host
/// shows the document for unknown paths, too, however deep they are.
fn from_everywhere(html: &str, base: &Base, files: &[String]) -> String {
    files.iter().fold(html.to_owned(), |html, file| {
        let unrooted = format!(" href=\"{file}\"");
        html.replace(&unrooted, &format!(" href=\"{base}{file}\""))
    })
}

fn write(folder: &Path, name: &str, text: &str) -> Result<()> {
    let path = folder.join(name);
    disk::write(&path, text)
}

/// A trunk command which finds the project's own tools before any others.
///
/// # Errors
///
/// When a tool is missing.
pub(crate) fn trunk(toolbox: &Toolbox) -> Result<Command> {
    let path = toolbox.trunk().path()?;
    let mut trunk = process::in_root(path);
    trunk
        .env("PATH", toolbox.search_path()?)
        .env(flags::VARIABLE, flags::for_the_page())
        // trunk reads this variable as an option, and accepts only `true` or `false`, not the usual `1`.
        .env_remove("NO_COLOR");
    Ok(trunk)
}

/// All files below a folder, sorted, as paths relative to it with forward slashes.
///
/// # Errors
///
/// When a folder can't be read.
pub(crate) fn files(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut waiting = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = waiting.pop() {
        let entries = fs::read_dir(&folder)
            .with_context(|| format!("could not read {}", folder.display()))?;
        for entry in entries {
            let entry = entry.with_context(|| format!("could not read {}", folder.display()))?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                waiting.push((entry.path(), format!("{name}/")));
            } else {
                found.push(name);
            }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bare_names_are_found_from_everywhere() {
        let base = Base::parse("/x/").unwrap();
        let html =
            r#"<link rel="manifest" href="a.webmanifest"><link href="/x/b.css"><a href="c">"#;
        let files = ["a.webmanifest", "b.css"].map(str::to_owned);
        assert_eq!(
            from_everywhere(html, &base, &files),
            r#"<link rel="manifest" href="/x/a.webmanifest"><link href="/x/b.css"><a href="c">"#
        );
    }

    #[test]
    fn a_finished_page_has_true_names_headers_and_an_answer_to_unknown_paths() {
        let folder = std::env::temp_dir().join(format!("limber-page-{}", std::process::id()));
        fs::create_dir_all(folder.join("snippets")).unwrap();
        write(&folder, "limber-0123456789abcdef.js", "run()").unwrap();
        write(&folder, "snippets/inline0.js", "shim()").unwrap();
        let html = "<meta charset=\"utf-8\" />\
                    <script type=module>import '/x/limber-0123456789abcdef.js'</script>";
        write(&folder, INDEX, html).unwrap();

        finish(&Base::parse("/x/").unwrap(), &folder).unwrap();

        let names = files(&folder).unwrap();
        let [not_found, headers_file, index, script, snippet, worker] = names.as_slice() else {
            panic!("six files are expected: {names:?}");
        };
        assert_eq!(
            [not_found.as_str(), headers_file, index, snippet, worker],
            [
                NOT_FOUND,
                headers::FILE,
                INDEX,
                "snippets/inline0.js",
                worker::FILE
            ]
        );
        let html = fs::read_to_string(folder.join(INDEX)).unwrap();
        assert!(html.contains(&format!("'/x/{script}'")), "{html}");
        assert_eq!(fs::read_to_string(folder.join(NOT_FOUND)).unwrap(), html);
        let headers = fs::read_to_string(folder.join(headers::FILE)).unwrap();
        assert!(headers.contains(&format!("/x/{script}\n")), "{headers}");
        assert!(headers.contains(&policy::of_page(&html)), "{headers}");
        fs::remove_dir_all(folder).unwrap();
    }
}
