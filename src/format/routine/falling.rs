//! Falling amounts, such as `3, 2, 1 slow movements`: fewer in each set, which is also how Limber shows them.

use super::amounts::OTHERS;
use super::counting::adjectives;
use super::heard::Heard;
use super::how_often::without_how_often;
use super::quantities::{Token, tokens};
use super::scanning::WHOLE;

/// Rewrites a text like `3, 2, 1` or `6-4-2` in the notation: 3 sets, 1 fewer each, starting at 3. `10, 10, 10` is as
/// many in each. Leaves other texts as they are.
pub(super) fn fewer_each_time(text: &str) -> String {
    const BETWEEN: [char; 2] = [',', '-'];
    let listed = text.trim_start_matches([':', ' ', '-', '(']);
    let is_of_list = |sign: char| sign.is_ascii_digit() || sign == ' ' || BETWEEN.contains(&sign);
    let (numbers, after) =
        listed.split_at(listed.find(|it| !is_of_list(it)).unwrap_or(listed.len()));
    let counts: Vec<Option<u64>> = numbers
        .split(BETWEEN)
        .map(|it| it.trim().parse().ok())
        .collect();
    let fewer = |pair: &[Option<u64>]| {
        pair[0]
            .zip(pair[1])
            .and_then(|(one, next)| one.checked_sub(next))
    };
    let from = numbers.rfind(BETWEEN).map_or(0, |sign| sign + 1);
    match counts.as_slice() {
        // Nobody counts down to nothing: "2,0" is one number.
        [Some(first), .., Some(last @ 1..)] if goes_on(*last, &listed[from..], counts.len()) => {
            let by = fewer(&counts);
            let steady = by.is_some_and(|by| by <= first / 2)
                && counts.windows(2).all(|pair| fewer(pair) == by);
            let sets = counts.len();
            let said = by
                .filter(|_| steady)
                .map(|by| format!("{sets} sets, {by} fewer each, {first} {after}"));
            said.unwrap_or_else(|| text.to_owned())
        }
        _ => text.to_owned(),
    }
}

/// Whether the last number counts the same as those before it, as in "12, 10, 8 reps", and not something else, as in
/// "12, 10 s rest" and "10, 3 sets". Two numbers are such a list only if it is said what they count.
fn goes_on(last: u64, text: &str, numbers: usize) -> bool {
    let tokens = without_how_often(tokens(text).0, true, &mut Vec::new());
    let Some((Token::Number(number), after)) = tokens.split_first() else {
        return false;
    };
    let counts_another = match after.get(adjectives(after)) {
        Some(Token::By) => true,
        Some(Token::Word(word)) => OTHERS.contains(word),
        Some(Token::Number(_) | Token::Time(_) | Token::Break) | None => false,
    };
    let is_list = numbers > 2 || Heard::default().is_counted(after);
    last.checked_mul(WHOLE) == Some(*number) && !counts_another && is_list
}
