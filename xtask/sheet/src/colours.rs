//! The page's colours and the thickness of its lines, read from its style sheet, which alone defines them.

use anyhow::{Context, Result};

/// The colours of a sheet.
#[derive(Debug, Clone)]
pub(crate) struct Colours {
    /// The background.
    pub(crate) paper: String,
    /// The colour of names.
    pub(crate) ink: String,
    /// The colour of all other text.
    pub(crate) quiet: String,
    /// The thickness of a figure's outline in pixels, however large the figure.
    pub(crate) line: f64,
    /// The CSS for figures.
    pub(crate) style: String,
}

impl Colours {
    /// The colours of a theme, `light` or `dark`, for a skin.
    ///
    /// # Errors
    ///
    /// When the style sheet does not define a colour, or not as expected.
    pub(crate) fn read(css: &str, theme: &str, skin: &str) -> Result<Self> {
        let skins = || {
            let blocks = css.split("[data-skin=\"").skip(1);
            blocks.filter_map(|rest| rest.split_once('"'))
        };
        let own = skins().find(|(name, _)| *name == skin).with_context(|| {
            let names: Vec<&str> = skins().map(|(name, _)| name).collect();
            format!("no skin is called {skin}; there are {}", names.join(", "))
        })?;
        let own = own.1.split_once('}').map_or(own.1, |(block, _)| block);
        let colour = |name: &str| token(own, name, theme).or_else(|| token(css, name, theme));
        let find = |name: &str| {
            colour(name).with_context(|| {
                format!("--{name} has no colour in the {theme} theme; there are light and dark")
            })
        };
        let line = line(css).context("`.figure .line` has no stroke-width in pixels")?;
        Ok(Self {
            paper: find("card")?,
            ink: find("ink")?,
            quiet: find("quiet")?,
            line,
            style: style(find)?,
        })
    }
}

/// The CSS for figures. The thickness of a line isn't in it, since it depends on each figure's scale.
fn style(find: impl Fn(&str) -> Result<String>) -> Result<String> {
    let outline = find("outline")?;
    let mut rules = vec![format!(
        ".line {{ fill: {outline}; stroke: {outline}; stroke-linejoin: round }}"
    )];
    for name in [
        "skin", "shirt", "trousers", "hair", "mat", "wood", "shade", "strap",
    ] {
        rules.push(format!(".{name} {{ fill: {} }}", find(name)?));
    }
    for name in ["skin", "shirt", "trousers"] {
        let far = find(&format!("{name}-far"))?;
        rules.push(format!(".far .{name} {{ fill: {far} }}"));
    }
    let felt = find("felt")?;
    rules.push(format!(".felt {{ fill: {felt}; opacity: 0.42 }}\n"));
    Ok(rules.join("\n"))
}

/// The value of a colour token in a theme, from `--name: var(--light, #abc) var(--dark, #def)`.
pub(crate) fn token(css: &str, name: &str, theme: &str) -> Option<String> {
    let (_, after) = css.split_once(&format!("--{name}: "))?;
    let (value, _) = after.split_once(';')?;
    let (_, own) = value.split_once(&format!("var(--{theme}, "))?;
    Some(own.split_once(')')?.0.to_owned())
}

fn line(css: &str) -> Option<f64> {
    let (_, after) = css.split_once(".figure .line {")?;
    let (rule, _) = after.split_once('}')?;
    let (_, value) = rule.split_once("stroke-width: ")?;
    value.split_once("px")?.0.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{root, style_sheet};

    #[test]
    fn the_style_sheet_has_all_that_is_looked_for() {
        let css = style_sheet(&root()).unwrap();
        for theme in ["light", "dark"] {
            for skin in ["fair", "olive", "brown", "deep"] {
                let colours = Colours::read(&css, theme, skin).unwrap();
                assert!(colours.paper.starts_with('#'), "{}", colours.paper);
                assert!(colours.line > 0.0);
            }
        }
        assert!(Colours::read(&css, "light", "blue").is_err());
        assert!(Colours::read(&css, "grey", "fair").is_err());
    }

    #[test]
    fn a_skin_has_its_own_colours() {
        let css = style_sheet(&root()).unwrap();
        let of = |skin| Colours::read(&css, "light", skin).unwrap().style;
        assert_ne!(of("fair"), of("deep"));
    }
}
