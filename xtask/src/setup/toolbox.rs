//! The project's tools with their versions, and the folder where they are.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::tool::{Tool, spellings};
use crate::project;

const TRUNK: &str = "0.21.14";
/// npm's version of Binaryen; `Trunk.toml` requires the same.
const BINARYEN: &str = "132";
const ESBUILD: &str = "0.28.2";
const WASM_SPLIT: &str = "0.2.4";
const CARGO_DENY: &str = "0.20.2";
const AXE: &str = "4.14.1";
const GECKODRIVER: &str = "0.37.1";
/// The latest version that runs on the Node.js of Debian 12: version 13 needs Node.js 22.19.
const LIGHTHOUSE: &str = "12.2.3";

/// The tools folder of this machine, and the versions that the project needs.
#[derive(Debug, Clone)]
pub(crate) struct Toolbox {
    folder: PathBuf,
    /// trunk requires the CLI to have the same version as the crate.
    wasm_bindgen: String,
}

impl Toolbox {
    /// The toolbox according to this machine's environment and the project's lock file.
    ///
    /// # Errors
    ///
    /// When there is no place for the folder, or the lock file does not have wasm-bindgen.
    pub(crate) fn open() -> Result<Self> {
        let folder = folder(|name| env::var_os(name))
            .context("no folder for tools: set LIMBER_TOOLS to one")?;
        Ok(Self {
            folder: std::path::absolute(folder)?,
            wasm_bindgen: project::locked_version("wasm-bindgen")?,
        })
    }

    pub(crate) fn trunk(&self) -> Tool {
        self.program("trunk", "trunk", TRUNK, "trunk")
    }

    pub(crate) fn wasm_bindgen(&self) -> Tool {
        self.program(
            "wasm-bindgen-cli",
            "wasm-bindgen",
            &self.wasm_bindgen,
            "wasm-bindgen",
        )
    }

    /// The splitter for `leptos::wasm_split`. It has no `--version`.
    pub(crate) fn wasm_split(&self) -> Tool {
        Tool {
            program: None,
            ..self.program(
                "wasm_split_cli_support",
                "wasm-split",
                WASM_SPLIT,
                "wasm-split-cli",
            )
        }
    }

    pub(crate) fn wasm_opt(&self) -> Tool {
        Tool {
            program: Some("wasm-opt"),
            ..self.scripted("binaryen", BINARYEN, &[".bin", &script("wasm-opt")])
        }
    }

    /// Minifies JavaScript and CSS.
    pub(crate) fn esbuild(&self) -> Tool {
        self.scripted("esbuild", ESBUILD, &[".bin", &script("esbuild")])
    }

    /// The accessibility checker, a script that the browser tests run in the page.
    pub(crate) fn axe(&self) -> Tool {
        self.scripted("axe-core", AXE, &["axe-core", "axe.min.js"])
    }

    /// The driver of Firefox, which Debian does not package.
    pub(crate) fn geckodriver(&self) -> Tool {
        self.program("geckodriver", "geckodriver", GECKODRIVER, "geckodriver")
    }

    /// Checks the licences, sources and bans of all dependencies.
    pub(crate) fn cargo_deny(&self) -> Tool {
        self.program("cargo-deny", "cargo-deny", CARGO_DENY, "cargo-deny")
    }

    /// Scores a page; a script for Node.js.
    pub(crate) fn lighthouse(&self) -> Tool {
        self.scripted("lighthouse", LIGHTHOUSE, &["lighthouse", "cli", "index.js"])
    }

    /// The PATH for trunk: the tools' own folders come first, because trunk takes the first program of a name. A tool
    /// that is on the PATH already stays where it is: moving its folder forwards would move everything else in there.
    ///
    /// # Errors
    ///
    /// When a tool is missing, or a folder's name can't be part of a PATH.
    pub(crate) fn search_path(&self) -> Result<OsString> {
        let mut folders = Vec::new();
        for tool in [self.wasm_opt(), self.wasm_bindgen(), self.trunk()] {
            tool.path()?;
            folders.extend(tool.own_folder());
        }
        let before = env::var_os("PATH").unwrap_or_default();
        folders.extend(env::split_paths(&before));
        Ok(env::join_paths(folders)?)
    }

    /// A program written in Rust.
    fn program(
        &self,
        package: &'static str,
        name: &str,
        version: &str,
        program: &'static str,
    ) -> Tool {
        let file = PathBuf::from("bin").join(&spellings(program)[0]);
        Tool {
            package,
            version: version.to_owned(),
            home: self.folder.join(format!("{name}-{version}")),
            file,
            program: Some(program),
        }
    }

    fn scripted(&self, package: &'static str, version: &str, file: &[&str]) -> Tool {
        let below = PathBuf::from("node_modules");
        Tool {
            package,
            version: version.to_owned(),
            home: self.folder.join(format!("{package}-{version}")),
            file: file.iter().fold(below, |path, part| path.join(part)),
            program: None,
        }
    }
}

/// The file with which npm starts a package's program.
fn script(program: &str) -> String {
    if cfg!(windows) {
        format!("{program}.cmd")
    } else {
        program.to_owned()
    }
}

/// The tools folder according to the environment. An empty variable counts as unset.
fn folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let set = |name| {
        variable(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let cache = || {
        if cfg!(windows) {
            set("LOCALAPPDATA")
        } else {
            set("XDG_CACHE_HOME").or_else(|| set("HOME").map(|home| home.join(".cache")))
        }
    };
    set("LIMBER_TOOLS").or_else(|| cache().map(|folder| folder.join("limber-tools")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_with(settings: &[(&str, &str)]) -> Option<PathBuf> {
        folder(|name| {
            settings
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| OsString::from(value))
        })
    }

    #[cfg(unix)]
    #[test]
    fn the_folder_that_is_named_most_clearly_wins() {
        let all = [
            ("LIMBER_TOOLS", "/tools"),
            ("XDG_CACHE_HOME", "/cache"),
            ("HOME", "/home/ada"),
        ];
        let folder = |settings| folder_with(settings).unwrap();
        assert_eq!(folder(&all), PathBuf::from("/tools"));
        assert_eq!(folder(&all[1..]), PathBuf::from("/cache/limber-tools"));
        assert_eq!(
            folder(&all[2..]),
            PathBuf::from("/home/ada/.cache/limber-tools")
        );
        assert_eq!(
            folder(&[("LIMBER_TOOLS", ""), ("HOME", "/home/ada")]),
            PathBuf::from("/home/ada/.cache/limber-tools")
        );
        assert_eq!(folder_with(&[]), None);
    }

    #[test]
    fn each_version_has_a_folder_of_its_own() {
        let toolbox = Toolbox {
            folder: PathBuf::from("tools"),
            wasm_bindgen: "0.2.130".to_owned(),
        };
        let homes = [
            toolbox.trunk(),
            toolbox.wasm_bindgen(),
            toolbox.wasm_split(),
            toolbox.wasm_opt(),
            toolbox.esbuild(),
            toolbox.axe(),
            toolbox.geckodriver(),
            toolbox.lighthouse(),
        ]
        .map(|tool| tool.home.file_name().unwrap().to_owned());
        assert_eq!(
            homes,
            [
                "trunk-0.21.14",
                "wasm-bindgen-0.2.130",
                "wasm-split-0.2.4",
                "binaryen-132",
                "esbuild-0.28.2",
                "axe-core-4.14.1",
                "geckodriver-0.37.1",
                "lighthouse-12.2.3"
            ]
        );
    }

    #[test]
    fn trunk_is_told_to_accept_only_the_wasm_opt_that_is_installed_here() {
        let settings = std::fs::read_to_string(project::root().join("Trunk.toml")).unwrap();
        assert!(settings.contains(&format!("wasm_opt = \"version_{BINARYEN}\"")));
    }
}
