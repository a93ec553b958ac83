//! Faults to inject before the page loads, each a short script; and stand-ins for APIs, which work and record their
//! use.

/// How a stand-in for the speech engine handles an utterance.
enum Habit {
    /// It begins, takes a realistic time, and ends.
    Speaks,
    /// It begins and never reports its end.
    NeverEnds,
    /// It neither begins nor ends.
    Silent,
}

/// No speech API.
#[must_use]
pub fn no_speech() -> &'static str {
    "delete Window.prototype.speechSynthesis; Object.defineProperty(window, 'speechSynthesis', {value: undefined});
     delete window.SpeechSynthesisUtterance;"
}

/// A voice that begins and never reports its end.
#[must_use]
pub fn speech_never_ends() -> String {
    engine(&Habit::NeverEnds, ONE_VOICE)
}

/// A voice that exists and does nothing.
#[must_use]
pub fn speech_silent() -> String {
    engine(&Habit::Silent, ONE_VOICE)
}

/// A voice that takes a realistic time, 14 characters a second, and records all it said in `window.__spoken`:
/// `{text, lang, rate, voice, asked, start, end, cancelled}`, times in milliseconds since the page opened. The other
/// stand-ins record the same.
#[must_use]
pub fn recorded_speech() -> String {
    engine(&Habit::Speaks, ONE_VOICE)
}

/// This many voices in many languages, which appear after some milliseconds and then speak like [`recorded_speech`].
#[must_use]
pub fn late_voices(count: u32, after_ms: u32) -> String {
    let later = format!(
        "const languages = ['af', 'cs', 'de', 'en-GB', 'en-US', 'en-029', 'es-419', 'fr-FR', 'he', 'ja', 'pt_BR', 'zh-Hant-TW'];
         this.voices = [];
         setTimeout(() => {{
           for (let nth = 0; nth < {count}; nth++) {{
             const lang = languages[nth % languages.length];
             this.voices.push({{name: 'Voice ' + nth + ' ' + lang, lang, localService: nth % 5 !== 4, default: nth === 0, voiceURI: 'voice-' + nth}});
           }}
           fire(this, new Event('voiceschanged'));
         }}, {after_ms});"
    );
    engine(&Habit::Speaks, &later)
}

/// A voice named `Online`, which needs a network and never begins, beside one named `Plain`, of an engine that swallows
/// whatever it is asked for within a tenth of a second after a cancel: it neither begins nor ends.
#[must_use]
pub fn swallows_after_cancel() -> String {
    let two = "this.voices = [['Online', false], ['Plain', true]].map(([name, localService]) =>
       ({name, lang: 'en-GB', localService, default: localService, voiceURI: name}));";
    format!(
        "{}
         {{
           const {{speak, begin, cancel}} = Engine.prototype;
           let cancelled = -Infinity;
           Engine.prototype.cancel = function () {{ cancel.call(this); cancelled = clock(); }};
           Engine.prototype.speak = function (utterance) {{
             utterance.swallowed = clock() - cancelled < 100;
             speak.call(this, utterance);
           }};
           Engine.prototype.begin = function () {{
             const {{utterance}} = this.queue[0];
             if (utterance.voice?.name !== 'Online' && !utterance.swallowed) begin.call(this);
           }};
         }}",
        engine(&Habit::Speaks, two)
    )
}

const ONE_VOICE: &str = "this.voices = [{name: 'Test', lang: 'en-GB', localService: true, default: true, voiceURI: 'test'}];";

/// A stand-in for the speech engine. `voices` is a script which sets its voices when it is created.
#[expect(clippy::too_many_lines, reason = "a script")]
fn engine(habit: &Habit, voices: &str) -> String {
    let (begins, ends) = match habit {
        Habit::Speaks => (true, true),
        Habit::NeverEnds => (true, false),
        Habit::Silent => (false, false),
    };
    format!(
        "window.__spoken = [];
         const clock = performance.now.bind(performance);
         const fire = (target, event) => {{
           target.dispatchEvent(event);
           if (typeof target['on' + event.type] === 'function') target['on' + event.type](event);
         }};
         class Engine extends EventTarget {{
           queue = []; timers = []; voices = [];
           constructor() {{ super(); {voices} }}
           getVoices() {{ return this.voices; }}
           get speaking() {{ return this.queue.length > 0; }}
           get pending() {{ return this.queue.length > 1; }}
           get paused() {{ return false; }}
           pause() {{}}
           resume() {{}}
           speak(utterance) {{
             const said = {{text: utterance.text, lang: utterance.lang, rate: utterance.rate, voice: utterance.voice && utterance.voice.name,
               asked: clock(), start: null, end: null, cancelled: false}};
             window.__spoken.push(said);
             this.queue.push({{utterance, said}});
             if (this.queue.length === 1) this.begin();
           }}
           begin() {{
             const {{utterance, said}} = this.queue[0];
             const takes = 1000 * utterance.text.length / 14 / utterance.rate;
             if ({begins}) this.timers.push(setTimeout(() => {{
               said.start = clock(); fire(utterance, new Event('start'));
             }}, 30));
             if ({ends}) this.timers.push(setTimeout(() => {{
               said.end = clock();
               this.queue.shift(); this.timers = [];
               fire(utterance, new Event('end'));
               if (this.queue.length > 0 && this.timers.length === 0) this.begin();
             }}, 30 + takes));
           }}
           cancel() {{
             this.timers.forEach(clearTimeout); this.timers = [];
             const [now, ...waiting] = this.queue.splice(0);
             const dropped = (error) => ({{utterance, said}}) => {{
               said.cancelled = true; said.end = clock();
               const event = new Event('error'); event.error = error;
               setTimeout(() => fire(utterance, event));
             }};
             if (now) dropped('interrupted')(now);
             waiting.forEach(dropped('canceled'));
           }}
         }}
         Object.defineProperty(window, 'speechSynthesis', {{value: new Engine()}});
         window.SpeechSynthesisUtterance = class extends EventTarget {{
           constructor(text) {{ super(); this.text = text ?? ''; this.lang = ''; this.rate = 1; this.pitch = 1; this.volume = 1; this.voice = null; }}
         }};"
    )
}

/// Records every scheduled note in `window.__tones`: `{when, pitch, audio, now}`, when it is to sound and the present
/// on the audio clock, in seconds, and the present on the page's clock, in milliseconds. The notes do sound. The
/// inaudible background tone is left out: it is too deep for a note.
#[must_use]
pub fn recorded_tones() -> &'static str {
    "window.__tones = [];
     const start = OscillatorNode.prototype.start;
     OscillatorNode.prototype.start = function (when) {
       if (this.frequency.value > 100) window.__tones.push({when, pitch: this.frequency.value, audio: this.context.currentTime, now: performance.now()});
       return start.call(this, when);
     };"
}

/// Storage that may not even be read.
#[must_use]
pub fn storage_forbidden() -> &'static str {
    "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('denied', 'SecurityError'); }});"
}

/// Storage that is full: reading works, writing does not.
#[must_use]
pub fn storage_full() -> &'static str {
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
}

/// No Web Audio.
#[must_use]
pub fn no_audio() -> &'static str {
    "delete window.AudioContext; delete window.webkitAudioContext;"
}

/// The program is slow to arrive: it waits for `window.__comes()`. Its lazy part is not delayed.
#[must_use]
pub fn slow_program() -> &'static str {
    "const instantiate = WebAssembly.instantiateStreaming;
     WebAssembly.instantiateStreaming = async (...program) => {
       await new Promise((comes) => { window.__comes = comes; });
       WebAssembly.instantiateStreaming = instantiate;
       return instantiate.apply(WebAssembly, program);
     };"
}

/// Notes in `window.__taken` when the program's own screen replaced the document's first screen, as `{at, painted}`:
/// the time on the page's clock, and whether the browser had noted a first paint by then.
#[must_use]
pub fn recorded_takeover() -> &'static str {
    "window.__taken = null;
     let stood = false;
     new MutationObserver(() => {
       const stands = document.getElementById('waiting') !== null;
       if (stood && !stands && window.__taken === null) {
         const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
         window.__taken = {at: performance.now(), painted};
       }
       stood = stands;
     }).observe(document, {childList: true, subtree: true});"
}

/// A browser that offers to install the page, and counts in `window.__installs` how often it was made to ask. The
/// person accepts.
#[must_use]
pub fn install_offered() -> &'static str {
    "window.__installs = 0;
     addEventListener('beforeinstallprompt', (offer) => { if (offer.isTrusted) offer.stopImmediatePropagation(); });
     addEventListener('DOMContentLoaded', () => {
       const offer = new Event('beforeinstallprompt', {cancelable: true});
       offer.prompt = () => { window.__installs += 1; return Promise.resolve(); };
       offer.userChoice = Promise.resolve({outcome: 'accepted', platform: 'web'});
       dispatchEvent(offer);
     });"
}

/// Safari on an iPhone, where the person installs the page by hand.
#[must_use]
pub fn install_by_hand() -> &'static str {
    "addEventListener('beforeinstallprompt', (offer) => offer.stopImmediatePropagation());
     Object.defineProperty(navigator, 'standalone', {value: false});"
}

/// No service worker, as in some private windows.
#[must_use]
pub fn no_worker() -> &'static str {
    "delete Navigator.prototype.serviceWorker;"
}

/// The browser refuses to register a service worker.
#[must_use]
pub fn worker_refused() -> &'static str {
    "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('denied', 'SecurityError'));"
}

/// No Media Session API.
#[must_use]
pub fn no_media_session() -> &'static str {
    "delete Navigator.prototype.mediaSession; delete window.MediaMetadata;"
}

/// A lock screen that records what it is told in `window.__lock`: `{handlers, position, metadata, playbackState}`.
/// `window.__lock.press(name)` presses one of its keys. Like an iPhone's it has no `stop`.
#[must_use]
pub fn recorded_media_session() -> &'static str {
    "window.__lock = {
       handlers: {}, position: null, metadata: null, playbackState: 'none',
       setActionHandler(name, handler) {
         if (name === 'stop') throw new TypeError('no such key');
         if (handler) this.handlers[name] = handler; else delete this.handlers[name];
       },
       setPositionState(state) { this.position = state ?? null; },
       press(name) { this.handlers[name]({action: name}); },
     };
     Object.defineProperty(navigator, 'mediaSession', {value: window.__lock});"
}

/// An Audio Session API that records each type set in `window.__shared`.
#[must_use]
pub fn recorded_audio_session() -> &'static str {
    "window.__shared = [];
     Object.defineProperty(navigator, 'audioSession', {value: {set type(type) { window.__shared.push(type); }}});"
}

/// A clipboard that stores what is written in `window.__copied`.
#[must_use]
pub fn clipboard() -> &'static str {
    "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (text) => { window.__copied = text; }}});"
}

/// A clipboard that refuses.
#[must_use]
pub fn clipboard_denied() -> &'static str {
    "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async () => { throw new DOMException('denied', 'NotAllowedError'); }}});"
}

/// `window.__ring()` simulates a call, which takes the audio device away as iPhones do: its clock stops for good. A
/// device opened afterwards works. `window.__contexts` has every device opened.
#[must_use]
pub fn calls() -> &'static str {
    "window.__contexts = [];
     window.AudioContext = class extends AudioContext {
       taken = null;
       constructor() { super(); window.__contexts.push(this); }
       get state() { return this.taken === null ? super.state : 'interrupted'; }
       get currentTime() { return this.taken ?? super.currentTime; }
     };
     window.__ring = () => {
       const latest = window.__contexts.at(-1);
       latest.taken = latest.currentTime;
       latest.dispatchEvent(new Event('statechange'));
     };"
}

/// Audio elements that may not play.
#[must_use]
pub fn elements_refused() -> &'static str {
    "HTMLMediaElement.prototype.play = async () => { throw new DOMException('denied', 'NotAllowedError'); };"
}

/// Blocks the main thread for this many milliseconds every second.
#[must_use]
pub fn busy_main_thread(blocked_ms: u32) -> String {
    format!(
        "setInterval(() => {{ const until = performance.now() + {blocked_ms}; while (performance.now() < until); }}, 1000);"
    )
}

/// The lazy part of the program cannot be loaded until `window.__missing` is set to false.
#[must_use]
pub fn lazy_part_missing() -> &'static str {
    "window.__missing = true;
     const fetched = window.fetch;
     window.fetch = (asked, ...how) => window.__missing && String(asked).includes('/lazy-')
       ? Promise.reject(new TypeError('no network'))
       : fetched.call(window, asked, ...how);"
}

/// The lazy part of the program arrives when `window.__come()` is called.
#[must_use]
pub fn lazy_part_late() -> &'static str {
    "const coming = new Promise((come) => { window.__come = come; });
     const fetched = window.fetch;
     window.fetch = async (asked, ...how) => {
       if (String(asked).includes('/lazy-')) await coming;
       return fetched.call(window, asked, ...how);
     };"
}
