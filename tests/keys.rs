//! The names under which records are stored.

use std::iter::successors;
use std::time::Duration;

use crate::device::NOON;
use crate::kinds::KINDS;
use limber::app::records::needed;
use limber::domain::own::OwnId;
use limber::domain::time::Moment;
use limber::store::{RecordKey, RecordStamp};

#[test]
fn every_key_is_found_again_by_its_name() {
    let made = RecordStamp::new(Moment::from_millis(1_795_000_000_000), 0x1f);
    let keys = [
        (RecordKey::Settings, "limber/settings"),
        (RecordKey::Person, "limber/person"),
        (
            RecordKey::CheckIn(made),
            "limber/check-in/1795000000000-0000001f",
        ),
        (
            RecordKey::Screening(made),
            "limber/screening/1795000000000-0000001f",
        ),
        (
            RecordKey::Playing(made),
            "limber/playing/1795000000000-0000001f",
        ),
        (
            RecordKey::History(made),
            "limber/history/1795000000000-0000001f",
        ),
        (
            RecordKey::Own(OwnId::of("a")),
            "limber/routine/own-af63dc4c8601ec8c",
        ),
        (
            RecordKey::Playing(made).aside(Moment::from_millis(7)),
            "limber/aside/7/playing/1795000000000-0000001f",
        ),
    ];
    for (key, name) in keys {
        assert_eq!(key.to_string(), name);
        assert_eq!(RecordKey::named(name), Some(key));
    }
}

/// The key after this one in a list with one key of each kind. For a new kind, the compiler asks for its place here.
fn next(key: &RecordKey) -> Option<RecordKey> {
    let made = RecordStamp::new(Moment::from_millis(1_795_000_000_000), 0x1f);
    match key {
        RecordKey::Settings => Some(RecordKey::Person),
        RecordKey::Person => Some(RecordKey::CheckIn(made)),
        RecordKey::CheckIn(_) => Some(RecordKey::Screening(made)),
        RecordKey::Screening(_) => Some(RecordKey::Playing(made)),
        RecordKey::Playing(_) => Some(RecordKey::History(made)),
        RecordKey::History(_) => Some(RecordKey::Own(OwnId::of("a"))),
        RecordKey::Own(_) => Some(RecordKey::Settings.aside(made.at)),
        RecordKey::Aside { .. } => None,
    }
}

#[test]
fn no_kind_is_written_that_is_never_found_again() {
    let mut kinds = Vec::new();
    for key in successors(Some(RecordKey::Settings), next) {
        assert_eq!(RecordKey::named(&key.to_string()).as_ref(), Some(&key));
        if !matches!(key, RecordKey::Aside { .. }) {
            let name = key.to_string();
            kinds.push(name.split('/').nth(1).unwrap().to_owned());
        }
    }
    assert_eq!(
        kinds,
        KINDS.map(|kind| kind.name),
        "`tests/kinds` has them all"
    );
}

#[test]
fn what_was_put_aside_knows_where_it_was() {
    let aside = RecordKey::Settings.aside(Moment::from_millis(7));
    assert_eq!(aside.before_aside(), Some(RecordKey::Settings));
    assert_eq!(RecordKey::Settings.before_aside(), None);
}

#[test]
fn other_names_are_no_keys() {
    for name in [
        "",
        "limber",
        "limber/",
        "limber/settings/2",
        "limber/history/",
        "limber/history/7",
        "limber/history/x-1",
        "limber/history/007-00000001",
        "limber/history/7-1",
        "limber/routine/morning",
        "limber/aside/settings",
        "limber-latest-write",
        "other/settings",
    ] {
        assert_eq!(RecordKey::named(name), None, "{name}");
    }
}

#[test]
fn only_the_latest_sessions_are_read_when_the_page_opens() {
    let history =
        |nth| RecordKey::History(RecordStamp::new(Moment::from_millis(nth), 1)).to_string();
    let settings = RecordKey::Settings.to_string();
    let mut all: Vec<_> = (1_000..4_650).map(history).collect();
    all.push(settings.clone());
    all.push(RecordKey::Settings.aside(NOON).to_string());
    let read = needed(&all, NOON);
    assert_eq!(read.len(), 61);
    assert!(read.contains(&settings));
    assert!(read.contains(&history(4_649)));
    assert!(!read.contains(&history(4_589)));
}

#[test]
fn sessions_that_a_wrong_clock_dated_in_the_future_crowd_out_none() {
    let history = |at: Moment| RecordKey::History(RecordStamp::new(at, 1)).to_string();
    let year = Duration::from_hours(24 * 365);
    let mut names: Vec<_> = (0..100)
        .map(|nth| history(NOON + year + Duration::from_secs(nth)))
        .collect();
    let real = history(NOON - Duration::from_secs(60));
    names.push(real.clone());
    let needed_now = needed(&names, NOON);
    assert!(needed_now.contains(&real) && needed_now.len() == 60);
    assert_eq!(needed(&names, NOON + year + year).len(), 60);
}
