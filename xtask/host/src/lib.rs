//! Serves a built page on this machine as a good static host does: with the headers that a host is asked to send, so
//! that violations of the security policy show up here first; compressed where there are compressed files; and with the
//! document for every unknown path.

mod headers;
mod server;

use std::path::Path;

use anyhow::Result;
use axum::Router;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_status::SetStatus;

use headers::Rules;
pub use server::Server;

/// The forms in which files are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forms {
    /// Uncompressed.
    Plain,
    /// Compressed, if the browser accepts it and there is a compressed file.
    Compressed,
}

/// Serves the page in a folder at the root of the host. Files written into it later are served, too.
///
/// # Errors
/// When its `_headers` file has an invalid header.
pub fn page(folder: &Path, forms: Forms) -> Result<Router> {
    let files = match forms {
        Forms::Plain => files(folder),
        Forms::Compressed => files(folder).precompressed_br().precompressed_gzip(),
    };
    with_headers(folder, Router::new().fallback_service(files))
}

/// Serves the page in a folder below the path it was built for, and nothing above it.
///
/// # Errors
/// As [`page`].
pub fn page_below(folder: &Path, path: &str) -> Result<Router> {
    let below = path.trim_end_matches('/');
    with_headers(folder, Router::new().nest_service(below, files(folder)))
}

fn files(folder: &Path) -> ServeDir<SetStatus<ServeFile>> {
    ServeDir::new(folder).not_found_service(ServeFile::new(folder.join("404.html")))
}

fn with_headers(folder: &Path, pages: Router) -> Result<Router> {
    let rules = Rules::of(folder)?;
    Ok(pages.layer(axum::middleware::from_fn_with_state(rules, headers::add)))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read as _, Write as _};
    use std::net::{TcpListener, TcpStream};

    use super::*;

    const HEADERS: &str =
        "/*\n  Content-Security-Policy: default-src 'none'\n/a.wasm\n  Cache-Control: immutable\n";

    /// The raw response of a small page to this request.
    fn asked(forms: Forms, request: &str) -> String {
        let folder = tempfile::tempdir().unwrap();
        let files = [
            ("index.html", "<title>Limber</title>"),
            ("index.html.br", "small"),
            ("404.html", "<title>Limber</title>"),
            ("a.wasm", "wasm"),
            ("_headers", HEADERS),
        ];
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let _server = Server::start(listener, page(folder.path(), forms).unwrap()).unwrap();
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "{request}\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn the_document_comes_with_the_headers_that_are_asked_for() {
        let answer = asked(Forms::Plain, "GET /?from=home HTTP/1.1");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        assert!(answer.contains("content-security-policy: default-src 'none'\r\n"));
        assert!(answer.contains("content-type: text/html"));
        assert!(answer.ends_with("<title>Limber</title>"));
        let wasm = asked(Forms::Plain, "GET /a.wasm HTTP/1.1");
        assert!(
            wasm.contains("content-type: application/wasm\r\n"),
            "{wasm}"
        );
        assert!(wasm.contains("cache-control: immutable\r\n"));
    }

    #[test]
    fn a_browser_that_unpacks_gets_the_compressed_form_of_a_host_that_has_it() {
        let request = "GET / HTTP/1.1\r\nAccept-Encoding: gzip, br";
        assert!(asked(Forms::Compressed, request).ends_with("small"));
        assert!(asked(Forms::Plain, request).ends_with("<title>Limber</title>"));
        assert!(asked(Forms::Compressed, "GET / HTTP/1.1").ends_with("<title>Limber</title>"));
    }

    #[test]
    fn a_question_for_the_head_gets_no_body_and_other_methods_nothing() {
        let head = asked(Forms::Plain, "HEAD /a.wasm HTTP/1.1");
        assert!(head.contains("content-length: 4\r\n") && head.ends_with("\r\n\r\n"));
        assert!(asked(Forms::Plain, "POST / HTTP/1.1").starts_with("HTTP/1.1 405 "));
    }

    #[test]
    fn what_the_browser_holds_is_not_sent_again() {
        let held = "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT";
        let again = asked(Forms::Plain, &format!("GET /a.wasm HTTP/1.1\r\n{held}"));
        assert!(again.starts_with("HTTP/1.1 304 "), "{again}");
        assert!(again.ends_with("\r\n\r\n"), "{again}");
    }

    #[test]
    fn what_is_unknown_or_outside_the_folder_gets_the_document_as_not_found() {
        for path in [
            "/no/such/page",
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "//etc/passwd",
        ] {
            let answer = asked(Forms::Plain, &format!("GET {path} HTTP/1.1"));
            assert!(answer.starts_with("HTTP/1.1 404 "), "{path}: {answer}");
            assert!(
                answer.ends_with("<title>Limber</title>"),
                "{path}: {answer}"
            );
        }
    }
}
