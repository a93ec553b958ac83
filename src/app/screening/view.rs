//! What is shown of the questions about warning signs, and of what followed from the answers.

use super::State;
use crate::app::context::Context;
use crate::domain::screening::{Action, DueReason, SignGroup, action};

/// What is shown of the questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScreeningView {
    /// A group of signs to be answered.
    Asking {
        /// The group.
        group: SignGroup,
        /// The place of this group, from 1, and the number of groups.
        place: (usize, usize),
        /// Why it is asked.
        why: DueReason,
    },
    /// Advice on what was ticked, before going on.
    Advice(Action),
    /// Advice, and no way on until someone has looked at it.
    Locked(Action),
    /// Nothing is asked.
    Nothing,
}

/// The questions being asked, or what followed from them.
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
