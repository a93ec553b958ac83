//! What a person hears, from the first word to the last.

#![expect(
    clippy::unwrap_used,
    reason = "a story that cannot be told is a failed test"
)]

mod listener;

use std::fmt::Write as _;

use limber::domain::plan::{Plan, Preferences, Profile};
use limber::domain::session::Session;
use limber::library::{BuiltIn, built_in};
use limber::text::Locale;
use listener::Listener;

fn play(routine: BuiltIn) -> String {
    let plan = Plan {
        routine: built_in(routine),
        preferences: Preferences::default(),
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

#[test]
fn the_four_postures() {
    insta::assert_snapshot!(play(BuiltIn::FourPostures));
}

#[test]
fn in_spasm() {
    insta::assert_snapshot!(play(BuiltIn::InSpasm));
}
