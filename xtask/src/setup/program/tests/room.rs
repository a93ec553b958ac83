//! An isolated environment to install in, with stand-ins for cargo and cargo-binstall.

use std::cell::RefCell;
use std::env;
use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use super::server::Server;
use crate::setup::program::{Archive, Compiling, Program, Surroundings, bring};
use crate::setup::tool::{Tool, find_program};

/// A test's own folder, with the programs that installing calls; removed at the end.
pub(super) struct Room {
    folder: PathBuf,
    pub(super) said: RefCell<Vec<String>>,
}

impl Room {
    pub(super) fn new(test: &str) -> Self {
        let name = format!("limber-program-{test}-{}", std::process::id());
        let folder = env::temp_dir().join(name);
        fs::create_dir_all(folder.join("path")).unwrap();
        let real = env::var_os("PATH").unwrap();
        for program in ["curl", "tar"] {
            let found = find_program(program, &real).unwrap();
            symlink(found, folder.join("path").join(program)).unwrap();
        }
        let room = Self {
            folder,
            said: RefCell::default(),
        };
        room.put_on_path("cargo", &installing("compiled", "1.0"));
        room
    }

    /// Puts a script on the PATH. Another process copies it there: a file that this process wrote may still be held
    /// open by a program which another test starts at that moment, and then it can't be executed.
    pub(super) fn put_on_path(&self, name: &str, script: &str) {
        let draft = self.script(name, script);
        copied(&draft, &self.folder.join("path").join(name));
    }

    pub(super) fn script(&self, name: &str, script: &str) -> PathBuf {
        let draft = self.folder.join(format!("draft-{name}"));
        fs::write(&draft, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&draft, Permissions::from_mode(0o755)).unwrap();
        draft
    }

    /// A release with a program that reports this version.
    pub(super) fn archive(&self, version: &str) -> Vec<u8> {
        let draft = self.script("cushion", &format!("echo cushion {version}"));
        let inside = self.folder.join("cushion-1.0-any");
        fs::create_dir_all(&inside).unwrap();
        copied(&draft, &inside.join("cushion"));
        let file = self.folder.join("packed.tar.gz");
        let mut tar = Command::new("tar");
        tar.arg("-czf").arg(&file).arg("-C").arg(&self.folder);
        assert!(tar.arg("cushion-1.0-any").status().unwrap().success());
        fs::read(file).unwrap()
    }

    pub(super) fn tool(&self) -> Tool {
        Tool {
            package: "cushion",
            version: "1.0".to_owned(),
            home: self.folder.join("tools").join("cushion-1.0"),
            file: PathBuf::from("bin/cushion"),
            program: Some("cushion"),
        }
    }

    pub(super) fn bring(&self, archive: Option<Archive>, patience: Duration) -> Result<()> {
        let program = Program {
            tool: self.tool(),
            archive,
            compiling: Compiling {
                options: &["--locked"],
                level: "1",
                time: "a moment",
            },
        };
        let around = Surroundings {
            path: self.folder.join("path").into_os_string(),
            patience,
        };
        bring(&program, &around, |line| {
            self.said.borrow_mut().push(line.to_owned());
        })
    }

    /// Installs the program from a server that behaves in this way, and returns everything reported.
    pub(super) fn served(&self, server: Server, archive: Vec<u8>, sha256: String) -> String {
        let address = server.with(archive);
        let archive = Archive { address, sha256 };
        self.bring(Some(archive), Duration::from_secs(1)).unwrap();
        self.said.borrow().join("\n")
    }

    /// Where the installed program came from.
    pub(super) fn maker(&self) -> String {
        let maker = self.tool().home.join("bin/maker");
        fs::read_to_string(maker).unwrap_or_else(|_| "the release".to_owned())
    }

    /// Everything in the tools folder, including hidden files.
    pub(super) fn tools(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.join("tools")).unwrap().flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A script that installs the program as cargo and cargo-binstall do, and notes which of them it was.
pub(super) fn installing(maker: &str, version: &str) -> String {
    format!(
        "while [ \"$1\" != --root ]; do shift; done\nmkdir -p \"$2/bin\"\n\
         printf '#!/bin/sh\\necho cushion {version}\\n' > \"$2/bin/cushion\"\n\
         chmod +x \"$2/bin/cushion\"\nprintf {maker} > \"$2/bin/maker\""
    )
}

pub(super) fn copied(from: &Path, to: &Path) {
    let status = Command::new("cp").arg(from).arg(to).status();
    assert!(status.unwrap().success());
}
