//! Finds the processes that a story started, and ends each by its number.
//!
//! Never by name: on a developer's machine the same programs run for other purposes.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// How often to look for the processes before giving up.
const ROUNDS: u32 = 100;
/// How long to wait between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// Kills a process, its descendants, and all processes whose arguments name this folder; returns when they are gone.
/// The folder must belong to the story alone.
pub(crate) fn end(ancestor: u32, folder: &Path) {
    for _ in 0..ROUNDS {
        let left = of(ancestor, folder);
        if left.is_empty() {
            return;
        }
        kill(&left);
        std::thread::sleep(PAUSE);
    }
}

/// The numbers of those processes, without zombies.
pub(crate) fn of(ancestor: u32, folder: &Path) -> Vec<u32> {
    let alive: Vec<Process> = numbers().into_iter().filter_map(Process::read).collect();
    let mut family = vec![ancestor];
    // A child of a process found late may come earlier in the list, so each search starts over.
    while let Some(child) = alive
        .iter()
        .find(|process| family.contains(&process.parent) && !family.contains(&process.number))
    {
        family.push(child.number);
    }
    let named = alive.iter().filter(|process| process.names(folder));
    let mut all: Vec<u32> = family.into_iter().chain(named.map(|p| p.number)).collect();
    all.retain(|number| alive.iter().any(|process| process.number == *number));
    all.sort_unstable();
    all.dedup();
    all
}

struct Process {
    number: u32,
    parent: u32,
    arguments: Vec<u8>,
}

impl Process {
    /// `None` for a process that is gone or a zombie.
    fn read(number: u32) -> Option<Self> {
        let status = fs::read_to_string(format!("/proc/{number}/stat")).ok()?;
        // The program's name may contain spaces and brackets; the last bracket ends it.
        let mut after_name = status.rsplit_once(')')?.1.split_whitespace();
        let state = after_name.next()?;
        let parent = after_name.next()?.parse().ok()?;
        let arguments = fs::read(format!("/proc/{number}/cmdline")).ok()?;
        (state != "Z").then_some(Self {
            number,
            parent,
            arguments,
        })
    }

    fn names(&self, folder: &Path) -> bool {
        let folder = folder.as_os_str().as_encoded_bytes();
        self.number != std::process::id()
            && self
                .arguments
                .windows(folder.len())
                .any(|part| part == folder)
    }
}

fn numbers() -> Vec<u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .collect()
}

fn kill(numbers: &[u32]) {
    // `kill` complains about a process that has ended in the meantime, which is fine.
    let _ = Command::new("kill")
        .arg("-9")
        .args(numbers.iter().map(u32::to_string))
        .stderr(Stdio::null())
        .status();
}
