//! A program or package of one exact version, and where it is.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::process;

/// A tool of one exact version, either on the PATH or in the tools folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tool {
    /// The name of its package in the registry.
    pub(crate) package: &'static str,
    pub(crate) version: String,
    /// The folder for this version of this tool alone.
    pub(crate) home: PathBuf,
    /// The file below `home` whose presence means that the tool is installed.
    pub(crate) file: PathBuf,
    /// The program's name, for a tool that may also come from the PATH; it must support `--version`.
    pub(crate) program: Option<&'static str>,
}

impl Tool {
    /// Finds the tool: on the PATH if the version there is right, or else in its own folder.
    pub(crate) fn find(&self) -> Option<PathBuf> {
        self.on_path().or_else(|| self.at_home())
    }

    /// The path of a tool that was set up.
    ///
    /// # Errors
    ///
    /// When it is missing.
    pub(crate) fn path(&self) -> Result<PathBuf> {
        let missing = || {
            let (package, version) = (&self.package, &self.version);
            format!(
                "{package} {version} is gone since it was set up; type the same again to install it"
            )
        };
        self.find().with_context(missing)
    }

    /// Whether the tool is there and works. A program in its own folder is asked for its version, too, since the folder
    /// may have been filled by hand, or copied from another machine.
    pub(super) fn is_sound(&self) -> bool {
        self.on_path().is_some() || self.at_home().is_some_and(|path| self.is_version_of(&path))
    }

    /// Whether this program runs and has the tool's version; `true` for a tool which can't be asked.
    pub(super) fn is_version_of(&self, program: &Path) -> bool {
        self.program.is_none()
            || process::output(Command::new(program).arg("--version"))
                .is_ok_and(|answer| names_version(&answer, &self.version))
    }

    fn on_path(&self) -> Option<PathBuf> {
        let found = find_program(self.program?, &env::var_os("PATH")?)?;
        self.is_version_of(&found).then_some(found)
    }

    /// The folder to add to the front of the PATH for this tool, or `None` if the PATH has it already. It is always the
    /// tool's own folder, which holds no other versions.
    pub(crate) fn own_folder(&self) -> Option<PathBuf> {
        if self.on_path().is_some() {
            return None;
        }
        self.at_home()?.parent().map(Path::to_owned)
    }

    fn at_home(&self) -> Option<PathBuf> {
        let path = self.home.join(&self.file);
        path.is_file().then_some(path)
    }
}

/// Finds a program on a search path, as a shell would.
pub(crate) fn find_program(program: &str, search_path: &OsStr) -> Option<PathBuf> {
    let names = spellings(program);
    env::split_paths(search_path)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|path| is_executable(path))
}

/// Whether a program is on this process's PATH, in any version.
pub(crate) fn is_on_path(program: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| find_program(program, &path).is_some())
}

/// The file names a program may have: Windows adds an extension.
pub(crate) fn spellings(program: &str) -> Vec<String> {
    if cfg!(windows) {
        vec![format!("{program}.exe"), format!("{program}.cmd")]
    } else {
        vec![program.to_owned()]
    }
}

#[cfg(unix)]
fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata()
        .is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(path: &Path) -> bool {
    path.is_file()
}

/// Whether the answer to `--version` has exactly this version, as a whole word.
fn names_version(answer: &str, version: &str) -> bool {
    answer.split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_counts_only_as_a_whole_word() {
        assert!(names_version("trunk 0.21.14\n", "0.21.14"));
        assert!(names_version("wasm-opt version 132 (version_132)", "132"));
        assert!(names_version("wasm-bindgen 0.2.130", "0.2.130"));
        assert!(!names_version("trunk 0.21.1", "0.21.14"));
        assert!(!names_version("trunk 0.21.14-rc.1", "0.21.14"));
        assert!(!names_version("wasm-opt version 108", "132"));
    }

    #[test]
    fn a_tool_is_taken_from_its_own_folder_once_its_file_is_there() {
        let home = env::temp_dir().join(format!("limber-tool-{}", std::process::id()));
        let tool = Tool {
            package: "cushion",
            version: "1.0".to_owned(),
            home: home.clone(),
            file: PathBuf::from("bin/no-such-program-of-limber"),
            program: Some("no-such-program-of-limber"),
        };
        assert_eq!(tool.find(), None);
        std::fs::create_dir_all(home.join("bin")).unwrap();
        std::fs::write(home.join(&tool.file), "").unwrap();
        assert_eq!(tool.find(), Some(home.join(&tool.file)));
        std::fs::remove_dir_all(home).unwrap();
    }

    #[test]
    fn only_a_tool_that_the_path_does_not_bring_needs_its_own_folder_there() {
        let answer = process::output(Command::new("cargo").arg("--version")).unwrap();
        let version = answer.split_whitespace().nth(1).unwrap();
        let home = env::temp_dir().join(format!("limber-own-{}", std::process::id()));
        let cargo = |version: &str| Tool {
            package: "cargo",
            version: version.to_owned(),
            home: home.clone(),
            file: PathBuf::from("bin/cargo"),
            program: Some("cargo"),
        };
        std::fs::create_dir_all(home.join("bin")).unwrap();
        std::fs::write(home.join("bin/cargo"), "").unwrap();

        assert_eq!(cargo(version).own_folder(), None);
        assert_eq!(cargo("0.0.0").own_folder(), Some(home.join("bin")));
        std::fs::remove_dir_all(home).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn the_first_executable_file_on_the_path_is_the_program() {
        let folder = env::temp_dir().join(format!("limber-path-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("sh")).unwrap();
        let path = env::join_paths([folder.as_path(), Path::new("/bin")]).unwrap();
        assert_eq!(find_program("sh", &path), Some(PathBuf::from("/bin/sh")));
        assert_eq!(find_program("no-such-program-of-limber", &path), None);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
