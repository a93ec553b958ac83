//! Figures: a body in a pose, drawn from joint angles.
//!
//! Lengths are in hundredths of the body's height, angles in degrees. In space x goes to the front of
//! someone who stands and looks to the right of the picture, y goes up, z to their right, which is
//! towards the viewer. With all angles nought one stands upright, the arms hanging, the palms to the
//! thighs.
//!
//! A [`pose::Pose`] says how every joint is bent and what touches what; [`skeleton::Skeleton`] is where
//! all joints are then; `flesh` lays slices around the bones; a [`camera::Camera`] sees them; `contour`
//! draws a line around them; [`picture::picture`] paints them from far to near.

pub mod body;
pub mod camera;
pub mod contour;
pub mod flesh;
mod order;
pub mod picture;
pub mod pose;
pub mod prop;
pub mod skeleton;
pub mod space;
