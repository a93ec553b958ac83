//! Ways in which a browser's API can misbehave: each throws, hangs, answers late or answers nonsense.
//!
//! They stand in `misbehaviour.txt`: the module of `src/browser` and what misbehaves how, what happens then, what the person
//! is told if anything, and the script that does it. One script has them all, and lets happen what the window's name
//! says: so one browser goes through many of them, a load each. `docs/devices.md` has the same table.

/// A way of misbehaving, and what is to come of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Misbehaviour {
    /// The module of `src/browser` that it is about.
    pub adapter: &'static str,
    /// What misbehaves, and how.
    pub way: &'static str,
    /// What happens then.
    pub then: &'static str,
    /// What the person is told once, if anything, within a minute. They are told nothing else.
    pub told: Option<&'static str>,
    script: &'static str,
}

impl Misbehaviour {
    /// All that there are for these modules.
    #[must_use]
    pub fn of(adapters: &[&str]) -> Vec<Self> {
        let all = include_str!("misbehaviour.txt").split("\n\n");
        let all = all.filter_map(Self::read);
        all.filter(|it| adapters.contains(&it.adapter)).collect()
    }

    fn read(text: &'static str) -> Option<Self> {
        let (name, rest) = text.trim().split_once("\n= ")?;
        let (adapter, way) = name.split_once(": ")?;
        let (then, rest) = rest.split_once('\n')?;
        let told = rest
            .strip_prefix("! ")
            .and_then(|rest| rest.split_once('\n'));
        let (told, script) = told.map_or((None, rest), |(told, script)| (Some(told), script));
        Some(Self {
            adapter,
            way,
            then,
            told,
            script,
        })
    }

    /// As a row of the table in `docs/devices.md`.
    #[must_use]
    pub fn row(&self) -> String {
        format!("| {} | {} | {} |", self.adapter, self.way, self.then)
    }

    /// The name that the window is to have for it to happen.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}: {}", self.adapter, self.way)
    }
}

/// Words for the scripts.
const WORDS: &str = "
const throws = () => { throw new TypeError('made up'); };
const hangs = () => new Promise(() => {});
const put = (on, name, value) => Object.defineProperty(on, name, {value, configurable: true, writable: true});
const getter = (on, name, get, set) => Object.defineProperty(on, name, {get, set, configurable: true});
const each = (answer) => {
  put(navigator, 'wakeLock', {request: answer});
  put(navigator, 'storage', {persisted: answer, persist: answer, estimate: answer});
  put(navigator, 'clipboard', {writeText: answer});
  put(navigator, 'share', answer);
  put(ServiceWorkerContainer.prototype, 'getRegistration', answer);
  put(window, 'DeviceOrientationEvent', class { static requestPermission = answer; });
  put(window, 'Notification', class { static get permission() { return answer(); } });
};
";

/// A script that lets that of these happen which the window's name says.
#[must_use]
pub fn by_window_name(all: &[Misbehaviour]) -> String {
    let cases = all.iter().map(|it| {
        let name = serde_json::Value::from(it.name());
        format!("case {name}: {{ {} break; }}\n", it.script)
    });
    let cases: String = cases.collect();
    format!("{{ {WORDS} switch (window.name) {{ {cases} }} }}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_in_the_documents_is_this_one() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/devices.md");
        let document = std::fs::read_to_string(path).unwrap();
        let texts = include_str!("misbehaviour.txt").split("\n\n");
        for text in texts {
            let row = Misbehaviour::read(text).map(|it| it.row());
            let row = row.unwrap_or_else(|| panic!("no misbehaviour: {text}"));
            assert!(document.contains(&row), "not in docs/devices.md: {row}");
            let read = Misbehaviour::read(text);
            let tells = read.is_some_and(|it| it.then.contains("told once") == it.told.is_some());
            assert!(
                tells,
                "what is told once stands in it, and nothing else: {row}"
            );
        }
    }
}
