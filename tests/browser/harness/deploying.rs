//! A host on which new versions are deployed.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use crate::Site;
use crate::site::built_page;

/// The document of the built page, and the worker, which lists the document's hash.
const DOCUMENT: &str = "index.html";
const WORKER: &str = "sw.js";
/// What begins the worker's list of parts that are loaded on demand.
const ON_DEMAND: &str = "const ON_DEMAND = {";

/// A copy of the built page on its own host, to be replaced by newer versions.
#[derive(Debug)]
pub struct Deployment {
    /// The host.
    pub site: Site,
    folder: TempDir,
}

impl Deployment {
    /// Deploys the built page.
    ///
    /// # Errors
    /// When there is no built page, or it cannot be copied or served.
    pub fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        copy(&built_page()?, folder.path())?;
        let site = Site::of_folder(folder.path())?;
        Ok(Self { site, folder })
    }

    /// Replaces it by a newer version, marked by `data-version` on the document's root.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn replace(&self, mark: &str) -> Result<()> {
        self.put_worker(mark)?;
        self.put_document(mark)
    }

    /// Replaces it by a newer version that has none of the parts which are loaded on demand, and removes these from the
    /// host, as many hosts do with whatever is no longer part of the page.
    ///
    /// # Errors
    /// As [`Self::replace`], and when a file cannot be removed.
    pub fn replace_and_remove(&self, mark: &str) -> Result<()> {
        let worker = self.read(WORKER)?;
        let (before, list) = worker.split_once(ON_DEMAND).context("a list")?;
        let (_, after) = list.split_once("};").context("the list's end")?;
        self.write(WORKER, &format!("{before}{ON_DEMAND}}};{after}"))?;
        for entry in fs::read_dir(self.folder.path())? {
            let entry = entry?;
            if entry
                .file_name()
                .to_string_lossy()
                .starts_with("on-demand-")
            {
                fs::remove_file(entry.path())?;
            }
        }
        self.replace(mark)
    }

    /// Deploys only the worker of that version, as a host does which is slow to copy the rest.
    ///
    /// # Errors
    /// As [`Self::replace`].
    pub fn put_worker(&self, mark: &str) -> Result<()> {
        let (before, after) = (self.read(DOCUMENT)?, self.marked(mark)?);
        let worker = self.read(WORKER)?;
        let known = integrity(&before);
        ensure!(
            worker.contains(&known),
            "{WORKER} does not list the document as it is"
        );
        self.write(
            WORKER,
            &renamed(&worker.replace(&known, &integrity(&after)), mark)?,
        )
    }

    /// Deploys the document of that version.
    ///
    /// # Errors
    /// As [`Self::replace`].
    pub fn put_document(&self, mark: &str) -> Result<()> {
        let document = self.marked(mark)?;
        self.site.will_serve(&document);
        self.write(DOCUMENT, &document)
    }

    fn marked(&self, mark: &str) -> Result<String> {
        let html = self.read(DOCUMENT)?;
        let (before, after) = html.split_once("<html").context("a document")?;
        let after = after.split_once("lang=").context("a language")?.1;
        Ok(format!(
            "{before}<html data-version=\"{mark}\" lang={after}"
        ))
    }

    fn read(&self, name: &str) -> Result<String> {
        fs::read_to_string(self.folder.path().join(name)).with_context(|| name.to_owned())
    }

    fn write(&self, name: &str, text: &str) -> Result<()> {
        fs::write(self.folder.path().join(name), text).with_context(|| name.to_owned())
    }
}

/// The worker's text with another version.
fn renamed(worker: &str, mark: &str) -> Result<String> {
    const BEFORE: &str = "const VERSION = \"";
    let (before, after) = worker.split_once(BEFORE).context("a version")?;
    let after = after.split_once('"').context("a version")?.1;
    Ok(format!("{before}{BEFORE}{mark}\"{after}"))
}

/// The hash by which the worker knows a file.
pub(crate) fn integrity(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&target)?;
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
