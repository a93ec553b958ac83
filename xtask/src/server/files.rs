//! The files of a page, ready to be sent.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;

use super::request::Request;
use crate::compress::TWINS;
use crate::fingerprint;
use crate::headers::Headers;
use crate::page::{self, Page};

/// The page as it was when serving began. Another command may build into the same folder
/// meanwhile, and a new document under the old security policy would not run.
#[derive(Debug)]
pub(super) struct Files {
    files: BTreeMap<String, File>,
    headers: Headers,
}

#[derive(Debug)]
struct File {
    content: Vec<u8>,
    /// Tells one content from another, and a file from its compressed twins.
    tag: String,
}

impl Files {
    pub(super) fn of(page: &Page) -> Result<Self> {
        let file = |(name, content): (String, Vec<u8>)| {
            let tag = format!("\"{}\"", fingerprint::of(&content));
            (name, File { content, tag })
        };
        Ok(Self {
            files: page.contents()?.into_iter().map(file).collect(),
            headers: page.headers().clone(),
        })
    }

    /// The whole answer to a request.
    pub(super) fn respond(&self, request: &Request) -> Vec<u8> {
        if !matches!(request.method.as_str(), "GET" | "HEAD") {
            let mut head = Head::new("405 Method Not Allowed");
            head.add("Allow", "GET, HEAD");
            return head.ended_without_body();
        }
        match request.file().filter(|name| self.files.contains_key(*name)) {
            Some(name) => self.send(request, name, "200 OK"),
            None => self.send(request, page::NOT_FOUND, "404 Not Found"),
        }
    }

    /// A file in the form that suits the browser best, or word that it holds that already.
    fn send(&self, request: &Request, name: &str, status: &str) -> Vec<u8> {
        let Some((file, coding)) = self.best(name, request) else {
            return Head::new(status).ended_without_body();
        };
        let is_known = name != page::NOT_FOUND && request.knows(&file.tag);
        let mut head = Head::new(if is_known { "304 Not Modified" } else { status });
        head.add("ETag", &file.tag);
        for (header, value) in self.headers.of(name) {
            head.add(header, value);
        }
        if self.has_twins(name) {
            head.add("Vary", "Accept-Encoding");
        }
        if is_known {
            return head.ended();
        }
        if let Some(coding) = coding {
            head.add("Content-Encoding", coding);
        }
        head.add("Content-Type", content_type(name));
        head.add("Content-Length", &file.content.len().to_string());
        let mut answer = head.ended();
        if request.method == "GET" {
            answer.extend(&file.content);
        }
        answer
    }

    /// The smallest form of a file that the browser can unpack, with its coding.
    fn best(&self, name: &str, request: &Request) -> Option<(&File, Option<&'static str>)> {
        let mut twins = TWINS.iter().filter(|twin| request.accepts(twin.coding));
        twins
            .find_map(|twin| {
                let file = self.files.get(&format!("{name}.{}", twin.extension))?;
                Some((file, Some(twin.coding)))
            })
            .or_else(|| Some((self.files.get(name)?, None)))
    }

    fn has_twins(&self, name: &str) -> bool {
        let mut twins = TWINS.iter();
        twins.any(|twin| {
            self.files
                .contains_key(&format!("{name}.{}", twin.extension))
        })
    }
}

/// The head of an answer.
struct Head(String);

impl Head {
    fn new(status: &str) -> Self {
        Self(format!("HTTP/1.1 {status}\r\nConnection: close\r\n"))
    }

    fn add(&mut self, name: &str, value: &str) {
        self.0.extend([name, ": ", value, "\r\n"]);
    }

    fn ended_without_body(mut self) -> Vec<u8> {
        self.add("Content-Length", "0");
        self.ended()
    }

    fn ended(mut self) -> Vec<u8> {
        self.0.push_str("\r\n");
        self.0.into_bytes()
    }
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
    use crate::compress;

    const ICON: &str = "/icon.png";
    const DOCUMENT: &str = "/";

    /// A page with twins, whose document shrinks.
    fn files(test: &str) -> Files {
        let name = format!("limber-files-{test}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).unwrap();
        let words = "breathe in, breathe out. ".repeat(100);
        let document = format!("<meta charset=\"utf-8\" />{words}");
        fs::write(folder.join(page::INDEX), document).unwrap();
        fs::write(folder.join("icon.png"), "png").unwrap();
        let page = Page::finish(&Base::default(), folder.clone()).unwrap();
        compress::write_twins(&folder).unwrap();
        let files = Files::of(&page).unwrap();
        fs::remove_dir_all(folder).unwrap();
        files
    }

    /// Head and body of the answer to a request with these headers.
    fn asked(files: &Files, target: &str, headers: &str) -> (String, Vec<u8>) {
        let text = format!("GET {target} HTTP/1.1\r\n{headers}\r\n\r\n");
        let answer = files.respond(&Request::read(text.as_bytes()).unwrap());
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
        let (head, body) = answer.split_at(end.unwrap() + 4);
        (String::from_utf8(head.to_vec()).unwrap(), body.to_vec())
    }

    fn tag_in(head: &str) -> &str {
        let line = head.lines().find_map(|line| line.strip_prefix("ETag: "));
        line.unwrap()
    }

    #[test]
    fn the_smallest_form_that_the_browser_unpacks_is_sent() {
        let files = files("forms");
        let plain = asked(&files, DOCUMENT, "Accept-Encoding: identity");
        let gzip = asked(&files, DOCUMENT, "Accept-Encoding: gzip, deflate");
        let brotli = asked(&files, DOCUMENT, "Accept-Encoding: gzip, deflate, br");
        assert!(!plain.0.contains("Content-Encoding"));
        assert!(gzip.0.contains("\r\nContent-Encoding: gzip\r\n"));
        assert!(brotli.0.contains("\r\nContent-Encoding: br\r\n"));
        assert!(brotli.1.len() < gzip.1.len() && gzip.1.len() < plain.1.len());
        for (head, body) in [plain, gzip, brotli] {
            assert!(head.contains("\r\nVary: Accept-Encoding\r\n"), "{head}");
            assert!(head.contains("\r\nContent-Type: text/html; charset=utf-8\r\n"));
            let length = format!("\r\nContent-Length: {}\r\n", body.len());
            assert!(head.contains(&length), "{head}");
        }
    }

    #[test]
    fn what_has_no_twin_is_sent_as_it_is() {
        let (head, body) = asked(&files("plain"), ICON, "Accept-Encoding: gzip, br");
        assert_eq!(body, b"png");
        assert!(!head.contains("Content-Encoding") && !head.contains("Vary"));
    }

    #[test]
    fn what_the_browser_holds_is_not_sent_again() {
        let files = files("held");
        let (head, _) = asked(&files, DOCUMENT, "Accept-Encoding: br");
        let holds = format!("If-None-Match: {}", tag_in(&head));
        let again = asked(&files, DOCUMENT, &format!("Accept-Encoding: br\r\n{holds}"));
        assert!(again.0.starts_with("HTTP/1.1 304 Not Modified\r\n"));
        assert!(again.0.contains("\r\nCache-Control: no-cache\r\n"));
        assert!(again.1.is_empty());
        // Another form of the same file is another thing to hold, and a path that is unknown stays so.
        for (target, headers) in [
            (DOCUMENT, "Accept-Encoding: gzip"),
            ("/none", "Accept-Encoding: br"),
        ] {
            let (head, body) = asked(&files, target, &format!("{headers}\r\n{holds}"));
            assert!(!head.contains(" 304 ") && !body.is_empty(), "{head}");
        }
    }
}
