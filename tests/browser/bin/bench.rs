//! Measures the built page in a browser, and prints the results beside their budgets. It asserts nothing: the machine
//! may be busy.
//!
//! `cargo xtask bench` builds the page and calls this. Names of parts as arguments restrict it to these: `opening`,
//! `screens`, `accuracy`, `moving`, `starting`, `years`.

mod hidden;
mod moving;
mod opening;
#[path = "../stories/short.rs"]
mod short;
mod starting;
mod years;

use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use limber_browser_tests::{Page, Profile, Site, Visit, faults};
use serde_json::Value;

use short::{BEAT, HOLD, leave_behind};

/// How often each opening is measured.
const STARTS: usize = 5;
/// For how long the main thread is blocked each second, in milliseconds.
const BLOCKED_MS: u32 = 300;

/// Notes when Start was pressed, on the clock of the stand-in voice.
const PRESSED: &str =
    "addEventListener('click', (event) => { window.__pressed = event.timeStamp; }, true);";

/// Notes each change of the activity that the player shows: `{text, at}`.
const SHOWN: &str = "
window.__shown = [];
new MutationObserver(() => {
  const activity = document.querySelector('.activity');
  const text = activity ? activity.innerText : '';
  const last = window.__shown[window.__shown.length - 1];
  if (!last || last.text !== text) window.__shown.push({text, at: performance.now()});
}).observe(document, {childList: true, subtree: true, characterData: true});
";

/// A scheduled note.
struct Note {
    /// Its time on the audio clock, in milliseconds.
    when: f64,
    /// Its pitch in hertz.
    pitch: f64,
}

#[tokio::main]
async fn main() -> Result<()> {
    let wanted: Vec<_> = std::env::args().skip(1).collect();
    let is_wanted = |part: &str| wanted.is_empty() || wanted.iter().any(|name| name == part);
    let site = Site::of_built_page_compressed()?;
    if is_wanted("opening") {
        first_words(&site).await?;
    }
    if is_wanted("screens") {
        screens(&site).await?;
    }
    if is_wanted("accuracy") {
        accuracy(&site).await?;
    }
    if is_wanted("moving") {
        moving::frames(&site).await?;
        moving::seconds(&site).await?;
    }
    if is_wanted("starting") {
        starting::measure(&site).await?;
    }
    if is_wanted("years") {
        years::measure(&site).await?;
    }
    Ok(())
}

async fn first_words(site: &Site) -> Result<()> {
    let mut waits = Vec::new();
    for _ in 0..STARTS {
        waits.push(first_word(site).await?);
    }
    let what = "Start pressed to the first words handed to the voice";
    print(what, "100 ms", &waits);
    let mut waits = Vec::new();
    for _ in 0..STARTS {
        waits.push(opening::newcomer(site).await?);
    }
    let what = "a newcomer who taps at once: from opening the page to the first words";
    print(what, "none", &waits);
    Ok(())
}

async fn screens(site: &Site) -> Result<()> {
    for slower in [1, 4] {
        for press in [
            "Sore or stiff",
            "Library",
            "My body",
            "Settings",
            "Evidence",
        ] {
            let (mut words, mut figures) = (Vec::new(), Vec::new());
            for _ in 0..STARTS {
                let (first, second) = opening::opened(site, press, slower).await?;
                words.push(first);
                figures.push(second);
            }
            let what = format!("“{press}” opened, the processor {slower} times slower");
            print(&what, "100 ms", &words);
            print(&format!("{what}, with its figures"), "none", &figures);
        }
    }
    Ok(())
}

async fn accuracy(site: &Site) -> Result<()> {
    for (blocked_ms, how) in [
        (0, "undisturbed"),
        (BLOCKED_MS, "blocked 300 ms each second"),
    ] {
        println!("\nA short routine, its main thread {how}:");
        let page = play(site, blocked_ms).await?;
        let lengths = Lengths {
            hold: HOLD,
            budget: "20 ms",
        };
        report(
            &notes(&page).await?,
            &holds_shown(&page).await?,
            &planned(),
            lengths,
        )?;
        page.close().await?;
    }
    hidden::six_minutes(site).await
}

/// Milliseconds from the press to the first utterance.
async fn first_word(site: &Site) -> Result<f64> {
    let page = Visit::to(site)
        .profile(&Profile::new()?)
        .before_load(faults::recorded_speech())
        .before_load(PRESSED)
        .open()
        .await?;
    page.press("In spasm").await?;
    page.press("Start").await?;
    let spoken = "return window.__spoken.length > 0";
    page.comes_true(spoken, Duration::from_secs(30)).await?;
    let wait = page
        .run("return window.__spoken[0].asked - window.__pressed")
        .await?;
    page.close().await?;
    wait.as_f64().context("the press was not seen")
}

/// Plays the short routine to its end.
async fn play(site: &Site, blocked_ms: u32) -> Result<Page> {
    let mut visit = Visit::to(site)
        .profile(&Profile::new()?)
        .before_load(faults::recorded_speech())
        .before_load(faults::recorded_tones())
        .before_load(SHOWN);
    if blocked_ms > 0 {
        visit = visit.before_load(faults::busy_main_thread(blocked_ms));
    }
    let page = visit.open().await?;
    leave_behind(&page, HOLD).await?;
    page.press("Continue").await?;
    let patience = Duration::from_secs(180);
    page.see_within("And now, how is it?", patience).await?;
    Ok(page)
}

async fn notes(page: &Page) -> Result<Vec<Note>> {
    let notes = page.run("return window.__tones").await?;
    let note = |note: &Value| {
        Some(Note {
            when: note["when"].as_f64()? * 1_000.0,
            pitch: note["pitch"].as_f64()?,
        })
    };
    let notes = notes.as_array().context("no notes were written down")?;
    notes
        .iter()
        .map(|laid_out| note(laid_out).context("a note without its moment"))
        .collect()
}

/// How long each hold was shown, in milliseconds.
async fn holds_shown(page: &Page) -> Result<Vec<f64>> {
    let shown = page
        .run(
            "return window.__shown.map((shown, nth, all) => [shown.text, nth + 1 < all.length ? all[nth + 1].at - shown.at : 0])
               .filter(([text]) => text === 'Hold').map(([text, length]) => length)",
        )
        .await?;
    Ok(serde_json::from_value(shown)?)
}

/// A name, and notes: milliseconds since the first, and hertz.
type Passage = (&'static str, Vec<(f64, f64)>);

/// The notes of a hold and of three movements.
fn planned() -> [Passage; 2] {
    let (hold, beat) = (HOLD.as_secs_f64() * 1e3, BEAT.as_secs_f64() * 1e3);
    let end = |at: f64| [(at, 783.99), (at + 160.0, 523.25)];
    let mut holding = vec![(0.0, 523.25), (160.0, 783.99)];
    holding.extend([3.0, 2.0, 1.0].map(|left| (hold - left * 1e3, 587.33)));
    holding.extend(end(hold));
    let beats = (0..6_u32).zip([392.0, 293.66].into_iter().cycle());
    let mut moving: Vec<_> = beats
        .map(|(nth, pitch)| (f64::from(nth) * beat, pitch))
        .collect();
    moving.extend(end(6.0 * beat));
    [("hold", holding), ("movements", moving)]
}

/// The length of a hold, and the budget for deviations from it.
#[derive(Clone, Copy)]
struct Lengths {
    hold: Duration,
    budget: &'static str,
}

/// Compares the notes scheduled and the holds shown with these planned passages, and prints the deviations.
fn report(notes: &[Note], shown: &[f64], planned: &[Passage], lengths_of: Lengths) -> Result<()> {
    let hold = lengths_of.hold.as_secs_f64() * 1e3;
    let (mut apart, mut lengths) = (Vec::new(), Vec::new());
    for (name, plan) in planned {
        let passages: Vec<_> = notes
            .windows(plan.len())
            .filter(|passage| is(passage, plan))
            .collect();
        ensure!(!passages.is_empty(), "no {name} was laid out");
        for passage in passages {
            let steps = passage.windows(2).zip(plan.windows(2));
            apart.extend(
                steps.map(|(real, plan)| {
                    (real[1].when - real[0].when - (plan[1].0 - plan[0].0)).abs()
                }),
            );
            // The note that ends a hold is the last but one.
            if *name == "hold" {
                let end = &passage[plan.len() - 2];
                lengths.push((end.when - passage[0].when - hold).abs());
            }
        }
    }
    print("tones against their planned distances", "10 ms", &apart);
    print(
        "length of a hold as heard, against its dose",
        lengths_of.budget,
        &lengths,
    );
    let shown: Vec<_> = shown.iter().map(|shown| (shown - hold).abs()).collect();
    print(
        "length of a hold as shown, against its dose",
        lengths_of.budget,
        &shown,
    );
    Ok(())
}

/// Whether these notes have the pitches of the plan, whatever their distances.
fn is(passage: &[Note], plan: &[(f64, f64)]) -> bool {
    let same = |(note, (_, pitch)): (&Note, &(f64, f64))| (note.pitch - pitch).abs() < 0.1;
    passage.iter().zip(plan).all(same)
}

/// The median; of an even number, the upper of the middle two.
fn middle(measured: &[f64]) -> Option<f64> {
    let mut sorted = measured.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied()
}

/// Prints the median and the maximum of some milliseconds.
fn print(what: &str, budget: &str, measured: &[f64]) {
    let greatest = measured.iter().copied().max_by(f64::total_cmp);
    match (middle(measured), greatest) {
        (Some(median), Some(greatest)) => println!(
            "{what}: median {median:.2} ms, at most {greatest:.2} ms, of {} (budget: {budget})",
            measured.len()
        ),
        _ => println!("{what}: nothing was measured (budget: {budget})"),
    }
}
