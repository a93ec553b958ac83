//! Limber's build and test commands: `cargo xtask <command>`.
//!
//! In reading order:
//!
//! - `arguments`: the command line, and the usage text
//! - `commands`: each command, as numbered stages
//! - `setup`: installs what is missing
//! - `page`: builds the page with `flags`, in `parts`; finished by `fingerprint`, `policy`, `headers`, `worker`, `base`
//! - `compress`, `sizes`, `wasm`: the precompressed files, the bytes of a visit, and what the wasm is made of
//! - `lighthouse`: Lighthouse's scores for the served page
//! - `host`: serves the built page as a static host would, by the package `limber-host`
//! - `stages`, `process`, `project`, `disk`: numbered stages, other programs, the project's folders, files
//!
//! Nothing of the product is in here, and nothing in here is compiled into the page.

mod arguments;
mod base;
mod commands;
mod compress;
mod disk;
mod fingerprint;
mod flags;
mod glue;
mod headers;
mod host;
mod lighthouse;
mod minify;
mod page;
mod parts;
mod policy;
mod process;
mod project;
mod setup;
mod sizes;
mod stages;
mod wasm;
mod worker;

use std::process::ExitCode;

use arguments::Request;
use process::CommandError;

/// The exit code for a command line that was not understood, as shells use it.
const MISUSED: u8 = 2;

fn main() -> ExitCode {
    let request = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(request) => request,
        Err(error) => {
            eprintln!("error: {error}\n`cargo xtask help` explains the commands");
            return ExitCode::from(MISUSED);
        }
    };
    match carry_out(request) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            exit_code(&error)
        }
    }
}

fn carry_out(request: Request) -> anyhow::Result<()> {
    match request {
        Request::Help => {
            println!("{}", arguments::USAGE);
            Ok(())
        }
        Request::Run { port } => commands::run::serve_release(port),
        Request::Develop { port } => commands::run::serve_while_editing(port),
        Request::Test(stories) => commands::test::run(stories),
        Request::Dist { base, out } => commands::dist::run(&base, out.as_deref()),
        Request::Bench => commands::bench::run(),
        Request::InstallPictures => commands::screenshots::for_installing(),
        Request::Screenshots { out } => commands::screenshots::run(out.as_deref()),
        Request::Figures { out } => commands::figures::run(out.as_deref()),
        Request::Icons => commands::figures::icons(),
        Request::Ci => commands::ci::run(),
    }
}

/// The exit code of the program that failed, so that a caller sees the same as if it had called that program itself.
fn exit_code(error: &anyhow::Error) -> ExitCode {
    error
        .chain()
        .find_map(|cause| cause.downcast_ref::<CommandError>())
        .map_or(ExitCode::FAILURE, CommandError::exit_code)
}
