//! Installs prebuilt programs from their projects' releases: downloads, verifies the pinned checksum, unpacks.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use super::releases::Archive;
use super::{Program, Surroundings, attempt};
use crate::disk;
use crate::page;
use crate::setup::staging::Staging;
use crate::setup::tool::find_program;

/// How long connecting may take.
const CONNECTING: Duration = Duration::from_secs(5);
/// Extra time for curl to end by itself, which it does with a reason.
const GRACE: Duration = Duration::from_secs(5);
/// In bytes. No archive is nearly as large.
const LARGEST: &str = "100000000";

/// Puts a program from its release into the staging folder.
///
/// # Errors
///
/// When no release is pinned, the download fails or is too slow, its checksum is wrong, or the program isn't in it.
pub(super) fn bring(program: &Program, staging: &Staging, around: &Surroundings) -> Result<()> {
    let archive = program
        .archive
        .as_ref()
        .context("no release of it is pinned for this machine")?;
    let file = downloaded(archive, staging.folder(), around)?;
    compare(archive, &file)?;
    let unpacked = unpacked(&file, around)?;
    let wanted = program.tool.file.file_name().unwrap_or_default();
    let found = page::files(&unpacked)?
        .into_iter()
        .map(|name| unpacked.join(name))
        .find(|path| path.file_name() == Some(wanted))
        .with_context(|| format!("there is no program in {}", archive.name()))?;
    // Keep only the program.
    let place = staging.folder().join(&program.tool.file);
    fs::create_dir_all(place.parent().unwrap_or(staging.folder()))?;
    fs::rename(&found, &place).with_context(|| format!("could not make {}", place.display()))?;
    fs::remove_dir_all(&unpacked)?;
    Ok(fs::remove_file(&file)?)
}

fn downloaded(archive: &Archive, folder: &Path, around: &Surroundings) -> Result<PathBuf> {
    let curl = find_program("curl", &around.path).context("no curl on the PATH")?;
    let file = folder.join(archive.name());
    // A redirect must not leave the scheme of the address.
    let scheme = archive.address.split(':').next().unwrap_or("https");
    let mut call = Command::new(curl);
    call.args(["--fail", "--location", "--silent", "--show-error"])
        .args(["--proto", &format!("={scheme}")])
        .args(["--connect-timeout", &CONNECTING.as_secs().to_string()])
        .args(["--max-time", &around.patience.as_secs().to_string()])
        .args(["--max-filesize", LARGEST, "--output"])
        .arg(&file)
        .arg(&*archive.address);
    attempt::run(&mut call, around.patience + GRACE, folder)?;
    Ok(file)
}

fn compare(archive: &Archive, file: &Path) -> Result<()> {
    let sum = sum(&disk::bytes(file)?);
    ensure!(
        sum == archive.sha256,
        "{} is not the pinned one: its SHA-256 is {sum}",
        archive.name()
    );
    Ok(())
}

/// The SHA-256 of some content, in lower-case hexadecimal.
pub(super) fn sum(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    digest.iter().fold(String::new(), |mut digits, byte| {
        // Writing to a string never fails.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// Unpacks an archive into a folder beside it. The tar of Windows supports zip archives, too.
fn unpacked(file: &Path, around: &Surroundings) -> Result<PathBuf> {
    let tar = find_program("tar", &around.path).context("no tar on the PATH")?;
    let folder = file.with_file_name("unpacked");
    fs::create_dir_all(&folder)?;
    let mut call = Command::new(tar);
    // Relative names have no drive: some tars take what is before a colon for a host.
    call.current_dir(&folder)
        .arg("-xf")
        .arg(Path::new("..").join(file.file_name().unwrap_or_default()));
    attempt::run(&mut call, around.patience, &folder)?;
    Ok(folder)
}
