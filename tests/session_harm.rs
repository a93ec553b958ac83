//! A pause or a call while the person is told how to come out, because it hurts or the head swims.

use std::time::Duration;

use crate::happenings::started;
use crate::listener::phases::is_hold;
use crate::listener::{Heard, Listener, VoiceHabit};
use limber::domain::body::{Body, Caution};
use limber::domain::history::{HarmKind, HoldEnd};
use limber::domain::plan::{Plan, Preferences, Profile};
use limber::domain::routine::{Routine, RoutinePart, Step};
use limber::domain::session::{Command, Offer, PauseReason, PausedAt, State};
use limber::library::posture;

const BROKEN_OFF_AFTER: Duration = Duration::from_millis(1500);
const A_MOMENT: Duration = Duration::from_secs(20);
const LONG: Duration = Duration::from_mins(5);

const KINDS: [(Command, HarmKind); 2] = [
    (Command::Hurts, HarmKind::Hurt),
    (Command::Dizzy, HarmKind::Dizzy),
];

/// What interrupts the words, and the reason for which the session then waits.
type Break = (fn(&mut Listener), PauseReason);

const BREAKS: [Break; 2] = [
    (|it| it.ask(Command::Pause), PauseReason::Asked),
    (Listener::lose_the_sound, PauseReason::Interrupted),
];

/// A session some seconds into the first hold of a posture with the head down; another posture follows.
fn head_down() -> Listener {
    let step = |id| RoutinePart::Step(Step::of(posture(id).unwrap(), None));
    let plan = Plan {
        routine: Routine {
            id: "mine".to_owned(),
            title: "Mine".to_owned(),
            purpose: String::new(),
            parts: vec![step("chair-drape"), step("90-90-rest")],
        },
        preferences: Preferences::default(),
        profile: Profile::default(),
    };
    let mut listener = started(plan, true, VoiceHabit::Takes(1.0));
    listener.listen_to(is_hold);
    listener.listen(A_MOMENT);
    listener
}

fn words_since(listener: &Listener, from: usize) -> Vec<&str> {
    let heard = listener.heard[from..].iter();
    let words = heard.filter_map(|heard| match heard {
        Heard::Words { words, .. } => Some(words.as_str()),
        Heard::Tone { .. } => None,
    });
    words.collect()
}

/// All that is said when nothing interrupts it.
fn whole(command: Command) -> Vec<String> {
    let mut listener = head_down();
    let from = listener.heard.len();
    listener.ask(command);
    listener.listen(LONG);
    let words = words_since(&listener, from).into_iter();
    words.map(str::to_owned).collect()
}

#[test]
fn what_was_broken_off_is_told_from_its_beginning_once_one_goes_on() {
    for (command, kind) in KINDS {
        let whole = whole(command);
        assert!(whole.len() >= 2, "{whole:?}");
        for (break_off, why) in BREAKS {
            let mut listener = head_down();
            listener.ask(command);
            listener.listen(BROKEN_OFF_AFTER);
            break_off(&mut listener);
            let waits = |why| State::Paused {
                phase: listener.session.phase().unwrap(),
                place: PausedAt::Harmed(kind),
                since: listener.told(),
                why,
            };
            assert_eq!(*listener.session.state(), waits(why));
            let from = listener.heard.len();
            listener.listen(A_MOMENT);
            assert_eq!(words_since(&listener, from), [""; 0], "it is quiet");
            listener.ask(Command::Resume);
            listener.listen(LONG);
            assert_eq!(words_since(&listener, from), whole);
        }
    }
}

#[test]
fn who_has_long_come_out_hears_only_what_can_be_chosen() {
    for (command, kind) in KINDS {
        let whole = whole(command);
        let mut listener = head_down();
        listener.ask(command);
        listener.listen(BROKEN_OFF_AFTER);
        listener.lose_the_sound();
        let from = listener.heard.len();
        listener.listen(LONG);
        listener.ask(Command::Resume);
        listener.listen(LONG);
        assert_eq!(words_since(&listener, from), whole[whole.len() - 1..]);
        assert_eq!(listener.session.harm(), Some(kind));
    }
}

#[test]
fn one_can_choose_out_of_the_pause_and_nothing_is_recorded_twice() {
    for (command, kind) in KINDS {
        for choice in [Command::Next, Command::Resume] {
            let mut listener = head_down();
            listener.ask(command);
            listener.lose_the_sound();
            let told = listener.session.done().len();
            assert!(!listener.session.offers().contains(&Offer::AddTime));
            listener.ask(command);
            assert_eq!(listener.session.done().len(), told, "said twice");
            listener.ask(choice);
            listener.go_on_to_the_end();
            let done = listener.session.done().iter();
            let done: Vec<_> = done.map(|it| (it.posture.as_str(), it.end)).collect();
            assert_eq!(
                done,
                [
                    ("chair-drape", HoldEnd::from(kind)),
                    ("90-90-rest", HoldEnd::Completed)
                ]
            );
        }
    }
}

#[test]
fn a_page_that_is_closed_meanwhile_goes_on_with_the_next_posture() {
    for (command, _) in KINDS {
        let mut listener = head_down();
        listener.ask(command);
        let told = listener.session.snapshot().unwrap();
        listener.lose_the_sound();
        let waiting = listener.session.snapshot().unwrap();
        assert_eq!(waiting.posture, "90-90-rest");
        assert_eq!((waiting.phase, waiting.point), (told.phase, told.point));
    }
}

#[test]
fn what_is_set_meanwhile_takes_nobody_away_from_there() {
    for (command, kind) in KINDS {
        let mut listener = head_down();
        listener.ask(command);
        listener.listen(BROKEN_OFF_AFTER);
        listener.lose_the_sound();
        let phase = listener.session.phase();
        listener.prefer(Preferences {
            slowness: 1.1,
            ..Preferences::default()
        });
        assert_eq!(listener.session.harm(), Some(kind));
        assert_eq!(listener.session.phase(), phase);
        let from = listener.heard.len();
        listener.ask(Command::Resume);
        listener.listen(LONG);
        assert_eq!(words_since(&listener, from), whole(command));
    }
}

#[test]
fn what_is_told_of_the_body_meanwhile_has_nothing_said_twice() {
    for (command, _) in KINDS {
        let mut listener = head_down();
        listener.ask(command);
        listener.lose_the_sound();
        listener.listen(LONG);
        let from = listener.heard.len();
        listener.ask(Command::Resume);
        listener.listen(BROKEN_OFF_AFTER);
        listener.heed(&Body {
            cautions: [Caution::Knees].into_iter().collect(),
            ..Body::default()
        });
        listener.listen(LONG);
        let words = words_since(&listener, from);
        assert_eq!(words.len(), 1, "{words:?}");
    }
}
