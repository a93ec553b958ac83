//! Reading what a record holds, field by field.
//!
//! What serde derives to read a record is compiled anew for each, and was a good part of the page. Here a text
//! becomes a [`Value`] once, and all records are read from that.

use serde_json::Value;

use super::Unreadable;
use super::names::Named;
use crate::domain::time::Moment;

/// What can be read from a value in a record.
pub(super) trait Read: Sized {
    fn read(kept: &Value) -> Result<Self, Unreadable>;
}

/// The fields of a record, or of a part of one. What it does not know is left alone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields<'a>(&'a Value);

impl<'a> Fields<'a> {
    pub(super) fn of(kept: &'a Value) -> Result<Self, Unreadable> {
        if kept.is_object() {
            Ok(Self(kept))
        } else {
            Err(expected("record"))
        }
    }

    /// What stands in a field. One that is not there is nothing, which only an [`Option`] can be.
    pub(super) fn get<T: Read>(self, name: &str) -> Result<T, Unreadable> {
        T::read(&self.0[name]).map_err(|error| error.within(name))
    }

    /// What stands in a field that an older Limber did not write yet.
    pub(super) fn get_or<T: Read>(self, name: &str, older: T) -> Result<T, Unreadable> {
        match self.0.get(name) {
            Some(_) => self.get(name),
            None => Ok(older),
        }
    }

    /// The name that stands in a field, by which something else is found: never empty.
    pub(super) fn name(self, field: &str) -> Result<String, Unreadable> {
        let name = self.get::<String>(field)?;
        if name.is_empty() {
            return Err(expected("name").within(field));
        }
        Ok(name)
    }

    /// The choice that a field names. What is no choice is told by its place.
    pub(super) fn named<T: Named>(self, name: &str, place: &str) -> Result<T, Unreadable> {
        T::named(&self.get::<String>(name)?, place)
    }

    /// The choice that a field names, if any.
    pub(super) fn maybe_named<T: Named>(
        self,
        name: &str,
        place: &str,
    ) -> Result<Option<T>, Unreadable> {
        let choice = self.get::<Option<String>>(name)?;
        choice.map(|choice| T::named(&choice, place)).transpose()
    }

    /// One of several kinds, in a field: its name, and what it holds.
    pub(super) fn of_kind(self, name: &str) -> Result<(&'a str, &'a Value), Unreadable> {
        kind(&self.0[name]).map_err(|error| error.within(name))
    }

    /// What stands in a list.
    pub(super) fn list(self, name: &str) -> Result<&'a [Value], Unreadable> {
        items(&self.0[name]).map_err(|error| error.within(name))
    }
}

/// One of several kinds: its name, and what it holds.
pub(super) fn kind(kept: &Value) -> Result<(&str, &Value), Unreadable> {
    let mut fields = kept.as_object().into_iter().flatten();
    match (fields.next(), fields.next()) {
        (Some((name, held)), None) => Ok((name, held)),
        _ => Err(expected("kind of it")),
    }
}

/// What stands in a list.
fn items(kept: &Value) -> Result<&[Value], Unreadable> {
    let items = kept.as_array().ok_or_else(|| expected("list"))?;
    Ok(items)
}

/// What is not there, or is something else.
pub(super) fn expected(what: &str) -> Unreadable {
    Unreadable::Malformed(format!("there is no {what}"))
}

impl Read for String {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let text = kept.as_str().ok_or_else(|| expected("text"))?;
        Ok(text.to_owned())
    }
}

impl Read for bool {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        kept.as_bool().ok_or_else(|| expected("true or false"))
    }
}

impl Read for f64 {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        kept.as_f64().ok_or_else(|| expected("number"))
    }
}

impl Read for i64 {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        kept.as_i64().ok_or_else(|| expected("whole number"))
    }
}

impl Read for u64 {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        kept.as_u64().ok_or_else(|| expected("count"))
    }
}

impl Read for u32 {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        Self::try_from(u64::read(kept)?).map_err(|_| expected("count"))
    }
}

impl Read for u8 {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        Self::try_from(u64::read(kept)?).map_err(|_| expected("small count"))
    }
}

impl Read for usize {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        Self::try_from(u64::read(kept)?).map_err(|_| expected("count"))
    }
}

/// The last moment that a record can tell of, in milliseconds since 1970 began: the end of the year 9999. No clock is
/// so wrong; and days, years and the browser's own dates can be reckoned of all that is before it.
const LAST: u64 = 253_402_300_799_999;

impl Read for Moment {
    /// Milliseconds since 1970 began.
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        match u64::read(kept)? {
            millis @ ..=LAST => Ok(Self::from_millis(millis)),
            _ => Err(expected("moment of any year to 9999")),
        }
    }
}

impl<T: Read> Read for Option<T> {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        if kept.is_null() {
            return Ok(None);
        }
        T::read(kept).map(Some)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        items(kept)?.iter().map(T::read).collect()
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let [first, second] = items(kept)? else {
            return Err(expected("pair"));
        };
        Ok((A::read(first)?, B::read(second)?))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn told<T: Read>(kept: &Value) -> Result<T, String> {
        Fields::of(kept)
            .and_then(|fields| fields.get("it"))
            .map_err(|error| error.to_string())
    }

    #[test]
    fn what_is_not_there_or_of_another_kind_is_told_by_its_field() {
        let table = [
            (told::<String>(&json!({})).err(), "it: there is no text"),
            (
                told::<u32>(&json!({"it": -1})).err(),
                "it: there is no count",
            ),
            (
                told::<u32>(&json!({"it": 1.5})).err(),
                "it: there is no count",
            ),
            (
                told::<u8>(&json!({"it": 256})).err(),
                "it: there is no small count",
            ),
            (
                told::<Vec<bool>>(&json!({"it": [true, 1]})).err(),
                "it: there is no true or false",
            ),
            (
                told::<(f64, f64)>(&json!({"it": [1, 2, 3]})).err(),
                "it: there is no pair",
            ),
            (told::<f64>(&json!([1])).err(), "there is no record"),
        ];
        for (error, expected) in table {
            assert_eq!(error.as_deref(), Some(expected));
        }
    }

    #[test]
    fn nothing_is_read_as_nothing_whether_it_was_written_or_not() {
        for kept in [json!({"it": null}), json!({"other": 1})] {
            assert_eq!(told::<Option<f64>>(&kept), Ok(None));
        }
        assert_eq!(told(&json!({"it": 1})), Ok(Some(1.0)));
    }

    #[test]
    fn only_a_field_that_is_not_there_is_taken_for_an_older_one() {
        let read = |kept: &Value| Fields::of(kept).and_then(|fields| fields.get_or("it", 7_u32));
        assert_eq!(read(&json!({})), Ok(7));
        assert_eq!(read(&json!({"it": 3})), Ok(3));
        assert!(read(&json!({"it": null})).is_err());
    }

    #[test]
    fn one_of_several_kinds_is_one() {
        assert_eq!(kind(&json!({"hold": 30})), Ok(("hold", &json!(30))));
        for kept in [json!({}), json!({"hold": 30, "rest": 30}), json!("hold")] {
            assert!(kind(&kept).is_err(), "{kept}");
        }
    }
}
