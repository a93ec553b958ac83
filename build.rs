//! Fails the build when the library holds anything that the app can't show or lead. Every pose must be readable,
//! possible for a body, and rest on what it says it rests on; every posture and routine must be complete and take as
//! long as it says. The rules are the app's own modules, included here by path.

use std::path::Path;
use std::{env, fs, io};

/// A text of the library exactly as it was written, so that its faults are reported by line number.
macro_rules! text {
    ($name:literal) => {
        ($name, include_str!($name))
    };
}

// Public, as in the app itself, so that items which are unused here don't count as dead code.
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
use figure::notation::FigureSet;
use library::poses;

/// The library's texts, relative to the root of the project.
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
    let written = env::var("OUT_DIR").map_err(io::Error::other);
    let written =
        written.and_then(|to| write_texts(Path::new(FOLDER), &Path::new(&to).join("library")));
    if let Err(error) = written {
        println!("cargo::error={FOLDER}: {error}");
    }
    check_poses();
    for fault in library::checks::faults(text::Locale::default().phrasing()) {
        println!("cargo::error={FOLDER}/{fault}");
    }
}

/// Writes a folder of the library's texts as they go into the page: without their authors' `#` comments.
fn write_texts(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            write_texts(&from, &to)?;
        } else if from.extension().is_some_and(|kind| kind == "txt") {
            let text = fs::read_to_string(&from)?;
            let lines = text.lines().map(str::trim_end);
            let told: Vec<_> = lines
                .filter(|line| !line.trim_start().starts_with('#'))
                .collect();
            fs::write(&to, told.join("\n") + "\n")?;
        }
    }
    Ok(())
}

fn check_poses() {
    let mut sheet = FigureSet::default();
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
