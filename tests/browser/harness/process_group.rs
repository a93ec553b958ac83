//! The processes that a story started, and ending them each by its number.
//!
//! Never by a name: on a developer's machine the same programs run for other purposes.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// How often the processes are looked for again before they are given up on.
const ROUNDS: u32 = 100;
/// How long to wait between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// Kills a process, all that it started, and all whose arguments name this folder; returns when
/// they are gone. The folder has to be one that belongs to the story alone.
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

/// The numbers of those processes. The dead that nobody has asked after are left out.
pub(crate) fn of(ancestor: u32, folder: &Path) -> Vec<u32> {
    let alive: Vec<Process> = numbers().into_iter().filter_map(Process::read).collect();
    let mut family = vec![ancestor];
    // A child of a process found late may stand earlier in the list, so it is gone through anew.
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
    /// Nothing for a process that is gone, or dead and not yet asked after.
    fn read(number: u32) -> Option<Self> {
        let status = fs::read_to_string(format!("/proc/{number}/stat")).ok()?;
        // The program's name may hold spaces and brackets; the last bracket ends it.
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
    // One that has ended in the meantime makes `kill` complain, and that is as good.
    let _ = Command::new("kill")
        .arg("-9")
        .args(numbers.iter().map(u32::to_string))
        .stderr(Stdio::null())
        .status();
}
