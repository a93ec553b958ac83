//! Runs other programs, prints their command lines, and reports exactly which call failed.

use std::ffi::{OsStr, OsString};
use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use crate::project;

/// How often to check whether a program with a time limit has ended.
const PULSE: Duration = Duration::from_millis(50);
/// How often to print that it is still running.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);

/// A program that failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CommandError {
    #[error("could not start `{command}`: {source}")]
    NotStarted { command: String, source: io::Error },
    #[error("`{command}` ended with exit code {code}")]
    Failed { command: String, code: i32 },
    #[error("`{command}` was stopped by a signal")]
    Stopped { command: String },
    #[error("`{command}` had not ended after {} s", limit.as_secs())]
    TookTooLong { command: String, limit: Duration },
}

impl CommandError {
    /// The exit code with which xtask should end.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Failed { code, .. } => {
                u8::try_from(*code).map_or(ExitCode::FAILURE, ExitCode::from)
            }
            Self::NotStarted { .. } | Self::Stopped { .. } | Self::TookTooLong { .. } => {
                ExitCode::FAILURE
            }
        }
    }
}

/// A `cargo` command in the project's root.
pub(crate) fn cargo() -> Command {
    in_root("cargo")
}

/// A command for any program, in the project's root.
pub(crate) fn in_root(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(project::root());
    command
}

/// Prints a command as one could type it.
pub(crate) fn show(command: &Command) {
    println!("      {}", shown(command));
}

/// Prints a command, then runs it in this terminal and waits for its end.
///
/// # Errors
///
/// When the program can't be started, or fails.
pub(crate) fn run(command: &mut Command) -> Result<(), CommandError> {
    show(command);
    let status = command.status();
    judge(command, status)
}

/// Like [`run`], but kills the program if it has not ended after `limit`.
///
/// # Errors
///
/// When the program can't be started, fails, or takes too long.
pub(crate) fn run_within(command: &mut Command, limit: Duration) -> Result<(), CommandError> {
    show(command);
    let ended = command.spawn().and_then(|mut child| end(&mut child, limit));
    match ended.transpose() {
        Some(status) => judge(command, status),
        None => Err(CommandError::TookTooLong {
            command: named(command),
            limit,
        }),
    }
}

/// Waits for a program to end, and prints now and then that it is still running. After `limit` it is killed, and there
/// is no status.
///
/// # Errors
///
/// When waiting for it or killing it fails.
pub(crate) fn end(child: &mut Child, limit: Duration) -> io::Result<Option<ExitStatus>> {
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

/// Runs a command quietly, and returns its output.
///
/// # Errors
///
/// When the program can't be started, or fails.
pub(crate) fn output(command: &mut Command) -> Result<String, CommandError> {
    match command.output() {
        Ok(output) => {
            judge(command, Ok(output.status))?;
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        }
        Err(source) => Err(CommandError::NotStarted {
            command: named(command),
            source,
        }),
    }
}

/// Runs a command with a text as its input, and returns its output. Its messages are shown.
///
/// # Errors
///
/// When the program can't be started, or fails.
pub(crate) fn filter(command: &mut Command, text: &str) -> Result<String, CommandError> {
    show(command);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let filtered = command.spawn().and_then(|mut child| {
        if let Some(mut input) = child.stdin.take() {
            input.write_all(text.as_bytes())?;
        }
        child.wait_with_output()
    });
    let (status, printed) = match filtered {
        Ok(output) => (Ok(output.status), output.stdout),
        Err(error) => (Err(error), Vec::new()),
    };
    judge(command, status)?;
    Ok(String::from_utf8_lossy(&printed).into_owned())
}

fn judge(command: &Command, status: io::Result<ExitStatus>) -> Result<(), CommandError> {
    let status = status.map_err(|source| CommandError::NotStarted {
        command: named(command),
        source,
    })?;
    match status.code() {
        Some(0) => Ok(()),
        Some(code) => Err(CommandError::Failed {
            command: named(command),
            code,
        }),
        None => Err(CommandError::Stopped {
            command: named(command),
        }),
    }
}

/// The command as one could type it, without the program's folder and without PATH, which would drown the rest.
fn shown(command: &Command) -> String {
    let settings = command
        .get_envs()
        .filter(|(name, _)| *name != "PATH")
        .filter_map(|(name, value)| {
            let mut setting = name.to_owned();
            setting.push("=");
            setting.push(value?);
            Some(setting)
        });
    let mut words: Vec<String> = settings
        .map(|setting| quoted(&setting.to_string_lossy()))
        .collect();
    words.push(named(command));
    words.join(" ")
}

/// The command without its environment, which was printed at its start: an error should fit on a line.
fn named(command: &Command) -> String {
    let program = Path::new(command.get_program())
        .file_name()
        .map_or_else(OsString::new, OsStr::to_owned);
    let arguments = command.get_args().map(OsStr::to_owned);
    let words: Vec<String> = [program]
        .into_iter()
        .chain(arguments)
        .map(|word| quoted(&word.to_string_lossy()))
        .collect();
    words.join(" ")
}

fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./=:,@+\\~".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{word}'")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_shown_as_one_would_type_it() {
        let mut command = Command::new("/tools/bin/trunk");
        command
            .args(["build", "--dist", "/a folder/dist"])
            .env("LIMBER_DIST", "/x")
            .env("PATH", "/tools/bin")
            .env_remove("NO_COLOR");
        assert_eq!(
            shown(&command),
            "LIMBER_DIST=/x trunk build --dist '/a folder/dist'"
        );
        assert_eq!(named(&command), "trunk build --dist '/a folder/dist'");
    }

    #[test]
    fn a_failing_call_is_named_with_its_exit_code() {
        let error = output(cargo().arg("no-such-command")).expect_err("cargo has no such command");
        let text = error.to_string();
        assert!(
            text.starts_with("`cargo no-such-command` ended with exit code 101"),
            "{text}"
        );
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let error = output(&mut Command::new("no-such-program-of-limber"));
        let text = error.expect_err("there is no such program").to_string();
        assert!(
            text.starts_with("could not start `no-such-program-of-limber`"),
            "{text}"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_does_not_end_is_ended() {
        let error = run_within(Command::new("sleep").arg("60"), Duration::from_millis(100));
        let text = error.expect_err("it sleeps").to_string();
        assert_eq!(text, "`sleep 60` had not ended after 0 s");
    }
}
