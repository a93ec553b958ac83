//! Checks across the texts of the library, beyond each of them being readable.

use std::time::Duration;

use super::reading::LibraryError;
use super::{
    BUILT_IN, FACTS, KNOWN, POSTURES, ROUTINES, evidence, figure, postures, routine, routines,
};
use crate::domain::compile::length;
use crate::domain::phrasing::Phrasing;
use crate::domain::plan::{Plan, Preferences, Profile};

/// Everything that is wrong with the library.
pub fn faults(phrasing: &dyn Phrasing) -> Vec<LibraryError> {
    let read = [&POSTURES.1, &BUILT_IN.1, &KNOWN.1];
    let mut faults: Vec<_> = read.into_iter().flatten().cloned().collect();
    for posture in postures() {
        let fault = |what| fault(FACTS.0, line_of(FACTS.1, "posture", posture.id), what);
        let forms = [&posture.usual]
            .into_iter()
            .chain(&posture.easier)
            .chain(&posture.stronger);
        let undrawn = forms.filter(|form| figure(form.figure).is_none());
        faults.extend(undrawn.map(|form| fault(format!("there is no figure {}", form.figure))));
        let known = |id: &&&str| evidence().iter().any(|evidence| evidence.id == **id);
        let unknown = posture.sources.iter().filter(|id| !known(id));
        faults.extend(unknown.map(|id| fault(format!("there is no evidence {id}"))));
        if posture.sources.is_empty() {
            faults.push(fault(format!("{}: `source` is missing", posture.id)));
        }
    }
    let [told, _] = ROUTINES;
    for built_in in routines() {
        let id = &built_in.routine.id;
        let wrong = how_long(id, phrasing).err();
        faults.extend(wrong.map(|what| fault(told.0, line_of(told.1, "routine", id), what)));
    }
    faults
}

/// How long a routine takes with the default settings, if that is as long as it says.
fn how_long(id: &str, phrasing: &dyn Phrasing) -> Result<Duration, String> {
    let built_in = routine(id).ok_or_else(|| format!("there is no routine {id}"))?;
    let plan = Plan {
        routine: built_in.routine.clone(),
        preferences: Preferences::default(),
        profile: Profile::default(),
    };
    let total =
        length(&plan, phrasing).map_err(|error| format!("{id} cannot be played: {error:?}"))?;
    // Minutes are rounded as they are where they are shown and said.
    if (total.as_secs() + 30) / 60 != built_in.takes.as_secs() / 60 {
        let (minutes, seconds) = (total.as_secs() / 60, total.as_secs() % 60);
        return Err(format!(
            "{id} takes {minutes} min {seconds} s, not {} min",
            built_in.takes.as_secs() / 60
        ));
    }
    Ok(total)
}

const fn fault(file: &'static str, line: usize, what: String) -> LibraryError {
    LibraryError { file, line, what }
}

/// The number of the line that opens a section.
fn line_of(text: &str, kind: &str, id: &str) -> usize {
    let opens = |line: &str| {
        line.strip_prefix(kind)
            .is_some_and(|rest| rest.trim() == id)
    };
    text.lines().position(opens).map_or(1, |nth| nth + 1)
}
