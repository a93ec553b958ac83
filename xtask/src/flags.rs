//! The flags with which rustc compiles the page.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The variable that passes them to cargo. Unlike `RUSTFLAGS` it allows spaces in paths.
pub(crate) const VARIABLE: &str = "CARGO_ENCODED_RUSTFLAGS";

const SEPARATOR: &str = "\x1f";

/// The flags, in the format of [`VARIABLE`].
pub(crate) fn for_the_page() -> String {
    // Leptos gives every view its own type, and compiles what draws it for each. Erased, they share one: the page is a
    // tenth smaller, and drawn no slower than can be noticed.
    let mut flags = vec!["--cfg=erase_components".to_owned()];
    let sources = cargo_home().map(|home| folders_of_sources(&home));
    // A panic names its source file. The page should not reveal who built it where.
    flags.extend(sources.into_iter().flatten().map(|sources| {
        let sources = sources.display();
        format!("--remap-path-prefix={sources}=dependencies")
    }));
    flags.join(SEPARATOR)
}

/// The flags for a page that [`crate::parts`] splits.
pub(crate) fn for_parts() -> String {
    [
        &for_the_page(),
        // Enables the split points in the code.
        "--cfg=parts",
        // Needed to move functions and data.
        "-Clink-arg=--emit-relocs",
    ]
    .join(SEPARATOR)
}

/// The folders in which cargo has the sources of dependencies, one for each registry.
fn folders_of_sources(cargo_home: &Path) -> Vec<PathBuf> {
    // Without this folder nothing has been downloaded yet.
    let Ok(registries) = fs::read_dir(cargo_home.join("registry").join("src")) else {
        return Vec::new();
    };
    let mut folders: Vec<_> = registries.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders
}

fn cargo_home() -> Option<PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(env::home_dir()?.join(".cargo")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sources_of_every_registry_are_found() {
        let home = env::temp_dir().join(format!("limber cargo {}", std::process::id()));
        let sources = home.join("registry").join("src");
        fs::create_dir_all(sources.join("mirror-2")).unwrap();
        fs::create_dir_all(sources.join("crates-1")).unwrap();

        let found = folders_of_sources(&home);

        assert_eq!(found, [sources.join("crates-1"), sources.join("mirror-2")]);
        fs::remove_dir_all(&home).unwrap();
        assert!(folders_of_sources(&home).is_empty());
    }
}
