//! Gives built files names that change whenever their content does.
//!
//! trunk takes the hash in a file's name from the wasm that cargo wrote, before wasm-bindgen and wasm-opt change it.
//! Two different files can therefore have the same name, and a browser that was told to cache the first for a year
//! would never load the second. So the names are replaced here, based on the final content.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::disk;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// Hexadecimal digits in a fingerprint: 64 bits of SHA-256.
const DIGITS: usize = 16;
/// trunk omits leading zeros, so its hashes may be a little shorter.
const FEWEST_DIGITS: usize = 10;

/// Renames the files that trunk gave a hash, updates their names in the document, and returns the new names. Integrity
/// attributes stay valid, since they depend only on content.
///
/// The JavaScript beside the wasm still has the wasm's former name as its default. The document always names the wasm
/// explicitly, so that default is never used.
///
/// # Errors
///
/// When a file can't be read, renamed or written.
pub(crate) fn rename_by_content(folder: &Path, document: &str) -> Result<Vec<String>> {
    let document = folder.join(document);
    let mut html = disk::text(&document)?;
    let mut renamed = Vec::new();
    for name in hashed_names(folder)? {
        let path = folder.join(&name);
        let content = disk::bytes(&path)?;
        let Some(better) = name_by_content(&name, &content) else {
            continue;
        };
        fs::rename(&path, folder.join(&better))
            .with_context(|| format!("could not rename {}", path.display()))?;
        html = html.replace(&name, &better);
        renamed.push(better);
    }
    disk::write(&document, html)?;
    Ok(renamed)
}

/// The files with a hash in their names, sorted. trunk puts them at the top of the folder.
fn hashed_names(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let problem = || format!("could not read {}", folder.display());
    for entry in fs::read_dir(folder).with_context(problem)? {
        let entry = entry.with_context(problem)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_file() && split_at_hash(&name).is_some() {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// A file's new name, or `None` if there is no hash in the old one.
fn name_by_content(name: &str, content: &[u8]) -> Option<String> {
    let (before, after) = split_at_hash(name)?;
    Some(format!("{before}-{}{after}", of(content)))
}

/// The parts before and after the hash in a name such as `limber-0123456789abcdef_bg.wasm`.
fn split_at_hash(name: &str) -> Option<(&str, &str)> {
    let (before, tail) = name.rsplit_once('-')?;
    let digits = tail
        .bytes()
        .take_while(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        .count();
    let (_, after) = tail.split_at(digits);
    let is_hash = (FEWEST_DIGITS..=DIGITS).contains(&digits);
    let ends_well = after.starts_with('.') || after.starts_with("_bg.");
    (is_hash && ends_well).then_some((before, after))
}

/// The fingerprint of a file's content.
pub(crate) fn of(content: &[u8]) -> String {
    let mut text = String::with_capacity(DIGITS);
    for byte in Sha256::digest(content).iter().take(DIGITS / 2) {
        // Writing to a string never fails.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_follows_the_content() {
        let name = "limber-0123456789abcdef_bg.wasm";
        let first = name_by_content(name, b"one").unwrap();
        let second = name_by_content(name, b"two").unwrap();
        assert_ne!(first, second);
        assert_eq!(first, "limber-7692c3ad3540bb80_bg.wasm");
        assert_eq!(name_by_content(&second, b"one"), Some(first));
    }

    #[test]
    fn only_hashes_are_taken_for_hashes() {
        for name in [
            "index.html",
            "sw.js",
            "icon-512.png",
            "icon-maskable-512.png",
            "apple-touch-icon.png",
            "manifest.webmanifest",
            "icon-maskable.svg",
            "limber-0123456789abcdef",
            "limber-0123456789abcdef0.js",
            "limber-0123456789ABCDEF.js",
            "limber-0123456789abcdef-old.js",
        ] {
            assert_eq!(split_at_hash(name), None, "{name}");
        }
        assert_eq!(
            split_at_hash("big-style-123456789abcdef.css"),
            Some(("big-style", ".css"))
        );
    }
}
