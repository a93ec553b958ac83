//! Serves the built page on this machine, with the very headers that a host is told to send, so
//! that what the security policy forbids fails here first.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::headers::Headers;
use crate::page::{self, Page};

/// A request's line and headers may take this many bytes.
const LONGEST_REQUEST: u64 = 16 * 1024;
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
        let page = Arc::new(Loaded {
            files: page.contents()?,
            headers: page.headers().clone(),
        });
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

/// The page as it was when serving began. Another command may build into the same folder
/// meanwhile, and a new document under the old security policy would not run.
struct Loaded {
    files: BTreeMap<String, Vec<u8>>,
    headers: Headers,
}

fn answer(mut stream: &TcpStream, page: &Loaded) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let request = read_request_line(stream)?;
    let response = respond(&request, page);
    stream.write_all(&response)
}

/// Reads up to the empty line that ends a request, and returns its first line.
fn read_request_line(stream: &TcpStream) -> io::Result<String> {
    let mut reader = BufReader::new(stream.take(LONGEST_REQUEST));
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 0 && !line.trim_end().is_empty() {
        line.clear();
    }
    Ok(first)
}

/// The whole answer to a request line.
fn respond(request: &str, page: &Loaded) -> Vec<u8> {
    let mut words = request.split_whitespace();
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    if !matches!(method, "GET" | "HEAD") {
        let head = head("405 Method Not Allowed\r\nAllow: GET, HEAD", page, "", 0);
        return head.into_bytes();
    }
    let found = file_of(target).and_then(|file| Some((file, page.files.get(file)?.as_slice())));
    let (status, (file, content)) = match found {
        Some(found) => ("200 OK", found),
        None => ("404 Not Found", not_found(page)),
    };
    let mut answer = head(status, page, file, content.len()).into_bytes();
    if method == "GET" {
        answer.extend(content);
    }
    answer
}

fn not_found(page: &Loaded) -> (&'static str, &[u8]) {
    let content = page.files.get(page::NOT_FOUND);
    (page::NOT_FOUND, content.map_or(&[], Vec::as_slice))
}

/// The head of an answer, up to the empty line, for a body of this many bytes.
fn head(status: &str, page: &Loaded, file: &str, length: usize) -> String {
    let mut head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {}\r\nContent-Length: {length}\r\n\
         Connection: close\r\n",
        content_type(file)
    );
    for (name, value) in page.headers.of(file) {
        head.extend([name, ": ", value, "\r\n"]);
    }
    head.push_str("\r\n");
    head
}

/// The name that a request's target means. Whether there is such a file is the page's to say: names
/// are looked up among its files and never on the disk, so that none can lead out of its folder.
fn file_of(target: &str) -> Option<&str> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    Some(if path.is_empty() { page::INDEX } else { path })
}

fn content_type(file: &str) -> &'static str {
    let extension = Path::new(file).extension().and_then(|text| text.to_str());
    match extension.unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::base::Base;

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
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\nContent-Type: application/wasm\r\n"));
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
