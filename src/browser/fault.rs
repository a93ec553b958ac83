//! The page shown when the program has broken.
//!
//! The panic hook builds it from plain elements while the program can still run, and it works without the program: a
//! link that reloads, and a link that holds the user's data as a file.

use web_sys::Element;

use super::{document, files, guard, held, storage, window, worker};

/// The words of the fault page.
#[derive(Debug, Clone, Copy)]
pub struct FaultWords {
    /// Its heading.
    pub title: &'static str,
    /// What it means.
    pub means: &'static str,
    /// The label of the link that reloads.
    pub reload: &'static str,
    /// The label of the link that saves the data.
    pub save: &'static str,
    /// The link that leads to help.
    pub help: &'static str,
    /// What stands above the details.
    pub details: &'static str,
}

/// Shows the fault page whenever the program panics from now on. The data is everything stored under `prefix`.
pub fn show_on_panic(words: FaultWords, prefix: &'static str, file_name: fn(&str) -> String) {
    std::panic::set_hook(Box::new(move |panic| {
        // This comes first: nothing may go on sounding, and no lock may hold back a version that fixes the fault.
        guard::broke();
        held::let_go_of_all();
        worker::page_broke();
        let _ = show(
            &words,
            prefix,
            &file_name(&files::today()),
            &panic.to_string(),
        );
    }));
}

/// Builds the page. Nothing here may panic; whatever can't be built is left out.
fn show(words: &FaultWords, prefix: &str, file: &str, details: &str) -> Option<()> {
    let body = document().body()?;
    body.set_inner_html("");
    let page = element(&body, "main", "")?;
    page.set_class_name("fault");
    let _ = page.set_attribute("role", "alert");
    element(&page, "h1", words.title)?;
    element(&page, "p", words.means)?;
    let reload = element(&page, "a", words.reload)?;
    reload.set_class_name("primary");
    // Without the fragment, so that a screen that always breaks isn't opened again.
    let path = window().location().pathname().unwrap_or_default();
    let _ = reload.set_attribute("href", &path);
    if let Some(address) = files::address_of(&storage::everything(prefix, &[])) {
        let save = element(&page, "a", words.save)?;
        save.set_class_name("secondary");
        let _ = save.set_attribute("href", &address);
        let _ = save.set_attribute("download", file);
    }
    // Help stands in the document, and needs no program.
    let broke = web_sys::Event::new("limber-broke").ok();
    broke.and_then(|it| window().dispatch_event(&it).ok());
    let help = element(&page, "a", words.help)?;
    help.set_class_name("secondary");
    let _ = help.set_attribute("href", "#/help");
    let more = element(&page, "details", "")?;
    element(&more, "summary", words.details)?;
    element(&more, "pre", details)?;
    Some(())
}

fn element(parent: &Element, name: &str, text: &str) -> Option<Element> {
    let child = document().create_element(name).ok()?;
    if !text.is_empty() {
        child.set_text_content(Some(text));
    }
    parent.append_child(&child).ok()?;
    Some(child)
}
