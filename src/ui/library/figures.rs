//! Every figure on one sheet, for those who edit them.

use leptos::html::Li;
use leptos::prelude::*;
use leptos::reactive::owner::LocalStorage;

use crate::domain::time::Moment;
use crate::figure::drawing::svg::{groups, view_box};
use crate::figure::notation::{Figure, Named};
use crate::figure::reel::{At, Reel};
use crate::figure::stance::limits::angles;
use crate::library::sheet;
use crate::shell::App;
use crate::text::Key;
use crate::text::en::rare;
use crate::ui::bar::Bar;
use crate::ui::erased::{Memo, act, follow, live};
use crate::ui::figure::{body, found, words};
use crate::ui::{app, word};

/// How many times a second a figure is drawn while it plays: enough to judge it by.
const FRAMES: f64 = 20.0;

/// The screen with the sheet of figures.
#[component]
pub(in crate::ui) fn FiguresScreen() -> impl IntoView {
    let app = app();
    let plays = RwSignal::new(!app.wants_less_motion());
    let name = move || {
        word(if plays.get() {
            Key::Pause
        } else {
            Key::Continue
        })
    };
    view! {
        <div class="screen figures">
            <Bar/>
            <main>
                <h1 tabindex="-1">{word(Key::Figures)}</h1>
                <p>{rare::FIGURES_MEAN}</p>
                <button type="button" class="secondary" on:click=act(move || plays.update(|plays| *plays = !*plays))>{live(name)}</button>
                <ul class="sheet">
                    {sheet().figures.iter().map(|figure| view! { <Cell figure plays/> }).collect_view()}
                </ul>
            </main>
        </div>
    }
}

/// One figure, which plays while it is in sight.
#[component]
fn Cell(figure: &'static Named<Figure>, plays: RwSignal<bool>) -> impl IntoView {
    let body = body();
    let seen = RwSignal::new(false);
    let open = RwSignal::new(false);
    // A figure never looked at is never computed. One that was stays, or the page would jump.
    let met = RwSignal::new(false);
    let reel = Memo::new(move || {
        met.get()
            .then(|| Reel::of(sheet(), &figure.what, body.get()))
    });
    let at = RwSignal::new(At::POSTURE);
    let item = NodeRef::<Li>::new();
    watch(item, seen, met);
    let playing = Playing {
        plays,
        seen,
        reel,
        at,
    };
    playing.follow();
    let extent = follow(move || found(reel, |reel| view_box(reel.extent(at.get()))));
    let drawn = follow(move || found(reel, |reel| groups(&reel.picture(at.get()))));
    let told = move || found(reel, |reel| words(reel, false));
    let joints = move || {
        let bent = open
            .get()
            .then(|| found(reel, |reel| joints(reel, at.get())));
        bent.flatten()
    };
    view! {
        <li node_ref=item>
            <svg class="figure" viewBox=extent aria-hidden="true" focusable="false" inner_html=drawn></svg>
            <h2>{figure.name.as_str()}</h2>
            <details on:toggle=move |_| open.update(|open| *open = !*open)>
                <summary>{rare::JOINTS}</summary>
                <dl>{live(joints)}</dl>
            </details>
            // Last, since it arrives with the figure: anything that can be pressed must stay in place.
            <p class="meta">{live(told)}</p>
        </li>
    }
}

/// Notes whether an item is in sight, and whether it ever was.
fn watch(item: NodeRef<Li>, seen: RwSignal<bool>, met: RwSignal<bool>) {
    let app = app();
    let sight = StoredValue::<_, LocalStorage>::new_local(None);
    Effect::new(move |_| {
        let element = item.get();
        let report = move |now| {
            seen.set(now);
            if now {
                met.set(true);
            }
        };
        sight.set_value(element.map(|item| app.watch(&item, report)));
    });
}

/// The angles of all joints that are bent at this moment.
fn joints(reel: &Reel, at: At) -> impl IntoView + use<> {
    let bent = angles(&reel.stance(at).skeleton)
        .into_iter()
        .filter_map(|(joint, angles)| {
            let bent = angles.iter().filter(|(_, degrees)| *degrees != 0);
            let each: Vec<_> = bent
                .map(|(way, degrees)| format!("{way} {degrees}"))
                .collect();
            (!each.is_empty()).then(|| view! { <dt>{joint}</dt><dd>{each.join(", ")}</dd> })
        });
    bent.collect_view()
}

#[derive(Clone, Copy)]
struct Playing {
    plays: RwSignal<bool>,
    seen: RwSignal<bool>,
    reel: Memo<Option<Reel>>,
    at: RwSignal<At>,
}

impl Playing {
    /// Plays whenever the figure is in sight, and not paused.
    fn follow(self) {
        let app = app();
        Effect::new(move |_| {
            if self.seen.get() && self.plays.get() {
                self.next_frame(app, app.moment());
            }
        });
    }

    /// Draws frame after frame, until the figure is out of sight or paused.
    fn next_frame(self, app: App, began: Moment) {
        request_animation_frame(move || {
            let goes_on = self.plays.try_get_untracked() == Some(true)
                && self.seen.try_get_untracked() == Some(true);
            if !goes_on {
                return;
            }
            let seconds = app.moment().since(began).as_secs_f64();
            let frame = (seconds * FRAMES).floor() / FRAMES;
            let at = self
                .reel
                .with_untracked(|reel| reel.as_ref().map(|reel| reel.tour(frame)));
            if let Some(at) = at.filter(|at| *at != self.at.get_untracked()) {
                self.at.set(at);
            }
            self.next_frame(app, began);
        });
    }
}
