//! Finds out why a download failed. Checked only after a failure, so that it costs nothing otherwise.

use std::env;
use std::ffi::OsString;
use std::process::Command;
use std::time::Duration;

use super::tool::find_program;

/// How long to wait for an answer. Only an explanation depends on it, not the installation.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where something is fetched from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Source {
    address: &'static str,
    /// The variable that forbids the program which fetches from it to use the network.
    offline: Option<&'static str>,
}

/// The registry of cargo's crates.
pub(super) const CRATES: Source = Source {
    address: "https://index.crates.io/config.json",
    offline: Some("CARGO_NET_OFFLINE"),
};
/// The registry of npm's packages.
pub(super) const PACKAGES: Source = Source {
    address: "https://registry.npmjs.org/",
    offline: Some("npm_config_offline"),
};
/// The server of rustup's toolchains.
pub(super) const TOOLCHAINS: Source = Source {
    address: "https://static.rust-lang.org/",
    offline: None,
};

impl Source {
    /// Why this machine can't reach the source and what to do about it, in one line; `None` if no reason is found.
    pub(super) fn obstacle(&self) -> Option<String> {
        self.obstacle_by(
            |name| env::var_os(name),
            |address| refusal(address, PATIENCE),
        )
    }

    fn obstacle_by(
        &self,
        variable: impl Fn(&str) -> Option<OsString>,
        refusal: impl Fn(&str) -> Option<String>,
    ) -> Option<String> {
        let set = |name: &&str| {
            variable(name)
                .is_some_and(|value| !value.is_empty() && value != "false" && value != "0")
        };
        if let Some(name) = self.offline.filter(set) {
            return Some(format!(
                "{name} forbids the network; unset it and type the same again"
            ));
        }
        let host = self.address.split('/').nth(2).unwrap_or(self.address);
        let reason = refusal(self.address)?;
        Some(format!(
            "{host} can't be reached ({reason}); once it can, type the same again, and it goes on from here"
        ))
    }
}

/// Why there is no answer at an address, in curl's words. Any answer will do.
fn refusal(address: &str, patience: Duration) -> Option<String> {
    let curl = find_program("curl", &env::var_os("PATH")?)?;
    let mut call = Command::new(curl);
    call.args(["--silent", "--show-error", "--head", "--max-time"])
        .arg(patience.as_secs().to_string())
        .arg(address);
    let answer = call.output().ok()?;
    if answer.status.success() {
        return None;
    }
    let words = String::from_utf8_lossy(&answer.stderr);
    Some(words.lines().last()?.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    #[test]
    fn a_network_that_is_forbidden_is_told_from_one_that_is_gone() {
        let gone = |_: &str| Some("curl: (6) Could not resolve host".to_owned());
        let unset = |_: &str| None;
        assert_eq!(
            CRATES.obstacle_by(|_| Some("true".into()), gone).unwrap(),
            "CARGO_NET_OFFLINE forbids the network; unset it and type the same again"
        );
        assert_eq!(
            CRATES.obstacle_by(unset, gone).unwrap(),
            "index.crates.io can't be reached (curl: (6) Could not resolve host); \
             once it can, type the same again, and it goes on from here"
        );
        assert_eq!(CRATES.obstacle_by(|_| Some("false".into()), |_| None), None);
        assert_eq!(
            TOOLCHAINS.obstacle_by(|_| Some("true".into()), |_| None),
            None
        );
    }

    #[test]
    fn a_host_that_answers_nothing_is_given_up_and_one_that_is_not_there_at_once() {
        let silent = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/", silent.local_addr().unwrap());
        let second = Duration::from_secs(1);
        assert!(refusal(&address, second).unwrap().starts_with("curl: (28)"));
        drop(silent);
        assert!(refusal(&address, second).unwrap().starts_with("curl: (7)"));
    }
}
