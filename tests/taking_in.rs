//! A routine that somebody shared: previewed, kept, played, removed, and shared again.

use crate::device::{Device, NOON};
use limber::app::library::view::{Filter, library};
use limber::app::own::Event;
use limber::app::own::view::{Recognised, TakingIn, look_at, removed, taking_in};
use limber::app::records::needed;
use limber::app::routine::view::routine;
use limber::app::{
    Effect, Event as Happening, Notice, Overwrite, Route, Start, body, session, view,
};
use limber::device::{ClipboardError, FileError};
use limber::domain::body::Caution;
use limber::domain::collections::Set;
use limber::domain::own::OwnId;
use limber::domain::routine::Routine;
use limber::domain::screening::{Scope, Screening, WarningSign};
use limber::store::{RecordKey, RecordStamp, print_routine, print_screening, read_routine};
use limber::text::en;

const TEXT: &str = "routine: After a long drive\n90-90-rest: rest 2 min\npigeon: hold 30 s\n";

/// The first tab.
const TAB: usize = 0;

/// The routine that a text is read as, with the name the screen gives it if it has none.
fn read(text: &str) -> Routine {
    limber::format::routine::read(text, en::NAMELESS)
        .expect("a routine")
        .routine
}

fn id() -> OwnId {
    OwnId::named(&read(TEXT).id).expect("its own id")
}

/// The routine's stored record.
fn record() -> String {
    print_routine(&read(TEXT))
}

/// A device of someone who ticked these warning signs; with the routine stored or not, and a tab open.
fn opened(signs: Set<WarningSign>, with_it: bool) -> Device {
    let screening = Screening {
        at: NOON,
        scope: Scope::Everything,
        signs,
        assessed: None,
    };
    let mut device = Device::new();
    let key = RecordKey::Screening(RecordStamp::new(NOON, 1));
    device.keep(&key, print_screening(&screening));
    if with_it {
        device.keep(&RecordKey::Own(id()), record());
    }
    let names: Vec<_> = device.storage.keys().cloned().collect();
    assert_eq!(
        needed(&names, NOON).len(),
        names.len(),
        "all of it is asked for"
    );
    device.open();
    device
}

/// A device on which the routine was kept.
fn with_it() -> Device {
    let mut device = opened(Set::new(), false);
    device.happens(TAB, Event::KeepPressed(Box::new(read(TEXT))));
    device
}

fn looked_at(device: &Device, text: &str) -> TakingIn {
    let context = &device.model(TAB).context;
    taking_in(look_at(text), context)
}

fn own_titles(device: &Device) -> Vec<String> {
    let shown = library(&Filter::default(), &device.model(TAB).context);
    shown.own.into_iter().map(|card| card.title).collect()
}

#[test]
fn it_is_looked_at_first_and_is_there_once_it_is_kept() {
    let mut device = opened(Set::new(), false);
    let TakingIn { shown, known, .. } = looked_at(&device, TEXT);
    let shown = shown.expect("it can be read");
    assert_eq!(
        (shown.title.as_str(), shown.steps.len(), known),
        ("After a long drive", 2, None)
    );
    assert_eq!(own_titles(&device), [""; 0]);

    let effects = device.at_once(TAB, Event::KeepPressed(Box::new(read(TEXT))));
    let kept = Effect::Keep {
        key: RecordKey::Own(id()),
        text: record(),
        over: Overwrite::Anything,
    };
    assert_eq!(effects, [kept, Effect::GiveWay(Route::Own(id()))]);
    assert_eq!(own_titles(&device), ["After a long drive"]);
    let TakingIn { known, .. } = looked_at(&device, TEXT);
    assert_eq!(known, Some(Route::Own(id())), "nobody keeps it twice");
}

#[test]
fn it_is_there_when_the_page_is_opened_again() {
    assert_eq!(read_routine(&record()).expect("it can be read").0, id());
    let device = opened(Set::new(), true);
    assert_eq!(own_titles(&device), ["After a long drive"]);
}

#[test]
fn what_cannot_be_led_is_not_kept_and_says_why() {
    let device = opened(Set::new(), false);
    let wrong = "routine: Wrong\npenguin: hold 30 s";
    let Recognised::Wrong(faults) = looked_at(&device, wrong).looked else {
        panic!("it cannot be read")
    };
    assert_eq!(faults.len(), 1);
    assert!(
        faults[0].starts_with("Line 2: Limber knows no posture “penguin”."),
        "{faults:?}"
    );
    assert_eq!(looked_at(&device, " \n").looked, Recognised::Nothing);
}

#[test]
fn what_is_not_taken_or_taken_otherwise_is_shown_with_it() {
    let device = opened(Set::new(), false);
    let mail = "Hi Sam,\npidgeon: 2–3 min\nSee you\n";
    let TakingIn { looked, shown, .. } = looked_at(&device, mail);
    let Recognised::Routine {
        taken_as, aside, ..
    } = looked
    else {
        panic!("it can be read")
    };
    assert_eq!(shown.expect("a routine").title, en::NAMELESS);
    assert_eq!(
        taken_as,
        [
            "Line 2: “pidgeon” is taken for Pigeon.",
            "Line 2: “2-3 min” is taken as “hold 2 min”."
        ]
    );
    assert_eq!(aside, ["Hi Sam,", "See you"]);

    let long = format!("pigeon\n{}", "a\n".repeat(1_000));
    let Recognised::Routine { aside, .. } = looked_at(&device, &long).looked else {
        panic!("it can be read")
    };
    assert_eq!(aside.len(), 41);
    assert_eq!(aside[40], "… and 960 lines more");
}

#[test]
fn who_looks_elsewhere_in_the_midst_of_writing_finds_it_again() {
    let mut device = opened(Set::new(), false);
    let unfinished = "routine: Mine\npigeon: hold".to_owned();
    let effects = device.at_once(TAB, Event::Written(unfinished.clone()));
    assert_eq!(effects, [Effect::BearInAddress(Route::TakeIn(unfinished))]);
}

#[test]
fn it_is_changed_to_suit_the_body_like_any_other() {
    let mut device = with_it();
    device.happens(TAB, body::Event::Caution(Caution::Knees, true));
    let shown = routine(Start::Own(id()), &device.model(TAB).context).expect("it is there");
    assert_eq!(shown.changes.len(), 1);
    assert!(
        shown.changes[0]
            .what
            .starts_with("Pigeon is done an easier way"),
        "{:?}",
        shown.changes
    );
}

#[test]
fn it_waits_like_any_other_while_a_warning_sign_stands() {
    let starts = || session::Event::StartPressed(Start::Own(id()));
    let plays = |device: &Device| device.model(TAB).session.playing().is_some();
    let mut free = opened(Set::new(), true);
    free.happens(TAB, starts());
    assert!(plays(&free));
    let mut locked = opened(Set::from([WarningSign::Saddle]), true);
    locked.happens(TAB, starts());
    assert!(!plays(&locked));
}

#[test]
fn one_that_was_removed_is_put_back_with_one_tap() {
    let mut device = with_it();
    let effects = device.at_once(TAB, Event::RemovePressed(id()));
    let forgotten = Effect::Forget {
        key: RecordKey::Own(id()),
    };
    assert_eq!(effects, [forgotten, Effect::GoTo(Route::Library)]);
    assert_eq!(own_titles(&device), [""; 0]);
    let said = removed(&device.model(TAB).own);
    assert_eq!(said.as_deref(), Some("“After a long drive” is removed."));
    device.happens(TAB, Event::PutBackPressed);
    assert_eq!(own_titles(&device), ["After a long drive"]);
    assert_eq!(removed(&device.model(TAB).own), None);
    assert_eq!(device.kept(&RecordKey::Own(id())), Some(&*record()));
}

#[test]
fn an_address_of_one_that_is_not_here_leads_to_the_question_and_says_so() {
    let mut device = opened(Set::new(), false);
    device.happens(TAB, Happening::AddressChanged(Route::Own(id())));
    let unknown = Route::Unknown(format!("routine/{}", id()));
    assert_eq!(device.model(TAB).context.route, unknown);
}

#[test]
fn the_library_passes_an_address_on_and_ones_own_is_passed_on_whole() {
    let mut device = with_it();
    let morning = Event::PassOnPressed(Start::Routine("morning"));
    let of_library = device.happens(TAB, morning);
    let (title, route) = ("Morning".to_owned(), Route::Routine("morning"));
    assert_eq!(of_library, [Effect::PassOn { title, route }]);
    let own = device.happens(TAB, Event::PassOnPressed(Start::Own(id())));
    let [
        Effect::PassOn {
            route: Route::TakeIn(text),
            ..
        },
    ] = own.as_slice()
    else {
        panic!("{own:?}")
    };
    assert_eq!(read(text), read(TEXT));
}

#[test]
fn where_nothing_can_be_passed_on_the_address_is_copied_or_shown() {
    let mut device = opened(Set::new(), false);
    let address = "https://example.org/#/routine/morning".to_owned();
    for (copied, notice) in [
        (Ok(()), Notice::AddressCopied),
        (
            Err(ClipboardError::Missing),
            Notice::AddressNotCopied {
                address: address.clone(),
            },
        ),
    ] {
        device.happens(TAB, Happening::NoticeRead);
        let address = address.clone();
        device.happens(TAB, Event::AddressCopied { address, copied });
        assert_eq!(device.told(TAB), [notice]);
    }
    let said = view::notice(device.model(TAB)).expect("a notice").words;
    assert!(said.ends_with(&address), "{said}");
}

#[test]
fn a_file_that_the_device_opens_is_looked_at() {
    let mut device = opened(Set::new(), false);
    let effects = device.happens(TAB, Event::Opened(Ok(TEXT.to_owned())));
    let to = Route::TakeIn(TEXT.to_owned());
    assert_eq!(effects, [Effect::GoTo(to.clone())]);
    assert_eq!(device.model(TAB).context.route, to);
    let effects = device.happens(TAB, Event::Opened(Err(FileError::NoText)));
    assert_eq!(effects, []);
    assert_eq!(device.told(TAB), [Notice::FileNotRead]);
}

#[test]
fn what_another_tab_keeps_or_removes_is_known_here() {
    let mut device = opened(Set::new(), false);
    let there = device.open();
    device.happens(there, Event::KeepPressed(Box::new(read(TEXT))));
    assert_eq!(own_titles(&device), ["After a long drive"]);
    device.happens(there, Event::RemovePressed(id()));
    assert_eq!(own_titles(&device), [""; 0]);
}
