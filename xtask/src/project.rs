//! The project's folders, and the versions in its lock file.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::disk;
use crate::process;

/// The root of the checkout.
pub(crate) fn root() -> &'static Path {
    let member = Path::new(env!("CARGO_MANIFEST_DIR"));
    member.parent().unwrap_or(member)
}

/// The default folder for the built page.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The program as cargo compiled it for the page, before any processing.
///
/// # Errors
///
/// When cargo does not tell its target folder.
pub(crate) fn compiled() -> Result<PathBuf> {
    Ok(target_folder()?.join("wasm32-unknown-unknown/release/limber.wasm"))
}

/// Cargo's target folder, which can be configured in several ways.
fn target_folder() -> Result<PathBuf> {
    let mut cargo = process::cargo();
    cargo.args(["metadata", "--format-version=1", "--no-deps", "--offline"]);
    let told: serde_json::Value = serde_json::from_str(&process::output(&mut cargo)?)?;
    let folder = told["target_directory"].as_str();
    Ok(folder.context("cargo names no target folder")?.into())
}

/// The version of a package in the project's lock file.
///
/// # Errors
///
/// When the lock file can't be read, or does not have that package.
pub(crate) fn locked_version(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock = disk::text(&path)?;
    version_in_lock(&lock, package)
        .with_context(|| format!("{} holds no package `{package}`", path.display()))
}

/// Finds a package's version in the text of a lock file; of several, the first.
///
/// Cargo writes `name` and `version` on two lines in this order, in every format of the file so far, so no TOML parser
/// is needed.
fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| line.trim() == name)?;
    let version = lines.next()?.trim().strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "\
version = 4

[[package]]
name = \"wasm-bindgen-futures\"
version = \"0.4.73\"
dependencies = [
 \"wasm-bindgen\",
]

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
";

    #[test]
    fn a_package_is_found_by_its_whole_name() {
        assert_eq!(
            version_in_lock(LOCK, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
        assert_eq!(version_in_lock(LOCK, "wasm"), None);
        assert_eq!(version_in_lock("", "wasm-bindgen"), None);
    }

    #[test]
    fn the_lock_file_of_the_project_names_wasm_bindgen() {
        let version = locked_version("wasm-bindgen").unwrap();
        assert_eq!(version.split('.').count(), 3, "{version}");
    }
}
