//! Whatever the person says about their body, and whenever: nobody is led into what it excludes, or left in it.

use std::time::Duration;

use crate::happenings::{any_body, any_happening, any_voice, live_through, started};
use crate::listener::{Heard, Listener, VoiceHabit};
use crate::plans::{any_plan, often};
use limber::domain::cue::CueKind;
use limber::domain::history::HoldEnd;
use limber::domain::posture::for_side;
use limber::domain::session::{Ending, Output, Session, State};
use limber::text::Locale;
use proptest::prelude::*;

/// What was said since this index about how to come out.
fn ways_out(listener: &Listener, from: usize) -> String {
    let heard = listener.heard[from..]
        .iter()
        .filter_map(|heard| match heard {
            Heard::Words {
                kind: CueKind::ComeOut,
                words,
                ..
            } => Some(words.as_str()),
            Heard::Words { .. } | Heard::Tone { .. } => None,
        });
    heard.collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(often(128))]

    #[test]
    fn a_body_that_is_as_it_was_changes_nothing(
        plan in any_plan(),
        happenings in proptest::collection::vec(any_happening(), 0..20),
    ) {
        let mut listener = started(plan, true, VoiceHabit::Takes(1.0));
        live_through(&mut listener, &happenings);
        let body = listener.session.plan().profile.body.clone();
        let before = listener.session.clone();
        prop_assert_eq!(listener.session.heed(&body, listener.told()), []);
        prop_assert_eq!(before.state(), listener.session.state());
        prop_assert_eq!(before.timeline(), listener.session.timeline());
    }

    // The listener checks, at every moment of every test, that nothing unsuitable is begun.
    #[test]
    fn whatever_becomes_known_of_the_body_and_whenever_nobody_is_led_into_what_it_excludes(
        plan in any_plan(),
        voice in any_voice(),
        before in proptest::collection::vec(any_happening(), 0..20),
        body in any_body(),
        after in proptest::collection::vec(any_happening(), 0..20),
    ) {
        let mut listener = started(plan, true, voice);
        live_through(&mut listener, &before);
        listener.listen(Duration::ZERO);
        let hurt = |listener: &Listener| {
            let done = listener.session.done().iter();
            done.filter(|done| matches!(done.end, HoldEnd::Hurt | HoldEnd::Dizzy)).count()
        };
        let so_far = hurt(&listener);
        listener.heed(&body);
        prop_assert_eq!(hurt(&listener), so_far, "nothing is recorded as hurt");
        live_through(&mut listener, &after);
        listener.go_on_to_the_end();
        prop_assert_eq!(listener.ended, Some(Ending::Finished));
    }

    #[test]
    fn nobody_is_left_in_a_posture_in_silence(
        plan in any_plan(),
        nth in 0..6_usize,
        later in 0..30_000_u64,
        body in any_body(),
    ) {
        let mut listener = started(plan, true, VoiceHabit::Takes(1.0));
        while listener.stays.len() <= nth && listener.ended.is_none() {
            listener.listen_to_the_next();
        }
        listener.listen(Duration::from_millis(later));
        let State::Holding { phase, .. } = *listener.session.state() else {
            return Ok(());
        };
        let here = &listener.session.timeline().phases[phase];
        let (step, side) = (here.step, here.side);
        let form = listener.session.timeline().steps[step].form();
        let mut body = body;
        body.left_out.insert(form.posture.to_owned());
        let (now, from) = (listener.now, listener.heard.len());
        let outputs = listener.session.clone().heed(&body, now);
        listener.heed(&body);
        prop_assert!(outputs.contains(&Output::CancelTones));
        let in_words = matches!(listener.session.state(), State::Leading { .. });
        prop_assert!(in_words, "{:?}", listener.session.state());
        listener.listen_to_the_end();
        prop_assert_eq!(listener.ended, Some(Ending::Finished), "without another tap");
        let said = ways_out(&listener, from);
        let any_of = [&form.exit, &form.exit_again];
        let said_one = any_of.iter().any(|exit| said.starts_with(&for_side(exit[0].words, side)[..10]));
        prop_assert!(said_one, "{}", said);
    }

    #[test]
    fn a_session_that_is_opened_again_after_more_became_known_is_led_on_as_well(
        plan in any_plan(),
        before in proptest::collection::vec(any_happening(), 0..20),
        body in any_body(),
        more in any_body(),
        after in proptest::collection::vec(any_happening(), 0..10),
    ) {
        let mut here = started(plan, true, VoiceHabit::Takes(1.0));
        live_through(&mut here, &before);
        here.heed(&body);
        let Some(snapshot) = here.session.snapshot() else {
            return Ok(());
        };
        let now = here.told();
        let opened = Session::restore(snapshot, Locale::EnGb.phrasing(), true, now).unwrap();
        let mut there = Listener::arriving(opened, now);
        there.heed(&more);
        live_through(&mut there, &after);
        there.go_on_to_the_end();
        prop_assert_eq!(there.ended, Some(Ending::Finished));
    }
}
