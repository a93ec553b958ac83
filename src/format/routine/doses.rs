//! Turns an amount that was heard into the notation, for a given posture.

use std::time::Duration;

use super::heard::{Heard, Share, Verb, set};
use super::printing::{length, tempo};
use super::scanning::WHOLE;
use crate::domain::dose::{Amount, Dose, LONGEST_BEAT, PartialTempo, Tempo};
use crate::domain::posture::Posture;
use crate::domain::routine::MOST_SETS;
use crate::domain::time::whole_millis;

/// An amount that can be led, in the notation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    /// The notation; empty if the amount is the usual one.
    pub(super) notation: String,
    /// Whether it differs from what was written: the lesser of two numbers, or seconds where no unit was named.
    pub(super) taken: bool,
    /// The words left out because they say nothing about how much.
    pub(super) left_out: Vec<String>,
}

impl Heard {
    /// Writes the amount for a posture with this usual amount. As a `guess`, it need only be a plausible example.
    pub(super) fn written(mut self, posture: &Posture, guess: bool) -> Option<Written> {
        let usual = posture.amount;
        let mut taken = self.ranged | self.settle_share(posture.sided)?;
        self.settle_bare(usual.dose, guess, &mut taken)?;
        self.settle_rest(usual.dose);
        if matches!(usual.dose, Dose::Breaths { .. }) && self.count.is_none() && self.time.is_none()
        {
            self.breaths = self.breaths.or(self.by.take());
        }
        if self.count.is_some() || self.breaths.is_some() {
            taken |= self.settle_sets()?;
        }
        let mut parts = self.dose(usual, &mut taken)?;
        if let Some(sets) = self.sets {
            parts.push(format!("{} sets", whole(sets)?));
        }
        if let Some(fewer) = self.fewer {
            parts.push(format!("{} fewer each", whole(fewer)?));
        }
        if let Some(between) = self.between {
            parts.push(format!("{} between", length(tenths(between))));
        }
        Some(Written {
            notation: parts.join(", "),
            taken,
            left_out: self.left_out,
        })
    }

    /// Settles how much is for each side. Returns whether that is less than what is written.
    fn settle_share(&mut self, sided: bool) -> Option<bool> {
        if self.share == Share::Twice && !sided {
            return None;
        }
        let halved = self.share == Share::OfBoth;
        if halved && sided {
            for all in [&mut self.count, &mut self.bare] {
                *all = all.map(|all| all / 2);
            }
            self.time = self.time.map(|(verb, all)| (verb, all / 2));
        }
        Some(halved)
    }

    /// Settles how many sets there are of a count. Returns whether the numbers are written the other way round, as in
    /// "15 x 2": more sets than can be led are repetitions.
    fn settle_sets(&mut self) -> Option<bool> {
        let most = u64::from(MOST_SETS) * WHOLE;
        let Some(mut by) = self.by.take() else {
            return Some(false);
        };
        let mut turned = false;
        if let Some(count) = self.count.as_mut().filter(|it| by > most && **it <= most) {
            std::mem::swap(&mut by, count);
            turned = true;
        }
        set(&mut self.sets, by).ok().map(|()| turned)
    }

    /// Settles the meaning of a bare number.
    fn settle_bare(&mut self, usual: Dose, guess: bool, taken: &mut bool) -> Option<()> {
        /// From here on, a bare number means seconds rather than how many times to hold a posture.
        const SECONDS: u64 = 15 * WHOLE;
        /// The shortest hold in an example.
        const LEAST: u64 = 5 * WHOLE;
        let Some(bare) = self.bare.take() else {
            return Some(());
        };
        if self.knows(usual) {
            // As in "10 reps, 3": sets, seconds or days.
            let few = bare <= u64::from(MOST_SETS) * WHOLE;
            if guess && few && self.share == Share::Unsaid && !self.strange {
                self.sets = self.sets.or(Some(bare));
            }
            return guess.then_some(());
        }
        if guess && bare < LEAST {
            return Some(());
        }
        match usual {
            Dose::Repetitions { .. } if self.breaths.is_none() => {
                self.count = Some(bare);
                Some(())
            }
            Dose::Breaths { .. } if self.count.is_none() => set(&mut self.breaths, bare).ok(),
            Dose::Hold(_)
                if self.time.is_none() && self.count.is_none() && (bare >= SECONDS || guess) =>
            {
                *taken = true;
                self.time = Some((Verb::None, bare * 10 / WHOLE));
                Some(())
            }
            Dose::Hold(_)
            | Dose::Rest(_)
            | Dose::Go { .. }
            | Dose::Repetitions { .. }
            | Dose::Breaths { .. } => None,
        }
    }

    /// Whether the amount itself is known without a bare number.
    const fn knows(&self, usual: Dose) -> bool {
        match usual {
            Dose::Repetitions { .. } => self.count.is_some(),
            Dose::Hold(_) => self.time.is_some(),
            Dose::Rest(_) | Dose::Go { .. } | Dose::Breaths { .. } => false,
        }
    }

    /// Settles whether a rest is the posture itself or comes between sets.
    fn settle_rest(&mut self, usual: Dose) {
        let Some(rest) = self.rest else {
            return;
        };
        let something = self.time.is_some() || self.count.is_some() || self.breaths.is_some();
        let is_between =
            something || (self.by.or(self.sets).is_some() && !matches!(usual, Dose::Rest(_)));
        if is_between && self.between.is_none() {
            self.between = self.rest.take();
        } else {
            self.time = Some((Verb::Rest, rest));
        }
    }

    fn dose(&mut self, usual: Amount, taken: &mut bool) -> Option<Vec<String>> {
        let pace = self.tempo(usual.dose.tempo());
        let paced = |count: u64, what: &str, self_paced: bool| {
            let mut parts = vec![format!("{} {what}", whole(count)?)];
            if self_paced {
                parts.extend(tempo(pace?));
            }
            Some(parts)
        };
        let said = self.there.is_some() || self.stay.is_some() || self.back.is_some();
        match (self.time, self.count.or(self.by), self.breaths) {
            (None, None, None) if said => Some(tempo(pace?)),
            (None, None, None) => Some(Vec::new()),
            (None, None, Some(breaths)) if pace.is_some() => paced(breaths, "breaths", said),
            (time, None, Some(breaths)) => {
                // A slow breath takes four seconds in and six out.
                *taken = true;
                let verb = time.map_or(Verb::None, |(verb, _)| verb);
                time.is_none()
                    .then(|| of_time(verb, breaths * 100 / WHOLE, usual.dose))
            }
            (None, Some(count), None)
                if pace.is_some() && (self.count.is_some() || paces(usual.dose)) =>
            {
                paced(count, "times", said)
            }
            (None, Some(count), None) => set(&mut self.sets, count).ok().map(|()| Vec::new()),
            (Some((verb, time)), count, None) => self.timed(verb, time, count, usual, pace, taken),
            (_, Some(_), Some(_)) => None,
        }
    }

    fn timed(
        &mut self,
        verb: Verb,
        time: u64,
        count: Option<u64>,
        usual: Amount,
        pace: Option<Tempo>,
        taken: &mut bool,
    ) -> Option<Vec<String>> {
        let stays = usual
            .dose
            .tempo()
            .is_some_and(|tempo| !tempo.stay.is_zero());
        let held = verb == Verb::Hold || self.count.is_some() || stays;
        if let (Some(count), Some(pace), true) = (count, pace, held && paces(usual.dose))
            && tenths(time) <= LONGEST_BEAT
            && matches!(verb, Verb::None | Verb::Hold)
        {
            let mut parts = vec![format!("{} times", whole(count)?)];
            parts.extend(tempo(Tempo {
                stay: tenths(time),
                ..pace
            }));
            return Some(parts);
        }
        if let Some(count) = count {
            let gainsaid = self.count.is_some() && paces(usual.dose) && verb != Verb::Hold;
            set(&mut self.sets, count).ok().filter(|()| !gainsaid)?;
        }
        *taken |= verb == Verb::None
            && usual.dose.tempo().is_some()
            && !matches!(usual.dose, Dose::Go { .. });
        let mut parts = of_time(verb, time, usual.dose);
        if self.there.is_some() || self.back.is_some() {
            parts.extend(tempo(pace?));
        }
        Some(parts)
    }

    /// The tempo that was heard, completed from the usual one.
    fn tempo(&self, usual: Option<Tempo>) -> Option<Tempo> {
        let said = PartialTempo {
            there: self.there.map(tenths),
            stay: self.stay.map(tenths),
            back: self.back.map(tenths),
        };
        said.completed(usual)
    }
}

/// Converts hundredths to a whole number; `None` if there is a fraction, since nothing is done half a time.
fn whole(number: u64) -> Option<u64> {
    number.is_multiple_of(WHOLE).then_some(number / WHOLE)
}

/// Whether a posture is done a number of times, rather than for a length of time.
const fn paces(usual: Dose) -> bool {
    matches!(usual, Dose::Repetitions { .. } | Dose::Breaths { .. })
}

/// Writes a length of time in the way the posture is usually done: as a count if that is counted.
fn of_time(verb: Verb, time: u64, usual: Dose) -> Vec<String> {
    let time = tenths(time);
    let verb = match (verb, usual) {
        (Verb::Hold, _) | (Verb::None, Dose::Hold(_)) => "hold",
        (Verb::Rest, _) | (Verb::None, Dose::Rest(_)) => "rest",
        (Verb::None, Dose::Repetitions { .. } | Dose::Breaths { .. }) => {
            let one: Duration = usual.cycle().iter().map(|(_, length)| *length).sum();
            let count = whole_millis(time.saturating_add(one / 2)) / whole_millis(one).max(1);
            let what = if matches!(usual, Dose::Breaths { .. }) {
                "breaths"
            } else {
                "times"
            };
            return vec![format!("{} {what}", count.max(1))];
        }
        _ => "go",
    };
    vec![format!("{verb} {}", length(time))]
}

fn tenths(tenths: u64) -> Duration {
    /// More than is ever led, and less than the notation can express.
    const MOST: u64 = 600_000;
    Duration::from_millis(tenths.min(MOST) * 100)
}
