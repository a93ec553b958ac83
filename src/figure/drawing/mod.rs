//! Drawing: from a stance and a room to shapes, painted from far to near.
//!
//! A `camera` sees slices, and `contour` draws a line around them; `painter` dresses a body, `prop` has
//! what stands around it; `paint` is what is painted at once, `order` what is behind what. `picture` paints
//! it all; `path` and `svg` write it down.

pub mod camera;
pub mod contour;
mod order;
mod paint;
mod painter;
pub mod path;
pub mod picture;
pub mod prop;
pub mod svg;
