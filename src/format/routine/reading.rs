//! Reads a routine that somebody wrote or shared.

use super::classifying::{ClassifiedLine, LineRole, of_lines};
use super::error::{Field, ParseError, ParseErrorKind, Remark};
use super::lines::{TextLine, lines};
use super::printing::on_one_line;
use super::signs::plain;
use super::steps::{self, FoundStep, Meaning};
use super::tables::laid_out;
use super::{LONGEST_TEXT, LONGEST_TITLE, LONGEST_WORDS, ParsedRoutine};
use crate::domain::own::OwnId;
use crate::domain::routine::{self, Routine, RoutineError};
use crate::format::other::other;

/// How many errors are listed one by one.
const MOST_ERRORS: usize = 20;

/// Reads a routine, which gets the title `nameless` if it has none.
///
/// Its id is made from its contents, so that a routine read twice is the same one. The routine carries it, too.
///
/// # Errors
/// Returns everything that is wrong, each with its line.
pub fn read(text: &str, nameless: &str) -> Result<ParsedRoutine, Vec<ParseError>> {
    let whole = |what| Err(vec![ParseError { line: 1, what }]);
    if let Some(other) = other(text) {
        return whole(ParseErrorKind::Other(other));
    }
    let length = text.chars().count();
    if length > LONGEST_TEXT {
        return whole(ParseErrorKind::TooLong { length });
    }
    let lines = laid_out(lines(text));
    let mut draft = Draft::default();
    for (line, part) in lines.iter().zip(of_lines(&lines)) {
        if let Err(what) = draft.take(line, part) {
            draft.errors.push(ParseError {
                line: line.number,
                what,
            });
        }
    }
    draft.finish(nameless)
}

/// What has been read so far.
#[derive(Default)]
struct Draft {
    title: Option<String>,
    /// The title to use if no line has the keyword for it.
    heading: Option<String>,
    purpose: Option<String>,
    /// Each step with its line.
    steps: Vec<(usize, FoundStep)>,
    aside: Vec<String>,
    errors: Vec<ParseError>,
}

impl Draft {
    fn take(&mut self, line: &TextLine<'_>, part: ClassifiedLine) -> Result<(), ParseErrorKind> {
        match (part.role, part.meaning) {
            (LineRole::Field(field), _) => {
                let words = on_one_line(value(line, field));
                if plain(&words).trim().is_empty() {
                    // A form that nobody filled in.
                    return Ok(());
                }
                self.field(field, words)
            }
            (LineRole::Heading, _) => {
                self.heading = Some(heading(line));
                Ok(())
            }
            (LineRole::Routine, Meaning::Step(found)) => {
                self.steps.push((line.number, found));
                Ok(())
            }
            (LineRole::Routine, Meaning::Unread(what, _)) => Err(what),
            (LineRole::More, _) => {
                let more = |found: &FoundStep| {
                    steps::with_amount(found, &line.plain)
                        .or_else(|| steps::with_variation(found, &line.plain))
                };
                if let Some((_, found)) = self.steps.last_mut()
                    && let Some(again) = more(found)
                {
                    found.go_on(again);
                    return Ok(());
                }
                Err(ParseErrorKind::OfNothing {
                    written: line.plain.clone(),
                })
            }
            (LineRole::Routine | LineRole::Aside, _) => {
                self.aside.push(line.written.to_owned());
                Ok(())
            }
        }
    }

    fn field(&mut self, field: Field, words: String) -> Result<(), ParseErrorKind> {
        let (place, most) = match field {
            Field::Routine => (&mut self.title, LONGEST_TITLE),
            Field::Purpose => (&mut self.purpose, LONGEST_WORDS),
            Field::Note => {
                let (_, found) = self.steps.last_mut().ok_or(ParseErrorKind::NoteFirst)?;
                (&mut found.step.note, LONGEST_WORDS)
            }
        };
        let length = words.chars().count();
        if length > most {
            return Err(ParseErrorKind::Words {
                field,
                length,
                most,
            });
        }
        match place.replace(words) {
            Some(_) => Err(ParseErrorKind::Twice(field)),
            None => Ok(()),
        }
    }

    fn finish(self, nameless: &str) -> Result<ParsedRoutine, Vec<ParseError>> {
        if !self.errors.is_empty() {
            return Err(listed(self.errors));
        }
        let named = self.title.is_some();
        let lines: Vec<_> = self.steps.iter().map(|(line, _)| *line).collect();
        let (mut parts, mut remarks) = (Vec::new(), Vec::new());
        for (line, found) in self.steps {
            parts.push(routine::RoutinePart::Step(found.step));
            remarks.extend(found.remarks.into_iter().map(|what| Remark { line, what }));
        }
        let mut routine = Routine {
            id: String::new(),
            title: self
                .title
                .or(self.heading)
                .unwrap_or_else(|| nameless.to_owned()),
            purpose: self.purpose.unwrap_or_default(),
            parts,
        };
        if let Err(error) = routine.steps() {
            return Err(vec![in_its_line(error, &lines, named)]);
        }
        let id = OwnId::of(&super::print(&routine));
        routine.id = id.to_string();
        Ok(ParsedRoutine {
            id,
            routine,
            remarks,
            aside: self.aside,
        })
    }
}

/// The errors one by one, or the first of them and how many more there are.
fn listed(mut errors: Vec<ParseError>) -> Vec<ParseError> {
    let more = errors.len().saturating_sub(MOST_ERRORS);
    if let Some(first) = errors.get(MOST_ERRORS).filter(|_| more > 0) {
        let line = first.line;
        errors.truncate(MOST_ERRORS);
        errors.push(ParseError {
            line,
            what: ParseErrorKind::More(more),
        });
    }
    errors
}

/// What is wrong with the routine, in the line of its step if it is one step. `lines` are those of the steps, and
/// `named` is whether a line gives the routine a title.
fn in_its_line(error: RoutineError, lines: &[usize], named: bool) -> ParseError {
    let line = match error {
        RoutineError::Step { number, .. } => lines.get(number - 1).copied(),
        RoutineError::Empty | RoutineError::TooManySteps(_) | RoutineError::TooLong(_) => None,
    };
    let what = if error == RoutineError::Empty && !named {
        ParseErrorKind::NoPostures
    } else {
        ParseErrorKind::Routine(error)
    };
    ParseError {
        line: line.unwrap_or(1),
        what,
    }
}

/// The text after the keyword of a line, as written.
fn value<'t>(line: &TextLine<'t>, field: Field) -> &'t str {
    let small = line.written.to_ascii_lowercase();
    let from = small
        .find(field.word())
        .map_or(0, |at| at + field.word().len());
    let after = &line.written[from..];
    let bold =
        after.starts_with(['*', '_']) || after.get(1..).is_some_and(|it| it.starts_with("**"));
    let value = after.trim_start_matches(|sign| !matches!(sign, ':' | '：'));
    let value = value.trim_start_matches(['：', ':']);
    if bold {
        value.trim_matches(|sign: char| sign.is_ascii_whitespace() || "*_".contains(sign))
    } else {
        value.trim()
    }
}

/// Turns a line above a routine into its title.
fn heading(line: &TextLine<'_>) -> String {
    let marks = |sign: char| sign.is_ascii_whitespace() || "*_#:=\"-–".contains(sign);
    on_one_line(line.written.trim_matches(marks))
}
