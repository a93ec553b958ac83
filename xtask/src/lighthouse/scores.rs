//! Reads and summarises Lighthouse's reports.

use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// The categories, by Lighthouse's names.
pub(super) const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];
const BUDGETS: [u32; 4] = [98, 100, 100, 100];

/// The timings that make up the performance score, by Lighthouse's names.
const TIMINGS: [&str; 5] = [
    "first-contentful-paint",
    "largest-contentful-paint",
    "speed-index",
    "total-blocking-time",
    "cumulative-layout-shift",
];

/// The scores of one run.
#[derive(Debug, PartialEq)]
pub(super) struct Scores {
    /// From 0 to 100, in the order of [`CATEGORIES`].
    points: [u32; 4],
    /// Each timing, in Lighthouse's words.
    timings: Vec<String>,
    /// The titles of audits that cost points outside performance.
    complaints: Vec<String>,
}

/// Reads a report.
///
/// # Errors
///
/// When it isn't a report, or says that the page could not be scored.
pub(super) fn read(report: &str) -> Result<Scores> {
    let report: Value = serde_json::from_str(report).context("lighthouse wrote no report")?;
    let error = &report["runtimeError"]["message"];
    ensure!(error.is_null(), "lighthouse could not judge: {error}");
    let mut points = [0; 4];
    for (score, category) in points.iter_mut().zip(CATEGORIES) {
        let told = report["categories"][category]["score"].as_f64();
        *score = hundredths(told.with_context(|| format!("no score for {category}"))?);
    }
    let timing = |name: &&str| {
        let words = report["audits"][*name]["displayValue"].as_str();
        format!("{name} {}", words.unwrap_or("unknown"))
    };
    Ok(Scores {
        points,
        timings: TIMINGS.iter().map(timing).collect(),
        complaints: complaints(&report),
    })
}

/// Converts a score between 0 and 1 to hundredths.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it lies between 0 and 100"
)]
fn hundredths(score: f64) -> u32 {
    (score.clamp(0.0, 1.0) * 100.0).round() as u32
}

fn complaints(report: &Value) -> Vec<String> {
    let mut complaints = Vec::new();
    for category in &CATEGORIES[1..] {
        let parts = report["categories"][category]["auditRefs"].as_array();
        for part in parts.into_iter().flatten() {
            let audit = &report["audits"][part["id"].as_str().unwrap_or_default()];
            let failed = audit["score"].as_f64().is_some_and(|score| score < 1.0);
            if failed && part["weight"].as_f64() != Some(0.0) {
                let title = audit["title"].as_str().unwrap_or("(untitled)");
                complaints.push(format!("{category}: {title}"));
            }
        }
    }
    complaints
}

/// The median score of each category beside its budget, the timings of the median performance, and failed audits.
pub(super) fn table(judged: &[Scores]) -> String {
    let mut text = format!(
        "\n{:<16} {:>6} {:>6}  all runs\n",
        "lighthouse", "score", "budget"
    );
    for (nth, (category, budget)) in CATEGORIES.iter().zip(BUDGETS).enumerate() {
        let mut scores: Vec<u32> = judged.iter().map(|one| one.points[nth]).collect();
        scores.sort_unstable();
        let middle = scores.get(scores.len() / 2).copied().unwrap_or_default();
        // Writing to a string never fails.
        let _ = writeln!(text, "{category:<16} {middle:>6} {budget:>6}  {scores:?}");
    }
    let mut by_performance: Vec<&Scores> = judged.iter().collect();
    by_performance.sort_by_key(|one| one.points[0]);
    if let Some(middle) = by_performance.get(by_performance.len() / 2) {
        let _ = writeln!(text, "{}", middle.timings.join("; "));
    }
    let mut complaints: Vec<&String> = judged.iter().flat_map(|one| &one.complaints).collect();
    complaints.sort();
    complaints.dedup();
    for complaint in complaints {
        let _ = writeln!(text, "{complaint}");
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn report(performance: f64) -> String {
        let category = |score: f64| json!({"score": score, "auditRefs": []});
        let seo = json!({"score": 0.92, "auditRefs": [
            {"id": "title", "weight": 1}, {"id": "robots", "weight": 1}, {"id": "manual", "weight": 0},
        ]});
        json!({
            "categories": {
                "performance": category(performance), "accessibility": category(1.0),
                "best-practices": category(1.0), "seo": seo,
            },
            "audits": {
                "first-contentful-paint": {"displayValue": "0.9\u{a0}s"},
                "title": {"score": 1, "title": "It has a title"},
                "robots": {"score": 0, "title": "robots.txt is not valid"},
                "manual": {"score": 0, "title": "To be looked at"},
            },
        })
        .to_string()
    }

    #[test]
    fn scores_and_what_cost_points_are_read() {
        let read = read(&report(0.985)).unwrap();
        assert_eq!(read.points, [99, 100, 100, 92]);
        assert_eq!(read.timings[0], "first-contentful-paint 0.9\u{a0}s");
        assert_eq!(read.complaints, ["seo: robots.txt is not valid"]);
    }

    #[test]
    fn the_middle_of_several_counts() {
        let judged = [0.90, 0.99, 0.97].map(|score| read(&report(score)).unwrap());
        let table = table(&judged);
        let row: Vec<&str> = table.lines().nth(2).unwrap().split_whitespace().collect();
        assert_eq!(row, ["performance", "97", "98", "[90,", "97,", "99]"]);
        assert_eq!(table.matches("robots.txt").count(), 1);
    }

    #[test]
    fn a_page_that_could_not_be_judged_is_an_error_with_its_reason() {
        let error = read(r#"{"runtimeError": {"message": "no paint"}}"#).expect_err("no scores");
        assert!(error.to_string().contains("no paint"));
        assert!(read("Unable to connect").is_err());
    }
}
