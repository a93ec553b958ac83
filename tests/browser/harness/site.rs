//! The built page, served from this machine.

use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use axum::Router;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

/// The built page on a port of its own. Dropping it stops the server.
#[derive(Debug)]
pub struct Site {
    /// `http://127.0.0.1:PORT/`.
    pub address: String,
    server: JoinHandle<()>,
}

impl Site {
    /// Serves the folder in `LIMBER_DIST`, or the project's `dist`.
    ///
    /// # Errors
    /// When there is no built page, or no free port.
    pub async fn of_built_page() -> Result<Self> {
        let built = std::env::var_os("LIMBER_DIST").map_or_else(
            || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist")),
            PathBuf::from,
        );
        ensure!(
            built.join("index.html").exists(),
            "there is no built page in {}: run `cargo xtask test`",
            built.display()
        );
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .context("no free port")?;
        let address = format!("http://{}/", listener.local_addr()?);
        let pages = Router::new().fallback_service(ServeDir::new(built));
        let server = tokio::spawn(async move {
            // Ends with the test.
            let _ = axum::serve(listener, pages).await;
        });
        Ok(Self { address, server })
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.abort();
    }
}
