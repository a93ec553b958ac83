//! Formats numbers as people read them, and divides them as far as that needs.
//!
//! The standard library formats an `f64` exactly to its last digit, and has an exact remainder for any two of them; the
//! code for that would be a good part of the page, and nobody here reads more than a few decimals. So nothing in the
//! page formats an `f64` directly, or uses its `%`.

/// Formats a number with this many decimals, nine at most.
pub fn fixed(number: f64, decimals: u8) -> String {
    let one = 10_u64.pow(decimals.into());
    let parts = whole(number.abs() * precisely(one));
    let sign = if number < 0.0 && parts > 0 { "-" } else { "" };
    let (before, after) = (parts / one, parts % one);
    match decimals {
        0 => format!("{sign}{before}"),
        _ => format!("{sign}{before}.{after:0width$}", width = decimals.into()),
    }
}

/// Formats a number with as many decimals as it needs, six at most.
pub fn short(number: f64) -> String {
    let text = fixed(number, 6);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Returns what is left of `of`, which isn't negative, after as many whole `by` as fit into it: from 0 to less than `by`.
pub fn remainder(of: f64, by: f64) -> f64 {
    let left = of - (of / by).floor() * by;
    if (0.0..by).contains(&left) { left } else { 0.0 }
}

#[expect(clippy::cast_precision_loss, reason = "a power of ten up to a billion")]
const fn precisely(one: u64) -> f64 {
    one as f64
}

/// Rounds halves to even, as the standard library does in formatting.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "nothing below zero comes here, and what is beyond counting may be told as the most that is"
)]
const fn whole(number: f64) -> u64 {
    number.round_ties_even() as u64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_has_the_decimals_that_it_needs() {
        let table = [
            (0.0, "0"),
            (-0.0, "0"),
            (5.0, "5"),
            (1200.0, "1200"),
            (0.499, "0.499"),
            (-12.5, "-12.5"),
            (0.1 + 0.2, "0.3"),
            (1e-4, "0.0001"),
            (1e-9, "0"),
            (f64::MAX, "18446744073709.551615"),
        ];
        for (number, text) in table {
            assert_eq!(short(number), text);
        }
    }

    proptest! {
        #[test]
        fn decimals_are_those_of_the_standard_library(
            hundredths in -1_000_000..1_000_000_i32,
            decimals in 2..6_u8,
        ) {
            let number = f64::from(hundredths) / 100.0;
            let expected = format!("{number:.*}", decimals.into());
            prop_assert_eq!(fixed(number, decimals), expected);
        }

        #[test]
        fn what_is_left_away_is_rounded(eighths in -100_000..100_000_i32, decimals in 0..3_u8) {
            // Eighths are exact in binary, so that halves are, too.
            let number = f64::from(eighths) / 8.0;
            let expected = format!("{number:.*}", decimals.into());
            let told = fixed(number, decimals);
            prop_assert_eq!(told.trim_start_matches('-'), expected.trim_start_matches('-'));
        }
    }

    #[test]
    fn a_remainder_is_less_than_what_it_was_divided_by() {
        for (of, by) in [
            (0.0, 3.0),
            (2.9, 3.0),
            (3.0, 3.0),
            (100.0, 0.1),
            (7.25, 2.0),
            (1e9, 0.3),
        ] {
            let left = remainder(of, by);
            assert!((0.0..by).contains(&left), "{of} by {by}: {left}");
            let off = (left - of % by).abs();
            assert!(off < 1e-6 || by - off < 1e-6, "{of} by {by}: {left}");
        }
    }
}
