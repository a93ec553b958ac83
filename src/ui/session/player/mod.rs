//! The session under way, readable from two metres.

mod controls;
mod moving;
mod panels;
mod ring;

use leptos::prelude::*;

use self::controls::{Choices, Hurts, Transport};
use self::moving::MovingFigure;
use self::panels::Panels;
use self::ring::RingAround;
use crate::app::session::view::{self, PlayerView};
use crate::app::settings::Reader;
use crate::ui::app;
use crate::ui::bar::HelpLink;
use crate::ui::erased::{Memo, follow};

/// The player screen.
#[component]
pub(in crate::ui) fn PlayerScreen() -> impl IntoView {
    let app = app();
    let shown = Memo::new(move || app.model.with(|it| view::player(&it.session, &it.context)));
    // Each part is redrawn only when it changes itself.
    let part = move |of: fn(PlayerView) -> String| {
        Memo::new(move || shown.get().map(of).unwrap_or_default())
    };
    let (place, left) = (part(|player| player.place), part(|player| player.left));
    let (number, caption) = (part(|player| player.number), part(|player| player.caption));
    let heading = part(|player| player.posture.to_owned());
    let activity = part(|player| player.activity.to_owned());
    let side = part(|player| player.side.unwrap_or_default().to_owned());
    let ring = Memo::new(move || shown.get().map(|player| player.ring));
    let waits = Memo::new(move || shown.get().is_none_or(|player| player.number_waits));
    view! {
        <div class="screen player">
            <header class="bar">
                <span class="place"><span prop:textContent=place.words()></span>" · "<span prop:textContent=left.words()></span></span>
                <HelpLink/>
            </header>
            <main>
                <div class="stage">
                    <RingAround ring/>
                    <div class="disc">
                        <MovingFigure shown/>
                        <h1 tabindex="-1" prop:textContent=heading.words()></h1><div class="activity" prop:textContent=activity.words()></div></div>
                    // Neither is a paragraph, so that wider paragraph spacing, if the user sets it, doesn't move them.
                    <div class="side" class:none=follow(move || side.get().is_empty()) prop:textContent=side.words()></div>
                </div>
                <div class="telling">
                    <div class="number" class:waits=follow(move || waits.get()) role="timer" prop:textContent=number.words()></div>
                    <p class="caption" aria-live=announced() aria-atomic="true" prop:textContent=caption.words()></p>
                    <Choices shown/>
                    <Hurts shown/>
                    <Transport shown/>
                    <Panels shown/>
                </div>
            </main>
        </div>
    }
}

/// How lines are announced. With a screen reader as the voice, every line is; otherwise it would be heard twice.
fn announced() -> Box<dyn Fn() -> &'static str + Send> {
    let app = app();
    follow(move || {
        if app.model.with(|model| model.context.settings().reader) == Reader::ScreenReader {
            "polite"
        } else {
            "off"
        }
    })
}
