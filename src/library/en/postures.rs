//! What is said about each posture.
//!
//! A setup has at most four lines; a spoken line has at most 25 words. `[left|right]` is a choice
//! by the side that works. The number after a line is the silence kept for doing it, in seconds.

use super::line;
use crate::domain::posture::{BeatWords, PostureWords, Variation};

pub(in crate::library) const NINETY_NINETY_REST: PostureWords = PostureWords {
    name: "90-90 rest",
    also: &["Constructive rest", "Astronaut rest"],
    setup: &[
        line(
            "Sit on the floor in front of a chair or sofa, and lower yourself onto one side, then onto your back.",
            4,
        ),
        line(
            "Lift one calf onto the seat, then the other. Slide close, until hips and knees make right angles.",
            7,
        ),
        line("Let your arms lie a little away from you, palms up.", 4),
        line("A folded towel under your head is fine.", 4),
    ],
    again: line(
        "Lie down as you did before, both calves on the seat, arms a little away from you.",
        8,
    ),
    between: line("Rest as you are.", 6),
    change: &[],
    coaching: &[
        "Let the seat carry the whole weight of your legs.",
        "Feel the back of your pelvis grow heavy on the floor.",
        "Let each breath out be a little longer than the breath in.",
        "Unclench your jaw. Let your tongue rest.",
        "Your lower back need not do anything now.",
        "If your thoughts wander, come back to the floor beneath you.",
        "Let the belly rise and fall by itself.",
        "Soften your hands, and the space between your shoulders.",
        "Nothing has to loosen. Give it time.",
        "Notice one place that feels easier than before.",
    ],
    exit: &[
        line(
            "When you come out, take your time. Bring one foot after the other down from the seat.",
            6,
        ),
        line("Roll onto one side, and lie there for a breath or two.", 7),
        line("Push yourself up with your hands, the head last.", 6),
    ],
    exit_again: line(
        "Take your feet down, roll onto your side, and sit up in your own time, the head last.",
        12,
    ),
    unwind: "Stop there. Take your feet down from the seat, one at a time, and roll onto your side.",
    dizzy: None,
    beats: None,
    easier: &[
        Variation {
            id: "feet-on-floor",
            name: "feet on the floor",
            setup: &[
                line(
                    "Lie on your back with both feet flat on the floor, knees bent, hip-wide.",
                    8,
                ),
                line("Let the knees lean against each other.", 5),
            ],
            coaching: Some(&[
                "Let the knees hold each other up.",
                "Feel the back of your pelvis grow heavy on the floor.",
                "Let each breath out be a little longer than the breath in.",
                "Your lower back need not do anything now.",
            ]),
            change: None,
            exit: Some(&[
                line("Roll onto one side, and lie there for a breath or two.", 7),
                line("Push yourself up with your hands, the head last.", 6),
            ]),
            unwind: Some("Stop there. Roll onto your side, and draw your knees up a little."),
        },
        Variation {
            id: "on-the-side",
            name: "lying on one side",
            setup: &[
                line(
                    "Roll onto the side that feels better, knees bent, head on your arm or a cushion.",
                    8,
                ),
                line("A cushion between the knees is pleasant.", 6),
            ],
            coaching: Some(&[
                "Let the floor have your whole weight.",
                "Let each breath out be a little longer than the breath in.",
                "Your lower back need not do anything now.",
            ]),
            change: None,
            exit: Some(&[line("Push yourself up with your hands, the head last.", 6)]),
            unwind: Some("Stop there. Move as little as you need to, until you lie without pain."),
        },
    ],
    stronger: &[],
    care: "Not for long on your back later in pregnancy. After a hip replacement, ask whether the hips may bend this far.",
};

pub(in crate::library) const PIGEON: PostureWords = PostureWords {
    name: "Pigeon",
    also: &["Eka Pada Rajakapotasana"],
    setup: &[
        line(
            "Come onto your hands and knees. Bring the [left|right] knee forward, behind the [left|right] hand.",
            4,
        ),
        line(
            "Let the [left|right] foot come across, towards the other hand, only as far as the knee likes it.",
            6,
        ),
        line(
            "Slide the [right|left] leg straight back. Tuck its toes under if that knee feels pressed.",
            6,
        ),
        line(
            "Turn both hips to face forward, and put a cushion under the [left|right] one if it hangs in the air.",
            6,
        ),
    ],
    again: line("Slide the [right|left] leg back once more, and settle.", 5),
    between: line(
        "Press into your hands and lift your hips a little. Rest there.",
        5,
    ),
    change: &[
        line(
            "Press into your hands, lift the hips, and come back onto your hands and knees.",
            6,
        ),
        line(
            "Bring the [left|right] knee forward, and let its foot come across.",
            6,
        ),
        line(
            "Slide the [right|left] leg back. Both hips face forward.",
            6,
        ),
    ],
    coaching: &[
        "Both hips face forward. Neither one drops away.",
        "Take your time. It can feel strong at first.",
        "Let the front hip grow heavy as you breathe out.",
        "The pull belongs in the buttock, never in the knee.",
        "Stay tall, or lean a little forward over the shin.",
        "Soften your face and your shoulders.",
    ],
    exit: &[
        line("Press into your hands, and lift your hips.", 4),
        line(
            "Bring the front leg back, and come onto your hands and knees.",
            5,
        ),
    ],
    exit_again: line(
        "Lift your hips, draw the front leg back, and come onto all fours.",
        8,
    ),
    unwind: "Stop there. Lean away from the front leg onto your other hip, and take the weight off the knee.",
    dizzy: None,
    beats: None,
    easier: &[
        Variation {
            id: "figure-four",
            name: "lying on your back, in a figure four",
            setup: &[
                line(
                    "Lie on your back with both feet on the floor, knees bent.",
                    9,
                ),
                line(
                    "Lay the [left|right] ankle on the [right|left] thigh, just above the knee.",
                    6,
                ),
                line(
                    "If that is easy, draw the [right|left] thigh towards you with both hands.",
                    6,
                ),
            ],
            coaching: Some(&[
                "Let the [left|right] knee drift gently away from you.",
                "Let your head and shoulders lie heavy.",
                "The pull belongs in the buttock, never in the knee.",
                "Let the hip loosen as you breathe out.",
            ]),
            change: Some(&[
                line(
                    "Put both feet down. Lay the [left|right] ankle on the [right|left] thigh.",
                    7,
                ),
                line(
                    "If that is easy, draw the [right|left] thigh towards you.",
                    5,
                ),
            ]),
            exit: Some(&[
                line("Let go, and put both feet down.", 5),
                line(
                    "Roll onto one side, and push yourself up with your hands.",
                    7,
                ),
            ]),
            unwind: Some("Stop there. Let go of the leg, and put both feet on the floor."),
        },
        Variation {
            id: "seated-figure-four",
            name: "on a chair",
            setup: &[
                line(
                    "Sit at the front of a steady chair, both feet on the floor.",
                    9,
                ),
                line(
                    "Lay the [left|right] ankle on the [right|left] knee, or lower down on the shin.",
                    6,
                ),
                line(
                    "Sit tall. Lean forward from the hips until you feel a mild pull.",
                    5,
                ),
            ],
            coaching: Some(&[
                "Keep your back long. A little is enough.",
                "The pull belongs in the buttock, never in the knee.",
                "Let the hip loosen as you breathe out.",
            ]),
            change: Some(&[
                line(
                    "Put the foot down. Lay the [left|right] ankle on the other leg.",
                    7,
                ),
                line("Sit tall, and lean forward a little.", 4),
            ]),
            exit: Some(&[line("Sit up, and put the foot down.", 4)]),
            unwind: Some("Stop there. Sit up, and put the foot down."),
        },
    ],
    stronger: &[Variation {
        id: "folded",
        name: "folded forward",
        setup: &[
            line(
                "Come into pigeon, the [left|right] knee forward, the [right|left] leg straight back.",
                9,
            ),
            line(
                "Walk your hands forward, and lower yourself over the shin onto your forearms.",
                7,
            ),
        ],
        coaching: None,
        change: None,
        exit: None,
        unwind: None,
    }],
    care: "Leave the floor version out with a knee or hip replacement, a torn meniscus, in pregnancy, or with pain running down the leg.",
};

pub(in crate::library) const FORWARD_BEND: PostureWords = PostureWords {
    name: "Standing forward bend",
    also: &["Uttanasana", "Toe touch"],
    setup: &[
        line(
            "Stand with your feet as wide as your hips, a chair within reach.",
            2,
        ),
        line(
            "Bend your knees well. Let your belly sink towards your thighs, slowly.",
            6,
        ),
        line("Let head and arms hang. Hold your elbows if you like.", 5),
    ],
    again: line("Soften your knees, and fold forward again, slowly.", 6),
    between: line(
        "Hands on your thighs, and come half-way up. Rest with your head level.",
        8,
    ),
    change: &[],
    coaching: &[
        "Keep your knees soft. Straight legs are not the aim.",
        "Let your head be heavy. Nod it a little, and let go.",
        "Wherever you feel the pull is fine: legs, back or neck.",
        "Breathe into the back of your ribs.",
        "Nothing to reach for. Let yourself dangle.",
        "With each breath out, hang a little softer.",
    ],
    exit: &[
        line(
            "Bend your knees more, and put your hands on your thighs.",
            3,
        ),
        line(
            "Come up slowly, one bone after the other, the head last.",
            8,
        ),
        line("Stand still for a moment. If you feel dizzy, sit down.", 10),
    ],
    exit_again: line(
        "Come up as before: knees soft, hands on your thighs, the head last. Sit if you feel dizzy.",
        14,
    ),
    unwind: "Stop there. Bend your knees, put your hands on your thighs, and come up slowly, the head last.",
    dizzy: Some(
        "Bend your knees, hands on your thighs, and sit down on the chair or the floor. Keep your head level, and breathe.",
    ),
    beats: None,
    easier: &[
        Variation {
            id: "knees-well-bent",
            name: "with the knees well bent",
            setup: &[
                line(
                    "Stand with your feet as wide as your hips, a chair within reach.",
                    5,
                ),
                line(
                    "Bend your knees until your forearms rest on your thighs, and let only the head hang.",
                    7,
                ),
            ],
            coaching: Some(&[
                "Let your thighs carry your arms.",
                "Let your head be heavy.",
                "Breathe into the back of your ribs.",
            ]),
            change: None,
            exit: None,
            unwind: None,
        },
        Variation {
            id: "half-fold",
            name: "a half fold, hands on a table or wall",
            setup: &[
                line("Stand before a table or wall, and put your hands on it.", 6),
                line(
                    "Walk back until your back is long and your arms are straight. Knees soft, head level.",
                    7,
                ),
            ],
            coaching: Some(&[
                "Push the floor away, and let your hips move back.",
                "Keep your knees soft and your neck long.",
                "Breathe into your sides.",
            ]),
            change: None,
            exit: Some(&[
                line("Walk your feet forward, and stand up slowly.", 6),
                line("Stand still for a moment.", 4),
            ]),
            unwind: Some(
                "Stop there. Bend your knees, and walk your feet forward until you stand.",
            ),
        },
    ],
    stronger: &[],
    care: "Leave it out with glaucoma or after eye surgery, with uncontrolled blood pressure, brittle bones, a hip replacement, or pain running down the leg.",
};

pub(in crate::library) const CAT_COW: PostureWords = PostureWords {
    name: "Cat and cow",
    also: &["Marjaryasana", "Bitilasana", "Cat-cow"],
    setup: &[
        line(
            "Come onto your hands and knees: hands under shoulders, knees under hips.",
            3,
        ),
        line(
            "Breathing in, let the belly sink and the chest come forward. Breathing out, round the back and let the head hang.",
            3,
        ),
        line(
            "Stay in the easy middle of your range. No need to go to the end of it.",
            3,
        ),
    ],
    again: line("Onto your hands and knees once more.", 5),
    between: line("Sit back on your heels, and rest.", 6),
    change: &[],
    coaching: &[
        "Smooth and slow, like a wave.",
        "The neck goes along with the rest of the spine.",
        "Let the movement begin at the tail.",
        "Let your breath set the pace.",
    ],
    exit: &[line(
        "Come to rest in the middle. Sit back on your heels, or lie down, as you like.",
        6,
    )],
    exit_again: line("Let the last movement run out, and rest in the middle.", 6),
    unwind: "Stop there. Find the middle, and sit back or lie on your side.",
    dizzy: None,
    beats: Some(BeatWords {
        there: "Breathe in, and sink.",
        back: "Breathe out, round.",
    }),
    easier: &[
        Variation {
            id: "on-forearms",
            name: "on your forearms",
            setup: &[
                line(
                    "Come onto your knees and forearms, elbows under your shoulders.",
                    6,
                ),
                line(
                    "Breathing in, let the belly sink. Breathing out, round the back. Small movements are plenty.",
                    3,
                ),
            ],
            coaching: None,
            change: None,
            exit: None,
            unwind: None,
        },
        Variation {
            id: "seated",
            name: "sitting on a chair",
            setup: &[
                line(
                    "Sit at the front of a steady chair, hands on your knees.",
                    8,
                ),
                line(
                    "Breathing in, lift the chest. Breathing out, round the back. Small movements are plenty.",
                    3,
                ),
            ],
            coaching: None,
            change: None,
            exit: Some(&[line("Come to rest in the middle, and sit tall.", 4)]),
            unwind: Some("Stop there. Sit upright, and lean back if you can."),
        },
    ],
    stronger: &[],
    care: "With sore wrists or knees take an easier way. With brittle bones keep the rounding small.",
};
