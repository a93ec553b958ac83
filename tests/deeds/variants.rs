//! Whether every kind of event happens: the compiler asks for a new one to be named here, and the test below for it to be
//! brought about.

use std::collections::BTreeSet;

use limber::app::device::DeviceCheckEvent;
use limber::app::{Event, body, device, own, records, screening, session, settings, today};
use limber::store::settings::Setting;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::any_event;

/// Events that the made-up device brings about itself, as what follows from its tabs, its storage and its locks.
const OF_THE_DEVICE: [&str; 6] = [
    "PageLeft",
    "Records Opened",
    "Records KeepFailed",
    "Records NotQuarantined",
    "Records NotRemoved",
    "Records Quarantined",
];

/// Names the kind of an event. Without a wildcard, so that a new kind is not forgotten.
fn kind(event: &Event) -> &'static str {
    match event {
        Event::Session(event) => of_session(event),
        Event::Today(today::Event::CheckedIn(_)) => "CheckedIn",
        Event::Screening(event) => match event {
            screening::Event::SignTicked(..) => "SignTicked",
            screening::Event::SheetAnswered => "SheetAnswered",
            screening::Event::AdviceRead => "AdviceRead",
            screening::Event::AssessedPressed => "AssessedPressed",
            screening::Event::AskAgainPressed => "AskAgainPressed",
        },
        Event::Body(event) => match event {
            body::Event::Caution(..) => "Caution",
            body::Event::Age(_) => "Age",
            body::Event::LeftOut(..) => "LeftOut",
            body::Event::Time(_) => "Time",
            body::Event::Place(_) => "Place",
            body::Event::Equipment(..) => "Equipment",
            body::Event::Emergency(_) => "Emergency",
        },
        Event::Own(event) => match event {
            own::Event::Opened(_) => "Own Opened",
            own::Event::Written(_) => "Written",
            own::Event::Led(_) => "Led",
            own::Event::KeepPressed(_) => "Own KeepPressed",
            own::Event::RemovePressed(_) => "RemovePressed",
            own::Event::PutBackPressed => "PutBackPressed",
            own::Event::PassOnPressed(_) => "PassOnPressed",
            own::Event::AddressCopied { .. } => "AddressCopied",
        },
        Event::Settings(event) => of_settings(event),
        Event::Device(event) => of_device(event),
        Event::Records(event) => match event {
            records::Event::Opened { .. } => "Records Opened",
            records::Event::KeepFailed(_) => "Records KeepFailed",
            records::Event::NotRecovered(_) => "NotRecovered",
            records::Event::NotQuarantined { .. } => "Records NotQuarantined",
            records::Event::NotRemoved(_) => "Records NotRemoved",
            records::Event::Quarantined => "Records Quarantined",
            records::Event::JournalBlocked => "JournalBlocked",
            records::Event::ExportFailed => "ExportFailed",
            records::Event::KeptElsewhere { .. } => "KeptElsewhere",
        },
        Event::Voice(_, report) => match report {
            session::UtteranceReport::Started => "Started",
            session::UtteranceReport::Ended(_) => "Ended",
            session::UtteranceReport::Failed(_) => "Failed",
        },
        Event::AddressChanged(_) => "AddressChanged",
        Event::TimePassed => "TimePassed",
        Event::PageHidden => "PageHidden",
        Event::PageLeft => "PageLeft",
        Event::PageShown => "PageShown",
        Event::NoticeRead => "NoticeRead",
    }
}

const fn of_session(event: &session::Event) -> &'static str {
    match event {
        session::Event::StartPressed(_) => "StartPressed",
        session::Event::PainBeforeRated(_) => "PainBeforeRated",
        session::Event::Commanded(_) => "Commanded",
        session::Event::ContinuePressed(_) => "ContinuePressed",
        session::Event::TakeOverPressed => "TakeOverPressed",
        session::Event::LetGoPressed => "LetGoPressed",
        session::Event::OtherTabsLooked(_) => "OtherTabsLooked",
        session::Event::Claimed(session::Claimed::Held) => "Claimed Held",
        session::Event::Claimed(session::Claimed::Refused) => "Claimed Refused",
        session::Event::Claimed(session::Claimed::Lost) => "Claimed Lost",
        session::Event::SoundInterrupted => "SoundInterrupted",
        session::Event::MediaKeyPressed(_) => "MediaKeyPressed",
        session::Event::OneButtonPressed(_) => "OneButtonPressed",
        session::Event::PainAfterRated(_) => "PainAfterRated",
        session::Event::NoteWritten(_) => "NoteWritten",
        session::Event::KeepPressed => "KeepPressed",
    }
}

const fn of_settings(event: &settings::Event) -> &'static str {
    match event {
        settings::Event::TestVoicePressed => "TestVoicePressed",
        settings::Event::TestTonesPressed => "TestTonesPressed",
        settings::Event::ExportPressed => "ExportPressed",
        settings::Event::Set(setting) => match setting {
            Setting::Density(_) => "Density",
            Setting::FadeTeaching(_) => "FadeTeaching",
            Setting::Rate(_) => "Rate",
            Setting::VoiceVolume(_) => "VoiceVolume",
            Setting::ToneVolume(_) => "ToneVolume",
            Setting::Vibration(_) => "Vibration",
            Setting::Settling(_) => "Settling",
            Setting::StifferSide(_) => "StifferSide",
            Setting::Voice(_) => "Voice",
            Setting::Mixing(_) => "Mixing",
            Setting::Reader(_) => "Reader",
            Setting::LetterKeys(_) => "LetterKeys",
            Setting::Theme(_) => "Theme",
            Setting::Build(_) => "Build",
            Setting::Skin(_) => "Skin",
        },
    }
}

const fn of_device(event: &device::Event) -> &'static str {
    match event {
        device::Event::VoicesListed(_) => "VoicesListed",
        device::Event::AudioFailed(_) => "AudioFailed",
        device::Event::WakeLockFailed(_) => "WakeLockFailed",
        device::Event::BackgroundSoundRefused => "BackgroundSoundRefused",
        device::Event::InstallingKnown(_) => "InstallingKnown",
        device::Event::InstallPressed => "InstallPressed",
        device::Event::InstallDeclined => "InstallDeclined",
        device::Event::NewerWaits => "NewerWaits",
        device::Event::NewerWanted => "NewerWanted",
        device::Event::NewerHeldBack => "NewerHeldBack",
        device::Event::NewerDeclined => "NewerDeclined",
        device::Event::PartNotLoaded => "PartNotLoaded",
        device::Event::WorkerFailed(_) => "WorkerFailed",
        device::Event::PageTranslated => "PageTranslated",
        device::Event::BrowserThrew => "BrowserThrew",
        device::Event::DeviceCheck(event) => match event {
            DeviceCheckEvent::TestPressed(_) => "TestPressed",
            DeviceCheckEvent::LookAgainPressed => "LookAgainPressed",
            DeviceCheckEvent::Examined(_) => "Examined",
            DeviceCheckEvent::Noticed(..) => "Noticed",
            DeviceCheckEvent::CopyPressed(_) => "CopyPressed",
            DeviceCheckEvent::Copied(_) => "Copied",
        },
    }
}

/// How many kinds of events this file names.
fn all_kinds() -> BTreeSet<&'static str> {
    let source = include_str!("variants.rs");
    let arms = source.lines().filter_map(|line| line.split_once(" => \""));
    arms.filter_map(|(_, name)| name.strip_suffix("\","))
        .collect()
}

#[test]
fn every_kind_of_event_happens() {
    let mut runner = TestRunner::deterministic();
    let strategy = any_event();
    let one = |runner: &mut TestRunner| kind(&strategy.new_tree(runner).unwrap().current());
    let mut seen: BTreeSet<_> = (0..20_000).map(|_| one(&mut runner)).collect();
    seen.extend(OF_THE_DEVICE);
    let missing: Vec<_> = all_kinds().difference(&seen).copied().collect();
    assert_eq!(missing, [""; 0], "they never happen");
}
