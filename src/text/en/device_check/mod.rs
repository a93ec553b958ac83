//! The device check: what each finding means, what to do, and what Limber does instead.

mod advice;
mod meaning;
mod report;

pub use advice::{advice, instead};
pub use meaning::meaning;
pub use report::{ReportLine, report};

use crate::device::check::{Capability, Status, StorageEstimate};

/// The name of a capability.
pub const fn capability(capability: Capability) -> &'static str {
    match capability {
        Capability::Speech => "Voice",
        Capability::Tones => "Tones",
        Capability::Vibration => "Vibration",
        Capability::Screen => "Screen stays on",
        Capability::Storage => "Your data",
        Capability::Offline => "Offline",
        Capability::Motion => "Motion sensors",
        Capability::Notifications => "Notifications",
    }
}

/// A status, in a word or two.
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Looking => "Looking …",
        Status::Works => "Works",
        Status::Partly => "Works in part",
        Status::Fails => "Does not work",
        Status::Unknown => "Not known",
        Status::Untried => "Not tried yet",
        Status::Off => "Switched off",
    }
}

/// The label of the button that puts a capability to the test.
pub const fn test(capability: Capability) -> &'static str {
    match capability {
        Capability::Speech => "Test the voice",
        Capability::Tones => "Test the tones",
        Capability::Vibration => "Test the vibration",
        Capability::Screen => "Test the screen",
        Capability::Storage => "Ask the browser to keep it",
        Capability::Offline => "Look again",
        Capability::Motion => "Test the sensors",
        Capability::Notifications => "Test the notifications",
    }
}

/// The question that only the person can answer.
pub const fn question(capability: Capability) -> &'static str {
    match capability {
        Capability::Speech => "Did you hear the voice?",
        Capability::Tones => "Did you hear the tones?",
        Capability::Vibration => "Did you feel it?",
        Capability::Screen
        | Capability::Storage
        | Capability::Offline
        | Capability::Motion
        | Capability::Notifications => "Did it work?",
    }
}

/// What a screen reader says after a test: "Voice: Does not work."
pub fn outcome(name: &str, status: &str, meaning: &str) -> String {
    format!("{name}: {status}. {meaning}")
}

/// A summary of all capabilities, in a sentence or two.
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

/// How many English voices there are, and the one in use.
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

/// The storage space that the browser gives.
pub fn storage_estimate(estimate: StorageEstimate) -> String {
    let (used, left) = (
        bytes(estimate.used),
        bytes(estimate.quota.saturating_sub(estimate.used)),
    );
    format!("In use: {used}. Room left: {left}.")
}

/// A number of bytes, roughly: "12 KB", "1.5 GB", never broken across lines.
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
