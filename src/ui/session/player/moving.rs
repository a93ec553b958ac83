//! The figure in the player, which moves as the user is to move.

use std::time::Duration;

use leptos::prelude::*;

use crate::app::session::view::{Motion, PlayerView, eased};
use crate::domain::time::Moment;
use crate::figure::drawing::svg::{ghost, groups, view_box};
use crate::figure::reel::{At, Reel, there_and_back};
use crate::library::{figure, sheet};
use crate::shell::App;
use crate::ui::app;
use crate::ui::erased::{Memo, follow, live};
use crate::ui::figure::{body, found, words};

/// How long a breath at rest takes.
const BREATH: Duration = Duration::from_millis(5_600);
/// How many depths a breath is drawn in: no more frames than the eye needs.
const DEPTHS: f64 = 20.0;
/// The shortest time a way takes, however few words describe it.
const NO_LESS: Duration = Duration::from_secs(2);

/// The figure of the current posture.
#[component]
pub(super) fn MovingFigure(shown: Memo<Option<PlayerView>>) -> impl IntoView {
    let app = app();
    let drawn = Memo::new(move || shown.get().map(|player| player.figure));
    let motion = Memo::new(move || shown.get().map_or(Motion::Still, |player| player.motion));
    let body = body();
    let reel = Memo::new(move || {
        let (posture, _) = drawn.get()?;
        Some(Reel::of(sheet(), figure(posture)?, body.get()))
    });
    let moving = Moving {
        app,
        motion,
        at: RwSignal::new(At::POSTURE),
        begun: StoredValue::new((app.moment(), 1.0, 1)),
        framed: StoredValue::new(false),
    };
    let calm = app.wants_less_motion();
    moving.follow(drawn, reel, calm);
    live(move || {
        let mirrored = drawn.get().is_some_and(|(_, mirrored)| mirrored);
        let extent = follow(move || found(reel, |reel| view_box(reel.extent(moving.at.get()))));
        let picture = follow(move || {
            let on_the_way = calm && matches!(motion.get(), Motion::Transition(_));
            found(reel, |reel| {
                let at = moving.at.get();
                let came_from = on_the_way.then(|| reel.ghost(at)).flatten();
                let ghost = came_from.map_or_else(String::new, |it| ghost(&it));
                ghost + &groups(&reel.picture(at))
            })
        });
        let told = follow(move || found(reel, |reel| words(reel, mirrored)));
        view! {
            <svg class="figure" class:mirrored=mirrored viewBox=extent role="img" aria-label=told focusable="false" inner_html=picture></svg>
        }
    })
}

/// Where a figure is at the beginning of a motion, on a way of this many steps.
fn beginning(motion: Motion, steps: usize) -> At {
    match motion {
        Motion::Transition(transition) => At::way(transition.beginning(steps)),
        Motion::Still | Motion::Waiting | Motion::Breathing | Motion::Swing(_) => At::POSTURE,
    }
}

/// Where a motion leads, for users who want less of it: the two ends of a movement in turn; `None` if it waits.
fn end(motion: Motion, steps: usize) -> Option<At> {
    match motion {
        Motion::Waiting => None,
        Motion::Still | Motion::Breathing => Some(At::POSTURE),
        Motion::Transition(transition) => Some(At::way(transition.end(steps))),
        Motion::Swing(swing) => Some(At::swing(swing.end())),
    }
}

/// A figure that moves from frame to frame.
#[derive(Clone, Copy)]
struct Moving {
    app: App,
    motion: Memo<Motion>,
    at: RwSignal<At>,
    /// When the current motion began, how far along the way the figure was then, and how many steps the whole way has.
    begun: StoredValue<(Moment, f64, usize)>,
    /// Whether a frame has been requested.
    framed: StoredValue<bool>,
}

impl Moving {
    /// Follows what the player shows. A way that continues does so from where the figure is; everything else begins
    /// afresh. Users who want less motion see where each motion leads.
    fn follow(
        self,
        drawn: Memo<Option<(&'static str, bool)>>,
        reel: Memo<Option<Reel>>,
        calm: bool,
    ) {
        Effect::new(move |before: Option<(Option<(&str, bool)>, Motion)>| {
            let (posture, motion) = (drawn.get(), self.motion.get());
            let steps = reel.with_untracked(|reel| reel.as_ref().map_or(1, Reel::steps));
            let goes_on = before.is_some_and(|(same, before)| {
                same == posture && matches!(before, Motion::Transition(_) | Motion::Waiting)
            });
            if !goes_on {
                self.at.set(beginning(motion, steps));
            }
            match end(motion, steps) {
                Some(end) if calm => self.at.set(end),
                Some(_) => self.begin(steps),
                None => {}
            }
            (posture, motion)
        });
    }

    /// Begins the current motion.
    fn begin(self, steps: usize) {
        let way = self.at.get_untracked().way;
        self.begun.set_value((self.app.moment(), way, steps));
        if !self.framed.get_value() {
            self.framed.set_value(true);
            self.next_frame();
        }
    }

    /// Requests the next frame for as long as something moves. If the screen is gone, so are the signals, and this
    /// ends.
    fn next_frame(self) {
        request_animation_frame(move || {
            let motion = self.motion.try_get_untracked();
            let begun = self.begun.try_get_value();
            let (Some(motion), Some(begun)) = (motion, begun) else {
                return;
            };
            let (at, goes_on) = self.now(motion, begun);
            if self.at.get_untracked() != at {
                self.at.set(at);
            }
            if goes_on {
                self.next_frame();
            } else {
                self.framed.set_value(false);
            }
        });
    }

    /// Where the figure is at this moment, and whether it moves on.
    fn now(self, motion: Motion, (began, from, steps): (Moment, f64, usize)) -> (At, bool) {
        let since = self.app.moment().since(began);
        match motion {
            Motion::Still => (At::POSTURE, false),
            Motion::Waiting => (self.at.get_untracked(), false),
            Motion::Breathing => {
                let breath = there_and_back(since.as_secs_f64(), BREATH.as_secs_f64());
                (At::breath((breath * DEPTHS).round() / DEPTHS), true)
            }
            Motion::Transition(transition) => {
                let within = transition.within.max(NO_LESS).as_secs_f64();
                let part = (since.as_secs_f64() / within).min(1.0);
                let far = from + (transition.end(steps) - from) * eased(part);
                (At::way(far), part < 1.0)
            }
            Motion::Swing(swing) => {
                let later = self.app.moment().since(self.app.drawn());
                (At::swing(swing.far(later)), swing.runs)
            }
        }
    }
}
