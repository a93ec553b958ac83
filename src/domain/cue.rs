//! What is said and what is sounded.

use std::time::Duration;

/// What a cue is for, most pressing first: when two want the same moment, the earlier here has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CueKind {
    /// Something hurts, or the head swims.
    Safety,
    /// How to leave the posture.
    ComeOut,
    /// The other side's turn.
    ChangeSides,
    /// The posture's name, its side and its length.
    Announce,
    /// How to get into the posture.
    SetUp,
    /// The last moments before something begins.
    Countdown,
    /// Half of it is over.
    Halfway,
    /// Something to attend to while holding.
    Coaching,
    /// What comes after this.
    NextUp,
    /// A kind word.
    Encouragement,
}

/// Something to be said at a place in a phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// What it is for.
    pub kind: CueKind,
    /// The words, ready to be spoken and shown.
    pub words: String,
    /// How long speaking them is expected to take.
    pub length: Duration,
    /// When it is said.
    pub place: CuePlace,
}

/// When a cue is said, within its phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CuePlace {
    /// After the cue before it; the silence that follows is kept for doing what was said.
    InTurn {
        /// The silence kept afterwards.
        pause: Duration,
    },
    /// At a moment of a phase whose length is fixed.
    At {
        /// After so much of the phase.
        from: Duration,
        /// Not begun later than this: by then it would run into what follows, or be untrue.
        latest: Duration,
    },
}

impl Cue {
    /// What speaking the cue and the silence after it take together.
    pub fn span(&self) -> Duration {
        match self.place {
            CuePlace::InTurn { pause } => self.length + pause,
            CuePlace::At { .. } => self.length,
        }
    }
}

/// A short sound with a meaning of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// One second fewer until a hold goes on.
    GetReady,
    /// A hold begins.
    HoldBegins,
    /// Half of a hold is over.
    Halfway,
    /// One of the last three seconds of a hold.
    LastSeconds,
    /// A hold is over.
    HoldEnds,
    /// Time to change sides.
    SideChange,
    /// Move there, or breathe in.
    There,
    /// Stay at the far end.
    Stay,
    /// Move back, or breathe out.
    Back,
    /// The session is over.
    Finished,
}

impl Tone {
    /// Every tone, in the order of a session.
    pub const ALL: [Self; 10] = [
        Self::GetReady,
        Self::HoldBegins,
        Self::Halfway,
        Self::LastSeconds,
        Self::HoldEnds,
        Self::SideChange,
        Self::There,
        Self::Stay,
        Self::Back,
        Self::Finished,
    ];
}

/// How much is said, by the listener's choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Density {
    /// Every line.
    #[default]
    Teaching,
    /// Name, side, half-way and the way out.
    Reminding,
    /// No words aloud; tones mark the moments, captions say the rest.
    TonesOnly,
    /// No sound at all; captions say everything.
    Silent,
}

impl Density {
    /// Whether words are spoken aloud.
    pub const fn speaks(self) -> bool {
        matches!(self, Self::Teaching | Self::Reminding)
    }

    /// Whether tones sound.
    pub const fn sounds(self) -> bool {
        !matches!(self, Self::Silent)
    }

    /// Whether the lines that teach are there, spoken or written.
    pub const fn teaches(self) -> bool {
        !matches!(self, Self::Reminding)
    }
}
