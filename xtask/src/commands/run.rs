//! `cargo xtask run`: the page in a browser on this machine.

use std::fs;
use std::net::Ipv4Addr;

use anyhow::{Context, Result, anyhow};

use crate::base::Base;
use crate::page::{self, Page};
use crate::process;
use crate::project;
use crate::server::Server;
use crate::setup;
use crate::setup::toolbox::Toolbox;
use crate::stages::{self, Stage};

/// Builds the page as it will be deployed and serves it until it is stopped.
///
/// # Errors
///
/// When the set-up or the build fails, or the port is taken.
pub(crate) fn serve_release(port: u16) -> Result<()> {
    // The port is taken first: better to learn now than after the build that it is not free.
    let server = taken(port)?;
    let toolbox = Toolbox::open()?;
    let mut built = None;
    stages::carry_out(vec![
        Stage::new("Setting up what is missing", || {
            setup::for_the_page(&toolbox)
        }),
        Stage::new("Building the page", || {
            built = Some(Page::build(&toolbox, &Base::default(), project::dist())?);
            Ok(())
        }),
    ])?;
    if let Some(page) = built {
        println!("\nLimber is on {}  (Ctrl+C ends it)", server.url());
        server.serve(&page)?;
    }
    Ok(())
}

/// Builds without optimisation and serves by trunk, which builds again at every change.
///
/// # Errors
///
/// When the port is taken, the set-up fails, or trunk ends with an error.
pub(crate) fn serve_while_editing(port: u16) -> Result<()> {
    // Trunk takes it itself, after a build of its own: it is only looked whether it can.
    drop(taken(port)?);
    let toolbox = Toolbox::open()?;
    stages::carry_out(vec![
        Stage::new("Setting up what is missing", || {
            setup::for_the_page(&toolbox)
        }),
        Stage::new(
            format!("Serving on http://{}:{port}", Ipv4Addr::LOCALHOST),
            || {
                let folder = project::root().join("target").join("page-in-progress");
                // trunk refuses to ignore a folder that is not there, and `target` is not there
                // when cargo was told to compile elsewhere.
                fs::create_dir_all(&folder)
                    .with_context(|| format!("could not make {}", folder.display()))?;
                let mut trunk = page::trunk(&toolbox)?;
                trunk
                    .args(["serve", "--offline", "--dist"])
                    .arg(&folder)
                    .args(["--port", &port.to_string()]);
                Ok(process::run(&mut trunk)?)
            },
        ),
    ])
}

/// The port, or what to type instead.
fn taken(port: u16) -> Result<Server> {
    Server::bind(port).map_err(|error| {
        let (reason, other) = (error.root_cause(), port.checked_add(1).unwrap_or(8080));
        anyhow!("port {port} can't be had ({reason}); type the same again with `--port {other}`")
    })
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    #[test]
    fn a_port_that_is_not_free_is_named_with_what_to_type() {
        let other = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = other.local_addr().unwrap().port();
        let error = taken(port).expect_err("another holds it");
        let line = format!("{error:#}");
        assert!(line.starts_with(&format!("port {port} can't be had (")));
        assert!(line.contains("; type the same again with `--port "));
        assert_eq!(line.lines().count(), 1, "{line}");
    }
}
