//! When to get help: the signs that someone must examine.

use leptos::prelude::*;

use super::bar::Bar;
use super::emergency::Emergency;
use super::parts::{DeviceCheckLink, Sources};
use super::word;
use crate::app::Route;
use crate::text::Key;

/// The "Get help" screen.
///
/// Source: the red flags of the project's content notes (backes.org.uk, NHS, NICE), gravest first.
#[component]
pub(super) fn HelpScreen() -> impl IntoView {
    let now = [
        Key::HelpNow1,
        Key::HelpNow2,
        Key::HelpNow3,
        Key::HelpNow4,
        Key::HelpNow5,
    ];
    let today = [
        Key::HelpToday1,
        Key::HelpToday2,
        Key::HelpToday3,
        Key::HelpToday4,
    ];
    let soon = [
        Key::HelpSoon1,
        Key::HelpSoon2,
        Key::HelpSoon3,
        Key::HelpSoon4,
    ];
    let stop = [
        Key::HelpStop1,
        Key::HelpStop2,
        Key::HelpStop3,
        Key::HelpStop4,
    ];
    view! {
        <div class="screen help">
            <Bar/>
            <main>
                <h1 tabindex="-1">{word(Key::HelpTitle)}</h1>
                <p>{word(Key::HelpIntro)}</p>
                <section class="card gravest">{signs(Key::HelpNow, &now)}<Emergency/></section>
                <section class="card">{signs(Key::HelpToday, &today)}</section>
                <section class="card">{signs(Key::HelpSoon, &soon)}</section>
                <section class="card">{signs(Key::HelpStop, &stop)}</section>
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
