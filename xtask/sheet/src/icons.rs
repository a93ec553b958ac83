//! Writes the files of the app's icon.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use limber::figure::notation::FigureSet;

use crate::image;
use crate::mark::{Cut, Mark};

/// The scalable icon, which a browser shows in its tab.
const SCALABLE: &str = "icon.svg";
/// The diameter of the mark's circle in icons with round corners.
const IN_CORNERS: f64 = 0.96;

/// A bitmap icon.
#[derive(Debug)]
struct Icon {
    file: &'static str,
    side: u32,
    cut: Cut,
    /// The diameter of the circle around the mark, as a fraction of the side.
    circle: f64,
}

/// The bitmap icons. Android may crop a maskable icon, but never within a circle of 0.8 of its side. An iPhone rounds
/// the corners, and shows transparency as black.
const ICONS: [Icon; 4] = [
    Icon {
        file: "icon-192.png",
        side: 192,
        cut: Cut::Round,
        circle: IN_CORNERS,
    },
    Icon {
        file: "icon-512.png",
        side: 512,
        cut: Cut::Round,
        circle: IN_CORNERS,
    },
    Icon {
        file: "icon-maskable-512.png",
        side: 512,
        cut: Cut::Full,
        circle: 0.78,
    },
    Icon {
        file: "apple-touch-icon.png",
        side: 180,
        cut: Cut::Full,
        circle: 0.9,
    },
];

/// Writes all icons into a folder.
///
/// # Errors
///
/// When the pose or a colour is missing, or a file can't be written.
pub(crate) fn write(folder: &Path, sheet: &FigureSet, css: &str) -> Result<()> {
    let mark = Mark::read(sheet, css)?;
    let path = folder.join(SCALABLE);
    fs::write(&path, scalable(&mark))
        .with_context(|| format!("could not write {}", path.display()))?;
    for icon in ICONS {
        let svg = mark.icon(icon.cut, icon.circle);
        image::save_small(&svg, icon.side, &folder.join(icon.file))?;
    }
    Ok(())
}

fn scalable(mark: &Mark) -> String {
    mark.icon(Cut::Round, IN_CORNERS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{root, style_sheet, texts};

    fn in_public(file: &str) -> Vec<u8> {
        let path = root().join("public").join(file);
        fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    #[test]
    fn the_icon_of_the_page_is_what_is_drawn_now() {
        let root = root();
        let mark = Mark::read(&texts::read(&root).unwrap(), &style_sheet(&root).unwrap()).unwrap();
        let drawn = scalable(&mark);
        assert!(drawn.len() < 4096, "{} bytes are many", drawn.len());
        assert!(
            in_public(SCALABLE) == drawn.as_bytes(),
            "public/{SCALABLE} is not what the figure looks like now; \
             look at what `cargo xtask figures --icons` makes of all the icons, and commit it"
        );
    }

    /// Width, height, bit depth and colour type from a PNG's header.
    fn head(png: &[u8]) -> (u32, u32, [u8; 2]) {
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        (number(16), number(20), [png[24], png[25]])
    }

    #[test]
    fn every_icon_is_as_large_as_its_name_says_and_has_a_palette() {
        for icon in ICONS {
            let png = in_public(icon.file);
            assert_eq!(head(&png), (icon.side, icon.side, [8, 3]), "{}", icon.file);
            let transparent = png.windows(4).any(|word| word == b"tRNS");
            assert_eq!(transparent, icon.cut == Cut::Round, "{}", icon.file);
        }
    }

    #[test]
    fn the_mark_survives_every_mask() {
        let masked = ICONS.iter().filter(|icon| icon.file.contains("maskable"));
        assert!(masked.into_iter().all(|icon| icon.circle <= 0.8));
    }

    #[test]
    fn the_manifest_names_icons_that_are_there_and_colours_of_the_page() {
        let manifest = String::from_utf8(in_public("manifest.webmanifest")).unwrap();
        let css = style_sheet(&root()).unwrap();
        for icon in ICONS.iter().filter(|icon| icon.file.starts_with("icon-")) {
            assert!(
                manifest.contains(&format!("\"{}\"", icon.file)),
                "{}",
                icon.file
            );
            assert!(manifest.contains(&format!("\"{0}x{0}\"", icon.side)));
        }
        let paper = crate::colours::token(&css, "paper", "light").unwrap();
        for name in ["background_color", "theme_color"] {
            assert!(
                manifest.contains(&format!("\"{name}\": \"{paper}\"")),
                "{name}"
            );
        }
    }
}
