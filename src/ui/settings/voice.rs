//! Choosing a voice, however many there are.

use leptos::prelude::*;

use crate::app::settings;
use crate::app::settings::{Setting, VoiceChoice};
use crate::app::voices::{self, VoiceGroup, VoiceSearch};
use crate::device::Voice;
use crate::text::Key;
use crate::ui::erased::{Memo, follow, live};
use crate::ui::{app, word};

/// A search field, and the few best voices found, by language.
#[component]
pub(super) fn VoicePicker() -> impl IntoView {
    let app = app();
    let query = RwSignal::new(String::new());
    let count = Memo::new(move || {
        app.model
            .with(|model| model.context.voices.listed.as_ref().map(Vec::len))
    });
    let found = Memo::new(move || {
        app.model.with(|model| {
            let voices = model.context.voices.listed.as_deref().unwrap_or_default();
            voices::search(voices, &query.get(), model.context.locale.tag())
        })
    });
    let chosen = Memo::new(move || {
        app.model.with(|model| {
            let voice = model.context.settings().voice.as_ref();
            voice.cloned()
        })
    });
    view! {
        {live(move || match count.get() {
            None => view! { <p class="meta">{word(Key::VoicesWaiting)}</p> }.into_any(),
            Some(0) => view! { <p class="meta">{word(Key::VoicesNone)}</p> }.into_any(),
            Some(_) => view! {
                <label class="field">
                    <span>{word(Key::VoiceSearch)}</span>
                    <input type="search" placeholder=word(Key::VoiceSearchHint)
                        on:input:target=move |typed| query.set(typed.target().value())/>
                </label>
                <fieldset class="voices">
                    <legend>{word(Key::Voice)}</legend>
                    {option(word(Key::VoiceBest).to_owned(), None, None, chosen)}
                    {live(move || list(found.get(), chosen))}
                </fieldset>
            }.into_any(),
        })}
    }
}

/// The voices found, or that there are none.
fn list(found: VoiceSearch, chosen: Memo<Option<VoiceChoice>>) -> impl IntoView {
    let nothing = found.groups.is_empty();
    view! {
        {nothing.then(|| view! { <p class="meta">{word(Key::VoicesNotFound)}</p> })}
        {found.groups.into_iter().map(|group| voices_of(group, chosen)).collect_view()}
        {(found.more > 0).then(|| view! { <p class="meta">{word(Key::VoicesMore)}</p> })}
    }
}

fn voices_of(group: VoiceGroup, chosen: Memo<Option<VoiceChoice>>) -> impl IntoView {
    let voice = |voice: Voice| {
        let note = (!voice.local).then(|| word(Key::VoiceOnline));
        let choice = VoiceChoice {
            name: voice.name.clone(),
            language: voice.language,
        };
        option(voice.name, note, Some(choice), chosen)
    };
    view! { <p class="language">{group.language}</p>{group.voices.into_iter().map(voice).collect_view()} }
}

fn option(
    name: String,
    note: Option<&'static str>,
    choice: Option<VoiceChoice>,
    chosen: Memo<Option<VoiceChoice>>,
) -> impl IntoView {
    let app = app();
    let own = choice.clone();
    view! {
        <label class="option">
            <input type="radio" name="voice"
                prop:checked=follow(move || chosen.get() == own)
                on:change=move |_| app.dispatch(settings::Event::Set(Setting::Voice(choice.clone())))/>
            <span>{name}{note.map(|note| view! { <small>{note}</small> })}</span>
        </label>
    }
}
