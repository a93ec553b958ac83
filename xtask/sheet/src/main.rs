//! Draws the figures on sheets, and the icons of the app, as SVG and PNG.
//!
//! `cargo xtask figures` calls this. In reading order:
//!
//! - `wanted`: the command line
//! - `texts`: the poses, read from their texts on each run, so that changes show at once
//! - `colours`: the colours of the page, read from its style sheet
//! - `sheet`: which figures are shown, `layout`: where on the sheet
//! - `icons`: the files of the app's icon; `mark`: what is on it; `outline`: its outlines as short paths
//! - `image`: renders SVG as PNG

mod colours;
mod icons;
mod image;
mod layout;
mod mark;
mod outline;
mod sheet;
mod texts;
mod wanted;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use limber::figure::notation::FigureSet;

use colours::Colours;
use wanted::Wanted;

fn main() -> Result<()> {
    let wanted = Wanted::read()?;
    let sheet = texts::read(&root())?;
    let css = style_sheet(&root())?;
    let folder = wanted.folder(&root());
    fs::create_dir_all(&folder).with_context(|| format!("could not make {}", folder.display()))?;
    if wanted.icons {
        icons::write(&folder, &sheet, &css)?;
        println!("The icons are in {}", folder.display());
    } else {
        write_sheets(&folder, &sheet, &wanted, &css)?;
        println!("The sheets are in {}", folder.display());
    }
    Ok(())
}

/// The root of the project.
fn root() -> PathBuf {
    let member = Path::new(env!("CARGO_MANIFEST_DIR"));
    member.ancestors().nth(2).unwrap_or(member).to_owned()
}

/// The style sheet of the page.
fn style_sheet(root: &Path) -> Result<String> {
    let path = root.join("public").join("limber.css");
    fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))
}

fn write_sheets(folder: &Path, sheet: &FigureSet, wanted: &Wanted, css: &str) -> Result<()> {
    for theme in wanted.themes() {
        let colours = Colours::read(css, theme, &wanted.skin)?;
        let svg = sheet::drawn(sheet, wanted, &colours);
        let path = folder.join(format!("figures-{}-{theme}.svg", wanted.size));
        fs::write(&path, &svg).with_context(|| format!("could not write {}", path.display()))?;
        image::save(&svg, &path.with_extension("png"))?;
    }
    Ok(())
}
