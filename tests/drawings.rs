//! Figures look as they looked: a change of the drawing is a change of a picture.

use std::fmt::Write as _;

use limber::figure::body::SLIGHT;
use limber::figure::drawing::picture::picture;
use limber::figure::drawing::svg::{frame, groups, view_box};
use limber::figure::stance::Stance;
use limber::library::poses::TEXTS;
use limber::library::sheet;

/// The classes of a picture in the light theme, so that the committed sheet can be looked at.
const STYLE: &str = ".line{fill:#1f2a2c;stroke:#1f2a2c;stroke-width:11;stroke-linejoin:round}.skin{fill:#e9c7a8}.shirt{fill:#3e8c79}.trousers{fill:#4a5d6b}.hair{fill:#3a2a22}.mat{fill:#e7ddcb}.wood{fill:#d3c6ac}.shade{fill:#c0b295}.strap{fill:#b08a3e}.felt{fill:#c4472a;opacity:.42}.far .skin{fill:#cdaf94}.far .shirt{fill:#2f7565}.far .trousers{fill:#3c4d59}";

/// The poses of one text, as the figures show them, as a drawing to be looked at.
fn drawing(text: &str) -> String {
    let names: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("figure "))
        .collect();
    let mut cells = String::new();
    let mut count = 0;
    for figure in sheet()
        .figures
        .iter()
        .filter(|figure| names.contains(&figure.name.as_str()))
    {
        for place in std::iter::once(figure.what.pose).chain(figure.what.there.iter().copied()) {
            let pose = &sheet().poses[place];
            let stance = Stance::of(&pose.what, &SLIGHT);
            let picture = picture(&stance, &figure.what.scene, &SLIGHT, 0.0);
            let (x, y) = (count % 6 * 150, count / 6 * 130);
            let _ = writeln!(
                cells,
                "<svg x=\"{x}\" y=\"{y}\" width=\"144\" height=\"124\" viewBox=\"{}\"><title>{}: {}</title>\n{}</svg>",
                view_box(frame([&picture])),
                figure.name,
                pose.name,
                groups(&picture)
            );
            count += 1;
        }
    }
    let height = (count + 5) / 6 * 130;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 900 {height}\"><style>{STYLE}</style><rect width=\"900\" height=\"{height}\" fill=\"#fffdf8\"/>\n{cells}</svg>\n"
    )
}

/// Every figure on a sheet for each text: a change of the drawing is a change of a picture.
#[test]
fn every_figure_is_drawn_as_it_was() {
    for (name, text) in TEXTS.iter().skip(1) {
        insta::assert_binary_snapshot!(&format!("{name}.svg"), drawing(text).into_bytes());
    }
}
