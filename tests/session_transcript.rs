//! Transcripts of everything a person hears, from the first word to the last.

use std::fmt::Write as _;

use crate::listener::Listener;
use limber::domain::cue::Density;
use limber::domain::plan::{Plan, Preferences, Profile};
use limber::domain::posture::Variation;
use limber::domain::routine::{Routine, RoutinePart};
use limber::domain::session::Session;
use limber::library::{self, routines};
use limber::text::Locale;

fn play(routine: Routine, density: Density) -> String {
    let plan = Plan {
        routine,
        preferences: Preferences {
            density,
            ..Preferences::default()
        },
        profile: Profile::default(),
    };
    let session = Session::new(plan, Locale::EnGb.phrasing(), true).unwrap();
    let total = session.timeline().total();
    let mut listener = Listener::new(session);
    listener.start();
    listener.listen_to_the_end();
    let mut transcript = String::new();
    writeln!(transcript, "planned {} s\n", total.as_secs()).unwrap();
    transcript + &listener.transcript()
}

fn of_library(id: &str) -> Routine {
    library::routine(id).unwrap().routine.clone()
}

/// One snapshot for each routine of the library, to be read by people.
#[test]
fn every_routine_of_the_library() {
    for built_in in routines() {
        let name = built_in.routine.id.replace('-', "_");
        insta::assert_snapshot!(name, play(built_in.routine.clone(), Density::Teaching));
    }
}

/// With fewer words, there is as much time to follow them as there would be with many.
#[test]
fn the_four_postures_for_one_who_knows_them() {
    let mut routine = of_library("four-postures");
    if let Some(RoutinePart::Step(pigeon)) = routine.parts.get_mut(1) {
        pigeon.variation = Variation::Easier(1);
        pigeon.note = Some("The cushion lies by the wall.".to_owned());
    }
    insta::assert_snapshot!(play(routine, Density::Reminding));
}
