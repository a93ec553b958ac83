//! The harness, proved on small pages of its own: that it sees what is there, and that it fails
//! when it should.

#![expect(
    clippy::unwrap_used,
    reason = "a story that cannot be told is a failed test"
)]

mod ending;
mod engines;
mod faults;
mod hands_and_eyes;
mod hearing;
mod watching;

use limber_browser_tests::Site;

/// A site of one page with this body.
fn site(body: &str) -> Site {
    let html = format!(
        "<!doctype html><html lang='en-GB'><meta charset='utf-8'>
         <meta name='viewport' content='width=device-width'><title>A page</title><body><main>{body}</main></body></html>"
    );
    Site::of_pages(&[("/", &html)]).unwrap()
}
