//! Each screen, as a person hears it who cannot see it.

use anyhow::Result;
use limber_browser_tests::{Page, Site, Size};

use crate::tour::{of_every_screen, visit};

/// Removes what changes by the second or differs between machines: the numbers of timers, the time left, what the voice
/// is saying, and how full the device is.
fn without_the_moment(screen: &str, told: &str) -> String {
    let mut in_timer = None;
    let mut lines = Vec::new();
    for line in told.lines() {
        let words = line.trim_start();
        let depth = line.len() - words.len();
        if in_timer.is_some_and(|timer| depth > timer) {
            continue;
        }
        in_timer = words.starts_with("timer").then_some(depth);
        let is_text = words.starts_with("StaticText");
        let spoken = is_text && screen.starts_with("player") && words.ends_with(".”");
        let counted = [" left”", "“In use: ", "left: "];
        let passing = spoken || counted.iter().any(|it| words.contains(it));
        lines.push(match line.split_once('“') {
            Some((role, _)) if passing => format!("{role}…"),
            _ => line.to_owned(),
        });
    }
    lines.join("\n")
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_reads_as_it_was_read_by_eye() -> Result<()> {
    let site = Site::of_built_page().await?;
    // The device check reads differently where nothing could ask about notifications.
    let page = visit(&site, Size::Phone).whole_browser().open().await?;
    let mut look = async |page: &Page, screen: &'static str| {
        let told = without_the_moment(screen, &page.read_out().await?);
        insta::assert_snapshot!(screen, told);
        Ok(())
    };
    of_every_screen(&page, &mut look).await?;
    page.close().await
}
