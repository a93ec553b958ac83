//! Analyses a recording: which tones it has, when, and whether there was speech.

use crate::sound::RATE;

/// A recording, as samples from −1 to 1.
#[derive(Debug, Clone)]
pub struct Recording {
    samples: Vec<f32>,
}

/// A tone in a recording.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeardTone {
    /// Its pitch in hertz, one of those searched for.
    pub pitch: f32,
    /// When it began, in seconds since the recording began.
    pub at: f64,
}

/// The distance between analysed windows, in seconds.
const HOP: f64 = 0.02;
/// The length of a window, in seconds: enough to tell neighbouring notes apart, and short enough for a tick that dies
/// away within a few hundredths of a second.
const WINDOW: f64 = 0.04;
/// A root mean square below this is silence.
const QUIET: f32 = 0.004;
/// The longest gap, in seconds, that a busy machine leaves in a recording. Shorter than the silence between any two
/// tones of the same pitch.
const HOLE: f64 = 0.3;
/// The share of a window's power that must be at one pitch for it to be a tone.
const PURE: f32 = 0.7;

impl Recording {
    /// A recording of 16-bit little-endian samples.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        let sample = |pair: &[u8]| f32::from(i16::from_le_bytes([pair[0], pair[1]])) / 32_768.0;
        Self {
            samples: bytes.chunks_exact(2).map(sample).collect(),
        }
    }

    /// Its length in seconds.
    #[must_use]
    pub fn length(&self) -> f64 {
        index_to_seconds(self.samples.len())
    }

    /// The beginnings of tones at these pitches, in order.
    #[must_use]
    pub fn tones(&self, pitches: &[f32]) -> Vec<HeardTone> {
        let mut heard: Vec<HeardTone> = Vec::new();
        let mut last: Option<(f32, f64)> = None;
        for (at, window) in self.windows() {
            let now = pitches
                .iter()
                .copied()
                .find(|pitch| loudness(window) > QUIET && share(window, *pitch) > PURE);
            let Some(pitch) = now else { continue };
            // The same pitch after a gap in the recording is the same tone.
            let goes_on = last
                .is_some_and(|(was, ended)| was.to_bits() == pitch.to_bits() && at - ended <= HOLE);
            if !goes_on {
                heard.push(HeardTone { pitch, at });
            }
            last = Some((pitch, at));
        }
        heard
    }

    /// Whether a tone that sounded as `alone` does begins about this moment, even under speech: then it isn't a pure
    /// tone, but its pitch is as strong.
    #[must_use]
    pub fn tone_under_speech(&self, alone: HeardTone, at: f64) -> bool {
        let strength = |from: f64, to: f64| {
            let windows = self.windows().filter(|(at, _)| (from..to).contains(at));
            let strengths = windows.map(|(_, window)| share(window, alone.pitch) * power(window));
            strengths.fold(0.0, f32::max)
        };
        let usual = strength(alone.at, alone.at + HOLE);
        let (before, now) = (
            strength(at - 2.0 * HOLE, at - HOLE),
            strength(at - 0.1, at + 0.2),
        );
        now > 0.4 * usual && before < 0.25 * usual
    }

    /// For how many seconds between two moments there was sound at none of these pitches.
    #[must_use]
    pub fn speech_between(&self, from: f64, to: f64, pitches: &[f32]) -> f64 {
        let spoken = self.windows().filter(|(at, window)| {
            (from..to).contains(at)
                && loudness(window) > QUIET
                && pitches
                    .iter()
                    .map(|pitch| share(window, *pitch))
                    .sum::<f32>()
                    < 0.5
        });
        #[expect(clippy::cast_precision_loss, reason = "some thousand windows")]
        let windows = spoken.count() as f64;
        windows * HOP
    }

    fn windows(&self) -> impl Iterator<Item = (f64, &[f32])> {
        let (hop, window) = (seconds_to_index(HOP), seconds_to_index(WINDOW));
        (0..self.samples.len().saturating_sub(window))
            .step_by(hop)
            .map(move |start| {
                (
                    index_to_seconds(start),
                    &self.samples[start..start + window],
                )
            })
    }
}

fn loudness(window: &[f32]) -> f32 {
    (power(window)).sqrt()
}

#[expect(clippy::cast_precision_loss, reason = "some thousand samples")]
fn power(window: &[f32]) -> f32 {
    window.iter().map(|sample| sample * sample).sum::<f32>() / window.len() as f32
}

/// The share of a window's power at a pitch, by Goertzel's algorithm.
#[expect(clippy::cast_precision_loss, reason = "some thousand samples")]
fn share(window: &[f32], pitch: f32) -> f32 {
    let turn = std::f32::consts::TAU * pitch / RATE as f32;
    let factor = 2.0 * turn.cos();
    let (mut before, mut last) = (0.0_f32, 0.0_f32);
    for sample in window {
        let next = sample + factor * last - before;
        before = last;
        last = next;
    }
    let at_pitch = before * before + last * last - factor * before * last;
    let count = window.len() as f32;
    2.0 * at_pitch / (count * count) / power(window).max(f32::MIN_POSITIVE)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a moment within a recording"
)]
fn seconds_to_index(seconds: f64) -> usize {
    (seconds * f64::from(RATE)) as usize
}

#[expect(clippy::cast_precision_loss, reason = "a moment within a recording")]
fn index_to_seconds(index: usize) -> f64 {
    index as f64 / f64::from(RATE)
}

#[cfg(test)]
#[expect(clippy::cast_possible_truncation, reason = "samples from −1 to 1")]
mod tests {
    use super::*;

    /// A second each of silence, a tone, speech-like noise, and another tone.
    fn scene() -> Recording {
        let mut noise = 1_u32;
        let samples = (0..4 * RATE).map(|nth| {
            let time = f64::from(nth) / f64::from(RATE);
            let tone = |pitch: f64| ((time * pitch * std::f64::consts::TAU).sin() * 0.2) as f32;
            match nth / RATE {
                0 => 0.0,
                1 => tone(440.0),
                2 => {
                    noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (f64::from(noise) / f64::from(u32::MAX) - 0.5) as f32 * 0.3
                }
                _ => tone(659.25),
            }
        });
        Recording {
            samples: samples.collect(),
        }
    }

    #[test]
    fn a_hole_in_the_recording_does_not_make_two_tones_of_one() {
        let mut scene = scene();
        let (from, to) = (seconds_to_index(1.3), seconds_to_index(1.45));
        scene.samples[from..to].fill(0.0);

        assert_eq!(scene.tones(&[440.0]).len(), 1);
    }

    #[test]
    fn the_same_tone_a_second_later_is_another() {
        let mut scene = scene();
        let second = scene.samples[RATE as usize..2 * RATE as usize].to_vec();
        let third = seconds_to_index(2.4);
        scene.samples[third - seconds_to_index(0.4)..third].fill(0.0);
        scene.samples.truncate(third);
        scene.samples.extend(second);

        let heard = scene.tones(&[440.0]);

        assert_eq!(heard.len(), 2, "{heard:?}");
        assert!((heard[1].at - 2.4).abs() < 0.07, "{heard:?}");
    }

    #[test]
    fn a_tone_is_heard_while_somebody_speaks() {
        let mut scene = scene();
        let alone = scene.tones(&[440.0])[0];
        let rate = RATE as usize;
        let begins = seconds_to_index(2.75);
        for nth in 0..rate / 4 {
            scene.samples[begins + nth] += scene.samples[rate + nth];
        }

        assert!(scene.tone_under_speech(alone, 2.75));
        assert!(!scene.tone_under_speech(alone, 2.4), "there is only speech");
        assert!(
            !scene.tone_under_speech(alone, 3.5),
            "there is another tone"
        );
    }

    #[test]
    fn tones_are_told_from_each_other_and_from_speech() {
        let scene = scene();
        let heard = scene.tones(&[440.0, 523.25, 659.25]);
        assert_eq!(
            heard.iter().map(|tone| tone.pitch).collect::<Vec<_>>(),
            [440.0, 659.25]
        );
        assert!((heard[0].at - 1.0).abs() < 0.07, "{heard:?}");
        assert!((heard[1].at - 3.0).abs() < 0.07, "{heard:?}");
        let spoken = scene.speech_between(0.0, 4.0, &[440.0, 659.25]);
        assert!((spoken - 1.0).abs() < 0.15, "{spoken}");
    }
}
