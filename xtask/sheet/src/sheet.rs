//! Selects the figures on a sheet, and the moments at which they are shown.

use limber::figure::drawing::picture::{Picture, Scene, picture};
use limber::figure::notation::{Figure, FigureSet};
use limber::figure::pose::Pose;
use limber::figure::stance::Stance;

use crate::colours::Colours;
use crate::layout::{Entry, laid_out};
use crate::wanted::Wanted;

/// The sheet with everything wanted, as SVG.
pub(crate) fn drawn(sheet: &FigureSet, wanted: &Wanted, colours: &Colours) -> String {
    let entries: Vec<Entry> = if wanted.poses {
        let poses = sheet.poses.iter();
        poses
            .filter(|pose| wanted.shows(&pose.name))
            .map(|pose| Entry::single(&pose.name, "", bare(&pose.what, wanted)))
            .collect()
    } else {
        let figures = sheet.figures.iter().filter(|it| wanted.shows(&it.name));
        figures
            .flat_map(|figure| {
                if wanted.steps == 0 {
                    vec![ends(sheet, &figure.name, &figure.what, wanted)]
                } else {
                    way(sheet, &figure.name, &figure.what, wanted)
                }
            })
            .collect()
    };
    laid_out(&entries, wanted.size, colours)
}

/// A pose without a scene.
fn bare(pose: &Pose, wanted: &Wanted) -> Picture {
    let stance = Stance::of(pose, wanted.body);
    picture(&stance, &Scene::default(), wanted.body, 0.0)
}

/// A figure as it is held, or both ends of its movement.
fn ends(sheet: &FigureSet, name: &str, figure: &Figure, wanted: &Wanted) -> Entry {
    let shown = |nth: usize| {
        let pose = &sheet.poses[nth];
        let stance = Stance::of(&pose.what, wanted.body);
        let seen = picture(&stance, &figure.scene, wanted.body, 0.0);
        (pose.name.clone(), seen)
    };
    Entry {
        name: name.to_owned(),
        pictures: figure.ends().map(shown).collect(),
    }
}

/// The whole way into a figure and through its movement, in steps.
fn way(sheet: &FigureSet, name: &str, figure: &Figure, wanted: &Wanted) -> Vec<Entry> {
    let stations: Vec<(&str, Stance)> = figure
        .stations()
        .map(|nth| &sheet.poses[nth])
        .map(|pose| (pose.name.as_str(), Stance::of(&pose.what, wanted.body)))
        .collect();
    let entry = |label: &str, stance: &Stance| {
        let seen = picture(stance, &figure.scene, wanted.body, 0.0);
        Entry::single(name, label, seen)
    };
    let mut entries = Vec::new();
    for two in stations.windows(2) {
        let [(from, here), (to, next)] = two else {
            continue;
        };
        entries.push(entry(from, here));
        for step in 1..wanted.steps {
            let part = f64::from(step) / f64::from(wanted.steps);
            let label = format!("{:.0} % to {to}", part * 100.0);
            entries.push(entry(&label, &here.towards(next, part, wanted.body)));
        }
    }
    entries.extend(stations.last().map(|(pose, last)| entry(pose, last)));
    entries
}
