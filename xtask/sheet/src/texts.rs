//! Reads the poses and figures from their texts rather than from the compiled library.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use limber::figure::check;
use limber::figure::notation::FigureSet;
use limber::library::poses::TEXTS;

/// Reads the texts, and prints their faults. What can be drawn is drawn anyway, for the author of a pose to see.
///
/// # Errors
///
/// When a text can't be read from disk.
pub(crate) fn read(root: &Path) -> Result<FigureSet> {
    let folder = root.join("src").join("library").join("figures");
    let mut sheet = FigureSet::default();
    let mut faults = 0;
    for (name, _) in TEXTS {
        let path = folder.join(name).with_extension("txt");
        let text = fs::read_to_string(&path)
            .with_context(|| format!("could not read {}", path.display()))?;
        let (known, figures) = (sheet.poses.len(), sheet.figures.len());
        if let Err(error) = sheet.read(&text) {
            eprintln!("{name}.txt: {error}");
            faults += 1;
        }
        for fault in check::faults(&sheet.poses[known..]) {
            eprintln!("{name}.txt: {fault}");
            faults += 1;
        }
        for fault in check::lacking(&sheet, &sheet.figures[figures..]) {
            eprintln!("{name}.txt: {fault}");
            faults += 1;
        }
    }
    if faults > 0 {
        eprintln!("{faults} faults");
    }
    Ok(sheet)
}
