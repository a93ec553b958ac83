//! Sine and cosine of the angles by which limbs and cameras turn.
//!
//! Those of the standard library are exact for angles of any size, with a table of 690 numbers that would be the largest
//! single piece of the page. Here angles are a few turns at most.

use std::f64::consts::{FRAC_2_PI, FRAC_PI_2};

/// What a quarter turn in an `f64` lacks.
const QUARTER_LACKS: f64 = 6.123_233_995_736_766e-17;

/// Coefficients of sine and cosine up to an eighth turn, from the term after `x` and after `1 - x²/2` on.
///
/// Source: `k_sin.c` and `k_cos.c` of fdlibm (Sun Microsystems, 1993). The error is below 2⁻⁵⁸.
const SINE: [f64; 6] = [
    -1.666_666_666_666_663_2e-1,
    8.333_333_333_322_49e-3,
    -1.984_126_982_985_795e-4,
    2.755_731_370_707_006_8e-6,
    -2.505_076_025_340_686_3e-8,
    1.589_690_995_211_55e-10,
];
const COSINE: [f64; 6] = [
    4.166_666_666_666_66e-2,
    -1.388_888_888_887_411e-3,
    2.480_158_728_947_673e-5,
    -2.755_731_435_139_066_3e-7,
    2.087_572_321_298_175e-9,
    -1.135_964_755_778_819_5e-11,
];

/// Returns the sine and the cosine of an angle in radians, to within a few units in the last place up to a million turns.
pub(super) fn sin_cos(angle: f64) -> (f64, f64) {
    let quarters = (angle * FRAC_2_PI).round_ties_even();
    let rest = (angle - quarters * FRAC_PI_2) - quarters * QUARTER_LACKS;
    let square = rest * rest;
    let sum = |terms: [f64; 6]| {
        terms
            .iter()
            .rev()
            .fold(0.0, |sum, term| sum * square + term)
    };
    let sine = rest + rest * square * sum(SINE);
    let cosine = 1.0 - square / 2.0 + square * square * sum(COSINE);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a whole number, which saturates"
    )]
    let quarters = quarters as i64;
    match quarters & 3 {
        0 => (sine, cosine),
        1 => (cosine, -sine),
        2 => (-sine, -cosine),
        _ => (-cosine, sine),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_agrees_with_the_standard_library() {
        let angles = (-40_000..40_000).map(|nth| f64::from(nth) * 0.001_7);
        for angle in angles.chain([0.0, -0.0, FRAC_PI_2, 1e-9, 600.0_f64.to_radians()]) {
            let ((sin, cos), (s, c)) = (sin_cos(angle), angle.sin_cos());
            assert!(
                (sin - s).abs() < 1e-14 && (cos - c).abs() < 1e-14,
                "{angle}"
            );
        }
    }
}
