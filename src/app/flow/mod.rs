//! The flow between the features: an event goes to its feature, and what features want is drained from one queue, so that
//! none of them is ever entered while it is at work. Nothing outside this folder knows more than one feature.
//!
//! - `event`, `model`: the events and the states of all features, side by side
//! - `routing`: what an address leads to
//! - `view`: what stands around every screen

mod event;
mod model;
mod routing;
pub mod view;

pub use event::Event;
pub use model::Model;

use std::collections::VecDeque;
use std::time::Duration;

use super::effect::{Effect, Tag};
use super::notice::Notice;
use super::records;
use super::route::Route;
use super::routine::{alone, led, written};
use super::want::{Intent, Start, Want};
use super::{body, device, own, screening, session, settings, today};
use crate::domain::routine::Routine;
use crate::domain::time::{Moment, Wait};
use crate::library;

/// A reading of the device's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The moment.
    pub at: Moment,
    /// The user's offset from UTC at that moment, in minutes east.
    pub utc_offset: i32,
}

/// Handles an event, and returns the effects to be carried out, in order.
pub fn update(model: &mut Model, event: Event, now: Now) -> Vec<Effect> {
    model.context.it_is(now.at, now.utc_offset);
    let mut wants = VecDeque::from(deliver(model, event));
    let mut effects = Vec::new();
    while let Some(want) = wants.pop_front() {
        wants.extend(fulfil(model, want, &mut effects));
    }
    session::settle(&mut model.session, &model.context, &mut effects);
    effects
}

/// When [`Event::TimePassed`] is due next: at the session's deadline, when the displayed second changes, or when a
/// voice under test is to be given up.
pub fn next_wake(model: &Model, now: Moment) -> Option<Moment> {
    let of_session = session::next_wake(&model.session, now);
    let of_device = device::next_wake(&model.device, now);
    [of_session, of_device].into_iter().flatten().min()
}

/// Delivers an event to its feature.
fn deliver(model: &mut Model, event: Event) -> Vec<Want> {
    let Model { context, .. } = model;
    match event {
        Event::Session(event) => session::update(&mut model.session, event, context),
        Event::Today(event) => today::update(&mut model.today, event, context),
        Event::Screening(event) => screening::update(&mut model.screening, event, context),
        Event::Body(event) => body::update(event, context),
        Event::Own(event) => own::update(&mut model.own, event, context),
        Event::Settings(event) => settings::update(event, context),
        Event::Device(event) => device::update(&mut model.device, event, context),
        Event::Records(event) => records::update(context, event),
        Event::Voice(tag, report) => voice_reported(model, tag, report),
        Event::AddressChanged(route) => routing::address_changed(model, route),
        Event::TimePassed => {
            let mut wants = session::time_passed(&mut model.session, context);
            wants.extend(device::time_passed(&mut model.device, context));
            wants
        }
        Event::PageHidden => session::keep(&model.session),
        Event::PageLeft => {
            let mut wants = session::left(&mut model.session);
            // Neither a session nor a test may be heard from a page that is gone.
            wants.extend([Effect::Hush, Effect::CancelTones].map(Want::Do));
            wants
        }
        Event::PageShown => {
            let mut wants = session::time_passed(&mut model.session, context);
            wants.extend(session::seen_again(&model.session));
            wants.extend(device::seen_again(&mut model.device, context.now));
            wants
        }
        Event::NoticeRead => {
            if !model.notices.is_empty() {
                model.notices.remove(0);
            }
            Vec::new()
        }
    }
}

/// Delivers a report about an utterance to the feature that had it spoken.
fn voice_reported(model: &mut Model, tag: Tag, report: session::UtteranceReport) -> Vec<Want> {
    use session::UtteranceReport;
    match (tag, report) {
        (Tag::Session(number, id), report) => {
            session::reported(&mut model.session, (number, id), report, &model.context)
        }
        (Tag::Test, UtteranceReport::Failed(_)) => vec![settings::test_failed()],
        (Tag::DeviceCheck, UtteranceReport::Ended(took)) => {
            device::spoke(&mut model.device, Ok(took));
            Vec::new()
        }
        (Tag::DeviceCheck, UtteranceReport::Failed(error)) => {
            device::spoke(&mut model.device, Err(error));
            Vec::new()
        }
        (Tag::DeviceCheck, UtteranceReport::Started) => {
            device::began_to_speak(&mut model.device, &model.context);
            Vec::new()
        }
        (Tag::Test, UtteranceReport::Started | UtteranceReport::Ended(_)) => Vec::new(),
    }
}

/// Handles one want, and returns the wants that follow from it.
fn fulfil(model: &mut Model, want: Want, effects: &mut Vec<Effect>) -> Vec<Want> {
    let Model { context, .. } = model;
    match want {
        Want::AskFirst(intent) => return ask_first(model, intent),
        Want::HoldBack => return session::hold_back(&mut model.session, context),
        Want::BodyChanged => {
            today::refresh(&mut model.today, context);
            return session::body_changed(&mut model.session, context);
        }
        Want::WishesChanged => today::refresh(&mut model.today, context),
        Want::SettingsChanged => {
            today::refresh(&mut model.today, context);
            return session::prefer(&mut model.session, context);
        }
        Want::Keep(key, record) => return records::keep(context, key, *record, effects),
        Want::Replace { of, by, record } => {
            return records::replace(context, of, by, *record, effects);
        }
        Want::KeepSettings => return records::keep_settings(context, effects),
        Want::Forget(key) => effects.push(records::forget(context, key)),
        Want::Quarantine(key) => effects.push(records::quarantine(context, &key)),
        Want::LookAfter(found) => return session::look_after(&mut model.session, found),
        Want::PlayedElsewhere(made, snapshot) => {
            return session::played_elsewhere(&mut model.session, made, snapshot);
        }
        Want::Rate(pain) => context.rated = pain.map(|pain| (pain, context.now)),
        Want::LearnSlowness(ratio) => context.learn_slowness(ratio),
        Want::Voices(news) => {
            context.voices.learn(news, context.now);
            return session::voices_changed(&mut model.session, context);
        }
        Want::GoTo(route) => effects.push(Effect::GoTo(route)),
        Want::GiveWay(route) => effects.push(Effect::GiveWay(route)),
        Want::Tell(notice) => tell(model, notice),
        Want::Test(test) => return let_be_heard(model, test, effects),
        Want::HushTests => hush_tests(model, effects),
        // Not in the midst of a session, whatever was pressed.
        Want::TakeNewer if model.session.playing().is_some() => {}
        Want::TakeNewer => effects.push(Effect::TakeNewer),
        Want::Do(effect) => let_happen(model, effect, effects),
    }
    Vec::new()
}

/// Starts a test of the voice or the tones, unless it might be heard over a session in another tab.
fn let_be_heard(model: &mut Model, test: Vec<Effect>, effects: &mut Vec<Effect>) -> Vec<Want> {
    if model.session.elsewhere.is_none() {
        model.testing = true;
        effects.extend(test);
        return Vec::new();
    }
    device::hushed(&mut model.device);
    session::other_tab_plays().into()
}

/// Has an effect carried out. What is heard puts an end to any test first.
fn let_happen(model: &mut Model, effect: Effect, effects: &mut Vec<Effect>) {
    if effect.is_heard() {
        hush_tests(model, effects);
    }
    effects.push(effect);
}

/// Stops any test that is still heard.
fn hush_tests(model: &mut Model, effects: &mut Vec<Effect>) {
    if std::mem::take(&mut model.testing) {
        device::hushed(&mut model.device);
        effects.extend([Effect::Hush, Effect::CancelTones]);
    }
}

/// What lasts is told again when it was not found out for so long: then it went well meanwhile. A design choice.
const TOLD_AGAIN_AFTER: Duration = Duration::from_secs(10 * 60);

/// Shows the user a notice, unless it is already waiting to be read, or was read and lasts.
fn tell(model: &mut Model, notice: Notice) {
    let now = model.context.now;
    let known = model
        .told
        .iter()
        .any(|(told, wait)| *told == notice && !wait.is_over(now));
    if notice.lasts() {
        model.told.retain(|(told, _)| *told != notice);
        let wait = Wait::new(now, TOLD_AGAIN_AFTER);
        model.told.push((notice.clone(), wait));
    }
    if !known && !model.notices.contains(&notice) {
        model.notices.push(notice);
    }
}

/// The one gate before every start and before going on: carries out the intent if the questions about warning signs
/// leave the way open, and otherwise asks them first.
fn ask_first(model: &mut Model, intent: Intent) -> Vec<Want> {
    if !screening::is_open(&mut model.screening, intent, &model.context) {
        return vec![Want::GoTo(Route::Screening)];
    }
    match intent {
        // What was pressed may have changed by now, after an answer or in another tab.
        // A plan that was left open overnight is for an answer of yesterday.
        Intent::Start(Start::Proposed(_)) if model.context.checked_in().is_none() => {
            vec![Want::GoTo(Route::Question)]
        }
        Intent::Start(Start::Proposed(_)) if model.today.unseen => vec![Want::GoTo(Route::Today)],
        Intent::Start(start) => match routine_of(model, start) {
            Some(routine) => session::begin(&mut model.session, routine, &model.context),
            None => Vec::new(),
        },
        Intent::GoOn(command) => session::go_on(&mut model.session, command, &model.context),
        Intent::TakeOver => session::take_over(&mut model.session),
        Intent::Today => vec![Want::GoTo(Route::Today)],
        Intent::Question => vec![Want::GoTo(Route::Question)],
    }
}

/// The routine to begin, made to suit the user's body; `None` if there is none, or nothing in it suits.
fn routine_of(model: &Model, start: Start) -> Option<Routine> {
    let context = &model.context;
    match start {
        Start::Posture(id) => led(context, &alone(context, library::posture(id)?)),
        Start::Proposed(nth) => {
            let proposals = model.today.proposed.as_ref()?.as_ref().ok()?;
            led(context, &proposals.get(nth)?.routine)
        }
        Start::Routine(_) | Start::Own(_) => led(context, written(start, context)?),
    }
}
