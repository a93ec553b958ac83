//! Small sets and maps, and sorting.
//!
//! The collections and the sorting of the standard library are made for millions of elements, and compiled separately
//! for every type. Here, where there are dozens, they would make up a good part of the page. Only what is kept by its
//! time may reach thousands over the years: [`sort_by_time`] leaves sorting it to the standard library, which is then
//! compiled for the times alone; and where each finds its place in a [`Set`], it moves a few kilobytes at most.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::{slice, vec};

use super::time::Moment;

/// A small set, kept in order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Set<T>(Vec<T>);

impl<T> Set<T> {
    /// An empty set.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The elements, in order.
    pub fn iter(&self) -> slice::Iter<'_, T> {
        self.0.iter()
    }

    /// Whether the set is empty.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Ord> Set<T> {
    /// Whether an element is in the set.
    pub fn contains<Q: Ord + ?Sized>(&self, thing: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.place(thing).is_ok()
    }

    /// Adds an element. Returns whether it is new.
    pub fn insert(&mut self, thing: T) -> bool {
        let place = self.place(&thing);
        if let Err(place) = place {
            self.0.insert(place, thing);
        }
        place.is_err()
    }

    /// Removes an element. Returns whether it was there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, thing: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        let place = self.place(thing);
        if let Ok(place) = place {
            self.0.remove(place);
        }
        place.is_ok()
    }

    /// The index of an element, or the index at which it would be inserted.
    fn place<Q: Ord + ?Sized>(&self, thing: &Q) -> Result<usize, usize>
    where
        T: Borrow<Q>,
    {
        self.0.binary_search_by(|there| there.borrow().cmp(thing))
    }
}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Ord> Extend<T> for Set<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, things: I) {
        for thing in things {
            self.insert(thing);
        }
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(things: I) -> Self {
        let mut set = Self::new();
        set.extend(things);
        set
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for Set<T> {
    fn from(things: [T; N]) -> Self {
        things.into_iter().collect()
    }
}

impl<T> IntoIterator for Set<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Set<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// A small map, kept in order of its keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Map<K, V>(Vec<(K, V)>);

impl<K: Ord, V> Map<K, V> {
    /// The value for a key.
    pub fn get<Q: Ord + ?Sized>(&self, name: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(name).ok()?;
        self.0.get(place).map(|(_, value)| value)
    }

    /// Sets the value for a key. Returns the previous value.
    pub fn insert(&mut self, name: K, value: V) -> Option<V> {
        match self.place(&name) {
            Ok(place) => Some(std::mem::replace(&mut self.0[place].1, value)),
            Err(place) => {
                self.0.insert(place, (name, value));
                None
            }
        }
    }

    /// Removes a key. Returns its value.
    pub fn remove<Q: Ord + ?Sized>(&mut self, name: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(name).ok()?;
        Some(self.0.remove(place).1)
    }

    /// The keys and values, in order of the keys.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.0.iter().map(|(name, value)| (name, value))
    }

    /// The index of a key, or the index at which it would be inserted.
    fn place<Q: Ord + ?Sized>(&self, name: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0
            .binary_search_by(|(there, _)| there.borrow().cmp(name))
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// The `k` smallest elements, in order, or all of them if there are fewer. Among equal elements the earlier ones are
/// taken, and they keep their order.
pub fn k_smallest_by<T>(
    things: impl IntoIterator<Item = T>,
    k: usize,
    compare: impl Fn(&T, &T) -> Ordering,
) -> Vec<T> {
    let mut smallest: Vec<T> = Vec::new();
    for thing in things {
        let place = smallest.partition_point(|before| compare(before, &thing).is_le());
        if place < k {
            smallest.insert(place, thing);
            smallest.truncate(k);
        }
    }
    smallest
}

/// Sorts any number of things by day and moment, or by moment alone where the day is always the same. The sort is
/// stable.
pub fn sort_by_time<T>(things: &mut Vec<T>, time: impl Fn(&T) -> (i64, Moment)) {
    // Pairing each time with its index makes the sort stable; and a heap takes a quarter of the code of a slice sort.
    let times: BinaryHeap<_> = things.iter().map(time).zip(0_usize..).collect();
    let mut from: Vec<_> = things.drain(..).map(Some).collect();
    let in_order = times.into_sorted_vec().into_iter();
    things.extend(in_order.filter_map(|(_, place)| from.get_mut(place)?.take()));
}

/// Sorts a few dozen things at most, by insertion: the time it takes grows quadratically. The sort is stable.
pub fn insertion_sort_by<T>(things: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for next in 1..things.len() {
        // Elements already in order, as most are, take a single comparison.
        if compare(&things[next - 1], &things[next]).is_le() {
            continue;
        }
        let (sorted, rest) = things.split_at(next);
        let place = sorted.partition_point(|before| compare(before, &rest[0]).is_le());
        for later in (place..next).rev() {
            things.swap(later, later + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_k_smallest_are_those_that_sorting_would_put_first(things: Vec<(u8, u8)>, k in 0..8_usize) {
            let mut sorted = things.clone();
            sorted.sort_by_key(|(key, _)| key % 8);
            sorted.truncate(k);
            let smallest = k_smallest_by(things, k, |one, other| (one.0 % 8).cmp(&(other.0 % 8)));
            prop_assert_eq!(smallest, sorted);
        }

        #[test]
        fn a_sort_by_time_is_as_that_of_the_standard_library(mut things: Vec<(i64, u8, u32)>) {
            let time = |it: &(i64, u8, u32)| (it.0 % 4, Moment::from_millis((it.1 % 4).into()));
            let mut expected = things.clone();
            expected.sort_by_key(time);
            sort_by_time(&mut things, time);
            prop_assert_eq!(things, expected);
        }

        #[test]
        fn a_set_is_as_that_of_the_standard_library(changes: Vec<(bool, u8)>) {
            let (mut set, mut expected) = (Set::new(), BTreeSet::new());
            for (add, thing) in changes {
                let thing = thing % 8;
                prop_assert_eq!(set.contains(&thing), expected.contains(&thing));
                if add {
                    prop_assert_eq!(set.insert(thing), expected.insert(thing));
                } else {
                    prop_assert_eq!(set.remove(&thing), expected.remove(&thing));
                }
                prop_assert!(set.iter().eq(&expected));
                prop_assert_eq!(set.is_empty(), expected.is_empty());
            }
        }

        #[test]
        fn a_map_is_as_that_of_the_standard_library(changes: Vec<(bool, u8, u8)>) {
            let (mut map, mut expected) = (Map::default(), BTreeMap::new());
            for (add, name, value) in changes {
                let name = name % 8;
                prop_assert_eq!(map.get(&name), expected.get(&name));
                if add {
                    prop_assert_eq!(map.insert(name, value), expected.insert(name, value));
                } else {
                    prop_assert_eq!(map.remove(&name), expected.remove(&name));
                }
            }
            prop_assert!(map.into_iter().eq(expected));
        }

        #[test]
        fn a_sort_by_insertion_is_as_that_of_the_standard_library(mut things: Vec<(u8, u32)>) {
            let mut expected = things.clone();
            expected.sort_by_key(|(key, _)| key % 8);
            insertion_sort_by(&mut things, |one, other| (one.0 % 8).cmp(&(other.0 % 8)));
            prop_assert_eq!(things, expected);
        }
    }
}
