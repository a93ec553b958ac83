//! Lazy loading of all screens but the first ones, and of all figures. They are a part of the program that is loaded
//! once the first screen is there, so that this appears sooner. Help and the warning signs aren't among them, and wait
//! for nothing. Screens that few people ever open are a part of their own, loaded when one of them is opened.

use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

use super::bar::Bar;
use super::erased::live;
use super::figure::decoration;
use super::loading::{Loading, load, not_loaded};
use super::{RareScreen, rare_screen, screen, word};
use crate::app::Route;
use crate::text::Key;

/// Something lazily loaded: a screen, or a figure beside words.
#[derive(Debug, Clone)]
enum Lazy {
    Screen(Route),
    Rare(RareScreen),
    Decoration(&'static str),
}

/// Draws any of it, once it is loaded.
type Drawer = fn(Lazy) -> AnyView;

/// The loading state of each part.
#[derive(Debug, Clone, Copy)]
struct Parts {
    soon: RwSignal<Loading<Drawer>>,
    rare: RwSignal<Loading<Drawer>>,
}

/// Starts loading the part that is wanted soon.
pub(super) fn begin() {
    let (soon, rare) = (
        RwSignal::new(Loading::Unasked),
        RwSignal::new(Loading::Unasked),
    );
    provide_context(Parts { soon, rare });
    load(soon, drawer());
}

/// Starts loading the screens that few people ever open.
pub(super) fn begin_rare() {
    load(parts().rare, rare_drawer());
}

/// A lazily loaded screen, as soon as it can be drawn. If it had to be waited for, `arrived` is called.
pub(super) fn lazy(route: Route, arrived: impl Fn() + Send + 'static) -> AnyView {
    let Parts { soon, rare } = parts();
    let (name, of_rare) = (route.name(), RareScreen::of(&route));
    let loading = if of_rare.is_some() { rare } else { soon };
    if of_rare.is_some() {
        begin_rare();
    }
    let again = move || {
        if of_rare.is_some() {
            load(rare, rare_drawer());
        } else {
            load(soon, drawer());
        }
    };
    let lazy = of_rare.map_or(Lazy::Screen(route), Lazy::Rare);
    let waits = StoredValue::new(false);
    live(move || match loading.get() {
        Loading::Done(draw) => {
            if waits.get_value() {
                arrived();
            }
            draw(lazy.clone())
        }
        Loading::Unasked | Loading::UnderWay => {
            waits.set_value(true);
            on_its_way()
        }
        Loading::Failed => {
            // What is tried again may come before it is seen to be on its way.
            waits.set_value(true);
            failed(name, again)
        }
    })
}

fn failed(name: Key, again: impl Fn() + 'static) -> AnyView {
    view! {
        <div class="screen">
            <Bar/>
            <main>
                <h1 tabindex="-1">{word(name)}</h1>
                {not_loaded(again)}
            </main>
        </div>
    }
    .into_any()
}

fn on_its_way() -> AnyView {
    view! {
        <div class="screen" aria-busy="true">
            <Bar/>
            <main><p class="meta on-its-way" role="status">{word(Key::OnItsWay)}</p></main>
        </div>
    }
    .into_any()
}

/// The figure of a posture, as soon as it can be drawn, in a reserved place.
pub(super) fn lazy_decoration(posture: &'static str, place: &'static str) -> AnyView {
    let loading = parts().soon;
    live(move || match loading.get() {
        Loading::Done(draw) => draw(Lazy::Decoration(posture)),
        Loading::Unasked | Loading::UnderWay | Loading::Failed => {
            view! { <svg class="figure" viewBox=place aria-hidden="true" focusable="false"></svg> }
                .into_any()
        }
    })
}

/// The loading state of the parts. [`Root`](super::Root) starts it.
fn parts() -> Parts {
    expect_context()
}

/// Draws all of it. Everything depends on this one function, so this is the place to split at. During development, when
/// trunk builds the page as a whole, it is there at once.
#[cfg(not(parts))]
fn drawer() -> std::future::Ready<Result<Drawer, SplitLoaderError>> {
    std::future::ready(Ok(draw))
}

#[cfg(parts)]
#[leptos::wasm_split::wasm_split(lazy, wasm_split_path = ::leptos::wasm_split, fallible)]
fn drawer() -> Result<Drawer, SplitLoaderError> {
    Ok(draw)
}

fn draw(lazy: Lazy) -> AnyView {
    match lazy {
        Lazy::Screen(route) => screen(&route),
        // Another part of the program draws these.
        Lazy::Rare(_) => ().into_any(),
        Lazy::Decoration(posture) => decoration(posture).into_any(),
    }
}

/// Draws the screens that few people ever open.
#[cfg(not(parts))]
fn rare_drawer() -> std::future::Ready<Result<Drawer, SplitLoaderError>> {
    std::future::ready(Ok(draw_rare))
}

#[cfg(parts)]
#[leptos::wasm_split::wasm_split(rare, wasm_split_path = ::leptos::wasm_split, fallible)]
fn rare_drawer() -> Result<Drawer, SplitLoaderError> {
    Ok(draw_rare)
}

#[expect(clippy::needless_pass_by_value, reason = "a `Drawer`, as the other")]
fn draw_rare(lazy: Lazy) -> AnyView {
    match lazy {
        Lazy::Rare(screen) => rare_screen(screen),
        Lazy::Screen(_) | Lazy::Decoration(_) => ().into_any(),
    }
}
