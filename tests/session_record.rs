//! What a person reports about a posture is recorded, wherever in the posture they are.

use std::array;
use std::time::Duration;

use crate::happenings::{any_happening, live_through, started};
use crate::listener::phases::{is_change, is_hold, is_out, is_rest, is_set_up};
use crate::listener::{self, Listener, VoiceHabit};
use crate::plans::{any_plan, often};
use limber::domain::dose::{Amount, Dose};
use limber::domain::history::{Done, During, HarmKind, HoldEnd, SessionRecord, familiar};
use limber::domain::plan::{Plan, Preferences, Profile};
use limber::domain::posture::Side;
use limber::domain::proposing::RecentHistory;
use limber::domain::routine::{First, Routine, RoutinePart, Sides, Step};
use limber::domain::session::{Command, Ending, Session};
use limber::library::posture;
use limber::store;
use limber::text::{Locale, en};
use proptest::prelude::*;

const MINUTE: Duration = Duration::from_mins(1);

/// A session with two sets of a posture, on each side if it has sides (the left first), and a rest after it.
fn two_sets(id: &str) -> Listener {
    let posture = posture(id).unwrap();
    let sides = if posture.sided {
        Sides::Both(First::Always(Side::Left))
    } else {
        Sides::Neither
    };
    let amount = Amount {
        dose: Dose::Hold(MINUTE),
        sets: 2,
        fewer: 0,
    };
    let step = Step {
        amount,
        sides,
        ..Step::of(posture, None)
    };
    let after = Step::of(self::posture("90-90-rest").unwrap(), None);
    let plan = Plan {
        routine: Routine {
            id: "mine".to_owned(),
            title: "Mine".to_owned(),
            purpose: String::new(),
            parts: vec![RoutinePart::Step(step), RoutinePart::Step(after)],
        },
        preferences: Preferences::default(),
        profile: Profile::default(),
    };
    started(plan, true, VoiceHabit::Takes(1.0))
}

/// A place in a posture: its name, how to get there, its part of the posture, side and set.
type Place = (&'static str, fn(&mut Listener), During, Side, u32);

const PLACES: [Place; 8] = [
    ("the welcome", |_| (), During::GettingIn, Side::Left, 1),
    (
        "getting in",
        |it| it.listen_to(is_set_up),
        During::GettingIn,
        Side::Left,
        1,
    ),
    (
        "resting",
        |it| it.listen_to(is_rest),
        During::Resting,
        Side::Left,
        1,
    ),
    (
        "getting in once more",
        |it| {
            it.listen_to(is_rest);
            it.listen_to(is_set_up);
        },
        During::GettingIn,
        Side::Left,
        2,
    ),
    (
        "changing sides",
        |it| it.listen_to(is_change),
        During::ChangingSides,
        Side::Right,
        1,
    ),
    (
        "coming out",
        |it| it.listen_to(is_out),
        During::ComingOut,
        Side::Right,
        2,
    ),
    (
        "getting ready again",
        |it| {
            it.listen_to(is_hold);
            it.ask(Command::Pause);
            it.ask(Command::Resume);
        },
        During::GettingIn,
        Side::Left,
        1,
    ),
    (
        "waiting on the way in",
        |it| {
            it.listen_to(is_set_up);
            it.listen(Duration::from_secs(8));
            it.ask(Command::Pause);
        },
        During::GettingIn,
        Side::Left,
        1,
    ),
];

#[test]
fn what_hurts_is_recorded_wherever_it_hurts() {
    for (place, get_there, during, side, set) in PLACES {
        let mut listener = two_sets("pigeon");
        get_there(&mut listener);
        let before = listener.session.done().len();
        listener.ask(Command::Hurts);
        assert_eq!(listener.session.harm(), Some(HarmKind::Hurt), "{place}");
        let expected = Done {
            posture: "pigeon".to_owned(),
            side: Some(side),
            set,
            form: "pigeon".to_owned(),
            planned: MINUTE,
            held: Duration::ZERO,
            end: HoldEnd::Hurt,
            during,
        };
        let new = &listener.session.done()[before..];
        assert_eq!(new, std::slice::from_ref(&expected), "{place}");
        listener.ask(Command::Hurts);
        assert_eq!(
            listener.session.done().len(),
            before + 1,
            "said twice, {place}"
        );

        let kept = store::print_snapshot(&listener.session.snapshot().unwrap());
        let read = store::read_snapshot(&kept).unwrap();
        assert_eq!(read.done.last(), Some(&expected), "{place}");
    }
}

#[test]
fn dizziness_is_recorded_wherever_it_comes() {
    let places = PLACES
        .iter()
        .filter(|(.., during, _, _)| *during != During::ChangingSides);
    for (place, get_there, during, _, set) in places {
        let mut listener = two_sets("chair-drape");
        get_there(&mut listener);
        listener.ask(Command::Dizzy);
        assert_eq!(listener.session.harm(), Some(HarmKind::Dizzy), "{place}");
        let done = listener.session.done().last().unwrap();
        assert_eq!(
            (done.end, done.during, done.set),
            (HoldEnd::Dizzy, *during, *set),
            "{place}"
        );
        // It may hurt, too.
        listener.ask(Command::Hurts);
        let done = listener.session.done().last().unwrap();
        assert_eq!((done.end, done.set), (HoldEnd::Hurt, *set), "{place}");
    }
}

#[test]
fn what_was_held_before_it_hurt_on_the_way_back_is_recorded_too() {
    let mut listener = two_sets("pigeon");
    listener.listen_to(is_hold);
    listener.listen(Duration::from_secs(20));
    listener.ask(Command::Pause);
    listener.ask(Command::Resume);
    listener.ask(Command::Hurts);
    let done = listener.session.done().iter();
    let done: Vec<_> = done
        .map(|done| (done.held.as_secs(), done.end, done.during))
        .collect();
    let held = (20, HoldEnd::LeftEarly, During::Holding);
    assert_eq!(done, [held, (0, HoldEnd::Hurt, During::GettingIn)]);
}

#[test]
fn what_hurt_in_a_pause_of_a_hold_hurt_in_the_hold() {
    let mut listener = two_sets("pigeon");
    listener.listen_to(is_hold);
    listener.listen(Duration::from_secs(20));
    listener.ask(Command::Pause);
    listener.ask(Command::Hurts);
    let done = listener.session.done().last().unwrap();
    assert_eq!(done.held.as_secs(), 20);
    assert_eq!((done.end, done.during), (HoldEnd::Hurt, During::Holding));
}

#[test]
fn a_hold_that_came_while_one_was_away_on_the_way_in_can_be_counted() {
    let mut listener = two_sets("pigeon");
    listener.listen_to(is_set_up);
    listener.sleep(Duration::from_hours(1));
    listener.listen(Duration::ZERO);
    listener.ask(Command::CountAsDone);
    let [done] = listener.session.done() else {
        panic!("{:?}", listener.session.done());
    };
    let found = (done.posture.as_str(), done.side, done.set, done.end);
    assert_eq!(
        found,
        ("pigeon", Some(Side::Left), 1, HoldEnd::CountedAsDone)
    );
}

/// The record of a session in which this was done, as the listener's began.
fn record(done: Vec<Done>) -> SessionRecord {
    SessionRecord {
        routine: "mine".to_owned(),
        title: "Mine".to_owned(),
        started: listener::BEGAN,
        ended: listener::BEGAN,
        ending: Ending::Stopped,
        done,
        before: None,
        after: None,
        note: String::new(),
    }
}

#[test]
fn what_hurt_on_the_way_in_hurt_lately_and_was_not_practised() {
    let mut listener = two_sets("pigeon");
    listener.listen_to(is_set_up);
    listener.ask(Command::Hurts);
    let records: [_; 9] = array::from_fn(|_| record(listener.session.done().to_vec()));
    let recent = RecentHistory::of(&records.each_ref(), [].into_iter(), listener.now);
    assert!(recent.harms.iter().any(|harm| harm.form == "pigeon"));
    assert!(familiar(&records).is_empty());
}

#[test]
fn what_was_held_for_no_time_is_told_in_other_words_than_none() {
    let mut lines = Vec::new();
    for end in [
        HoldEnd::Hurt,
        HoldEnd::Dizzy,
        HoldEnd::CountedAsDone,
        HoldEnd::LeftEarly,
    ] {
        for (_, _, during, ..) in PLACES {
            let done = Done {
                posture: "pigeon".to_owned(),
                side: Some(Side::Left),
                set: 1,
                form: "pigeon".to_owned(),
                planned: MINUTE,
                held: Duration::ZERO,
                end,
                during,
            };
            lines.push(en::done("Pigeon", &done));
            let held = Done {
                held: MINUTE,
                ..done
            };
            assert_eq!(en::done("Pigeon", &held), "Pigeon, left: 60 seconds");
        }
    }
    assert!(lines.iter().all(|line| !line.contains('0')), "{lines:?}");
    assert_eq!(lines[1], "Pigeon, left: it hurt on the way in");
    assert_eq!(lines[5], "Pigeon, left: it hurt on the way out");
}

proptest! {
    #![proptest_config(often(96))]

    #[test]
    fn whoever_is_told_how_to_come_out_because_it_hurts_is_on_record_as_hurt(
        plan in any_plan(),
        happenings in proptest::collection::vec(any_happening(), 0..30),
    ) {
        let mut listener = started(plan, true, VoiceHabit::Takes(1.0));
        live_through(&mut listener, &happenings);
        listener.listen(Duration::ZERO);
        let before = listener.session.done().len();
        let was_hurt = listener.session.harm() == Some(HarmKind::Hurt);
        let posture = listener.session.place().map(|(_, posture)| posture.id);
        listener.ask(Command::Hurts);
        let new = &listener.session.done()[before..];
        if listener.session.harm() == Some(HarmKind::Hurt) && !was_hurt {
            let hurt = new.last().unwrap();
            prop_assert_eq!(hurt.end, HoldEnd::Hurt);
            prop_assert_eq!(Some(hurt.posture.as_str()), posture);
            prop_assert!(new[..new.len() - 1].iter().all(|done| done.end == HoldEnd::LeftEarly));
            prop_assert!(hurt.held.is_zero() || hurt.during == During::Holding);
        } else {
            prop_assert_eq!(new, []);
        }
    }
}

#[test]
fn nothing_is_recorded_before_the_beginning() {
    let mut session: Session = two_sets("pigeon").session;
    let plan = session.plan().clone();
    session = Session::new(plan, Locale::EnGb.phrasing(), true).unwrap();
    session.command(Command::Hurts, listener::BEGAN);
    assert_eq!(session.done(), []);
}
