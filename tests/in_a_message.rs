//! Routines as people send them: in mails and replies, in lists and tables.

use crate::taken::{remarks, steps, taken, wrong};
use limber::app::own::view::remark;
use limber::format::routine::print;

const FIVE: [&str; 5] = [
    "bridge: 10 times, 3 sets",
    "pigeon: hold 30 s, 2 sets",
    "childs-pose: hold 60 s",
    "90-90-rest: rest 3 min",
    "walk: go 5 min",
];

/// A mail from a physiotherapist.
const MAIL: &str = "\
Hi Sam,

it was good to see you on Tuesday. Here is what we talked about.

Morning programme:

1. Bridge: 3 x 10 (squeeze at the top)
2) Pigeon – hold 30 sec each side, 2 sets
• Child's pose: 1 min
- 90–90 rest, 2–3 min, with your calves on a chair
* Walk 5 minutes

Do this twice a day for two weeks.
Call me if anything hurts for more than 10 min.

Best wishes
Tom
-- 
Tom Bridge, physiotherapist
Tel. 030 123456
Sent from my iPhone
";

#[test]
fn a_routine_is_read_out_of_a_mail_and_the_rest_is_set_aside() {
    let read = taken(MAIL);
    assert_eq!(read.routine.title, "Morning programme");
    assert_eq!(steps(MAIL), FIVE_OF_MAIL);
    assert_eq!(
        read.aside,
        [
            "Hi Sam,",
            "it was good to see you on Tuesday. Here is what we talked about.",
            "Do this twice a day for two weeks.",
            "Call me if anything hurts for more than 10 min.",
            "Best wishes",
            "Tom",
            "--",
            "Tom Bridge, physiotherapist",
            "Tel. 030 123456",
            "Sent from my iPhone",
        ]
    );
    let remarks: Vec<_> = read.remarks.iter().map(remark).collect();
    assert_eq!(
        remarks,
        [
            "Line 7: “squeeze at the top” is left out.",
            "Line 10: “2-3 min, with your calves on a chair” is taken as “rest 2 min”.",
        ]
    );
}

const FIVE_OF_MAIL: [&str; 5] = [
    "bridge: 10 times, 3 sets",
    "pigeon: hold 30 s, 2 sets",
    "childs-pose: hold 60 s",
    "90-90-rest: rest 2 min",
    "walk: go 5 min",
];

#[test]
fn an_answered_mail_is_read_at_any_depth() {
    for quote in ["> ", ">> ", "> > ", ">"] {
        let quoted: Vec<_> = MAIL.lines().map(|line| format!("{quote}{line}")).collect();
        let text = format!(
            "Thanks, I will try.\nSam\n\nOn Tue, 3 Nov 2026 at 10:12, Tom <tom@example.org> wrote:\n{}\n",
            quoted.join("\n")
        );
        let read = taken(&text);
        assert_eq!(steps(&text), FIVE_OF_MAIL, "{quote}");
        assert_eq!(read.routine.title, "Morning programme");
        assert!(read.aside.iter().any(|line| line.ends_with("wrote:")));
    }
}

#[test]
fn a_list_is_read_whatever_its_signs_and_its_ends_of_lines() {
    for sign in [
        "",
        "- ",
        "* ",
        "• ",
        "– ",
        "◦ ",
        "[ ] ",
        "- [x] ",
        "☐ ",
        "✅ ",
        "🧘\u{200d}♀\u{fe0f} ",
        "→ ",
        "\t",
        "\u{2003}",
    ] {
        for end in ["\n", "\r\n", "\r", "\n\n", "\u{2028}"] {
            let text = FIVE.map(|line| [sign, line, end].concat()).concat();
            assert_eq!(steps(&text), FIVE, "{text:?}");
        }
    }
    for number in [
        "{}. ",
        "{}) ",
        "({}) ",
        "{} - ",
        "{}.) ",
        "#{} ",
        "Exercise {}: ",
        "{}\u{fe0f}\u{20e3} ",
    ] {
        let numbered = |(nth, line): (usize, &&str)| {
            number.replace("{}", &(nth + 1).to_string()) + line + "\n"
        };
        let text: String = FIVE.iter().enumerate().map(numbered).collect();
        assert_eq!(steps(&text), FIVE, "{text:?}");
    }
}

#[test]
fn names_and_amounts_may_stand_apart() {
    let table = "Exercise | Amount\n---|---\n| Bridge | 3 x 10 |\n| **Pigeon** | 2 x 30 s |\n";
    let tabs = "Bridge\t3 x 10\nPigeon\t\t2 x 30 s\n";
    let below = "Bridge\n3 x 10\n\nPigeon\n2 x 30 s\n";
    let bold = "**Bridge:** 3 x 10\n__Pigeon__ – *2 x 30 s*\n";
    let commas = "Bridge, 3 x 10\nPigeon; 2 x 30 s";
    let columns = "Exercise;Sets;Reps;Hold (s)\nBridge;3;10;\nPigeon;2;-;30";
    let piped = "| Exercise | Sets | Reps | Hold |\n|---|---|---|---|\n| Bridge | 3 | 10 | |\n| Pigeon | 2 | | 30 |";
    let one_line = "Bridge 3 x 10, then pigeon 2 x 30 s each side";
    let one_by_one =
        "Bridge\n- 10 reps\n- 3 sets\nPigeon\n- Hold: 30 seconds\n- Sets: 2\n\n15 min\n";
    let by_sides = "Bridge 3 x 10\nPigeon – left side: 2 x 30 s\nPigeon – right side: 2 x 30 s\n";
    let arrows = "Bridge 3x10 → Pigeon 2x30s";
    let flowed = "Bridge 3 x 10. Squeeze your\nseat.\nPigeon hold 30 sec each\nside, 2 sets";
    for text in [
        table, tabs, below, bold, commas, columns, piped, one_line, one_by_one, by_sides, arrows,
        flowed,
    ] {
        assert_eq!(steps(text), FIVE[..2], "{text}");
    }
    // As the app's own screens show it.
    let shown = "Pigeon\nlying on your back, in a figure four\n2 × 60 seconds each side\nCat and cow\n12 slow movements";
    assert_eq!(
        steps(shown),
        [
            "pigeon as figure-four: hold 60 s, 2 sets",
            "cat-cow: 12 times"
        ]
    );
}

#[test]
fn what_is_known_of_a_step_stays_when_the_next_line_says_more_of_it() {
    let text = "routine: Mine\nPigeon\nnote: Take your time.\n30 s\nBridge 3 x 10";
    assert_eq!(
        steps(text),
        [
            "pigeon: hold 30 s",
            "note: Take your time.",
            "bridge: 10 times, 3 sets"
        ]
    );
    let misspelt = "Line 1: “Pidgeon” is taken for Pigeon.";
    let calmly = "Line 1: “keep breathing” is left out.";
    for (text, expected) in [
        ("- Pidgeon\n30 s", &[misspelt][..]),
        (
            "- Pidgeon\nlying on your back, in a figure four",
            &[misspelt],
        ),
        (
            "Pidgeon: 30 (keep breathing)\n2 sets",
            &[
                misspelt,
                "Line 1: “30 (keep breathing); 2 sets” is taken as “hold 30 s, 2 sets”.",
                calmly,
            ],
        ),
        (
            "Pigeon: 30 s https://example.org/a (keep breathing)\n2 sets\n10 s rest",
            &[calmly, "Line 1: “https://example.org/a” is left out."],
        ),
    ] {
        let remarks: Vec<_> = taken(text).remarks.iter().map(remark).collect();
        assert_eq!(remarks, expected, "{text}");
    }
}

#[test]
fn what_stands_in_a_note_is_left_as_it_is() {
    let text = "routine: Bridge, then pigeon\nbridge: 5 times\nnote: Left leg first.\npigeon: hold 40 s\nnote: Right leg first.\n";
    assert_eq!(print(&taken(text).routine), text);
}

#[test]
fn a_routine_without_a_title_is_called_after_the_line_above_it() {
    for (text, title) in [
        ("Morning stretches\nBridge\nPigeon", "Morning stretches"),
        ("# My back\n\n- Bridge\n- Pigeon", "My back"),
        ("Hello!\n\n**Für abends:**\n\nBridge 3x10", "Für abends"),
        ("Hi Anna,\nBridge\nPigeon", "Nameless"),
        ("Good morning\nBridge 3 x 10", "Nameless"),
        ("Bridge\nPigeon", "Nameless"),
        ("Routine:\nBridge\nPigeon", "Nameless"),
        ("Exercise;Sets\nBridge;3", "Nameless"),
        ("Subject: Exercises\n\nBridge\nPigeon", "Nameless"),
        ("Rest 1 min between exercises\nBridge\nPigeon", "Nameless"),
        ("routine: Mine\nBridge", "Mine"),
        ("**Routine:** *Mine*\nBridge", "Mine"),
    ] {
        assert_eq!(taken(text).routine.title, title, "{text}");
    }
}

#[test]
fn a_chat_is_read_whatever_program_wrote_it_down() {
    let said = [
        "Hi Sam",
        "Morning routine",
        "Bridge 3x10",
        "Pigeon: 2 x 30 s",
        "Good luck!",
    ];
    for stamp in [
        "[12:31, 05/11/2026] Tom: ",
        "[12:31] Tom: ",
        "[05.11.26, 12:31:09] Tom Bridge: ",
        "\u{200e}[05/11/2026, 12:31:09\u{202f}PM] Tom: \u{200e}",
        "05/11/2026, 12:31 - Tom: ",
        "11/5/26, 12:31 p.m. - +44 7700 900123: ",
        "2026-11-05 12:31 Tom: ",
        "> 05.11.26, 12:31 – Tom: ",
    ] {
        let text = said.map(|line| format!("{stamp}{line}\n")).concat();
        assert_eq!(steps(&text), FIVE[..2], "{text}");
        let read = taken(&text);
        assert_eq!(read.routine.title, "Morning routine", "{text}");
        assert_eq!(
            (read.aside, read.remarks),
            (
                vec!["Hi Sam".to_owned(), "Good luck!".to_owned()],
                Vec::new()
            )
        );
    }
    for above in [
        "Tom 12:31",
        "Tom Smith, 9:05",
        "Tom, [05.11.2026 12:31]",
        "Tom — Today at 2:31 PM",
        "Yesterday 18:02",
    ] {
        let text = format!("{above}\nBridge 3x10\nPigeon 2 x 30 s\n");
        let read = taken(&text);
        assert_eq!(
            (steps(&text), read.aside, &*read.routine.title),
            (
                FIVE[..2]
                    .to_vec()
                    .iter()
                    .map(|it| (*it).to_owned())
                    .collect(),
                vec![above.to_owned()],
                "Nameless"
            ),
            "{text}"
        );
    }
    assert_eq!(steps("[1:30] Pigeon"), ["pigeon: hold 90 s"]);
    let penguin = wrong("Penguin 1:30\nBridge 3x10");
    assert!(
        penguin[0].starts_with("Line 1: Limber knows no posture “Penguin”."),
        "{penguin:?}"
    );
}

#[test]
fn a_label_before_a_posture_is_left_out_and_named() {
    for (line, step, label) in [
        ("Tom: Bridge 3x10", "bridge: 10 times, 3 sets", "Tom"),
        ("Exercise: Bridge", "bridge: 10 times", "Exercise"),
        ("Warm-up: cat-cow x10", "cat-cow: 10 times", "Warm-up"),
        ("Warm-up – cat-cow x10", "cat-cow: 10 times", "Warm-up"),
        ("Warm-up: do 10 cat-cows", "cat-cow: 10 times", "Warm-up"),
        ("Cool-down: pigeon 30s", "pigeon: hold 30 s", "Cool-down"),
        ("Optional: pigeon 30s", "pigeon: hold 30 s", "Optional"),
        ("AM: pigeon 30s", "pigeon: hold 30 s", "am"),
        ("Mornings: pigeon 30s", "pigeon: hold 30 s", "mornings"),
        ("Set 2: bridge 8 reps", "bridge: 8 times", "Set 2"),
    ] {
        assert_eq!(steps(line), [step], "{line}");
        assert_eq!(
            remarks(line),
            [format!("Line 1: “{label}” is left out.")],
            "{line}"
        );
    }
    assert_eq!(
        remarks("Warm-up: pidgeon 30 s"),
        [
            "Line 1: “pidgeon” is taken for Pigeon.",
            "Line 1: “Warm-up” is left out."
        ]
    );
    for aside in [
        "Skip: Bridge",
        "Avoid: bridge 3x10",
        "PS: bridge hurts",
        "Tom: Good morning",
    ] {
        assert_eq!(taken(&format!("Pigeon 30 s\n{aside}")).aside, [aside]);
    }
    let unknown = wrong("routine: Mine\nWarm-up: jumping jacks 30 s\nBridge");
    assert!(
        unknown[0].starts_with("Line 2: Limber knows no posture “Warm-up: jumping jacks”."),
        "{unknown:?}"
    );
}

#[test]
fn no_line_of_a_program_is_the_title() {
    let header = "From: Tom <tom@example.org>\nDate: Tue, 3 Nov 2026 at 10:12\nSubject: Exercises\nTo: Sam <sam@example.org>";
    for (above, title) in [
        (
            format!("---------- Forwarded message ---------\n{header}\n"),
            "Nameless",
        ),
        (
            format!("Begin forwarded message:\n\n{header}\n"),
            "Nameless",
        ),
        (
            format!("---------- Forwarded message ---------\n{header}\n\nMy back"),
            "My back",
        ),
        ("-----Original Message-----".to_owned(), "Nameless"),
        (
            "Sam\n\nOn Tue, 3 Nov 2026 at 10:12, Tom <tom@example.org> wrote:".to_owned(),
            "Nameless",
        ),
        ("My back\nDuration: 15 min".to_owned(), "My back"),
    ] {
        assert_eq!(
            taken(&format!("{above}\nBridge\nPigeon")).routine.title,
            title,
            "{above}"
        );
    }
}
