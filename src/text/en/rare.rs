//! Words of what hardly anyone opens: the device check, the evidence, all figures, and what is wrong with a routine as
//! text. Each is a constant, so that it loads with the part of the page that uses it. The words for every key load first.

/// A backup was given to be imported.
pub const IS_BACKUP: &str = "This is a saved copy of everything Limber keeps, not a routine. Keep the file. To pass on one routine, open it and choose “Pass it on”.";
/// Some program’s data was given to be imported.
pub const IS_DATA: &str = "This is a program’s data (JSON), not a routine. Open it in the program that it comes from, and copy the routine as text.";
/// The source of a page was given to be imported.
pub const IS_MARKUP: &str =
    "This is the source of a web page, not a routine. Open the page, and copy what you see there.";
/// A calendar was given to be imported.
pub const IS_CALENDAR: &str = "This is a calendar file, not a routine. Open it in a calendar, and copy the routine from the entry.";
/// Contact details were given to be imported.
pub const IS_CONTACT: &str =
    "This is somebody’s contact details, not a routine. Ask for the routine as text.";
/// A PDF was given to be imported.
pub const IS_PDF: &str = "This is a PDF document, which Limber cannot read. Open it, select the routine, and copy it here as text.";
/// A word processor’s document was given to be imported.
pub const IS_DOCUMENT: &str = "This is a word processor’s document, which Limber cannot read. Open it, and copy the routine here as text.";
/// Something other than text was given to be imported.
pub const IS_BINARY: &str = "This is no text: perhaps a picture or an archive. A routine is a short text; copy or type it here.";
/// No line of a text names a posture.
pub const NO_POSTURE_NAMED: &str = "No line of this names a posture that Limber knows. Write a line for each, as in: pigeon: hold 30 s";
/// A note comes before any posture.
pub const NOTE_FIRST: &str = "a note belongs to the posture above it, and there is none.";
/// What the report of the device check contains.
pub const DEVICE_CHECK_REPORT_MEANS: &str = "The report says what you read here, and names the browser, its language, the screen and the voices. Nothing about you or your sessions is in it.";
/// What the evidence screen is for.
pub const EVIDENCE_MEANS: &str = "What Limber says about bodies, how sure it is, and where it comes from. Doses and cautions await a physiotherapist’s review.";
/// The page was opened at an address without encryption.
pub const DEVICE_CHECK_INSECURE: &str = "This page was not opened at a secure address. It begins with “http”, not “https”. Some of this works only there.";
/// What the device check is for.
pub const DEVICE_CHECK_MEANS: &str = "This shows what works on this device. Browsers and devices differ in what they can do, so Limber tries it out on yours.";
/// What the screen of all figures is for.
pub const FIGURES_MEAN: &str = "Every posture as Limber draws it, for those who edit the drawings. Each plays while you see it.";
/// Why the device check shows what Limber doesn’t use.
pub const DEVICE_CHECK_UNUSED_MEANS: &str =
    "Limber does not use these yet. They are here so that the report is complete.";
/// The report could not be copied.
pub const DEVICE_CHECK_NOT_COPIED: &str =
    "The browser did not let Limber copy it. It is selected below: copy it by hand.";
/// The report was copied.
pub const DEVICE_CHECK_COPIED: &str = "Copied. You can paste it where you tell us what went wrong.";
/// The button that runs the device check again.
pub const DEVICE_CHECK_LOOK_AGAIN: &str = "Look at all of it again";
/// The heading above what Limber doesn’t use.
pub const DEVICE_CHECK_UNUSED: &str = "Not needed so far";
/// The heading above the report.
pub const DEVICE_CHECK_REPORT: &str = "Tell us about it";
/// Unfolds the report.
pub const DEVICE_CHECK_REPORT_READ: &str = "Read the report";
/// The button that copies the report.
pub const DEVICE_CHECK_COPY: &str = "Copy the report";
/// Stands before what the user can do.
pub const DEVICE_CHECK_DO: &str = "What to do:";
/// Stands before what Limber does without a capability.
pub const DEVICE_CHECK_INSTEAD: &str = "Meanwhile:";
/// The user heard or felt it.
pub const DEVICE_CHECK_YES: &str = "Yes";
/// The user neither heard nor felt it.
pub const DEVICE_CHECK_NO: &str = "No";
/// Unfolds the angles of a figure’s joints.
pub const JOINTS: &str = "Joints, in degrees";
/// The link to a source.
pub const READ_SOURCE: &str = "Read it";
