//! Figures: a body in a pose, drawn from joint angles.
//!
//! Lengths are in hundredths of the body's height, angles in degrees. In space, x goes to the front of someone who
//! stands and faces the right of the picture, y goes up, and z to their right, which is towards the viewer. With all
//! angles zero the body stands upright, arms hanging and palms facing the thighs.
//!
//! In reading order, each using only those before it:
//!
//! - `trigonometry`: sine and cosine.
//! - `space`: vectors and frames.
//! - `part`: the parts of a body, by name.
//! - [`pose::Pose`]: how every joint is bent, and what touches what.
//! - `body`: the lengths of bones, a skeleton in a pose, and the flesh around it.
//! - [`stance::Stance`]: a body placed on what it rests on, and the way from one stance to another.
//! - `drawing`: what a camera sees of a stance and a room, as shapes.
//! - `notation`: poses and figures read from text; `check` refuses what no body can do.
//! - [`reel::Reel`]: every moment of one figure; `describe` finds what can be said about it.

pub mod body;
pub mod check;
pub mod describe;
pub mod drawing;
pub mod notation;
pub mod part;
pub mod pose;
pub mod reel;
pub mod space;
pub mod stance;
mod trigonometry;
