//! The session: the player, and its end.

mod ending;
mod player;

pub(super) use ending::EndingScreen;
pub(super) use player::PlayerScreen;
