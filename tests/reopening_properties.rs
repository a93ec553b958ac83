//! A session that was closed, by the person or by the device, continues where it was.

use std::time::Duration;

use crate::happenings::{any_ordinary_happening, live_through, progress, started};
use crate::listener::{Listener, VoiceHabit};
use crate::plans::{any_plan, often};
use limber::domain::session::{Command, PauseReason, Point, Session, SnapshotError, State};
use limber::domain::time::Moment;
use limber::store;
use limber::text::Locale;
use proptest::prelude::*;

/// The stretches of holds from this index on: the phase of each, how long it lasted, and the full length of its hold.
fn holds_since(listener: &Listener, from: usize) -> Vec<(usize, Duration, Duration)> {
    let stays = listener.stays[from..].iter();
    stays
        .map(|stay| (stay.phase, stay.lasted(), stay.whole))
        .collect()
}

fn to_the_millisecond(moment: Moment) -> Moment {
    Moment::from_millis(moment.as_millis())
}

proptest! {
    #![proptest_config(often(128))]

    #[test]
    fn a_session_that_is_opened_again_goes_on_as_one_that_was_paused(
        plan in any_plan(),
        happenings in proptest::collection::vec(any_ordinary_happening(), 0..30),
    ) {
        let mut here = started(plan, true, VoiceHabit::Takes(1.0));
        live_through(&mut here, &happenings);
        here.listen(Duration::ZERO);
        let Some(mut snapshot) = here.session.snapshot() else {
            return Ok(());
        };
        let kept = store::print_snapshot(&snapshot);
        let read = store::read_snapshot(&kept).unwrap();
        snapshot.started = to_the_millisecond(snapshot.started);
        snapshot.seen = to_the_millisecond(snapshot.seen);
        prop_assert_eq!(&read, &snapshot);

        let opened = Session::restore(read, Locale::EnGb.phrasing(), true, here.now).unwrap();
        let reopened = matches!(opened.state(), State::Paused { why: PauseReason::Reopened, .. });
        prop_assert!(reopened);
        prop_assert_eq!(opened.snapshot().unwrap(), snapshot.clone());
        prop_assert_eq!(opened.done(), here.session.done());

        here.ask(Command::Pause);
        // A person who was being told how to come out has come out by the time the page is opened again.
        if here.session.harm().is_none() && matches!(here.session.state(), State::Paused { .. }) {
            let there = opened.progress(here.now).unwrap();
            prop_assert_eq!(there.phase, progress(&here).phase);
            prop_assert_eq!(there.elapsed, progress(&here).elapsed);
        }
        here.listen(Duration::from_mins(2));
        let so_far = here.stays.len();
        let mut there = Listener::arriving(opened, here.now);
        here.go_on_to_the_end();
        there.go_on_to_the_end();
        prop_assert_eq!(holds_since(&here, so_far), holds_since(&there, 0));
        prop_assert_eq!(here.session.done(), there.session.done());
    }

    #[test]
    fn a_session_that_is_opened_again_by_a_clock_that_was_set_back_goes_on_at_once(
        plan in any_plan(),
        happenings in proptest::collection::vec(any_ordinary_happening(), 0..30),
        by in 1..10_000_000_000_u64,
    ) {
        let mut listener = started(plan, true, VoiceHabit::Takes(1.0));
        live_through(&mut listener, &happenings);
        let Some(snapshot) = listener.session.snapshot() else {
            return Ok(());
        };
        let opened_at = |now| {
            let opened = Session::restore(snapshot.clone(), Locale::EnGb.phrasing(), true, now);
            Listener::arriving(opened.unwrap(), now)
        };
        let back = snapshot.seen - Duration::from_millis(by);
        let [mut here, mut there] = [snapshot.seen, back].map(opened_at);
        let (started, seen) = (there.session.started().unwrap(), there.session.snapshot().unwrap().seen);
        prop_assert!(started <= back && seen <= back, "{:?}, {:?}", started, seen);
        here.go_on_to_the_end();
        there.go_on_to_the_end();
        prop_assert_eq!(holds_since(&here, 0), holds_since(&there, 0));
        prop_assert_eq!(here.session.done(), there.session.done());
        prop_assert_eq!(here.now.since(snapshot.seen), there.now.since(back));
    }

    #[test]
    fn a_snapshot_that_does_not_fit_its_routine_is_refused_by_phase(
        plan in any_plan(),
        happenings in proptest::collection::vec(any_ordinary_happening(), 0..10),
        beyond in 0..5_usize,
    ) {
        let mut listener = started(plan, true, VoiceHabit::Takes(1.0));
        live_through(&mut listener, &happenings);
        let Some(snapshot) = listener.session.snapshot() else {
            return Ok(());
        };
        let now = listener.now;
        let restored = |snapshot| {
            Session::restore(snapshot, Locale::EnGb.phrasing(), true, now).map(|_| ()).unwrap_err()
        };
        let phases = listener.session.timeline().phases.len();
        let mut past = snapshot.clone();
        past.phase = phases + beyond;
        prop_assert_eq!(
            restored(past.clone()),
            SnapshotError::NoSuchPhase { phase: past.phase, phases }
        );
        if let Point::Elapsed(_) = snapshot.point {
            let mut late = snapshot.clone();
            late.point = Point::Elapsed(Duration::from_hours(24));
            let phase = late.phase;
            prop_assert_eq!(restored(late), SnapshotError::PastTheEnd { phase });
        }
        let mut other = snapshot;
        let there = std::mem::replace(&mut other.posture, "headstand".to_owned());
        let here = other.phase;
        let error = restored(other);
        let SnapshotError::AnotherRoutine { phase, expected, found } = error else {
            return Err(TestCaseError::fail(format!("{error:?}")));
        };
        prop_assert_eq!((phase, expected.as_str(), found), (here, "headstand", there.as_str()));
    }
}
