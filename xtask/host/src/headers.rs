//! The headers that a page's `_headers` file asks its host to send.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

/// The name of the file, at the root of the folder.
const FILE: &str = "_headers";

/// The headers for each path; a path that ends with `*` stands for all that begin so.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rules(Arc<Vec<(String, HeaderMap)>>);

impl Rules {
    /// Reads the rules of the page in a folder; none if it has no such file.
    ///
    /// # Errors
    /// When a line isn't a valid header; the error has the line.
    pub(crate) fn of(folder: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(folder.join(FILE)).unwrap_or_default();
        Self::read(&text)
    }

    fn read(text: &str) -> Result<Self> {
        let mut rules: Vec<(String, HeaderMap)> = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if !line.starts_with([' ', '\t']) {
                rules.push((line.trim().to_owned(), HeaderMap::new()));
            } else if let Some((_, headers)) = rules.last_mut() {
                let problem = || format!("{FILE}: {line}");
                let (name, value) = line.split_once(':').with_context(problem)?;
                let name: HeaderName = name.trim().parse().with_context(problem)?;
                headers.insert(
                    name,
                    HeaderValue::from_str(value.trim()).with_context(problem)?,
                );
            }
        }
        Ok(Self(Arc::new(rules)))
    }

    fn for_path(&self, path: &str) -> HeaderMap {
        let concerns = |pattern: &str| match pattern.strip_suffix('*') {
            Some(beginning) => path.starts_with(beginning),
            None => path == pattern,
        };
        let mut all = HeaderMap::new();
        for (_, headers) in self.0.iter().filter(|(pattern, _)| concerns(pattern)) {
            all.extend(headers.clone());
        }
        all
    }
}

/// Adds the headers that the rules have for a request's path.
pub(crate) async fn add(State(rules): State<Rules>, request: Request, next: Next) -> Response {
    let headers = rules.for_path(request.uri().path());
    let mut response = next.run(request).await;
    response.headers_mut().extend(headers);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASKED: &str =
        "# At the root.\n/x/*\n  A: for all\n/x/\n  B: the front\n/x/a.js\n  B: a file\n";

    #[test]
    fn each_path_gets_what_is_asked_for_it_and_for_all() {
        let rules = Rules::read(ASKED).unwrap();
        let told = |path: &str| {
            let headers = rules.for_path(path);
            let value = |name: &str| headers.get(name).map(|it| it.to_str().unwrap().to_owned());
            (value("a"), value("b"))
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(told("/x/"), (some("for all"), some("the front")));
        assert_eq!(told("/x/a.js"), (some("for all"), some("a file")));
        assert_eq!(told("/x/other"), (some("for all"), None));
        assert_eq!(told("/y"), (None, None));
    }

    #[test]
    fn a_line_that_is_no_header_is_named() {
        let error = Rules::read("/*\n  no header\n").expect_err("it is none");
        assert!(error.to_string().contains("no header"), "{error}");
    }
}
