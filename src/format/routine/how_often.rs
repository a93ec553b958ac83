//! How often and for how long to do something, in days and weeks: Limber leaves that to its users.

use std::ops::Range;

use super::quantities::Token;
use super::scanning::WHOLE;

/// Removes how often something is to be done, and names it in `left_out`. `known` is whether it is known how much.
pub(super) fn without_how_often<'t>(
    mut tokens: Vec<Token<'t>>,
    known: bool,
    left_out: &mut Vec<String>,
) -> Vec<Token<'t>> {
    while let Some(span) = how_often(&tokens, known) {
        let said: Vec<_> = tokens
            .drain(span)
            .map(|token| match token {
                Token::Number(number) => (number / WHOLE).to_string(),
                Token::Word(word) => word.to_owned(),
                Token::Time(tenths) => format!("{} h", tenths / 36_000),
                Token::By | Token::Break => "x".to_owned(),
            })
            .collect();
        left_out.push(said.join(" "));
    }
    tokens
}

/// Words for how often.
const TIMES: [&str; 18] = [
    "day", "days", "daily", "week", "weeks", "weekly", "wk", "month", "months", "hour", "hourly",
    "morning", "mornings", "evening", "evenings", "night", "am", "pm",
];
/// Words before those.
const LEADING: [&str; 9] = [
    "a", "per", "each", "every", "other", "times", "time", "in", "the",
];

/// Where the first words stand that say how often: `3 x per day`, `every 2 days`, `5 days a week`, `week 3`.
fn how_often(tokens: &[Token<'_>], known: bool) -> Option<Range<usize>> {
    let hours = |pair: &[Token<'_>]| matches!(pair, [Token::Word("every"), Token::Time(36_000..)]);
    if let Some(from) = tokens.windows(2).position(hours) {
        return Some(from..from + 2);
    }
    let first = tokens.iter().position(is_time)?;
    let from = beginning(tokens, first, known);
    Some(from..end(tokens, from, first))
}

fn is_time(token: &Token<'_>) -> bool {
    matches!(token, Token::Word(word) if TIMES.contains(word))
}

/// Whether a token belongs to the one of the [`TIMES`] that it stands before.
fn leads(token: &Token<'_>) -> bool {
    match token {
        Token::By => true,
        Token::Word(word) => LEADING.contains(word),
        Token::Number(_) | Token::Time(_) | Token::Break => false,
    }
}

/// Where the words begin that say how often; `time` is where the first of the [`TIMES`] stands among them.
fn beginning(tokens: &[Token<'_>], time: usize, known: bool) -> usize {
    let lasts = |token: &Token<'_>| matches!(token, Token::Word("every" | "for"));
    let back = |from: usize, is_part: &dyn Fn(&Token<'_>) -> bool| {
        let before = tokens[..from].iter().rev();
        from - before.take_while(|it| is_part(it)).count()
    };
    let from = back(time, &leads);
    let plural = matches!(tokens[time], Token::Word("days" | "weeks" | "months"));
    let times = |it: &Token<'_>| matches!(it, Token::By | Token::Word("times" | "time"));
    let times = plural || tokens[from..time].iter().any(times);
    match &tokens[..from] {
        // As in "3 x 10 daily".
        [.., Token::Number(_), Token::By, Token::Number(_)] if plural || !times => from,
        [.., Token::Number(_)] if times => back(from - 1, &lasts),
        [
            ..,
            Token::Time(_) | Token::Word("reps" | "side"),
            Token::By,
            Token::Number(_),
        ] => from - 2,
        // "10 a day" is how much, unless that is known.
        [Token::By, Token::Number(_)] | [Token::Number(_)] if known && time + 1 == tokens.len() => {
            0
        }
        [.., Token::Word("once" | "twice" | "for")] => from - 1,
        _ => from,
    }
}

/// Where such words end that begin at `from`; `last` is where the last of the [`TIMES`] stands, as far as is known.
fn end(tokens: &[Token<'_>], from: usize, mut last: usize) -> usize {
    // As in "week 3".
    let counts = matches!(tokens[last], Token::Word("day" | "days" | "week" | "weeks"));
    if counts && from == last && matches!(tokens.get(last + 1), Some(Token::Number(_))) {
        last += 1;
    }
    loop {
        let after = &tokens[last + 1..];
        let leading = after.iter().take_while(|it| leads(it)).count();
        match after.get(leading) {
            Some(token) if is_time(token) => last += leading + 1,
            _ => return last + 1,
        }
    }
}
