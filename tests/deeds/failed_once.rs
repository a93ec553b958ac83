//! Orders of deeds that failed once.

use std::time::Duration;

use limber::app::records::{self, NotStored};
use limber::app::session::Event;
use limber::app::{Event as Any, Route, Start, settings};
use limber::device::StorageError;
use limber::domain::session::Command;
use limber::store::{RecordKey, RecordStamp};

use super::Deed;
use crate::device::NOON;

/// Cases that failed once, as they were shrunk: the seeds of `any_events.regressions` mean others once the deeds change.
pub(crate) fn failed_once() -> Vec<Vec<Deed>> {
    let press = |tab, event: Event| Deed::Event(tab, event.into());
    let spasm = || press(1, Event::StartPressed(Start::Routine("in-spasm")));
    let hurts = || press(1, Event::Commanded(Command::Hurts));
    vec![
        vec![Deed::Open, spasm(), spasm(), hurts()],
        // The other tab ends its session while it changes hands.
        vec![
            Deed::Open,
            spasm(),
            Deed::SlowLocks(Duration::from_millis(300)),
            press(0, Event::TakeOverPressed),
            press(1, Event::Commanded(Command::Stop)),
            Deed::Pass(Duration::from_secs(2)),
        ],
        // A voice is tried while another tab plays.
        vec![
            Deed::Open,
            Deed::Event(0, Any::AddressChanged(Route::Settings)),
            spasm(),
            Deed::Event(0, settings::Event::TestVoicePressed.into()),
            Deed::Pass(Duration::from_secs(1)),
        ],
        // Answers of a newer version were lost, and the clock was set back.
        vec![
            Deed::Open,
            Deed::Event(1, answers_of_a_newer_version().into()),
            Deed::ClockBack(Duration::from_secs(122)),
        ],
        // Questions are due no more when something else begins than what they were asked for.
        vec![
            Deed::Open,
            Deed::ClockBack(Duration::from_millis(120_001)),
            press(1, Event::StartPressed(Start::Routine("in-spasm"))),
        ],
    ]
}

fn answers_of_a_newer_version() -> records::Event {
    records::Event::NotRecovered(NotStored {
        key: RecordKey::Screening(RecordStamp::new(NOON, 98)),
        text: r#"{"version":9,"data":{}}"#.to_owned(),
        error: StorageError::Full,
        there: None,
    })
}
