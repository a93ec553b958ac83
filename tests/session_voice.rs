//! A voice that begins late, fails and comes back.

use std::time::Duration;

use crate::happenings::started;
use crate::listener::{BEGAN, Heard, Listener, VoiceHabit};
use crate::plans::{any_plan, often, session_of};
use limber::domain::cue::Density;
use limber::domain::plan::Plan;
use limber::domain::session::{Command, Output, Session, State, UtteranceId, patience};
use limber::domain::time::Moment;
use limber::library;
use limber::text::Locale;
use proptest::prelude::*;

const SECOND: Duration = Duration::from_secs(1);
const WARMING_UP: Duration = Duration::from_secs(15);

fn plan() -> Plan {
    Plan {
        routine: library::routine("four-postures").unwrap().routine.clone(),
        preferences: limber::domain::plan::Preferences::default(),
        profile: limber::domain::plan::Profile::default(),
    }
}

/// The first utterance among these outputs, and how long its words should take.
fn begun(session: &Session, outputs: &[Output]) -> (UtteranceId, Duration) {
    let mut outputs = outputs.iter();
    let (id, words) = loop {
        if let Output::Say { id, words, .. } = outputs.next().unwrap() {
            break (*id, words);
        }
    };
    let preferences = session.plan().preferences;
    (
        id,
        preferences.spoken_length(words, Locale::EnGb.phrasing()),
    )
}

/// A session whose first words were just handed to the voice.
fn begin() -> (Session, UtteranceId, Duration) {
    let mut session = session_of(plan(), true);
    let outputs = session.command(Command::Start, BEGAN);
    let (id, estimate) = begun(&session, &outputs);
    (session, id, estimate)
}

/// When the session gives up on the current utterance if nothing more is heard of it.
fn given_up(session: &Session) -> Moment {
    let mut session = session.clone();
    loop {
        let next = session.next_deadline().unwrap();
        if session.advance(next).contains(&Output::VoiceStalled) {
            return next;
        }
    }
}

#[test]
fn the_first_utterance_has_time_to_begin_and_then_the_time_of_any_other() {
    let (mut session, id, estimate) = begin();
    assert_eq!(given_up(&session), BEGAN + patience(estimate) + WARMING_UP);
    let begins = BEGAN + SECOND * 13;
    assert_eq!(session.utterance_started(id, begins), []);
    assert_eq!(given_up(&session), begins + patience(estimate));
    // A second report does not extend that.
    session.utterance_started(id, begins + SECOND);
    assert_eq!(given_up(&session), begins + patience(estimate));
}

#[test]
fn once_the_voice_was_heard_to_begin_or_to_end_anything_it_is_given_no_more_time() {
    for starts_are_reported in [true, false] {
        let (mut session, id, estimate) = begin();
        if starts_are_reported {
            session.utterance_started(id, BEGAN + SECOND);
        }
        let ends = BEGAN + SECOND + estimate;
        session.utterance_ended(id, ends);
        let now = session.next_deadline().unwrap();
        let outputs = session.advance(now);
        let (id, estimate) = begun(&session, &outputs);
        assert_eq!(given_up(&session), now + patience(estimate));
        // Reports about an earlier utterance have no effect.
        session.utterance_started(UtteranceId(id.0 - 1), now + SECOND);
        assert_eq!(given_up(&session), now + patience(estimate));
        session.utterance_started(id, now + SECOND * 2);
        assert_eq!(given_up(&session), now + SECOND * 2 + patience(estimate));
    }
}

#[test]
fn words_that_are_only_shown_wait_for_nobody() {
    let mut session = session_of(plan(), false);
    let outputs = session.command(Command::Start, BEGAN);
    let (id, estimate) = begun(&session, &outputs);
    session.utterance_started(id, BEGAN + SECOND);
    assert_eq!(session.next_deadline(), Some(BEGAN + estimate));
}

fn words(listener: &Listener) -> Vec<(Duration, String)> {
    let words = listener.heard.iter().filter_map(|heard| match heard {
        Heard::Words { words, .. } => Some((heard.at(), words.clone())),
        Heard::Tone { .. } => None,
    });
    words.collect()
}

proptest! {
    #![proptest_config(often(64))]

    #[test]
    fn a_voice_that_warms_up_is_not_given_up(plan in any_plan(), late in 0..15_000_u64) {
        let late = VoiceHabit::BeginsLate(Duration::from_millis(late));
        let mut listener = started(plan, true, late);
        listener.listen_to_the_end();
        prop_assert_eq!(listener.stalls, 0);
        prop_assert_eq!(listener.cut_off.len(), 0);
    }

    #[test]
    fn a_voice_that_comes_back_speaks_from_the_next_line_on_and_says_nothing_twice(
        plan in any_plan(),
        lost in 0..300_000_u64,
        found in 0..120_000_u64,
    ) {
        let mut gone = started(plan, true, VoiceHabit::Takes(1.0));
        gone.listen(Duration::from_millis(lost));
        gone.lose_the_voice();
        let mut back = gone.clone();
        for listener in [&mut gone, &mut back] {
            listener.listen(Duration::from_millis(found));
        }
        let (shown, spoken) = (back.heard.len(), back.aloud.len());
        back.find_the_voice();
        prop_assert_eq!(back.heard.len(), shown, "nothing is said at once");
        for listener in [&mut gone, &mut back] {
            listener.listen_to_the_end();
        }
        // The voice takes exactly as long as the silent captions.
        prop_assert_eq!(words(&gone), words(&back));
        prop_assert_eq!((back.stalls, back.cut_off.len()), (gone.stalls, gone.cut_off.len()));
        let later = words(&back).into_iter().skip(shown).map(|(_, words)| words);
        let speaks = back.session.plan().preferences.density.speaks();
        let expected: Vec<_> = later.filter(|_| speaks).collect();
        prop_assert_eq!(&back.aloud[spoken..], expected.as_slice());
    }
}

#[test]
fn a_voice_that_comes_back_is_silent_where_no_words_are_wanted() {
    let mut plan = plan();
    plan.preferences.density = Density::TonesOnly;
    let mut listener = started(plan, true, VoiceHabit::Takes(1.0));
    listener.find_the_voice();
    listener.listen_to_the_end();
    assert_eq!(listener.aloud, [""; 0]);
    assert!(matches!(listener.session.state(), State::Over(_)));
}
