//! What is said of records that can't be read.

/// A stored record can't be read. `kind` is the name of its kind, as in its key; `place` that of the field that is wrong,
/// empty if all of it is.
pub fn unreadable(kind: &str, place: &str) -> String {
    let (what, aside) = match kind {
        "settings" => ("Your settings", "They are"),
        "person" => ("What you said of yourself", "It is"),
        "check-in" => ("One of your answers to how your back is", "It is"),
        "screening" => ("Your answers about warning signs", "They are"),
        "playing" => ("A session that was under way", "It is"),
        "history" => ("A session that is over", "It is"),
        "routine" => ("A routine of yours", "It is"),
        _ => ("Something that was kept", "It is"),
    };
    let at = if place.is_empty() {
        String::new()
    } else {
        format!(" (at “{place}”)")
    };
    format!(
        "{what} could not be read from this device{at}. {aside} put aside, whole, and part of every file you save."
    )
}
