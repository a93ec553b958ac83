//! Classifies the lines of a text: the routine's own, its title above them, and those around it, such as greetings.

use super::LONGEST_TITLE;
use super::error::Field;
use super::lines::TextLine;
use super::stamps::ends_in_one;
use super::steps::{Likeness, Meaning, is_rest, meaning, with_variation};
use super::tables::is_head;
use super::wording::{is_label, is_of_mail};

/// A line with its role and its meaning.
#[derive(Debug)]
pub(super) struct ClassifiedLine {
    /// The role of the line.
    pub(super) role: LineRole,
    /// The meaning of the line, read as a step.
    pub(super) meaning: Meaning,
}

/// The role of a line in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineRole {
    /// It begins with a keyword.
    Field(Field),
    /// It is the title of the routine.
    Heading,
    /// It is a step, or should be one.
    Routine,
    /// It says more about the step before it.
    More,
    /// It isn't part of the routine.
    Aside,
}

/// Classifies each line.
pub(super) fn of_lines(lines: &[TextLine<'_>]) -> Vec<ClassifiedLine> {
    let text = Text::of(lines);
    let mut roles = Vec::new();
    for at in 0..lines.len() {
        roles.push(text.role(at, &roles));
    }
    if text.opening.is_none()
        && let Some(above) = text.title(&roles)
    {
        roles[above] = LineRole::Heading;
    }
    let parts = roles.into_iter().zip(text.meanings);
    let classified = |(role, meaning)| ClassifiedLine { role, meaning };
    parts.map(classified).collect()
}

/// The keyword that a line begins with.
pub(super) fn field(line: &TextLine<'_>) -> Option<Field> {
    let (key, _) = line.plain.split_once(':')?;
    let key = key.trim_matches(|sign: char| !sign.is_ascii_alphabetic());
    Field::ALL
        .into_iter()
        .find(|field| field.word().eq_ignore_ascii_case(key))
}

/// The lines of a text, and what is known about it as a whole.
struct Text<'t> {
    lines: &'t [TextLine<'t>],
    fields: Vec<Option<Field>>,
    meanings: Vec<Meaning>,
    /// The line with the keyword for the title.
    opening: Option<usize>,
    /// The line that begins a signature, or the number of lines if none does.
    signed: usize,
    /// The first and the last step.
    steps: Option<(usize, usize)>,
}

impl<'t> Text<'t> {
    fn of(lines: &'t [TextLine<'t>]) -> Self {
        let fields: Vec<_> = lines.iter().map(field).collect();
        let opening = fields.iter().position(|it| *it == Some(Field::Routine));
        let begins = opening.unwrap_or(0);
        let said = lines.iter().zip(&fields).enumerate();
        let mut meanings: Vec<_> = said
            .map(|(at, (line, field))| {
                if field.is_some() || at < begins {
                    Meaning::Words
                } else {
                    meaning(line)
                }
            })
            .collect();
        let is_step = |meaning: &Meaning| matches!(meaning, Meaning::Step(_));
        let first = meanings.iter().position(is_step);
        let signs = |line: &TextLine<'_>| matches!(line.written, "--" | "—" | "–");
        let from = first.unwrap_or(lines.len());
        let signed = lines.iter().skip(from).position(signs);
        let signed = signed.map_or(lines.len(), |nth| from + nth);
        for meaning in meanings.iter_mut().skip(signed) {
            *meaning = Meaning::Words;
        }
        let last = meanings.iter().rposition(is_step);
        Self {
            lines,
            fields,
            meanings,
            opening,
            signed,
            steps: first.zip(last),
        }
    }

    /// The role of a line, given those of the lines before it.
    fn role(&self, at: usize, before: &[LineRole]) -> LineRole {
        if at < self.opening.unwrap_or(0) {
            return LineRole::Aside;
        }
        if let Some(field) = self.field(at) {
            return LineRole::Field(field);
        }
        match &self.meanings[at] {
            Meaning::Step(_) => LineRole::Routine,
            Meaning::Unread(_, looks) if self.is_fault(at, *looks) => LineRole::Routine,
            Meaning::Amount if self.says_more(at, before) => LineRole::More,
            Meaning::Words if self.names_a_variation(at) => LineRole::More,
            Meaning::Amount | Meaning::Unread(..) | Meaning::Words => LineRole::Aside,
        }
    }

    /// The keyword that a line begins with. A note in a mail before any step doesn't count, as it isn't about a step.
    fn field(&self, at: usize) -> Option<Field> {
        let of_a_mail = self.opening.is_none() && self.steps.is_none_or(|(first, _)| at < first);
        let field = self.fields[at].filter(|_| at < self.signed)?;
        (field != Field::Note || !of_a_mail).then_some(field)
    }

    /// Whether a line is among those of the routine.
    fn is_among(&self, at: usize) -> bool {
        let within = |(first, last)| (self.opening.unwrap_or(first)..last).contains(&at);
        self.steps.is_some_and(within)
    }

    /// Whether a line that can't be read was meant as a step.
    fn is_fault(&self, at: usize, looks: Likeness) -> bool {
        let is_one = |at: usize| {
            let meaning = self.meanings.get(at);
            matches!(
                meaning,
                Some(Meaning::Step(_) | Meaning::Unread(_, Likeness::Surely))
            )
        };
        let before = !self.lines[at].apart && at.checked_sub(1).is_some_and(is_one);
        let after = self.lines.get(at + 1).is_some_and(|it| !it.apart) && is_one(at + 1);
        match looks {
            _ if self.is_among(at) => true,
            Likeness::Surely => true,
            Likeness::Perhaps => before || after || self.steps.is_none(),
            Likeness::Hardly => self.steps.is_none() && self.opening.is_some(),
        }
    }

    /// Whether a line that states an amount without a posture belongs, or should belong, to the step before it.
    fn says_more(&self, at: usize, roles: &[LineRole]) -> bool {
        let rests = is_rest(&self.lines[at].plain);
        let near = !self.lines[at].apart && !rests;
        let of_step = at
            .checked_sub(1)
            .is_some_and(|before| match &self.meanings[before] {
                Meaning::Step(found) => near || !found.says_how_much,
                // Also a rest, where each line of a form says one thing.
                Meaning::Amount | Meaning::Words => {
                    roles[before] == LineRole::More && !self.lines[at].apart
                }
                Meaning::Unread(..) => false,
            });
        of_step || (self.is_among(at) && !rests)
    }

    /// Whether a line names a variation of the posture on the line before it, and nothing else.
    fn names_a_variation(&self, at: usize) -> bool {
        match at.checked_sub(1).map(|before| &self.meanings[before]) {
            Some(Meaning::Step(found)) => with_variation(found, &self.lines[at].plain).is_some(),
            Some(Meaning::Amount | Meaning::Unread(..) | Meaning::Words) | None => false,
        }
    }

    /// The line above the first step that gives the routine's title.
    fn title(&self, roles: &[LineRole]) -> Option<usize> {
        let (first, _) = self.steps?;
        let is_one = |at: &usize| {
            let is_words = matches!(self.meanings[*at], Meaning::Words);
            is_words && roles[*at] == LineRole::Aside && is_title(&self.lines[*at])
        };
        let below_mail = |at: &usize| !is_of_mail(&self.lines[*at].plain);
        (0..first).rev().take_while(below_mail).find(is_one)
    }
}

fn is_title(line: &TextLine<'_>) -> bool {
    const GREETINGS: [&str; 8] = ["hi", "hello", "hey", "dear", "good", "hallo", "sent", "on"];
    let words: Vec<_> = line.plain.split_whitespace().collect();
    let first = words
        .first()
        .map(|word| word.trim_matches(|sign: char| !sign.is_ascii_alphabetic()));
    let greets =
        first.is_some_and(|first| GREETINGS.iter().any(|it| it.eq_ignore_ascii_case(first)));
    let is_sentence = line.plain.ends_with([',', '.', '!', '?', ';']);
    let is_address = line.plain.contains(['@', '<', '|', '\t', ';']) || line.plain.contains("://");
    let length = line.written.chars().count();
    let is_of_program = ["-----", "====="]
        .iter()
        .any(|it| line.written.starts_with(it) && line.written.ends_with(it));
    !greets
        && !is_of_program
        && !is_head(line)
        && !ends_in_one(&line.plain, false)
        && !is_label(&line.plain)
        && !is_sentence
        && !is_address
        && words.len() < 10
        && length <= LONGEST_TITLE
        && !words.is_empty()
}
