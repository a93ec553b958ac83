//! The beginning of stories that take place in a hold.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::Page;

use crate::short::leave_behind;

/// Starts the short routine, up to its first hold.
pub(crate) async fn into_the_hold(page: &Page, hold: Duration) -> Result<()> {
    leave_behind(page, hold).await?;
    page.press("Continue").await?;
    page.see("Getting into it").await?;
    page.press("I’m in position").await?;
    page.see("Hold").await
}
