//! Splits the program: what the first screens need, what is loaded after them, and what is loaded when it is asked for.
//!
//! trunk can't. So what it compiled is split here where the code says `wasm_split`, joined with JavaScript,
//! made small, and put over what trunk made of the whole.

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

/// What the name of a part begins with that is loaded once the first screen is there.
pub(crate) const LAZY: &str = "lazy-";
/// What the name of a part begins with that is loaded when somebody asks for what is in it.
pub(crate) const ON_DEMAND: &str = "on-demand-";
/// What the splitter calls the part that is loaded once the first screen is there, as `ui::lazy` names it.
const FIRST_OF_ALL: &str = "split_lazy";

/// The program, as cargo calls it.
const PROGRAM: &str = "limber";
/// What the splitter calls the JavaScript that loads the parts.
const LOADER: &str = "__wasm_split.js";
/// What the splitter's names of parts begin with, and of what several of them share.
const SPLIT: [&str; 2] = ["split_", "chunk_"];
/// What trunk's name of the wasm ends with.
const WASM: &str = "_bg.wasm";

/// How much wasm-opt does. `-Oz` would leave fewer bytes, but more of them once they are compressed; and how well
/// addresses are aligned is a hint alone, which today's processors do without.
const SMALL: [&str; 3] = ["-O2", "--shrink-level=2", "--dealign"];

/// What rustc used, which wasm-opt can't tell by itself once a module is split.
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
/// When a tool is missing or fails, its output is not as expected, or a file can't be read or written.
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
            // What is shared is wanted as soon as the first of those that share it.
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

/// Splits what was compiled, and joins it with JavaScript, in the folder `work`.
fn bind(toolbox: &Toolbox, compiled: &Path, work: &Path) -> Result<()> {
    let mut split = process::in_root(toolbox.wasm_split().path()?);
    split
        .arg(compiled)
        .arg(work)
        .args(["--out-name", PROGRAM])
        .env("RUST_LOG", "error");
    process::run(&mut split)?;
    let mut bind = process::in_root(toolbox.wasm_bindgen().path()?);
    // The parts share the table of functions, an export that would be dropped otherwise.
    bind.args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
        .arg("--out-dir")
        .arg(work)
        .arg(work.join(PROGRAM).with_extension("wasm"));
    Ok(process::run(&mut bind)?)
}

/// Whether a file is a part of the program that the splitter made.
fn is_part(name: &str) -> bool {
    SPLIT.iter().any(|beginning| name.starts_with(beginning))
}

/// Makes each wasm in the folder `work` small.
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

/// The JavaScript of the program with that which loads the parts: two files that import each other could
/// not both be named by their content. The program imports the loader once for each part.
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

/// Writes over a file of the built page, and mends what the document says of its content.
fn put_over(folder: &Path, name: &str, content: &[u8]) -> Result<()> {
    let path = folder.join(name);
    let document = folder.join(INDEX);
    let html = disk::text(&document)?;
    let html = html.replace(&integrity(&disk::bytes(&path)?), &integrity(content));
    disk::write(&document, html.as_bytes())?;
    disk::write(&path, content)
}

/// The integrity of a content as trunk writes it.
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
