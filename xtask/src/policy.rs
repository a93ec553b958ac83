//! The content security policy of the page.
//!
//! Nothing may be loaded from elsewhere, sent elsewhere, or run that was not built: no inline script
//! and no inline style except those that stand in the document itself, which are named by their hash.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy that fits a document.
pub(crate) fn of_page(html: &str) -> String {
    let scripts = hashes(&inline(html, "script"));
    let styles = hashes(&inline(html, "style"));
    [
        "default-src 'none'".to_owned(),
        // Compiling wasm counts as evaluation; this word allows that and no `eval`.
        format!("script-src 'self' 'wasm-unsafe-eval'{scripts}"),
        format!("style-src 'self'{styles}"),
        "img-src 'self'".to_owned(),
        "media-src 'self'".to_owned(),
        "connect-src 'self'".to_owned(),
        "manifest-src 'self'".to_owned(),
        "worker-src 'self'".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
        "frame-ancestors 'none'".to_owned(),
    ]
    .join("; ")
}

/// The hashes of these texts as a policy lists them, each with a space before it.
fn hashes(texts: &[&str]) -> String {
    let mut list = String::new();
    for text in texts {
        let hash = STANDARD.encode(Sha256::digest(text));
        list.extend([" 'sha256-", &hash, "'"]);
    }
    list
}

/// The text of every inline element of this name, exactly as it stands between the tags.
///
/// It reads what trunk writes: lower-case tags, no `>` within an attribute. An element with `src` is
/// not inline.
fn inline<'a>(html: &'a str, element: &str) -> Vec<&'a str> {
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
        // The example and its hash are those of the CSP specification, level 2, section 7.17.2.
        let policy = of_page("<script>alert('Hello, world.');</script>");
        assert!(
            policy.contains("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"),
            "{policy}"
        );
        assert!(policy.starts_with("default-src 'none'; "));
        assert!(!policy.contains("unsafe-inline"));
        assert!(policy.contains("style-src 'self';"));
    }
}
