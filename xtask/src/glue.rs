//! Shrinks the JavaScript glue of the wasm to what the page needs.
//!
//! wasm-bindgen writes it for a library: with classes and functions for callers which this page does not have, and with
//! each imported function under a name of some forty letters, twice.

use anyhow::{Context, Result, anyhow, ensure};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, ImportSectionReader, Parser};

/// The module from which the wasm imports the browser's functions.
const BROWSER: &str = "./limber_bg.js";
/// The beginning and the end of a class exported to JavaScript.
const CLASS: (&str, &str) = ("export class ", ".prototype.free;\n");
/// The beginning and the end of the registry which frees unused objects of such a class.
const CARE: (&str, &str) = ("Finalization = ", ", 1));\n");

/// A wasm module and its JavaScript.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Glue {
    pub(crate) wasm: Vec<u8>,
    pub(crate) script: String,
}

/// Removes what the page never calls, and gives imports the shortest names.
///
/// # Errors
///
/// When the wasm can't be read, or the JavaScript does not match it.
pub(crate) fn shrink(wasm: &[u8], script: &str) -> Result<Glue> {
    let mut shrinker = Shrinker {
        script: without_classes(script)?,
        names: 0,
    };
    let mut module = Module::new();
    shrinker
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| anyhow!("the wasm that was joined: {error}"))?;
    Ok(Glue {
        wasm: module.finish(),
        script: shrinker.script,
    })
}

/// The script, and the number of names given so far.
struct Shrinker {
    script: String,
    names: usize,
}

impl Reencode for Shrinker {
    type Error = anyhow::Error;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        for import in section.into_imports() {
            let import = import?;
            let new = if import.module == BROWSER {
                self.renamed(import.name)
            } else {
                Ok(import.name.to_owned())
            };
            let new = new.map_err(reencode::Error::UserError)?;
            imports.import(import.module, &new, self.entity_type(import.ty)?);
        }
        Ok(())
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        if names(&self.script, export.name) {
            reencode::utils::parse_export(self, exports, export)?;
        }
        Ok(())
    }
}

impl Shrinker {
    /// Gives an imported function the next short name.
    fn renamed(&mut self, name: &str) -> Result<String> {
        let new = short(self.names);
        self.names += 1;
        let (long, short) = (format!("\n        {name}: "), format!("\n        {new}: "));
        ensure!(
            self.script.matches(&long).count() == 1,
            "the JavaScript does not have `{name}` once"
        );
        self.script = self.script.replace(&long, &short);
        Ok(new)
    }
}

/// Whether a script has a name in it, as a whole word.
fn names(script: &str, name: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    script.match_indices(name).any(|(at, _)| {
        let before = script[..at].chars().next_back();
        let after = script[at + name.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

/// The short name with this number; all are different.
fn short(number: usize) -> String {
    const LETTERS: &[u8; 26] = b"abcdefghijklmnopqrstuvwxyz";
    let letter = char::from(LETTERS[number % LETTERS.len()]);
    match number / LETTERS.len() {
        0 => letter.to_string(),
        more => short(more - 1) + &letter.to_string(),
    }
}

/// The script without its classes, of which the page makes no objects.
fn without_classes(script: &str) -> Result<String> {
    let mut script = script.to_owned();
    while let Some(begin) = script.find(CLASS.0) {
        let name = &script[begin + CLASS.0.len()..];
        let name = name.split_whitespace().next().unwrap_or_default();
        let care = format!("const {name}{}", CARE.0);
        let class = through(&script, begin, CLASS.1)?;
        script.replace_range(begin..class, "");
        let begin = script.find(&care).context("a class nobody cares for")?;
        script.replace_range(begin..through(&script, begin, CARE.1)?, "");
    }
    Ok(script)
}

/// The end of the next `end` after `begin`.
fn through(script: &str, begin: usize, end: &str) -> Result<usize> {
    let at = script[begin..].find(end);
    let at = at.with_context(|| format!("the JavaScript has no `{}`", end.trim()))?;
    Ok(begin + at + end.len())
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, EntityType, ExportKind, Function, FunctionSection, TypeSection,
    };
    use wasmparser::Payload;

    use super::*;

    const SCRIPT: &str = "\
export class Stream {
    pull() { wasm.stream_pull(); }
}
if (Symbol.dispose) Stream.prototype[Symbol.dispose] = Stream.prototype.free;
    const import0 = {
        __wbg_play_26a9: function() {},
        __wbg_stop_26a9: function() {},
    };
const StreamFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_stream_free(ptr, 1));
wasm.start();
";

    /// A module that imports `imports`, and exports a function under each name of `exports`.
    fn module(imports: &[(&str, &str)], exports: &[&str]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut asked = ImportSection::new();
        for (module, name) in imports {
            asked.import(module, name, EntityType::Function(0));
        }
        let mut functions = FunctionSection::new();
        let mut offered = ExportSection::new();
        let mut code = CodeSection::new();
        for (index, name) in (imports.len()..).zip(exports) {
            functions.function(0);
            offered.export(name, ExportKind::Func, u32::try_from(index).unwrap());
            let mut body = Function::new([]);
            body.instructions().end();
            code.function(&body);
        }
        let mut module = Module::new();
        module.section(&types).section(&asked).section(&functions);
        module.section(&offered).section(&code);
        module.finish()
    }

    /// The names of a module's imports and exports.
    fn names_in(wasm: &[u8]) -> Vec<String> {
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload.unwrap();
            if let Payload::ImportSection(imports) = payload {
                names.extend(imports.into_imports().map(|it| it.unwrap().name.to_owned()));
            } else if let Payload::ExportSection(exports) = payload {
                names.extend(exports.into_iter().map(|it| it.unwrap().name.to_owned()));
            }
        }
        names
    }

    #[test]
    fn what_is_asked_for_has_short_names_on_both_sides_and_what_nobody_calls_is_gone() {
        let imports = [
            (BROWSER, "__wbg_stop_26a9"),
            ("./other.js", "load"),
            (BROWSER, "__wbg_play_26a9"),
        ];
        let wasm = module(&imports, &["start", "stream_pull", "__wbg_stream_free"]);

        let glue = shrink(&wasm, SCRIPT).unwrap();

        assert_eq!(names_in(&glue.wasm), ["a", "load", "b", "start"]);
        let expected = "    const import0 = {
        b: function() {},
        a: function() {},
    };
wasm.start();
";
        assert_eq!(glue.script, expected);
    }

    #[test]
    fn a_script_that_does_not_have_what_is_asked_for_is_refused() {
        let wasm = module(&[(BROWSER, "__wbg_pause_26a9")], &[]);
        let error = shrink(&wasm, SCRIPT).unwrap_err().to_string();
        assert!(error.contains("__wbg_pause_26a9"), "{error}");
    }

    #[test]
    fn short_names_are_all_different() {
        let names: Vec<String> = (0..800).map(short).collect();
        assert_eq!(names[..2], ["a", "b"]);
        assert_eq!(names[26..28], ["aa", "ab"]);
        let distinct: std::collections::BTreeSet<&String> = names.iter().collect();
        assert_eq!(distinct.len(), names.len());
    }
}
