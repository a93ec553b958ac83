//! How long a routine takes is the same number wherever it is shown or said.

use crate::happenings::{any_body, progress, started};
use crate::listener::VoiceHabit;
use crate::plans::{any_plan, often, session_of};
use limber::app::library::view::{Filter, library};
use limber::app::routine::view::routine;
use limber::app::{Event, Model, Now, Route, Start, session, today, update};
use limber::domain::body::{Body, Caution};
use limber::domain::collections::Set;
use limber::domain::compile::length;
use limber::domain::cue::{Cue, CueKind, Density};
use limber::domain::episode::Feeling;
use limber::domain::phrasing::Phrasing;
use limber::domain::plan::{Plan, Preferences, Profile};
use limber::domain::screening::{Scope, Screening};
use limber::domain::session::{Command, Session};
use limber::domain::time::Moment;
use limber::library::routines;
use limber::store::{Record, RecordKey, RecordStamp};
use limber::text::{Locale, en};
use proptest::prelude::*;

const NOW: Moment = Moment::from_millis(1_795_000_000_000);

fn phrasing() -> &'static dyn Phrasing {
    Locale::EnGb.phrasing()
}

/// What is announced when a session begins, without the caution about pain.
fn welcome(session: &Session) -> String {
    let cues = session.timeline().phases[0].cues.iter();
    let cues = cues.filter(|cue| cue.kind == CueKind::Announce);
    let words: Vec<_> = cues.map(|cue: &Cue| cue.words.as_str()).collect();
    words.join(" ")
}

/// Checks that the length announced, shown beforehand, and shown at the start is the same; returns it in words.
fn check(plan: Plan) -> Result<String, TestCaseError> {
    let shown = length(&plan, phrasing()).unwrap();
    let mut session = session_of(plan, true);
    let said = welcome(&session);
    let expected = format!("It takes {}.", en::about(shown));
    prop_assert!(said.ends_with(&expected), "{said} {shown:?}");
    session.command(Command::Start, NOW);
    let left = session.progress(NOW).unwrap().left;
    prop_assert_eq!(left, shown);
    prop_assert_eq!(minutes(&en::left(left)), minutes(&en::about(shown)));
    prop_assert!(en::time_and_needs(shown, &[]).eq_ignore_ascii_case(&en::about(shown)));
    Ok(en::about(shown))
}

/// The minutes in a phrase; 0 for less than a minute.
fn minutes(words: &str) -> u64 {
    let number = words.split(' ').find_map(|word| word.parse().ok());
    match words {
        "less than a minute" | "under a minute left" => 0,
        "about a minute" => 1,
        _ => number.unwrap(),
    }
}

#[test]
fn every_routine_of_the_library_takes_as_long_as_it_says_in_every_density() {
    for built_in in routines() {
        for density in [
            Density::Teaching,
            Density::Reminding,
            Density::TonesOnly,
            Density::Silent,
        ] {
            for rate in [0.6, 1.0, 1.3, 1.6] {
                let plan = Plan {
                    routine: built_in.routine.clone(),
                    preferences: Preferences {
                        density,
                        rate,
                        ..Preferences::default()
                    },
                    profile: Profile::default(),
                };
                let said = check(plan).unwrap();
                if density == Density::Teaching && (rate - 1.0).abs() < 0.01 {
                    assert_eq!(said, en::about(built_in.takes), "{}", built_in.routine.id);
                }
            }
        }
    }
}

/// The application of a person who has answered the questions, with this density and these cautions.
fn app(density: Density, cautions: &[Caution]) -> Model {
    let mut model = Model::new(Locale::EnGb, Route::Question);
    let kept = &mut model.context.kept;
    kept.settings.preferences.density = density;
    kept.person.body.cautions = cautions.iter().copied().collect();
    let screening = Screening {
        at: NOW,
        scope: Scope::Everything,
        signs: Set::new(),
        assessed: None,
    };
    let key = RecordKey::Screening(RecordStamp::new(NOW, 1));
    kept.put(&key, Record::Screening(screening));
    model.context.now = NOW;
    model
}

fn happens(model: &mut Model, event: Event) {
    let (at, utc_offset) = (NOW, 0);
    update(model, event, Now { at, utc_offset });
}

/// The length announced when this session begins; `None` if it can't begin.
fn said(mut model: Model, start: Start) -> Option<String> {
    happens(&mut model, session::Event::StartPressed(start).into());
    let welcome = welcome(&model.session.playing()?.session);
    let (_, said) = welcome.rsplit_once("It takes ")?;
    Some(said.trim_end_matches('.').to_owned())
}

#[test]
fn what_every_screen_shows_of_a_routine_is_what_is_said_when_it_begins() {
    let bodies: [&[Caution]; 3] = [&[], &[Caution::Pregnancy], &[Caution::Hip, Caution::Wrists]];
    for density in [Density::Teaching, Density::Reminding, Density::Silent] {
        for body in bodies {
            let mut model = app(density, body);
            let list = library(&Filter::default(), &model.context).routines;
            for (card, built_in) in list.iter().zip(routines()) {
                let start = Start::Routine(&built_in.routine.id);
                let Some(said) = said(model.clone(), start) else {
                    continue;
                };
                let page = routine(start, &model.context).unwrap();
                for shown in [&card.time, &page.time] {
                    let (shown, _) = shown.split_once(" · ").unwrap_or((shown, ""));
                    assert_eq!(shown.to_lowercase(), said, "{start:?} {density:?} {body:?}");
                }
            }
            // The pace of the voice and the density of words may change after the proposal was made.
            happens(&mut model, today::Event::CheckedIn(Feeling::Sore).into());
            happens(&mut model, Event::AddressChanged(Route::Today));
            model.context.kept.settings.preferences.rate = 0.8;
            for proposal in today::view::today(&model.today, &model.context)
                .unwrap()
                .unwrap()
            {
                let (shown, _) = proposal
                    .time
                    .split_once(" · ")
                    .unwrap_or((&proposal.time, ""));
                let said = said(model.clone(), proposal.start).unwrap();
                assert_eq!(
                    shown.to_lowercase(),
                    said,
                    "{} {density:?} {body:?}",
                    proposal.title
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(often(256))]

    #[test]
    fn any_routine_takes_as_long_as_it_says(plan in any_plan(), body in any_body()) {
        check(Plan { profile: Profile { body, ..plan.profile.clone() }, ..plan })?;
    }

    #[test]
    fn what_is_left_is_told_without_what_is_left_out(plan in any_plan(), body in any_body()) {
        let mut listener = started(plan, true, VoiceHabit::Takes(1.0));
        listener.listen_to_the_next();
        listener.heed(&body);
        prop_assert_eq!(&listener.session.plan().profile.body, &body);
        let (then, left) = (listener.now, progress(&listener).left);
        listener.listen_to_the_end();
        prop_assert_eq!(listener.now.since(then), left);
        prop_assert_eq!(listener.session.plan().profile.body == Body::default(), body == Body::default());
    }
}
