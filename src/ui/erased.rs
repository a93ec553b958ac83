//! Type-erased helpers for views that follow the model.
//!
//! Leptos compiles the code that keeps a closure up to date once for each closure, and a memo's once for each type.
//! Boxed into a few types, they share it, which makes the page a good deal smaller.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::{AnyView, Get, GetUntracked, IntoAny, IntoView};

/// A view that is redrawn whenever what it shows changes.
pub(super) fn live<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    let draw: Box<dyn Fn() -> AnyView + Send> = Box::new(move || draw().into_any());
    draw.into_any()
}

/// The value of an attribute, class or property that changes with what it is made from.
pub(super) fn follow<T: 'static>(
    value: impl Fn() -> T + Send + 'static,
) -> Box<dyn Fn() -> T + Send> {
    Box::new(value)
}

/// A click handler.
pub(super) fn act(act: impl Fn() + 'static) -> Box<dyn Fn(MouseEvent)> {
    Box::new(move |_| act())
}

/// A value made from the model: made again when that changes, and passed on only if it is different. It is like the
/// memo of Leptos, but of one type for all.
pub(super) struct Memo<T>(leptos::prelude::Memo<AnyValue>, PhantomData<fn() -> T>);

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    pub(super) fn new(make: impl Fn() -> T + Send + Sync + 'static) -> Self {
        let make: Box<dyn Fn() -> AnyValue + Send + Sync> = Box::new(move || AnyValue::of(make()));
        Self(leptos::prelude::Memo::new(move |_| make()), PhantomData)
    }
}

impl<T: 'static> Memo<T> {
    /// Looks at the value, and subscribes to its changes.
    pub(super) fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.0.get().look_at(look)
    }

    /// Looks at the value without subscribing.
    pub(super) fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.0.get_untracked().look_at(look)
    }
}

impl<T: Clone + 'static> Memo<T> {
    /// Returns the value, and subscribes to its changes.
    pub(super) fn get(self) -> T {
        self.with(T::clone)
    }

    /// Returns the current value without subscribing.
    pub(super) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// Returns the current value without subscribing; `None` if the screen it belongs to is gone.
    pub(super) fn try_get_untracked(self) -> Option<T> {
        let made = self.0.try_get_untracked()?;
        Some(made.look_at(T::clone))
    }
}

impl Memo<String> {
    /// The whole text of an element: `prop:textContent=memo.words()`. A text among an element's children is updated in
    /// place, and would stop changing for good once a browser's translator has put another in its place.
    pub(super) fn words(self) -> Box<dyn Fn() -> String + Send> {
        follow(move || self.get())
    }
}

/// A value of any type, comparable with another of the same type.
#[derive(Clone)]
struct AnyValue {
    value: Arc<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl AnyValue {
    fn of<T: PartialEq + Send + Sync + 'static>(value: T) -> Self {
        Self {
            value: Arc::new(value),
            same: |one, other| one.downcast_ref::<T>() == other.downcast_ref::<T>(),
        }
    }

    /// Looks at the value, whose type is that of the memo that made it.
    fn look_at<T: 'static, R>(&self, look: impl FnOnce(&T) -> R) -> R {
        match self.value.downcast_ref() {
            Some(value) => look(value),
            None => unreachable!("a memo keeps its type"),
        }
    }
}

impl PartialEq for AnyValue {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}
