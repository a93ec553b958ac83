//! How the figure in the player moves during a session.

use std::time::Duration;

use crate::device::Device;
use limber::app::Start;
use limber::app::session::Event;
use limber::app::session::view::{Direction, Motion, Transition, player};
use limber::domain::cue::Density;
use limber::domain::session::Command;
use limber::store::{RecordKey, Settings, print_settings};

const STEP: Duration = Duration::from_millis(250);

/// A session of the four postures without sound: the captions take as long as the words would.
struct Session {
    device: Device,
}

impl Session {
    fn started() -> Self {
        let mut settings = Settings::default();
        settings.preferences.density = Density::Silent;
        let mut device = Device::screened();
        device.keep(&RecordKey::Settings, print_settings(&settings));
        device.open();
        let mut session = Self { device };
        session.happens(Event::StartPressed(Start::Routine("four-postures")));
        session
    }

    fn happens(&mut self, event: Event) {
        self.device.happens(0, event);
    }

    /// A short description of what the figure is doing.
    fn seen(&self) -> String {
        let model = self.device.model(0);
        let Some(player) = player(&model.session, &model.context) else {
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
            Motion::Transition(transition) => {
                let (part, parts) = transition.part;
                let direction = match transition.direction {
                    Direction::In => "in",
                    Direction::Across => "across",
                    Direction::Out => "out",
                };
                format!("{direction} {part}/{parts}")
            }
        };
        format!("{posture}{side}: {motion}")
    }

    /// Lets time pass until the figure does this, and returns everything it did, without repetition.
    fn watch_until(&mut self, last: &str) -> Vec<String> {
        let mut seen = vec![self.seen()];
        for _ in 0..10_000 {
            self.device.passes(STEP);
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
    for (direction, ends) in [
        (Direction::In, [0.0, 0.5, 1.0]),
        (Direction::Across, [0.75, 0.875, 1.0]),
        (Direction::Out, [1.0, 0.5, 0.0]),
    ] {
        let transition = |part| Transition {
            part: (part, 2),
            direction,
            within: Duration::ZERO,
        };
        let told = [
            transition(1).beginning(4),
            transition(1).end(4),
            transition(2).end(4),
        ];
        for (told, expected) in told.iter().zip(ends) {
            assert!((told - expected).abs() < 1e-9, "{direction:?}: {told}");
        }
    }
}
