//! The fixed words on the screens: a table.

use crate::text::Key;

/// The words for a key.
#[expect(clippy::too_many_lines, clippy::match_same_arms, reason = "a table")]
pub const fn word(key: Key) -> &'static str {
    match key {
        Key::Limber => "Limber",
        Key::TestSentence => "Left side first. Sixty seconds. Let the front hip grow heavy.",
        Key::GetHelp => "Get help",
        Key::Settings => "Settings",
        Key::Figures => "Figures",
        Key::Today => "Today",
        Key::YourSession => "Your session",
        Key::Close => "Close",
        Key::GotIt => "Got it",
        Key::Question => "How is your back right now?",
        Key::InSpasm => "In spasm",
        Key::InSpasmMeans => "Take the load off first. Starts at once.",
        Key::Sore => "Sore or stiff",
        Key::SoreMeans => "Loosen it gently, from the hips to the neck.",
        Key::Fine => "Fine, keep it so",
        Key::FineMeans => "Move well, and grow a little steadier.",
        Key::Continue => "Continue",
        Key::RepeatSide => "Repeat this side",
        Key::RepeatHold => "Repeat this posture",
        Key::CountAsDone => "Count it as done",
        Key::LetGo => "Leave it there",
        Key::YourData => "It all stays on this device.",
        Key::NotAdvice => {
            "Limber suggests movement. It does not diagnose, and it does not replace someone who can examine you."
        }
        Key::PainBefore => "How strong is it now?",
        Key::PainNone => "no pain",
        Key::PainWorst => "worst imaginable",
        Key::Optional => "Optional",
        Key::TakeCare => "Who should leave something out?",
        Key::Change => "Change",
        Key::Start => "Start",
        Key::VoiceTeaching => "Voice: teaching",
        Key::VoiceReminding => "Voice: reminding",
        Key::VoiceTones => "Tones only",
        Key::VoiceSilent => "Silent, with captions",
        Key::Pause => "Pause",
        Key::Back => "Back",
        Key::Next => "Next",
        Key::ThisHurts => "This hurts",
        Key::InPosition => "I’m in position",
        Key::Dizzy => "I feel dizzy",
        Key::Easier => "Easier",
        Key::AddTime => "15 seconds more",
        Key::EndSession => "End",
        Key::NextPosture => "Next posture",
        Key::EasierWay => "An easier way",
        Key::Steps => "All postures",
        Key::Transcript => "What was said",
        Key::Keys => "Keys",
        Key::LeftSide => "Left side",
        Key::RightSide => "Right side",
        Key::Paused => "Paused",
        Key::GettingIn => "Getting into it",
        Key::GetReady => "Get ready",
        Key::ChangingSides => "Changing sides",
        Key::Resting => "Rest",
        Key::ComingOut => "Coming out",
        Key::Finishing => "Nearly done",
        Key::Holding => "Hold",
        Key::Moving => "Movements left",
        Key::WhenReady => "Take your time. Choose when you are ready.",
        Key::KeySpace => "Space",
        Key::KeySpaceDoes => "pause, and go on",
        Key::KeyLeft => "Left arrow",
        Key::KeyLeftDoes => "back",
        Key::KeyRight => "Right arrow",
        Key::KeyRightDoes => "next",
        Key::KeyH => "H",
        Key::KeyHDoes => "this hurts",
        Key::KeyQuestion => "?",
        Key::KeyQuestionDoes => "these keys",
        Key::NowHow => "And now, how is it?",
        Key::StoppedHow => "Stopped here. How is it now?",
        Key::Remember => "Anything you want to remember?",
        Key::KeepIt => "Keep it",
        Key::Kept => "This session is kept already. Whatever you add is kept as you go.",
        Key::TwoPointsEased => "Two points or more is a change that most people notice.",
        Key::AboutTheSame => {
            "That is about the same. One time says little; the next days say more."
        }
        Key::Worse => {
            "That is worse by enough to notice. Take it easier next time, or leave out what stirred it up. If it stays, or you are worried, see Get help."
        }
        Key::TwoWeeks => "The last two weeks",
        Key::WhatYouDid => "What you did",
        Key::Words => "Words",
        Key::Density => "How much is said",
        Key::Teaching => "Teaching",
        Key::TeachingMeans => "How to get in, what to attend to, how to come out.",
        Key::Reminding => "Reminding",
        Key::RemindingMeans => "Name, side, half-way and the way out.",
        Key::TonesOnly => "Tones only",
        Key::TonesOnlyMeans => "No voice. Tones mark the moments, captions say the rest.",
        Key::Silent => "Silent",
        Key::SilentMeans => "No sound at all. Captions say everything.",
        Key::Fade => "Say less once I know a posture",
        Key::ScreenReader => "My screen reader reads the words",
        Key::ScreenReaderMeans => {
            "Limber’s own voice is silent then, so that nothing is heard twice."
        }
        Key::Voice => "Voice",
        Key::VoiceSearch => "Find a voice",
        Key::VoiceSearchHint => "Name or language",
        Key::VoiceBest => "The best one for English",
        Key::VoicesNone => "No voices are listed by this browser. It may still speak: try it.",
        Key::VoicesWaiting => "Waiting for the device to list its voices …",
        Key::VoicesMore => "There are more. Type part of a name or a language.",
        Key::VoicesNotFound => "No voice matches.",
        Key::VoiceOnline => "needs a network",
        Key::Rate => "Speed",
        Key::VoiceVolume => "Loudness of the voice",
        Key::TestVoice => "Hear the voice",
        Key::Tones => "Tones",
        Key::ToneVolume => "Loudness of the tones",
        Key::TestTones => "Hear the tones",
        Key::Vibration => "Vibrate with the tones, where the device can",
        Key::Pace => "Pace",
        Key::SettlingTime => "Time to get into position",
        Key::Brisk => "Brisk",
        Key::Usual => "Usual",
        Key::Unhurried => "Unhurried",
        Key::StifferSide => "Half as long again on the stiffer side",
        Key::Neither => "Neither",
        Key::Left => "Left",
        Key::Right => "Right",
        Key::Look => "Look",
        Key::Theme => "Colours",
        Key::ThemeDevice => "As the device",
        Key::ThemeLight => "Light",
        Key::ThemeDark => "Dark",
        Key::Build => "The figure’s build",
        Key::BuildSlight => "Slight, hair tied up",
        Key::BuildSturdy => "Sturdy, short hair",
        Key::Skin => "The figure’s skin",
        Key::SkinFair => "Fair",
        Key::SkinOlive => "Olive",
        Key::SkinBrown => "Brown",
        Key::SkinDeep => "Deep brown",
        Key::Data => "Your data",
        Key::DataMeans => "Everything is kept in this browser, on this device, and nowhere else.",
        Key::SaveFile => "Save it all as a file",
        Key::HelpTitle => "Get help",
        Key::HelpIntro => {
            "Most back pain settles by itself. Some signs need a person who can examine you. A list like this one cannot tell you that all is well."
        }
        Key::HelpNow => "Call your emergency number now",
        Key::HelpNow1 => {
            "Numbness or tingling between the legs, around the genitals or the buttocks."
        }
        Key::HelpNow2 => {
            "Trouble with starting or holding pee, no feeling of a full bladder, or leaking pee or poo."
        }
        Key::HelpNow3 => {
            "Pain, weakness or numbness in both legs, a leg getting weaker, or a foot that drops."
        }
        Key::HelpNow4 => "Pain after a crash, a high fall or a heavy blow.",
        Key::HelpNow5 => "Chest pain, or a tearing pain in the belly or back with faintness.",
        Key::HelpToday => "Speak to a doctor today",
        Key::HelpToday1 => "Fever, chills or feeling ill with the pain.",
        Key::HelpToday2 => {
            "A small fall or lift, and brittle bones or long treatment with steroids."
        }
        Key::HelpToday3 => "Weakness or numbness in one leg that lasts.",
        Key::HelpToday4 => {
            "Cancer at any time of life, and pain that is new, at night, or steadily worse."
        }
        Key::HelpSoon => "Make an appointment",
        Key::HelpSoon1 => "Losing weight without meaning to.",
        Key::HelpSoon2 => "Pain at night that no position eases.",
        Key::HelpSoon3 => "A new lump, or a back that has changed its shape.",
        Key::HelpSoon4 => "No better after two weeks, or worse at any time.",
        Key::HelpStop => "Stop a session when",
        Key::HelpStop1 => "pain shoots into a leg, or tingling is new,",
        Key::HelpStop2 => "a joint pinches, such as the knee in pigeon,",
        Key::HelpStop3 => "you are faint, breathless, or see badly,",
        Key::HelpStop4 => "pain reaches 6 of 10, or rises by 2.",
        Key::HelpReview => {
            "These lists follow published guidance. They await a physiotherapist’s review."
        }
        Key::NotFound => "There is nothing at this address.",
        Key::OnItsWay => "One moment. This part of Limber is on its way.",
        Key::NotLoaded => {
            "This part of Limber could not be loaded. It needs the network once, and none from then on."
        }
        Key::TryAgain => "Try again",
        Key::NoticeStorageForbidden => {
            "This browser does not let Limber keep anything. The session works; what you did will be gone when you close the page."
        }
        Key::NoticeStorageFull => {
            "There is no room left in this browser. The session goes on. Save your data as a file, to be safe."
        }
        Key::NoticeNotSaved => {
            "This browser did not hand out the file. Nothing is lost. Try again, or reload the page and try then."
        }
        Key::NoticeStorageFailed => {
            "Something could not be kept, read or removed just now. The session goes on. Save your data as a file, to be safe."
        }
        Key::NoticeNewer => {
            "Something here was kept by a newer Limber, and this one cannot read it. It is not lost, and is part of every file you save."
        }
        Key::NoticeOtherWrote => {
            "The same was changed in another tab at the same moment. Yours is in force here; the other is put aside."
        }
        Key::NoticeOtherPlays => {
            "A session is under way in another tab. Go on with it there, or here from the first screen."
        }
        Key::NoticeGoesOnElsewhere => "The session goes on in another tab.",
        Key::NoticeNoJournal => {
            "A newer version of Limber is open in another tab. Everything is kept, but a crash could lose the last minute."
        }
        Key::NoticeBrowserThrew => {
            "This browser failed at something it was asked to do. Limber goes on without it."
        }
        Key::NoticeTranslated => {
            "Your browser is translating this page. Limber speaks English, and some words may stand still: it is best to switch the translation off here."
        }
        Key::LetterKeys => "Single keys in the player: H for “this hurts”, ? for the list of keys",
        Key::SeeIt => "See it",
        Key::GoOnHere => "Go on here",
        Key::UnderWayElsewhere => "In another tab",
        Key::SuggestedAnswer => "Is it as marked? Tap the answer that fits.",
        Key::NoticeNoVoice => {
            "This device’s voice does not answer. Limber goes on with tones and captions. You can try another voice in the settings."
        }
        Key::NoticeOtherVoice => {
            "The voice you chose does not answer. It may need a network. Another one speaks for now."
        }
        Key::NoticeStalled => {
            "The voice began to speak and never finished. Limber goes on with tones and captions. You can try another voice in the settings."
        }
        Key::NoticeNoLanguage => {
            "This device has no English voice. Limber goes on with tones and captions."
        }
        Key::NoticeNoTones => {
            "This browser does not make tones. Limber goes on with the voice and captions."
        }
        Key::NoticeDarken => {
            "The screen may go dark by itself. You can set the device to keep it on."
        }
        Key::Install => "Put Limber on your home screen",
        Key::InstallMeans => {
            "It opens with one tap and needs no network. The browser is also less likely to clear what you keep."
        }
        Key::InstallDo => "Add to home screen",
        Key::InstallStep1 => {
            "Tap Share in Safari’s bar. On newer iPhones it is in the menu with three dots."
        }
        Key::InstallStep2 => "Choose “Add to Home Screen”. You may have to scroll down.",
        Key::InstallStep3 => "Tap “Add”.",
        Key::NewerWaits => "A newer version of Limber is ready. What you entered stays.",
        Key::NewerHeldBack => {
            "A session is under way in another tab. The newer version comes when it is over."
        }
        Key::UseNewer => "Use it now",
        Key::NotNow => "Not now",
        Key::NoticeFallSilent => {
            "This browser does not let Limber sound on by itself. With the screen locked it may fall silent: leave the screen on."
        }
        Key::SoundTaken => {
            "Something else took the sound, a call perhaps. The session waits here. When you are ready, press Continue."
        }
        Key::Mixing => "Other sound on this device",
        Key::MixingExclusive => "Limber alone",
        Key::MixingExclusiveMeans => {
            "It goes on when the screen is locked, with tones alone where the phone stops the voice. Headset, media keys and lock screen lead it. Other music may stop."
        }
        Key::MixingDucking => "Lower my music while Limber speaks",
        Key::MixingDuckingMeans => "On iPhone and iPad. Elsewhere your music is left alone.",
        Key::MixingMixed => "Leave my music alone",
        Key::MixingMixedMeans => "Limber sounds along with it.",
        Key::MixingNote => {
            "Only alone has Limber a place on the lock screen. Otherwise a locked iPhone stops it, and its silent switch mutes the tones."
        }
        Key::KeyEnter => "Enter",
        Key::KeyEnterDoes => "I’m in position; pause, and go on",
        Key::KeyPages => "Page down, page up",
        Key::KeyPagesDoes => "on, and back, as page-turners send them",
        Key::KeyMedia => "Media keys, headset",
        Key::KeyMediaDoes => "pause and go on, next, back",
        Key::FaultTitle => "Something broke in Limber.",
        Key::FaultMeans => {
            "That is our mistake, not yours. What you did is kept on this device. Reload to go on where you were."
        }
        Key::FaultReload => "Reload",
        Key::FaultSave => "Save my data as a file",
        Key::FaultDetails => "What happened",
        Key::Going => "Keep going",
        Key::WhyThis => "Why this one",
        Key::ChangedForYou => "Changed for you",
        Key::OrThese => "Or one of these",
        Key::YourTime => "Time",
        Key::YourPlace => "Place",
        Key::AtHand => "At hand",
        Key::ForToday => "For today",
        Key::TakeThis => "Take this one",
        Key::Library => "Library",
        Key::Search => "Search",
        Key::SearchHint => "Name or part of the body",
        Key::Routines => "Routines",
        Key::Postures => "Postures",
        Key::Narrow => "Narrow it down",
        Key::Any => "Any",
        Key::WhereBody => "Position",
        Key::WhereFelt => "Where it is felt",
        Key::WhatYouHave => "What I have",
        Key::HowLong => "At most",
        Key::HowHard => "Practice",
        Key::FloorToLieOn => "Floor",
        Key::NothingFound => "Nothing is called that, or all of it is filtered out.",
        Key::LeftOutForYou => "Not for you: see My body.",
        Key::HowTo => "How",
        Key::HowComeOut => "Coming out",
        Key::HowItFeels => "How it should feel",
        Key::WhyDoIt => "Why",
        Key::CareHere => "Take care",
        Key::OtherWays => "Other ways",
        Key::InRoutines => "Routines with it",
        Key::PlayJustThis => "Play just this",
        Key::LeaveOutForMe => "Leave this out for me",
        Key::More => "More",
        Key::BeforeYouBegin => "Before you begin",
        Key::WhereFrom => "Where this comes from",
        Key::NothingSuits => "Nothing in it suits what you said of your body.",
        Key::MyBody => "My body",
        Key::MyBodyMeans => {
            "What you tick is kept on this device. Every routine is changed to suit it, and shows you how."
        }
        Key::Conditions => "Is one of these true?",
        Key::HurtsToDo => "What hurts to do?",
        Key::YourAge => "Your age",
        Key::AgeNotSaid => "Not said",
        Key::LeftOutByYou => "Postures you left out",
        Key::PutBack => "Put it back",
        Key::Evidence => "Evidence",
        Key::StrengthStrong => "Well supported",
        Key::StrengthSome => "Some support",
        Key::StrengthWeak => "Little support, or studies that disagree",
        Key::StrengthCustom => "Custom: no trial was found",
        Key::StrengthChoice => "Our own choice",
        Key::NoneOfThese => "None of these",
        Key::OnWith => "Continue",
        Key::WhatToDo => "What to do",
        Key::Assessed => "Someone has examined me",
        Key::AssessedMeans => {
            "Tap this when a doctor, nurse or physiotherapist has looked at what you ticked."
        }
        Key::AskAgain => "Answer the questions again",
        Key::WhereAreYou => "Where are you? Then the call is one tap.",
        Key::OtherNumber => "Another number",
        Key::KeepNumber => "Keep this number",
        Key::ChangeNumber => "Another country",
        Key::TellUsBody => {
            "Pregnancy, surgery, joints, bones, eyes, dizziness: say it under My body, and every routine is changed to suit you."
        }
        Key::CleanScreening => {
            "Nothing you ticked asks for a doctor now. No list can promise that all is well. If something worries you, ask."
        }
        Key::NotAsked => "No questions are due. You can answer them again at any time.",
        Key::Locked => "Routines wait until someone has looked at what you ticked.",
        Key::SomethingLight => "Something light for today",
        Key::DeviceCheck => "Device check",
        Key::YourRoutines => "Your routines",
        Key::TakeIn => "Take in a routine",
        Key::TakeInMeans => {
            "Paste a routine that someone passed on to you, or open its file. You see it before you keep it."
        }
        Key::RoutineText => "The routine, as text",
        Key::ItsText => "Look at its text",
        Key::OpenFile => "Open a file",
        Key::KeepRoutine => "Keep this routine",
        Key::KnownAlready => "You have this one already.",
        Key::SeeRoutine => "Go to it",
        Key::HowToWrite => "How to write one",
        Key::HowToWriteMeans => {
            "A line each: the posture, then how much of it. The names are those of the library. Leave out how much, and it is the posture’s own. A list from a message will mostly do: “Bridge 3 x 10”, “Pigeon, 30 sec each side”. Here is one with all that a line can say."
        }
        Key::NotARoutine => "This cannot be led yet:",
        Key::TakenAs => "How some of it is understood",
        Key::SetAside => "Not part of the routine",
        Key::PassOn => "Pass it on",
        Key::RemoveRoutine => "Remove it",
        Key::AddressCopied => "The link is copied. Paste it into a message.",
        Key::FileNotRead => "This file could not be read. A routine is a short text.",
    }
}
