//! Serves the built page on this machine.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use axum::Router;
use axum::response::Html;
use axum::routing::get;
use limber_host::{Forms, Server};

use crate::before::Injection;

/// The path that the second page is built for; `cargo xtask test` uses the same.
const BELOW: &str = "/some/where/";

/// The built page, served on its own port. Dropping it stops the server.
#[derive(Debug)]
pub struct Site {
    /// `http://127.0.0.1:PORT/`.
    pub address: String,
    socket: SocketAddr,
    pages: Router,
    before: Injection,
    server: Option<Server>,
}

impl Site {
    /// Serves the folder in `LIMBER_DIST`, or the project's `dist`, with the headers in its `_headers` file: the page
    /// is tested under the policy that it is deployed with.
    ///
    /// # Errors
    /// When there is no built page, or no free port.
    #[expect(
        clippy::unused_async,
        reason = "stories read alike, and a server may need to wait"
    )]
    pub async fn of_built_page() -> Result<Self> {
        Self::of_folder(&built_page()?)
    }

    /// Serves the built page compressed where the browser accepts that, as a good host does. Only for measuring:
    /// stories write newer files into the folder, and the compressed ones beside them would be stale.
    ///
    /// # Errors
    /// When there is no built page, it has no compressed files, or there is no free port.
    pub fn of_built_page_compressed() -> Result<Self> {
        let folder = built_page()?;
        ensure!(
            folder.join("index.html.br").exists(),
            "the page in {} is not compressed: run `cargo xtask dist`",
            folder.display()
        );
        Self::serving(limber_host::page(&folder, Forms::Compressed)?)
    }

    /// Serves a folder as [`Site::of_built_page`] does. Files written into it later are served, too. Unknown paths are
    /// answered with the document, as static hosts do.
    pub(crate) fn of_folder(folder: &Path) -> Result<Self> {
        Self::serving(limber_host::page(folder, Forms::Plain)?)
    }

    /// Serves the page in `LIMBER_DIST_BELOW`, which was built for `/some/where/`, below that path only.
    ///
    /// # Errors
    /// When there is no such page, or no free port.
    pub fn of_page_below() -> Result<Self> {
        let built =
            std::env::var_os("LIMBER_DIST_BELOW").context("LIMBER_DIST_BELOW is not set")?;
        let mut site = Self::serving(limber_host::page_below(Path::new(&built), BELOW)?)?;
        site.address = format!("http://{}{BELOW}", site.socket);
        Ok(site)
    }

    /// Serves invented pages: paths such as `/`, each with its HTML.
    ///
    /// # Errors
    /// When there is no free port.
    pub fn of_pages(pages: &[(&str, &str)]) -> Result<Self> {
        let add = |router: Router, (path, html): &(&str, &str)| {
            let html = (*html).to_owned();
            router.route(path, get(async move || Html(html)))
        };
        Self::serving(pages.iter().fold(Router::new(), add))
    }

    fn serving(pages: Router) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").context("no free port")?;
        let socket = listener.local_addr()?;
        let before = Injection::default();
        let mut site = Self {
            address: format!("http://{socket}/"),
            socket,
            pages: before.put_into(pages),
            before,
            server: None,
        };
        site.listen(listener)?;
        Ok(site)
    }

    /// Lets a worker that lists this document by its hash expect it as it will be served, even before it is.
    pub(crate) fn will_serve(&self, html: &str) {
        self.before.expect(html);
    }

    /// Runs these scripts before the page's own, from the next load on, in any browser. They come from the page's own
    /// origin, which its policy allows.
    pub(crate) fn run_before(&self, scripts: &[String]) {
        self.before.set(scripts);
    }

    /// Stops answering, as if the network were down, and closes open connections.
    pub fn stop(&mut self) {
        self.server = None;
    }

    /// Answers again at the same address.
    ///
    /// # Errors
    /// When another program has taken the port in the meantime.
    pub fn start_again(&mut self) -> Result<()> {
        self.stop();
        let listener = bind_again(self.socket).with_context(|| self.address.clone())?;
        self.listen(listener)
    }

    fn listen(&mut self, listener: TcpListener) -> Result<()> {
        self.server = Some(Server::start(listener, self.pages.clone())?);
        Ok(())
    }
}

/// The folder in `LIMBER_DIST`, or the project's `dist`.
pub(crate) fn built_page() -> Result<PathBuf> {
    let built = std::env::var_os("LIMBER_DIST").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist")),
        PathBuf::from,
    );
    ensure!(
        built.join("index.html").exists(),
        "there is no built page in {}: run `cargo xtask test`",
        built.display()
    );
    Ok(built)
}

/// Binds a port again whose connections were just closed, which the system may take a moment to allow.
fn bind_again(socket: SocketAddr) -> std::io::Result<TcpListener> {
    for _ in 0..100 {
        if let Ok(listener) = TcpListener::bind(socket) {
            return Ok(listener);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    TcpListener::bind(socket)
}
