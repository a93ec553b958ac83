//! Splits the program into what the first screens need, what is loaded after them, and what is loaded on demand.
//!
//! trunk can't do that. So the wasm that it compiled is split here where the code says `wasm_split`, bound to
//! JavaScript, optimised, and written over trunk's own output.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use crate::disk;
use crate::fingerprint;
use crate::glue;
use crate::minify;
use crate::page::{INDEX, files};
use crate::process;
use crate::project;
use crate::setup::toolbox::Toolbox;

/// The prefix of parts which are loaded once the first screen is there.
pub(crate) const LAZY: &str = "lazy-";
/// The prefix of parts which are loaded on demand.
pub(crate) const ON_DEMAND: &str = "on-demand-";
/// The splitter's name for the part that is loaded once the first screen is there, as declared in `ui::lazy`.
const FIRST_OF_ALL: &str = "split_lazy";

/// The name of the program's crate.
const PROGRAM: &str = "limber";
/// The splitter's name for the JavaScript that loads the parts.
const LOADER: &str = "__wasm_split.js";
/// The splitter's prefixes for parts, and for code which several parts share.
const SPLIT: [&str; 2] = ["split_", "chunk_"];
/// The suffix of trunk's wasm file.
const WASM: &str = "_bg.wasm";

/// Options for wasm-opt. `-Oz` would leave fewer bytes, but more once compressed; and the alignment of addresses is
/// only a hint, which today's processors do without.
const SMALL: [&str; 3] = ["-O2", "--shrink-level=2", "--dealign"];

/// The features that rustc used, which wasm-opt can't detect once a module is split.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Splits the program that trunk built into `folder`.
///
/// # Errors
///
/// When a tool is missing or fails, its output is unexpected, or a file can't be read or written.
pub(crate) fn split(toolbox: &Toolbox, folder: &Path) -> Result<()> {
    let compiled = project::compiled()?;
    let work = compiled.with_file_name("parts");
    if work.exists() {
        fs::remove_dir_all(&work).with_context(|| format!("could not clear {}", work.display()))?;
    }
    bind(toolbox, &compiled, &work)?;
    let program = work.join(format!("{PROGRAM}{WASM}"));
    let script = work.join(PROGRAM).with_extension("js");
    let whole = joined(&disk::text(&script)?, &disk::text(&work.join(LOADER))?)?;
    let glue = glue::shrink(&disk::bytes(&program)?, &whole)?;
    disk::write(&program, &glue.wasm)?;
    make_small(toolbox, &work)?;
    let mut script = minify::module(toolbox, &glue.script)?;
    for name in files(&work)? {
        if is_part(&name) {
            let content = disk::bytes(&work.join(&name))?;
            // Shared code is loaded with the first part that shares it.
            let first = name.starts_with(FIRST_OF_ALL) || name.starts_with(SPLIT[1]);
            let when = if first { LAZY } else { ON_DEMAND };
            let better = format!("{when}{}.wasm", fingerprint::of(&content));
            script = script.replace(&format!("./{name}"), &format!("./{better}"));
            disk::write(&folder.join(better), &content)?;
        }
    }
    let wasm = files(folder)?
        .into_iter()
        .find(|name| name.ends_with(WASM))
        .context("trunk wrote no wasm")?;
    let javascript = wasm.replace(WASM, ".js");
    put_over(folder, &wasm, &disk::bytes(&program)?)?;
    put_over(folder, &javascript, script.as_bytes())
}

/// Splits the compiled program and binds it to JavaScript, in the folder `work`.
fn bind(toolbox: &Toolbox, compiled: &Path, work: &Path) -> Result<()> {
    let mut split = process::in_root(toolbox.wasm_split().path()?);
    split
        .arg(compiled)
        .arg(work)
        .args(["--out-name", PROGRAM])
        .env("RUST_LOG", "error");
    process::run(&mut split)?;
    let mut bind = process::in_root(toolbox.wasm_bindgen().path()?);
    // The parts share the function table, an export that would otherwise be dropped.
    bind.args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
        .arg("--out-dir")
        .arg(work)
        .arg(work.join(PROGRAM).with_extension("wasm"));
    Ok(process::run(&mut bind)?)
}

/// Whether a file is a part made by the splitter.
fn is_part(name: &str) -> bool {
    SPLIT.iter().any(|beginning| name.starts_with(beginning))
}

/// Optimises each wasm file in the folder `work`.
fn make_small(toolbox: &Toolbox, work: &Path) -> Result<()> {
    for name in files(work)? {
        if name.ends_with(WASM) || is_part(&name) {
            let path = work.join(&name);
            let mut optimize = process::in_root(toolbox.wasm_opt().path()?);
            optimize.args(SMALL).args(FEATURES);
            optimize.arg(&path).arg("--output").arg(&path);
            process::run(&mut optimize)?;
        }
    }
    Ok(())
}

/// Joins the program's JavaScript with the loader of its parts: of two files that import each other, not both could be
/// named by their content. The program imports the loader once for each part.
fn joined(program: &str, loader: &str) -> Result<String> {
    let import = format!(" from \"./{LOADER}\"");
    let back = format!("import {{ initSync }} from \"./{PROGRAM}.js\";");
    let exports: Vec<&str> = loader
        .lines()
        .filter_map(|line| line.strip_prefix("export const "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    let mut imports = program
        .lines()
        .filter_map(|line| line.strip_suffix(&import)?.strip_prefix("import * as "));
    let first = imports.next();
    ensure!(
        loader.matches(&back).count() == 1,
        "wasm-split no longer asks for the program as it did"
    );
    let first = first.context("wasm-bindgen no longer asks for the parts as it did")?;
    let all = format!("const {first} = {{ {} }};", exports.join(", "));
    let mut bound = program.replace(&format!("import * as {first}{import}"), &all);
    for again in imports {
        bound = bound
            .replace(&format!("import * as {again}{import}\n"), "")
            .replace(&format!("        \"./{LOADER}\": {again},\n"), "");
    }
    let loader = loader.replace(&back, "").replace("export const ", "const ");
    Ok(format!("{loader}\n{bound}"))
}

/// Overwrites a file of the built page, and updates its integrity in the document.
fn put_over(folder: &Path, name: &str, content: &[u8]) -> Result<()> {
    let path = folder.join(name);
    let document = folder.join(INDEX);
    let html = disk::text(&document)?;
    let html = html.replace(&integrity(&disk::bytes(&path)?), &integrity(content));
    disk::write(&document, html.as_bytes())?;
    disk::write(&path, content)
}

/// The integrity of a file's content, as trunk writes it.
fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_becomes_a_part_of_the_program() {
        let import = |name: &str| format!("import * as {name} from \"./__wasm_split.js\"\n");
        let offer = |name: &str| format!("        \"./__wasm_split.js\": {name},\n");
        let program = ["import1", "import2"].map(import).concat()
            + &["import1", "import2"].map(offer).concat();
        let loader = "import { initSync } from \"./limber.js\";\nexport const load_lazy = load();";
        assert_eq!(
            joined(&program, loader).unwrap(),
            format!(
                "\nconst load_lazy = load();\nconst import1 = {{ load_lazy }};\n{}",
                offer("import1")
            )
        );
        assert!(joined("start()", loader).is_err());
    }

    #[test]
    fn the_document_vouches_for_what_was_put_over() {
        let folder = std::env::temp_dir().join(format!("limber-parts-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        disk::write(&folder.join("a.js"), b"whole()").unwrap();
        let html = format!("<link integrity={}>", integrity(b"whole()"));
        disk::write(&folder.join(INDEX), html.as_bytes()).unwrap();

        put_over(&folder, "a.js", b"part()").unwrap();

        assert_eq!(disk::text(&folder.join("a.js")).unwrap(), "part()");
        assert_eq!(
            disk::text(&folder.join(INDEX)).unwrap(),
            format!("<link integrity={}>", integrity(b"part()"))
        );
        fs::remove_dir_all(folder).unwrap();
    }
}
