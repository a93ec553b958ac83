//! Where a shared text leads: it may be a routine, or contain the address of one, escaped and broken by the programs
//! it came through.

use crate::app::route::Route;
use crate::format::{link, other::other, routine::looks_like_one};

/// How deep addresses may be nested in one another.
const DEEPEST: usize = 4;

/// Returns the screen that a shared text leads to: a routine or posture of the library, or the import screen with the
/// text stripped of what wraps it.
pub fn leads_to(text: &str) -> Route {
    let mut text = if means_something(text) {
        text.to_owned()
    } else {
        link::unescape_again(text, means_something)
    };
    for _ in 0..DEEPEST {
        if looks_like_one(&text) || other(&text).is_some() {
            break;
        }
        let mut inner = None;
        for fragment in link::fragments_in(&text) {
            let route = Route::of_fragment(&fragment);
            if let Route::TakeIn(part) = route {
                if !part.is_empty() {
                    inner = Some(link::unescape_again(&part, means_something));
                    break;
                }
            } else if matches!(route, Route::Routine(_) | Route::Posture(_)) {
                return route;
            }
        }
        match inner {
            Some(inner) => text = inner,
            None => break,
        }
    }
    Route::TakeIn(text)
}

/// Whether a text contains something that can be imported.
fn means_something(text: &str) -> bool {
    looks_like_one(text) || !link::fragments_in(text).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_was_passed_on_as_a_text_leads_where_it_leads() {
        let passed_on = |text: &str| leads_to(text);
        let routine = Route::TakeIn("routine: Mine".to_owned());
        let address = format!("Look: https://example.org/{}", routine.fragment());
        assert_eq!(passed_on(&address), routine);
        let known = passed_on("https://example.org/#/routine/morning");
        assert_eq!(known, Route::Routine("morning"));
        // As programs pass it on: escaped again, or broken where a line would be too long.
        assert_eq!(passed_on(&link::escape("routine: Mine")), routine);
        for broken in [
            "https://example.org/#/rou=\r\ntine/morning",
            "<https://example.org/#/routine/mor\nning>",
            "https://example.org/limber/%23/routine/morning.",
            "It is here (https://example.org/?utm_source=mail#/routine/morning), Sam",
        ] {
            assert_eq!(passed_on(broken), Route::Routine("morning"), "{broken}");
        }
        let nested = format!("{}x", "https://example.org/#/take-in/".repeat(500));
        assert!(matches!(passed_on(&nested), Route::TakeIn(_)));
        let mail = "Bridge 3 x 10\nPigeon 30 s\nhttps://example.org/#/posture/pigeon";
        assert_eq!(passed_on(mail), Route::TakeIn(mail.to_owned()));
        // However the steps are laid out.
        for steps in [
            "Exercise;Sets;Reps;Hold (s)\nBridge;3;10;\nPigeon;2;-;30",
            "Bridge 3 x 10, then pigeon 2 x 30 s each side",
        ] {
            let mail = format!("{steps}\nhttps://example.org/#/posture/pigeon");
            assert_eq!(passed_on(&mail), Route::TakeIn(mail));
        }
        let backup = "{\"limber/aside/1\": \"https://example.org/#/routine/morning\"}";
        assert_eq!(passed_on(backup), Route::TakeIn(backup.to_owned()));
        // A text that somebody sent neither checks anyone in nor breaks anything.
        let other = "https://example.org/#/now/spasm";
        assert_eq!(passed_on(other), Route::TakeIn(other.to_owned()));
    }
}
