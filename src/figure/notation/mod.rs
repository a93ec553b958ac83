//! Poses and figures written down as text, for people to read and correct.
//!
//! ```text
//! # A line that begins with # is a remark.
//! pose cat like all-fours
//!   pelvis forward 38
//!   spine forward 30 31 28
//!
//! figure cat-cow
//!   moves cat cow
//!   mat -46 40
//!   felt back
//! ```
//!
//! A block begins with `pose NAME`, perhaps `like` another pose before it, or with `figure NAME`; its lines are
//! indented. Angles are in degrees, lengths in hundredths of the body's height, and either may have one digit after the
//! point. What each line may say is listed in `lines` (poses) and `scenes` (figures).

mod lines;
mod reaches;
mod scenes;
mod words;

use crate::figure::drawing::picture::Scene;
use crate::figure::pose::Pose;
pub use words::number;
use words::{LineTokens, unexpected};

/// Poses and figures, as they are written in texts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FigureSet {
    /// The poses, in the order in which they are written.
    pub poses: Vec<Named<Pose>>,
    /// The figures, likewise.
    pub figures: Vec<Named<Figure>>,
}

/// Something with a name, and the line of the sheet on which it begins, from 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Named<T> {
    /// The name.
    pub name: String,
    /// The first line.
    pub line: usize,
    /// What the name stands for.
    pub what: T,
}

/// A posture as it is drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figure {
    /// The pose that is held, or in which a movement begins, as an index on the sheet. The right side works.
    pub pose: usize,
    /// The poses that its movement goes through, the last of which is its far end; empty if it does not move.
    pub there: Vec<usize>,
    /// The poses that lead into it, first to last.
    pub into: Vec<usize>,
    /// What is around it, and how it is seen.
    pub scene: Scene,
}

impl Figure {
    /// The posture, and the poses of its movement to the far end.
    pub fn ends(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.pose).chain(self.there.iter().copied())
    }

    /// All its poses, in the order in which a body takes them.
    pub fn stations(&self) -> impl Iterator<Item = usize> {
        self.into.iter().copied().chain(self.ends())
    }
}

/// A fault in a sheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct NotationError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// A line is in no block.
    #[error("a line before the first `pose` or `figure`")]
    Stray,
    /// A word means nothing here.
    #[error("`{found}` means nothing here; expected {expected}")]
    Unexpected {
        /// The word.
        found: String,
        /// What could be here.
        expected: &'static str,
    },
    /// A line ends too soon.
    #[error("the line ends where {0} is missing")]
    Missing(&'static str),
    /// A name is not known, or not yet.
    #[error("no pose above is called `{0}`")]
    Unknown(String),
    /// A name is used twice.
    #[error("`{0}` is there already")]
    Twice(String),
    /// A figure has no pose.
    #[error("the figure has no pose: `holds POSE` or `moves POSE POSE` is missing")]
    NoPose,
}

impl FigureSet {
    /// Reads a text, adding to what the sheet holds already. Poses can be `like` those of texts that were read before.
    ///
    /// # Errors
    ///
    /// The first line that can't be read, and why.
    pub fn read(&mut self, text: &str) -> Result<(), NotationError> {
        let mut open = Open::Nothing;
        for (index, line) in text.lines().enumerate() {
            let at = |problem| NotationError {
                line: index + 1,
                problem,
            };
            let line = line.split('#').next().unwrap_or_default();
            let mut words = LineTokens::of(line);
            if words.is_empty() {
                continue;
            }
            if line.starts_with(char::is_whitespace) {
                self.add_to(&mut open, &mut words).map_err(at)?;
            } else {
                Self::close(open)?;
                open = self.begin(&mut words, index + 1).map_err(at)?;
            }
            words.end().map_err(at)?;
        }
        Self::close(open)
    }

    /// The pose with this name.
    pub fn pose(&self, name: &str) -> Option<&Pose> {
        self.place(name).map(|nth| &self.poses[nth].what)
    }

    /// The figure with this name.
    pub fn figure(&self, name: &str) -> Option<&Figure> {
        let found = self.figures.iter().find(|figure| figure.name == name);
        found.map(|figure| &figure.what)
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.poses.iter().position(|pose| pose.name == name)
    }

    fn named(&self, words: &mut LineTokens<'_>) -> Result<usize, Problem> {
        let name = words.next("the name of a pose")?;
        self.place(name)
            .ok_or_else(|| Problem::Unknown(name.to_owned()))
    }

    fn begin(&mut self, words: &mut LineTokens<'_>, line: usize) -> Result<Open, Problem> {
        const KIND: &str = "`pose` or `figure`";
        let kind = words.next(KIND)?;
        let name = words.next("a name")?.to_owned();
        match kind {
            "pose" => {
                let taken = self.place(&name).is_some();
                let what = if words.take("like") {
                    let other = self.named(words)?;
                    self.poses[other].what.clone()
                } else {
                    Pose::default()
                };
                if taken {
                    return Err(Problem::Twice(name));
                }
                self.poses.push(Named { name, line, what });
                Ok(Open::Pose { rests: false })
            }
            "figure" if self.figure(&name).is_some() => Err(Problem::Twice(name)),
            "figure" => {
                let what = Figure::default();
                self.figures.push(Named { name, line, what });
                Ok(Open::Figure { posed: false, line })
            }
            found => Err(unexpected(found, KIND)),
        }
    }

    fn add_to(&mut self, open: &mut Open, words: &mut LineTokens<'_>) -> Result<(), Problem> {
        match open {
            Open::Nothing => Err(Problem::Stray),
            Open::Pose { rests } => match self.poses.last_mut() {
                Some(pose) => lines::add(&mut pose.what, rests, words),
                None => Err(Problem::Stray),
            },
            Open::Figure { posed, .. } => {
                let Some(mut figure) = self.figures.pop() else {
                    return Err(Problem::Stray);
                };
                let added = scenes::add(&mut figure.what, posed, words, |it| self.named(it));
                self.figures.push(figure);
                added
            }
        }
    }

    fn close(open: Open) -> Result<(), NotationError> {
        match open {
            Open::Figure { posed: false, line } => Err(NotationError {
                line,
                problem: Problem::NoPose,
            }),
            Open::Nothing | Open::Pose { .. } | Open::Figure { .. } => Ok(()),
        }
    }
}

/// The block that lines belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    /// The last pose, and whether it has said what it rests on.
    Pose {
        rests: bool,
    },
    /// The last figure, and whether it has said which pose it shows.
    Figure {
        posed: bool,
        line: usize,
    },
}
