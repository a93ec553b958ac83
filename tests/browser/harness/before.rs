//! Scripts that run before the page's own, on every load.
//!
//! Chromium's debugger has a way of its own. For the other engines the site puts an element for them into
//! every document that it serves.

use std::sync::{Arc, Mutex, PoisonError};

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
pub(crate) struct Injection(Arc<Mutex<String>>);

impl Injection {
    pub(crate) fn set(&self, scripts: &[String]) {
        // Each in a block of its own, as the debugger would run them.
        let blocks = scripts.iter().map(|script| format!("{{\n{script}\n}}\n"));
        let blocks: Vec<String> = blocks.collect();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = blocks.concat();
    }

    /// These pages, with it in each.
    pub(crate) fn put_into(&self, pages: Router) -> Router {
        let injection = self.clone();
        let script = get(async move || {
            let headers = [
                (CONTENT_TYPE, "text/javascript"),
                (CACHE_CONTROL, "no-store"),
            ];
            (headers, injection.scripts()).into_response()
        });
        pages
            .layer(map_response_with_state(self.clone(), with_element))
            .route(PATH, script)
    }

    fn scripts(&self) -> String {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

async fn with_element(State(injection): State<Injection>, response: Response) -> Response {
    let kind = response.headers().get(CONTENT_TYPE);
    let is_document = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_document || injection.scripts().is_empty() {
        return response;
    }
    let (mut head, body) = response.into_parts();
    head.headers.remove(CONTENT_LENGTH);
    match to_bytes(body, usize::MAX).await {
        Ok(bytes) => Response::from_parts(head, inject(&String::from_utf8_lossy(&bytes)).into()),
        Err(error) => Response::new(Body::from(error.to_string())),
    }
}

/// Puts the element before every other: into the head, where a document names it.
fn inject(document: &str) -> String {
    let opening = ["<head>", "<html"]
        .iter()
        .find_map(|tag| document.find(tag));
    let end = opening.and_then(|begin| Some(begin + document[begin..].find('>')? + 1));
    let (before, after) = document.split_at(end.unwrap_or_default());
    format!("{before}<script src=\"{PATH}\"></script>{after}")
}
