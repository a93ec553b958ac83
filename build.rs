//! Refuses to build what the library can't show: every pose must be readable, possible for a body,
//! and rest on what it says it rests on. The rules are the product's own, read from where they stand.

#[expect(
    dead_code,
    unreachable_pub,
    reason = "the whole module, of which only the reading and the checking are used here"
)]
#[path = "src/figure/mod.rs"]
mod figure;
#[expect(
    dead_code,
    unreachable_pub,
    reason = "the whole module, of which only the texts are used here"
)]
#[path = "src/library/poses.rs"]
mod poses;

use figure::check::{faults, lacking};
use figure::notation::Sheet;

/// Where the texts are, below the root of the project.
const FOLDER: &str = "src/library/figures";

fn main() {
    println!("cargo::rerun-if-changed={FOLDER}");
    println!("cargo::rerun-if-changed=src/figure");
    println!("cargo::rerun-if-changed=src/library/poses.rs");
    let mut sheet = Sheet::default();
    for (name, text) in poses::TEXTS {
        let (known, figures) = (sheet.poses.len(), sheet.figures.len());
        if let Err(error) = sheet.read(text) {
            println!("cargo::error={FOLDER}/{name}.txt, {error}");
        }
        for fault in faults(&sheet.poses[known..]) {
            println!("cargo::error={FOLDER}/{name}.txt, {fault}");
        }
        for fault in lacking(&sheet, &sheet.figures[figures..]) {
            println!("cargo::error={FOLDER}/{name}.txt, {fault}");
        }
    }
}
