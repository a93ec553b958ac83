//! Lays out pictures in rows, each with its name.

use std::fmt::Write as _;

use limber::figure::drawing::extent::Extent;
use limber::figure::drawing::path::FINE;
use limber::figure::drawing::picture::Picture;
use limber::figure::drawing::svg::{groups, shown};
use limber::figure::space::count;

use crate::colours::Colours;

/// The least extent that a picture shows, in hundredths of the body's height: all figures up to this size are drawn to
/// the same scale, so that they can be compared.
const SHOWN: f64 = 112.0;
/// The width of a sheet in pixels, and the fewest and the most pictures in a row, which take precedence.
const WIDTH: u32 = 1600;
const FEWEST: u32 = 4;
const MOST: u32 = 10;
/// The margin around every picture, as a fraction of its size.
const MARGIN: f64 = 0.04;
/// The usual maximum width of a letter, as a fraction of its height.
const LETTER: f64 = 0.62;
/// Typefaces of which every system has one.
const SANS: &str = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', 'Noto Sans', sans-serif";

/// Pictures that belong together, side by side at the same scale, each with a label.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The name of what they show.
    pub(crate) name: String,
    /// The pictures with their labels.
    pub(crate) pictures: Vec<(String, Picture)>,
}

impl Entry {
    /// An entry with one picture.
    pub(crate) fn single(name: &str, label: &str, picture: Picture) -> Self {
        Self {
            name: name.to_owned(),
            pictures: vec![(label.to_owned(), picture)],
        }
    }
}

/// The dimensions of a sheet, in pixels.
#[derive(Debug, Clone, Copy)]
struct Measures {
    size: f64,
    /// The font size.
    letters: f64,
}

impl Measures {
    fn of(size: u32) -> Self {
        let size = f64::from(size);
        Self {
            size,
            letters: (size * 0.05).clamp(12.0, 20.0),
        }
    }

    fn margin(self) -> f64 {
        self.size * MARGIN
    }

    /// The scale at which an entry is drawn, and the visible extent of its pictures.
    fn scale(self, entry: &Entry) -> (f64, Extent) {
        let extents = entry.pictures.iter().map(|(_, picture)| picture.extent);
        let seen = shown(extents.reduce(Extent::with).unwrap_or_default());
        let [width, height] = seen.size();
        let inside = self.size - 2.0 * self.margin();
        (inside / SHOWN.max(width).max(height), seen)
    }

    /// The distance from the top of a row to its floor, as its tallest picture needs.
    fn floor(self, row: &[(usize, &Entry)]) -> f64 {
        let heights = row.iter().map(|(_, entry)| {
            let (scale, seen) = self.scale(entry);
            seen.size()[1] * scale
        });
        heights.fold(0.0, f64::max) + self.margin()
    }

    /// The space for text below the floor.
    fn words(self) -> f64 {
        self.margin() + self.letters * 3.4
    }
}

/// The sheet as SVG.
pub(crate) fn laid_out(entries: &[Entry], size: u32, colours: &Colours) -> String {
    let measures = Measures::of(size);
    let columns = (WIDTH / size).clamp(FEWEST, MOST) as usize;
    let (mut inner, mut top, mut widest) = (String::new(), 0.0, 0);
    for row in rows(entries, columns) {
        let floor = top + measures.floor(&row);
        for (column, entry) in row {
            let left = count(column) * measures.size;
            add(&mut inner, entry, [left, floor], measures, colours);
            widest = widest.max(column + entry.pictures.len());
        }
        top = floor + measures.words();
    }
    let (width, height) = (count(widest) * measures.size, top.ceil());
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\">\n<style>{}text {{ text-anchor: middle; \
         font-family: {SANS} }}</style>\n<rect width=\"{width}\" height=\"{height}\" \
         fill=\"{}\"/>\n{inner}</svg>\n",
        colours.style, colours.paper
    )
}

/// The entries in rows, each with its first column. One that does not fit in a row starts the next.
fn rows(entries: &[Entry], columns: usize) -> Vec<Vec<(usize, &Entry)>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut column = 0;
    for entry in entries {
        let length = entry.pictures.len();
        if column > 0 && column + length > columns {
            rows.push(std::mem::take(&mut row));
            column = 0;
        }
        row.push((column, entry));
        column += length;
    }
    rows.push(row);
    rows
}

/// Adds an entry, with its pictures standing on the floor.
fn add(
    svg: &mut String,
    entry: &Entry,
    [left, floor]: [f64; 2],
    measures: Measures,
    colours: &Colours,
) {
    let Measures { size, letters } = measures;
    let (scale, seen) = measures.scale(entry);
    let line = colours.line * FINE / scale;
    let below = floor + measures.margin();
    for (nth, (label, picture)) in entry.pictures.iter().enumerate() {
        let here = left + count(nth) * size;
        let across = here + size / 2.0 - f64::midpoint(seen.least.x, seen.most.x) * scale;
        let down = floor - seen.most.y * scale;
        // Writing to a string never fails.
        let _ = writeln!(
            svg,
            "<g transform=\"translate({across:.1} {down:.1}) scale({:.4})\" stroke-width=\"{line:.1}\">{}</g>",
            scale / FINE,
            groups(picture),
        );
        // A held posture mostly has the same name as its pose; don't repeat it.
        if entry.pictures.len() > 1 || *label != entry.name {
            let at = [here + size / 2.0, below + letters * 2.5];
            write_line(svg, label, at, size, letters * 0.85, &colours.quiet);
        }
    }
    let width = count(entry.pictures.len()) * size;
    let at = [left + width / 2.0, below + letters * 1.2];
    write_line(svg, &entry.name, at, width, letters, &colours.ink);
}

/// Writes a line centred on a point, in smaller letters if it would not fit.
fn write_line(
    svg: &mut String,
    text: &str,
    [x, y]: [f64; 2],
    room: f64,
    letters: f64,
    colour: &str,
) {
    let wide = count(text.chars().count()) * LETTER * letters;
    let letters = letters * (room * (1.0 - MARGIN) / wide.max(1.0)).min(1.0);
    // Writing to a string never fails.
    let _ = writeln!(
        svg,
        "<text x=\"{x:.0}\" y=\"{y:.0}\" font-size=\"{letters:.1}\" fill=\"{colour}\">{}</text>",
        escaped(text)
    );
}

/// A text escaped for use between tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(length: usize) -> Entry {
        let nothing = Picture {
            layers: Vec::new(),
            extent: Extent::default(),
        };
        Entry {
            name: length.to_string(),
            pictures: vec![(String::new(), nothing); length],
        }
    }

    #[test]
    fn what_belongs_together_stays_in_one_row() {
        let entries = [1, 1, 1, 2, 2, 1, 5, 1].map(entry);
        let columns: Vec<Vec<usize>> = rows(&entries, 4)
            .iter()
            .map(|row| row.iter().map(|(column, _)| *column).collect())
            .collect();
        assert_eq!(
            columns,
            [vec![0, 1, 2], vec![0, 2], vec![0], vec![0], vec![0]]
        );
    }

    #[test]
    fn a_name_is_a_text_and_no_tag() {
        let mut svg = String::new();
        write_line(&mut svg, "neck & <head>", [0.0, 0.0], 100.0, 12.0, "#000");
        assert!(svg.contains(">neck &amp; &lt;head&gt;</text>"), "{svg}");
    }

    #[test]
    fn a_long_name_is_written_smaller() {
        let size_of = |text: &str| {
            let mut svg = String::new();
            write_line(&mut svg, text, [0.0, 0.0], 100.0, 12.0, "#000");
            let (_, after) = svg.split_once("font-size=\"").unwrap();
            after.split_once('"').unwrap().0.parse::<f64>().unwrap()
        };
        assert!((size_of("cat") - 12.0).abs() < 1e-9);
        assert!(size_of("half-kneeling-hip-flexor") < 8.0);
    }
}
