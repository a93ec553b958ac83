//! "What works on this device": which trials are made when, and what came of them.

use std::time::Duration;

use super::settings;
use crate::app::checkup::{Checkup, CheckupEvent};
use crate::app::effect::{Effect, Tag};
use crate::app::model::Model;
use crate::app::view;
use crate::device::checkup::{Finding, Offline, Part, Speech, Trial};
use crate::device::{SpeechError, WorkerError};
use crate::domain::cue::Tone;
use crate::domain::session::patience;
use crate::domain::time::Moment;
use crate::text::Key;

/// The tones of the test, with the milliseconds after which each sounds.
const TONES: [(u64, Tone); 3] = [
    (0, Tone::HoldBegins),
    (1_300, Tone::Halfway),
    (2_400, Tone::HoldEnds),
];

/// The page was opened: everything is looked at that makes no noise and asks for nothing.
pub(super) fn open(model: &mut Model, out: &mut Vec<Effect>) {
    model.checkup = Checkup::default();
    out.push(Effect::Examine(Trial::Surroundings));
    out.extend(Part::ALL.map(|part| Effect::Examine(Trial::Look(part))));
}

pub(super) fn happened(model: &mut Model, event: CheckupEvent, now: Moment, out: &mut Vec<Effect>) {
    match event {
        CheckupEvent::TestPressed(part) => test(model, part, now, out),
        CheckupEvent::LookAgainPressed => {
            out.extend([Effect::Hush, Effect::CancelTones, Effect::ListVoices]);
            open(model, out);
        }
        CheckupEvent::Examined(finding) => {
            let finding = with_what_is_known(model, finding);
            if let Some(part) = model.checkup.findings.take(finding) {
                model.checkup.trying.remove(&part);
            }
        }
        CheckupEvent::Noticed(part, noticed) => {
            model.checkup.findings.notice(part, noticed);
            model.checkup.tried = Some(part);
            if part == Part::Speech && noticed {
                // Whatever failed before, this voice was heard.
                (model.voice_lost, model.network_lost) = (false, false);
            }
        }
        CheckupEvent::CopyPressed => {
            model.checkup.copied = None;
            out.push(Effect::Copy(view::report(model)));
        }
        CheckupEvent::Copied(copied) => model.checkup.copied = Some(copied),
    }
}

/// That the page is not stored may be the browser's will, which was found out when the page opened.
fn with_what_is_known(model: &Model, finding: Finding) -> Finding {
    let refused = model.version.unkept == Some(WorkerError::Refused);
    if refused && finding == Finding::Offline(Offline::None) {
        Finding::Offline(Offline::Refused)
    } else {
        finding
    }
}

/// The person tapped: now there may be noise, and the browser may ask for leave.
fn test(model: &mut Model, part: Part, now: Moment, out: &mut Vec<Effect>) {
    let checkup = &mut model.checkup;
    checkup.tried = Some(part);
    checkup.trying.insert(part);
    checkup.findings.forget(part);
    match part {
        Part::Speech => speak(model, now, out),
        Part::Tones => {
            let tones = TONES.map(|(after, tone)| (now + Duration::from_millis(after), tone));
            out.push(Effect::CancelTones);
            // The trial opens the audio device while the tap is being handled.
            out.push(Effect::Examine(Trial::Try(part)));
            out.push(Effect::Sound {
                tones: tones.to_vec(),
                volume: model.settings.tone_volume,
            });
        }
        Part::Vibration
        | Part::Screen
        | Part::Storage
        | Part::Offline
        | Part::Motion
        | Part::Notifications => out.push(Effect::Examine(Trial::Try(part))),
    }
}

fn speak(model: &mut Model, now: Moment, out: &mut Vec<Effect>) {
    settings::try_voice(model, Tag::Checkup, out);
    let words = model.locale.word(Key::TestSentence);
    let length = model
        .settings
        .preferences
        .spoken_length(words, model.locale.phrasing());
    model.checkup.over_by = Some(now + patience(length));
}

/// The test sentence ended, after so long, or was not spoken.
pub(super) fn spoke(model: &mut Model, came_of_it: Result<Duration, SpeechError>) {
    // One that was given up, or broken off by leaving the page, has nothing to say any more.
    if model.checkup.over_by.take().is_none() {
        return;
    }
    found_of_voice(model, came_of_it.map_or_else(Speech::Failed, Speech::Spoke));
}

/// Gives up a voice that never ends.
pub(super) fn time_passed(model: &mut Model, now: Moment, out: &mut Vec<Effect>) {
    if model.checkup.over_by.is_some_and(|over_by| now >= over_by) {
        model.checkup.over_by = None;
        out.push(Effect::Hush);
        found_of_voice(model, Speech::NeverEnded);
    }
}

fn found_of_voice(model: &mut Model, found: Speech) {
    model.checkup.findings.take(Finding::Speech(found));
    model.checkup.trying.remove(&Part::Speech);
}

/// The page was left: no voice is waited for.
pub(super) fn leave(model: &mut Model) {
    model.checkup.over_by = None;
}
