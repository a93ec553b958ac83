//! What a chat adds to each message: when it was sent, and by whom.

use super::names;

/// Strips the stamp of a message and its sender: `[12:31, 05/11/2026] Tom: Bridge`, `05/11/2026, 12:31 - Tom: Bridge`.
pub(super) fn unstamped(line: &str) -> &str {
    let bare = line.trim_start_matches(is_hidden);
    let end = bare
        .split_inclusive(char::is_whitespace)
        .take_while(|word| is_of_stamp(word));
    let (stamp, message) = bare.split_at(end.map(str::len).sum());
    let sent = Sent::of(stamp);
    if !sent.clock || !(sent.dated || stamp.starts_with('[') || sent.is_of_day()) {
        return line;
    }
    match message.split_once(':') {
        Some((sender, said)) if is_sender(sender) => {
            said.trim_start_matches(|sign: char| is_hidden(sign) || sign.is_whitespace())
        }
        _ if sent.dated => message,
        _ => line,
    }
}

/// Whether a line that names no posture ends in a time of the day, as in `Tom 12:31`; `surely` if it can't be an amount.
pub(super) fn ends_in_one(plain: &str, surely: bool) -> bool {
    let words: Vec<_> = plain.split_inclusive(char::is_whitespace).collect();
    let stamp = words.iter().rev().take_while(|word| is_of_stamp(word));
    let from = plain.len() - stamp.map(|word| word.len()).sum::<usize>();
    let sent = Sent::of(&plain[from..]);
    sent.clock && (sent.dated || sent.half || (!surely && sent.is_of_day()))
}

/// What a stamp says.
struct Sent {
    /// A time like `12:31`.
    clock: bool,
    hour: u32,
    /// Whether it is before or after noon.
    half: bool,
    /// The day, too.
    dated: bool,
}

impl Sent {
    /// Whether the time is one of the day, rather than minutes and seconds: nobody does anything unknown for that long.
    const fn is_of_day(&self) -> bool {
        self.half || self.hour >= 6
    }

    fn of(stamp: &str) -> Self {
        let numbers = |text: &str| {
            let numbers = text.split(|sign: char| !sign.is_ascii_digit());
            numbers.filter(|it| !it.is_empty()).count()
        };
        let clock = stamp
            .split([' ', '[', ',', '\u{202f}'])
            .find(|word| word.contains(':'));
        let hour = clock
            .and_then(|it| it.split(':').next())
            .and_then(|it| it.parse().ok());
        Self {
            clock: hour.is_some() && clock.is_some_and(|it| numbers(it) > 1),
            hour: hour.unwrap_or(0),
            half: stamp.contains(|sign: char| sign.is_ascii_alphabetic()),
            dated: numbers(stamp) > 4,
        }
    }
}

/// Whether a word has only signs and digits, or is "am" or "pm".
fn is_of_stamp(word: &str) -> bool {
    let letters = word.chars().filter(|sign| sign.is_alphabetic());
    let letters: String = letters.map(|sign| sign.to_ascii_lowercase()).collect();
    letters.is_empty() || matches!(letters.as_str(), "am" | "pm")
}

/// Whether this is who sent a message, rather than the posture that it is about.
fn is_sender(name: &str) -> bool {
    const LONGEST: usize = 40;
    let is_posture = names::find(name).is_some_and(|(span, _)| span.len() == name.trim().len());
    name.len() < LONGEST && !is_posture
}

/// Marks of direction, which some chats put before each part of a line.
fn is_hidden(sign: char) -> bool {
    matches!(
        sign,
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}'
    )
}
