//! Invariants that hold whatever happens, in any order, in any number of tabs. Earlier failures are listed in
//! `any_events.regressions` and tried first.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use crate::deeds::failed_once::failed_once;
use crate::deeds::{Deed, any_deed};
use crate::device::{Device, Manner, Outside, Tab};
use crate::plans::remembered;
use limber::app::session::{Event, Playing, Stage};
use limber::app::{Event as Any, Route, Start, device, screening, settings};
use limber::domain::history::Done;
use limber::domain::screening::lock;
use limber::domain::session::{Command, Point, Snapshot};
use limber::domain::timeline::PhaseKind;
use limber::library::posture;
use limber::store::{RecordKey, RecordStamp, read_screening, read_session, read_snapshot};
use proptest::prelude::*;

/// A device, and what was observed on it so far.
struct Watch {
    device: Device,
    /// Every session begun.
    begun: BTreeSet<RecordStamp>,
    /// Every session that was stored at some point.
    stored: BTreeSet<RecordStamp>,
    /// How often the person said in a session that it hurt, or that they were dizzy.
    harmed: BTreeMap<RecordStamp, usize>,
    /// The tabs whose page was left and may be restored.
    left: BTreeSet<usize>,
    /// Whether storage worked all the time.
    all_kept: bool,
}

impl Watch {
    fn new() -> Self {
        let mut device = Device::screened();
        device.open();
        Self {
            device,
            begun: BTreeSet::new(),
            stored: BTreeSet::new(),
            harmed: BTreeMap::new(),
            left: BTreeSet::new(),
            all_kept: true,
        }
    }

    fn does(&mut self, deed: Deed) {
        let stood = self.stands();
        self.carries_out(deed);
        self.looks_what_was_lost_on_the_way(&stood);
        self.looks();
    }

    fn carries_out(&mut self, deed: Deed) {
        let device = &mut self.device;
        let tabs = device.tabs.len();
        let there = |device: &Device, tab: usize| tab < tabs && device.tabs[tab].open;
        match deed {
            Deed::Event(tab, event) if there(device, tab) && may_happen(device, tab, &event) => {
                let harms = [Command::Hurts, Command::Dizzy];
                let harms = harms.map(|it| Any::from(Event::Commanded(it)));
                let is_harm = harms.contains(&event);
                device.happens(tab, event);
                if is_harm {
                    self.notes_the_harm(tab);
                }
            }
            Deed::Pass(length) => device.passes(length),
            Deed::ClockBack(by) => device.now = device.now - by,
            Deed::ClockForward(by) => device.now = device.now + by,
            Deed::UtcOffset(utc_offset) => device.utc_offset = utc_offset,
            Deed::Open if tabs < 4 => {
                device.open();
            }
            Deed::Kill(tab) if there(device, tab) => {
                self.looks_what_a_kill_loses(tab);
                self.device.kill(tab);
            }
            Deed::KillWithin(effects) => device.kill_after = Some(effects),
            Deed::Close(tab) if there(device, tab) => device.close(tab),
            Deed::Reread(tab) if there(device, tab) => drop(device.reopen(tab)),
            Deed::Leave(tab) if there(device, tab) => {
                device.leave(tab);
                self.left.insert(tab);
            }
            Deed::ComeBack(tab) if self.left.remove(&tab) => device.come_back(tab),
            Deed::Voice(manner) => device.manner = manner,
            Deed::SlowLocks(slow) => device.locks.slow = slow,
            Deed::Storage(refuses) => {
                device.refuses = refuses;
                self.all_kept &= refuses.is_none();
            }
            Deed::Reading(unreadable) => {
                device.unreadable = unreadable;
                self.all_kept &= unreadable.is_none();
            }
            Deed::Event(..)
            | Deed::Open
            | Deed::Kill(_)
            | Deed::Close(_)
            | Deed::Reread(_)
            | Deed::Leave(_)
            | Deed::ComeBack(_) => {}
        }
    }

    /// Where each session under way stands.
    fn stands(&self) -> Vec<(usize, RecordStamp, Snapshot)> {
        let playing = self.playing();
        let stands = playing.filter_map(|(tab, it)| Some((tab, it.made, it.session.snapshot()?)));
        stands.collect()
    }

    /// Checks that a tab which was killed while it carried out an event lost at most a second of what was before that.
    fn looks_what_was_lost_on_the_way(&self, stood: &[(usize, RecordStamp, Snapshot)]) {
        let gone = stood
            .iter()
            .filter(|(tab, ..)| !self.device.tabs[*tab].open);
        for (_, made, stood) in gone.filter(|_| self.all_kept) {
            let name = RecordKey::Playing(*made).to_string();
            // Otherwise it is recorded as over, which is checked elsewhere.
            if let Some(text) = self.device.storage.get(&name) {
                let kept = read_snapshot(text).unwrap();
                assert!(kept.done.starts_with(&stood.done), "what was done is lost");
                assert_lost_little(&kept, stood);
            }
        }
    }

    fn playing(&self) -> impl Iterator<Item = (usize, &Playing)> {
        let tabs = self
            .device
            .tabs
            .iter()
            .enumerate()
            .filter(|(_, it)| it.open);
        tabs.filter_map(|(tab, it)| Some((tab, it.model.session.playing()?)))
    }

    /// Checks that what was just said to hurt is noted, if the session was in a posture.
    fn notes_the_harm(&mut self, tab: usize) {
        let playing = self.device.model(tab).session.playing();
        let harmed = playing.filter(|it| it.session.harm().is_some());
        if let Some(playing) = harmed.filter(|_| self.device.tabs[tab].open) {
            let noted = harms(playing.session.done());
            let before = self.harmed.insert(playing.made, noted);
            assert!(noted > 0, "what did harm is not noted");
            assert!(before <= Some(noted), "what did harm is forgotten");
        }
    }

    /// Checks what must always hold.
    fn looks(&mut self) {
        assert_eq!(self.device.faults, [""; 0]);
        let asks = |tab: usize| self.device.locks.are_asked_by(tab);
        let sure = self.playing().filter(|(tab, _)| !asks(*tab));
        assert!(sure.count() <= 1, "two sessions are under way");
        for (_, playing) in self.playing() {
            leads_only_into_what_suits(playing);
        }
        let open = self.device.tabs.iter().enumerate();
        for (tab, it) in open.filter(|(_, it)| it.open) {
            self.looks_at_a_tab(tab, it);
        }
        let begun: Vec<_> = self.playing().map(|(_, playing)| playing.made).collect();
        self.begun.extend(begun);
        let kept = self.device.keys().into_iter().filter_map(|key| {
            if let RecordKey::Playing(made) = key {
                Some(made)
            } else {
                None
            }
        });
        let kept: Vec<_> = kept.collect();
        self.stored.extend(&kept);
        self.begun.extend(kept);
        for made in &self.stored {
            let either = [RecordKey::Playing(*made), RecordKey::Session(*made)];
            let there = either.map(|key| self.device.storage.contains_key(&key.to_string()));
            assert!(there.contains(&true), "{made} was stored, and is lost");
        }
    }

    /// Checks what must always hold in an open tab.
    fn looks_at_a_tab(&self, nth: usize, tab: &Tab) {
        let Tab { model, .. } = tab;
        let playing = model.session.playing();
        let running = playing.is_some_and(|it| it.session.is_running());
        let harmed = playing.is_some_and(|it| it.session.harm().is_some());
        let route = &model.context.route;
        let locked = model.context.lock().is_some();
        assert!(!(running && locked), "a session runs past a lock");
        let is_seen = *route == Route::Player;
        assert!(!running || is_seen, "a session runs behind another screen");
        if let Some(playing) = playing {
            let body = &model.context.person().body;
            let heeded = &playing.session.plan().profile.body;
            assert_eq!(heeded, body, "a body is not heeded");
        }
        let given_back = tab.outside == Outside::default();
        assert!(
            playing.is_some() || given_back,
            "a tab without a session has {:?}",
            tab.outside
        );
        let plays = playing.is_some() || matches!(model.session.stage, Stage::TakingOver(_));
        let holds = self.device.locks.are_held_by(nth);
        assert!(plays || !holds, "a tab without a session holds its lock");
        // What is tested may sound on these screens.
        let tests = matches!(route, Route::Settings | Route::DeviceCheck);
        let sounds = self.device.has_tones_to_come(nth);
        let may_sound = running || harmed || tests;
        assert!(may_sound || !sounds, "tones come without a session");
    }

    /// Checks that killing the browser now would lose at most a second of a hold, and no phase.
    fn looks_what_a_kill_loses(&self, tab: usize) {
        let model = self.device.model(tab);
        let Some(playing) = model.session.playing().filter(|_| self.all_kept) else {
            return;
        };
        let name = RecordKey::Playing(playing.made).to_string();
        let kept = read_snapshot(&self.device.storage[&name]).unwrap();
        let stands = playing.session.snapshot().unwrap();
        assert_eq!((kept.phase, &kept.done), (stands.phase, &stands.done));
        assert_lost_little(&kept, &stands);
    }

    /// Ends everything, and checks that each session begun has exactly one record, which says what hurt in it.
    fn ends(mut self) {
        self.device.kill_after = None;
        self.device.refuses = None;
        self.device.unreadable = None;
        self.device.manner = Manner::Plain;
        self.device.locks.slow = Duration::ZERO;
        self.device.passes(Duration::from_secs(2));
        let tabs = 0..self.device.tabs.len();
        let mut open: Vec<_> = tabs.filter(|tab| self.device.tabs[*tab].open).collect();
        let lived = open.pop();
        for tab in open {
            self.device.close(tab);
        }
        if let Some(tab) = lived {
            self.is_not_stuck(tab);
            self.device.close(tab);
        }
        let tab = self.device.open();
        self.device.happens(tab, Event::LetGoPressed);
        if self.all_kept {
            self.looks_at_the_records();
        }
        self.starts_once_more(tab);
    }

    /// Checks that a tab which lived through it all can end what it has, and start anew.
    fn is_not_stuck(&mut self, tab: usize) {
        let device = &mut self.device;
        device.happens(tab, Any::PageShown);
        device.passes(Duration::from_secs(2));
        device.happens(tab, Event::Commanded(Command::Stop));
        device.happens(tab, Event::KeepPressed);
        device.happens(tab, Event::LetGoPressed);
        self.starts_once_more(tab);
        self.looks();
        let device = &mut self.device;
        device.happens(tab, Event::Commanded(Command::Stop));
        device.happens(tab, Event::KeepPressed);
    }

    fn looks_at_the_records(&self) {
        let keys = self.device.keys();
        assert!(!keys.iter().any(|key| matches!(key, RecordKey::Playing(_))));
        for made in &self.begun {
            let key = RecordKey::Session(*made);
            assert!(keys.contains(&key), "{key} was begun, and is no record");
            let record = read_session(&self.device.storage[&key.to_string()]).unwrap();
            let said = self.harmed.get(made).copied().unwrap_or_default();
            assert!(harms(&record.done) >= said, "{key} forgot what did harm");
        }
        let sessions = keys
            .iter()
            .filter(|key| matches!(key, RecordKey::Session(_)));
        assert_eq!(sessions.count(), self.begun.len());
    }

    /// Checks that nothing is stuck: after answering the questions (and an examination, if needed) a session can start.
    fn starts_once_more(&mut self, tab: usize) {
        self.device.happens(tab, screening::Event::AssessedPressed);
        // What was asked for before may begin now.
        self.looks();
        let device = &mut self.device;
        device.happens(tab, Any::AddressChanged(Route::Library));
        let start = Start::Posture("walk");
        device.happens(tab, Event::StartPressed(start));
        for _ in 0..4 {
            device.happens(tab, screening::Event::SheetAnswered);
        }
        let body = &device.model(tab).context.person().body;
        let walk = posture("walk").unwrap();
        let suits = body.suits(&walk.usual) || walk.easier.iter().any(|form| body.suits(form));
        let playing = device.model(tab).session.playing();
        assert!(playing.is_some() || !suits, "nothing can be started");
        assert!(self.is_locked_by_nothing());
    }

    fn is_locked_by_nothing(&self) -> bool {
        let all = self.device.keys();
        let screenings = all
            .iter()
            .filter(|key| matches!(key, RecordKey::Screening(_)));
        let read =
            |key: &RecordKey| read_screening(&self.device.storage[&key.to_string()]).unwrap();
        lock(&screenings.map(read).collect::<Vec<_>>()).is_none()
    }
}

/// Checks that of a phase which both are in, at most a second is lost.
fn assert_lost_little(kept: &Snapshot, stands: &Snapshot) {
    if let (Point::Elapsed(at), Point::Elapsed(stood)) = (kept.point, stands.point)
        && kept.phase == stands.phase
    {
        let lost = stood.saturating_sub(at);
        assert!(lost <= Duration::from_millis(1_100), "{lost:?} are lost");
    }
}

/// How often something did harm.
fn harms(done: &[Done]) -> usize {
    done.iter().filter(|it| it.end.harm().is_some()).count()
}

/// Whether an event is possible here: a voice can only be tried on the screens which offer it.
fn may_happen(device: &Device, tab: usize, event: &Any) -> bool {
    let route = &device.model(tab).context.route;
    let trials = [
        (
            matches!(
                event,
                Any::Settings(
                    settings::Event::TestVoicePressed | settings::Event::TestTonesPressed
                )
            ),
            Route::Settings,
        ),
        (
            matches!(event, Any::Device(device::Event::DeviceCheck(_))),
            Route::DeviceCheck,
        ),
    ];
    trials.iter().all(|(is_one, on)| !is_one || route == on)
}

/// Checks that nobody is led into a posture that their body excludes. (Being led out of one is fine.)
fn leads_only_into_what_suits(playing: &Playing) {
    let session = &playing.session;
    let Some(phase) = session.phase().filter(|_| session.is_running()) else {
        return;
    };
    let phase = &session.timeline().phases[phase];
    let into = matches!(
        phase.kind,
        PhaseKind::SetUp | PhaseKind::Hold(_) | PhaseKind::Repeat { .. }
    );
    let form = session.timeline().steps[phase.step].form();
    let suits = session.plan().profile.body.suits(form);
    assert!(suits || !into, "led into {}", form.id);
}

#[test]
fn what_failed_once_fails_no_more() {
    for deeds in failed_once() {
        let mut watch = Watch::new();
        for deed in deeds {
            watch.does(deed);
        }
        watch.ends();
    }
}

proptest! {
    #![proptest_config(remembered())]

    #[test]
    fn whatever_happens_one_session_runs_nothing_is_lost_and_nothing_is_stuck(
        deeds in proptest::collection::vec(any_deed(), 1..80),
    ) {
        let mut watch = Watch::new();
        for deed in deeds {
            watch.does(deed);
        }
        watch.ends();
    }
}
