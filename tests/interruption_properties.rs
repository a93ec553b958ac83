//! A hold that is interrupted, slept through or made longer is still held as it should be.

use std::time::Duration;

use crate::happenings::{any_voice, progress, started};
use crate::listener::{Heard, Listener, VoiceHabit};
use crate::plans::{any_plan, any_preferences, often};
use limber::domain::cue::{CueKind, Tone};
use limber::domain::phrasing::Message;
use limber::domain::session::{Command, Output, PauseReason, State};
use limber::domain::timeline::{Phase, PhaseKind};
use limber::text::Locale;
use proptest::prelude::*;

/// How much of a hold is over, as a fraction; its very beginning is tried most.
fn any_part() -> impl Strategy<Value = f64> {
    prop_oneof![1 => Just(0.0), 4 => 0.0..0.98]
}

/// Listens until the session is in its `nth` hold (modulo their number), and this far into it.
fn in_a_hold(listener: &mut Listener, nth: usize, part: f64) {
    let holds = listener.session.timeline().phases.iter();
    let holds = holds.filter(|phase| phase.exact_length().is_some()).count();
    while listener.stays.len() <= nth % holds {
        listener.listen_to_the_next();
    }
    let whole = listener.stays.last().unwrap().whole;
    listener.listen(whole.mul_f64(part));
}

/// Listens until all words before the `nth` hold are spoken, but the hold has not begun.
fn listen_to_the_last_silence_before(listener: &mut Listener, nth: usize) {
    let mut ahead = listener.clone();
    in_a_hold(&mut ahead, nth, 0.0);
    let wanted = ahead.stays.len();
    loop {
        let mut next = listener.clone();
        next.listen_to_the_next();
        if next.stays.len() == wanted {
            return;
        }
        *listener = next;
    }
}

/// When a hold or repetitions are half over, how much later that may be said, and the words which may say so.
fn half_of(kind: &PhaseKind) -> (Duration, Duration, Vec<String>) {
    let words = |message: Message<'_>| Locale::EnGb.phrasing().words(&message);
    if let PhaseKind::Repeat { one, count } = *kind {
        let left = count - count / 2;
        let truths = vec![words(Message::HalfTheRepetitions { left })];
        return (one * (count / 2), one / 3, truths);
    }
    let PhaseKind::Hold(length) = *kind else {
        panic!("{kind:?} has no half");
    };
    let left = length.saturating_sub(length / 2);
    let truths = (0..4).map(|nth| words(Message::Halfway { left, nth }));
    (length / 2, Duration::from_secs(3), truths.collect())
}

proptest! {
    #![proptest_config(often(64))]

    #[test]
    fn a_hold_that_is_interrupted_is_held_for_its_whole_length_in_all(
        plan in any_plan(),
        voice in any_voice(),
        nth in 0..8_usize,
        part in any_part(),
        away in 0..300_000_u64,
    ) {
        let mut listener = started(plan, true, voice);
        in_a_hold(&mut listener, nth, part);
        listener.ask(Command::Pause);
        listener.listen(Duration::from_millis(away));
        listener.ask(Command::Resume);
        let phase = listener.stays.last().unwrap().phase;
        listener.listen_to_the_end();
        let stays: Vec<_> = listener.stays.iter().filter(|stay| stay.phase == phase).collect();
        prop_assert_eq!(stays.len(), 2);
        let last = stays[1];
        let held: Duration = stays.iter().map(|stay| stay.lasted()).sum();
        if let PhaseKind::Repeat { one, .. } = listener.session.timeline().phases[phase].kind {
            // A repetition that was interrupted is begun again.
            prop_assert!(held >= last.whole && held < last.whole + one);
        } else {
            prop_assert_eq!(held, last.whole);
        }
        listener.check_ended(last, listener.stays.iter().find(|next| next.from > last.from));
    }

    #[test]
    fn other_preferences_in_a_pause_change_what_is_said_and_never_how_long_is_held(
        plan in any_plan(),
        others in any_preferences(),
        voice in any_voice(),
        nth in 0..8_usize,
        part in any_part(),
    ) {
        let mut listener = started(plan, true, voice);
        in_a_hold(&mut listener, nth, part);
        listener.ask(Command::AddTime(Duration::from_secs(15)));
        listener.ask(Command::Pause);
        let before = progress(&listener);
        let lengths = |listener: &Listener| -> Vec<_> {
            let phases = listener.session.timeline().phases.iter();
            phases.map(Phase::exact_length).collect()
        };
        let planned = lengths(&listener);
        listener.prefer(others);
        let after = progress(&listener);
        prop_assert_eq!((after.phase, after.elapsed), (before.phase, before.elapsed));
        prop_assert_eq!(lengths(&listener), planned);
        listener.ask(Command::Resume);
        listener.listen_to_the_end();
        prop_assert!(listener.ended.is_some());
    }

    #[test]
    fn after_an_hours_sleep_in_a_hold_the_session_waits_where_it_fell_asleep(
        plan in any_plan(),
        voice in any_voice(),
        nth in 0..8_usize,
        part in any_part(),
    ) {
        let mut listener = started(plan, true, voice);
        in_a_hold(&mut listener, nth, part);
        let before = progress(&listener);
        let kind = listener.session.timeline().phases[before.phase].kind.clone();
        listener.sleep(Duration::from_hours(1));
        listener.listen(Duration::ZERO);
        let after = progress(&listener);
        let asleep = matches!(
            listener.session.state(),
            State::Paused { why: PauseReason::Slept(away), .. } if *away == Duration::from_hours(1)
        );
        prop_assert!(asleep, "{:?}", listener.session.state());
        prop_assert_eq!(before.phase, after.phase);
        if let PhaseKind::Repeat { one, .. } = kind {
            let again = before.elapsed.unwrap().saturating_sub(after.elapsed.unwrap());
            prop_assert!(again < one);
        } else {
            prop_assert_eq!(before.elapsed, after.elapsed);
        }
    }

    #[test]
    fn time_that_runs_backwards_a_little_in_a_hold_is_time_that_stands_still(
        plan in any_plan(),
        nth in 0..8_usize,
        part in any_part(),
        by in 1..=1_000_u64,
    ) {
        let mut listener = started(plan, true, VoiceHabit::Takes(1.0));
        in_a_hold(&mut listener, nth, part);
        let (before, state) = (progress(&listener), listener.session.state().clone());
        let back = listener.now - Duration::from_millis(by);
        prop_assert_eq!(listener.session.advance(back), []);
        prop_assert_eq!(listener.session.state(), &state);
        prop_assert_eq!(listener.session.progress(back).unwrap(), before);
    }

    #[test]
    fn a_clock_that_is_set_back_in_a_hold_leaves_as_much_of_it_as_before_and_its_tones(
        plan in any_plan(),
        nth in 0..8_usize,
        part in any_part(),
        by in 3_000..40_000_000_u64,
    ) {
        let mut listener = started(plan, true, VoiceHabit::Takes(1.0));
        in_a_hold(&mut listener, nth, part);
        let before = progress(&listener);
        let back = listener.now - Duration::from_millis(by);
        let sounds = listener.session.plan().preferences.density.sounds();
        let outputs = listener.session.advance(back);
        prop_assert_eq!(listener.session.progress(back).unwrap(), before);
        let left = listener.session.timeline().phases[before.phase].length().saturating_sub(before.elapsed.unwrap());
        let [Output::CancelTones, Output::Sound(tones)] = outputs.as_slice() else {
            prop_assert!(!sounds && outputs.is_empty(), "{:?}", outputs);
            return Ok(());
        };
        prop_assert_eq!(tones.last(), Some(&(back + left, Tone::HoldEnds)));
        prop_assert!(tones.iter().all(|(at, _)| *at > back));
    }

    #[test]
    fn time_added_to_a_hold_makes_it_longer_by_just_that_and_moves_its_end(
        plan in any_plan(),
        nth in 0..8_usize,
        part in any_part(),
        added in proptest::collection::vec(1..90_u64, 1..4),
    ) {
        let mut listener = started(plan, true, VoiceHabit::Takes(1.0));
        in_a_hold(&mut listener, nth, part);
        let stay = *listener.stays.last().unwrap();
        let kind = listener.session.timeline().phases[stay.phase].kind.clone();
        let mut more = Duration::ZERO;
        for seconds in added {
            let length = Duration::from_secs(seconds);
            listener.ask(Command::AddTime(length));
            more += if let PhaseKind::Repeat { one, .. } = kind {
                let repetitions = length.as_nanos().div_ceil(one.as_nanos());
                one * u32::try_from(repetitions).unwrap()
            } else {
                length
            };
        }
        listener.listen_to_the_end();
        let longer = listener.stays.iter().find(|held| held.phase == stay.phase).unwrap();
        prop_assert_eq!(longer.whole, stay.whole + more);
        listener.check_ended(longer, listener.stays.iter().find(|next| next.from > longer.from));
        let end = longer.began + longer.whole;
        let begins = listener.count_between(longer.began, end, Tone::HoldBegins);
        prop_assert!(begins <= 1, "a hold begins once, not {} times", begins);
    }

    #[test]
    fn half_way_is_told_truly_after_time_was_added(
        plan in any_plan(),
        nth in 0..8_usize,
        part in any_part(),
        added in proptest::collection::vec(1..90_u64, 1..4),
    ) {
        let mut listener = started(plan, true, VoiceHabit::Takes(1.0));
        in_a_hold(&mut listener, nth, part);
        let (phase, so_far) = (listener.stays.last().unwrap().phase, listener.heard.len());
        for seconds in added {
            listener.ask(Command::AddTime(Duration::from_secs(seconds)));
        }
        listener.listen_to_the_end();
        let stay = *listener.stays.iter().find(|stay| stay.phase == phase).unwrap();
        let kind = listener.session.timeline().phases[phase].kind.clone();
        for heard in &listener.heard[so_far..] {
            let after = heard.at().saturating_sub(Listener::clock(stay.began));
            if let Heard::Words { kind: CueKind::Halfway, words, .. } = heard
                && heard.at() < Listener::clock(stay.to.unwrap())
            {
                let (half, leeway, truths) = half_of(&kind);
                prop_assert!(truths.contains(words), "“{}” of {:?}", words, kind);
                prop_assert!(after >= half && after <= half + leeway, "{:?}", after);
            }
        }
    }

    #[test]
    fn whoever_pauses_while_getting_still_is_spoken_to_before_the_hold_begins(
        plan in any_plan(),
        nth in 0..8_usize,
        still in 0..3_000_u64,
        away in 0..60_000_u64,
    ) {
        let mut listener = started(plan, true, VoiceHabit::Takes(1.0));
        listen_to_the_last_silence_before(&mut listener, nth);
        let so_far = listener.stays.len();
        listener.listen(Duration::from_millis(still));
        prop_assume!(listener.stays.len() == so_far);
        listener.ask(Command::Pause);
        listener.listen(Duration::from_millis(away));
        let resumed = listener.now;
        listener.ask(Command::Resume);
        while listener.stays.len() == so_far {
            listener.listen_to_the_next();
        }
        let words = listener.heard.iter().filter(|heard| heard.at() >= Listener::clock(resumed));
        prop_assert!(words.count() > 0, "the hold begins out of nothing");
    }
}
