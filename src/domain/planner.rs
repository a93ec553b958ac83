//! Finds a moment for each cue in a phase of fixed length.
//!
//! Cues are placed by priority. A cue whose moment is taken moves to the next free one; a cue that finds none in time
//! is left out. Nothing is ever squeezed in or spoken faster.

use std::time::Duration;

use super::collections::insertion_sort_by;
use super::cue::{Cue, CueKind, CuePlace};

/// The silence between two cues.
pub const BREATHER: Duration = Duration::from_millis(400);
/// The silence before a hold ends, for the tones of its last three seconds.
pub const QUIET_END: Duration = Duration::from_millis(3_500);

/// A request to say something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CueRequest {
    /// What the cue is for.
    pub kind: CueKind,
    /// The words.
    pub words: String,
    /// How long the words take.
    pub length: Duration,
    /// The earliest moment to begin.
    pub from: Duration,
    /// The latest moment to begin.
    pub latest: Duration,
}

/// Places the requests in a phase whose words must be over by `quiet_from`. The cues are in order of time.
pub fn place(mut wishes: Vec<CueRequest>, quiet_from: Duration) -> Vec<Cue> {
    insertion_sort_by(&mut wishes, |one, other| one.kind.cmp(&other.kind));
    let mut taken: Vec<(Duration, CueRequest)> = Vec::new();
    for wish in wishes {
        if let Some(at) = first_free(&wish, &taken, quiet_from) {
            let index = taken.partition_point(|(start, _)| *start < at);
            taken.insert(index, (at, wish));
        }
    }
    let ends: Vec<_> = taken
        .iter()
        .skip(1)
        .map(|(start, _)| *start)
        .chain([quiet_from])
        .collect();
    taken
        .into_iter()
        .zip(ends)
        .map(|((at, wish), end)| cue(at, wish, end))
        .collect()
}

/// The first moment at which a request fits between those already placed (sorted by start).
fn first_free(
    wish: &CueRequest,
    taken: &[(Duration, CueRequest)],
    quiet_from: Duration,
) -> Option<Duration> {
    let mut at = wish.from;
    for (start, other) in taken {
        let fits_before = at + wish.length + BREATHER <= *start;
        if fits_before {
            break;
        }
        at = at.max(*start + other.length + BREATHER);
    }
    (at <= wish.latest && at + wish.length <= quiet_from).then_some(at)
}

/// The cue for a placed request. A voice may be late, so the cue may begin as long as it ends before the next one is
/// due.
fn cue(at: Duration, wish: CueRequest, end: Duration) -> Cue {
    let latest = wish.latest.min(end.saturating_sub(wish.length)).max(at);
    Cue {
        kind: wish.kind,
        words: wish.words,
        length: wish.length,
        place: CuePlace::At { from: at, latest },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(kind: CueKind, length: u64, from: u64, latest: u64) -> CueRequest {
        let s = Duration::from_secs;
        CueRequest {
            kind,
            words: format!("{kind:?}"),
            length: s(length),
            from: s(from),
            latest: s(latest),
        }
    }

    fn placed(wishes: Vec<CueRequest>, quiet_from: u64) -> Vec<(String, u128)> {
        place(wishes, Duration::from_secs(quiet_from))
            .into_iter()
            .map(|cue| match cue.place {
                CuePlace::At { from, .. } => (cue.words, from.as_millis()),
                CuePlace::InTurn { .. } => (cue.words, u128::MAX),
            })
            .collect()
    }

    #[test]
    fn coaching_makes_way_for_half_way_and_comes_after_it() {
        let wishes = vec![
            wish(CueKind::Coaching, 4, 14, 20),
            wish(CueKind::Halfway, 2, 15, 17),
        ];
        assert_eq!(
            placed(wishes, 30),
            [("Halfway".into(), 15_000), ("Coaching".into(), 17_400)]
        );
    }

    #[test]
    fn what_does_not_fit_is_left_out() {
        let wishes = vec![
            wish(CueKind::Coaching, 9, 2, 4),
            wish(CueKind::Halfway, 2, 5, 7),
        ];
        assert_eq!(placed(wishes, 7), [("Halfway".into(), 5_000)]);
        assert_eq!(placed(vec![wish(CueKind::Coaching, 5, 3, 9)], 7), []);
    }
}
