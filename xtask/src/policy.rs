//! The content security policy of the page.
//!
//! Nothing may be loaded from elsewhere or sent elsewhere, and only what was built may run: no inline scripts or styles
//! but those in the document itself, which are allowed by their hashes.

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy goes after this line: a document declares its encoding first.
const ENCODING: &str = "<meta charset=\"utf-8\" />";

/// The policy for a document, as a header.
pub(crate) fn of_page(html: &str) -> String {
    // Only a header can say who may frame the page.
    format!("{}; frame-ancestors 'none'", in_document(html))
}

/// The document with its own policy in it, for hosts that send no headers. It comes before everything it applies to.
///
/// # Errors
///
/// When the document does not declare its encoding, which the policy goes after.
pub(crate) fn written_into(html: &str) -> Result<String> {
    let policy = in_document(html);
    let (before, after) = html
        .split_once(ENCODING)
        .with_context(|| format!("the document has no {ENCODING}"))?;
    Ok(format!(
        "{before}{ENCODING}\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />\n    \
         <meta name=\"referrer\" content=\"no-referrer\" />{after}"
    ))
}

/// The policy for a document, as it may stand in the document.
fn in_document(html: &str) -> String {
    let scripts = hashes(&inline(html, "script"));
    let styles = hashes(&inline(html, "style"));
    [
        "default-src 'none'".to_owned(),
        // Compiling wasm counts as evaluation; this keyword allows that, but not `eval`.
        format!("script-src 'self' 'wasm-unsafe-eval'{scripts}"),
        format!("style-src 'self'{styles}"),
        "img-src 'self'".to_owned(),
        // For the tone that keeps a hidden page awake, which is made in memory; no media is loaded.
        "media-src blob:".to_owned(),
        "connect-src 'self'".to_owned(),
        "manifest-src 'self'".to_owned(),
        "worker-src 'self'".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
        // Text can become code or elements only through the policy defined in the document.
        "require-trusted-types-for 'script'".to_owned(),
        "trusted-types default".to_owned(),
    ]
    .join("; ")
}

/// The hashes of these texts as listed in a policy, each after a space.
fn hashes(texts: &[&str]) -> String {
    let mut list = String::new();
    for text in texts {
        let hash = STANDARD.encode(Sha256::digest(text));
        list.extend([" 'sha256-", &hash, "'"]);
    }
    list
}

/// The text of every inline element with this name, exactly as between its tags.
///
/// It reads what trunk writes: lower-case tags, no `>` within attributes. An element with `src` isn't inline.
pub(crate) fn inline<'a>(html: &'a str, element: &str) -> Vec<&'a str> {
    let (opening, closing) = (format!("<{element}"), format!("</{element}>"));
    let mut texts = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once(&opening) {
        rest = after;
        let is_element = after.starts_with('>') || after.starts_with(char::is_whitespace);
        let Some((attributes, content)) = after.split_once('>').filter(|_| is_element) else {
            continue;
        };
        let Some((text, after)) = content.split_once(&closing) else {
            break;
        };
        rest = after;
        let loads_a_file = attributes
            .split_whitespace()
            .any(|attribute| attribute.starts_with("src="));
        if !loads_a_file && !text.is_empty() {
            texts.push(text);
        }
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_elements_are_found_to_the_letter() {
        let html = "<script type=\"module\">\nimport '/a.js'\n</script><scripture>no</scripture>\
                    <script src=\"/b.js\"></script><style>p{}</style><script>go()</script>";
        assert_eq!(inline(html, "script"), ["\nimport '/a.js'\n", "go()"]);
        assert_eq!(inline(html, "style"), ["p{}"]);
        assert_eq!(inline("<p>none</p>", "script"), Vec::<&str>::new());
        assert_eq!(inline("<script>never closed", "script"), Vec::<&str>::new());
    }

    #[test]
    fn an_inline_script_is_allowed_by_its_hash_and_nothing_else_is() {
        // The example and its hash are from the CSP specification, level 2, section 7.17.2.
        let policy = of_page("<script>alert('Hello, world.');</script>");
        assert!(
            policy.contains("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"),
            "{policy}"
        );
        assert!(policy.starts_with("default-src 'none'; "));
        assert!(!policy.contains("unsafe-inline"));
        assert!(policy.contains("style-src 'self';"));
    }

    #[test]
    fn the_document_has_its_policy_before_anything_else() {
        let html = "<head><meta charset=\"utf-8\" /><script>go()</script></head>";
        let with_policy = written_into(html).unwrap();
        let (before, after) = with_policy.split_once("<script>").unwrap();
        assert!(before.contains(&in_document(html)), "{before}");
        assert!(
            !before.contains("frame-ancestors"),
            "a document may not say that"
        );
        assert_eq!(after, "go()</script></head>");
        // It allows the same scripts as the header, even though it is itself part of the document.
        assert_eq!(of_page(&with_policy), of_page(html));
        assert!(written_into("<p>").is_err());
    }
}
