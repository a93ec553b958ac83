//! What is painted of a body: its parts, what they are dressed in, and where a posture is felt.

use super::camera::Camera;
use super::contour::Ellipse;
use super::order::Blob;
use super::paint::{Outline, Painted};
use super::picture::Stuff;
use super::prop::soft;
use crate::figure::body::felt::FeltRegion;
use crate::figure::body::flesh::Ellipsoid;
use crate::figure::body::skeleton::Skeleton;
use crate::figure::body::{Hair, Physique, flesh, head};
use crate::figure::part::{BodyPart, Hand};
use crate::figure::space::Vector;

/// One side of a body counts as the far one if its hip is this much farther away.
const FAR: f64 = 2.5;
/// A head that faces the viewer this much, and to the side this little, has its hair behind its face.
const FACING: f64 = 0.5;

/// What is needed to paint a body.
pub(crate) struct Painter<'a> {
    pub(crate) skeleton: &'a Skeleton,
    pub(crate) body: &'a Physique,
    pub(crate) camera: Camera,
    pub(crate) felt: &'a [(FeltRegion, Hand)],
    pub(crate) breath: f64,
}

impl Painter<'_> {
    /// The parts of the body.
    pub(crate) fn parts(&self) -> Vec<Painted> {
        let [hips, shirt] = flesh::clothes(self.skeleton, self.body, self.breath);
        let mut parts = vec![self.hips(hips), self.trunk(shirt), self.head()];
        for hand in Hand::BOTH {
            parts.extend([
                self.thigh(hand),
                self.shin(hand),
                self.upper_arm(hand),
                self.forearm(hand),
            ]);
        }
        parts
    }

    fn seen(&self, rounds: &[Ellipsoid]) -> Vec<Ellipse> {
        soft(rounds, self.camera)
    }

    fn tube(&self, rounds: &[Ellipsoid]) -> Outline {
        Outline::tube(&self.seen(rounds))
    }

    /// The side that is farther away, if there is one.
    fn far_side(&self) -> Option<Hand> {
        let hip = |hand: Hand| {
            let joint = self.skeleton.legs[hand.index()].upper.from;
            self.camera.see(joint).1
        };
        let nearer = hip(Hand::Right) - hip(Hand::Left);
        if nearer > FAR {
            Some(Hand::Left)
        } else if nearer < -FAR {
            Some(Hand::Right)
        } else {
            None
        }
    }

    /// A part of the body, made of tubes.
    fn part(
        &self,
        part: BodyPart,
        limb: Option<u8>,
        tubes: Vec<(Stuff, Vec<Ellipsoid>)>,
    ) -> Painted {
        let tubes = tubes.into_iter();
        let tubes: Vec<_> = tubes.map(|(stuff, it)| (stuff, self.seen(&it))).collect();
        let slices = tubes.iter().flat_map(|(_, tube)| tube);
        let blobs = slices.map(Blob::of).collect();
        Painted {
            part: Some(part),
            far: part.hand().is_some() && part.hand() == self.far_side(),
            bare: Vec::new(),
            felt: self.felt_on(part),
            lined: tubes
                .iter()
                .map(|(stuff, tube)| (*stuff, Outline::tube(tube)))
                .collect(),
            seam: None,
            limb,
            blobs,
        }
    }

    /// The regions felt on a part: each as a whole, and its heart.
    fn felt_on(&self, part: BodyPart) -> Vec<[Outline; 2]> {
        const HEART: f64 = 0.62;
        let seen = |(region, hand): &&(FeltRegion, Hand)| {
            let viewer = self.camera.towards_viewer();
            region.part(*hand) == part && region.is_seen(self.skeleton, *hand, viewer)
        };
        let outlines = |(region, hand): &(FeltRegion, Hand)| {
            let rounds = region.rounds(self.skeleton, *hand, self.body);
            let heart = rounds.iter().map(|round| Ellipsoid {
                axes: round.axes.map(|axis| axis * HEART),
                ..*round
            });
            [self.tube(&rounds), self.tube(&heart.collect::<Vec<_>>())]
        };
        self.felt.iter().filter(seen).map(outlines).collect()
    }

    /// The number of a leg, under which its thigh and shin are painted together, and the hips with the nearer leg. Legs
    /// that are equally near share a number.
    fn leg_of(&self, hand: Hand) -> u8 {
        u8::from(self.far_side() == Some(hand))
    }

    fn hips(&self, hips: Vec<Ellipsoid>) -> Painted {
        self.part(BodyPart::Pelvis, Some(0), vec![(Stuff::Trousers, hips)])
    }

    fn trunk(&self, shirt: Vec<Ellipsoid>) -> Painted {
        let neck = head::neck(self.skeleton);
        // What is felt ends at the collar, so the neck above it goes on top.
        let above = self.tube(&neck[1..]);
        let tubes = vec![(Stuff::Skin, neck), (Stuff::Shirt, shirt)];
        let mut trunk = self.part(BodyPart::Chest, None, tubes);
        trunk.bare.push((Stuff::Skin, above));
        trunk
    }

    fn head(&self) -> Painted {
        let skeleton = self.skeleton;
        let viewer = skeleton.head.seen(self.camera.towards_viewer());
        let face_on = viewer.x > FACING && viewer.z.abs() < FACING;
        let skin = vec![
            (Stuff::Skin, head::head(skeleton)),
            (Stuff::Skin, head::nose(skeleton)),
        ];
        let back = head::back_hair(skeleton);
        let mut tubes;
        if face_on {
            // Hair that hangs low would be seen beside the jaw, like a beard.
            tubes = vec![(Stuff::Hair, back[2..].to_vec())];
            tubes.extend(skin);
        } else {
            tubes = skin;
            tubes.push((Stuff::Hair, back));
        }
        let over = if face_on {
            head::fringe(skeleton)
        } else {
            head::crown(skeleton)
        };
        tubes.push((Stuff::Hair, over));
        if self.body.hair == Hair::Tied {
            let at = if viewer.x > 0.0 { 0 } else { tubes.len() };
            tubes.insert(at, (Stuff::Hair, head::knot(skeleton)));
        }
        let mut head = self.part(BodyPart::Head, None, tubes);
        for hand in Hand::BOTH {
            let nearer = viewer.z * hand.sign();
            let ear = (Stuff::Skin, self.tube(&head::ear(skeleton, hand)));
            // An ear that faces the viewer lies on the hair; one at the edge of the head shows its line.
            if nearer > 0.3 {
                head.bare.push(ear);
            } else if nearer > -0.3 && face_on {
                head.lined.insert(0, ear);
            }
        }
        head
    }

    fn thigh(&self, hand: Hand) -> Painted {
        let leg = &self.skeleton.legs[hand.index()];
        let tubes = vec![(Stuff::Trousers, flesh::thigh(leg, self.body))];
        let mut thigh = self.part(BodyPart::Thigh(hand), Some(self.leg_of(hand)), tubes);
        if !thigh.far {
            let hip = leg.upper.from;
            let pelvis = &self.skeleton.trunk[0];
            let below = pelvis.from - pelvis.frame.up * 2.5;
            let seam = self.seam([leg.upper.to, hip, below], [0.12, 0.5], 4.6);
            thigh.seam = Some((BodyPart::Pelvis, Stuff::Trousers, seam));
        }
        thigh
    }

    fn shin(&self, hand: Hand) -> Painted {
        let leg = &self.skeleton.legs[hand.index()];
        let tubes = vec![
            (Stuff::Skin, flesh::foot(leg)),
            (Stuff::Trousers, flesh::shin(leg, self.body)),
        ];
        let mut shin = self.part(BodyPart::Shin(hand), Some(self.leg_of(hand)), tubes);
        let seam = self.seam([leg.upper.from, leg.upper.to, leg.lower.to], [0.16; 2], 3.2);
        shin.seam = Some((BodyPart::Thigh(hand), Stuff::Trousers, seam));
        shin
    }

    fn upper_arm(&self, hand: Hand) -> Painted {
        let arm = &self.skeleton.arms[hand.index()];
        let tubes = vec![
            (Stuff::Skin, flesh::upper_arm(arm, self.body)),
            (Stuff::Shirt, flesh::sleeve(arm, self.body)),
        ];
        let limb = 2 + u8::from(hand == Hand::Left);
        let mut upper = self.part(BodyPart::UpperArm(hand), Some(limb), tubes);
        let chest = &self.skeleton.trunk[3];
        let spine = chest.to - chest.frame.up * 4.2;
        let seam = self.seam([arm.upper.to, arm.upper.from, spine], [0.06, 0.42], 2.9);
        upper.seam = Some((BodyPart::Chest, Stuff::Shirt, seam));
        upper
    }

    fn forearm(&self, hand: Hand) -> Painted {
        let arm = &self.skeleton.arms[hand.index()];
        let tubes = vec![
            (Stuff::Skin, flesh::thumb(arm)),
            (Stuff::Skin, flesh::palm(arm)),
            (Stuff::Skin, flesh::forearm(arm, self.body)),
        ];
        let limb = 2 + u8::from(hand == Hand::Left);
        let mut forearm = self.part(BodyPart::Forearm(hand), Some(limb), tubes);
        let seam = self.seam([arm.upper.from, arm.upper.to, arm.lower.to], [0.16; 2], 1.8);
        forearm.seam = Some((BodyPart::UpperArm(hand), Stuff::Skin, seam));
        forearm
    }

    /// A patch around the middle one of three joints, reaching part of the way towards the others.
    fn seam(&self, [from, joint, to]: [Vector; 3], reach: [f64; 2], radius: f64) -> Outline {
        let towards = |end: Vector, part: f64| joint + (end - joint) * part;
        let middles = [towards(from, reach[0]), joint, towards(to, reach[1])];
        self.tube(&middles.map(|middle| Ellipsoid::ball(middle, radius)))
    }
}
