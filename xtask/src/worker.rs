//! Writes the service worker: `public/sw.js` with lists of the built files.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::{compress, disk, fingerprint, page, parts, project};

/// The worker's file name, which never changes: browsers fetch it to learn of a new version.
pub(crate) const FILE: &str = "sw.js";

/// The placeholder for the version in the source.
const VERSION: &str = "const VERSION = \"\";";
/// The declaration of the files that a first visit needs, empty in the source.
const FILES: &str = "const FILES = {";
/// The same for those that are only fetched once somebody uses the page.
const ON_DEMAND: &str = "const ON_DEMAND = {";
/// The end of both.
const END: &str = "};";

/// The folder of pictures for app stores and install dialogues, which aren't part of the page.
pub(crate) const FOR_SHOW: &str = "screenshots/";

/// Writes the worker for a built folder into it.
///
/// # Errors
///
/// When a file can't be read or written, or the source lacks a placeholder.
pub(crate) fn write(folder: &Path) -> Result<()> {
    let source = project::root().join("public").join(FILE);
    let source = disk::text(&source)?;
    let worker = listing(&source, &files(folder)?)?;
    let path = folder.join(FILE);
    disk::write(&path, worker)
}

/// Each file that the worker stores, by its path below the scope, with its integrity.
fn files(folder: &Path) -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for name in page::files(folder)? {
        if name == FILE || name.starts_with(FOR_SHOW) || compress::is_for_the_host(&name) {
            continue;
        }
        let path = folder.join(&name);
        let content = disk::bytes(&path)?;
        let integrity = format!("sha256-{}", STANDARD.encode(Sha256::digest(content)));
        // Hosts redirect `index.html` to its folder.
        let path = if name == page::INDEX { "./" } else { &name };
        files.push((path.to_owned(), integrity));
    }
    Ok(files)
}

/// The source with the lists, and with a version that changes whenever a file or the worker itself does.
fn listing(source: &str, files: &[(String, String)]) -> Result<String> {
    let (on_demand, needed): (Vec<_>, Vec<_>) = files
        .iter()
        .partition(|(path, _)| path.starts_with(parts::ON_DEMAND));
    let mut filled = source.to_owned();
    for (declaration, files) in [(FILES, needed), (ON_DEMAND, on_demand)] {
        let empty = once(source, &format!("{declaration}{END}"))?;
        let mut list = format!("{declaration}\n");
        for (path, integrity) in files {
            // Writing to a string never fails.
            let _ = writeln!(list, "  {path:?}: \"{integrity}\",");
        }
        list.push_str(END);
        filled = filled.replace(&empty, &list);
    }
    let version = fingerprint::of(filled.as_bytes());
    let empty = once(source, VERSION)?;
    Ok(filled.replace(&empty, &format!("const VERSION = \"{version}\";")))
}

/// A placeholder, which the source must have exactly once.
fn once(source: &str, placeholder: &str) -> Result<String> {
    ensure!(
        source.matches(placeholder).count() == 1,
        "public/{FILE} must have the line `{placeholder}` once"
    );
    Ok(placeholder.to_owned())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const SOURCE: &str = "const VERSION = \"\";\nconst FILES = {};\nconst ON_DEMAND = {};\ngo();\n";

    #[test]
    fn the_worker_lists_what_the_page_is_made_of_and_nothing_else() {
        let folder = std::env::temp_dir().join(format!("limber-worker-{}", std::process::id()));
        fs::create_dir_all(folder.join("screenshots")).unwrap();
        for name in [
            "index.html",
            "404.html",
            "_headers",
            "app.js",
            "app.js.br",
            "sw.js",
            "screenshots/wide.png",
        ] {
            fs::write(folder.join(name), "go()").unwrap();
        }
        let paths: Vec<String> = files(&folder).unwrap().into_iter().map(|it| it.0).collect();
        assert_eq!(paths, ["app.js", "./"]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn any_other_content_is_another_version() {
        let list = |hash: &str| {
            let files = [("./", "sha256-0"), ("on-demand-1.wasm", hash)];
            let files = files.map(|(path, hash)| (path.to_owned(), hash.to_owned()));
            listing(SOURCE, &files).unwrap()
        };
        let one = list("sha256-1");
        assert!(
            one.contains(
                "const FILES = {\n  \"./\": \"sha256-0\",\n};\n\
                 const ON_DEMAND = {\n  \"on-demand-1.wasm\": \"sha256-1\",\n};\ngo();"
            ),
            "{one}"
        );
        let version = |worker: &str| worker.lines().next().map(str::to_owned);
        assert_eq!(version(&one), version(&list("sha256-1")));
        assert_ne!(version(&one), version(&list("sha256-2")));
        assert!(listing("go();", &[]).is_err());
    }
}
