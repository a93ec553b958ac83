//! The person says more about their body during a session: nobody is led into what does not suit them, or left in it.

use std::time::Duration;

use crate::happenings::{progress, started};
use crate::listener::phases::{is_hold, is_set_up};
use crate::listener::{Heard, Listener, VoiceHabit};
use limber::domain::body::{Body, Caution};
use limber::domain::cue::CueKind;
use limber::domain::dose::{Amount, Dose};
use limber::domain::history::{During, HarmKind, HoldEnd};
use limber::domain::plan::{Plan, Preferences, Profile};
use limber::domain::posture::{Form, Side, for_side};
use limber::domain::routine::{First, Routine, RoutinePart, Sides, Step};
use limber::domain::session::{Command, Ending, Offer, Session, State};
use limber::domain::timeline::PhaseKind;
use limber::library::posture;
use limber::store;
use limber::text::Locale;

/// A minute of pigeon on each side, the left first, then a minute of rest on the back.
fn pigeon_and_rest() -> Listener {
    pigeon_and("90-90-rest")
}

fn pigeon_and(other: &str) -> Listener {
    started(plan(&["pigeon", other]), true, VoiceHabit::Takes(1.0))
}

/// A plan with a minute of each of these postures, on each side where it has sides, the left first.
fn plan(ids: &[&str]) -> Plan {
    let step = |id: &&str| {
        let posture = posture(id).unwrap();
        let amount = Amount {
            dose: Dose::Hold(Duration::from_mins(1)),
            sets: 1,
            fewer: 0,
        };
        let sides = if posture.sided {
            Sides::Both(First::Always(Side::Left))
        } else {
            Sides::Neither
        };
        RoutinePart::Step(Step {
            amount,
            sides,
            ..Step::of(posture, None)
        })
    };
    Plan {
        routine: Routine {
            id: "mine".to_owned(),
            title: "Mine".to_owned(),
            purpose: String::new(),
            parts: ids.iter().map(step).collect(),
        },
        preferences: Preferences::default(),
        profile: Profile::default(),
    }
}

fn pigeon() -> &'static Form {
    &posture("pigeon").unwrap().usual
}

fn without(cautions: &[Caution], left_out: &[&str]) -> Body {
    Body {
        cautions: cautions.iter().copied().collect(),
        age: None,
        left_out: left_out.iter().map(|&id| id.to_owned()).collect(),
    }
}

/// A body which excludes every form of pigeon.
fn no_pigeon() -> Body {
    let pigeon = posture("pigeon").unwrap();
    let ways = [&pigeon.usual].into_iter().chain(&pigeon.easier);
    let ids: Vec<_> = ways.map(|form| form.posture).collect();
    without(&[], &ids)
}

/// A body which excludes the usual form of pigeon, but suits a gentler one.
fn bad_knees() -> Body {
    let body = without(&[Caution::Knees], &[]);
    assert!(!body.suits(pigeon()));
    let pigeon = posture("pigeon").unwrap();
    assert!(pigeon.easier.iter().any(|form| body.suits(form)));
    body
}

/// The words of this kind heard since this index.
fn heard_since(listener: &Listener, from: usize, wanted: CueKind) -> Vec<&str> {
    let heard = listener.heard[from..]
        .iter()
        .filter_map(|heard| match heard {
            Heard::Words { kind, words, .. } if *kind == wanted => Some(words.as_str()),
            Heard::Words { .. } | Heard::Tone { .. } => None,
        });
    heard.collect()
}

fn ways_out(form: &Form, side: Side) -> String {
    let lines = form
        .exit
        .iter()
        .map(|line| for_side(line.words, Some(side)));
    lines.collect::<Vec<_>>().join(" ")
}

/// The forms held, each with its side and how it ended.
fn held(listener: &Listener) -> Vec<(String, Option<Side>, HoldEnd)> {
    let done = listener.session.done().iter();
    done.map(|done| (done.form.clone(), done.side, done.end))
        .collect()
}

#[test]
fn whoever_is_in_what_does_not_suit_is_led_out_of_it_and_on_to_a_gentler_way_by_itself() {
    let body = bad_knees();
    for (in_hold, kind) in [
        (true, is_hold as fn(&PhaseKind) -> bool),
        (false, is_set_up),
    ] {
        let mut listener = pigeon_and_rest();
        listener.listen_to(kind);
        listener.listen(Duration::from_secs(15));
        let from = listener.heard.len();
        listener.heed(&body);
        listener.listen_to_the_end();
        assert_eq!(listener.ended, Some(Ending::Finished));
        let out = heard_since(&listener, from, CueKind::ComeOut).join(" ");
        assert!(out.starts_with(&ways_out(pigeon(), Side::Left)), "{out}");
        let held = held(&listener);
        let (broken_off, rest) = held.split_at(usize::from(in_hold));
        for (form, side, end) in broken_off {
            assert_eq!(
                (form.as_str(), *side, *end),
                ("pigeon", Some(Side::Left), HoldEnd::LeftEarly)
            );
        }
        let sides: Vec<_> = rest.iter().map(|(_, side, _)| *side).collect();
        assert_eq!(
            sides,
            [Some(Side::Left), Some(Side::Right), None],
            "{held:?}"
        );
        assert!(
            rest.iter()
                .all(|(form, _, end)| form != "pigeon" && *end == HoldEnd::Completed)
        );
    }
}

#[test]
fn what_no_way_suits_is_left_and_the_next_posture_comes() {
    let mut listener = pigeon_and_rest();
    listener.listen_to(is_hold);
    listener.listen(Duration::from_secs(15));
    let from = listener.heard.len();
    listener.heed(&no_pigeon());
    listener.listen_to_the_end();
    let out = heard_since(&listener, from, CueKind::ComeOut).join(" ");
    assert!(out.starts_with(&ways_out(pigeon(), Side::Left)), "{out}");
    let next = heard_since(&listener, from, CueKind::Announce);
    assert!(next[0].starts_with("Last, 90-90 rest"), "{next:?}");
    let expected = [
        ("pigeon".to_owned(), Some(Side::Left), HoldEnd::LeftEarly),
        ("90-90-rest".to_owned(), None, HoldEnd::Completed),
    ];
    assert_eq!(held(&listener), expected);
}

#[test]
fn where_nothing_is_left_that_suits_the_session_ends_as_it_does_at_its_end() {
    let mut listener = pigeon_and_rest();
    listener.listen_to(is_hold);
    let from = listener.heard.len();
    listener.heed(&without(&[Caution::Surgery], &[]));
    listener.listen_to_the_end();
    assert_eq!(listener.ended, Some(Ending::Finished));
    let out = heard_since(&listener, from, CueKind::ComeOut).join(" ");
    assert!(out.starts_with(&ways_out(pigeon(), Side::Left)), "{out}");
    let end = heard_since(&listener, from, CueKind::Encouragement);
    assert_eq!(
        end,
        ["That is all. Stay a moment, and go on gently when you like."]
    );
}

#[test]
fn a_hold_that_goes_on_after_a_pause_in_which_it_became_unsuitable_is_left_by_its_words() {
    for returning in [false, true] {
        let mut listener = pigeon_and_rest();
        listener.listen_to(is_hold);
        listener.listen(Duration::from_secs(15));
        listener.ask(Command::Pause);
        if returning {
            listener.ask(Command::Resume);
        }
        let from = listener.heard.len();
        listener.heed(&bad_knees());
        if !returning {
            assert!(matches!(listener.session.state(), State::Paused { .. }));
            listener.ask(Command::Resume);
        }
        // A pause on the way out changes nothing.
        listener.listen(Duration::from_secs(2));
        listener.ask(Command::Pause);
        listener.ask(Command::Resume);
        listener.listen_to_the_end();
        let out = heard_since(&listener, from, CueKind::ComeOut);
        assert!(
            out.join(" ")
                .contains(&pigeon().exit.last().unwrap().words[..20]),
            "{out:?}"
        );
        assert_eq!(sides(&listener), LEFT_ONCE_MORE);
    }
}

#[test]
fn whoever_was_away_from_it_for_long_is_led_to_what_suits_at_once_and_what_was_held_is_recorded() {
    let mut listener = pigeon_and_rest();
    listener.listen_to(is_hold);
    listener.listen(Duration::from_secs(15));
    listener.ask(Command::Pause);
    listener.heed(&bad_knees());
    listener.listen(Duration::from_mins(5));
    let from = listener.heard.len();
    listener.ask(Command::Resume);
    assert_eq!(
        held(&listener),
        [("pigeon".to_owned(), Some(Side::Left), HoldEnd::LeftEarly)]
    );
    listener.listen(Duration::from_secs(20));
    assert_eq!(heard_since(&listener, from, CueKind::ComeOut), [""; 0]);
    assert!(!heard_since(&listener, from, CueKind::SetUp).is_empty());
}

/// The sides of what was held, in order.
fn sides(listener: &Listener) -> Vec<Option<Side>> {
    let done = listener.session.done().iter();
    done.map(|done| done.side).collect()
}

const LEFT_ONCE_MORE: [Option<Side>; 4] =
    [Some(Side::Left), Some(Side::Left), Some(Side::Right), None];

/// A session two seconds into being led out of pigeon, on the left side.
fn on_the_way_out() -> Listener {
    let mut listener = pigeon_and_rest();
    listener.listen_to(is_hold);
    listener.listen(Duration::from_secs(15));
    listener.heed(&bad_knees());
    listener.listen(Duration::from_secs(2));
    listener
}

#[test]
fn what_is_asked_for_on_the_way_out_is_about_the_side_one_is_on() {
    for command in [Command::Easier, Command::RepeatSide, Command::Back] {
        let mut listener = on_the_way_out();
        listener.ask(command);
        listener.listen_to_the_end();
        assert_eq!(sides(&listener), LEFT_ONCE_MORE, "{command:?}");
    }
    let mut listener = on_the_way_out();
    listener.ask(Command::Hurts);
    let done = listener.session.done().last().unwrap();
    let found = (done.form.as_str(), done.side, done.end, done.during);
    assert_eq!(
        found,
        ("pigeon", Some(Side::Left), HoldEnd::Hurt, During::ComingOut)
    );
}

#[test]
fn whoever_is_coming_out_already_is_told_how_to_get_up_if_what_came_next_is_left_out() {
    let mut listener = started(
        plan(&["90-90-rest", "belly-breathing", "side-bend"]),
        true,
        VoiceHabit::Takes(1.0),
    );
    listener.listen_to(|kind| matches!(kind, PhaseKind::ComeOut));
    listener.listen(Duration::from_secs(2));
    let from = listener.heard.len();
    let mut as_it_was = listener.clone();
    listener.heed(&without(&[], &["belly-breathing"]));
    for listener in [&mut listener, &mut as_it_was] {
        listener.listen_to(is_set_up);
    }
    let out = |listener| heard_since(listener, from, CueKind::ComeOut).len();
    assert_eq!(out(&listener), out(&as_it_was) + 2, "onto one side, and up");
    assert_eq!(listener.session.place().unwrap().1.id, "side-bend");
}

#[test]
fn a_page_that_is_closed_in_a_hold_that_became_unsuitable_teaches_the_gentler_way_and_keeps_what_was_held()
 {
    let mut listener = pigeon_and_rest();
    listener.listen_to(is_hold);
    listener.listen(Duration::from_secs(15));
    listener.ask(Command::Pause);
    listener.heed(&bad_knees());
    let mut opened = opened_again(&listener);
    assert_eq!(progress(&opened).elapsed, Some(Duration::from_secs(15)));
    opened.ask(Command::Resume);
    assert_eq!(
        held(&opened),
        [("pigeon".to_owned(), Some(Side::Left), HoldEnd::LeftEarly)]
    );
    opened.listen_to_the_end();
    assert!(!heard_since(&opened, 0, CueKind::SetUp).is_empty());
    assert_eq!(sides(&opened), LEFT_ONCE_MORE);
}

/// The session as it is restored from its snapshot by another page.
fn opened_again(listener: &Listener) -> Listener {
    let kept = store::print_snapshot(&listener.session.snapshot().unwrap());
    let snapshot = store::read_snapshot(&kept).unwrap();
    let phrasing = Locale::EnGb.phrasing();
    let session = Session::restore(snapshot, phrasing, true, listener.now);
    Listener::arriving(session.unwrap(), listener.now)
}

#[test]
fn a_page_that_is_closed_on_the_way_out_goes_on_with_the_gentler_way() {
    let mut opened = opened_again(&on_the_way_out());
    opened.go_on_to_the_end();
    assert_eq!(sides(&opened), LEFT_ONCE_MORE);
}

#[test]
fn after_this_hurts_only_what_suits_is_offered_and_said() {
    let mut listener = pigeon_and_rest();
    listener.listen_to(is_hold);
    listener.ask(Command::Hurts);
    assert!(listener.session.offers().contains(&Offer::Easier));
    let from = listener.heard.len();
    listener.heed(&no_pigeon());
    assert_eq!(listener.session.harm(), Some(HarmKind::Hurt));
    assert!(!listener.session.offers().contains(&Offer::Easier));
    listener.listen_to_the_end();
    let said = heard_since(&listener, from, CueKind::Safety);
    assert_eq!(
        said,
        ["When you are ready, choose: the next posture, or the end."]
    );
    listener.ask(Command::Next);
    listener.listen_to_the_end();
    assert_eq!(held(&listener).last().unwrap().0, "90-90-rest");
}

#[test]
fn what_one_takes_care_of_is_said_of_what_is_still_to_come() {
    let brittle = without(&[Caution::Osteoporosis], &[]);
    let reminder = "For your bones, keep the movement small, and never force its end.";
    let cat_cow = &posture("cat-cow").unwrap().usual;
    assert!(brittle.suits(cat_cow) && brittle.careful(cat_cow).next().is_some());
    let mut ahead = pigeon_and("cat-cow");
    ahead.listen_to(is_hold);
    // Paused between two lines on the way in: getting in is told from the start again.
    let mut on_the_way_in = ahead.clone();
    while on_the_way_in.session.place().unwrap().1.id != "cat-cow" {
        on_the_way_in.listen_to_the_next();
    }
    on_the_way_in.listen(Duration::from_secs(15));
    on_the_way_in.ask(Command::Pause);
    for mut listener in [ahead, on_the_way_in] {
        let from = listener.heard.len();
        listener.heed(&brittle);
        listener.go_on_to_the_end();
        assert_eq!(heard_since(&listener, from, CueKind::Safety), [reminder]);
    }
}

#[test]
fn time_that_was_added_to_a_hold_still_to_come_stays_with_all_that_is_said_in_it() {
    let mut listener = pigeon_and_rest();
    listener.ask(Command::Jump(1));
    listener.listen_to(is_hold);
    listener.ask(Command::AddTime(Duration::from_secs(30)));
    listener.ask(Command::Jump(0));
    listener.listen_to(is_hold);
    listener.listen(Duration::from_secs(50));
    let laid_out = |listener: &Listener| {
        let phases = listener.session.timeline().phases.iter();
        phases
            .filter(|phase| phase.step == 1)
            .cloned()
            .collect::<Vec<_>>()
    };
    let before = laid_out(&listener);
    listener.heed(&without(&[], &["downward-dog"]));
    assert_eq!(laid_out(&listener), before);
}
