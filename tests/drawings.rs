//! Every pose is drawn as it was: any change to the drawing shows as a changed picture.

use std::fmt::Write as _;

use limber::figure::body::SLIGHT;
use limber::figure::drawing::picture::{Picture, Scene, picture};
use limber::figure::drawing::svg::{groups, view_box};
use limber::figure::notation::Named;
use limber::figure::stance::Stance;
use limber::library::poses::TEXTS;
use limber::library::sheet;

/// The light theme's styles for the classes in a picture, so that the committed sheets can be viewed.
const STYLE: &str = ".line{fill:#1f2a2c;stroke:#1f2a2c;stroke-width:11;stroke-linejoin:round}.skin{fill:#e9c7a8}.shirt{fill:#3e8c79}.trousers{fill:#4a5d6b}.hair{fill:#3a2a22}.mat{fill:#e7ddcb}.wood{fill:#d3c6ac}.shade{fill:#c0b295}.strap{fill:#b08a3e}.felt{fill:#c4472a;opacity:.42}.far .skin{fill:#cdaf94}.far .shirt{fill:#2f7565}.far .trousers{fill:#3c4d59}";

/// The pictures of one text: its figures at each end of their movements, then the poses which only lead into them.
fn pictures(text: &str) -> Vec<(String, Picture)> {
    let named = |kind: &str, name: &str| {
        text.lines()
            .any(|line| line.split_whitespace().take(2).eq([kind, name]))
    };
    let drawn = |place: usize, scene: &Scene| {
        let stance = Stance::of(&sheet().poses[place].what, &SLIGHT);
        picture(&stance, scene, &SLIGHT, 0.0)
    };
    let mut pictures = Vec::new();
    for Named { name, what, .. } in &sheet().figures {
        if named("figure", name) {
            for place in what.ends() {
                let title = format!("{name}: {}", sheet().poses[place].name);
                pictures.push((title, drawn(place, &what.scene)));
            }
        }
    }
    let shown: Vec<usize> = sheet()
        .figures
        .iter()
        .flat_map(|it| it.what.ends())
        .collect();
    for (place, pose) in sheet().poses.iter().enumerate() {
        if named("pose", &pose.name) && !shown.contains(&place) {
            pictures.push((pose.name.clone(), drawn(place, &Scene::default())));
        }
    }
    pictures
}

/// Pictures in rows of six, as one SVG to look at.
fn drawing(pictures: &[(String, Picture)]) -> String {
    let mut cells = String::new();
    for (nth, (title, picture)) in pictures.iter().enumerate() {
        let (x, y) = (nth % 6 * 150, nth / 6 * 130);
        let _ = writeln!(
            cells,
            "<svg x=\"{x}\" y=\"{y}\" width=\"144\" height=\"124\" viewBox=\"{}\"><title>{title}</title>\n{}</svg>",
            view_box(picture.extent),
            groups(picture)
        );
    }
    let height = pictures.len().div_ceil(6) * 130;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 900 {height}\"><style>{STYLE}</style><rect width=\"900\" height=\"{height}\" fill=\"#fffdf8\"/>\n{cells}</svg>\n"
    )
}

#[test]
fn every_pose_is_drawn_as_it_was() {
    for (name, text) in TEXTS {
        let drawing = drawing(&pictures(text));
        insta::assert_binary_snapshot!(&format!("{name}.svg"), drawing.into_bytes());
    }
}
