//! A routine that somebody passed on: looked at, kept, played, removed, and passed on again.

#![expect(clippy::expect_used, reason = "what is missing is a failed test")]

use limber::app::view::{self, Filter, TakingIn};
use limber::app::{
    Effect, Event, Model, Notice, Over, OwnEvent, Route, Start, Telling, needed, update,
};
use limber::device::{ClipboardError, FileError};
use limber::domain::body::Caution;
use limber::domain::few::Set;
use limber::domain::own::OwnId;
use limber::domain::routine::Routine;
use limber::domain::screening::{Scope, Screening, Sign};
use limber::domain::time::Moment;
use limber::store::{keys, print_routine, print_screening, read_routine};
use limber::text::{Locale, en};

const NOON: Moment = Moment::from_millis(1_795_000_000_000);
const TEXT: &str = "routine: After a long drive\n90-90-rest: rest 2 min\npigeon: hold 30 s\n";

/// The routine of a text, as the screen takes it in.
fn read(text: &str) -> Routine {
    limber::format::routine::read(text, en::NAMELESS)
        .expect("a routine")
        .routine
}

fn id() -> OwnId {
    OwnId::named(&read(TEXT).id).expect("its own id")
}

fn happens(model: &mut Model, event: OwnEvent) -> Vec<Effect> {
    update(model, Event::Own(event), NOON)
}

/// Opened by someone who has answered the questions about warning signs with these, and has this kept.
fn opened(signs: Set<Sign>, kept: &[(String, String)]) -> Model {
    let screening = Screening {
        at: NOON,
        scope: Scope::Everything,
        signs,
        assessed: None,
    };
    let mut kept = kept.to_vec();
    kept.push((keys::screening(NOON, 1), print_screening(&screening)));
    let names: Vec<_> = kept.iter().map(|(key, _)| key.clone()).collect();
    assert_eq!(needed(&names).len(), names.len(), "all of it is asked for");
    let mut model = Model::new(Locale::EnGb, Route::Question);
    let opened = Event::Opened {
        kept: Ok(kept),
        keys: names,
        tab: 7,
        east: 0,
    };
    update(&mut model, opened, NOON);
    model
}

/// Someone who has taken it in.
fn with_it() -> Model {
    let mut model = opened(Set::new(), &[]);
    happens(&mut model, OwnEvent::KeepPressed(TEXT.to_owned()));
    model
}

fn own_titles(model: &Model) -> Vec<String> {
    let shown = view::library(model, &Filter::default());
    shown.own.into_iter().map(|card| card.title).collect()
}

#[test]
fn it_is_looked_at_first_and_is_there_once_it_is_kept() {
    let mut model = opened(Set::new(), &[]);
    let TakingIn::Routine { shown, known, .. } = view::taking_in(&model, TEXT, NOON) else {
        panic!("it can be read")
    };
    assert_eq!(
        (shown.title.as_str(), shown.steps.len(), known),
        ("After a long drive", 2, None)
    );
    assert_eq!(own_titles(&model), [""; 0]);

    let effects = happens(&mut model, OwnEvent::KeepPressed(TEXT.to_owned()));
    let text = print_routine(&read(TEXT));
    let kept = Effect::Keep {
        key: keys::own(id()),
        text,
        over: Over::Anything,
    };
    assert_eq!(effects, [kept, Effect::GiveWay(Route::Own(id()))]);
    assert_eq!(own_titles(&model), ["After a long drive"]);
    let TakingIn::Routine { known, .. } = view::taking_in(&model, TEXT, NOON) else {
        panic!("it can be read")
    };
    assert_eq!(known, Some(Route::Own(id())), "nobody keeps it twice");
}

#[test]
fn it_is_there_when_the_page_is_opened_again() {
    let text = print_routine(&read(TEXT));
    assert_eq!(read_routine(&text).expect("it can be read").0, id());
    let model = opened(Set::new(), &[(keys::own(id()), text)]);
    assert_eq!(own_titles(&model), ["After a long drive"]);
}

#[test]
fn what_cannot_be_led_is_not_kept_and_says_why() {
    let mut model = opened(Set::new(), &[]);
    let wrong = "routine: Wrong\npenguin: hold 30 s";
    let TakingIn::Wrong(faults) = view::taking_in(&model, wrong, NOON) else {
        panic!("it cannot be read")
    };
    assert_eq!(faults.len(), 1);
    assert!(
        faults[0].starts_with("Line 2: Limber knows no posture “penguin”."),
        "{faults:?}"
    );
    assert_eq!(
        happens(&mut model, OwnEvent::KeepPressed(wrong.to_owned())),
        []
    );
    assert_eq!(view::taking_in(&model, " \n", NOON), TakingIn::Nothing);
}

#[test]
fn what_is_not_taken_or_taken_otherwise_is_shown_with_it() {
    let model = opened(Set::new(), &[]);
    let mail = "Hi Sam,\npidgeon: 2–3 min\nSee you\n";
    let TakingIn::Routine {
        shown,
        taken_as,
        aside,
        ..
    } = view::taking_in(&model, mail, NOON)
    else {
        panic!("it can be read")
    };
    assert_eq!(shown.title, en::NAMELESS);
    assert_eq!(
        taken_as,
        [
            "Line 2: “pidgeon” is taken for Pigeon.",
            "Line 2: “2-3 min” is taken as “hold 2 min”."
        ]
    );
    assert_eq!(aside, ["Hi Sam,", "See you"]);

    let long = format!("pigeon\n{}", "a\n".repeat(1_000));
    let TakingIn::Routine { aside, .. } = view::taking_in(&model, &long, NOON) else {
        panic!("it can be read")
    };
    assert_eq!(aside.len(), 41);
    assert_eq!(aside[40], "… and 960 lines more");
}

#[test]
fn who_looks_elsewhere_in_the_midst_of_writing_finds_it_again() {
    let mut model = opened(Set::new(), &[]);
    let unfinished = "routine: Mine\npigeon: hold".to_owned();
    let effects = happens(&mut model, OwnEvent::Written(unfinished.clone()));
    assert_eq!(effects, [Effect::BearInAddress(Route::TakeIn(unfinished))]);
}

#[test]
fn it_is_changed_to_suit_the_body_like_any_other() {
    let mut model = with_it();
    let knees = Telling::Caution(Caution::Knees, true);
    update(&mut model, Event::Told(knees), NOON);
    let shown = view::routine(&model, Start::Own(id()), NOON).expect("it is there");
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
    let text = print_routine(&read(TEXT));
    let kept = [(keys::own(id()), text)];
    let mut free = opened(Set::new(), &kept);
    update(&mut free, Event::StartPressed(Start::Own(id())), NOON);
    assert!(free.playing.is_some());
    let mut locked = opened(Set::from([Sign::Saddle]), &kept);
    update(&mut locked, Event::StartPressed(Start::Own(id())), NOON);
    assert!(locked.playing.is_none());
}

#[test]
fn one_that_was_removed_is_put_back_with_one_tap() {
    let mut model = with_it();
    let effects = happens(&mut model, OwnEvent::RemovePressed(id()));
    let forgotten = Effect::Forget {
        key: keys::own(id()),
    };
    assert_eq!(effects, [forgotten, Effect::GoTo(Route::Library)]);
    let shown = view::library(&model, &Filter::default());
    assert_eq!(shown.own, []);
    assert_eq!(
        shown.removed.as_deref(),
        Some("“After a long drive” is removed.")
    );
    happens(&mut model, OwnEvent::PutBackPressed);
    assert_eq!(own_titles(&model), ["After a long drive"]);
    assert_eq!(view::library(&model, &Filter::default()).removed, None);
}

#[test]
fn an_address_of_one_that_is_not_here_leads_to_the_question_and_says_so() {
    let mut model = opened(Set::new(), &[]);
    update(&mut model, Event::AddressChanged(Route::Own(id())), NOON);
    assert_eq!(model.route, Route::Unknown(format!("routine/{}", id())));
}

#[test]
fn the_library_passes_an_address_on_and_ones_own_is_passed_on_whole() {
    let mut model = with_it();
    let of_library = update(
        &mut model,
        Event::PassOnPressed(Start::Routine("morning")),
        NOON,
    );
    let (title, route) = ("Morning".to_owned(), Route::Routine("morning"));
    assert_eq!(of_library, [Effect::PassOn { title, route }]);
    let own = update(&mut model, Event::PassOnPressed(Start::Own(id())), NOON);
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
    let mut model = opened(Set::new(), &[]);
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
        model.notices.clear();
        update(
            &mut model,
            Event::AddressCopied {
                address: address.clone(),
                copied,
            },
            NOON,
        );
        assert_eq!(model.notices, [notice]);
    }
    let said = view::notice(&model).expect("a notice").words;
    assert!(said.ends_with(&address), "{said}");
}

#[test]
fn a_file_that_the_device_opens_is_looked_at() {
    let mut model = opened(Set::new(), &[]);
    let effects = happens(&mut model, OwnEvent::Opened(Ok(TEXT.to_owned())));
    assert_eq!(effects, [Effect::GoTo(Route::TakeIn(TEXT.to_owned()))]);
    assert_eq!(
        happens(&mut model, OwnEvent::Opened(Err(FileError::NoText))),
        []
    );
    assert_eq!(model.notices, [Notice::FileNotRead]);
}

#[test]
fn what_another_tab_keeps_or_removes_is_known_here() {
    let mut model = opened(Set::new(), &[]);
    let key = keys::own(id());
    let text = Some(print_routine(&read(TEXT)));
    update(
        &mut model,
        Event::KeptElsewhere {
            key: key.clone(),
            text,
        },
        NOON,
    );
    assert_eq!(own_titles(&model), ["After a long drive"]);
    update(&mut model, Event::KeptElsewhere { key, text: None }, NOON);
    assert_eq!(own_titles(&model), [""; 0]);
}
