//! Bad records, systematically: from the full example of each kind, every field changed in every way that a broken
//! disk, another program or a wrong clock might change it. Reading one never panics; what is read makes sense, and
//! stays the same when it is printed and read again. A snapshot lists which changes are read, and which are refused and
//! put aside, so that any difference is noticed.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::kinds::{KINDS, Kind, example};
use limber::domain::session::Session;
use limber::store::{self, Unreadable};
use limber::text::{Locale, en};
use serde_json::{Value, json};

/// The replacements to try for a value, each with its name; `None` removes the value.
fn changes(was: &Value) -> Vec<(&'static str, Option<Value>)> {
    let mut all = vec![
        ("missing", None),
        ("null", Some(Value::Null)),
        ("true", Some(json!(true))),
        ("0", Some(json!(0))),
        ("7", Some(json!(7))),
        ("-1", Some(json!(-1))),
        ("0.5", Some(json!(0.5))),
        ("100000", Some(json!(100_000))),
        ("2^32", Some(json!(1_u64 << 32))),
        ("year 275760", Some(json!(8_640_000_000_000_000_u64))),
        ("2^64 - 1", Some(json!(u64::MAX))),
        ("1e308", Some(json!(1e308))),
        ("\"NaN\"", Some(json!("NaN"))),
        ("\"\"", Some(json!(""))),
        ("[]", Some(json!([]))),
        ("{}", Some(json!({}))),
    ];
    if let Value::Array(items) = was
        && let Some(first) = items.first()
    {
        let times = |count: usize| Some(Value::Array(vec![first.clone(); count]));
        all.extend([("one twice", times(2)), ("10,000 items", times(10_000))]);
    }
    if let Value::Object(fields) = was {
        let mut more = fields.clone();
        more.insert("unheard-of".to_owned(), json!([1]));
        all.push(("one field more", Some(Value::Object(more))));
    }
    all
}

/// Collects the place of every value in a record, as JSON pointers, in order.
fn places(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                places(field, &format!("{here}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{here}/{index}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The record with the value in one place changed; `None` if it can't be removed there.
fn changed(record: &Value, place: &str, change: Option<Value>) -> Option<Value> {
    let mut record = record.clone();
    if let Some(value) = change {
        *record.pointer_mut(place)? = value;
        return Some(record);
    }
    let (parent, name) = place.rsplit_once('/')?;
    match record.pointer_mut(parent)? {
        Value::Object(fields) => fields.remove(name).map(drop)?,
        Value::Array(items) => drop(items.remove(name.parse().ok()?)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return None,
    }
    Some(record)
}

/// Reads a record, and checks that the result makes sense and survives being printed and read again.
fn read(kind: Kind, kept: &str) -> Result<Value, Unreadable> {
    let printed = (kind.again)(kept)?;
    assert_eq!(
        (kind.again)(&printed),
        Ok(printed.clone()),
        "{}: {kept:.300}",
        kind.name
    );
    let value: Value = serde_json::from_str(&printed).expect("what is printed is JSON");
    makes_sense(kind, &value["data"]);
    Ok(value)
}

/// A day in milliseconds, and the last moment that a record may hold: the end of the year 9999.
const DAY_MS: i64 = 86_400_000;
const LAST_MS: i64 = 253_402_300_799_999;

/// Checks what must hold for every record that could be read.
fn makes_sense(kind: Kind, data: &Value) {
    let whole = |field: &str| {
        data[field]
            .as_i64()
            .unwrap_or_else(|| panic!("{field}: {data:.300}"))
    };
    let in_order = |earlier: &str, later: &str| {
        let (earlier, later) = (whole(earlier), whole(later));
        assert!(
            0 <= earlier && earlier <= later && later <= LAST_MS,
            "{earlier} {later}"
        );
    };
    let each_once = |list: &Value| {
        let list = list.as_array().expect("a list");
        let each: BTreeSet<_> = list.iter().filter_map(Value::as_str).collect();
        assert_eq!(each.len(), list.len(), "{list:?}");
    };
    match kind.name {
        "settings" => {
            for level in ["voice_volume", "tone_volume"] {
                assert!((0.0..=1.0).contains(&data[level].as_f64().expect("a number")));
            }
        }
        "person" => ["/body/cautions", "/body/left_out", "/things"]
            .iter()
            .for_each(|list| each_once(data.pointer(list).expect("a list"))),
        "check-in" => assert!((whole("at") / DAY_MS - whole("day")).abs() <= 2, "{data}"),
        "screening" => {
            each_once(&data["signs"]);
            if !data["assessed"].is_null() {
                in_order("at", "assessed");
            }
        }
        "history" => {
            in_order("started", "ended");
            assert_ne!(data["routine"], "");
        }
        "playing" => {
            in_order("started", "seen");
            assert_ne!(data["routine"]["id"], "");
        }
        _ => assert_ne!(data["id"], ""),
    }
    for done in data["done"].as_array().into_iter().flatten() {
        let seconds = |field: &str| done[field].as_f64().expect("a number");
        assert!(
            (0.0..=86_400.0).contains(&seconds("held"))
                && (0.0..=86_400.0).contains(&seconds("planned"))
        );
        assert!(
            done["set"].as_u64() >= Some(1) && done["posture"] != "",
            "{done}"
        );
    }
}

/// Whether two values are the same; whole numbers may be written differently, as in 1 and 1.0.
fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .all(|(name, value)| other.get(name).is_some_and(|it| is_same(value, it)))
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .zip(other)
                    .all(|(one, other)| is_same(one, other))
        }
        (Value::Number(_), Value::Number(_)) => one == other || one.as_f64() == other.as_f64(),
        (one, other) => one == other,
    }
}

/// Whether an error names the place that was changed: the place itself, something in it, or its direct parent.
fn leads_to(named: &str, place: &str) -> bool {
    fn parts(place: &str) -> Vec<&str> {
        place.split('/').filter(|part| !part.is_empty()).collect()
    }
    let named = parts(named);
    let changed = parts(place.strip_prefix("/data").unwrap_or(place));
    // When a moment and a day contradict each other, the error names the day.
    if (named.as_slice(), changed.as_slice()) == (&["day"], &["at"]) {
        return true;
    }
    let near = named.len() + 1 >= changed.len() && named.is_empty() == changed.is_empty();
    near && named.iter().zip(&changed).all(|(one, other)| one == other) || changed.is_empty()
}

/// One line of the table: which changes to this place are read.
fn line(kind: Kind, record: &Value, place: &str) -> String {
    let was = record.pointer(place).expect("a place");
    let mut taken = Vec::new();
    for (name, change) in changes(was) {
        let Some(record) = changed(record, place, change) else {
            continue;
        };
        match read(kind, &record.to_string()) {
            Ok(again) if is_same(&again, &record) => taken.push(name.to_owned()),
            Ok(_) => taken.push(format!("({name})")),
            Err(Unreadable::Newer { found }) => taken.push(format!("{name}: newer, {found}")),
            Err(
                Unreadable::Malformed { place: named } | Unreadable::Senseless { place: named },
            ) => {
                assert!(
                    leads_to(&named, place),
                    "{}{place}: {name}: {named}",
                    kind.name
                );
            }
        }
    }
    if taken.is_empty() {
        "-".to_owned()
    } else {
        taken.join(", ")
    }
}

/// The examples to change, with the part of each: each kind's full example, and what others have in place of a part.
const CHANGED: [(&str, &str); 9] = [
    ("settings-1", ""),
    ("person-1", ""),
    ("person-1-oldest", "/data/emergency"),
    ("check-in-1", ""),
    ("screening-1", ""),
    ("playing-1", ""),
    ("playing-1-oldest", "/data/point"),
    ("history-1", ""),
    ("routine-1", ""),
];

#[test]
fn what_is_taken_of_records_that_were_changed_is_as_it_was() {
    let mut table = "What is read when it stands in a place of a record; in parentheses, as something else. All other changes are refused.\n".to_owned();
    for (name, below) in CHANGED {
        let kind = KINDS
            .into_iter()
            .find(|kind| name.starts_with(kind.name))
            .expect("a kind");
        // As it would be stored today, including fields which did not exist when it was written.
        let record = read(kind, &example(name)).expect("a record");
        let mut all = Vec::new();
        places(&record, "", &mut all);
        // Writing to a string never fails.
        let _ = writeln!(table, "\n{name}");
        for place in all.iter().filter(|place| place.starts_with(below)) {
            let _ = writeln!(table, "  {place:40} {}", line(kind, &record, place));
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn a_snapshot_with_ten_thousand_of_anything_is_gone_on_with_or_refused() {
    let record: Value = serde_json::from_str(&example("playing-1")).expect("JSON");
    let mut all = Vec::new();
    places(&record, "", &mut all);
    for place in all {
        let Some((_, many)) = changes(record.pointer(&place).expect("a place"))
            .into_iter()
            .find(|(name, _)| *name == "10,000 items")
        else {
            continue;
        };
        let kept = changed(&record, &place, many)
            .expect("a record")
            .to_string();
        if let Ok(snapshot) = store::read_snapshot(&kept) {
            let now = snapshot.seen;
            drop(Session::restore(
                snapshot,
                Locale::EnGb.phrasing(),
                true,
                now,
            ));
        }
    }
}

#[test]
fn a_record_that_was_cut_short_or_is_none_is_refused() {
    for kind in KINDS {
        let kept = example(&format!("{}-1", kind.name));
        let whole = kept.trim_end();
        let cuts = whole.char_indices().map(|(at, _)| at).step_by(7);
        let cut = cuts.map(|at| whole[..at].to_owned());
        let others = [
            "",
            " ",
            "null",
            "[]",
            "{}",
            "7",
            "limber",
            "{\"version\":1}",
            "\u{0}",
            "{\"version\":1,\"data\":{}}",
        ];
        let doubled = format!("{whole}{whole}");
        let deep = format!("{{\"version\":1,\"data\":{}", "[".repeat(100_000));
        for bad in cut.chain(others.map(str::to_owned)).chain([doubled, deep]) {
            let read = (kind.again)(&bad);
            assert!(
                matches!(read, Err(Unreadable::Malformed { .. })),
                "{}: {bad:.200}: {read:?}",
                kind.name
            );
        }
    }
}

#[test]
fn one_kind_is_not_taken_for_another() {
    for kind in KINDS {
        for other in KINDS.iter().filter(|other| other.name != kind.name) {
            let read = (kind.again)(&example(&format!("{}-1", other.name)));
            assert!(read.is_err(), "{} as {}: {read:?}", other.name, kind.name);
        }
    }
}

#[test]
fn each_kind_that_cannot_be_read_is_called_by_a_name_of_its_own() {
    let called: BTreeSet<_> = KINDS
        .iter()
        .map(|kind| en::unreadable(kind.name, ""))
        .collect();
    assert_eq!(called.len(), KINDS.len());
    assert!(!called.contains(&en::unreadable("of another kind", "")));
}
