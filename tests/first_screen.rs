//! The first screen stands in `index.html`, to be seen before the program is there: with the program's words, and
//! a place as large as each figure, so that nothing moves when it takes over. (Drawn, the figures would be more to
//! load than all the rest of the document.)
//!
//! `LIMBER_WRITE=1 cargo test --test first_screen` writes it anew.

#![expect(clippy::expect_used, reason = "what is missing is a failed test")]

use std::fs;
use std::path::Path;

use limber::app::Route;
use limber::figure::body::SLIGHT;
use limber::figure::drawing::svg::view_box;
use limber::figure::reel::{At, Reel};
use limber::library::{figure, sheet};
use limber::text::{Key, Locale};

const BEGINS: &str = "<!-- The first screen, as tests/first_screen.rs writes it. -->\n";
const ENDS: &str = "    <!-- So far. -->";

/// The answers, as `ui::question` has them: each with its name, what it means, and the posture beside it.
const ANSWERS: [(&str, Key, Key, &str); 3] = [
    ("spasm", Key::InSpasm, Key::InSpasmMeans, "90-90-rest"),
    ("sore", Key::Sore, Key::SoreMeans, "cat-cow"),
    ("fine", Key::Fine, Key::FineMeans, "forward-bend"),
];

fn word(key: Key) -> &'static str {
    Locale::EnGb.word(key)
}

/// The place of a figure.
fn place(posture: &str) -> String {
    let reel = Reel::of_posture(sheet(), figure(posture).expect("a figure"), &SLIGHT);
    let seen = view_box(reel.extent(At::POSTURE));
    format!(
        "<svg class=\"figure\" viewBox=\"{seen}\" aria-hidden=\"true\" focusable=\"false\"></svg>"
    )
}

fn answer((id, name, means, posture): (&str, Key, Key, &str)) -> String {
    format!(
        "          <div class=\"answer {id}\">{}<span class=\"answer-words\">\
         <button type=\"button\" data-answer=\"{id}\" aria-describedby=\"{id}-means\">{}</button>\
         <span id=\"{id}-means\" aria-hidden=\"true\">{}</span></span></div>\n",
        place(posture),
        word(name),
        word(means),
    )
}

fn first_screen() -> String {
    let (limber, help, question) = (word(Key::Limber), word(Key::GetHelp), word(Key::Question));
    let answers: String = ANSWERS.into_iter().map(answer).collect();
    let script = word(Key::NeedsScript);
    format!(
        "{BEGINS}    <div id=\"waiting\" class=\"screen question\">\n      \
         <header class=\"bar\"><span>{limber}</span><a href=\"#/help\">{help}</a></header>\n      <main>\n        \
         <h1>{question}</h1>\n        \
         <noscript><p class=\"caution\">{script}</p></noscript>\n        \
         <div class=\"answers\">\n{answers}        </div>\n        \
         <nav class=\"ways\" aria-label=\"{}\">{}{}</nav>\n      \
         </main>\n      \
         <footer class=\"foot\"><p class=\"links\">{}{}</p><p>{} {}</p></footer>\n    </div>\n",
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

#[test]
fn the_first_screen_is_there_before_the_program_in_the_same_places() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html");
    let html = fs::read_to_string(&path).unwrap();
    let (before, rest) = html.split_once(BEGINS).expect("where it begins");
    let (there, after) = rest.split_once(ENDS).expect("where it ends");
    let wanted = first_screen();
    if std::env::var_os("LIMBER_WRITE").is_some() {
        fs::write(&path, format!("{before}{wanted}{ENDS}{after}")).unwrap();
        return;
    }
    assert!(
        format!("{BEGINS}{there}") == wanted,
        "index.html has an older first screen: LIMBER_WRITE=1 cargo test --test first_screen"
    );
}
