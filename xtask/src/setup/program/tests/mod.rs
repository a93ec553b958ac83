//! Tests of all ways to install a program, with real curl and tar.

mod room;
mod server;

use std::fs;
use std::time::Duration;

use super::download::sum;
use super::releases::Archive;
use room::{Room, copied, installing};
use server::Server;

/// What the tools folder holds after an installation, with nothing left over.
const INSTALLED: [&str; 2] = [".lock", "cushion-1.0"];

#[test]
fn a_release_with_the_right_checksum_is_installed_without_compiling() {
    let room = Room::new("good");
    let archive = room.archive("1.0");
    let right = sum(&archive);
    let said = room.served(Server::Sends, archive, right);
    assert_eq!(said, "cushion 1.0: taken prebuilt from its release");
    assert_eq!(room.maker(), "the release");
    assert!(room.tool().is_sound());
    assert_eq!(room.tools(), INSTALLED);
    let inside: Vec<_> = fs::read_dir(room.tool().home).unwrap().flatten().collect();
    assert_eq!(inside.len(), 1, "{inside:?}");
}

#[test]
fn a_release_with_another_checksum_is_refused_by_name_and_the_program_compiled() {
    let room = Room::new("checksum");
    let archive = room.archive("1.0");
    let said = room.served(Server::Sends, archive.clone(), "0".repeat(64));
    assert_eq!(
        said,
        format!(
            "cushion 1.0: not prebuilt here (no cargo-binstall on the PATH; cushion.tar.gz is not the pinned one: \
             its SHA-256 is {}), so it is compiled; a moment",
            sum(&archive)
        )
    );
    assert_eq!(room.maker(), "compiled");
    assert_eq!(room.tools(), INSTALLED);
}

#[test]
fn a_download_that_breaks_off_is_no_download() {
    let room = Room::new("cut");
    let archive = room.archive("1.0");
    let right = sum(&archive);
    let said = room.served(Server::BreaksOff, archive, right);
    assert!(said.contains("; curl: (18) "), "{said}");
    assert_eq!(room.maker(), "compiled");
    assert_eq!(room.tools(), INSTALLED);
}

#[test]
fn a_server_that_never_answers_is_given_up() {
    let room = Room::new("silent");
    let said = room.served(Server::NeverAnswers, Vec::new(), "0".repeat(64));
    assert!(said.contains("; curl: (28) "), "{said}");
    assert_eq!(room.maker(), "compiled");
}

#[test]
fn a_release_that_is_gone_is_said_to_be() {
    let room = Room::new("gone");
    let said = room.served(Server::HasNoSuchFile, Vec::new(), "0".repeat(64));
    assert!(
        said.contains("curl: (22) ") && said.contains("404"),
        "{said}"
    );
    assert_eq!(room.maker(), "compiled");
}

#[test]
fn a_release_that_holds_another_version_is_refused() {
    let room = Room::new("version");
    let archive = room.archive("2.0");
    let right = sum(&archive);
    let said = room.served(Server::Sends, archive, right);
    let reason = "; what came does not run here as version 1.0), so it is compiled";
    assert!(said.contains(reason), "{said}");
    assert_eq!(room.maker(), "compiled");
    assert_eq!(room.tools(), INSTALLED);
}

#[test]
fn cargo_binstall_is_asked_first() {
    let room = Room::new("binstall");
    room.put_on_path("cargo-binstall", &installing("binstall", "1.0"));
    room.bring(None, Duration::from_secs(5)).unwrap();
    assert_eq!(
        *room.said.borrow(),
        ["cushion 1.0: taken prebuilt by cargo-binstall"]
    );
    assert_eq!(room.maker(), "binstall");
    assert_eq!(room.tools(), INSTALLED);
}

#[test]
fn what_cargo_binstall_can_not_bring_comes_another_way() {
    let room = Room::new("binstall-fails");
    let failing = "echo ' INFO looking' >&2\necho ' × no binaries found' >&2\nexit 94";
    for (script, reason) in [
        (failing.to_owned(), "cargo-binstall says: no binaries found"),
        (
            installing("binstall", "2.0"),
            "does not run here as version 1.0",
        ),
        (
            "exec sleep 60".to_owned(),
            "cargo-binstall had not ended after 1 s",
        ),
    ] {
        room.put_on_path("cargo-binstall", &script);
        let archive = room.archive("1.0");
        let address = Server::Sends.with(archive.clone());
        let archive = Archive {
            address,
            sha256: "0".repeat(64),
        };
        room.bring(Some(archive), Duration::from_secs(1)).unwrap();
        let said = room.said.take().join("\n");
        assert!(said.contains(reason) && said.contains("SHA-256"), "{said}");
        assert_eq!(room.maker(), "compiled");
        fs::remove_dir_all(room.tool().home).unwrap();
    }
}

#[test]
fn what_does_not_compile_is_an_error_and_nothing_is_left_of_it() {
    let room = Room::new("compile-fails");
    room.put_on_path("cargo", "exit 101");
    let error = room.bring(None, Duration::from_secs(1));
    let line = format!("{:#}", error.expect_err("nothing brings it"));
    assert!(
        line.contains("cargo install cushion@1.0 --locked"),
        "{line}"
    );
    assert!(line.ends_with("ended with exit code 101"), "{line}");
    assert_eq!(room.tools(), [".lock"]);
}

#[test]
fn what_is_half_installed_or_of_another_version_is_made_anew() {
    let room = Room::new("anew");
    let bin = room.tool().home.join("bin");
    for script in ["echo cushion 0.9", "exit 1"] {
        fs::create_dir_all(&bin).unwrap();
        copied(&room.script("cushion", script), &bin.join("cushion"));
        assert!(!room.tool().is_sound());
        room.bring(None, Duration::from_secs(1)).unwrap();
        assert!(room.tool().is_sound());
        assert_eq!(room.tools(), INSTALLED);
    }
}
