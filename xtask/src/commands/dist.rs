//! `cargo xtask dist`: a folder for a static host.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::base::Base;
use crate::compress;
use crate::headers;
use crate::page::CompiledPage;
use crate::project;
use crate::setup;
use crate::setup::toolbox::Toolbox;
use crate::stages::{self, Stage};

/// Writes the deployable folder. `out` is relative to the caller's working directory.
///
/// # Errors
///
/// When the set-up or the build fails, or `out` holds anything else.
pub(crate) fn run(base: &Base, out: Option<&Path>) -> Result<()> {
    let folder = chosen(out)?;
    let toolbox = Toolbox::open()?;
    stages::carry_out(vec![
        Stage::new("Setting up what is missing", || {
            setup::for_the_page(&toolbox)
        }),
        Stage::new(format!("Building the page for {base}"), || {
            CompiledPage::build(&toolbox)?.put(base, &folder)
        }),
        Stage::new("Compressing", || compress::write_twins(&folder)),
    ])?;
    println!("\nReady to deploy under {base}: {}", folder.display());
    Ok(())
}

/// The folder to write, after checking that it holds nothing else: the build clears it.
fn chosen(out: Option<&Path>) -> Result<PathBuf> {
    let Some(out) = out else {
        return Ok(project::dist());
    };
    let folder =
        std::path::absolute(out).with_context(|| format!("`dist --out {}`", out.display()))?;
    ensure!(
        is_free(&folder)?,
        "{} holds something that `cargo xtask dist` did not write; name an empty or a new folder",
        folder.display()
    );
    Ok(folder)
}

fn is_free(folder: &Path) -> Result<bool> {
    if !folder.exists() || folder.join(headers::FILE).is_file() {
        return Ok(true);
    }
    let problem = || format!("could not read {}", folder.display());
    let mut entries = fs::read_dir(folder).with_context(problem)?;
    Ok(entries.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_new_an_empty_or_an_earlier_folder_is_written_to() {
        let parent = std::env::temp_dir().join(format!("limber-out-{}", std::process::id()));
        let (empty, other, earlier) = (
            parent.join("empty"),
            parent.join("other"),
            parent.join("earlier"),
        );
        for folder in [&empty, &other, &earlier] {
            fs::create_dir_all(folder).unwrap();
        }
        fs::write(other.join("letter.txt"), "dear").unwrap();
        fs::write(earlier.join(headers::FILE), "").unwrap();

        assert!(chosen(Some(&parent.join("new"))).is_ok());
        assert!(chosen(Some(&empty)).is_ok());
        assert!(chosen(Some(&earlier)).is_ok());
        assert!(chosen(Some(&other)).is_err());
        assert!(chosen(Some(&other.join("letter.txt"))).is_err());
        fs::remove_dir_all(parent).unwrap();
    }
}
