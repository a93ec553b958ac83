//! Cues and tones: what is said and what is sounded.

use std::time::Duration;

/// What a cue is for, most urgent first: when two want the same moment, the one that is first here gets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CueKind {
    /// Something hurts, or the person feels dizzy.
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
    /// Half of a hold or of the repetitions is over.
    Halfway,
    /// Something to attend to while holding.
    Coaching,
    /// What comes next.
    NextUp,
    /// A kind word.
    Encouragement,
}

/// Something to be said within a phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// What the cue is for.
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
    /// After the cue before it; the silence that follows is for doing what was said.
    InTurn {
        /// The silence afterwards.
        pause: Duration,
    },
    /// At a moment of a phase whose length is fixed.
    At {
        /// The earliest moment, from the start of the phase.
        from: Duration,
        /// The latest moment to begin: any later, and the cue would run into what follows, or be untrue.
        latest: Duration,
    },
}

impl Cue {
    /// How long the cue takes, including the silence after it.
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
    /// A second of the countdown before a hold goes on.
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

/// How much is said, as the listener chooses.
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

    /// Whether teaching lines are included, spoken or as captions.
    pub const fn teaches(self) -> bool {
        !matches!(self, Self::Reminding)
    }
}
