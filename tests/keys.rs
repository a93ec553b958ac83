//! The names under which records are stored.

use std::iter::successors;
use std::time::Duration;

use crate::device::NOON;
use crate::kinds::KINDS;
use limber::app::records::needed;
use limber::domain::own::OwnId;
use limber::domain::person::{EmergencyNumber, Person};
use limber::domain::time::Moment;
use limber::format::other::{Other, other};
use limber::store::{PREFIX, RecordKey, RecordStamp, Settings, print_person, print_settings};
use serde_json::Value;

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
            RecordKey::Session(made),
            "limber/history/1795000000000-0000001f",
        ),
        (
            RecordKey::Own(OwnId::of("a")),
            "limber/routine/own-af63dc4c8601ec8c",
        ),
        (
            RecordKey::Playing(made).quarantined(Moment::from_millis(7)),
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
        RecordKey::Playing(_) => Some(RecordKey::Session(made)),
        RecordKey::Session(_) => Some(RecordKey::Own(OwnId::of("a"))),
        RecordKey::Own(_) => Some(RecordKey::Settings.quarantined(made.at)),
        RecordKey::Quarantined { .. } => None,
    }
}

#[test]
fn no_kind_is_written_that_is_never_found_again() {
    let mut kinds = Vec::new();
    for key in successors(Some(RecordKey::Settings), next) {
        assert_eq!(RecordKey::named(&key.to_string()).as_ref(), Some(&key));
        if !matches!(key, RecordKey::Quarantined { .. }) {
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
    let aside = RecordKey::Settings.quarantined(Moment::from_millis(7));
    assert_eq!(aside.before_quarantine(), Some(RecordKey::Settings));
    assert_eq!(RecordKey::Settings.before_quarantine(), None);
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
        |nth| RecordKey::Session(RecordStamp::new(Moment::from_millis(nth), 1)).to_string();
    let settings = RecordKey::Settings.to_string();
    let mut all: Vec<_> = (1_000..4_650).map(history).collect();
    all.push(settings.clone());
    all.push(RecordKey::Settings.quarantined(NOON).to_string());
    let read = needed(&all, NOON);
    assert_eq!(read.len(), 61);
    assert!(read.contains(&settings));
    assert!(read.contains(&history(4_649)));
    assert!(!read.contains(&history(4_589)));
}

#[test]
fn sessions_that_a_wrong_clock_dated_in_the_future_crowd_out_none() {
    let history = |at: Moment| RecordKey::Session(RecordStamp::new(at, 1)).to_string();
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

/// Scripts that can't ask the store: what they know of its keys and shapes is what it writes.
#[test]
fn the_document_and_the_worker_know_the_keys_as_they_are() {
    let read = |name: &str| std::fs::read_to_string(name).unwrap();
    let (document, worker) = (read("index.html"), read("public/sw.js"));
    let asked = document.split("kept(\"").skip(1);
    let asked: Vec<_> = asked.filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(asked, ["settings", "person"]);
    for name in asked {
        assert!(
            RecordKey::named(&format!("{PREFIX}{name}")).is_some(),
            "{name}"
        );
    }
    assert!(document.contains(&format!("`{PREFIX}${{name}}`")));
    assert!(document.contains(&format!("startsWith(\"{PREFIX}\")")));
    let settings: Value = serde_json::from_str(&print_settings(&Settings::default())).unwrap();
    let of_data = |path: &str| settings["data"].pointer(path).is_some();
    assert!(of_data("/theme") && of_data("/figure/skin"));
    let person = Person {
        emergency: Some(EmergencyNumber::Own("112".to_owned())),
        ..Person::default()
    };
    let person: Value = serde_json::from_str(&print_person(&person)).unwrap();
    assert_eq!(
        person.pointer("/data/emergency/number"),
        Some(&"112".into())
    );
    let playing = RecordKey::Playing(RecordStamp::new(NOON, 1)).to_string();
    let prefix = worker.split("name.startsWith(\"").nth(1).unwrap();
    let prefix = prefix.split('"').next().unwrap();
    assert!(playing.starts_with(prefix) && prefix.ends_with('/'));
}

#[test]
fn a_saved_file_is_known_by_its_keys() {
    let settings = print_settings(&Settings::default());
    let saved = serde_json::json!({ RecordKey::Settings.to_string(): settings });
    let saved = serde_json::to_string_pretty(&saved).unwrap();
    assert_eq!(other(&saved), Some(Other::Backup));
}
