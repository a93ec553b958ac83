//! The device check screen.

use leptos::html::Textarea;
use leptos::prelude::*;

use crate::app::device::view::{self, CapabilityView, DeviceCheckView};
use crate::app::device::{self, DeviceCheckEvent};
use crate::device::check::{Capability, Status};
use crate::text::Key;
use crate::text::en::rare;
use crate::ui::bar::Bar;
use crate::ui::erased::{Memo, act, follow, live};
use crate::ui::{app, dispatching, word};

/// The device check screen.
#[component]
pub(super) fn DeviceCheckScreen() -> impl IntoView {
    let app = app();
    let view = Memo::new(move || {
        app.model
            .with(|it| view::device_check(&it.device, &it.context))
    });
    let summary = move || view.with(|it| it.summary.clone()).unwrap_or_default();
    let insecure = move || {
        let insecure = view.with(|it| it.insecure);
        insecure.then(|| view! { <p class="caution">{rare::DEVICE_CHECK_INSECURE}</p> })
    };
    // Announced once a test is over, so that a screen reader doesn't talk over what is being tested.
    let outcome = move || view.with(|it| it.outcome.clone());
    let capabilities = |used| {
        let all = Capability::ALL
            .into_iter()
            .filter(move |it| it.is_used() == used);
        let all = all
            .map(|capability| view! { <Tested capability/> })
            .collect_view();
        view! { <div class="parts">{all}</div> }
    };
    view! {
        <div class="screen device-check">
            <Bar/>
            <main>
                <h1 tabindex="-1">{word(Key::DeviceCheck)}</h1>
                <p>{rare::DEVICE_CHECK_MEANS}</p>
                <p class="summary" prop:textContent=follow(summary)></p>
                {live(insecure)}
                <p class="unseen" role="status" prop:textContent=follow(move || outcome().unwrap_or_default())></p>
                {capabilities(true)}
                <h2 class="apart">{rare::DEVICE_CHECK_UNUSED}</h2>
                <p class="meta">{rare::DEVICE_CHECK_UNUSED_MEANS}</p>
                {capabilities(false)}
                <button type="button" class="secondary" on:click=dispatching(device::Event::DeviceCheck(DeviceCheckEvent::LookAgainPressed))>
                    {rare::DEVICE_CHECK_LOOK_AGAIN}
                </button>
                <ReportSection view/>
            </main>
        </div>
    }
}

/// A capability: its status, what to do about it, and the button that tests it.
#[component]
fn Tested(capability: Capability) -> impl IntoView {
    let app = app();
    let view = Memo::new(move || {
        app.model
            .with(|it| view::capability(&it.device, &it.context, capability))
    });
    let status = Memo::new(move || view.with(|it| it.status));
    // Whatever can have the focus is redrawn only when it changes itself.
    let test = Memo::new(move || view.with(|it| it.test));
    let question = Memo::new(move || view.with(|it| it.question.map(|(words, _)| words)));
    let answer = Memo::new(move || view.with(|it| it.question.and_then(|(_, answer)| answer)));
    let button = move || {
        let press = dispatching(device::Event::DeviceCheck(DeviceCheckEvent::TestPressed(
            capability,
        )));
        test.get().map(
            |name| view! { <button type="button" class="secondary" on:click=press prop:textContent=name></button> },
        )
    };
    view! {
        <section class="card part">
            <div class="part-head">
                <h2>{view.with_untracked(|it| it.name)}</h2>
                <span class=follow(move || class_of(status.get())) prop:textContent=follow(move || view.with(|it| it.label))></span>
            </div>
            {live(move || view.with(words))}
            {live(move || question.get().map(|words| ask(capability, words, answer)))}
            {live(button)}
        </section>
    }
}

fn words(capability: &CapabilityView) -> impl IntoView + use<> {
    let led = |label: &'static str, words: &'static str| view! { <p><b>{label}</b>" "{words}</p> };
    view! {
        <p prop:textContent=capability.meaning></p>
        {capability.detail.clone().map(|detail| view! { <p class="meta" prop:textContent=detail></p> })}
        {capability.advice.map(|advice| led(rare::DEVICE_CHECK_DO, advice))}
        {capability.instead.map(|instead| led(rare::DEVICE_CHECK_INSTEAD, instead))}
    }
}

/// A question that only the user can answer.
fn ask(
    capability: Capability,
    question: &'static str,
    answer: Memo<Option<bool>>,
) -> impl IntoView {
    let option = move |name: &'static str, noticed: bool| {
        let press = dispatching(device::Event::DeviceCheck(DeviceCheckEvent::Noticed(
            capability, noticed,
        )));
        let pressed = follow(move || (answer.get() == Some(noticed)).to_string());
        view! { <button type="button" class="secondary" aria-pressed=pressed on:click=press>{name}</button> }
    };
    view! {
        <fieldset class="asked">
            <legend prop:textContent=question></legend>
            <div class="choices">{option(rare::DEVICE_CHECK_YES, true)}{option(rare::DEVICE_CHECK_NO, false)}</div>
        </fieldset>
    }
}

/// The class that colours a status. The words beside it say the same.
const fn class_of(status: Status) -> &'static str {
    match status {
        Status::Works => "standing works",
        Status::Partly => "standing partly",
        Status::Fails => "standing fails",
        Status::Looking | Status::Unknown | Status::Untried | Status::Off => "standing",
    }
}

/// The report, to be read and copied; by hand if the browser refuses.
#[component]
fn ReportSection(view: Memo<DeviceCheckView>) -> impl IntoView {
    let app = app();
    let report = Memo::new(move || app.model.with(|it| view::report(&it.device, &it.context)));
    let copied = Memo::new(move || view.with(|it| it.copied));
    let copy = move || {
        let copy = DeviceCheckEvent::CopyPressed(report.get_untracked());
        app.dispatch(device::Event::DeviceCheck(copy));
    };
    let area = NodeRef::<Textarea>::new();
    Effect::new(move |_| {
        if let Some(area) = area.get() {
            app.select(area);
        }
    });
    let by_hand = move || {
        let by_hand = copied.get().is_some_and(|(_, by_hand)| by_hand);
        by_hand.then(|| {
            view! {
                <textarea readonly rows="9" aria-label=rare::DEVICE_CHECK_REPORT node_ref=area
                    prop:value=follow(move || report.get())></textarea>
            }
        })
    };
    view! {
        <section class="card">
            <h2>{rare::DEVICE_CHECK_REPORT}</h2>
            <p>{rare::DEVICE_CHECK_REPORT_MEANS}</p>
            <button type="button" class="primary" on:click=act(copy)>
                {rare::DEVICE_CHECK_COPY}
            </button>
            <p role="status" prop:textContent=follow(move || copied.get().map_or("", |(words, _)| words))></p>
            {live(by_hand)}
            <details>
                <summary>{rare::DEVICE_CHECK_REPORT_READ}</summary>
                <pre class="report" prop:textContent=report.words()></pre>
            </details>
        </section>
    }
}
