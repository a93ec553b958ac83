//! What is known about bodies, how surely, and from where.

use super::error::{LibraryError, LibraryErrors};
use super::outline::{Section, sections};
use super::postures::Text;
use super::terms::Term;

/// Something that Limber claims about bodies, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The id by which postures refer to it.
    pub id: &'static str,
    /// The claim, in a sentence.
    pub claim: &'static str,
    /// How sure it is.
    pub strength: Strength,
    /// How it was found out, and what that does not show.
    pub told: &'static str,
    /// Who found it out.
    pub source: &'static str,
    /// Where that can be read, if anywhere.
    pub link: Option<&'static str>,
}

/// How sure a claim is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// Guidelines, or many studies that agree.
    Strong,
    /// Some studies.
    Some,
    /// Few or small studies, or studies that disagree.
    Weak,
    /// Common practice; no trial was found.
    Custom,
    /// A choice of Limber's authors.
    Choice,
}

impl Term for Strength {
    const KIND: &'static str = "strength";
    const TERMS: &'static [(&'static str, Self)] = &[
        ("strong", Self::Strong),
        ("some", Self::Some),
        ("weak", Self::Weak),
        ("custom", Self::Custom),
        ("choice", Self::Choice),
    ];
}

/// All evidence that can be read, and what is wrong with the rest.
pub fn evidence(text: Text) -> (Vec<Evidence>, Vec<LibraryError>) {
    let mut faults = LibraryErrors::of(text.0);
    let sections = sections(text.1, "evidence", &mut faults);
    let evidence = sections
        .iter()
        .filter_map(|section| {
            let read = entry(section);
            faults.note(section.line, read)
        })
        .collect();
    (evidence, faults.all())
}

fn entry(section: &Section) -> Result<Evidence, String> {
    let said = |key: &str| {
        let fields = section.below.iter().map(super::outline::Outline::field);
        fields
            .clone()
            .find(|(known, _)| *known == key)
            .map(|(_, value)| value)
    };
    let must = |key: &str| said(key).ok_or_else(|| format!("{}: `{key}` is missing", section.id));
    Ok(Evidence {
        id: section.id,
        claim: must("claim")?,
        strength: Strength::of(must("strength")?)?,
        told: must("told")?,
        source: said("source").unwrap_or_default(),
        link: said("link"),
    })
}
