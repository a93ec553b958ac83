//! A page's requests, its errors, and axe's findings.

use anyhow::Result;
use limber_browser_tests::Visit;

use crate::site;

#[tokio::test]
async fn a_request_that_leaves_the_origin_is_noticed() -> Result<()> {
    let site = site(
        "<button onclick=\"fetch('http://127.0.0.1:9/elsewhere').catch(() => { said.textContent = 'refused'; })\">Ask</button><p id='said'></p>",
    );
    let page = Visit::to(&site).open().await?;
    assert_eq!(page.foreign_requests().await?, [""; 0]);
    assert!(page.requests().await?.contains(&site.address));

    page.press("Ask").await?;
    page.see("refused").await?;

    let foreign = page.foreign_requests().await?;
    assert_eq!(foreign, ["http://127.0.0.1:9/elsewhere"]);
    page.close().await
}

#[tokio::test]
async fn errors_of_the_page_are_gathered() -> Result<()> {
    let site = site(
        "<button onclick=\"console.error('a planted complaint')\">Complain</button>
         <button onclick=\"setTimeout(() => { window.thrown = true; throw new Error('a planted fault'); })\">Throw</button>",
    );
    let page = Visit::to(&site).open().await?;

    page.press("Complain").await?;
    page.press("Throw").await?;

    // The fault is thrown a moment after the press.
    page.comes_true(
        "return window.thrown === true",
        std::time::Duration::from_secs(5),
    )
    .await?;
    let errors = page.console_errors().await?.join("\n");
    assert!(errors.contains("a planted complaint"), "{errors}");
    assert!(errors.contains("a planted fault"), "{errors}");
    page.close().await
}

#[tokio::test]
async fn axe_finds_a_planted_fault_and_nothing_in_a_sound_page() -> Result<()> {
    let faulty = site(
        "<h1>A page</h1><img src='data:,'><button style='width: 10px; height: 10px; padding: 0'></button>",
    );
    let page = Visit::to(&faulty).open().await?;
    let found = page.axe().await?.join("\n");
    assert!(found.contains("image-alt: "), "{found}");
    assert!(found.contains("button-name: "), "{found}");
    page.close().await?;

    let sound = site("<h1>A page</h1><p>All is well.</p>");
    let page = Visit::to(&sound).open().await?;
    assert_eq!(page.axe().await?, [""; 0]);
    page.close().await
}
