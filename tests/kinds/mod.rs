//! The kinds of stored records, each with the functions which read and print it.

use std::fs;
use std::path::{Path, PathBuf};

use limber::store::{self, Unreadable};

/// A kind of record.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kind {
    /// The prefix of its examples' file names.
    pub(crate) name: &'static str,
    /// Reads a record of this kind, and prints what was read.
    pub(crate) again: fn(&str) -> Result<String, Unreadable>,
}

/// Every kind of record.
pub(crate) const KINDS: [Kind; 7] = [
    Kind {
        name: "settings",
        again: |kept| store::read_settings(kept).map(|it| store::print_settings(&it)),
    },
    Kind {
        name: "person",
        again: |kept| store::read_person(kept).map(|it| store::print_person(&it)),
    },
    Kind {
        name: "check-in",
        again: |kept| store::read_check_in(kept).map(|it| store::print_check_in(&it)),
    },
    Kind {
        name: "screening",
        again: |kept| store::read_screening(kept).map(|it| store::print_screening(&it)),
    },
    Kind {
        name: "playing",
        again: |kept| store::read_snapshot(kept).map(|it| store::print_snapshot(&it)),
    },
    Kind {
        name: "history",
        again: |kept| store::read_session(kept).map(|it| store::print_session(&it)),
    },
    Kind {
        name: "routine",
        again: |kept| store::read_routine(kept).map(|(_, it)| store::print_routine(&it)),
    },
];

/// The folder with the example records.
pub(crate) fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/records")
}

/// The text of an example record, as a released version of Limber wrote it.
pub(crate) fn example(name: &str) -> String {
    let path = examples().join(name).with_extension("json");
    let text = fs::read_to_string(&path);
    text.unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
