//! What follows the model on the screen.
//!
//! Leptos compiles what keeps a closure up to date anew for each closure, and what remembers a value anew
//! for each type. Boxed into a few types they all share it, which makes the page smaller by a good part.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::{AnyView, Get, GetUntracked, IntoAny, IntoView};

/// A view that is drawn anew whenever what it shows changes.
pub(super) fn live<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    let draw: Box<dyn Fn() -> AnyView + Send> = Box::new(move || draw().into_any());
    draw.into_any()
}

/// The value of an attribute, a class or a property that changes with what it is made from.
pub(super) fn follow<T: 'static>(
    value: impl Fn() -> T + Send + 'static,
) -> Box<dyn Fn() -> T + Send> {
    Box::new(value)
}

/// What is done on a click.
pub(super) fn act(act: impl Fn() + 'static) -> Box<dyn Fn(MouseEvent)> {
    Box::new(move |_| act())
}

/// What is made of the model: made anew when that changes, and passed on only when it is different. As
/// the memo of Leptos, but of one type for all.
pub(super) struct Memo<T>(leptos::prelude::Memo<Made>, PhantomData<fn() -> T>);

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    pub(super) fn new(make: impl Fn() -> T + Send + Sync + 'static) -> Self {
        let make: Box<dyn Fn() -> Made + Send + Sync> = Box::new(move || Made::of(make()));
        Self(leptos::prelude::Memo::new(move |_| make()), PhantomData)
    }
}

impl<T: 'static> Memo<T> {
    /// Looks at it. Who does is told of changes.
    pub(super) fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.0.get().look_at(look)
    }

    /// Looks at it for once.
    pub(super) fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.0.get_untracked().look_at(look)
    }
}

impl<T: Clone + 'static> Memo<T> {
    /// What it is. Who asks is told of changes.
    pub(super) fn get(self) -> T {
        self.with(T::clone)
    }

    /// What it is at this moment.
    pub(super) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// What it is at this moment, or nothing where the screen that it belongs to is gone.
    pub(super) fn try_get_untracked(self) -> Option<T> {
        let made = self.0.try_get_untracked()?;
        Some(made.look_at(T::clone))
    }
}

impl Memo<String> {
    /// As all the text of an element: `prop:textContent=memo.words()`. A text among an element's children is changed
    /// where it is, and stands still for good where a translator of the browser's has put another in its place.
    pub(super) fn words(self) -> Box<dyn Fn() -> String + Send> {
        follow(move || self.get())
    }
}

/// A value of any type, to be compared with another of the same.
#[derive(Clone)]
struct Made {
    value: Arc<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl Made {
    fn of<T: PartialEq + Send + Sync + 'static>(value: T) -> Self {
        Self {
            value: Arc::new(value),
            same: |one, other| one.downcast_ref::<T>() == other.downcast_ref::<T>(),
        }
    }

    /// Its type is that of the memo that made it.
    fn look_at<T: 'static, R>(&self, look: impl FnOnce(&T) -> R) -> R {
        match self.value.downcast_ref() {
            Some(value) => look(value),
            None => unreachable!("a memo keeps its type"),
        }
    }
}

impl PartialEq for Made {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}
