//! The loading of a part of the program.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use super::erased::act;
use super::word;
use crate::app::device;
use crate::shell::App;
use crate::text::Key;

/// The loading state of a part, and what is in it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Loading<T> {
    Unasked,
    UnderWay,
    Done(T),
    Failed,
}

/// Starts loading a part, unless it is there or on its way. Whoever wanted it may be gone when it arrives.
pub(super) fn load<T: Clone + Send + Sync + 'static>(
    loading: RwSignal<Loading<T>>,
    part: impl Future<Output = Result<T, SplitLoaderError>> + 'static,
) {
    let wanted = matches!(loading.get_untracked(), Loading::Unasked | Loading::Failed);
    if wanted {
        loading.set(Loading::UnderWay);
        // Where somebody tries again, outside a view, there is none, and the first failure was reported.
        let app = use_context::<App>();
        spawn_local(async move {
            let part = part.await;
            if let (Err(_), Some(app)) = (&part, app) {
                app.dispatch(device::Event::PartNotLoaded);
            }
            loading.try_set(part.map_or(Loading::Failed, Loading::Done));
        });
    }
}

/// The message that a part could not be loaded.
pub(super) fn not_loaded(again: impl Fn() + 'static) -> impl IntoView {
    view! {
        <p class="caution" role="alert">{word(Key::NotLoaded)}</p>
        <button type="button" class="secondary" on:click=act(again)>{word(Key::TryAgain)}</button>
    }
}
