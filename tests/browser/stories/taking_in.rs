//! Taking in a routine that somebody shared, and sharing one.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Site, Size, Visit, faults};
use serde_json::json;

use crate::offline::is_wholly_kept;

pub(crate) const TEXT: &str =
    "routine: After a long drive\n90-90-rest: rest 2 min\npigeon: hold 30 s\n";

/// Chooses a file by hand: its content is the argument.
pub(crate) const CHOOSE: &str = "
const chosen = document.querySelector('input[type=file]');
const carried = new DataTransfer();
carried.items.add(new File([...arguments], 'drive.limber'));
chosen.files = carried.files;
chosen.dispatchEvent(new Event('change', {bubbles: true}));";

/// Shares as another app does: the browser posts to the address named in the manifest.
const SHARE: &str = "
const [fields, file] = arguments;
const form = document.createElement('form');
Object.assign(form, {method: 'post', enctype: 'multipart/form-data', action: 'take-in'});
for (const [name, value] of Object.entries(fields)) form.append(Object.assign(document.createElement('textarea'), {name, value}));
if (file) {
  const chosen = Object.assign(document.createElement('input'), {type: 'file', name: 'routine'});
  const carried = new DataTransfer();
  carried.items.add(new File([file], 'drive.limber'));
  chosen.files = carried.files;
  form.append(chosen);
}
document.body.append(form);
form.submit();
";

/// A script for a device which opens this file with the page.
fn opened_with(text: &str) -> String {
    format!(
        "const handle = {{getFile: async () => new File([{}], 'drive.limber')}};
         Object.defineProperty(window, 'launchQueue', {{value: {{setConsumer: (take) => take({{files: [handle]}})}}}});",
        json!(text)
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_routine_is_pasted_looked_at_kept_played_removed_and_put_back() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(faults::recorded_speech())
        .at("#/library")
        .open()
        .await?;
    page.press("Take in a routine").await?;
    page.see_heading("Take in a routine").await?;
    page.fill(
        "The routine, as text",
        "routine: After a long drive\npenguin: hold 30 s",
    )
    .await?;
    page.see("Line 2: Limber knows no posture “penguin”.")
        .await?;
    assert!(!page.offers("Keep this routine").await?);
    // The posture's name is looked up in the library; what was written is still there afterwards.
    page.press("Library").await?;
    page.see_heading("Library").await?;
    page.run("history.back()").await?;
    page.see("Line 2: Limber knows no posture “penguin”.")
        .await?;
    page.fill("The routine, as text", TEXT).await?;
    page.see_heading("After a long drive").await?;
    page.gone("Line 2").await?;
    assert_eq!(page.axe().await?, [""; 0]);
    page.press("Keep this routine").await?;
    page.see("How strong is it now?").await?;
    page.press("Start").await?;
    page.see("After a long drive.").await?;
    page.press("End").await?;
    page.press("Keep it").await?;
    page.reload().await?;
    page.press("Library").await?;
    page.see("Your routines").await?;
    assert_eq!(page.axe().await?, [""; 0]);
    page.press("After a long drive").await?;
    page.press("Remove it").await?;
    page.see("“After a long drive” is removed.").await?;
    page.press("Put it back").await?;
    page.gone("is removed").await?;
    page.press("After a long drive").await?;
    page.see_heading("After a long drive").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_app_passes_on_is_looked_at_without_a_network() -> Result<()> {
    let mut site = Site::of_built_page().await?;
    let page = Visit::to(&site).open().await?;
    page.press("Sore or stiff").await?;
    is_wholly_kept(&page).await?;
    site.stop();
    // The page itself plays the other app here, which its own policy would forbid.
    page.ask_chromium("Page.setBypassCSP", json!({"enabled": true}))
        .await?;
    page.reload().await?;
    page.see("Get help").await?;
    let fields = json!({"title": "For you", "text": format!("Hello!\n{TEXT}"), "url": ""});
    page.run_with(SHARE, vec![fields, json!(null)]).await?;
    page.see_heading("After a long drive").await?;
    let link = json!({"title": "", "text": "Try https://example.org/#/routine/morning tomorrow", "url": ""});
    page.run_with(SHARE, vec![link, json!(null)]).await?;
    page.see_heading("Morning").await?;
    let beside = json!({"title": "", "text": "Look at this 🐱", "url": "https://example.org/#/routine/morning"});
    page.run_with(SHARE, vec![beside, json!(null)]).await?;
    page.see_heading("Morning").await?;
    let mail = format!(
        "> Hi Sam,\n{}> See you\n{}",
        TEXT.replace("routine:", "> routine:"),
        "🐱".repeat(1_000)
    );
    page.run_with(SHARE, vec![json!({"text": mail}), json!(null)])
        .await?;
    page.see("Not part of the routine").await?;
    page.see_heading("After a long drive").await?;
    let title_alone = json!({"title": "After a long drive", "text": "", "url": ""});
    page.run_with(SHARE, vec![title_alone, json!(TEXT)]).await?;
    page.see_heading("After a long drive").await?;
    page.run_with(SHARE, vec![json!({"text": "See you at six"}), json!(null)])
        .await?;
    page.see("This cannot be led yet:").await?;
    assert_eq!(page.foreign_requests().await?, [""; 0]);
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_opened_by_the_device_or_by_hand() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .before_load(opened_with(TEXT))
        .open()
        .await?;
    page.see_heading("After a long drive").await?;
    page.close().await?;

    let page = Visit::to(&site).at("#/take-in").open().await?;
    page.see("Open a file").await?;
    page.run_with(CHOOSE, vec![json!("\0\u{1}\0")]).await?;
    page.see("This is no text: perhaps a picture or an archive.")
        .await?;
    page.run_with(CHOOSE, vec![json!(TEXT)]).await?;
    page.see_heading("After a long drive").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn one_is_passed_on_as_a_link_that_holds_it() -> Result<()> {
    let site = Site::of_built_page().await?;
    let shares = "navigator.share = async (what) => { window.__shared = what; };";
    let page = Visit::to(&site)
        .size(Size::Phone)
        .before_load(shares)
        .at("#/take-in/routine%3A%20Mine%0Acat-cow%3A%205%20times")
        .open()
        .await?;
    page.press("Keep this routine").await?;
    page.press("Pass it on").await?;
    page.comes_true(
        "return window.__shared?.title === 'Mine'",
        Duration::from_secs(5),
    )
    .await?;
    let link = page.run("return window.__shared.url").await?;
    let fragment = link
        .as_str()
        .and_then(|it| it.find("#/"))
        .map(|at| link.as_str().unwrap_or_default()[at..].to_owned());
    page.go_to(&fragment.unwrap_or_default()).await?;
    page.see("You have this one already.").await?;
    page.press("Go to it").await?;
    page.see("Pass it on").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nothing_is_passed_on_the_link_is_copied_or_shown() -> Result<()> {
    let site = Site::of_built_page().await?;
    for (clipboard, told) in [
        (faults::clipboard(), "The link is copied."),
        (faults::clipboard_denied(), "#/routine/morning"),
    ] {
        let page = Visit::to(&site)
            .before_load("delete Navigator.prototype.share;")
            .before_load(clipboard)
            .at("#/routine/morning")
            .open()
            .await?;
        page.press("Pass it on").await?;
        page.see(told).await?;
        page.close().await?;
    }
    Ok(())
}
