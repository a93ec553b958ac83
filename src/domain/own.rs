//! The person's own routines, brought in from outside.

use std::fmt;

/// The id of one of the person's own routines: a hash of its text, so that a routine brought in twice is stored once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct OwnId(u64);

/// The prefix of these ids; no id in the library begins with it.
const PREFIX: &str = "own-";

impl OwnId {
    /// The id of the routine with exactly this text: 64-bit FNV-1a (Fowler, Noll and Vo; RFC 9923).
    pub fn of(text: &str) -> Self {
        let mix =
            |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        Self(text.bytes().fold(0xcbf2_9ce4_8422_2325, mix))
    }

    /// The id that is printed like this, if there is one.
    pub fn named(name: &str) -> Option<Self> {
        let digits = name.strip_prefix(PREFIX)?;
        let id = u64::from_str_radix(digits, 16).ok().map(Self)?;
        (id.to_string() == name).then_some(id)
    }
}

impl fmt::Display for OwnId {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{PREFIX}{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_found_again_by_its_name_and_by_no_other() {
        // The test vector for “a” of RFC 9923.
        assert_eq!(OwnId::of("a").to_string(), "own-af63dc4c8601ec8c");
        let id = OwnId::of("routine: After a long drive");
        assert_eq!(OwnId::named(&id.to_string()), Some(id));
        for other in [
            "",
            "own-",
            "own-1",
            "own-+f63dc4c8601ec8c",
            "own-AF63DC4C8601EC8C",
            "morning",
        ] {
            assert_eq!(OwnId::named(other), None, "{other}");
        }
    }
}
