//! Splits text that is too long to be said in one breath.

/// Splits words until each part fits: between sentences if possible, else at commas, else between words.
pub(super) fn split(words: &str, fits: &dyn Fn(&str) -> bool) -> Vec<String> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    if fits(words) {
        return vec![words.trim().to_owned()];
    }
    let middle = words.len() / 2;
    let nearest = |mark: &str| {
        words
            .match_indices(mark)
            .map(|(at, mark)| at + mark.len())
            .filter(|at| *at < words.trim_end().len())
            .min_by_key(|at| at.abs_diff(middle))
    };
    let Some(at) = nearest(". ")
        .or_else(|| nearest(", "))
        .or_else(|| nearest(" "))
    else {
        return vec![words.trim().to_owned()];
    };
    let (before, after) = words.split_at(at);
    let mut parts = split(before, fits);
    parts.extend(split(after, fits));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_split_where_a_reader_would_breathe() {
        let short = |part: &str| part.trim().len() <= 32;
        assert_eq!(
            split(
                "Lie down near a chair. Lift both calves onto the seat, one by one.",
                &short
            ),
            [
                "Lie down near a chair.",
                "Lift both calves onto the seat,",
                "one by one."
            ]
            .map(str::to_owned)
            .to_vec()
            .as_slice()
        );
        let unbroken = "x".repeat(50);
        assert_eq!(split(&unbroken, &short), [unbroken]);
        assert!(split("  ", &short).is_empty());
    }
}
