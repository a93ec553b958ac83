//! Reads records field by field.
//!
//! The readers that serde derives are compiled separately for each record, and made up a good part of the page. Here a
//! text is parsed into a [`Value`] once, and every record is read from that.

use serde_json::Value;

use super::Unreadable;
use crate::domain::time::Moment;

/// A type that can be read from a value in a record.
pub(super) trait Read: Sized {
    fn read(kept: &Value) -> Result<Self, Unreadable>;
}

/// The fields of a record, or of a part of one. Unknown fields are ignored.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields<'a>(&'a Value);

impl<'a> Fields<'a> {
    pub(super) fn of(kept: &'a Value) -> Result<Self, Unreadable> {
        if kept.is_object() {
            Ok(Self(kept))
        } else {
            Err(Unreadable::malformed())
        }
    }

    /// Reads a field. A missing one is read as null, which only an [`Option`] accepts.
    pub(super) fn get<T: Read>(self, name: &str) -> Result<T, Unreadable> {
        self.with(name, T::read)
    }

    /// Reads a field with `read`.
    pub(super) fn with<T>(
        self,
        name: &str,
        read: impl FnOnce(&'a Value) -> Result<T, Unreadable>,
    ) -> Result<T, Unreadable> {
        read(&self.0[name]).map_err(|error| error.within(name))
    }

    /// Reads a field, or returns `older` if an older Limber did not write it.
    pub(super) fn get_or<T: Read>(self, name: &str, older: T) -> Result<T, Unreadable> {
        self.with_or(name, older, T::read)
    }

    /// Like [`Self::get_or`], reading the field with `read`.
    pub(super) fn with_or<T>(
        self,
        name: &str,
        older: T,
        read: impl FnOnce(&'a Value) -> Result<T, Unreadable>,
    ) -> Result<T, Unreadable> {
        match self.0.get(name) {
            Some(_) => self.with(name, read),
            None => Ok(older),
        }
    }

    /// Reads a field with a name that identifies something else, and so must not be empty.
    pub(super) fn name(self, field: &str) -> Result<String, Unreadable> {
        let name = self.get::<String>(field)?;
        if name.is_empty() {
            return Err(Unreadable::malformed().within(field));
        }
        Ok(name)
    }
}

/// Reads one of several kinds: its name, and its contents.
pub(super) fn kind(kept: &Value) -> Result<(&str, &Value), Unreadable> {
    let mut fields = kept.as_object().into_iter().flatten();
    match (fields.next(), fields.next()) {
        (Some((name, held)), None) => Ok((name, held)),
        _ => Err(Unreadable::malformed()),
    }
}

/// The items of a list.
fn items(kept: &Value) -> Result<&[Value], Unreadable> {
    let items = kept.as_array().ok_or_else(Unreadable::malformed)?;
    Ok(items)
}

/// Reads a list, each item with `read`.
pub(super) fn each<T>(
    kept: &Value,
    mut read: impl FnMut(&Value) -> Result<T, Unreadable>,
) -> Result<Vec<T>, Unreadable> {
    let numbered = items(kept)?.iter().enumerate();
    let read =
        |(number, item): (usize, _)| read(item).map_err(|error| error.within(&number.to_string()));
    numbered.map(read).collect()
}

/// Reads a list of two items, each with its own reader.
pub(super) fn pair<A, B>(
    kept: &Value,
    first: impl FnOnce(&Value) -> Result<A, Unreadable>,
    second: impl FnOnce(&Value) -> Result<B, Unreadable>,
) -> Result<(A, B), Unreadable> {
    let [one, other] = items(kept)? else {
        return Err(Unreadable::malformed());
    };
    let one = first(one).map_err(|error| error.within("0"))?;
    let other = second(other).map_err(|error| error.within("1"))?;
    Ok((one, other))
}

/// Reads a value that may be null, with `read` if it isn't.
pub(super) fn maybe<T>(
    kept: &Value,
    read: impl FnOnce(&Value) -> Result<T, Unreadable>,
) -> Result<Option<T>, Unreadable> {
    if kept.is_null() {
        return Ok(None);
    }
    read(kept).map(Some)
}

/// Reads a number from `least` to `most`.
pub(super) fn bounded(kept: &Value, least: f64, most: f64) -> Result<f64, Unreadable> {
    let given = f64::read(kept)?;
    if (least..=most).contains(&given) {
        Ok(given)
    } else {
        Err(Unreadable::senseless())
    }
}

impl Read for String {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        let text = kept.as_str().ok_or_else(Unreadable::malformed)?;
        Ok(text.to_owned())
    }
}

impl Read for bool {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        kept.as_bool().ok_or_else(Unreadable::malformed)
    }
}

impl Read for f64 {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        kept.as_f64().ok_or_else(Unreadable::malformed)
    }
}

impl Read for i64 {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        kept.as_i64().ok_or_else(Unreadable::malformed)
    }
}

impl Read for u64 {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        kept.as_u64().ok_or_else(Unreadable::malformed)
    }
}

impl Read for u32 {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        Self::try_from(u64::read(kept)?).map_err(|_| Unreadable::malformed())
    }
}

impl Read for u8 {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        Self::try_from(u64::read(kept)?).map_err(|_| Unreadable::malformed())
    }
}

impl Read for usize {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        Self::try_from(u64::read(kept)?).map_err(|_| Unreadable::malformed())
    }
}

/// The latest moment a record can hold, in milliseconds since the start of 1970: the end of the year 9999. No clock is
/// that wrong, and days, years and the browser's own dates can be calculated for anything before it.
const LAST: u64 = 253_402_300_799_999;

impl Read for Moment {
    /// Reads milliseconds since the start of 1970.
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        match u64::read(kept)? {
            millis @ ..=LAST => Ok(Self::from_millis(millis)),
            _ => Err(Unreadable::malformed()),
        }
    }
}

impl<T: Read> Read for Option<T> {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        maybe(kept, T::read)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        each(kept, T::read)
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(kept: &Value) -> Result<Self, Unreadable> {
        pair(kept, A::read, B::read)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read<T: Read>(kept: &Value) -> Result<T, Unreadable> {
        Fields::of(kept).and_then(|fields| fields.get("it"))
    }

    #[test]
    fn what_is_not_there_or_of_another_kind_is_told_by_its_place() {
        let table = [
            (read::<String>(&json!({})).err(), "it"),
            (read::<u32>(&json!({"it": -1})).err(), "it"),
            (read::<u32>(&json!({"it": 1.5})).err(), "it"),
            (read::<u8>(&json!({"it": 256})).err(), "it"),
            (read::<Vec<bool>>(&json!({"it": [true, 1]})).err(), "it/1"),
            (read::<(f64, f64)>(&json!({"it": [1, 2, 3]})).err(), "it"),
            (
                read::<Vec<(String, Option<f64>)>>(&json!({"it": [["a", 1], ["b", "c"]]})).err(),
                "it/1/1",
            ),
            (read::<f64>(&json!([1])).err(), ""),
        ];
        for (error, place) in table {
            let place = place.to_owned();
            assert_eq!(error, Some(Unreadable::Malformed { place }));
        }
    }

    #[test]
    fn a_choice_that_nobody_knows_makes_no_sense_in_its_place() {
        use crate::domain::posture::Side;

        let place = "it/1".to_owned();
        assert_eq!(
            read::<Vec<Side>>(&json!({"it": ["left", "above"]})),
            Err(Unreadable::Senseless { place })
        );
        assert_eq!(read(&json!({"it": "right"})), Ok(Side::Right));
    }

    #[test]
    fn nothing_is_read_as_nothing_whether_it_was_written_or_not() {
        for kept in [json!({"it": null}), json!({"other": 1})] {
            assert_eq!(read::<Option<f64>>(&kept), Ok(None));
        }
        assert_eq!(read(&json!({"it": 1})), Ok(Some(1.0)));
    }

    #[test]
    fn only_a_field_that_is_not_there_is_taken_for_an_older_one() {
        let or_7 = |kept: &Value| Fields::of(kept).and_then(|fields| fields.get_or("it", 7_u32));
        assert_eq!(or_7(&json!({})), Ok(7));
        assert_eq!(or_7(&json!({"it": 3})), Ok(3));
        assert!(or_7(&json!({"it": null})).is_err());
    }

    #[test]
    fn one_of_several_kinds_is_one() {
        assert_eq!(kind(&json!({"hold": 30})), Ok(("hold", &json!(30))));
        for kept in [json!({}), json!({"hold": 30, "rest": 30}), json!("hold")] {
            assert!(kind(&kept).is_err(), "{kept}");
        }
    }
}
