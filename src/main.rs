//! Mounts the app, nothing more.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::{mount_to_body, view};

    limber::browser::first_screen::once_it_may_give_way(|| {
        mount_to_body(|| {
            let app = limber::shell::start();
            view! { <limber::ui::Root app/> }
        });
    });
}

/// Limber is a web page; on the host there is only the library and its tests.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
