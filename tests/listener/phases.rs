//! Predicates for the kinds of phases which tests listen for.

use limber::domain::timeline::PhaseKind;

pub(crate) fn is_set_up(kind: &PhaseKind) -> bool {
    matches!(kind, PhaseKind::SetUp)
}

pub(crate) fn is_hold(kind: &PhaseKind) -> bool {
    matches!(kind, PhaseKind::Hold(_))
}

pub(crate) fn is_rest(kind: &PhaseKind) -> bool {
    matches!(kind, PhaseKind::Rest)
}

pub(crate) fn is_change(kind: &PhaseKind) -> bool {
    matches!(kind, PhaseKind::ChangeSides { .. })
}

pub(crate) fn is_out(kind: &PhaseKind) -> bool {
    matches!(kind, PhaseKind::ComeOut)
}
