//! Scripts that run before the page's own, on every load.
//!
//! Chromium's debugger has a way of its own. For the other engines the site puts an element for them into
//! every document that it serves, and has the service worker, which checks what it keeps, expect that.

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

/// Has these run before the page's own, from the next load on.
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

/// What a site puts into its documents; nothing until it is told.
#[derive(Debug, Clone, Default)]
pub(crate) struct Injection(Arc<Mutex<Injected>>);

#[derive(Debug, Default)]
struct Injected {
    scripts: String,
    /// The integrity of each document that was served, as it was and as it is with the element.
    documents: BTreeMap<String, String>,
}

impl Injection {
    pub(crate) fn set(&self, scripts: &[String]) {
        // Each in a block of its own, as the debugger would run them.
        let blocks = scripts.iter().map(|script| format!("{{\n{script}\n}}\n"));
        let blocks: Vec<String> = blocks.collect();
        self.lock().scripts = blocks.concat();
    }

    fn lock(&self) -> MutexGuard<'_, Injected> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// These pages, with it in each.
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

    /// The document with the element before every other: in the head, where it names one.
    fn document(&self, html: &str) -> String {
        let opening = ["<head>", "<html"].iter().find_map(|tag| html.find(tag));
        let end = opening.and_then(|begin| Some(begin + html[begin..].find('>')? + 1));
        let (before, after) = html.split_at(end.unwrap_or_default());
        let injected = format!("{before}<script src=\"{PATH}\"></script>{after}");
        let as_it_is = integrity(&injected);
        self.lock().documents.insert(integrity(html), as_it_is);
        injected
    }

    /// Knows the document with the element before it is served.
    pub(crate) fn expect(&self, html: &str) {
        if !self.lock().scripts.is_empty() {
            self.document(html);
        }
    }

    /// The script, in which documents are known by the integrity that they have with the element.
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
