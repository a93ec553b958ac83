//! Lines that hold more than one thing: rows of a table whose head says what its numbers count, and several steps one
//! after the other.

use super::lines::Line;
use super::names;
use super::steps::{Meaning, meaning};

/// What stands between the cells of a row.
const BETWEEN_CELLS: [char; 3] = ['|', '\t', ';'];

/// The lines, each of which holds one step at the most, and says what its numbers count.
pub(super) fn laid_out(lines: Vec<Line<'_>>) -> Vec<Line<'_>> {
    let mut head: Vec<&str> = Vec::new();
    let mut one_each = Vec::new();
    for mut line in lines {
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

fn cells(plain: &str) -> Vec<&str> {
    let inner = plain.trim_matches(['|', ' ']);
    inner.split(BETWEEN_CELLS).map(str::trim).collect()
}

/// What the cells of a table count, if a line is the head of one; nothing for what is no number.
fn head_of(line: &Line<'_>) -> Option<Vec<&'static str>> {
    let cells = cells(&line.plain);
    let counted: Vec<_> = cells.iter().map(|cell| counted(cell)).collect();
    let is_head =
        cells.len() > 1 && counted.iter().any(|it| !it.is_empty()) && counted[0].is_empty();
    (is_head && !line.plain.contains(|sign: char| sign.is_ascii_digit())).then_some(counted)
}

/// What a number counts below this word, as it is written around `#`.
fn counted(cell: &str) -> &'static str {
    let cell = cell.to_ascii_lowercase();
    let has = |word: &str| cell.contains(word);
    if has("set") || has("round") {
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

/// A row in which each number says what it counts.
fn row(plain: &str, head: &[&str]) -> Option<String> {
    let cells = cells(plain);
    if cells.len() < 2 || cells.len() > head.len() {
        return None;
    }
    let is_number = |cell: &str| {
        let digits = cell.contains(|sign: char| sign.is_ascii_digit());
        digits && !cell.contains(|sign: char| sign.is_ascii_alphabetic() || "'\":".contains(sign))
    };
    let said = cells.iter().zip(head).map(|(cell, counted)| {
        if is_number(cell) && !counted.is_empty() {
            counted.replace('#', cell)
        } else {
            (*cell).to_owned()
        }
    });
    Some(said.collect::<Vec<_>>().join("; "))
}

/// The steps of a line that names several postures, if each of them can be read alone, and all together can't.
fn several<'t>(line: &Line<'t>) -> Option<Vec<Line<'t>>> {
    let mut parts: Vec<String> = Vec::new();
    let mut whole = line.plain.replace(" then ", "; ");
    let another = |(at, and): (usize, &str)| {
        let (span, _) = names::find(&whole[at + and.len()..])?;
        (span.start == 0).then_some(at)
    };
    if let Some(at) = whole.match_indices(" and ").find_map(another) {
        whole.replace_range(at..at + " and ".len(), "; ");
    }
    for piece in whole.split_inclusive([',', ';']) {
        match parts.last_mut() {
            Some(last) if names::find(piece).is_none() => last.push_str(piece),
            _ => parts.push(piece.to_owned()),
        }
    }
    let several = parts.len() > 1 && !matches!(meaning(line), Meaning::Step(_));
    let line = |plain: String| Line {
        plain: plain.trim_matches([' ', ',', ';']).to_owned(),
        ..line.clone()
    };
    let lines: Vec<_> = parts.into_iter().map(line).collect();
    let each = |lines: &[Line<'_>]| {
        lines
            .iter()
            .all(|it| matches!(meaning(it), Meaning::Step(_)))
    };
    (several && each(&lines)).then_some(lines)
}
