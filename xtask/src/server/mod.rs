//! Serves the built page on this machine as a good host does: with the very headers that a host is told to send,
//! so that what the security policy forbids fails here first, and compressed where there are compressed twins, so
//! that what is measured here is what is sent there.

mod files;
mod request;

use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::page::Page;
use files::Files;
use request::Request;

/// A connection that says nothing for this long is dropped.
const PATIENCE: Duration = Duration::from_secs(10);

/// A port of this machine, taken but not answering yet.
#[derive(Debug)]
pub(crate) struct Server {
    listener: TcpListener,
    address: SocketAddr,
}

impl Server {
    /// Takes the port, for this machine alone. Port 0 takes any that is free.
    ///
    /// # Errors
    ///
    /// When the port is taken or not allowed.
    pub(crate) fn bind(port: u16) -> Result<Self> {
        let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let problem = || format!("could not serve on {wanted}; another port: `--port NUMBER`");
        let listener = TcpListener::bind(wanted).with_context(problem)?;
        let address = listener.local_addr().with_context(problem)?;
        Ok(Self { listener, address })
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Answers requests until the process ends.
    ///
    /// # Errors
    ///
    /// When a file of the page can't be read.
    pub(crate) fn serve(self, page: &Page) -> Result<()> {
        let page = Arc::new(Files::of(page)?);
        for stream in self.listener.incoming() {
            let page = Arc::clone(&page);
            thread::spawn(move || {
                // A browser that goes away in the middle of an answer is nothing to report.
                let _ = stream.and_then(|stream| answer(&stream, &page));
            });
        }
        Ok(())
    }
}

fn answer(mut stream: &TcpStream, page: &Files) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let response = page.respond(&Request::read(stream)?);
    stream.write_all(&response)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Read as _;

    use super::*;
    use crate::base::Base;
    use crate::page;

    const DOCUMENT: &str = "<meta charset=\"utf-8\" /><title>Limber</title>";

    /// Serves a small page and returns the answer to a request as it comes over the wire.
    fn asked(request: &str) -> String {
        let folder = page_folder(request);
        fs::write(folder.join("limber-0123456789abcdef_bg.wasm"), "wasm").unwrap();
        fs::write(folder.join(page::INDEX), DOCUMENT).unwrap();
        let page = Page::finish(&Base::default(), folder.clone()).unwrap();
        let server = Server::bind(0).unwrap();
        let mut stream = TcpStream::connect(server.address).unwrap();
        thread::spawn(move || server.serve(&page));
        write!(stream, "{request} HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        fs::remove_dir_all(folder).unwrap();
        answer
    }

    fn page_folder(request: &str) -> std::path::PathBuf {
        let name: String = request
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect();
        let name = format!("limber-server-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn the_document_comes_with_its_headers() {
        let answer = asked("GET /?from=home");
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
        assert!(head.contains("\r\nContent-Type: text/html; charset=utf-8\r\n"));
        assert!(head.contains("\r\nContent-Security-Policy: default-src 'none'; "));
        assert!(body.ends_with("<title>Limber</title>"), "{body}");
    }

    #[test]
    fn wasm_has_its_type_and_may_be_kept_for_ever() {
        // The name is the fingerprint of "wasm", which the build gave to the file.
        let answer = asked("GET /limber-336154bf67f765f8_bg.wasm");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"));
        assert!(answer.contains("\r\nContent-Type: application/wasm\r\n"));
        assert!(answer.contains("\r\nCache-Control: public, max-age=31536000, immutable\r\n"));
        assert!(answer.ends_with("\r\n\r\nwasm"));
    }

    #[test]
    fn an_unknown_path_gets_the_document_as_not_found() {
        let answer = asked("GET /no/such/page");
        assert!(answer.starts_with("HTTP/1.1 404 Not Found\r\n"));
        assert!(answer.ends_with("<title>Limber</title>"));
    }

    #[test]
    fn a_question_for_the_head_gets_no_body_and_other_methods_nothing() {
        let answer = asked("HEAD /limber-336154bf67f765f8_bg.wasm");
        assert!(answer.contains("\r\nContent-Length: 4\r\n"));
        assert!(answer.ends_with("\r\n\r\n"));
        assert!(asked("POST /").starts_with("HTTP/1.1 405 "));
    }

    #[test]
    fn nothing_outside_the_folder_can_be_asked_for() {
        for target in [
            "/../Cargo.toml",
            "/a/../../b",
            "//etc/passwd",
            "/%2e%2e/Cargo.toml",
            "etc/passwd",
            "http://example.org/",
            "",
        ] {
            let answer = asked(&format!("GET {target}"));
            assert!(answer.starts_with("HTTP/1.1 404 "), "{target}: {answer}");
        }
    }

    #[test]
    fn a_page_that_is_built_anew_does_not_change_what_is_being_served() {
        let folder = page_folder("anew");
        fs::write(folder.join(page::INDEX), DOCUMENT).unwrap();
        let page = Page::finish(&Base::default(), folder.clone()).unwrap();
        let server = Server::bind(0).unwrap();
        let address = server.address;
        thread::spawn(move || server.serve(&page));
        let ask = || {
            let mut stream = TcpStream::connect(address).unwrap();
            write!(stream, "GET / HTTP/1.1\r\n\r\n").unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        };
        let before = ask();
        fs::write(folder.join(page::INDEX), "<script>second()</script>").unwrap();
        assert!(before.ends_with("<title>Limber</title>"), "{before}");
        assert_eq!(ask(), before);
        fs::remove_dir_all(folder).unwrap();
    }
}
