//! Answers the questions about warning signs, for stories about something else.

use anyhow::Result;
use limber_browser_tests::Page;

/// The headings of its three sheets.
pub(crate) const SHEETS: [&str; 3] = [
    "Is one of these new, or worse?",
    "And one of these?",
    "Last, one of these?",
];

/// Answers all sheets with nothing ticked.
pub(crate) async fn none_of_these(page: &Page) -> Result<()> {
    for sheet in SHEETS {
        page.see_heading(sheet).await?;
        page.press("None of these").await?;
    }
    Ok(())
}
