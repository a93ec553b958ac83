//! What is known of bodies, how surely, and from where.

use leptos::prelude::*;

use crate::app::library::view::strength;
use crate::library;
use crate::library::reading::Evidence;
use crate::text::Key;
use crate::ui::bar::Bar;
use crate::ui::painted::afterwards;
use crate::ui::word;

/// A phone shows no more at first, and few screens do.
const AT_FIRST: usize = 4;

/// The evidence.
#[component]
pub(in crate::ui) fn EvidenceScreen() -> impl IntoView {
    let known = library::evidence();
    let (first, rest) = known.split_at(AT_FIRST.min(known.len()));
    view! {
        <div class="screen evidence">
            <Bar/>
            <main>
                <h1 tabindex="-1">{word(Key::Evidence)}</h1>
                <p>{word(Key::EvidenceMeans)}</p>
                {first.iter().map(entry).collect_view()}
                {afterwards(move || rest.iter().map(entry).collect_view())}
            </main>
        </div>
    }
}

fn entry(evidence: &'static Evidence) -> impl IntoView {
    // The page is left by a link alone: nothing is fetched from elsewhere.
    let link = evidence.link.map(|link| {
        view! { <a href=link rel="noreferrer noopener" target="_blank" aria-describedby=evidence.id>{word(Key::ReadSource)}</a> }
    });
    view! {
        <section class="card claim">
            <h2 id=evidence.id>{evidence.claim}</h2>
            <p class="strength">{strength(evidence.strength)}</p>
            <p>{evidence.told}</p>
            <p class="meta">{evidence.source}" "{link}</p>
        </section>
    }
}
