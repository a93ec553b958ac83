//! The first screen stands in `index.html`, to be seen before the program is there: with the program's words, and
//! a place as large as each figure, so that nothing moves when it takes over. (Drawn, the figures would be more to
//! load than all the rest of the document.)
//!
//! `LIMBER_WRITE=1 cargo test --test first_screen` writes it anew.

use std::fs;
use std::path::Path;

use limber::app::Route;
use limber::app::view::{ANSWERS, Answer};
use limber::figure::body::SLIGHT;
use limber::figure::drawing::svg::view_box;
use limber::figure::reel::{At, Reel};
use limber::library::{figure, sheet};
use limber::text::{Key, Locale};

const BEGINS: &str = "<!-- The first screen, as tests/first_screen.rs writes it. -->\n";
const ENDS: &str = "    <!-- So far. -->";

fn word(key: Key) -> &'static str {
    Locale::EnGb.word(key)
}

/// The place of a figure.
fn place(seen: &str) -> String {
    format!(
        "<svg class=\"figure\" viewBox=\"{seen}\" aria-hidden=\"true\" focusable=\"false\"></svg>"
    )
}

fn answer(answer: Answer) -> String {
    let id = answer.feeling.id();
    format!(
        "          <div class=\"answer {id}\">{}<span class=\"answer-words\">\
         <button type=\"button\" data-answer=\"{id}\" aria-describedby=\"{id}-means\">{}</button>\
         <span id=\"{id}-means\" aria-hidden=\"true\">{}</span></span></div>\n",
        place(answer.place),
        word(answer.name),
        word(answer.means),
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
