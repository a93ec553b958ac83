//! Figures: a body in a pose, drawn from joint angles.
//!
//! Lengths are in hundredths of the body's height, angles in degrees. In space x goes to the front of
//! someone who stands and looks to the right of the picture, y goes up, z to their right, which is
//! towards the viewer. With all angles nought one stands upright, the arms hanging, the palms to the
//! thighs.
//!
//! In reading order:
//!
//! - [`pose::Pose`]: how every joint is bent and what touches what; `notation` reads poses from text.
//! - `skeleton` follows the angles, `reach` puts hands and feet where they are to be, and a
//!   [`stance::Stance`] is a body put so into the room; `motion` leads from one stance to another, and a
//!   [`reel::Reel`] has every moment of one figure.
//! - `angles` are found in a stance again; `limits` and `check` say what no body can do; `describe` finds
//!   what can be told of it.
//! - `body` has the measures; `flesh` and `head` lay slices around the bones, `felt` regions inside them.
//! - A [`camera::Camera`] sees slices, and `contour` draws a line around them; `painter` dresses a body,
//!   `prop` has what stands around it, `paint` what is painted at once, `order` what is behind what.
//!   [`picture::picture`] paints it; `path` and `svg` write it down.

mod angles;
pub mod body;
pub mod camera;
pub mod check;
pub mod contour;
pub mod describe;
pub mod felt;
pub mod flesh;
mod head;
pub mod limits;
mod motion;
pub mod notation;
mod order;
mod paint;
mod painter;
pub mod path;
pub mod picture;
pub mod pose;
pub mod prop;
mod reach;
pub mod reel;
pub mod skeleton;
pub mod space;
pub mod stance;
pub mod svg;
