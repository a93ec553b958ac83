//! A routine that takes a minute, for stories that play all of it.

use std::time::Duration;

use anyhow::{Context as _, Result};
use limber::domain::cue::Density;
use limber::domain::dose::{Amount, Dose, Tempo};
use limber::domain::plan::{Plan, Preferences, Profile, QUICKEST, SettlingTime};
use limber::domain::routine::{Routine, RoutinePart, Step};
use limber::domain::session::{Command, Session};
use limber::domain::time::Moment;
use limber::library::posture;
use limber::store::{
    RecordKey, RecordStamp, Settings, print_settings, print_snapshot, read_settings,
};
use limber::text::Locale;
use limber_browser_tests::Page;

/// The length of each hold.
pub(crate) const HOLD: Duration = Duration::from_secs(8);

/// The length of each beat of a movement, there and back.
pub(crate) const BEAT: Duration = Duration::from_millis(1_500);

/// Pigeon on both sides and three movements of cat and cow, with few words.
fn plan(hold: Duration) -> Result<Plan> {
    let pigeon = posture("pigeon").context("pigeon")?;
    let cat_cow = posture("cat-cow").context("cat and cow")?;
    let tempo = Tempo {
        there: BEAT,
        stay: Duration::ZERO,
        back: BEAT,
    };
    let steps = [
        Step {
            amount: Amount::once(Dose::Hold(hold)),
            ..Step::of(pigeon, None)
        },
        Step {
            amount: Amount::once(Dose::Repetitions { count: 3, tempo }),
            ..Step::of(cat_cow, None)
        },
    ];
    Ok(Plan {
        routine: Routine {
            id: "short".into(),
            title: "A short one <b>\u{202e}☺".into(),
            purpose: String::new(),
            parts: steps.into_iter().map(RoutinePart::Step).collect(),
        },
        preferences: quick(),
        profile: Profile::default(),
    })
}

/// Preferences with which it takes a minute.
fn quick() -> Preferences {
    Preferences {
        density: Density::Reminding,
        rate: QUICKEST,
        settling: SettlingTime::Brisk,
        ..Preferences::default()
    }
}

/// Stores a session of it, as if the page had been closed just after the start, and reloads the page.
pub(crate) async fn leave_behind(page: &Page, hold: Duration) -> Result<()> {
    let began = Moment::from_millis(1_795_000_000_000);
    let mut session = Session::new(plan(hold)?, Locale::EnGb.phrasing(), true)
        .map_err(|error| anyhow::anyhow!("{error:?}"))?;
    session.command(Command::Start, began);
    let snapshot = session
        .snapshot()
        .context("a session that began has a snapshot")?;
    let key = RecordKey::Playing(RecordStamp::new(began, 1)).to_string();
    page.keep(&key, &print_snapshot(&snapshot)).await?;
    // A session continues with the current settings, so they are stored as well.
    let key = RecordKey::Settings.to_string();
    let kept = page
        .run(&format!("return localStorage.getItem('{key}')"))
        .await?;
    let set = match kept.as_str() {
        Some(kept) => read_settings(kept).map_err(|error| anyhow::anyhow!("{error:?}"))?,
        None => Settings::default(),
    };
    let settings = Settings {
        preferences: quick(),
        ..set
    };
    page.keep(&key, &print_settings(&settings)).await?;
    page.reload().await
}
