//! The command line of the sheet program.

use std::path::{Path, PathBuf};

use anyhow::Result;
use lexopt::prelude::{Long, Short, Value, ValueExt};
use limber::figure::body::{Physique, SLIGHT, STURDY};

/// The options.
#[derive(Debug)]
pub(crate) struct Wanted {
    out: Option<PathBuf>,
    /// Whether to draw the icons instead of a sheet.
    pub(crate) icons: bool,
    /// The width and height of a figure, in pixels.
    pub(crate) size: u32,
    /// Show only figures whose names begin with one of these; all if there are none.
    pub(crate) only: Vec<String>,
    /// Whether to show single poses instead of figures.
    pub(crate) poses: bool,
    /// In how many steps to show the way into a posture and its movement; 0 shows only the ends.
    pub(crate) steps: u32,
    theme: Option<String>,
    /// The skin.
    pub(crate) skin: String,
    /// The build of the body.
    pub(crate) body: &'static Physique,
}

impl Wanted {
    /// Parses the command line.
    ///
    /// # Errors
    ///
    /// For an unknown option, or an invalid value.
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

    /// The folder to write to: by default, sheets go out of the way, and icons to where the page has them.
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

    /// Whether to show something with this name.
    pub(crate) fn shows(&self, name: &str) -> bool {
        let begins = |only: &String| name.starts_with(only.as_str());
        self.only.is_empty() || self.only.iter().any(begins)
    }
}
