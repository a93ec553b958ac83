//! Drawing: turns a stance and a room into shapes, painted from far to near.
//!
//! A `camera` sees slices, and `contour` draws a line around them; `painter` dresses a body, `prop` has what stands
//! around it; `paint` is what is painted at once, and `order` decides what is behind what. `picture` paints it all;
//! `path` and `svg` write it down. An `extent` is how far something reaches in the picture.

pub mod camera;
pub mod contour;
pub mod extent;
mod order;
mod paint;
mod painter;
pub mod path;
pub mod picture;
pub mod prop;
pub mod svg;
