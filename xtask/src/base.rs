//! The path under which a deployed page is served.

use std::fmt;

/// A path from the root of a host. It begins and ends with a slash, and needs no escaping in a URL, a headers file or
/// HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Base(String);

/// A path that can't be a base.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum BaseError {
    #[error("`{given}` has to begin and end with a slash: try `{better}`")]
    Slashes { given: String, better: String },
    #[error(
        "`{given}` may hold only letters, digits, `-`, `_`, `.` and `~` between single slashes"
    )]
    Segment { given: String },
}

impl Default for Base {
    /// The root of the host.
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl Base {
    /// Reads a base such as `/` or `/limber/`.
    ///
    /// # Errors
    ///
    /// [`BaseError::Slashes`] if an outer slash is missing or doubled; [`BaseError::Segment`] for empty parts, `.`,
    /// `..`, and characters that would need escaping.
    pub(crate) fn parse(text: &str) -> Result<Self, BaseError> {
        let inner = text.trim_matches('/');
        if !inner.is_empty() && !inner.split('/').all(is_plain_segment) {
            return Err(BaseError::Segment {
                given: text.to_owned(),
            });
        }
        let base = if inner.is_empty() {
            Self::default()
        } else {
            Self(format!("/{inner}/"))
        };
        if base.0 == text {
            Ok(base)
        } else {
            Err(BaseError::Slashes {
                given: text.to_owned(),
                better: base.0,
            })
        }
    }

    /// The base as used in a URL, with both slashes.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Base {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

fn is_plain_segment(segment: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.~".contains(c);
    !matches!(segment, "" | "." | "..") && segment.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_paths_between_slashes_are_bases() {
        for text in ["/", "/limber/", "/a/b-c_d.e~1/"] {
            assert_eq!(Base::parse(text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn missing_slashes_are_named_with_the_better_spelling() {
        for (given, better) in [
            ("limber", "/limber/"),
            ("/limber", "/limber/"),
            ("", "/"),
            ("//", "/"),
            ("//limber/", "/limber/"),
        ] {
            let expected = BaseError::Slashes {
                given: given.to_owned(),
                better: better.to_owned(),
            };
            assert_eq!(Base::parse(given), Err(expected));
        }
    }

    #[test]
    fn what_would_have_to_be_escaped_is_refused() {
        for given in [
            "/a b/",
            "/../",
            "/a//b/",
            "/é/",
            "/a?b/",
            "/*/",
            "https://example.org/",
        ] {
            let expected = BaseError::Segment {
                given: given.to_owned(),
            };
            assert_eq!(Base::parse(given), Err(expected), "{given}");
        }
    }
}
