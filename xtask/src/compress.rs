//! Compresses files ahead of time, as small as possible, for hosts to send.

use std::io::{self, Write};
use std::path::Path;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::disk;
use crate::headers;
use crate::page;

/// Extensions of files worth compressing. Pictures and fonts are compressed already.
const SHRINKING: [&str; 11] = [
    "css",
    "html",
    "ics",
    "js",
    "json",
    "mjs",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
    "xml",
];

/// The extensions of compressed files, the smaller kind first.
const TWINS: [&str; 2] = ["br", "gz"];

/// Writes `FILE.br` and `FILE.gz` beside every file in the folder that is worth compressing.
///
/// # Errors
///
/// When a file can't be read or written.
pub(crate) fn write_twins(folder: &Path) -> Result<()> {
    for name in page::files(folder)?.iter().filter(|name| shrinks(name)) {
        let path = folder.join(name);
        let content = disk::bytes(&path)?;
        for (extension, compressed) in [("br", brotli(&content)?), ("gz", gzip(&content)?)] {
            let twin = folder.join(format!("{name}.{extension}"));
            disk::write(&twin, compressed)?;
        }
    }
    Ok(())
}

/// Whether a file is worth compressing.
pub(crate) fn shrinks(name: &str) -> bool {
    SHRINKING.contains(&extension(name))
}

/// Whether a file is for the host rather than the visitor.
pub(crate) fn is_for_the_host(name: &str) -> bool {
    matches!(name, headers::FILE | page::NOT_FOUND) || TWINS.contains(&extension(name))
}

fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// Compresses with brotli at its highest quality.
///
/// # Errors
///
/// When the encoder fails, which never happens in memory.
pub(crate) fn brotli(content: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: content.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    Ok(compressed)
}

/// Compresses with gzip at its highest level, without a time stamp: equal content gives equal bytes.
///
/// # Errors
///
/// When the encoder fails, which never happens in memory.
pub(crate) fn gzip(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Read;

    use super::*;

    #[test]
    fn twins_hold_the_same_content_in_less() {
        let folder = std::env::temp_dir().join(format!("limber-twins-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let text = "breathe in, breathe out. ".repeat(100);
        fs::write(folder.join("page.html"), &text).unwrap();
        fs::write(folder.join("icon.png"), "png").unwrap();

        write_twins(&folder).unwrap();
        write_twins(&folder).unwrap();

        let names = page::files(&folder).unwrap();
        assert_eq!(
            names,
            ["icon.png", "page.html", "page.html.br", "page.html.gz"]
        );
        let (br, gz) = (
            fs::read(folder.join("page.html.br")).unwrap(),
            fs::read(folder.join("page.html.gz")).unwrap(),
        );
        assert!(br.len() < gz.len() && gz.len() < text.len() / 10);
        let (mut from_br, mut from_gz) = (String::new(), String::new());
        brotli::Decompressor::new(&*br, 4096)
            .read_to_string(&mut from_br)
            .unwrap();
        flate2::read::GzDecoder::new(&*gz)
            .read_to_string(&mut from_gz)
            .unwrap();
        assert!(from_br == text && from_gz == text);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_only_the_host_reads_is_told_apart() {
        for name in ["_headers", "404.html", "index.html.br", "limber-1.js.gz"] {
            assert!(is_for_the_host(name), "{name}");
        }
        for name in ["index.html", "limber-1.js", "limber-1_bg.wasm"] {
            assert!(!is_for_the_host(name), "{name}");
        }
    }
}
