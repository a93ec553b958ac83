//! Packages of Debian and its descendants.

use std::process::Command;

use anyhow::{Result, ensure};

use super::tool::is_on_path;
use crate::process;

/// Whether this system has Debian's package manager.
pub(super) fn is_here() -> bool {
    is_on_path("apt-get") && is_on_path("dpkg-query")
}

/// Whether all these packages are installed.
pub(super) fn has(packages: &[&str]) -> bool {
    let mut question = Command::new("dpkg-query");
    question
        .args(["--show", "--showformat=${db:Status-Status}\n"])
        .args(packages);
    // It fails when it doesn't know one of the packages.
    process::output(&mut question).is_ok_and(|answer| all_installed(&answer, packages.len()))
}

/// Whether an answer with one status a line says that this many packages are installed.
fn all_installed(answer: &str, count: usize) -> bool {
    answer.lines().filter(|line| *line == "installed").count() >= count
}

/// Installs packages, as root or through sudo.
///
/// # Errors
///
/// When neither is possible, with the command to type; or when apt-get fails.
pub(super) fn install(packages: &[&str]) -> Result<()> {
    let root = process::output(Command::new("id").arg("-u"))?.trim() == "0";
    ensure!(
        root || is_on_path("sudo"),
        "this needs root's rights and there is no sudo; as root, type: apt-get install \
         --no-install-recommends {}",
        packages.join(" ")
    );
    process::run(apt_get(root).arg("update"))?;
    let mut install = apt_get(root);
    install
        .args(["install", "--yes", "--no-install-recommends"])
        .args(packages);
    Ok(process::run(&mut install)?)
}

/// An apt-get command that asks no questions. The setting goes through `env`, because sudo drops variables by default.
fn apt_get(root: bool) -> Command {
    let mut command = Command::new(if root { "env" } else { "sudo" });
    if !root {
        command.arg("env");
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_package_that_is_only_half_there_counts_as_missing() {
        assert!(all_installed("installed\ninstalled\n", 2));
        assert!(!all_installed("installed\nconfig-files\n", 2));
        assert!(!all_installed("installed\n", 2));
        assert!(!all_installed("not-installed\nnot-installed\n", 2));
    }
}
