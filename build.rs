//! Refuses to build what the library can't show or lead: every pose must be readable, possible for a body,
//! and rest on what it says it rests on; every posture and routine must be complete and take as long as it
//! says. The rules are the product's own, read from where they stand.

// Public, as they are in the product, so that what is not used here counts as used elsewhere.
#[path = "src/device/mod.rs"]
pub mod device;
#[path = "src/domain/mod.rs"]
pub mod domain;
#[path = "src/figure/mod.rs"]
pub mod figure;
#[path = "src/library/mod.rs"]
pub mod library;
#[path = "src/text/mod.rs"]
pub mod text;

use figure::check::{faults, lacking};
use figure::notation::Sheet;
use library::poses;

/// Where the texts are, below the root of the project.
const FOLDER: &str = "src/library";

fn main() {
    for read in [
        "src/device",
        "src/domain",
        "src/figure",
        "src/library",
        "src/text",
    ] {
        println!("cargo::rerun-if-changed={read}");
    }
    check_poses();
    for fault in library::checks::faults(text::Locale::default().phrasing()) {
        println!("cargo::error={FOLDER}/{fault}");
    }
}

fn check_poses() {
    let mut sheet = Sheet::default();
    for (name, text) in poses::TEXTS {
        let (known, figures) = (sheet.poses.len(), sheet.figures.len());
        if let Err(error) = sheet.read(text) {
            println!("cargo::error={FOLDER}/figures/{name}.txt, {error}");
        }
        for fault in faults(&sheet.poses[known..]) {
            println!("cargo::error={FOLDER}/figures/{name}.txt, {fault}");
        }
        for fault in lacking(&sheet, &sheet.figures[figures..]) {
            println!("cargo::error={FOLDER}/figures/{name}.txt, {fault}");
        }
    }
}
