//! What is asked for on the command line.

use std::path::{Path, PathBuf};

use anyhow::Result;
use lexopt::prelude::{Long, Short, Value, ValueExt};
use limber::figure::body::{Physique, SLIGHT, STURDY};

/// What is asked for.
#[derive(Debug)]
pub(crate) struct Wanted {
    out: Option<PathBuf>,
    /// Whether the icons are wanted and not a sheet.
    pub(crate) icons: bool,
    /// How wide and high a figure is, in pixels.
    pub(crate) size: u32,
    /// Names with which those begin that are wanted; all if there are none.
    pub(crate) only: Vec<String>,
    /// Whether single poses are shown instead of figures.
    pub(crate) poses: bool,
    /// In how many steps a movement, or the way into a posture, is shown; none for its ends only.
    pub(crate) steps: u32,
    theme: Option<String>,
    /// The tone of skin.
    pub(crate) skin: String,
    /// The build.
    pub(crate) body: &'static Physique,
}

impl Wanted {
    /// Reads the command line.
    ///
    /// # Errors
    ///
    /// When there is an option that is not known, or a value that does not fit.
    pub(crate) fn read() -> Result<Self> {
        let mut wanted = Self {
            out: None,
            icons: false,
            size: 160,
            only: Vec::new(),
            poses: false,
            steps: 0,
            theme: None,
            skin: "fair".to_owned(),
            body: &SLIGHT,
        };
        let mut words = lexopt::Parser::from_env();
        while let Some(word) = words.next()? {
            match word {
                Long("out") => wanted.out = Some(words.value()?.into()),
                Long("icons") => wanted.icons = true,
                Long("size") => wanted.size = words.value()?.parse()?,
                Long("poses") => wanted.poses = true,
                Long("steps") => wanted.steps = words.value()?.parse()?,
                Long("theme") => wanted.theme = Some(words.value()?.string()?),
                Long("skin") => wanted.skin = words.value()?.string()?,
                Long("sturdy") => wanted.body = &STURDY,
                Value(name) => wanted.only.push(name.string()?),
                Short(_) | Long(_) => return Err(word.unexpected().into()),
            }
        }
        wanted.size = wanted.size.max(1);
        Ok(wanted)
    }

    /// Where to write: a sheet goes where it is in nobody's way, the icons where the page has them.
    pub(crate) fn folder(&self, root: &Path) -> PathBuf {
        match &self.out {
            Some(out) => out.clone(),
            None if self.icons => root.join("public"),
            None => root.join("target").join("figures"),
        }
    }

    /// The themes to draw in.
    pub(crate) fn themes(&self) -> Vec<&str> {
        let both = || vec!["light", "dark"];
        self.theme.as_deref().map_or_else(both, |theme| vec![theme])
    }

    /// Whether something of this name is to be shown.
    pub(crate) fn shows(&self, name: &str) -> bool {
        let begins = |only: &String| name.starts_with(only.as_str());
        self.only.is_empty() || self.only.iter().any(begins)
    }
}
