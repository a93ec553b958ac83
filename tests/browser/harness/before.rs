//! Scripts that run before the page's own, on every load.
//!
//! Chromium's debugger can inject scripts. For the other engines the site adds a script element to every document it
//! serves, and adjusts the hashes by which the service worker checks what it stores.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Result;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE};
use axum::middleware::map_response_with_state;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use serde_json::json;
use thirtyfour::WebDriver;

use crate::deploying::integrity;
use crate::page::log::TAKING_NOTES;
use crate::{Engine, Site};

const PATH: &str = "/before.js";

/// Runs these scripts before the page's own, from the next load on.
pub(crate) async fn load(
    driver: &WebDriver,
    engine: Engine,
    site: &Site,
    scripts: &[String],
) -> Result<()> {
    if engine == Engine::Chromium {
        site.run_before(&[]);
        for script in scripts {
            let source = json!({"source": script});
            driver
                .cdp()
                .send_raw("Page.addScriptToEvaluateOnNewDocument", source)
                .await?;
        }
    } else {
        let notes = std::iter::once(TAKING_NOTES.to_owned());
        let all: Vec<String> = notes.chain(scripts.iter().cloned()).collect();
        site.run_before(&all);
    }
    Ok(())
}

/// The scripts a site adds to its documents; none until they are set.
#[derive(Debug, Clone, Default)]
pub(crate) struct Injection(Arc<Mutex<Injected>>);

#[derive(Debug, Default)]
struct Injected {
    scripts: String,
    /// The integrity of each served document, without the element and with it.
    documents: BTreeMap<String, String>,
}

impl Injection {
    pub(crate) fn set(&self, scripts: &[String]) {
        // Each in a block of its own, so that they don't share names.
        let blocks = scripts.iter().map(|script| format!("{{\n{script}\n}}\n"));
        let blocks: Vec<String> = blocks.collect();
        self.lock().scripts = blocks.concat();
    }

    fn lock(&self) -> MutexGuard<'_, Injected> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// These pages, with the element added to each document.
    pub(crate) fn put_into(&self, pages: Router) -> Router {
        let injection = self.clone();
        let script = get(async move || {
            let headers = [
                (CONTENT_TYPE, "text/javascript"),
                (CACHE_CONTROL, "no-store"),
            ];
            (headers, injection.lock().scripts.clone()).into_response()
        });
        pages
            .layer(map_response_with_state(self.clone(), with_element))
            .route(PATH, script)
    }

    /// The document with the element at the start of its head, or else of its root.
    fn document(&self, html: &str) -> String {
        let opening = ["<head>", "<html"].iter().find_map(|tag| html.find(tag));
        let end = opening.and_then(|begin| Some(begin + html[begin..].find('>')? + 1));
        let (before, after) = html.split_at(end.unwrap_or_default());
        let injected = format!("{before}<script src=\"{PATH}\"></script>{after}");
        let as_it_is = integrity(&injected);
        self.lock().documents.insert(integrity(html), as_it_is);
        injected
    }

    /// Records the document's integrity before it is served.
    pub(crate) fn expect(&self, html: &str) {
        if !self.lock().scripts.is_empty() {
            self.document(html);
        }
    }

    /// A script in which the integrity of each document is that with the element.
    fn script(&self, script: String) -> String {
        let documents = &self.lock().documents;
        let expect = |script: String, (was, is): (&String, &String)| script.replace(was, is);
        documents.iter().fold(script, expect)
    }
}

async fn with_element(State(injection): State<Injection>, response: Response) -> Response {
    let kind = response.headers().get(CONTENT_TYPE);
    let is = |wanted: &[u8]| kind.is_some_and(|kind| kind.as_bytes().starts_with(wanted));
    let (is_document, is_script) = (is(b"text/html"), is(b"text/javascript"));
    if !(is_document || is_script) || injection.lock().scripts.is_empty() {
        return response;
    }
    let (mut head, body) = response.into_parts();
    head.headers.remove(CONTENT_LENGTH);
    let text = match to_bytes(body, usize::MAX).await {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) => error.to_string(),
    };
    let text = if is_document {
        injection.document(&text)
    } else {
        injection.script(text)
    };
    Response::from_parts(head, Body::from(text))
}
