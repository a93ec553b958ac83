//! Puts postures together from their facts and their words.

use super::error::{LibraryError, LibraryErrors};
use super::facts::{Facts, FormFacts, VariationFacts, facts};
use super::words::{FormWords, PostureWords, words};
use crate::domain::collections::Map;
use crate::domain::dose::Dose;
use crate::domain::posture::{Form, Posture, SpokenLine};

/// A text of the library: its name, relative to `src/library`, and its content.
pub type Text = (&'static str, &'static str);

/// All postures that have both facts and words, and what is wrong with the others.
pub fn postures(told: Text, said: &[Text]) -> (Vec<Posture>, Vec<LibraryError>) {
    let mut faults = LibraryErrors::of(told.0);
    let facts = facts(told.1, &mut faults);
    let mut all_faults = Vec::new();
    let spoken = spoken(said, &facts, &mut all_faults);
    let mut by_file: Vec<_> = said
        .iter()
        .map(|(file, _)| LibraryErrors::of(file))
        .collect();
    let mut usual: Map<&str, Form> = Map::default();
    for facts in &facts {
        let Some((file, words)) = spoken.get(facts.id) else {
            faults.add(facts.line, format!("{} has no words", facts.id));
            continue;
        };
        let form = Joining { facts, words }.usual(&mut by_file[*file]);
        if let Some(form) = form {
            usual.insert(facts.id, form);
        }
    }
    let mut postures = Vec::new();
    for facts in &facts {
        if let (Some((file, words)), Some(form)) = (spoken.get(facts.id), usual.get(facts.id)) {
            let joining = Joining { facts, words };
            postures.push(joining.posture(form, &usual, &mut faults, &mut by_file[*file]));
        }
    }
    let known = |id: &str| facts.iter().any(|facts| facts.id == id);
    for facts in &facts {
        for id in facts.instead.iter().filter(|id| !known(id)) {
            faults.add(
                facts.line,
                format!("there is no posture {id} to do instead"),
            );
        }
    }
    all_faults.extend(faults.all());
    all_faults.extend(by_file.into_iter().flat_map(LibraryErrors::all));
    (postures, all_faults)
}

/// The words of each posture, with the index of the text that has them.
fn spoken(
    said: &[Text],
    facts: &[Facts],
    all_faults: &mut Vec<LibraryError>,
) -> Map<&'static str, (usize, PostureWords)> {
    let mut spoken = Map::default();
    for (nth, (file, text)) in said.iter().enumerate() {
        let mut faults = LibraryErrors::of(file);
        for words in words(text, &mut faults) {
            if !facts.iter().any(|facts| facts.id == words.id) {
                faults.add(words.line, format!("there is no posture {}", words.id));
            } else if spoken.insert(words.id, (nth, words.clone())).is_some() {
                faults.add(words.line, format!("{} is there twice", words.id));
            }
        }
        all_faults.extend(faults.all());
    }
    spoken
}

/// The facts and the words of one posture.
struct Joining<'a> {
    facts: &'a Facts,
    words: &'a PostureWords,
}

impl Joining<'_> {
    fn posture(
        &self,
        usual: &Form,
        others: &Map<&str, Form>,
        faults: &mut LibraryErrors,
        spoken: &mut LibraryErrors,
    ) -> Posture {
        let Self { facts, words } = self;
        let mut variations = |variations: &[VariationFacts]| -> Vec<Form> {
            variations
                .iter()
                .filter_map(|variation| self.variation(variation, usual, others, faults, spoken))
                .collect()
        };
        let (easier, stronger) = (variations(&facts.easier), variations(&facts.stronger));
        let told = facts.easier.iter().chain(&facts.stronger);
        let told: Vec<_> = told.map(VariationFacts::id).collect();
        for variation in &words.variations {
            if !told.contains(&variation.id) {
                spoken.add(
                    variation.line,
                    format!("{} has no way {}", facts.id, variation.id),
                );
            }
        }
        Posture {
            id: facts.id,
            name: words.name,
            also: words.also.clone(),
            sided: facts.sided,
            felt: facts.felt.clone(),
            amount: facts.amount,
            amount_from_60: facts.amount_from_60,
            usual: usual.clone(),
            easier,
            stronger,
            instead: facts.instead.clone(),
            sources: facts.sources.clone(),
            feel: words.feel,
            why: words.why,
            care: words.care,
        }
    }

    /// Looks whether the usual form has all its words, and none that have no place in it.
    fn check_usual(&self, faults: &mut LibraryErrors) {
        let (facts, said) = (self.facts, &self.words.usual);
        let paced = matches!(
            facts.amount.dose,
            Dose::Repetitions { .. } | Dose::Breaths { .. }
        );
        let lacks = [
            ("set up", said.setup.is_empty()),
            ("again", said.again.is_none()),
            ("between", said.between.is_none()),
            ("change", facts.sided && said.change.is_empty()),
            ("coach", said.coaching.is_empty()),
            ("there", paced && said.there.is_none()),
            ("back", paced && said.back.is_none()),
            ("come out", said.exit.is_empty()),
            ("come out again", said.exit_again.is_none()),
            ("stop", said.unwind.is_none()),
            ("dizzy", facts.usual.head_down && said.dizzy.is_none()),
        ];
        let too_much = [
            ("change", !facts.sided && !said.change.is_empty()),
            ("dizzy", !facts.usual.head_down && said.dizzy.is_some()),
            ("there", !paced && said.there.is_some()),
        ];
        let line = self.words.line;
        for (what, _) in lacks.iter().filter(|(_, lacking)| *lacking) {
            faults.add(line, format!("{}: `{what}` is missing", facts.id));
        }
        for (what, _) in too_much.iter().filter(|(_, there)| *there) {
            faults.add(line, format!("{}: `{what}` has no place here", facts.id));
        }
    }

    fn usual(&self, faults: &mut LibraryErrors) -> Option<Form> {
        self.check_usual(faults);
        let (facts, said) = (self.facts, &self.words.usual);
        Some(Form {
            setup: said.setup.clone(),
            again: said.again?,
            between: said.between?,
            change: said.change.clone(),
            coaching: said.coaching.clone(),
            exit: said.exit.clone(),
            exit_again: vec![said.exit_again?],
            unwind: said.unwind?,
            dizzy: said.dizzy,
            beats: said.beats(),
            ..facts.usual.silent(self.words.name, said.again?)
        })
    }

    fn variation(
        &self,
        variation: &VariationFacts,
        usual: &Form,
        others: &Map<&str, Form>,
        faults: &mut LibraryErrors,
        spoken: &mut LibraryErrors,
    ) -> Option<Form> {
        let id = variation.id();
        let Some(said) = self.words.variations.iter().find(|said| said.id == id) else {
            let what = format!("{}: the way {id} has no words", self.facts.id);
            spoken.add(self.words.line, what);
            return None;
        };
        match variation {
            VariationFacts::Own(form) => Some(own_way(form, said, usual, spoken)),
            VariationFacts::Posture { line, .. } => {
                let Some(other) = others.get(id) else {
                    faults.add(*line, format!("there is no posture {id}"));
                    return None;
                };
                if other.change.is_empty() == self.facts.sided {
                    faults.add(*line, format!("{id} has sides, or {} has", self.facts.id));
                }
                Some(Form {
                    name: said.name,
                    ..other.clone()
                })
            }
        }
    }
}

impl VariationFacts {
    const fn id(&self) -> &'static str {
        match self {
            Self::Own(form) => form.id,
            Self::Posture { id, .. } => id,
        }
    }
}

impl FormFacts {
    /// A form with these facts, and hardly a word.
    fn silent(&self, name: &'static str, line: SpokenLine) -> Form {
        Form {
            id: self.id,
            posture: self.posture,
            name,
            figure: self.figure,
            level: self.level,
            in_spasm: self.in_spasm,
            led: self.led,
            position: self.position,
            head_down: self.head_down,
            needs: self.needs.clone(),
            not_with: self.not_with.clone(),
            careful_with: self.careful_with.clone(),
            setup: Vec::new(),
            again: line,
            between: line,
            change: Vec::new(),
            coaching: Vec::new(),
            exit: Vec::new(),
            exit_again: Vec::new(),
            unwind: "",
            dizzy: None,
            beats: None,
        }
    }
}

/// A variation of the posture's own. Whatever it leaves out is as in the usual form; but in another position, the
/// person comes out differently.
fn own_way(facts: &FormFacts, said: &FormWords, usual: &Form, faults: &mut LibraryErrors) -> Form {
    let elsewhere = facts.position != usual.position;
    let lacks = [
        ("set up", said.setup.is_empty()),
        ("between", elsewhere && said.between.is_none()),
        ("come out", elsewhere && said.exit.is_empty()),
        ("stop", elsewhere && said.unwind.is_none()),
        (
            "change",
            elsewhere && !usual.change.is_empty() && said.change.is_empty(),
        ),
    ];
    for (what, _) in lacks.iter().filter(|(_, lacking)| *lacking) {
        faults.add(said.line, format!("{}: `{what}` is missing", facts.id));
    }
    // Someone who did this variation before needs no more than the last line of its set-up.
    let again = said.again.or(said.setup.last().copied());
    let or_usual = |own: &Vec<SpokenLine>, usual: &Vec<SpokenLine>| {
        if own.is_empty() { usual } else { own }.clone()
    };
    Form {
        setup: said.setup.clone(),
        again: again.unwrap_or(usual.again),
        between: said.between.unwrap_or(usual.between),
        change: or_usual(&said.change, &usual.change),
        coaching: if said.coaching.is_empty() {
            usual.coaching.clone()
        } else {
            said.coaching.clone()
        },
        exit_again: match said.exit_again {
            Some(line) => vec![line],
            None => or_usual(&said.exit, &usual.exit_again),
        },
        exit: or_usual(&said.exit, &usual.exit),
        unwind: said.unwind.unwrap_or(usual.unwind),
        dizzy: said.dizzy.or(usual.dizzy).filter(|_| facts.head_down),
        beats: said.beats().or(usual.beats),
        ..facts.silent(said.name, usual.again)
    }
}
