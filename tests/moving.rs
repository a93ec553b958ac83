//! How the figure in the player moves through a session.

use std::time::Duration;

use limber::app::view::{self, Course, Motion};
use limber::app::{Event, Model, Route, Start, update};
use limber::domain::cue::Density;
use limber::domain::few::Set;
use limber::domain::screening::{Scope, Screening};
use limber::domain::session::Command;
use limber::domain::settings::Settings;
use limber::domain::time::Moment;
use limber::store::{keys, print_screening, print_settings};
use limber::text::Locale;

const NOON: Moment = Moment::from_millis(1_795_000_000_000);
const STEP: Duration = Duration::from_millis(250);

/// The four postures, led in silence: the captions take as long as the words would.
struct Session {
    model: Model,
    now: Moment,
}

impl Session {
    fn started() -> Self {
        let mut settings = Settings::default();
        settings.preferences.density = Density::Silent;
        let screening = print_screening(&Screening {
            at: NOON,
            scope: Scope::Everything,
            signs: Set::new(),
            assessed: None,
        });
        let kept = vec![
            (keys::SETTINGS.to_owned(), print_settings(&settings)),
            (keys::screening(NOON, 1), screening),
        ];
        let mut session = Self {
            model: Model::new(Locale::EnGb, Route::Question),
            now: NOON,
        };
        session.happens(Event::Opened {
            kept: Ok(kept),
            keys: vec![keys::SETTINGS.to_owned()],
            tab: 7,
            east: 0,
        });
        session.happens(Event::StartPressed(Start::Routine("four-postures")));
        session.happens(Event::AddressChanged(Route::Player));
        session
    }

    fn happens(&mut self, event: Event) {
        update(&mut self.model, event, self.now);
    }

    /// What the figure does now, in a few words.
    fn seen(&self) -> String {
        let Some(player) = view::player(&self.model, self.now) else {
            return "over".to_owned();
        };
        let (posture, mirrored) = player.figure;
        let side = if mirrored { ", mirrored" } else { "" };
        let motion = match player.motion {
            Motion::Still => "still".to_owned(),
            Motion::Waiting => "waits".to_owned(),
            Motion::Breathing => "breathes".to_owned(),
            Motion::Swing(swing) if swing.runs => "moves".to_owned(),
            Motion::Swing(_) => "stands".to_owned(),
            Motion::Way(way) => {
                let (part, parts) = way.part;
                let course = match way.course {
                    Course::In => "in",
                    Course::Across => "across",
                    Course::Out => "out",
                };
                format!("{course} {part}/{parts}")
            }
        };
        format!("{posture}{side}: {motion}")
    }

    /// Lets time pass, and tells what the figure did, each once, until it does something.
    fn watch_until(&mut self, last: &str) -> Vec<String> {
        let mut seen = vec![self.seen()];
        for _ in 0..10_000 {
            self.now = self.now + STEP;
            self.happens(Event::TimePassed);
            let now = self.seen();
            if seen.last() != Some(&now) {
                seen.push(now.clone());
            }
            if now == last {
                break;
            }
        }
        seen
    }
}

#[test]
fn the_figure_goes_where_the_words_lead() {
    let mut session = Session::started();
    let seen = session.watch_until("pigeon: breathes");
    assert_eq!(
        seen,
        [
            "90-90-rest: still",
            "90-90-rest: in 1/3",
            "90-90-rest: in 2/3",
            "90-90-rest: in 3/3",
            "90-90-rest: breathes",
            "90-90-rest: out 1/3",
            "90-90-rest: out 2/3",
            "90-90-rest: out 3/3",
            "pigeon, mirrored: still",
            "pigeon, mirrored: in 1/4",
            "pigeon, mirrored: in 2/4",
            "pigeon, mirrored: in 3/4",
            "pigeon, mirrored: in 4/4",
            "pigeon, mirrored: breathes",
            "pigeon: across 1/4",
            "pigeon: across 2/4",
            "pigeon: across 3/4",
            "pigeon: across 4/4",
            "pigeon: breathes",
        ]
    );
}

#[test]
fn a_pause_stops_the_figure_where_it_is_and_what_hurts_brings_it_out() {
    let mut session = Session::started();
    session.watch_until("90-90-rest: in 2/3");
    session.happens(Event::Commanded(Command::Pause));
    assert_eq!(session.seen(), "90-90-rest: waits");
    session.happens(Event::Commanded(Command::Resume));
    session.watch_until("90-90-rest: breathes");
    session.happens(Event::Commanded(Command::Pause));
    assert_eq!(session.seen(), "90-90-rest: still");
    session.happens(Event::Commanded(Command::Resume));
    session.happens(Event::Commanded(Command::Hurts));
    assert_eq!(session.seen(), "90-90-rest: out 1/1");
}

#[test]
fn a_way_leads_through_its_parts_from_end_to_end() {
    for (course, ends) in [
        (Course::In, [0.0, 0.5, 1.0]),
        (Course::Across, [0.75, 0.875, 1.0]),
        (Course::Out, [1.0, 0.5, 0.0]),
    ] {
        let way = |part| view::Way {
            part: (part, 2),
            course,
            within: Duration::ZERO,
        };
        let told = [way(1).beginning(4), way(1).end(4), way(2).end(4)];
        for (told, expected) in told.iter().zip(ends) {
            assert!((told - expected).abs() < 1e-9, "{course:?}: {told}");
        }
    }
}
