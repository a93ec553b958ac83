//! Checks that the source keeps to the layout described in ARCHITECTURE.md.

use std::fs;
use std::path::Path;

use crate::source::{Source, files_below, made_up};
use crate::uses::uses;

/// Each part of `src`, and the other parts that it may use.
const MAY_USE: [(&str, &[&str]); 11] = [
    ("domain", &[]),
    ("device", &[]),
    ("figure", &[]),
    ("text", &["domain", "device", "figure"]),
    ("library", &["domain", "device", "figure"]),
    ("store", &["domain", "device", "library"]),
    ("format", &["domain", "library"]),
    (
        "app",
        &["domain", "device", "text", "library", "store", "format"],
    ),
    ("browser", &["domain", "device"]),
    (
        "shell",
        &["domain", "device", "text", "store", "app", "browser"],
    ),
    (
        "ui",
        &[
            "domain", "device", "figure", "text", "library", "app", "shell",
        ],
    ),
];

/// The parts of `src/figure`, each of which may use only those before it.
const FIGURE_IN_ORDER: [&str; 11] = [
    "trigonometry",
    "space",
    "part",
    "pose",
    "body",
    "stance",
    "drawing",
    "notation",
    "check",
    "describe",
    "reel",
];

/// The parts which know nothing of a browser.
const PURE: [&str; 8] = [
    "domain", "device", "figure", "text", "library", "store", "format", "app",
];

/// What no pure part may mention. On the host most of it does not compile anyway; this covers the rest.
const IMPURE: [&str; 6] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "leptos",
    "Instant::now",
    "SystemTime::now",
];

/// Files which are tables of words or data, and may be as long as they need to be.
const TABLES: [&str; 2] = ["src/text/en/words.rs", "src/text/key.rs"];

/// The most lines that a file in each folder may have. Stories that share their beginnings stay together.
const LONGEST_FILE: [(&str, usize); 3] = [("src", 300), ("xtask", 300), ("tests", 420)];

/// The features of `app`, each in its own folder. What several of them need lies beside these folders.
const FEATURES: [&str; 8] = [
    "session",
    "today",
    "screening",
    "body",
    "library",
    "own",
    "settings",
    "device",
];

/// The part of `src` that a file belongs to; `None` for files at the root.
fn part(source: &Source) -> Option<&'static str> {
    let first = source.module().first().copied()?;
    MAY_USE
        .iter()
        .map(|(part, _)| *part)
        .find(|known| *known == first)
}

/// A file's lines with their numbers, without comment lines.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

fn no_faults(faults: &[String]) {
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Every place where a file uses a part that its own part may not use.
fn wrong_arrows(source: &Source) -> Vec<String> {
    let Some(part) = part(source) else {
        return Vec::new();
    };
    let allowed = MAY_USE.iter().find(|(known, _)| *known == part);
    let allowed = allowed.map_or(&[][..], |(_, allowed)| allowed);
    let may = |other: &str| other == part || allowed.contains(&other);
    let wrong = |other: &str| MAY_USE.iter().any(|(known, _)| *known == other) && !may(other);
    uses(source)
        .iter()
        .filter(|(_, path)| path.first().is_some_and(|other| wrong(other)))
        .map(|(line, path)| format!("{}:{line}: {part} uses {}", source.name, path[0]))
        .collect()
}

#[test]
fn arrows_point_only_where_the_design_lets_them() {
    let all = files_below("src");
    no_faults(&all.iter().flat_map(wrong_arrows).collect::<Vec<_>>());
}

#[test]
fn an_arrow_is_seen_however_it_is_written() {
    let ways = [
        "use crate::browser::clock;",
        "use crate::{domain::time, browser::{clock::{self, Clock}, page}};",
        "use crate::{\n    domain::time,\n    // A comment.\n    browser::page,\n};",
        "fn now() { crate::browser::clock::now() }",
        "use super::super::browser::page as it;",
        "#[cfg(test)]\nmod tests {\n    use super::super::super::browser;\n}",
    ];
    for way in ways {
        let faults = wrong_arrows(&made_up("src/store/a.rs", way));
        assert!(!faults.is_empty(), "{way}");
    }
    let fine = "//! crate::browser::page\nuse crate::{domain::{time, pain::Pain}, device};\nconst A: &str = \"crate::browser::\";";
    no_faults(&wrong_arrows(&made_up("src/store/a.rs", fine)));
}

/// Every place where a feature of `app` uses another feature, or one feature's screens in `ui` use another's.
fn entangled(source: &Source) -> Vec<String> {
    let module = source.module();
    let [root, own, ..] = module.as_slice() else {
        return Vec::new();
    };
    let alone = match *root {
        "app" => *own != "flow",
        "ui" => FEATURES.contains(own),
        _ => false,
    };
    if !alone {
        return Vec::new();
    }
    let another = |path: &[String]| match path {
        [there, other, ..] => there == root && other != own && FEATURES.contains(&other.as_str()),
        _ => false,
    };
    uses(source)
        .iter()
        .filter(|(_, path)| another(path))
        .map(|(line, path)| format!("{}:{line}: {own} uses {}", source.name, path[1]))
        .collect()
}

/// Features meet only in the flow between them, so that each can be read, changed and removed on its own.
#[test]
fn no_feature_of_the_application_uses_another() {
    for folder in ["src/app", "src/ui"] {
        let all = files_below(folder);
        no_faults(&all.iter().flat_map(entangled).collect::<Vec<_>>());
    }
}

#[test]
fn a_feature_that_uses_another_is_seen() {
    for way in [
        "use crate::app::today::Plan;",
        "use crate::app::{Model, today::{self, Plan}};",
        "use super::super::today;",
        "fn a() -> crate::app::today::Plan {}",
    ] {
        let faults = entangled(&made_up("src/app/session/view.rs", way));
        assert!(!faults.is_empty(), "{way}");
    }
    let drawn = "use crate::ui::{erased::live, today::TodayScreen};";
    assert!(!entangled(&made_up("src/ui/session/ending.rs", drawn)).is_empty());
    let shared = "use super::{session, want::Want};";
    assert!(!entangled(&made_up("src/app/context.rs", shared)).is_empty());
    let fine =
        "use crate::{app::{Model, session::view, routine}, library::today};\nuse super::today;";
    no_faults(&entangled(&made_up("src/app/session/view.rs", fine)));
    no_faults(&entangled(&made_up(
        "src/app/flow/model.rs",
        "use crate::app::{session, today};",
    )));
}

#[test]
fn a_part_of_the_figure_uses_only_those_before_it() {
    let mut faults = Vec::new();
    for source in files_below("src/figure") {
        let module = source.module();
        let [_, own, ..] = module.as_slice() else {
            continue;
        };
        let place = FIGURE_IN_ORDER.iter().position(|part| part == own);
        let place = place.unwrap_or_else(|| panic!("{} is not in the order", source.name));
        let before_tests = source.product().lines().count();
        for (line, path) in uses(&source)
            .iter()
            .filter(|(line, _)| *line <= before_tests)
        {
            let [figure, other, ..] = path.as_slice() else {
                continue;
            };
            if figure == "figure" && FIGURE_IN_ORDER[place + 1..].contains(&other.as_str()) {
                faults.push(format!("{}:{line}: {own} uses {other}", source.name));
            }
        }
    }
    no_faults(&faults);
}

#[test]
fn pure_parts_reach_for_no_clock_and_no_browser() {
    let mut faults = Vec::new();
    for source in files_below("src") {
        if !part(&source).is_some_and(|part| PURE.contains(&part)) {
            continue;
        }
        for (number, line) in code(&source.text) {
            for word in IMPURE.iter().filter(|word| line.contains(**word)) {
                faults.push(format!("{}:{number}: {word}", source.name));
            }
        }
    }
    no_faults(&faults);
}

#[test]
fn only_records_are_serialised() {
    for source in files_below("src") {
        let serialises = code(&source.text).any(|(_, line)| line.contains("serde"));
        assert!(
            !serialises || part(&source) == Some("store"),
            "{} serialises",
            source.name
        );
    }
}

#[test]
fn no_file_is_too_long_to_hold_one_idea() {
    for (folder, longest) in LONGEST_FILE {
        for Source { name, text } in files_below(folder) {
            let lines = text.lines().count();
            assert!(
                lines <= longest || TABLES.contains(&name.as_str()),
                "{name} has {lines} lines"
            );
        }
    }
}

/// The jobs of a workflow, each with its lines.
fn jobs(workflow: &str) -> Vec<(&str, Vec<&str>)> {
    let mut jobs: Vec<(&str, Vec<&str>)> = Vec::new();
    let lines = workflow.lines().skip_while(|line| *line != "jobs:").skip(1);
    for line in lines {
        match line
            .strip_prefix("  ")
            .filter(|it| !it.starts_with([' ', '#']))
        {
            Some(name) => jobs.push((name.trim_end_matches(':'), Vec::new())),
            None => jobs
                .iter_mut()
                .last()
                .into_iter()
                .for_each(|(_, lines)| lines.push(line.trim())),
        }
    }
    jobs
}

/// Whether every job which deploys waits, directly or through others, for one that runs all checks.
fn waits_for_checks(workflow: &str) -> bool {
    let jobs = jobs(workflow);
    let job = |name: &str| jobs.iter().find(|(known, _)| *known == name);
    let runs = |lines: &[&str], what: &str| {
        let steps = lines
            .iter()
            .filter(|line| line.starts_with("- ") || line.starts_with("uses:"));
        steps.into_iter().any(|line| line.contains(what))
    };
    let mut deploying = jobs
        .iter()
        .filter(|(_, lines)| runs(lines, "actions/deploy-pages"));
    deploying.all(|(_, lines)| {
        let mut lines = lines;
        while !runs(lines, "run: .ci/run") {
            let needs = lines.iter().find_map(|line| line.strip_prefix("needs: "));
            let Some((_, needed)) = needs.and_then(job) else {
                return false;
            };
            lines = needed;
        }
        true
    })
}

#[test]
fn nothing_is_put_online_that_did_not_pass_every_check() {
    let workflow = Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/workflows/pages.yml");
    let workflow = fs::read_to_string(workflow).expect("a workflow");
    assert!(workflow.contains("actions/deploy-pages") && waits_for_checks(&workflow));
    assert!(!workflow.contains("continue-on-error") && !workflow.contains("always()"));
    for needs in [
        "    needs: check\n",
        "    needs: build\n",
        "      - run: .ci/run\n",
    ] {
        assert!(!waits_for_checks(&workflow.replace(needs, "")), "{needs}");
    }
}
