//! A voice and a recorder: speech-dispatcher with espeak-ng, playing into a sink that is recorded.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use tempfile::TempDir;

use crate::{Recording, process_group};

/// Samples per second of a recording.
pub(crate) const RATE: u32 = 44_100;
/// How often a program is asked whether it is ready.
const ROUNDS: u32 = 100;
/// How long to wait before asking again.
const PAUSE: Duration = Duration::from_millis(200);

/// The sound system of one story. Only one can exist at a time.
#[derive(Debug)]
pub struct Sound {
    folder: TempDir,
    pulse: Child,
    dispatcher: Option<Child>,
    recorder: Option<(Child, PathBuf)>,
    _one_at_a_time: File,
}

impl Sound {
    /// Starts the sound system. Waits while another story uses one.
    ///
    /// # Errors
    /// When a program is missing or does not answer.
    pub fn start() -> Result<Self> {
        let lock = File::create(std::env::temp_dir().join("limber-sound.lock"))?;
        lock.lock().context("the sound system is in use")?;
        let folder = tempfile::Builder::new().prefix("limber-sound-").tempdir()?;
        let pulse = quiet(Command::new("pulseaudio").envs(environment(&folder)).args([
            "-n",
            "--daemonize=no",
            "--exit-idle-time=-1",
            "--load=module-null-sink sink_name=ears",
            "--load=module-native-protocol-unix",
        ]))
        .spawn()
        .context("pulseaudio is not installed: `cargo xtask test` installs it")?;
        let mut sound = Self {
            folder,
            pulse,
            dispatcher: None,
            recorder: None,
            _one_at_a_time: lock,
        };
        sound.wait_for("pactl", &["info"], "", "the sound server")?;
        let dispatcher = quiet(
            Command::new("speech-dispatcher")
                .envs(environment(&sound.folder))
                .args(["-s", "-t", "0"]),
        )
        .spawn()
        .context("speech-dispatcher is not installed: `cargo xtask test` installs it")?;
        sound.dispatcher = Some(dispatcher);
        sound.wait_for("spd-say", &["-O"], "espeak-ng", "the voice")?;
        Ok(sound)
    }

    /// The environment with which a browser uses it.
    #[must_use]
    pub fn environment(&self) -> Vec<(String, String)> {
        environment(&self.folder)
    }

    /// Starts recording.
    ///
    /// # Errors
    /// When the recorder cannot be started.
    pub fn record(&mut self) -> Result<()> {
        let path = self.folder.path().join("heard.raw");
        let file = File::create(&path)?;
        let recorder = Command::new("parec")
            .envs(self.environment())
            .args([
                "-d",
                "ears.monitor",
                "--format=s16le",
                "--channels=1",
                "--latency-msec=50",
            ])
            .arg(format!("--rate={RATE}"))
            .stdin(Stdio::null())
            .stdout(file)
            .stderr(Stdio::null())
            .spawn()
            .context("parec is not installed: `cargo xtask test` installs it")?;
        self.recorder = Some((recorder, path));
        Ok(())
    }

    /// Stops recording, and returns the recording.
    ///
    /// # Errors
    /// When nothing was being recorded.
    pub fn heard(&mut self) -> Result<Recording> {
        let (mut recorder, path) = self.recorder.take().context("nothing is being recorded")?;
        recorder.kill()?;
        recorder.wait()?;
        let bytes = std::fs::read(path)?;
        ensure!(!bytes.is_empty(), "the recording is empty");
        Ok(Recording::of_bytes(&bytes))
    }

    /// Runs a program again and again until its output has these words.
    fn wait_for(&self, program: &str, arguments: &[&str], answer: &str, what: &str) -> Result<()> {
        for _ in 0..ROUNDS {
            // `timeout`, because these calls have been seen to hang.
            let output = Command::new("timeout")
                .args(["5", program])
                .args(arguments)
                .envs(self.environment())
                .stdin(Stdio::null())
                .output()
                .with_context(|| format!("{program} is not installed"))?;
            if output.status.success() && String::from_utf8_lossy(&output.stdout).contains(answer) {
                return Ok(());
            }
            std::thread::sleep(PAUSE);
        }
        bail!("{what} does not answer")
    }
}

impl Drop for Sound {
    fn drop(&mut self) {
        let recorder = self.recorder.take().map(|(recorder, _)| recorder);
        let dispatcher = self.dispatcher.take();
        for child in recorder.into_iter().chain(dispatcher) {
            end(child, self.folder.path());
        }
        process_group::end(self.pulse.id(), self.folder.path());
        let _ = self.pulse.wait();
    }
}

/// Ends a program with everything it started: the dispatcher's voices would keep the sound server busy.
fn end(mut child: Child, folder: &Path) {
    process_group::end(child.id(), folder);
    let _ = child.wait();
}

/// Keeps this sound system in its own folder, apart from the user's.
fn environment(folder: &TempDir) -> Vec<(String, String)> {
    let at = |name: &str| folder.path().join(name).display().to_string();
    vec![
        ("XDG_RUNTIME_DIR".into(), at("")),
        ("XDG_CACHE_HOME".into(), at("cache")),
        ("PULSE_RUNTIME_PATH".into(), at("pulse")),
        (
            "PULSE_SERVER".into(),
            format!("unix:{}", at("pulse/native")),
        ),
    ]
}

fn quiet(command: &mut Command) -> &mut Command {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
}
