//! The report that can go into a bug report. It says nothing about the person, or about what they did.

use std::fmt::Write as _;

use crate::device::Voice;
use crate::device::check::Environment;
use crate::domain::decimal::short;

/// The most voices that are named: some devices have thousands.
const MOST_VOICES: usize = 20;

/// What the report says of one capability.
#[derive(Debug, Clone, Copy)]
pub struct ReportLine<'a> {
    /// The capability.
    pub name: &'a str,
    /// The status.
    pub status: &'a str,
    /// The reason for the status.
    pub meaning: &'a str,
    /// Further detail, if there is any.
    pub detail: Option<&'a str>,
}

/// The report as plain text.
pub fn report(around: Option<&Environment>, lines: &[ReportLine<'_>], voices: &[&Voice]) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let mut report = format!("Limber {version}: device check\n\n");
    for line in lines {
        let _ = write!(report, "{}: {}. {}", line.name, line.status, line.meaning);
        if let Some(detail) = line.detail {
            let _ = write!(report, " {detail}");
        }
        report.push('\n');
    }
    report.push('\n');
    if let Some(around) = around {
        device(&mut report, around);
    }
    let _ = write!(report, "English voices: {}", voices.len());
    for voice in voices.iter().take(MOST_VOICES) {
        let place = if voice.local {
            "on the device"
        } else {
            "needs a network"
        };
        let _ = write!(report, "\n- {} ({}, {place})", voice.name, voice.language);
    }
    if let Some(more) = voices
        .len()
        .checked_sub(MOST_VOICES)
        .filter(|more| *more > 0)
    {
        let _ = write!(report, "\n- and {more} more");
    }
    report.push('\n');
    report
}

fn device(report: &mut String, around: &Environment) {
    let opened = if around.standalone {
        "from the home screen"
    } else {
        "in a tab"
    };
    let secure = if around.secure { "yes" } else { "no" };
    let ((width, height), (inner_width, inner_height)) = (around.screen, around.window);
    let _ = write!(
        report,
        "Browser: {}\nLanguages: {}\nScreen: {width} × {height}, density {}\nWindow: {inner_width} × {inner_height}\nOpened: {opened}\nSecure address: {secure}\n",
        around.user_agent,
        around.languages,
        short(around.density),
    );
}
