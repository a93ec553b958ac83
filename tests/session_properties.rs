//! Properties of every session, whatever the routine, the voice and the person do.

use std::time::Duration;

use crate::happenings::{
    Happening, any_command, any_happening, any_ordinary_happening, any_voice, live_through,
    progress, started,
};
use crate::listener::{self, Listener, Stay, VoiceHabit};
use crate::plans::{any_plan, often, session_of};
use limber::domain::cue::{CueKind, Density};
use limber::domain::posture::Side;
use limber::domain::session::Ending;
use limber::domain::time::Moment;
use limber::domain::timeline::Phase;
use proptest::prelude::*;

/// The words that announce a side before a hold, in lower case.
fn names_of_side(side: Side) -> [&'static str; 2] {
    match side {
        Side::Left => ["left side", "now the left"],
        Side::Right => ["right side", "now the right"],
    }
}

/// Checks that a hold's posture was named since the last hold of another step, and its side since the last hold of
/// another side.
fn check_announced(listener: &Listener, before: &[Stay], stay: &Stay) {
    let heard_since = |different: &dyn Fn(&Stay) -> bool, kinds: &[CueKind]| {
        let last = before.iter().rev().find(|earlier| different(earlier));
        let from = last.map_or(listener::BEGAN, |earlier| earlier.to.unwrap());
        listener.words_between(from, stay.from, kinds)
    };
    let name = stay.posture.name.to_lowercase();
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
            listener.check_ended(stay, listener.stays.get(nth + 1));
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
        prop_assert_eq!(progress(&listener).left, total);
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
        // The next event differs on a device that advances more often.
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

    #[test]
    fn a_session_whose_clock_is_set_back_goes_on_as_if_it_had_not_been(
        plan in any_plan(),
        voice in any_voice(),
        happenings in proptest::collection::vec(any_ordinary_happening(), 0..20),
        by in 2_001..20_000_000_u64,
        afterwards in proptest::collection::vec(any_ordinary_happening(), 0..10),
    ) {
        let mut here = started(plan, true, voice);
        live_through(&mut here, &happenings);
        here.listen(Duration::ZERO);
        let mut there = here.clone();
        there.set_the_clock_back(Duration::from_millis(by));
        for listener in [&mut here, &mut there] {
            listener.listen(Duration::ZERO);
            live_through(listener, &afterwards);
            listener.go_on_to_the_end();
        }
        prop_assert_eq!(here.all(), there.all());
        prop_assert_eq!(here.session.done(), there.session.done());
        prop_assert_eq!(here.now, there.now);
        let back = |moment: Option<Moment>| moment.unwrap() - Duration::from_millis(by);
        prop_assert_eq!(there.session.started().unwrap(), back(here.session.started()));
    }

    #[test]
    fn a_clock_that_is_set_back_unnoticed_costs_no_more_than_until_the_next_look_at_it(
        plan in any_plan(),
        voice in any_voice(),
        happenings in proptest::collection::vec(any_ordinary_happening(), 0..20),
        by in 0..20_000_000_u64,
    ) {
        let looks = Duration::from_secs(1);
        let mut here = Listener::new(session_of(plan, true)).with_voice(voice).fidgeting(looks);
        here.start();
        live_through(&mut here, &happenings);
        here.listen(Duration::ZERO);
        let mut there = here.clone();
        there.set_the_clock_back(Duration::from_millis(by));
        for listener in [&mut here, &mut there] {
            listener.go_on_to_the_end();
        }
        let later = there.now.since(here.now);
        // Going back by up to two seconds is treated as time standing still.
        prop_assert!(later <= looks * 2 + Duration::from_secs(2), "{:?} later", later);
    }
}
