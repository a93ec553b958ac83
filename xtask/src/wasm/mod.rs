//! Analyses the wasm: its sections, and its functions by crate and module.
//!
//! The served file has lost its names, so functions are measured in the one that cargo wrote, before wasm-opt: their
//! shares in the two files are about the same.

mod owner;
mod table;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::Path;

use anyhow::{Result, ensure};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::compress;
use crate::disk;
use crate::page;
use crate::project;

/// The prefix of functions that describe types to wasm-bindgen, which runs and then discards them.
const THROWN_AWAY: &str = "__wbindgen_describe";

/// A section's name and content.
type Section<'a> = (String, &'a [u8]);

/// The bytes of functions by crate, and those of Limber by module.
#[derive(Debug, Default, PartialEq, Eq)]
struct Weights {
    crates: BTreeMap<String, usize>,
    modules: BTreeMap<String, usize>,
}

/// Tables of the sections of the served wasm, and of the functions in the wasm that cargo wrote.
///
/// # Errors
///
/// When either is missing or isn't wasm, or cargo does not tell its target folder.
pub(crate) fn report(dist: &Path) -> Result<String> {
    let mut sections = Vec::new();
    for file in served(dist)? {
        // The part before the fingerprint.
        let of = file.split_once('-').map_or("", |(of, _)| of);
        for (name, content) in sections_of(&disk::bytes(&dist.join(&file))?)? {
            let small = compress::brotli(content)?.len();
            sections.push((format!("{of}: {name}"), content.len(), small));
        }
    }
    let weights = weigh(&disk::bytes(&project::compiled()?)?)?;
    Ok([
        table::of_sections(sections),
        table::of_functions("by crate, before wasm-opt", weights.crates),
        table::of_functions("by module of limber, before wasm-opt", weights.modules),
    ]
    .concat())
}

/// The names of a page's wasm files: there may be parts that are loaded later.
fn served(dist: &Path) -> Result<Vec<String>> {
    let mut names = page::files(dist)?;
    names.retain(|name| Path::new(name).extension() == Some(OsStr::new("wasm")));
    ensure!(
        !names.is_empty(),
        "there is no wasm in {}; `cargo xtask dist` builds the page",
        dist.display()
    );
    Ok(names)
}

fn sections_of(wasm: &[u8]) -> Result<Vec<Section<'_>>> {
    let mut sections = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        let Some((id, place)) = payload.as_section() else {
            continue;
        };
        let name = if let Payload::CustomSection(custom) = &payload {
            format!("custom: {}", custom.name())
        } else {
            known_name(id).to_owned()
        };
        let place = usize::try_from(place.start)?..usize::try_from(place.end)?;
        sections.push((name, wasm.get(place).unwrap_or_default()));
    }
    Ok(sections)
}

/// The name of a section by its number in the specification.
fn known_name(id: u8) -> &'static str {
    const NAMES: [&str; 14] = [
        "custom",
        "type",
        "import",
        "function",
        "table",
        "memory",
        "global",
        "export",
        "start",
        "element",
        "code",
        "data",
        "data count",
        "tag",
    ];
    NAMES.get(usize::from(id)).unwrap_or(&"unknown")
}

/// Measures each function of a wasm file which has its names.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "three kinds of section out of all that there are"
)]
fn weigh(wasm: &[u8]) -> Result<Weights> {
    let (mut imported, mut sizes, mut names) = (0_u32, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.as_bytes().len()),
            Payload::CustomSection(custom) => {
                if let KnownCustom::Name(subsections) = custom.as_known() {
                    read_names(subsections, &mut names)?;
                }
            }
            _ => {}
        }
    }
    let mut weights = Weights::default();
    for (index, size) in (imported..).zip(sizes) {
        let name = names.get(&index).map_or("", String::as_str);
        if !name.starts_with(THROWN_AWAY) {
            weights.add(name, size);
        }
    }
    Ok(weights)
}

fn read_names(
    subsections: wasmparser::NameSectionReader<'_>,
    names: &mut BTreeMap<u32, String>,
) -> Result<()> {
    for subsection in subsections {
        if let Name::Function(functions) = subsection? {
            for function in functions {
                let function = function?;
                names.insert(function.index, function.name.to_owned());
            }
        }
    }
    Ok(())
}

impl Weights {
    fn add(&mut self, name: &str, size: usize) {
        let path = owner::path(&rustc_demangle::demangle(name));
        *self.crates.entry(owner::crate_of(&path)).or_default() += size;
        if let Some(module) = owner::module_of(&path) {
            *self.modules.entry(module).or_default() += size;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one imported and two own functions, of two and four bytes, and their names.
    const SMALL: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x04\x01\x60\0\0\
        \x02\x07\x01\x01a\x01b\0\0\
        \x03\x03\x02\0\0\
        \x0a\x09\x02\x02\0\x0b\x04\0\x01\x01\x0b\
        \0\x2e\x04name\x01\x27\x03\x00\x01x\x01\x0f_ZN4core3fmt1xE\x02\x10_ZN6limber2ui1xE";

    #[test]
    fn functions_are_weighed_under_their_own_names_and_not_under_those_of_imports() {
        let weights = weigh(SMALL).unwrap();
        let crates = [("core", 2), ("limber", 4)].map(|(name, size)| (name.to_owned(), size));
        assert_eq!(weights.crates, BTreeMap::from(crates));
        let modules = [("limber::ui".to_owned(), 4)];
        assert_eq!(weights.modules, BTreeMap::from(modules));
    }

    #[test]
    fn sections_have_their_names() {
        let sections = sections_of(SMALL).unwrap();
        let names: Vec<&str> = sections.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            ["type", "import", "function", "code", "custom: name"]
        );
    }
}
