//! What is true of every session, whatever the routine, the voice and the person do.
#![expect(
    clippy::unwrap_used,
    reason = "a plan that is drawn here is one that can be played"
)]

mod listener;
mod plans;

use std::time::Duration;

use limber::domain::cue::{CueKind, Density, Tone};
use limber::domain::plan::Plan;
use limber::domain::posture::Side;
use limber::domain::session::{Command, Ending, Session, SnapshotError, Standing, State, Why};
use limber::domain::time::Moment;
use limber::domain::timeline::{Phase, PhaseKind};
use limber::store;
use limber::text::Locale;
use listener::{Listener, Stay, VoiceHabit};
use plans::{any_plan, often, session_of};
use proptest::prelude::*;

fn started(plan: Plan, aloud: bool, voice: VoiceHabit) -> Listener {
    let mut listener = Listener::new(session_of(plan, aloud)).with_voice(voice);
    listener.start();
    listener
}

fn standing(listener: &Listener) -> Standing {
    listener.session.standing(listener.now).unwrap()
}

/// What is announced before a hold that works this side.
fn names_of_side(side: Side) -> [&'static str; 2] {
    match side {
        Side::Left => ["left side", "now the left"],
        Side::Right => ["right side", "now the right"],
    }
}

/// Checks that a hold's posture was named since the last hold of another step, and its side since
/// the last hold of another side.
fn check_announced(listener: &Listener, before: &[Stay], stay: &Stay) {
    let heard_since = |different: &dyn Fn(&Stay) -> bool, kinds: &[CueKind]| {
        let last = before.iter().rev().find(|earlier| different(earlier));
        let from = last.map_or(listener::BEGAN, |earlier| earlier.to.unwrap());
        listener.words_between(from, stay.from, kinds)
    };
    let name = stay.posture.words.name.to_lowercase();
    let announced = heard_since(&|earlier| earlier.step != stay.step, &[CueKind::Announce]);
    assert!(announced.contains(&name), "{name} was not announced");
    if let Some(side) = stay.side {
        let kinds = [CueKind::Announce, CueKind::ChangeSides];
        let elsewhere = |earlier: &Stay| earlier.step != stay.step || earlier.side != stay.side;
        let heard = heard_since(&elsewhere, &kinds);
        assert!(
            names_of_side(side).iter().any(|name| heard.contains(name)),
            "the {side:?} side was not announced: {heard}"
        );
    }
}

/// Checks that a hold lasted as long as it should, ended with its tone, and was left by words.
fn check_ended(listener: &Listener, stay: &Stay, next: Option<&Stay>) {
    let end = stay.began + stay.whole;
    assert_eq!(stay.to, Some(end), "{stay:?}");
    let sounds = listener.session.plan().preferences.density.sounds();
    let ends = listener.tones_at(end);
    let ends = ends.iter().filter(|tone| **tone == Tone::HoldEnds).count();
    assert_eq!(ends, usize::from(sounds), "the end of {stay:?}");
    let until = next.map_or(listener.now + Duration::from_secs(1), |next| next.from);
    let out = listener.words_between(end, until, &[CueKind::ComeOut, CueKind::ChangeSides]);
    assert!(!out.is_empty(), "nothing leads out of {stay:?}");
}

proptest! {
    #![proptest_config(often(96))]

    #[test]
    fn every_hold_is_announced_held_in_full_ended_by_a_tone_and_left_by_words(
        plan in any_plan(),
        aloud in proptest::bool::weighted(0.8),
        voice in any_voice(),
    ) {
        let mut listener = started(plan, aloud, voice);
        listener.listen_to_the_end();
        prop_assert_eq!(listener.ended, Some(Ending::Finished));
        let holds = listener.session.timeline().phases.iter();
        let holds = holds.filter(|phase| phase.exact_length().is_some()).count();
        prop_assert_eq!(listener.stays.len(), holds);
        for (nth, stay) in listener.stays.iter().enumerate() {
            check_announced(&listener, &listener.stays[..nth], stay);
            check_ended(&listener, stay, listener.stays.get(nth + 1));
        }
    }

    #[test]
    fn an_utterance_is_broken_off_only_after_all_the_time_that_it_is_given(
        plan in any_plan(),
        voice in any_voice(),
    ) {
        let mut listener = started(plan, true, voice);
        listener.listen_to_the_end();
        for cut in &listener.cut_off {
            let given = cut.estimate.mul_f64(1.8) + Duration::from_secs(3);
            prop_assert!(cut.after >= given, "{:?}", cut);
        }
    }

    #[test]
    fn with_a_voice_that_takes_its_estimate_a_session_takes_exactly_the_time_it_names(
        plan in any_plan(),
        aloud in any::<bool>(),
    ) {
        let mut listener = started(plan, aloud, VoiceHabit::Takes(1.0));
        let timeline = listener.session.timeline();
        let total = timeline.total();
        prop_assert_eq!(timeline.phases.iter().map(Phase::length).sum::<Duration>(), total);
        prop_assert_eq!(standing(&listener).left, total);
        listener.listen_to_the_end();
        prop_assert_eq!(Listener::clock(listener.now), total);
    }

    #[test]
    fn whatever_happens_nothing_overlaps_and_the_end_can_be_reached(
        plan in any_plan(),
        aloud in proptest::bool::weighted(0.8),
        voice in any_voice(),
        happenings in proptest::collection::vec(any_happening(), 0..40),
    ) {
        let mut listener = started(plan, aloud, voice);
        live_through(&mut listener, &happenings);
        listener.go_on_to_the_end();
        prop_assert_eq!(listener.ended, Some(Ending::Finished));
        prop_assert_eq!(listener.session.next_deadline(), None);
        for done in listener.session.done() {
            prop_assert!(done.held <= done.planned);
        }
    }

    #[test]
    fn a_session_without_sound_stays_without_sound_whatever_happens(
        plan in any_plan(),
        happenings in proptest::collection::vec(any_happening(), 0..40),
    ) {
        let mut plan = plan;
        plan.preferences.density = Density::Silent;
        let mut listener = started(plan, true, VoiceHabit::Takes(1.0));
        live_through(&mut listener, &happenings);
        listener.go_on_to_the_end();
        prop_assert_eq!(listener.tones().collect::<Vec<_>>(), []);
    }

    #[test]
    fn advancing_more_often_than_needed_changes_nothing(
        plan in any_plan(),
        voice in any_voice(),
        happenings in proptest::collection::vec(any_ordinary_happening(), 0..20),
        every in 500..9_000_u64,
    ) {
        // What "the next" is differs for a device that fidgets.
        let happenings: Vec<_> = happenings
            .into_iter()
            .filter(|happening| !matches!(happening, Happening::WaitedForTheNext))
            .collect();
        let calm = Listener::new(session_of(plan, true)).with_voice(voice);
        let fidgety = calm.clone().fidgeting(Duration::from_millis(every));
        let [calm, fidgety] = [calm, fidgety].map(|mut listener| {
            listener.start();
            live_through(&mut listener, &happenings);
            listener.listen(Duration::from_mins(20));
            listener
        });
        prop_assert_eq!(calm.all(), fidgety.all());
        prop_assert_eq!(calm.session.done(), fidgety.session.done());
    }

    #[test]
    fn a_wish_that_comes_before_the_timer_finds_the_session_where_the_timer_would_have_put_it(
        plan in any_plan(),
        happenings in proptest::collection::vec(any_ordinary_happening(), 0..20),
        late in 1..85_000_u64,
        command in any_command(),
    ) {
        let mut listener = started(plan, true, VoiceHabit::Takes(1.0));
        live_through(&mut listener, &happenings);
        let now = listener.now + Duration::from_millis(late);
        let (mut straight, mut advanced) = (listener.session.clone(), listener.session);
        let before = advanced.advance(now);
        let after = advanced.command(command, now);
        let both: Vec<_> = before.into_iter().chain(after).collect();
        prop_assert_eq!(straight.command(command, now), both);
        prop_assert_eq!(straight.state(), advanced.state());
        prop_assert_eq!(straight.done(), advanced.done());
    }
}

/// How much of a hold is over: its very beginning above all.
fn any_part() -> impl Strategy<Value = f64> {
    prop_oneof![1 => Just(0.0), 4 => 0.0..0.98]
}

/// Lets the session go on until it is in a hold, the `nth` of the session or the last, and some
/// way into it.
fn in_a_hold(listener: &mut Listener, nth: usize, part: f64) {
    let holds = listener.session.timeline().phases.iter();
    let holds = holds.filter(|phase| phase.exact_length().is_some()).count();
    while listener.stays.len() <= nth % holds {
        listener.listen_to_the_next();
    }
    let whole = listener.stays.last().unwrap().whole;
    listener.listen(whole.mul_f64(part));
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
        match listener.session.timeline().phases[phase].kind {
            // A repetition that was broken off is begun again.
            PhaseKind::Repeat { one, .. } => {
                prop_assert!(held >= last.whole && held < last.whole + one);
            }
            _ => prop_assert_eq!(held, last.whole),
        }
        check_ended(&listener, last, listener.stays.iter().find(|next| next.from > last.from));
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
        let before = standing(&listener);
        let kind = listener.session.timeline().phases[before.phase].kind.clone();
        listener.sleep(Duration::from_hours(1));
        listener.listen(Duration::ZERO);
        let after = standing(&listener);
        let asleep = matches!(
            listener.session.state(),
            State::Paused { why: Why::Slept(away), .. } if *away == Duration::from_hours(1)
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
    fn time_that_runs_backwards_in_a_hold_is_time_that_stands_still(
        plan in any_plan(),
        nth in 0..8_usize,
        part in any_part(),
        by in 1..400_000_u64,
    ) {
        let mut listener = started(plan, true, VoiceHabit::Takes(1.0));
        in_a_hold(&mut listener, nth, part);
        let (before, state) = (standing(&listener), listener.session.state().clone());
        let back = listener.now - Duration::from_millis(by);
        prop_assert_eq!(listener.session.advance(back), []);
        prop_assert_eq!(listener.session.state(), &state);
        prop_assert_eq!(listener.session.standing(back).unwrap(), before);
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
            more += match &kind {
                PhaseKind::Repeat { one, .. } => {
                    let repetitions = length.as_nanos().div_ceil(one.as_nanos());
                    *one * u32::try_from(repetitions).unwrap()
                }
                _ => length,
            };
        }
        listener.listen_to_the_end();
        let longer = listener.stays.iter().find(|held| held.phase == stay.phase).unwrap();
        prop_assert_eq!(longer.whole, stay.whole + more);
        check_ended(&listener, longer, listener.stays.iter().find(|next| next.from > longer.from));
        let end = longer.began + longer.whole;
        let begins = listener.count_between(longer.began, end, Tone::HoldBegins);
        prop_assert!(begins <= 1, "a hold begins once, not {} times", begins);
    }
}
