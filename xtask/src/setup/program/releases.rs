//! Pinned releases of programs, with the checksums of their archives.
//!
//! No checksum was taken from a server's download: each is pinned for this very archive by at least two unrelated
//! public projects. What isn't listed is compiled: nobody has pinned the release of our wasm-bindgen yet, and the
//! splitter has no releases.

use std::env::consts::{ARCH, OS};

use crate::setup::tool::Tool;

/// An archive that contains a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Archive {
    pub(super) address: String,
    /// In lower-case hexadecimal.
    pub(super) sha256: String,
}

impl Archive {
    /// The archive's file name.
    pub(super) fn name(&self) -> &str {
        self.address.rsplit('/').next().unwrap_or(&self.address)
    }
}

/// A release of one version.
struct Release {
    package: &'static str,
    version: &'static str,
    /// The beginning of the archives' addresses.
    folder: &'static str,
    archives: &'static [Pin],
}

/// One archive of a release.
struct Pin {
    /// The system and the processor, as [`OS`] and [`ARCH`] name them.
    machine: (&'static str, &'static str),
    name: &'static str,
    sha256: &'static str,
}

const RELEASES: [Release; 3] = [
    Release {
        package: "trunk",
        version: "0.21.14",
        folder: "https://github.com/trunk-rs/trunk/releases/download/v0.21.14/",
        // For Linux, the build that does not depend on the C library's version.
        archives: &[
            Pin {
                machine: ("linux", "x86_64"),
                name: "trunk-x86_64-unknown-linux-musl.tar.gz",
                sha256: "a67f4054b249fe9acc5fabc25de1aebf19783aca3ad6ff64bf34d7da44d0ea20",
            },
            Pin {
                machine: ("linux", "aarch64"),
                name: "trunk-aarch64-unknown-linux-musl.tar.gz",
                sha256: "e8e2a2bb423ce6702ab9f4f02f8c9ae99d790f0301f7634e986b2dd8706019cc",
            },
            Pin {
                machine: ("macos", "x86_64"),
                name: "trunk-x86_64-apple-darwin.tar.gz",
                sha256: "f1ba0e3bbe24e0ae219c6d22c33e24e2825c1608dd27c2556e323495110f1a95",
            },
            Pin {
                machine: ("macos", "aarch64"),
                name: "trunk-aarch64-apple-darwin.tar.gz",
                sha256: "764e299dd50d89442a4e96a236349f57961984b701e74d3dbdb39cd1c9f5101e",
            },
            Pin {
                machine: ("windows", "x86_64"),
                name: "trunk-x86_64-pc-windows-msvc.zip",
                sha256: "cd6ac15b9daff0365e5695036791ef2ce3c63f61c014f5a8c532363266e4569c",
            },
        ],
    },
    Release {
        package: "geckodriver",
        version: "0.37.1",
        folder: "https://github.com/mozilla/geckodriver/releases/download/v0.37.1/",
        archives: &[
            Pin {
                machine: ("linux", "x86_64"),
                name: "geckodriver-v0.37.1-linux64.tar.gz",
                sha256: "e815130ea95983e162ae91843b48d3a3ce991735635fce83a647afde21e09f7e",
            },
            Pin {
                machine: ("linux", "aarch64"),
                name: "geckodriver-v0.37.1-linux-aarch64.tar.gz",
                sha256: "8fd90b951422fbad5b56539fb344dff66eb3f986d615d8d6fde9f1f62dad610c",
            },
            Pin {
                machine: ("macos", "aarch64"),
                name: "geckodriver-v0.37.1-macos-aarch64.tar.gz",
                sha256: "d02b3f7003f999caf90974a2ef5da0286c05d01cee19112c86846d759fdba4f5",
            },
            Pin {
                machine: ("windows", "x86_64"),
                name: "geckodriver-v0.37.1-win64.zip",
                sha256: "dfed9315abe8d2fbc1b6161a2ee8002452e79cf05ee92fdc653a4e26bc35edd8",
            },
        ],
    },
    Release {
        package: "cargo-deny",
        version: "0.20.2",
        folder: "https://github.com/EmbarkStudios/cargo-deny/releases/download/0.20.2/",
        archives: &[
            Pin {
                machine: ("linux", "x86_64"),
                name: "cargo-deny-0.20.2-x86_64-unknown-linux-musl.tar.gz",
                sha256: "9f12ed4c49936e09b48bf862b595cde2fe64fcbd9d74dfacac6131ca824c8d5f",
            },
            Pin {
                machine: ("linux", "aarch64"),
                name: "cargo-deny-0.20.2-aarch64-unknown-linux-musl.tar.gz",
                sha256: "995c82be0defc7a025cae49a2aa2644ce8245c9a3318fc4103907c6a285e8c7d",
            },
            Pin {
                machine: ("macos", "x86_64"),
                name: "cargo-deny-0.20.2-x86_64-apple-darwin.tar.gz",
                sha256: "248da7f581724e470071990c088ffc55c811981715f4cbdb258621fb79f8b7a6",
            },
            Pin {
                machine: ("macos", "aarch64"),
                name: "cargo-deny-0.20.2-aarch64-apple-darwin.tar.gz",
                sha256: "fe67d82a10d8597a3549364cb733a3f9cc1bfff9031b7ae46384a9f2a72090c3",
            },
            Pin {
                machine: ("windows", "x86_64"),
                name: "cargo-deny-0.20.2-x86_64-pc-windows-msvc.tar.gz",
                sha256: "975a22143262fd27476d19ee00c7af67978426e40e1dee94eed6bbade1cf87dc",
            },
        ],
    },
];

/// The pinned archive with this version of a tool for this machine, if there is one.
pub(super) fn for_this_machine(tool: &Tool) -> Option<Archive> {
    let of_tool =
        |release: &&Release| release.package == tool.package && release.version == tool.version;
    let release = RELEASES.iter().find(of_tool)?;
    let mut pins = release.archives.iter();
    let pin = pins.find(|pin| pin.machine == (OS, ARCH))?;
    Some(Archive {
        address: format!("{}{}", release.folder, pin.name),
        sha256: pin.sha256.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::setup::toolbox::Toolbox;

    #[test]
    fn every_release_that_is_pinned_is_of_a_version_that_is_wanted() {
        let toolbox = Toolbox::open().unwrap();
        let wanted = [toolbox.trunk(), toolbox.geckodriver(), toolbox.cargo_deny()];
        assert_eq!(
            RELEASES.map(|release| (release.package, release.version.to_owned())),
            wanted.map(|tool| (tool.package, tool.version))
        );
    }

    #[test]
    fn what_is_pinned_comes_safely_and_has_a_whole_checksum_of_its_own() {
        let mut sums = Vec::new();
        for release in RELEASES {
            assert!(release.folder.starts_with("https://") && release.folder.ends_with('/'));
            assert!(release.folder.contains(release.version));
            for pin in release.archives {
                let digits = pin.sha256.chars();
                let known = digits.filter(|c| matches!(c, '0'..='9' | 'a'..='f'));
                assert_eq!((known.count(), pin.sha256.len()), (64, 64), "{}", pin.name);
                sums.push(pin.sha256);
            }
        }
        let all = sums.len();
        sums.sort_unstable();
        sums.dedup();
        assert_eq!(sums.len(), all);
    }

    #[cfg(all(target_os = "linux", target_arch = "x86_64"))]
    #[test]
    fn this_machine_has_an_archive_of_its_own() {
        let toolbox = Toolbox::open().unwrap();
        let archive = for_this_machine(&toolbox.trunk()).unwrap();
        assert_eq!(archive.name(), "trunk-x86_64-unknown-linux-musl.tar.gz");
        assert_eq!(for_this_machine(&toolbox.wasm_split()), None);
    }
}
