//! Lines that hold more or less than one step: table rows whose head says what the numbers count, several steps on one
//! line, and one step spread over a line for each side.

use super::classifying::field;
use super::lines::TextLine;
use super::names;
use super::steps::{LONGEST_STEP, Meaning, leads_in, meaning};

/// The signs between the cells of a row.
const BETWEEN_CELLS: &[char] = &['|', '\t', ';'];
/// The sign between them where a program wrote the table.
const COMMA: &[char] = &[','];

/// The head of a table: what each column counts, and the signs between cells.
type Head = (Vec<&'static str>, &'static [char]);

/// Rearranges lines so that each holds at most one step, and says what its numbers count.
pub(super) fn laid_out(lines: Vec<TextLine<'_>>) -> Vec<TextLine<'_>> {
    let mut head: Head = (Vec::new(), BETWEEN_CELLS);
    let mut one_each: Vec<TextLine<'_>> = Vec::new();
    for mut line in lines {
        if field(&line).is_some() {
            one_each.push(line);
            continue;
        }
        if one_each
            .last_mut()
            .is_some_and(|before| joins(before, &line))
        {
            continue;
        }
        if let Some(found) = head_of(&line) {
            head = found;
        } else if let Some(row) = row(&line.plain, &head) {
            line.plain = row;
        }
        match several(&line) {
            Some(steps) => one_each.extend(steps),
            None => one_each.push(line),
        }
    }
    one_each
}

fn cells<'t>(plain: &'t str, between: &[char]) -> Vec<&'t str> {
    let inner = plain.trim_matches(['|', ' ']);
    if between != COMMA {
        return inner.split(between).map(str::trim).collect();
    }
    let (mut cells, mut rest) = (Vec::new(), Some(inner));
    while let Some(text) = rest {
        // A cell in quotes may have commas of its own.
        let end = match text.strip_prefix('"') {
            Some(quoted) => quoted.find("\",").map(|at| at + 2),
            None => text.find(','),
        };
        let (cell, after) = text.split_at(end.unwrap_or(text.len()));
        cells.push(cell.trim_matches(['"', ' ']));
        rest = after.strip_prefix(',');
    }
    cells
}

/// What each column counts, if a line is the head of a table; empty for a column without numbers.
fn head_of(line: &TextLine<'_>) -> Option<Head> {
    let with = |between: &'static [char], least: usize| {
        let counted: Vec<_> = cells(&line.plain, between)
            .into_iter()
            .map(counted)
            .collect();
        let is_head = counted.len() >= least
            && counted.iter().any(|it| !it.is_empty())
            && counted[0].is_empty();
        is_head.then_some((counted, between))
    };
    let has_numbers = line.plain.contains(|sign: char| sign.is_ascii_digit());
    // Sentences have commas, too.
    let short = line
        .plain
        .split(',')
        .all(|cell| cell.trim().split(' ').count() < 3);
    let head = with(BETWEEN_CELLS, 2).or_else(|| with(COMMA, 3).filter(|_| short));
    head.filter(|_| !has_numbers)
}

/// Whether a line is the head of a table.
pub(super) fn is_head(line: &TextLine<'_>) -> bool {
    head_of(line).is_some()
}

/// What a column with this head counts, written with `#` for the number.
fn counted(cell: &str) -> &'static str {
    let cell = cell.to_ascii_lowercase();
    let has = |word: &str| cell.contains(word);
    if let (Some(sets), Some(reps)) = (cell.find("set"), cell.find("rep")) {
        if sets < reps {
            "sets/reps: #"
        } else {
            "reps/sets: #"
        }
    } else if has("set") || has("round") {
        "# sets"
    } else if has("rep") || has("times") || has("count") {
        "# reps"
    } else if has("breath") {
        "# breaths"
    } else if has("rest") || has("pause") {
        "rest # s"
    } else if has("min") {
        "# min"
    } else if has("hold") || has("sec") {
        "hold # s"
    } else {
        ""
    }
}

/// Rewrites a row so that each number says what it counts.
fn row(plain: &str, (head, between): &Head) -> Option<String> {
    let cells = cells(plain, between);
    if cells.len() < 2 || cells.len() > head.len() {
        return None;
    }
    let is_number = |cell: &str| {
        let digits = cell.contains(|sign: char| sign.is_ascii_digit());
        digits && !cell.contains(|sign: char| sign.is_ascii_alphabetic() || "'\":".contains(sign))
    };
    let said = cells.iter().zip(head).map(|(cell, counted)| {
        let of_both = counted.contains('/') && cell.starts_with(|it: char| it.is_ascii_digit());
        if of_both || (is_number(cell) && !counted.is_empty()) {
            counted.replace('#', cell)
        } else {
            (*cell).to_owned()
        }
    });
    Some(said.collect::<Vec<_>>().join("; "))
}

/// Splits a line that names several postures, if each part can be read by itself, and the whole line can't.
fn several<'t>(line: &TextLine<'t>) -> Option<Vec<TextLine<'t>>> {
    if line.plain.len() > LONGEST_STEP {
        return None;
    }
    let mut parts: Vec<String> = Vec::new();
    let whole = parted(&line.plain);
    for piece in whole.split_inclusive([',', ';']) {
        match parts.last_mut() {
            Some(last) if names::find(piece).is_none() => last.push_str(piece),
            _ => parts.push(piece.to_owned()),
        }
    }
    if parts.len() < 2 || matches!(meaning(line), Meaning::Step(_)) {
        return None;
    }
    let line = |plain: String| TextLine {
        plain: plain.trim_matches([' ', ',', ';']).to_owned(),
        ..line.clone()
    };
    let lines: Vec<_> = parts.into_iter().map(line).collect();
    // If only the last one states an amount, it may be meant for all of them.
    let says_how_much = |line: &TextLine<'_>| match meaning(line) {
        Meaning::Step(found) => Some(found.says_how_much),
        Meaning::Amount | Meaning::Unread(..) | Meaning::Words => None,
    };
    let first = says_how_much(lines.first()?)?;
    let alike = lines.iter().all(|line| says_how_much(line) == Some(first));
    alike.then_some(lines)
}

/// A line with a semicolon wherever another posture may begin.
fn parted(plain: &str) -> String {
    let mut whole = plain.to_owned();
    for between in [" then ", " / ", " + ", " > ", " -> ", " → "] {
        whole = whole.replace(between, "; ");
    }
    // Signs and words that may also belong to a name or an amount.
    for between in [". ", " | ", " - ", " & ", " and ", "•", "·"] {
        let another = |at: &usize| {
            let after = whole[at + between.len()..].trim_start();
            names::find(after).is_some_and(|(span, _)| leads_in(&after[..span.start]))
        };
        let found = whole.match_indices(between).map(|(at, _)| at);
        let found: Vec<_> = found.filter(another).collect();
        for at in found.into_iter().rev() {
            whole.replace_range(at..at + between.len(), "; ");
        }
    }
    whole
}

/// Merges a line into the one before it, if it says the same about the other side. Returns whether it did.
fn joins(before: &mut TextLine<'_>, line: &TextLine<'_>) -> bool {
    let (one, other) = (sides(&before.plain), sides(&line.plain));
    let joins = matches!(
        (one.1, other.1),
        ([true, false], [false, true]) | ([false, true], [true, false])
    );
    if joins && one.0 == other.0 {
        before.plain.push_str(" left and right");
    }
    joins && one.0 == other.0
}

/// A line without its words for sides, and which sides it named.
fn sides(plain: &str) -> (String, [bool; 2]) {
    let (mut rest, mut sides) = (String::new(), [false; 2]);
    for span in names::spans(plain) {
        match names::compared(&plain[span]).as_str() {
            "left" | "l" => sides[0] = true,
            "right" | "r" => sides[1] = true,
            "side" | "leg" | "arm" | "only" => {}
            word => rest.push_str(word),
        }
    }
    (rest, sides)
}
