//! Renders SVG as PNG.

use std::collections::HashMap;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use anyhow::{Context, Result};
use png::{BitDepth, ColorType, Compression, Encoder};
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::{Options, Tree};

/// Red, green, blue and opacity.
type Colour = [u8; 4];

/// The number of colours in a palette.
const PALETTE: usize = 256;

/// Writes a picture at its own size.
///
/// # Errors
///
/// When the SVG is invalid, or the file can't be written.
pub(crate) fn save(svg: &str, path: &Path) -> Result<()> {
    let mut options = Options::default();
    options.fontdb_mut().load_system_fonts();
    let tree = Tree::from_str(svg, &options)?;
    let size = tree.size().to_int_size();
    let pixels = drawn(&tree, [size.width(), size.height()])?;
    pixels
        .save_png(path)
        .with_context(|| format!("could not write {}", path.display()))
}

/// Writes a square picture without text, this many pixels wide, with a palette: an icon has few colours, and everyone
/// who installs the app loads it.
///
/// # Errors
///
/// When the SVG is invalid, or the file can't be written.
pub(crate) fn save_small(svg: &str, side: u32, path: &Path) -> Result<()> {
    let tree = Tree::from_str(svg, &Options::default())?;
    let pixels = drawn(&tree, [side, side])?;
    let pixels: Vec<Colour> = pixels
        .pixels()
        .iter()
        .map(PremultipliedColorU8::demultiply)
        .map(|pixel| [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()])
        .collect();
    let palette = palette(&pixels);
    let file = File::create(path).with_context(|| format!("could not write {}", path.display()))?;
    let mut encoder = Encoder::new(BufWriter::new(file), side, side);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    encoder.set_palette(
        palette
            .iter()
            .flat_map(|it| [it[0], it[1], it[2]])
            .collect::<Vec<_>>(),
    );
    if palette.iter().any(|colour| colour[3] < u8::MAX) {
        encoder.set_trns(palette.iter().map(|colour| colour[3]).collect::<Vec<_>>());
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&indices(&pixels, &palette))?;
    writer.finish()?;
    Ok(())
}

fn drawn(tree: &Tree, [width, height]: [u32; 2]) -> Result<Pixmap> {
    let mut pixels = Pixmap::new(width, height).context("a picture without a size")?;
    let across = Transform::from_scale(
        lossy(width) / tree.size().width(),
        lossy(height) / tree.size().height(),
    );
    resvg::render(tree, across, &mut pixels.as_mut());
    Ok(pixels)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a picture is a few thousand pixels wide"
)]
const fn lossy(pixels: u32) -> f32 {
    pixels as f32
}

/// The most frequent colours. Ties are resolved in a fixed order, so that the same picture always gives the same file.
fn palette(pixels: &[Colour]) -> Vec<Colour> {
    let mut counts: HashMap<Colour, usize> = HashMap::new();
    for pixel in pixels {
        *counts.entry(*pixel).or_default() += 1;
    }
    let mut colours: Vec<(Colour, usize)> = counts.into_iter().collect();
    colours.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    colours.truncate(PALETTE);
    colours.into_iter().map(|(colour, _)| colour).collect()
}

/// The index of the nearest palette colour for each pixel.
fn indices(pixels: &[Colour], palette: &[Colour]) -> Vec<u8> {
    let mut known: HashMap<Colour, u8> = HashMap::new();
    let nearest = |pixel: Colour| {
        let far = |colour: &Colour| -> u32 {
            let each = pixel.iter().zip(colour);
            each.map(|(one, two)| u32::from(one.abs_diff(*two)).pow(2))
                .sum()
        };
        let numbered = (0..=u8::MAX).zip(palette);
        let nearest = numbered.min_by_key(|(_, colour)| far(colour));
        nearest.map_or(0, |(index, _)| index)
    };
    let index = |pixel: &Colour| *known.entry(*pixel).or_insert_with(|| nearest(*pixel));
    pixels.iter().map(index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frequent_colour_stays_and_a_rare_one_becomes_its_neighbour() {
        let grey = |shade: u8| [shade, shade, shade, u8::MAX];
        let mut pixels: Vec<Colour> = (0..=u8::MAX).flat_map(|shade| [grey(shade); 2]).collect();
        pixels.push([7, 7, 8, u8::MAX]);
        let palette = palette(&pixels);
        assert_eq!(palette.len(), PALETTE);
        let indices = indices(&pixels, &palette);
        let last = indices[pixels.len() - 1];
        assert_eq!(palette[usize::from(last)], grey(7));
        assert_eq!(palette[usize::from(indices[200])], grey(100));
    }
}
