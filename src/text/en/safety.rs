//! Warning signs, what to do about them, and how an episode is going.

use crate::domain::episode::{EpisodeCourse, Milestone};
use crate::domain::screening::{Action, DueReason, SignGroup, WarningSign};

/// How long an episode has gone on.
pub fn day_of_episode(day: u32) -> String {
    format!("Day {day}")
}

/// What to know at this point of an episode.
///
/// Source: the project's content notes, section b, follow-up. What is said on day fourteen is the founding article's
/// own; guidelines say "a few weeks". Weeks six and twelve: Menezes Costa 2012; NICE NG59.
pub const fn watched(milestone: Milestone, course: EpisodeCourse) -> &'static str {
    match (milestone, course) {
        (Milestone::Day1, _) => {
            "The first days are the worst for most people. Keep moving as far as it lets you, and rest in between. Most episodes improve."
        }
        (Milestone::Day3, _) => {
            "Three days in. A little walking, several times a day, suits most backs better than lying still."
        }
        (Milestone::Day7, EpisodeCourse::Better) => {
            "A week in, and it is easing. Go on as you do, and add a little only when it feels easy."
        }
        (Milestone::Day7, EpisodeCourse::NotBetter | EpisodeCourse::Unknown) => {
            "A week in. Ups and downs are usual. If it gets worse, or you are worried, do not wait: ask someone."
        }
        (Milestone::Day14, EpisodeCourse::Better) => {
            "Two weeks, and it is better than it was. Keep going. If it stops getting better, have someone look at it."
        }
        (Milestone::Day14, EpisodeCourse::NotBetter | EpisodeCourse::Unknown) => {
            "Two weeks: this is the point at which to have someone look at it, if it is not clearly better. It is our own rule, and a cautious one. Consider booking."
        }
        (Milestone::Week4, EpisodeCourse::Better) => {
            "Four weeks, and it is easing. If some of it stays, a physiotherapist can help you to go on."
        }
        (Milestone::Week4, EpisodeCourse::NotBetter | EpisodeCourse::Unknown) => {
            "Four weeks without getting better is a reason to see a doctor, even when nothing else worries you. Please book."
        }
        (Milestone::Week6, _) => {
            "Six weeks. From here on pain eases more slowly, so see a doctor or a physiotherapist, even when it is mild."
        }
        (Milestone::Week12, _) => {
            "Twelve weeks. Pain that lasts this long needs more than an app: someone who knows you, and a plan made with you. Limber can go along with it."
        }
    }
}

/// Why the questions are asked now.
pub const fn why_asked(why: DueReason) -> &'static str {
    match why {
        DueReason::FirstTime => "Before your first routine",
        DueReason::NewEpisode => "A new episode",
        DueReason::StrongPain => "Because it is strong now",
        DueReason::Rising => "Because it has risen this week",
        DueReason::FourteenDays => "Two weeks in",
        DueReason::Wanted => "Once more",
    }
}

/// The heading of a group of signs.
pub const fn sign_group(group: SignGroup) -> &'static str {
    match group {
        SignGroup::Emergency => "Is one of these new, or worse?",
        SignGroup::Today => "And one of these?",
        SignGroup::Background => "Last, one of these?",
    }
}

/// The introduction to a group of signs.
pub const fn sign_group_means(group: SignGroup) -> &'static str {
    match group {
        SignGroup::Emergency => "With back pain, these need help at once. Tick what you have.",
        SignGroup::Today => {
            "With back pain, these need someone to look at you soon. Tick what you have."
        }
        SignGroup::Background => "These do not stop you, but they change what Limber proposes.",
    }
}

/// What to do, as a heading.
pub const fn action(action: Action) -> &'static str {
    match action {
        Action::Emergency => "Call your emergency number now",
        Action::SameDay => "See a doctor today",
        Action::WithinADay => "See a doctor within a day",
        Action::Urgent => "Book an urgent appointment",
        Action::Soon => "Have it looked at soon",
        Action::Go => "You can go on",
    }
}

/// What to do, in sentences.
///
/// Source: the actions of the project's content notes, section b.
pub const fn what_to_do(action: Action) -> &'static str {
    match action {
        Action::Emergency => {
            "What you ticked can mean that a nerve, a bone or your heart needs help within hours. Do not wait to see if it passes. Call now, or have someone take you to an emergency department. Do not drive yourself."
        }
        Action::SameDay => {
            "What you ticked needs a doctor today. Call your practice and say what you ticked. If they have no time for you, call an advice line or go to an emergency department. If it gets worse, call the emergency number."
        }
        Action::WithinADay => {
            "What you ticked needs a doctor within twenty-four hours, because of the cancer that you have or had. Call your practice or your cancer team, and say so. New weakness, numbness, or trouble with bladder or bowel: call the emergency number."
        }
        Action::Urgent => {
            "What you ticked needs a doctor within days. Ask for an urgent appointment, and say what you ticked. If it gets worse meanwhile, do not wait for it."
        }
        Action::Soon => {
            "What you ticked is no alarm. A doctor or a physiotherapist should look at it in the next weeks. Until then Limber proposes gentle things only."
        }
        Action::Go => "Nothing you ticked asks for a doctor now.",
    }
}

/// A warning sign, as it is asked about.
pub const fn sign(sign: WarningSign) -> &'static str {
    match sign {
        WarningSign::Saddle => {
            "Numb or tingling between your thighs, around your private parts or your bottom, or when you wipe"
        }
        WarningSign::Bladder => {
            "Trouble starting or stopping pee. No feeling of a full bladder. Leaking pee or poo. New numbness in sex"
        }
        WarningSign::BothLegs => {
            "Pain, weakness or numbness in both legs, weakness that spreads, a foot that drops, or unsteady walking"
        }
        WarningSign::Blow => "Pain after a crash, a high fall or a heavy blow",
        WarningSign::Chest => "Chest pain, or a tearing pain in the belly or back with faintness",
        WarningSign::Cancer => {
            "Cancer, now or ever. And pain that gets worse and worse, comes at night, sits mid-back, or grows when you strain. Or cancer, and any weakness or numbness"
        }
        WarningSign::Fever => {
            "Fever, chills or feeling ill; an infection lately; a weak immune system; injected drugs"
        }
        WarningSign::VeryUnwell => "One of those, and you feel very unwell",
        WarningSign::Fragile => {
            "A small fall or lift with brittle bones or long use of steroids, or sudden severe pain in the middle of the back"
        }
        WarningSign::Unexplained => {
            "Weight loss without a reason. Night pain that nothing eases. A new lump, or a changed shape. Pain between the shoulder blades"
        }
        WarningSign::OneLeg => "Weakness or numbness in one leg that stays",
        WarningSign::OneLegWorse => "Weakness or numbness in one leg that is getting worse",
        WarningSign::Inflamed => {
            "It began before you were 45, has lasted over three months, wakes you late in the night and eases when you move; or psoriasis, or it runs in the family"
        }
        WarningSign::FirstAtThatAge => {
            "This is my first back pain ever, and I am under 20 or over 50"
        }
        WarningSign::BelowKnee => "Pain that goes below the knee",
    }
}
