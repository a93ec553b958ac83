//! Putting Limber on the home screen.

use super::settings;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::device::Installing;

/// The person wants Limber on the home screen: the browser asks, and reports.
pub(super) fn pressed(model: &mut Model, out: &mut Vec<Effect>) {
    if model.installing == Installing::Offered {
        out.push(Effect::Install);
    }
    answered(model, out);
}

/// The person has answered the invitation, one way or the other, and is not invited again.
pub(super) fn answered(model: &mut Model, out: &mut Vec<Effect>) {
    model.settings.invited = true;
    settings::keep(model, out);
}
