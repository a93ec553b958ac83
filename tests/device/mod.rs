//! A simulated device: storage with its events, locks, a clock that can jump, a voice that can fail in every way, and
//! tabs in which the application runs. It carries out every effect that lasts or that an event follows from, as a real
//! device would; what only leaves the page is noted with all others.

pub(crate) mod asking;
mod lifecycle;
mod locks;
mod voice;

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use locks::Locks;
pub(crate) use voice::Manner;
use voice::Uttering;

use limber::app::records::{self, NotStored};
use limber::app::session::UtteranceReport;
use limber::app::{Effect, Event, Model, Now, Overwrite, Start, Tag, device, next_wake, update};
use limber::device::{StorageError, Voice};
use limber::domain::collections::Set;
use limber::domain::screening::{Scope, Screening};
use limber::domain::time::Moment;
use limber::store::{RecordKey, RecordStamp, print_screening};

/// The time at which a device starts: nothing special.
pub(crate) const NOON: Moment = Moment::from_millis(1_795_000_000_000);
/// A routine to start.
pub(crate) const FOUR: Start = Start::Routine("four-postures");
/// The device.
#[derive(Debug, Clone)]
pub(crate) struct Device {
    /// The time on its clock.
    pub(crate) now: Moment,
    /// How many minutes local time is ahead of universal time.
    pub(crate) utc_offset: i32,
    /// The stored texts, by name.
    pub(crate) storage: BTreeMap<String, String>,
    /// Why nothing can be stored, if so.
    pub(crate) refuses: Option<StorageError>,
    /// Why nothing that is stored can be read, if so.
    pub(crate) unreadable: Option<StorageError>,
    /// Why nothing that is stored can be removed, if so.
    pub(crate) unremovable: Option<StorageError>,
    /// How its voice behaves.
    pub(crate) manner: Manner,
    /// The voices it lists.
    pub(crate) voices: Vec<Voice>,
    /// Its tabs, including those that are closed.
    pub(crate) tabs: Vec<Tab>,
    /// Violations of what must always hold, as they were noticed.
    pub(crate) faults: Vec<String>,
    /// Events not handled yet, each with its tab.
    waiting: VecDeque<(usize, Event)>,
    /// Who holds which lock, and what is still to be answered about them.
    pub(crate) locks: Locks,
    heard: bool,
    /// Kills the tab, once, after this many effects of one event.
    pub(crate) kill_after: Option<usize>,
}

/// A tab.
#[derive(Debug, Clone)]
pub(crate) struct Tab {
    /// The state of the application in it.
    pub(crate) model: Model,
    /// Whether it is open.
    pub(crate) open: bool,
    /// The effects carried out in it since they were last taken.
    effects: Vec<Effect>,
    /// The utterance being spoken in it.
    uttering: Option<Uttering>,
    /// The moments of the tones it was asked to sound.
    tones: Vec<Moment>,
    /// What it has of the world outside.
    pub(crate) outside: Outside,
}

/// What a tab has of the world outside, and must give back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Outside {
    /// Whether it keeps the screen awake.
    awake: bool,
    /// Whether it plays the inaudible tone.
    undertone: bool,
    /// Whether it is on the lock screen.
    shown: bool,
}

impl Device {
    /// A device with empty storage, and a voice that speaks as it should.
    pub(crate) fn new() -> Self {
        Self {
            now: NOON,
            utc_offset: 0,
            storage: BTreeMap::new(),
            refuses: None,
            unreadable: None,
            unremovable: None,
            manner: Manner::Plain,
            voices: vec![voice::plain("Plain")],
            tabs: Vec::new(),
            faults: Vec::new(),
            waiting: VecDeque::new(),
            locks: Locks::default(),
            heard: false,
            kill_after: None,
        }
    }

    /// The device of someone who has just answered the questions about warning signs, with nothing ticked.
    pub(crate) fn screened() -> Self {
        let mut device = Self::new();
        let screening = Screening {
            at: NOON,
            scope: Scope::Everything,
            signs: Set::new(),
            assessed: None,
        };
        device.keep(
            &RecordKey::Screening(RecordStamp::new(NOON, 1)),
            print_screening(&screening),
        );
        device
    }

    /// Stores a record as if it had been stored earlier.
    pub(crate) fn keep(&mut self, key: &RecordKey, text: String) {
        self.storage.insert(key.to_string(), text);
    }

    /// Takes the effects carried out in a tab since they were last taken.
    pub(crate) fn carried_out(&mut self, tab: usize) -> Vec<Effect> {
        std::mem::take(&mut self.tabs[tab].effects)
    }

    /// Handles an event in a tab. Returns its immediate effects, without those of events that follow from them.
    pub(crate) fn at_once(&mut self, tab: usize, event: impl Into<Event>) -> Vec<Effect> {
        self.tabs[tab].effects.clear();
        self.takes_notice(tab, event.into());
        let effects = self.carried_out(tab);
        self.settle();
        effects
    }

    /// Handles an event in a tab, and all that follows from it. Returns the effects carried out in this tab.
    pub(crate) fn happens(&mut self, tab: usize, event: impl Into<Event>) -> Vec<Effect> {
        self.tabs[tab].effects.clear();
        self.waiting.push_back((tab, event.into()));
        self.settle();
        self.carried_out(tab)
    }

    /// Lets time pass, with everything due in it. Returns the effects carried out in this tab meanwhile.
    pub(crate) fn pass(&mut self, tab: usize, length: Duration) -> Vec<Effect> {
        self.tabs[tab].effects.clear();
        self.passes(length);
        self.carried_out(tab)
    }

    /// Lets time pass, with everything due in it.
    pub(crate) fn passes(&mut self, length: Duration) {
        let until = self.now + length;
        loop {
            let answer = self.locks.next(self.now).filter(|at| *at <= until);
            let due = self.next_due().filter(|(at, ..)| *at <= until);
            let due = due.filter(|(at, ..)| answer.is_none_or(|answer| *at < answer));
            let Some(at) = due.as_ref().map(|(at, ..)| *at).or(answer) else {
                break;
            };
            self.now = self.now.max(at);
            let event = due.map(|(_, tab, event)| (tab, event));
            let event = event.or_else(|| self.locks.take_due(self.now));
            self.waiting.extend(event);
            self.settle();
        }
        self.now = until;
        for tab in 0..self.tabs.len() {
            self.waiting.push_back((tab, Event::TimePassed));
        }
        self.settle();
    }

    /// The next event due, with its time and its tab.
    fn next_due(&self) -> Option<(Moment, usize, Event)> {
        let tabs = self.tabs.iter().enumerate().filter(|(_, it)| it.open);
        let due = tabs.flat_map(|(nth, tab)| {
            let wake = next_wake(&tab.model, self.now);
            // A timer never fires in the same instant again.
            let wake = wake.map(|at| at.max(self.now + Duration::from_millis(1)));
            let timer = wake.map(|at| (at, nth, Event::TimePassed));
            let spoken = tab.uttering.as_ref().and_then(Uttering::next);
            let spoken = spoken.map(|(at, tag, report)| (at, nth, Event::Voice(tag, report)));
            timer.into_iter().chain(spoken)
        });
        due.min_by_key(|(at, ..)| *at)
    }

    /// The model of a tab.
    pub(crate) fn model(&self, tab: usize) -> &Model {
        &self.tabs[tab].model
    }
    fn settle(&mut self) {
        while let Some((tab, event)) = self.waiting.pop_front() {
            if self.tabs[tab].open {
                self.takes_notice(tab, event);
            }
        }
        self.lets_tones_sound();
        // Whoever was refused to be the one that plays is silent again by now, and so is a test.
        let speaking = (0..self.tabs.len()).filter(|tab| self.tabs[*tab].uttering.is_some());
        if speaking
            .filter(|tab| !self.locks.are_asked_by(*tab))
            .count()
            > 1
        {
            self.faults.push("two tabs speak at once".to_owned());
        }
    }

    /// What has sounded by now is over, whatever becomes of the clock.
    fn lets_tones_sound(&mut self) {
        for tab in &mut self.tabs {
            tab.tones.retain(|at| *at > self.now);
        }
    }

    fn takes_notice(&mut self, tab: usize, event: Event) {
        if let Event::Voice(tag, report) = &event {
            self.voice_reports(tab, *tag, *report);
        }
        let now = Now {
            at: self.now,
            utc_offset: self.utc_offset,
        };
        let effects = update(&mut self.tabs[tab].model, event, now);
        for (nth, effect) in effects.into_iter().enumerate() {
            if self.kill_after == Some(nth) {
                self.kill_after = None;
                self.kill(tab);
                return;
            }
            self.tabs[tab].effects.push(effect.clone());
            self.carry_out(tab, effect);
        }
    }

    fn carry_out(&mut self, tab: usize, effect: Effect) {
        match effect {
            Effect::Speak(utterance) => self.speak(tab, &utterance),
            Effect::Hush => self.tabs[tab].uttering = None,
            Effect::Sound { tones, .. } => {
                let moments = tones.into_iter().map(|(at, _)| at);
                self.tabs[tab].tones.extend(moments);
            }
            Effect::CancelTones => self.tabs[tab].tones.clear(),
            Effect::Keep { key, text, over } => drop(self.write(tab, key, text, &over)),
            Effect::Replace { of, by, text, over } => {
                if self.write(tab, by, text, &over) {
                    self.remove(tab, &of.to_string());
                }
            }
            Effect::Forget { key } => self.remove(tab, &key.to_string()),
            Effect::Quarantine { from, to } => self.quarantine(tab, &from, &to),
            Effect::Claim { key, take_over } => self.claim(tab, &key, take_over),
            Effect::Unclaim => self.locks.let_go(tab),
            Effect::LookAtOtherTabs => self.look_at_other_tabs(tab),
            Effect::ListVoices => {
                let listed = device::Event::VoicesListed(self.voices.clone());
                self.waiting.push_back((tab, listed.into()));
            }
            Effect::GoTo(route) | Effect::GiveWay(route) => {
                // Going to the current address causes no event.
                if self.tabs[tab].model.context.route != route {
                    self.waiting.push_back((tab, Event::AddressChanged(route)));
                }
            }
            Effect::KeepAwake => self.tabs[tab].outside.awake = true,
            Effect::LetSleep => self.tabs[tab].outside.awake = false,
            Effect::Undertone(wanted) => self.tabs[tab].outside.undertone = wanted,
            Effect::ShowOutside(playing) => self.tabs[tab].outside.shown = playing.is_some(),
            Effect::ReadyTones
            | Effect::Vibrate(_)
            | Effect::ShareSound(_)
            | Effect::Install
            | Effect::LookForNewer
            | Effect::TakeNewer
            | Effect::BearInAddress(_)
            | Effect::Paint(..)
            | Effect::Export { .. }
            | Effect::Examine(_)
            | Effect::PassOn { .. }
            | Effect::Copy(_) => {}
        }
    }

    /// Writes a record, and returns whether it is stored.
    fn write(&mut self, tab: usize, key: RecordKey, text: String, over: &Overwrite) -> bool {
        let name = key.to_string();
        let way = self.make_way(tab, &key, &text, over);
        let there = match way {
            Err(_) => over.clone().known(),
            Ok(()) => self.storage.get(&name).cloned(),
        };
        if let Err(error) = way.and(self.refuses.map_or(Ok(()), Err)) {
            let failed = records::Event::KeepFailed(NotStored {
                key,
                text,
                error,
                there,
            });
            self.waiting.push_back((tab, failed.into()));
            return false;
        }
        self.set(tab, &name, &text);
        true
    }

    /// Copies what another tab wrote under a key at the same moment.
    fn make_way(
        &mut self,
        tab: usize,
        key: &RecordKey,
        text: &str,
        over: &Overwrite,
    ) -> Result<(), StorageError> {
        let there = self.storage.get(&key.to_string()).cloned();
        let read = || self.unreadable.map_or(Ok(there), Err);
        if let Some(there) = over.strange(text, read)? {
            self.refuses.map_or(Ok(()), Err)?;
            self.set(tab, &key.quarantined(self.now).to_string(), &there);
            self.waiting
                .push_back((tab, records::Event::Quarantined.into()));
        }
        Ok(())
    }

    fn set(&mut self, tab: usize, name: &str, text: &str) {
        let before = self.storage.insert(name.to_owned(), text.to_owned());
        if before.as_deref() != Some(text) {
            self.tell_others(tab, name, Some(text));
        }
    }

    fn remove(&mut self, tab: usize, name: &str) {
        // A full device still lets records be removed.
        match self.refuses.or(self.unremovable) {
            None | Some(StorageError::Full) => {
                if self.storage.remove(name).is_some() {
                    self.tell_others(tab, name, None);
                }
            }
            Some(error) => {
                let failed = records::Event::NotRemoved(error);
                self.waiting.push_back((tab, failed.into()));
            }
        }
    }

    fn quarantine(&mut self, tab: usize, from: &RecordKey, to: &RecordKey) {
        let Some(text) = self.storage.get(&from.to_string()).cloned() else {
            return;
        };
        if let Some(error) = self.unreadable.or(self.refuses) {
            let key = from.clone();
            let failed = records::Event::NotQuarantined { key, error };
            self.waiting.push_back((tab, failed.into()));
        } else {
            self.set(tab, &to.to_string(), &text);
            self.remove(tab, &from.to_string());
        }
    }

    fn tell_others(&mut self, tab: usize, name: &str, text: Option<&str>) {
        for other in (0..self.tabs.len()).filter(|other| *other != tab) {
            let (name, text) = (name.to_owned(), text.map(str::to_owned));
            let event = records::Event::KeptElsewhere { name, text };
            self.waiting.push_back((other, event.into()));
        }
    }

    fn voice_reports(&mut self, tab: usize, tag: Tag, report: UtteranceReport) {
        self.heard |= !matches!(report, UtteranceReport::Failed(_));
        let of_this = self.tabs[tab].uttering.as_mut().filter(|it| it.tag == tag);
        match (of_this, report) {
            (Some(uttering), UtteranceReport::Started) => uttering.has_started(),
            (Some(_), UtteranceReport::Ended(_) | UtteranceReport::Failed(_)) => {
                self.tabs[tab].uttering = None;
            }
            (None, _) => {}
        }
    }
}
