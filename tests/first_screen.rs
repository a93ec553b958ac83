//! The static part of `index.html`, seen before the program is there, and where there is none.
//!
//! The first screen has the program's words, and a place as large as each figure, so that nothing moves when the
//! program takes over. (Drawn, the figures would outweigh the rest of the document.) Help has the program's words, too,
//! and the emergency numbers. What keeps the program from running is explained in words which only the document has.
//!
//! `LIMBER_WRITE=1 cargo test --test host first_screen` rewrites it.

use std::fs;
use std::path::{Path, PathBuf};

use limber::app::Route;
use limber::app::today::{ANSWERS, Answer};
use limber::domain::person::{EmergencyNumber, EmergencyRegion, Person};
use limber::figure::body::SLIGHT;
use limber::figure::drawing::svg::view_box;
use limber::figure::reel::{At, Reel};
use limber::library::{figure, sheet};
use limber::store::print_person;
use limber::text::en::{self, document};
use limber::text::{Key, Locale};

const BEGINS: &str =
    "<!-- What stands here without the program, as tests/first_screen.rs writes it. -->\n";
const ENDS: &str = "    <!-- So far. -->";

fn word(key: Key) -> &'static str {
    Locale::EnGb.word(key)
}

/// An empty SVG as large as a figure.
fn place(seen: &str) -> String {
    format!(
        "<svg class=\"figure\" viewBox=\"{seen}\" aria-hidden=\"true\" focusable=\"false\"></svg>"
    )
}

fn answer(answer: Answer) -> String {
    let id = answer.feeling.id();
    format!(
        "            <div class=\"answer {id}\">{}<span class=\"answer-words\">\
         <button type=\"button\" data-answer=\"{id}\" aria-describedby=\"{id}-means\">{}</button>\
         <span id=\"{id}-means\" aria-hidden=\"true\">{}</span></span></div>\n",
        place(answer.place),
        word(answer.name),
        word(answer.means),
    )
}

/// The whole static part: help, why there is no program, the first screen, and the notice that loading takes long.
fn without_the_program() -> String {
    format!(
        "{BEGINS}    <div id=\"waiting\">\n{}{}{}{}    </div>\n",
        help(),
        stranded(),
        first_screen(),
        late()
    )
}

/// The help screen, with its address in the program as its id: the document shows the part that its address names.
fn help() -> String {
    use Key::{
        HelpNow, HelpNow1, HelpNow2, HelpNow3, HelpNow4, HelpNow5, HelpSoon, HelpSoon1, HelpSoon2,
        HelpSoon3, HelpSoon4, HelpStop, HelpStop1, HelpStop2, HelpStop3, HelpStop4, HelpToday,
        HelpToday1, HelpToday2, HelpToday3, HelpToday4,
    };
    let now = [HelpNow1, HelpNow2, HelpNow3, HelpNow4, HelpNow5];
    let today = [HelpToday1, HelpToday2, HelpToday3, HelpToday4];
    let soon = [HelpSoon1, HelpSoon2, HelpSoon3, HelpSoon4];
    let stop = [HelpStop1, HelpStop2, HelpStop3, HelpStop4];
    format!(
        "      <div id=\"{}\" class=\"screen help\">\n        \
         <header class=\"bar\"><a href=\"{}\" class=\"bar-back\"><span aria-hidden=\"true\">‹</span>{}</a>{}</header>\n        \
         <main>\n          <h1>{}</h1>\n          <p>{}</p>\n{}{}{}{}          <p class=\"meta\">{}</p>\n        \
         </main>\n      </div>\n",
        Route::Help.fragment().trim_start_matches('#'),
        Route::Question.fragment(),
        word(Key::Today),
        link("", &Route::Help, Key::GetHelp),
        word(Key::HelpTitle),
        word(Key::HelpIntro),
        signs(" gravest", HelpNow, &now, &numbers()),
        signs("", HelpToday, &today, ""),
        signs("", HelpSoon, &soon, ""),
        signs("", HelpStop, &stop, ""),
        word(Key::HelpReview),
    )
}

fn signs(class: &str, title: Key, signs: &[Key], more: &str) -> String {
    let sign = |sign: &Key| format!("<li>{}</li>", word(*sign));
    let signs: String = signs.iter().map(sign).collect();
    let title = word(title);
    format!(
        "          <section class=\"card{class}\"><h2>{title}</h2><ul>{signs}</ul>{more}</section>\n"
    )
}

/// The button to call, which a script fills in with the chosen number; until then, the numbers of all regions.
fn numbers() -> String {
    let number = |region: EmergencyRegion| {
        format!(
            "<a class=\"secondary\" href=\"tel:{number}\" data-region=\"{}\">{} <strong>{number}</strong></a>",
            name_in_records(region),
            en::country(region),
            number = region.number(),
        )
    };
    let all: String = EmergencyRegion::ALL.into_iter().map(number).collect();
    format!(
        "<div class=\"choices\"><a class=\"primary call none\">{}</a></div>\
         <div class=\"where\"><p class=\"meta\">{}</p><div class=\"choices\">{all}</div></div>",
        en::call(""),
        document::DIAL,
    )
}

/// A region's name in the record of a person, where the script looks it up.
fn name_in_records(region: EmergencyRegion) -> String {
    let emergency = Some(EmergencyNumber::Of(region));
    let record = print_person(&Person {
        emergency,
        ..Person::default()
    });
    let record: serde_json::Value = serde_json::from_str(&record).unwrap_or_default();
    let name = record["data"]["emergency"]["region"].as_str();
    name.unwrap_or_else(|| panic!("{record} names no region"))
        .to_owned()
}

/// Why there is no program, and what can be done. The style sheet shows the reason that a script noted, or the first.
fn stranded() -> String {
    let reasons = [
        ("script", document::NO_SCRIPT),
        ("wasm", document::NO_WEBASSEMBLY),
        ("load", document::NOT_ARRIVED),
        ("start", document::BROKE),
    ];
    let reason = |(why, words)| format!("<p data-why=\"{why}\">{words}</p>");
    let reasons: String = reasons.into_iter().map(reason).collect();
    format!(
        "      <div class=\"screen stranded\">\n        \
         <header class=\"bar\"><span>{}</span>{}</header>\n        \
         <main>\n          <h1>{}</h1>\n          <div role=\"alert\">{reasons}</div>\n          \
         <p class=\"kept\">{}</p>\n          \
         <div class=\"choices\"><a class=\"primary\" href=\"\">{}</a>{}\
         <a class=\"secondary kept\" href=\"\" download=\"{}\">{}</a></div>\n        \
         </main>\n      </div>\n",
        word(Key::Limber),
        link("", &Route::Help, Key::GetHelp),
        document::NOT_STARTED,
        document::KEPT,
        word(Key::TryAgain),
        link(" class=\"secondary\"", &Route::Help, Key::GetHelp),
        en::file_name("*"),
        word(Key::FaultSave),
    )
}

/// The notice that the program takes long. It lies over the first screen, and moves nothing.
fn late() -> String {
    format!(
        "      <div class=\"notice late\" role=\"status\"><span>{}</span><a class=\"quiet\" href=\"\">{}</a></div>\n",
        document::LATE,
        word(Key::TryAgain),
    )
}

fn first_screen() -> String {
    let (limber, question) = (word(Key::Limber), word(Key::Question));
    let answers: String = ANSWERS.into_iter().map(answer).collect();
    format!(
        "      <div class=\"screen question\">\n        \
         <header class=\"bar\"><span>{limber}</span>{}</header>\n        <main>\n          \
         <h1>{question}</h1>\n          \
         <div class=\"answers\">\n{answers}          </div>\n          \
         <nav class=\"ways\" aria-label=\"{}\">{}{}</nav>\n        \
         </main>\n        \
         <footer class=\"foot\"><p class=\"links\">{}{}</p><p>{} {}</p></footer>\n      </div>\n",
        link("", &Route::Help, Key::GetHelp),
        word(Key::More),
        link(" class=\"secondary\"", &Route::Library, Key::Library),
        link(" class=\"secondary\"", &Route::Body, Key::MyBody),
        link("", &Route::Settings, Key::Settings),
        link("", &Route::Evidence, Key::Evidence),
        word(Key::YourData),
        word(Key::NotAdvice),
    )
}

fn link(class: &str, to: &Route, name: Key) -> String {
    format!("<a{class} href=\"{}\">{}</a>", to.fragment(), word(name))
}

/// The path and the content of the document.
fn page() -> (PathBuf, String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html");
    let html = fs::read_to_string(&path);
    let html = html.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    (path, html)
}

#[test]
fn the_first_screen_is_there_before_the_program_in_the_same_places() {
    let (path, html) = page();
    let (before, rest) = html.split_once(BEGINS).expect("where it begins");
    let (there, after) = rest.split_once(ENDS).expect("where it ends");
    let wanted = without_the_program();
    if std::env::var_os("LIMBER_WRITE").is_some() {
        fs::write(&path, format!("{before}{wanted}{ENDS}{after}")).unwrap();
        return;
    }
    assert!(
        format!("{BEGINS}{there}") == wanted,
        "index.html has other words: LIMBER_WRITE=1 cargo test --test host first_screen"
    );
}

#[test]
fn the_places_of_its_figures_are_as_large_as_these() {
    for answer in ANSWERS {
        let figure = figure(answer.posture).expect("a figure");
        let reel = Reel::of_posture(sheet(), figure, &SLIGHT);
        assert_eq!(
            answer.place,
            view_box(reel.extent(At::POSTURE)),
            "{}",
            answer.posture
        );
    }
}

/// Without scripts nothing can report that: the document claims it from the start, and its first line of script
/// withdraws it.
#[test]
fn the_document_takes_itself_for_alone_until_a_script_runs() {
    let (_, html) = page();
    let (before, after) = html.split_once("<script>").expect("a script");
    assert!(before.contains("data-alone=\"script\""), "{before}");
    let taken_back = after.find("delete root.dataset.alone;").expect("a line");
    let first_use = after.find("localStorage").expect("another line");
    assert!(
        taken_back < first_use,
        "what throws before it would keep it"
    );
}

/// A translator wraps each text in elements of its own, and text that changes by itself stops changing.
#[test]
fn the_document_asks_not_to_be_translated() {
    let (_, html) = page();
    assert!(html.contains("translate=\"no\""));
    assert!(html.contains("<meta name=\"google\" content=\"notranslate\" />"));
}

/// Pulling a page down would reload it, and lose a running session.
#[test]
fn the_page_is_not_loaded_anew_by_a_finger_that_scrolls() {
    let style = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/limber.css");
    let style = fs::read_to_string(style).unwrap();
    let page = style.lines().find(|line| line.starts_with("html {"));
    assert!(page.is_some_and(|it| it.contains("overscroll-behavior-y: contain;")));
}
