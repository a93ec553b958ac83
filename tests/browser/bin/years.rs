//! Starting with ten years of daily use, against starting with none.

use std::time::Duration;

use anyhow::{Context as _, Result};
use limber::domain::collections::Set;
use limber::domain::episode::{CheckIn, Day, Feeling};
use limber::domain::history::{Done, During, HoldEnd, SessionRecord};
use limber::domain::pain::Pain;
use limber::domain::posture::Side;
use limber::domain::screening::{Scope, Screening};
use limber::domain::session::Ending;
use limber::domain::time::Moment;
use limber::store::{RecordKey, RecordStamp, print_check_in, print_screening, print_session};
use limber_browser_tests::{Page, Profile, Site, Visit, faults};
use serde_json::{Value, json};

use crate::starting::taken_over;
use crate::{middle, print};

const DAYS: u32 = 3_650;
const A_DAY: u64 = 24 * 60 * 60 * 1000;
/// How often the page is opened each way.
const STARTS: usize = 11;
/// How many records are stored with one script.
const AT_ONCE: usize = 200;

const KEEP: &str = "for (const [key, text] of arguments[0]) localStorage.setItem(key, text)";
const CHARACTERS: &str = "return Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 0)";

/// Measures and prints both.
pub(crate) async fn measure(site: &Site) -> Result<()> {
    println!("\nTen years of daily use:");
    for slower in [1, 4] {
        let empty = starts(site, &[], slower).await?;
        let full = starts(site, &ten_years()?, slower).await?;
        let how = format!("the processor {slower} times slower");
        print(
            &format!("program took over, nothing kept, {how}"),
            "none",
            &empty,
        );
        print(
            &format!("program took over, ten years kept, {how}"),
            "none",
            &full,
        );
        let more = middle(&full)
            .zip(middle(&empty))
            .map(|(full, empty)| full - empty);
        let more = more.context("nothing was measured")?;
        println!("ten years against nothing, {how}: {more:+.1} ms (budget: +50 ms)");
    }
    Ok(())
}

/// How long each of several starts takes with these records stored.
async fn starts(site: &Site, kept: &[(String, String)], slower: u32) -> Result<Vec<f64>> {
    let page = Visit::to(site)
        .profile(&Profile::new()?)
        .before_load(faults::recorded_takeover())
        .open()
        .await?;
    page.see_heading("How is your back right now?").await?;
    for some in kept.chunks(AT_ONCE) {
        page.run_with(KEEP, vec![json!(some)]).await?;
    }
    let characters = page.run(CHARACTERS).await?;
    println!("kept: {} things, {characters} characters", kept.len());
    let rate = json!({"rate": slower});
    page.ask_chromium("Emulation.setCPUThrottlingRate", rate)
        .await?;
    let mut starts = Vec::new();
    for _ in 0..=STARTS {
        page.reload().await?;
        starts.push(taken_over(&page).await?);
        nothing_is_amiss(&page).await?;
    }
    page.close().await?;
    // The first start finds the records in no cache, and the worker busy.
    starts.remove(0);
    Ok(starts)
}

/// Checks that no record was put aside as unreadable.
async fn nothing_is_amiss(page: &Page) -> Result<()> {
    let amiss = "return Object.keys(localStorage).some((key) => key.startsWith('limber/aside/'))";
    let amiss = page.run(amiss).await?;
    anyhow::ensure!(
        amiss == Value::Bool(false),
        "something kept could not be read"
    );
    Ok(())
}

/// A session, a check-in and a screening a day, until yesterday.
fn ten_years() -> Result<Vec<(String, String)>> {
    let now = std::time::UNIX_EPOCH.elapsed()?;
    let today = u64::try_from(now.as_millis())? / A_DAY;
    let mut kept = Vec::new();
    for nth in 0..DAYS {
        let day = today - u64::from(DAYS - nth);
        let at = |minutes: u64| Moment::from_millis(day * A_DAY + minutes * 60_000);
        let check_in = CheckIn {
            at: at(420),
            day: Day(i64::try_from(day)?),
            feeling: [Feeling::Sore, Feeling::Fine][usize::from(nth % 3 == 0)],
        };
        let screening = Screening {
            at: at(421),
            scope: Scope::Everything,
            signs: Set::new(),
            assessed: None,
        };
        let session = session(at(422), at(436), nth)?;
        let made = |minutes| RecordStamp::new(at(minutes), 1);
        kept.extend([
            (RecordKey::CheckIn(made(420)), print_check_in(&check_in)),
            (RecordKey::Screening(made(421)), print_screening(&screening)),
            (RecordKey::Session(made(422)), print_session(&session)),
        ]);
    }
    let named = kept.into_iter().map(|(key, text)| (key.to_string(), text));
    Ok(named.collect())
}

/// The four postures on an ordinary day.
fn session(started: Moment, ended: Moment, nth: u32) -> Result<SessionRecord> {
    let done = |posture: &str, side: Option<Side>| Done {
        posture: posture.to_owned(),
        side,
        set: 1,
        form: posture.to_owned(),
        planned: Duration::from_secs(60),
        held: Duration::from_secs(60),
        end: HoldEnd::Completed,
        during: During::Holding,
    };
    let pain = |rating: u32| Pain::new(u8::try_from(rating)?).ok().context("a rating");
    Ok(SessionRecord {
        routine: "four-postures".to_owned(),
        title: "The four postures".to_owned(),
        started,
        ended,
        ending: Ending::Finished,
        done: vec![
            done("90-90-rest", None),
            done("pigeon", Some(Side::Left)),
            done("pigeon", Some(Side::Right)),
            done("forward-bend", None),
            done("cat-cow", None),
        ],
        before: Some(pain(nth % 6)?),
        after: Some(pain(nth % 4)?),
        note: String::new(),
    })
}
