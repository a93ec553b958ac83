//! Formats sizes as tables.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How many rows to show; the rest is summed up in one more.
const ROWS: usize = 24;

/// A table of sections with their bytes, raw and in brotli. Tiny ones share a row.
pub(super) fn of_sections(mut sections: Vec<(String, usize, usize)>) -> String {
    const WORTH_A_ROW: usize = 200;
    sections.sort_by_key(|(_, _, small)| std::cmp::Reverse(*small));
    let (large, rest): (Vec<_>, Vec<_>) = sections
        .into_iter()
        .partition(|(_, _, small)| *small >= WORTH_A_ROW);
    let rest = rest
        .iter()
        .fold((0, 0), |sum, (_, raw, small)| (sum.0 + raw, sum.1 + small));
    let mut text = format!(
        "\n{:<44} {:>9} {:>9}\n",
        "sections of the wasm that is served", "raw", "brotli"
    );
    for (name, raw, small) in &large {
        // Writing to a string never fails.
        let _ = writeln!(text, "{name:<44} {raw:>9} {small:>9}");
    }
    let _ = writeln!(text, "{:<44} {:>9} {:>9}", "(the rest)", rest.0, rest.1);
    text
}

/// A table of functions' bytes by name, largest first, with shares.
pub(super) fn of_functions(what: &str, weights: BTreeMap<String, usize>) -> String {
    let all: usize = weights.values().sum();
    let mut rows: Vec<_> = weights.into_iter().collect();
    rows.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    let rest = rows.split_off(rows.len().min(ROWS));
    if !rest.is_empty() {
        let sum = rest.iter().map(|(_, size)| size).sum();
        rows.push((format!("({} others)", rest.len()), sum));
    }
    let mut text = format!("\n{what:<44} {:>9} {:>9}\n", "bytes", "share");
    for (name, size) in &rows {
        let tenths = size * 1000 / all.max(1);
        let share = format!("{}.{} %", tenths / 10, tenths % 10);
        let _ = writeln!(text, "{name:<44} {size:>9} {share:>9}");
    }
    let _ = writeln!(text, "{:<44} {all:>9}", "all functions");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_come_first_and_nothing_is_left_out_of_the_sum() {
        let weights = (1..=30).map(|size| (format!("c{size}"), size));
        let table = of_functions("by crate", weights.collect());
        let rows: Vec<Vec<&str>> = table
            .lines()
            .map(|line| line.split_whitespace().collect())
            .collect();
        assert_eq!(rows[2], ["c30", "30", "6.4", "%"]);
        assert_eq!(rows[26], ["(6", "others)", "21", "4.5", "%"]);
        assert_eq!(rows[27], ["all", "functions", "465"]);
    }

    #[test]
    fn small_sections_share_a_row() {
        let section = |name: &str, size| (name.to_owned(), size, size / 2);
        let table = of_sections(vec![
            section("data", 1000),
            section("type", 100),
            section("code", 4000),
            section("tag", 10),
        ]);
        let rows: Vec<&str> = table.lines().skip(2).collect();
        assert!(rows[0].starts_with("code ") && rows[1].starts_with("data "));
        let rest: Vec<&str> = rows[2].split_whitespace().collect();
        assert_eq!(rest, ["(the", "rest)", "110", "55"]);
    }
}
