//! Figures: a body in a pose, drawn from joint angles.
//!
//! Lengths are in hundredths of the body's height, angles in degrees. In space x goes to the front of
//! someone who stands and looks to the right of the picture, y goes up, z to their right, which is
//! towards the viewer. With all angles nought one stands upright, the arms hanging, the palms to the
//! thighs.
//!
//! A [`pose::Pose`] says how every joint is bent and what touches what; `notation` reads poses from
//! text. A [`stance::Stance`] is a body put into a pose, in the room: `skeleton` follows the angles,
//! `reach` puts hands and feet where they are to be; `motion` leads from one stance to another; `limits`
//! and `check` say what no body can do. `flesh` lays slices around the bones, and `felt` regions inside
//! them; a [`camera::Camera`] sees them; `contour` draws a line around them; `paint` says what belongs
//! together, `order` what is behind what, and [`picture::picture`] paints it. `svg` writes it down. A
//! [`reel::Reel`] has all moments of one figure.

pub mod body;
pub mod camera;
pub mod check;
pub mod contour;
pub mod describe;
pub mod felt;
pub mod flesh;
pub mod limits;
mod motion;
pub mod notation;
mod order;
mod paint;
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
