//! What is known about bodies, how surely, and from which source.

use leptos::prelude::*;

use crate::app::library::view::strength;
use crate::library;
use crate::library::reading::Evidence;
use crate::text::Key;
use crate::text::en::rare;
use crate::ui::bar::Bar;
use crate::ui::painted::afterwards;
use crate::ui::word;

/// How many claims are shown in the first frame: a phone has room for no more, and few screens do.
const AT_FIRST: usize = 4;

/// The evidence screen.
#[component]
pub(in crate::ui) fn EvidenceScreen() -> impl IntoView {
    let known = library::evidence();
    let (first, rest) = known.split_at(AT_FIRST.min(known.len()));
    view! {
        <div class="screen evidence">
            <Bar/>
            <main>
                <h1 tabindex="-1">{word(Key::Evidence)}</h1>
                <p>{rare::EVIDENCE_MEANS}</p>
                {first.iter().map(entry).collect_view()}
                {afterwards(move || rest.iter().map(entry).collect_view())}
            </main>
        </div>
    }
}

fn entry(evidence: &'static Evidence) -> impl IntoView {
    // The user leaves the page only by this link: nothing is fetched from elsewhere.
    let link = evidence.link.map(|link| {
        view! { <a href=link rel="noreferrer noopener" target="_blank" aria-describedby=evidence.id>{rare::READ_SOURCE}</a> }
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
