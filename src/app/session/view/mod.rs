//! What is shown of the session: on the player, on the first screen where it can be resumed, on the lock screen, and at
//! its end.

mod ending;
mod going_on;
mod lock_screen;
mod motion;
mod player;

pub use ending::{EndingView, ending};
pub use going_on::{GoOn, Waits, go_on};
pub use lock_screen::now_playing;
pub use motion::{Direction, Motion, Ring, Swing, Transition, eased};
pub use player::{Choice, PlayerState, PlayerView, StepItem, player};
