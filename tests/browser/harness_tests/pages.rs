//! Small pages on which the harness is tested.

use limber_browser_tests::Site;

/// A site with a single page, which has this body.
pub(crate) fn site(body: &str) -> Site {
    let html = format!(
        "<!doctype html><html lang='en-GB'><meta charset='utf-8'>
         <meta name='viewport' content='width=device-width'><title>A page</title><body><main>{body}</main></body></html>"
    );
    Site::of_pages(&[("/", &html)]).unwrap()
}
