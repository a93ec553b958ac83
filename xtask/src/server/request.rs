//! What a browser asks for.

use std::io::{self, BufRead, Read};

use crate::page;

/// A request's line and headers may take this many bytes.
const LONGEST: u64 = 16 * 1024;

/// The part of a request that matters to a host of files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) method: String,
    /// The path with whatever follows it.
    pub(super) target: String,
    /// What `Accept-Encoding` says.
    accepted: String,
    /// What `If-None-Match` says.
    known: String,
}

impl Request {
    /// Reads up to the empty line that ends a request.
    pub(super) fn read(stream: impl Read) -> io::Result<Self> {
        let mut reader = io::BufReader::new(stream.take(LONGEST));
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let mut words = line.split_whitespace().map(str::to_owned);
        let mut request = Self {
            method: words.next().unwrap_or_default(),
            target: words.next().unwrap_or_default(),
            ..Self::default()
        };
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line)? == 0 || line.trim_end().is_empty() {
                return Ok(request);
            }
            let Some((name, value)) = line.split_once(':') else {
                continue;
            };
            match name.to_ascii_lowercase().as_str() {
                "accept-encoding" => value.trim().clone_into(&mut request.accepted),
                "if-none-match" => value.trim().clone_into(&mut request.known),
                _ => {}
            }
        }
    }

    /// The name that the target means. Whether there is such a file is the page's to say: names are looked up
    /// among its files and never on the disk, so that none can lead out of its folder.
    pub(super) fn file(&self) -> Option<&str> {
        let path = self.target.split(['?', '#']).next()?.strip_prefix('/')?;
        Some(if path.is_empty() { page::INDEX } else { path })
    }

    /// Whether the browser can unpack this coding, and wants to.
    pub(super) fn accepts(&self, coding: &str) -> bool {
        self.accepted.split(',').any(|offer| {
            let (name, weight) = offer.split_once(';').unwrap_or((offer, ""));
            let weight = weight.trim().strip_prefix("q=");
            let unwanted = weight.is_some_and(|weight| weight.parse() == Ok(0.0));
            name.trim().eq_ignore_ascii_case(coding) && !unwanted
        })
    }

    /// Whether the browser holds what bears this tag.
    pub(super) fn knows(&self, tag: &str) -> bool {
        let known = self.known.split(',').map(str::trim);
        let mut known = known.map(|tag| tag.strip_prefix("W/").unwrap_or(tag));
        known.any(|known| known == tag || known == "*")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(headers: &str) -> Request {
        let text = format!("GET /a.js?b HTTP/1.1\r\n{headers}\r\n\r\nbody: no header");
        Request::read(text.as_bytes()).unwrap()
    }

    #[test]
    fn a_browser_says_what_it_unpacks() {
        let request = asking("Host: x\r\naccept-encoding: gzip, deflate, BR;q=0.8, zstd;q=0");
        assert!(request.accepts("br") && request.accepts("gzip"));
        assert!(!request.accepts("zstd") && !request.accepts("b"));
        assert!(!asking("Host: x").accepts("gzip"));
    }

    #[test]
    fn a_browser_says_what_it_holds() {
        let request = asking("If-None-Match: \"1\", W/\"2\"");
        assert!(request.knows("\"1\"") && request.knows("\"2\""));
        assert!(!request.knows("\"12\""));
        assert!(!asking("Host: x").knows("\"1\""));
    }

    #[test]
    fn the_file_is_what_stands_before_the_question() {
        assert_eq!(asking("").file(), Some("a.js"));
    }
}
