//! When to get help: the signs that someone must examine.

use leptos::prelude::*;

use super::bar::Bar;
use super::emergency::Emergency;
use super::parts::{DeviceCheckLink, Sources};
use super::word;
use crate::app::Route;
use crate::text::Key;

// Source: the red flags of the project's content notes (backes.org.uk, NHS, NICE), gravest first.
const NOW: [Key; 5] = [
    Key::HelpNow1,
    Key::HelpNow2,
    Key::HelpNow3,
    Key::HelpNow4,
    Key::HelpNow5,
];
const TODAY: [Key; 4] = [
    Key::HelpToday1,
    Key::HelpToday2,
    Key::HelpToday3,
    Key::HelpToday4,
];
const SOON: [Key; 4] = [
    Key::HelpSoon1,
    Key::HelpSoon2,
    Key::HelpSoon3,
    Key::HelpSoon4,
];
const STOP: [Key; 4] = [
    Key::HelpStop1,
    Key::HelpStop2,
    Key::HelpStop3,
    Key::HelpStop4,
];

/// The "Get help" screen.
#[component]
pub(super) fn HelpScreen() -> impl IntoView {
    view! {
        <div class="screen help">
            <Bar/>
            <main>
                <h1 tabindex="-1">{word(Key::HelpTitle)}</h1>
                <p>{word(Key::HelpIntro)}</p>
                <section class="card gravest">{signs(Key::HelpNow, &NOW)}<Emergency/></section>
                <section class="card">{signs(Key::HelpToday, &TODAY)}</section>
                <section class="card">{signs(Key::HelpSoon, &SOON)}</section>
                <section class="card">{signs(Key::HelpStop, &STOP)}</section>
                <p class="alone"><a href=Route::Screening.fragment()>{word(Key::BeforeYouBegin)}</a></p>
                <p class="meta">{word(Key::HelpReview)}</p>
                <Sources/>
                <p class="meta"><DeviceCheckLink/></p>
            </main>
        </div>
    }
}

fn signs(title: Key, signs: &[Key]) -> impl IntoView + use<> {
    let items = signs
        .iter()
        .map(|sign| view! { <li>{word(*sign)}</li> })
        .collect_view();
    view! { <h2>{word(title)}</h2><ul>{items}</ul> }
}
