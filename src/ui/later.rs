//! The screens that a first routine can do without. They are a part of the program that is loaded once the
//! first screen is there, so that this is there sooner. Getting help is none of them: it waits for nothing.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use super::bar::Bar;
use super::body::BodyScreen;
use super::doctor::DoctorScreen;
use super::evidence::EvidenceScreen;
use super::figures::FiguresScreen;
use super::library::LibraryScreen;
use super::live::{act, live};
use super::posture::PostureScreen;
use super::routine::RoutineScreen;
use super::settings::SettingsScreen;
use super::taking_in::TakingInScreen;
use super::word;
use crate::app::Start;
use crate::text::Key;

/// One of these screens.
#[derive(Debug, Clone, Copy)]
pub(super) enum Later {
    Routine(Start),
    TakingIn,
    Posture(&'static str),
    Library,
    Body,
    Evidence,
    Settings,
    Doctor,
    Figures,
}

/// What draws a screen, once it is loaded.
type Drawer = fn(Later) -> AnyView;

/// How far the loading is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Loading {
    UnderWay,
    Done(Drawer),
    Failed,
}

/// Begins to load what draws the screens.
pub(super) fn load(loading: RwSignal<Loading>) {
    loading.set(Loading::UnderWay);
    spawn_local(async move {
        loading.set(drawer().await.map_or(Loading::Failed, Loading::Done));
    });
}

/// A screen, as soon as it can be drawn. Where one had to wait for it, `arrived` is told.
pub(super) fn later(
    screen: Later,
    loading: RwSignal<Loading>,
    arrived: impl Fn() + Send + 'static,
) -> AnyView {
    let waits = StoredValue::new(false);
    live(move || {
        match loading.get() {
        Loading::Done(draw) => {
            if waits.get_value() {
                arrived();
            }
            draw(screen)
        }
        Loading::UnderWay => {
            waits.set_value(true);
            view! { <div class="screen" aria-busy="true"><Bar/></div> }.into_any()
        }
        Loading::Failed => view! {
            <div class="screen">
                <Bar/>
                <main>
                    <p class="caution" role="alert">{word(Key::NotLoaded)}</p>
                    <button type="button" class="secondary" on:click=act(move || load(loading))>{word(Key::TryAgain)}</button>
                </main>
            </div>
        }
        .into_any(),
    }
    })
}

/// What draws the screens: the one thing that all of them hang on, and so the place to split at. While
/// editing, where trunk builds the page whole, it is at hand.
#[cfg(not(parts))]
fn drawer() -> std::future::Ready<Result<Drawer, SplitLoaderError>> {
    std::future::ready(Ok(draw))
}

#[cfg(parts)]
#[leptos::wasm_split::wasm_split(later, wasm_split_path = ::leptos::wasm_split, fallible)]
fn drawer() -> Result<Drawer, SplitLoaderError> {
    Ok(draw)
}

fn draw(screen: Later) -> AnyView {
    match screen {
        Later::Routine(start) => view! { <RoutineScreen start/> }.into_any(),
        Later::TakingIn => view! { <TakingInScreen/> }.into_any(),
        Later::Posture(id) => view! { <PostureScreen id/> }.into_any(),
        Later::Library => view! { <LibraryScreen/> }.into_any(),
        Later::Body => view! { <BodyScreen/> }.into_any(),
        Later::Evidence => view! { <EvidenceScreen/> }.into_any(),
        Later::Settings => view! { <SettingsScreen/> }.into_any(),
        Later::Doctor => view! { <DoctorScreen/> }.into_any(),
        Later::Figures => view! { <FiguresScreen/> }.into_any(),
    }
}
