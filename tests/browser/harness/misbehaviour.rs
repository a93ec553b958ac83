//! Ways in which a browser's API can misbehave: it throws, hangs, answers late or answers nonsense.
//!
//! `misbehaviour.txt` lists them: the module of `src/browser`, what misbehaves how, what happens then, the notice that
//! the person sees if any, and a script which causes it. One script contains them all, and the window's name picks one:
//! so one browser can go through many, with one load each. `docs/devices.md` has the same table.

/// A way of misbehaving, and its expected outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Misbehaviour {
    /// The module of `src/browser` that it concerns.
    pub adapter: &'static str,
    /// What misbehaves, and how.
    pub way: &'static str,
    /// What happens then.
    pub then: &'static str,
    /// The one notice shown within a minute, if any. There are no others.
    pub told: Option<&'static str>,
    /// Whether it is shown only once the session is over.
    pub at_the_end: bool,
    script: &'static str,
}

impl Misbehaviour {
    /// All misbehaviours of these modules.
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
        let at_the_end = rest.starts_with("> ");
        let told = rest
            .strip_prefix(['!', '>'])
            .and_then(|rest| rest.trim_start().split_once('\n'));
        let (told, script) = told.map_or((None, rest), |(told, script)| (Some(told), script));
        Some(Self {
            adapter,
            way,
            then,
            told,
            at_the_end,
            script,
        })
    }

    /// Its row in the table of `docs/devices.md`.
    #[must_use]
    pub fn row(&self) -> String {
        format!("| {} | {} | {} |", self.adapter, self.way, self.then)
    }

    /// The window's name which causes it.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}: {}", self.adapter, self.way)
    }
}

/// Helpers for the scripts.
const WORDS: &str = "
const throws = () => { throw new TypeError('made up'); };
const hangs = () => new Promise(() => {});
const put = (on, name, value) => Object.defineProperty(on, name, {value, configurable: true, writable: true});
const getter = (on, name, get, set) => Object.defineProperty(on, name, {get, set, configurable: true});
const later = async (ms, answer) => { await new Promise((wake) => setTimeout(wake, ms)); return answer(); };
// Chromium would put an offer of its own there.
const offered = (offer) => getter(window, 'limberInstall', () => offer, (other) => { if (!other) offer = other; });
const noSharing = () => put(navigator, 'share', undefined);
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

/// A script which causes the one of these that the window's name picks.
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

    /// Adapters of what answers at once: it can neither hang nor be late.
    const AT_ONCE: [&str; 8] = [
        "audio_session",
        "media_session",
        "vibration",
        "clock",
        "page",
        "focus",
        "first_screen",
        "files",
    ];

    /// What stands beside the adapters: the net under them, and what they share.
    const ADAPT_NOTHING: [&str; 6] = ["fault", "guard", "held", "listener", "mod", "reflect"];

    /// The names of the modules in `src/browser`.
    fn modules_of_the_edge() -> Vec<String> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../src/browser");
        let all = std::fs::read_dir(folder).unwrap();
        let name = |file: std::fs::DirEntry| Some(file.path().file_stem()?.to_str()?.to_owned());
        all.filter_map(|file| name(file.unwrap())).collect()
    }

    /// What an adapter's row is about.
    fn kind_of(way: &str) -> &'static str {
        let kinds = [("throw", "throws"), ("hang", "hangs"), ("late", "late")];
        let words: Vec<_> = way
            .split_whitespace()
            .map(|word| word.trim_end_matches([',', 's']))
            .collect();
        let found = kinds.iter().find(|(word, _)| words.contains(word));
        found.map_or("nonsense", |(_, kind)| kind)
    }

    #[test]
    fn each_adapter_is_tried_in_each_way_in_which_it_can_fail() {
        let texts = include_str!("misbehaviour.txt").split("\n\n");
        let rows: Vec<_> = texts.filter_map(Misbehaviour::read).collect();
        let mut adapters: Vec<_> = rows.iter().map(|it| it.adapter).collect();
        adapters.dedup();
        let mut of_the_page = modules_of_the_edge();
        of_the_page.retain(|it| !ADAPT_NOTHING.contains(&&**it));
        let untried = |it: &&String| !adapters.contains(&&***it);
        let untried: Vec<_> = of_the_page.iter().filter(untried).collect();
        assert!(untried.is_empty(), "no row is about {untried:?}");
        for adapter in adapters {
            let mut ways = vec!["throws"];
            // `focus` returns nothing, and an element that is no longer there has no entry.
            if !["focus", "first_screen"].contains(&adapter) {
                ways.push("nonsense");
            }
            // Observers call back of themselves; they are never waited for.
            if !AT_ONCE.contains(&adapter) && adapter != "intersection" {
                ways.extend(["hangs", "late"]);
            }
            for way in ways {
                let of_adapter = |it: &&Misbehaviour| it.adapter == adapter;
                let tried = rows
                    .iter()
                    .filter(of_adapter)
                    .any(|it| kind_of(it.way) == way);
                assert!(tried, "{adapter} is not tried: {way}");
            }
        }
    }

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
