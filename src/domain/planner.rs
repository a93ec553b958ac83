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
pub fn place(mut requests: Vec<CueRequest>, quiet_from: Duration) -> Vec<Cue> {
    insertion_sort_by(&mut requests, |one, other| one.kind.cmp(&other.kind));
    let mut taken: Vec<(Duration, CueRequest)> = Vec::new();
    for request in requests {
        if let Some(at) = first_free(&request, &taken, quiet_from) {
            let index = taken.partition_point(|(start, _)| *start < at);
            taken.insert(index, (at, request));
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
        .map(|((at, request), end)| cue(at, request, end))
        .collect()
}

/// The first moment at which a request fits between those already placed (sorted by start).
fn first_free(
    request: &CueRequest,
    taken: &[(Duration, CueRequest)],
    quiet_from: Duration,
) -> Option<Duration> {
    let mut at = request.from;
    for (start, other) in taken {
        let fits_before = at + request.length + BREATHER <= *start;
        if fits_before {
            break;
        }
        at = at.max(*start + other.length + BREATHER);
    }
    (at <= request.latest && at + request.length <= quiet_from).then_some(at)
}

/// The cue for a placed request. A voice may be late, so the cue may begin as long as it ends before the next one is
/// due.
fn cue(at: Duration, request: CueRequest, end: Duration) -> Cue {
    let latest = request
        .latest
        .min(end.saturating_sub(request.length))
        .max(at);
    Cue {
        kind: request.kind,
        words: request.words,
        length: request.length,
        place: CuePlace::At { from: at, latest },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(kind: CueKind, length: u64, from: u64, latest: u64) -> CueRequest {
        let s = Duration::from_secs;
        CueRequest {
            kind,
            words: format!("{kind:?}"),
            length: s(length),
            from: s(from),
            latest: s(latest),
        }
    }

    fn placed(requests: Vec<CueRequest>, quiet_from: u64) -> Vec<(String, u128)> {
        place(requests, Duration::from_secs(quiet_from))
            .into_iter()
            .map(|cue| match cue.place {
                CuePlace::At { from, .. } => (cue.words, from.as_millis()),
                CuePlace::InTurn { .. } => (cue.words, u128::MAX),
            })
            .collect()
    }

    #[test]
    fn coaching_makes_way_for_half_way_and_comes_after_it() {
        let requests = vec![
            request(CueKind::Coaching, 4, 14, 20),
            request(CueKind::Halfway, 2, 15, 17),
        ];
        assert_eq!(
            placed(requests, 30),
            [("Halfway".into(), 15_000), ("Coaching".into(), 17_400)]
        );
    }

    #[test]
    fn what_does_not_fit_is_left_out() {
        let requests = vec![
            request(CueKind::Coaching, 9, 2, 4),
            request(CueKind::Halfway, 2, 5, 7),
        ];
        assert_eq!(placed(requests, 7), [("Halfway".into(), 5_000)]);
        assert_eq!(placed(vec![request(CueKind::Coaching, 5, 3, 9)], 7), []);
    }
}
