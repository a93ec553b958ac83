//! The questions about warning signs, and what came of them, as they are shown.

use super::State;
use crate::app::context::Context;
use crate::domain::screening::{Action, DueReason, SignGroup, action};

/// What is shown of the questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScreeningView {
    /// A group of signs, to be answered.
    Asking {
        /// Which group.
        group: SignGroup,
        /// Its place, from 1, and how many there are.
        place: (usize, usize),
        /// Why it is asked.
        why: DueReason,
    },
    /// What to do about what was ticked, before going on.
    Advice(Action),
    /// What to do, and nothing else until someone has looked at it.
    Locked(Action),
    /// Nothing is asked.
    Nothing,
}

/// The questions that are being asked, or what came of them.
pub fn screening(state: &State, context: &Context) -> ScreeningView {
    if let Some(asked) = &state.asked {
        let all = asked.due.scope().groups().len();
        return match asked.groups.first() {
            Some(group) => ScreeningView::Asking {
                group: *group,
                place: (all + 1 - asked.groups.len(), all),
                why: asked.due.why(),
            },
            None => ScreeningView::Advice(action(&asked.signs)),
        };
    }
    context
        .lock()
        .map_or(ScreeningView::Nothing, ScreeningView::Locked)
}
