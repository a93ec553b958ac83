//! The side that works, and the lines that depend on it.

/// Which side of the body works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The person's own left.
    Left,
    /// The person's own right.
    Right,
}

impl Side {
    /// The other side.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// A line's words for one side, with each `[left|right]` resolved.
///
/// A line without a choice, or with a bracket that isn't a choice, is returned as it stands.
pub fn for_side(line: &str, side: Option<Side>) -> String {
    let mut words = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, from)) = rest.split_once('[') {
        let choice = from.split_once(']').and_then(|(inside, after)| {
            inside
                .split_once('|')
                .map(|(left, right)| (left, right, after))
        });
        let Some((left, right, after)) = choice else {
            break;
        };
        words.push_str(before);
        words.push_str(if side == Some(Side::Right) {
            right
        } else {
            left
        });
        rest = after;
    }
    words.push_str(rest);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_the_side_that_works() {
        let line = "Bring the [left|right] knee forward and the [right|left] leg back.";
        assert_eq!(
            for_side(line, Some(Side::Right)),
            "Bring the right knee forward and the left leg back."
        );
        assert_eq!(
            for_side(line, Some(Side::Left)),
            "Bring the left knee forward and the right leg back."
        );
        assert_eq!(for_side("Nothing [here", None), "Nothing [here");
    }
}
