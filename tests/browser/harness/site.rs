//! The built page, served from this machine.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use axum::Router;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::map_response_with_state;
use axum::response::{Html, Response};
use axum::routing::get;
use tokio::runtime::{Builder, Runtime};
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_status::SetStatus;

use crate::before::Injection;

/// The path that the second page is built for: `cargo xtask test` names it, too.
const BELOW: &str = "/some/where/";

/// The built page on a port of its own. Dropping it stops the server.
#[derive(Debug)]
pub struct Site {
    /// `http://127.0.0.1:PORT/`.
    pub address: String,
    socket: SocketAddr,
    pages: Router,
    before: Injection,
    server: Option<Runtime>,
}

impl Site {
    /// Serves the folder in `LIMBER_DIST`, or the project's `dist`, with the headers that it asks
    /// its host for: the page is tested under the policy that it is deployed with.
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

    /// Serves it in its compressed forms where the browser takes them, as a good host does. Only for measuring: the
    /// stories put newer files into the folder, beside which older compressed forms would lie.
    ///
    /// # Errors
    /// When there is no built page, it has no compressed forms, or there is no free port.
    pub fn of_built_page_compressed() -> Result<Self> {
        let folder = built_page()?;
        ensure!(
            folder.join("index.html.br").exists(),
            "the page in {} is not compressed: run `cargo xtask dist`",
            folder.display()
        );
        let files = ServeDir::new(&folder)
            .precompressed_br()
            .precompressed_gzip();
        Self::with_headers_of(&folder, Router::new().fallback_service(files))
    }

    /// Serves a folder as [`Site::of_built_page`] does. What is written into it later is served, too. A path that is
    /// unknown is answered with the document, as static hosts do.
    pub(crate) fn of_folder(folder: &Path) -> Result<Self> {
        Self::with_headers_of(folder, Router::new().fallback_service(files_of(folder)))
    }

    /// Serves the page in `LIMBER_DIST_BELOW`, which was built for `/some/where/`, below that path; above it there is
    /// nothing.
    ///
    /// # Errors
    /// When there is no such page, or no free port.
    pub fn of_page_below() -> Result<Self> {
        let built =
            std::env::var_os("LIMBER_DIST_BELOW").context("LIMBER_DIST_BELOW is not set")?;
        let built = Path::new(&built);
        let pages = Router::new().nest_service(BELOW.trim_end_matches('/'), files_of(built));
        let mut site = Self::with_headers_of(built, pages)?;
        site.address = format!("http://{}{BELOW}", site.socket);
        Ok(site)
    }

    /// Serves pages that exist only here: paths such as `/`, each with its HTML.
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

    /// Serves these with the headers that the page in a folder asks its host for.
    fn with_headers_of(folder: &Path, pages: Router) -> Result<Self> {
        let headers = headers_of(folder)?;
        Self::serving(pages.layer(map_response_with_state(headers, with_headers)))
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

    /// A worker that lists this document is to know it as it will be served, which it may not have been yet.
    pub(crate) fn will_serve(&self, html: &str) {
        self.before.expect(html);
    }

    /// From the next load on, every page runs these scripts before its own, in any browser. They come from
    /// the page's own origin, which its policy allows.
    pub(crate) fn run_before(&self, scripts: &[String]) {
        self.before.set(scripts);
    }

    /// Stops answering, as if the network were gone. Connections that are open are closed.
    pub fn stop(&mut self) {
        if let Some(server) = self.server.take() {
            server.shutdown_background();
        }
    }

    /// Answers again, at the same address.
    ///
    /// # Errors
    /// When another program has taken the port in the meantime.
    pub fn start_again(&mut self) -> Result<()> {
        self.stop();
        let listener = bind_again(self.socket).with_context(|| self.address.clone())?;
        self.listen(listener)
    }

    fn listen(&mut self, listener: TcpListener) -> Result<()> {
        listener.set_nonblocking(true)?;
        // A runtime of its own: it answers while a story blocks, and when it ends, so does every
        // connection that it had.
        let server = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        let pages = self.pages.clone();
        server.spawn(async move {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, pages).await
        });
        self.server = Some(server);
        Ok(())
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
    }
}

/// The files of a folder; for a path that is unknown the document, as static hosts do.
fn files_of(folder: &Path) -> ServeDir<SetStatus<ServeFile>> {
    ServeDir::new(folder).not_found_service(ServeFile::new(folder.join("404.html")))
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

/// Binds a port again on which connections have just been closed, which the system may take a
/// moment to allow.
fn bind_again(socket: SocketAddr) -> std::io::Result<TcpListener> {
    for _ in 0..100 {
        if let Ok(listener) = TcpListener::bind(socket) {
            return Ok(listener);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    TcpListener::bind(socket)
}

/// What the `_headers` file of a built page asks for on every path.
fn headers_of(built: &Path) -> Result<HeaderMap> {
    let text = std::fs::read_to_string(built.join("_headers")).unwrap_or_default();
    let mut headers = HeaderMap::new();
    let mut everywhere = false;
    for line in text.lines() {
        if !line.starts_with([' ', '\t']) {
            everywhere = line.ends_with("/*");
        } else if let Some((name, value)) = line.split_once(':').filter(|_| everywhere) {
            let place = || format!("_headers: {line}");
            let name: HeaderName = name.trim().parse().with_context(place)?;
            let value = HeaderValue::from_str(value.trim()).with_context(place)?;
            headers.insert(name, value);
        }
    }
    Ok(headers)
}

async fn with_headers(
    axum::extract::State(headers): axum::extract::State<HeaderMap>,
    mut response: Response,
) -> Response {
    response.headers_mut().extend(headers);
    response
}
