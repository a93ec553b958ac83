//! Mounts the app, nothing more.

#[cfg(target_arch = "wasm32")]
fn main() {
    leptos::mount::mount_to_body(|| "Limber");
}

/// Limber is a web page; on the host there is only the library and its tests.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
