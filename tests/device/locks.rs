//! The locks of the made-up device: one tab at most plays, and a browser may take its time to say so.

use std::collections::BTreeMap;
use std::time::Duration;

use limber::app::Event;
use limber::app::session::{self, Claimed};
use limber::domain::time::Moment;
use limber::store::RecordKey;

use super::Device;

/// A session that has to be begun by somebody takes this lock, whichever it is.
const ONE_AT_A_TIME: &str = "limber/playing";

/// Who holds which lock, and what is still to be answered about them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Locks {
    /// How long the browser takes to answer.
    pub(crate) slow: Duration,
    held: BTreeMap<String, usize>,
    /// In the order in which they are given.
    answers: Vec<Answer>,
}

#[derive(Debug, Clone)]
struct Answer {
    at: Moment,
    tab: usize,
    event: session::Event,
}

impl Answer {
    const fn is_of_claim(&self) -> bool {
        matches!(self.event, session::Event::Claimed(_))
    }
}

impl Locks {
    /// When the next answer comes. After the clock was set back, at once.
    pub(super) fn next(&self, now: Moment) -> Option<Moment> {
        let next = self.answers.first()?.at;
        let set_back = next.since(now) > self.slow;
        Some(if set_back { now } else { next })
    }

    pub(super) fn take_due(&mut self, now: Moment) -> Option<(usize, Event)> {
        let due = self.next(now).is_some_and(|at| at <= now);
        due.then(|| self.answers.remove(0))
            .map(|answer| (answer.tab, answer.event.into()))
    }

    /// Lets go of what a tab holds and asked for.
    pub(super) fn let_go(&mut self, tab: usize) {
        self.held.retain(|_, holder| *holder != tab);
        self.answers
            .retain(|answer| answer.tab != tab || !answer.is_of_claim());
    }

    pub(crate) fn are_held_by(&self, tab: usize) -> bool {
        self.held.values().any(|holder| *holder == tab)
    }

    /// Whether a tab does not know yet what becomes of its claim.
    pub(crate) fn are_asked_by(&self, tab: usize) -> bool {
        let of_tab = |answer: &Answer| answer.tab == tab && answer.is_of_claim();
        self.answers.iter().any(of_tab)
    }
}

impl Device {
    pub(super) fn claim(&mut self, tab: usize, key: &RecordKey, take_over: bool) {
        self.locks.let_go(tab);
        if let Some(holder) = self.locks.held.get(ONE_AT_A_TIME).copied() {
            if !take_over {
                return self.answer(tab, session::Event::Claimed(Claimed::Refused));
            }
            self.locks.held.retain(|_, other| *other != holder);
            self.answer(holder, session::Event::Claimed(Claimed::Lost));
        }
        self.locks.held.insert(ONE_AT_A_TIME.to_owned(), tab);
        self.locks.held.insert(key.to_string(), tab);
        self.answer(tab, session::Event::Claimed(Claimed::Held));
    }

    pub(super) fn look_at_other_tabs(&mut self, tab: usize) {
        let locks = self.locks.held.keys().cloned().collect();
        self.answer(tab, session::Event::OtherTabsLooked(locks));
    }

    /// A browser that takes its time answers in order.
    fn answer(&mut self, tab: usize, event: session::Event) {
        let locks = &mut self.locks;
        if locks.slow.is_zero() && locks.answers.is_empty() {
            self.waiting.push_back((tab, event.into()));
        } else {
            let at = self.now + locks.slow;
            let at = locks.answers.last().map_or(at, |last| at.max(last.at));
            locks.answers.push(Answer { at, tab, event });
        }
    }
}
