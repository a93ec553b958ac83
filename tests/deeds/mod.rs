//! Strategies for anything that may happen on a device: to its tabs, its clock, its voice and its storage.

pub(crate) mod failed_once;
mod variants;

use std::time::Duration;

use limber::app::device::DeviceCheckEvent;
use limber::app::records::NotStored;
use limber::app::session::{Claimed, OneButton, UtteranceReport};
use limber::app::{
    Event, Route, Start, Tag, body, device, own, records, screening, session, settings, today,
};
use limber::device::check::{Capability, Finding};
use limber::device::{
    AudioError, ClipboardError, FileError, Installing, MediaKey, SpeechError, StorageError,
    WakeLockError, WorkerError,
};
use limber::domain::appearance::{Build, Skin, Theme};
use limber::domain::body::{AgeGroup, Caution};
use limber::domain::collections::Set;
use limber::domain::cue::Density;
use limber::domain::episode::Feeling;
use limber::domain::own::OwnId;
use limber::domain::pain::Pain;
use limber::domain::person::{EmergencyNumber, Person};
use limber::domain::place::{Equipment, Place};
use limber::domain::plan::SettlingTime;
use limber::domain::posture::Side;
use limber::domain::routine::Routine;
use limber::domain::screening::{Scope, Screening, WarningSign};
use limber::domain::session::{Command, UtteranceId};
use limber::library::{postures, routines};
use limber::store::settings::{Mixing, Reader, Setting, VoiceChoice};
use limber::store::{RecordKey, RecordStamp, print_person, print_screening};
use proptest::prelude::*;
use proptest::sample::select;

use crate::device::{Manner, NOON};

/// Something that happens.
#[derive(Debug, Clone)]
pub(crate) enum Deed {
    /// This event, in one of the tabs.
    Event(usize, Event),
    /// This much time passes.
    Pass(Duration),
    /// The clock is set back by this much.
    ClockBack(Duration),
    /// The clock is set forward, or the device sleeps: no timers fire meanwhile.
    ClockForward(Duration),
    /// The time zone changes, by travel or summer time, to this many minutes ahead of universal time.
    UtcOffset(i32),
    /// A tab is opened.
    Open,
    /// A tab is killed without warning.
    Kill(usize),
    /// A tab is killed while it carries out the effects of an event: after this many of them.
    KillWithin(usize),
    Close(usize),
    /// A tab reads the stored records again, as after lost ones were restored.
    Reread(usize),
    /// The page of a tab is left for another.
    Leave(usize),
    /// A page that was left comes back as it was.
    ComeBack(usize),
    /// The voice behaves in this way from now on.
    Voice(Manner),
    /// Browsers take so long to answer what becomes of a claim, and what other tabs hold.
    SlowLocks(Duration),
    /// Nothing can be kept from now on, or all can.
    Storage(Option<StorageError>),
    /// Nothing that is stored can be read from now on, or all can.
    Reading(Option<StorageError>),
}

const ROUTINE: &str = "routine: Mine\nbridge: 10 times\npigeon: hold 30 s\n";

pub(crate) fn any_deed() -> impl Strategy<Value = Deed> {
    let tab = || 0..4_usize;
    let ms = |most: u64| (0..most).prop_map(Duration::from_millis);
    prop_oneof![
        30 => (tab(), any_event()).prop_map(|(tab, event)| Deed::Event(tab, event)),
        10 => ms(40_000).prop_map(Deed::Pass),
        3 => ms(400_000).prop_map(Deed::Pass),
        1 => ms(8_000_000).prop_map(Deed::ClockBack),
        1 => ms(40_000_000_000).prop_map(Deed::ClockBack),
        1 => ms(8_000_000).prop_map(Deed::ClockForward),
        1 => ms(40_000_000_000).prop_map(Deed::ClockForward),
        1 => select(vec![-720, -60, 0, 60, 345, 840]).prop_map(Deed::UtcOffset),
        4 => Just(Deed::Open),
        2 => tab().prop_map(Deed::Kill),
        2 => (0..6_usize).prop_map(Deed::KillWithin),
        2 => tab().prop_map(Deed::Close),
        1 => tab().prop_map(Deed::Reread),
        2 => tab().prop_map(Deed::Leave),
        3 => tab().prop_map(Deed::ComeBack),
        2 => any_manner().prop_map(Deed::Voice),
        1 => select(vec![0, 0, 300, 1_900]).prop_map(|ms| Deed::SlowLocks(Duration::from_millis(ms))),
        1 => select(vec![None, None, Some(StorageError::Full), Some(StorageError::Failed), Some(StorageError::Forbidden)]).prop_map(Deed::Storage),
        1 => select(vec![None, None, Some(StorageError::Failed)]).prop_map(Deed::Reading),
    ]
}

fn any_manner() -> impl Strategy<Value = Manner> {
    prop_oneof![
        4 => Just(Manner::Plain),
        1 => Just(Manner::LateAtFirst(Duration::from_millis(6_500))),
        1 => Just(Manner::NeverBegins),
        1 => Just(Manner::NeverEnds),
        1 => Just(Manner::EndsAtOnce),
        1 => Just(Manner::Fails),
        1 => Just(Manner::BreaksOff),
        1 => Just(Manner::NeedsNoNetwork),
        1 => Just(Manner::Missing),
    ]
}

/// Any event that a person, a page or a device can cause. The device itself reports the outcomes of effects.
fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        12 => any_of_session().prop_map(Event::from),
        3 => any_feeling().prop_map(|feeling| today::Event::CheckedIn(feeling).into()),
        6 => any_of_screening().prop_map(Event::from),
        4 => any_of_body().prop_map(Event::from),
        2 => any_of_own().prop_map(Event::from),
        3 => any_of_settings().prop_map(Event::from),
        2 => any_of_device().prop_map(Event::from),
        4 => any_route().prop_map(Event::AddressChanged),
        1 => Just(Event::TimePassed),
        1 => Just(Event::PageHidden),
        1 => Just(Event::PageShown),
        1 => Just(Event::NoticeRead),
        1 => any_of_records().prop_map(Event::from),
        1 => any_report().prop_map(|(tag, report)| Event::Voice(tag, report)),
    ]
}

/// What another tab stores, of another version or broken; a journal that is another's; a file that isn't handed out.
fn any_of_records() -> impl Strategy<Value = records::Event> {
    use records::Event;
    let made = RecordStamp::new(NOON, 99);
    let keys = vec![
        RecordKey::Settings,
        RecordKey::Person,
        RecordKey::CheckIn(made),
        RecordKey::Screening(made),
        RecordKey::Session(made),
        RecordKey::Own(own_id()),
    ];
    let names = keys.into_iter().map(|key| key.to_string());
    let names: Vec<_> = names.chain(["limber/later".to_owned()]).collect();
    let texts = vec![None, Some("?"), Some("{\"version\":9,\"data\":{}}")];
    prop_oneof![
        4 => (select(names), select(texts)).prop_map(|(name, text)| Event::KeptElsewhere { name, text: text.map(str::to_owned) }),
        1 => Just(Event::JournalBlocked),
        1 => Just(Event::ExportFailed),
        1 => any_lost(),
    ]
}

/// What was told about the back or the body, was lost, and is known again although there is no room for it.
fn any_lost() -> impl Strategy<Value = records::Event> {
    let made = RecordStamp::new(NOON, 98);
    let caution = |caution| {
        let mut person = Person::default();
        person.body.cautions.insert(caution);
        (RecordKey::Person, print_person(&person))
    };
    let ticked = move |sign| {
        let screening = Screening {
            at: NOON,
            scope: Scope::Everything,
            signs: Set::from([sign]),
            assessed: None,
        };
        (RecordKey::Screening(made), print_screening(&screening))
    };
    let newer = |key| (key, "{\"version\":9,\"data\":{}}".to_owned());
    let keys = vec![
        RecordKey::Person,
        RecordKey::Screening(made),
        RecordKey::Screening(made).quarantined(NOON),
    ];
    let lost = prop_oneof![
        any_caution().prop_map(caution),
        any_sign().prop_map(ticked),
        select(keys).prop_map(newer),
    ];
    lost.prop_map(|(key, text)| {
        records::Event::NotRecovered(NotStored {
            key,
            text,
            error: StorageError::Full,
            there: None,
        })
    })
}

/// A report of the voice that comes late, twice, or for what nobody said.
fn any_report() -> impl Strategy<Value = (Tag, UtteranceReport)> {
    let session =
        (0..3_u32, 0..9_u32).prop_map(|(number, id)| Tag::Session(number, UtteranceId(id)));
    let tag = prop_oneof![session, Just(Tag::Test), Just(Tag::DeviceCheck)];
    let report = select(vec![
        UtteranceReport::Started,
        UtteranceReport::Ended(Duration::from_secs(2)),
        UtteranceReport::Failed(SpeechError::Failed),
    ]);
    (tag, report)
}

fn any_of_session() -> impl Strategy<Value = session::Event> {
    use session::Event;
    prop_oneof![
        6 => any_start().prop_map(Event::StartPressed),
        12 => any_command().prop_map(Event::Commanded),
        3 => select(vec![Command::Resume, Command::RepeatSide, Command::CountAsDone]).prop_map(Event::ContinuePressed),
        2 => Just(Event::TakeOverPressed),
        1 => Just(Event::LetGoPressed),
        1 => any_pain().prop_map(Event::PainBeforeRated),
        1 => any_pain().prop_map(Event::PainAfterRated),
        1 => Just(Event::SoundInterrupted),
        1 => select(vec![MediaKey::Play, MediaKey::Pause, MediaKey::PlayOrPause, MediaKey::Stop, MediaKey::Next, MediaKey::Previous])
            .prop_map(Event::MediaKeyPressed),
        1 => select(vec![OneButton::On, OneButton::OnOrPause]).prop_map(Event::OneButtonPressed),
        1 => "[a-z ]{0,20}".prop_map(Event::NoteWritten),
        1 => Just(Event::KeepPressed),
        1 => select(vec![Claimed::Held, Claimed::Refused, Claimed::Lost]).prop_map(Event::Claimed),
        1 => Just(Event::OtherTabsLooked(Vec::new())),
    ]
}

pub(crate) fn any_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        3 => Just(Command::Pause),
        3 => Just(Command::Resume),
        3 => Just(Command::Next),
        1 => Just(Command::Back),
        1 => (0..6_usize).prop_map(Command::Jump),
        1 => (1..40_u64).prop_map(|seconds| Command::AddTime(Duration::from_secs(seconds))),
        2 => Just(Command::InPosition),
        1 => Just(Command::Easier),
        3 => Just(Command::Hurts),
        1 => Just(Command::Dizzy),
        1 => Just(Command::RepeatSide),
        1 => Just(Command::CountAsDone),
        1 => Just(Command::Stop),
        1 => Just(Command::Start),
    ]
}

fn any_start() -> impl Strategy<Value = Start> {
    let ids = |all: Vec<&'static str>| select(all);
    let all_routines = routines().iter().map(|it| &*it.routine.id).collect();
    let all_postures = postures().iter().map(|it| it.id).collect();
    prop_oneof![
        3 => (0..3_usize).prop_map(Start::Proposed),
        4 => ids(all_routines).prop_map(Start::Routine),
        2 => ids(all_postures).prop_map(Start::Posture),
        1 => Just(Start::Own(own_id())),
    ]
}

fn own_routine() -> Routine {
    limber::format::routine::read(ROUTINE, "Nameless")
        .map_or_else(|_| unreachable!(), |it| it.routine)
}

fn own_id() -> OwnId {
    OwnId::named(&own_routine().id).unwrap_or_else(|| OwnId::of("none"))
}

fn any_pain() -> impl Strategy<Value = Pain> {
    (0..=10_u8).prop_filter_map("a rating", |rating| Pain::new(rating).ok())
}

fn any_feeling() -> impl Strategy<Value = Feeling> {
    select(Feeling::ALL.to_vec())
}

fn any_sign() -> impl Strategy<Value = WarningSign> {
    select(vec![
        WarningSign::Saddle,
        WarningSign::Chest,
        WarningSign::Fever,
        WarningSign::BelowKnee,
        WarningSign::Inflamed,
    ])
}

fn any_of_screening() -> impl Strategy<Value = screening::Event> {
    use screening::Event;
    prop_oneof![
        1 => (any_sign(), any::<bool>()).prop_map(|(sign, there)| Event::SignTicked(sign, there)),
        8 => Just(Event::SheetAnswered),
        2 => Just(Event::AdviceRead),
        3 => Just(Event::AssessedPressed),
        1 => Just(Event::AskAgainPressed),
    ]
}

fn any_caution() -> impl Strategy<Value = Caution> {
    select(Caution::all().collect::<Vec<_>>())
}

fn any_of_body() -> impl Strategy<Value = body::Event> {
    use body::Event;
    let ids: Vec<_> = postures().iter().map(|it| it.id).collect();
    prop_oneof![
        4 => (any_caution(), any::<bool>()).prop_map(|(caution, there)| Event::Caution(caution, there)),
        4 => (select(ids), any::<bool>()).prop_map(|(id, out)| Event::LeftOut(id, out)),
        1 => select(Place::ALL.to_vec()).prop_map(Event::Place),
        1 => (select(Equipment::ALL.to_vec()), any::<bool>()).prop_map(|(thing, there)| Event::Equipment(thing, there)),
        1 => proptest::option::of(select(vec![AgeGroup::Under20, AgeGroup::From20, AgeGroup::From51, AgeGroup::From60])).prop_map(Event::Age),
        1 => proptest::option::of(Just(EmergencyNumber::Own("112".to_owned()))).prop_map(Event::Emergency),
        1 => proptest::option::of(3..30_u64).prop_map(|it| Event::Time(it.map(|it| Duration::from_secs(it * 60)))),
    ]
}

fn any_of_own() -> impl Strategy<Value = own::Event> {
    use own::Event;
    prop_oneof![
        Just(Event::KeepPressed(Box::new(own_routine()))),
        Just(Event::Opened(Ok(ROUTINE.to_owned()))),
        Just(Event::RemovePressed(own_id())),
        Just(Event::PutBackPressed),
        any_start().prop_map(Event::PassOnPressed),
        "[a-z \n]{0,30}".prop_map(Event::Written),
        any_route().prop_map(Event::Led),
        Just(Event::Opened(Err(FileError::NoText))),
        any::<bool>().prop_map(|copied| Event::AddressCopied {
            address: "https://example.org/".to_owned(),
            copied: if copied {
                Ok(())
            } else {
                Err(ClipboardError::Refused)
            },
        }),
    ]
}

fn any_of_settings() -> impl Strategy<Value = settings::Event> {
    use settings::Event;
    let set = |setting: BoxedStrategy<Setting>| setting.prop_map(Event::Set);
    prop_oneof![
        3 => set(select(vec![Density::Teaching, Density::Reminding, Density::TonesOnly, Density::Silent]).prop_map(Setting::Density).boxed()),
        1 => set(proptest::num::f64::ANY.prop_map(Setting::Rate).boxed()),
        1 => set(proptest::num::f64::ANY.prop_map(Setting::VoiceVolume).boxed()),
        1 => set(proptest::num::f64::ANY.prop_map(Setting::ToneVolume).boxed()),
        1 => set(select(vec![Build::Slight, Build::Sturdy]).prop_map(Setting::Build).boxed()),
        1 => set(select(vec![Skin::Fair, Skin::Deep]).prop_map(Setting::Skin).boxed()),
        1 => set(select(vec![Theme::Dark, Theme::Light, Theme::Device]).prop_map(Setting::Theme).boxed()),
        1 => set(select(vec![Mixing::Exclusive, Mixing::Mixed, Mixing::Ducking]).prop_map(Setting::Mixing).boxed()),
        1 => set(select(vec![Reader::Limber, Reader::ScreenReader]).prop_map(Setting::Reader).boxed()),
        1 => any_choice().prop_map(|choice| Event::Set(Setting::Voice(choice))),
        1 => any::<bool>().prop_map(|on| Event::Set(Setting::LetterKeys(on))),
        1 => any::<bool>().prop_map(|on| Event::Set(Setting::FadeTeaching(on))),
        1 => any::<bool>().prop_map(|on| Event::Set(Setting::Vibration(on))),
        1 => proptest::option::of(select(vec![Side::Left, Side::Right])).prop_map(|side| Event::Set(Setting::StifferSide(side))),
        1 => set(select(vec![SettlingTime::Unhurried, SettlingTime::Usual, SettlingTime::Brisk]).prop_map(Setting::Settling).boxed()),
        1 => Just(Event::TestVoicePressed),
        1 => Just(Event::TestTonesPressed),
        1 => Just(Event::ExportPressed),
    ]
}

fn any_of_device() -> impl Strategy<Value = device::Event> {
    use device::Event;
    prop_oneof![
        Just(Event::VoicesListed(Vec::new())),
        Just(Event::AudioFailed(AudioError::Refused)),
        Just(Event::WakeLockFailed(WakeLockError::Refused)),
        Just(Event::BackgroundSoundRefused),
        Just(Event::InstallingKnown(Installing::Offered)),
        Just(Event::InstallPressed),
        Just(Event::InstallDeclined),
        Just(Event::NewerWaits),
        Just(Event::NewerWanted),
        Just(Event::NewerHeldBack),
        Just(Event::NewerDeclined),
        Just(Event::PartNotLoaded),
        Just(Event::WorkerFailed(WorkerError::Refused)),
        Just(Event::PageTranslated),
        Just(Event::BrowserThrew),
        any_of_check().prop_map(Event::DeviceCheck),
    ]
}

fn any_of_check() -> impl Strategy<Value = DeviceCheckEvent> {
    let capabilities = || select(Capability::ALL.to_vec());
    prop_oneof![
        3 => capabilities().prop_map(DeviceCheckEvent::TestPressed),
        1 => Just(DeviceCheckEvent::LookAgainPressed),
        1 => Just(DeviceCheckEvent::Examined(Finding::Screen(Err(WakeLockError::Refused)))),
        1 => (capabilities(), any::<bool>()).prop_map(|(it, noticed)| DeviceCheckEvent::Noticed(it, noticed)),
        1 => Just(DeviceCheckEvent::CopyPressed("report".to_owned())),
        1 => Just(DeviceCheckEvent::Copied(Err(ClipboardError::Refused))),
    ]
}

fn any_choice() -> impl Strategy<Value = Option<VoiceChoice>> {
    proptest::option::of(select(vec!["Plain", "Gone"]).prop_map(|name| VoiceChoice {
        name: name.to_owned(),
        language: "en-GB".to_owned(),
    }))
}

fn any_route() -> impl Strategy<Value = Route> {
    prop_oneof![
        3 => Just(Route::Player),
        8 => select(vec![
            Route::Question, Route::Today, Route::Screening, Route::Library, Route::Body, Route::Evidence, Route::Ending,
            Route::Settings, Route::Help, Route::DeviceCheck, Route::Latest, Route::TakeIn(ROUTINE.to_owned()), Route::Figures,
            Route::Routine("morning"), Route::Posture("pigeon"), Route::Unknown("nowhere".to_owned()),
        ]),
        1 => any_feeling().prop_map(Route::CheckIn),
        1 => Just(Route::Own(own_id())),
    ]
}
