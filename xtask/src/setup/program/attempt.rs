//! Calls to programs that may well fail: quiet, with a time limit, and with the reason in one line.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::process;

/// Prints a command, then runs it for at most `limit`. Its output goes to a file in `folder`.
///
/// # Errors
///
/// When the program can't be started, fails, or takes too long; in one line, with the last thing it said.
pub(super) fn run(command: &mut Command, limit: Duration, folder: &Path) -> Result<()> {
    process::show(command);
    let name = Path::new(command.get_program());
    let name = name.file_stem().unwrap_or_default().to_string_lossy();
    let name = name.into_owned();
    // A file rather than a pipe: a process that the program has started could hold a pipe open after its end.
    let said = folder.join(".said");
    let (words, complaints) = File::create(&said)
        .and_then(|file| Ok((file.try_clone()?, file)))
        .with_context(|| format!("could not write {}", said.display()))?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(words)
        .stderr(complaints)
        .spawn()
        .with_context(|| format!("{name} could not be started"))?;
    let Some(status) = process::end(&mut child, limit)? else {
        bail!("{name} had not ended after {} s", limit.as_secs());
    };
    let words = fs::read(&said).unwrap_or_default();
    fs::remove_file(&said)?;
    if status.success() {
        return Ok(());
    }
    match last_line(&String::from_utf8_lossy(&words)) {
        Some(line) if line.starts_with(&name) => bail!("{line}"),
        Some(line) => bail!("{name} says: {line}"),
        None => bail!("{name} failed ({status})"),
    }
}

/// The last line with words, without decoration.
fn last_line(text: &str) -> Option<&str> {
    text.lines()
        .map(|line| line.trim_matches(|c: char| !c.is_alphanumeric() && !"()'\"`.".contains(c)))
        .rfind(|line| line.contains(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_what_a_program_says_the_last_line_tells_why_it_failed() {
        assert_eq!(last_line("\ncurl: (22) 404\n\n"), Some("curl: (22) 404"));
        assert_eq!(
            last_line("ERROR Fatal error:\n  × For crate trunk:\n  ╰─▶ no binaries found\n"),
            Some("no binaries found")
        );
        assert_eq!(last_line(" \n--\n"), None);
    }
}
