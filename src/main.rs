//! Mounts the app, nothing more.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::{mount_to_body, view};

    // The first screen stands in the document. Where everything comes at once, it is to be seen before the program takes
    // its time.
    limber::browser::page::once_first_screen_painted(|| {
        mount_to_body(|| {
            let app = limber::shell::start();
            view! { <limber::ui::Root app/> }
        });
    });
}

/// Limber is a web page; on the host there is only the library and its tests.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
