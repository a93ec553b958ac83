//! A call of another program that may well fail: quiet, for so long at most, and with the reason in one line.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::process;

/// How often it is looked whether the program has ended.
const PULSE: Duration = Duration::from_millis(50);
/// How often it is said that the program still runs.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);

/// Shows a call, then runs it for at most `limit`. What it prints goes into a file in `folder`.
///
/// # Errors
///
/// When the program can't be started, fails, or does not end in time: in one line, with what it said last.
pub(super) fn run(command: &mut Command, limit: Duration, folder: &Path) -> Result<()> {
    process::show(command);
    let name = Path::new(command.get_program());
    let name = name.file_stem().unwrap_or_default().to_string_lossy();
    let name = name.into_owned();
    // A file rather than a pipe: whatever the program has started could hold a pipe open after its end.
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
    let Some(status) = ended(&mut child, limit)? else {
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

/// Waits for the end of a program, or ends it when the time is up.
fn ended(child: &mut Child, limit: Duration) -> Result<Option<ExitStatus>> {
    let mut waited = Duration::ZERO;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if waited >= limit {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(PULSE);
        waited += PULSE;
        if waited.as_millis().is_multiple_of(SIGN_OF_LIFE.as_millis()) {
            println!("      still at it after {} s", waited.as_secs());
        }
    }
}

/// The last line that says anything, without what only adorns it.
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
