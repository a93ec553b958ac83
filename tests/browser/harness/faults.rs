//! Faults to put into a browser before the page loads, each a short script.

/// No speech at all.
#[must_use]
pub fn no_speech() -> &'static str {
    "delete Window.prototype.speechSynthesis; Object.defineProperty(window, 'speechSynthesis', {value: undefined});
     delete window.SpeechSynthesisUtterance;"
}

/// A voice that begins and never says that it has ended.
#[must_use]
pub fn speech_never_ends() -> String {
    engine("setTimeout(() => utterance.dispatchEvent(new Event('start')), 50);")
}

/// A voice that takes a realistic time, and a record of all it said in `window.__spoken`:
/// `{text, lang, rate, start, end, cancelled}`, times in milliseconds since the page opened.
#[must_use]
pub fn recorded_speech() -> String {
    engine(
        "const said = {text: utterance.text, lang: utterance.lang, rate: utterance.rate, asked: performance.now(), start: null, end: null, cancelled: false};
         window.__spoken.push(said);
         this.current = {utterance, said};
         this.timers.push(setTimeout(() => { said.start = performance.now(); utterance.dispatchEvent(new Event('start')); }, 30));
         this.timers.push(setTimeout(() => { said.end = performance.now(); this.current = null; utterance.dispatchEvent(new Event('end')); },
           30 + 1000 * utterance.text.length / 14 / utterance.rate));",
    )
}

/// A stand-in for the browser's engine. `speak` is what it does with `utterance`.
fn engine(speak: &str) -> String {
    format!(
        "window.__spoken = [];
         class Engine extends EventTarget {{
           timers = []; current = null;
           getVoices() {{ return [{{name: 'Test', lang: 'en-GB', localService: true, default: true, voiceURI: 'test'}}]; }}
           get speaking() {{ return this.current !== null; }}
           get pending() {{ return false; }}
           get paused() {{ return false; }}
           resume() {{}}
           cancel() {{
             this.timers.forEach(clearTimeout); this.timers = [];
             if (this.current) {{ this.current.said.cancelled = true; this.current.said.end = performance.now(); this.current = null; }}
           }}
           speak(utterance) {{ {speak} }}
         }}
         Object.defineProperty(window, 'speechSynthesis', {{value: new Engine()}});
         window.SpeechSynthesisUtterance = class extends EventTarget {{
           constructor(text) {{ super(); this.text = text; this.lang = ''; this.rate = 1; this.volume = 1; this.voice = null; }}
         }};"
    )
}

/// A record of every note that is laid out, in `window.__tones`: `{when, pitch, audio, now}`.
#[must_use]
pub fn recorded_tones() -> &'static str {
    "window.__tones = [];
     const start = OscillatorNode.prototype.start;
     OscillatorNode.prototype.start = function (when) {
       window.__tones.push({when, pitch: this.frequency.value, audio: this.context.currentTime, now: performance.now()});
       return start.call(this, when);
     };"
}

/// Nothing may be kept, not even looked at.
#[must_use]
pub fn storage_forbidden() -> &'static str {
    "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('denied', 'SecurityError'); }});"
}

/// No room left: reading works, writing does not.
#[must_use]
pub fn storage_full() -> &'static str {
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
}

/// No Web Audio.
#[must_use]
pub fn no_audio() -> &'static str {
    "delete window.AudioContext;"
}
