//! The device check: what each finding means, what to do, and what Limber does instead.

mod advice;
mod meaning;
mod report;

pub use advice::{advice, instead};
pub use meaning::meaning;
pub use report::{Line, report};

use crate::device::check::{Part, Room, Standing};

/// The name of a part.
pub const fn part(part: Part) -> &'static str {
    match part {
        Part::Speech => "Voice",
        Part::Tones => "Tones",
        Part::Vibration => "Vibration",
        Part::Screen => "Screen stays on",
        Part::Storage => "Your data",
        Part::Offline => "Offline",
        Part::Motion => "Motion sensors",
        Part::Notifications => "Notifications",
    }
}

/// How a part stands, in a word or two.
pub const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Looking => "Looking …",
        Standing::Works => "Works",
        Standing::Partly => "Works in part",
        Standing::Fails => "Does not work",
        Standing::Unknown => "Not known",
        Standing::Untried => "Not tried yet",
        Standing::Off => "Switched off",
    }
}

/// What puts a part to the test.
pub const fn test(part: Part) -> &'static str {
    match part {
        Part::Speech => "Test the voice",
        Part::Tones => "Test the tones",
        Part::Vibration => "Test the vibration",
        Part::Screen => "Test the screen",
        Part::Storage => "Ask the browser to keep it",
        Part::Offline => "Look again",
        Part::Motion => "Test the sensors",
        Part::Notifications => "Test the notifications",
    }
}

/// What only the person can tell.
pub const fn question(part: Part) -> &'static str {
    match part {
        Part::Speech => "Did you hear the voice?",
        Part::Tones => "Did you hear the tones?",
        Part::Vibration => "Did you feel it?",
        Part::Screen | Part::Storage | Part::Offline | Part::Motion | Part::Notifications => {
            "Did it work?"
        }
    }
}

/// What a screen reader says after a test: "Voice: Does not work."
pub fn outcome(name: &str, standing: &str, meaning: &str) -> String {
    format!("{name}: {standing}. {meaning}")
}

/// How all of it stands, in a sentence or two.
pub fn summary(work: usize, fail: usize, wait: usize) -> String {
    let mut parts = Vec::new();
    match work {
        0 => {}
        1 => parts.push("One thing works.".to_owned()),
        many => parts.push(format!("{} things work.", count(many))),
    }
    match fail {
        0 => {}
        1 => parts.push("One does not.".to_owned()),
        many => parts.push(format!("{} do not.", count(many))),
    }
    match wait {
        0 => {}
        1 => parts.push("One needs you to test it.".to_owned()),
        many => parts.push(format!("{} need you to test them.", count(many))),
    }
    parts.join(" ")
}

fn count(many: usize) -> String {
    super::capital(&super::number(u64::try_from(many).unwrap_or(u64::MAX)))
}

/// The voices there are for English, and the one that speaks.
pub fn voices(many: usize, speaks: Option<&str>) -> String {
    let there = match many {
        0 => "No English voice is listed.".to_owned(),
        1 => "One English voice is listed.".to_owned(),
        many => format!("{many} English voices are listed."),
    };
    match speaks {
        Some(name) => format!("{there} Limber speaks with “{name}”."),
        None => there,
    }
}

/// The room that the browser gives.
pub fn room(room: Room) -> String {
    let (used, left) = (
        bytes(room.used),
        bytes(room.quota.saturating_sub(room.used)),
    );
    format!("In use: {used}. Room left: {left}.")
}

/// A number of bytes, about: "12 KB", "1.5 GB", never broken over two lines.
fn bytes(bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "KB")];
    for (size, unit) in UNITS {
        if bytes >= size {
            let tenths = bytes / (size / 10);
            return if tenths >= 100 || tenths.is_multiple_of(10) {
                format!("{}\u{a0}{unit}", tenths / 10)
            } else {
                format!("{}.{}\u{a0}{unit}", tenths / 10, tenths % 10)
            };
        }
    }
    "less than 1\u{a0}KB".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_told_as_people_tell_it() {
        assert_eq!(bytes(0), "less than 1\u{a0}KB");
        assert_eq!(bytes(12_400), "12\u{a0}KB");
        assert_eq!(bytes(1_550_000_000), "1.5\u{a0}GB");
        assert_eq!(bytes(2_000_000), "2\u{a0}MB");
        assert_eq!(bytes(64_000_000_000), "64\u{a0}GB");
    }

    #[test]
    fn the_summary_names_only_what_there_is() {
        assert_eq!(summary(6, 0, 0), "Six things work.");
        assert_eq!(
            summary(2, 1, 3),
            "Two things work. One does not. Three need you to test them."
        );
        assert_eq!(summary(0, 0, 1), "One needs you to test it.");
        assert_eq!(summary(0, 0, 0), "");
    }
}
