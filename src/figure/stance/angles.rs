//! Joint angles, derived from how the bones are turned: the inverse of what a pose does.

use crate::figure::pose::Bend;
use crate::figure::space::Frame;

/// The angles of `about_right`, `about_front` and `about_up` that make up a frame: lift, out and turn, as in
/// [`crate::figure::pose::Leg`].
pub(crate) fn swing(frame: Frame, sign: f64) -> [f64; 3] {
    let lift = (-frame.up.x).atan2(frame.up.y).to_degrees();
    let out = -frame.up.z.clamp(-1.0, 1.0).asin().to_degrees();
    let unturned = Frame::UPRIGHT.about_right(lift).about_front(-out);
    let turn = (-frame.front.dot(unturned.right)).atan2(frame.front.dot(unturned.front));
    [lift, sign * out, -sign * turn.to_degrees()]
}

/// An elbow bent less than this leaves open what the shoulder turns and what the forearm: they turn as one, and neither
/// is judged.
const NEARLY_STRAIGHT: f64 = 20.0;

fn is_nearly_straight(arm: &[Frame; 3]) -> bool {
    swing(arm[1], 1.0)[0] < NEARLY_STRAIGHT
}

/// The angles of a shoulder. Beyond the vertical, an arm lifted to the front is the same as one lifted to the back; and
/// if it points aside or up, its turn means nothing by itself.
pub(crate) fn shoulder(arm: &[Frame; 3], sign: f64) -> [f64; 3] {
    let [lift, out, turn] = swing(arm[0], sign);
    let lift = if lift < -90.0 { lift + 360.0 } else { lift };
    if out > 55.0 {
        [0.0, out, 0.0]
    } else if lift > 90.0 || is_nearly_straight(arm) {
        [lift, out, 0.0]
    } else {
        [lift, out, turn]
    }
}

/// The angles of a wrist, with the turn of the forearm.
pub(crate) fn wrist(arm: &[Frame; 3], sign: f64) -> [f64; 3] {
    let [palm, wrist, aside] = turned(arm[2], sign);
    if is_nearly_straight(arm) {
        [0.0, wrist, aside]
    } else {
        [palm, wrist, aside]
    }
}

/// The angles of a hip: if the thigh points far aside, its lift and turn mean little by themselves.
pub(crate) fn aside([lift, out, turn]: [f64; 3]) -> [f64; 3] {
    if out > 60.0 {
        [0.0, out, 0.0]
    } else {
        [lift, out, turn]
    }
}

/// The angles of `about_up`, `about_front` and `about_right` that make up a wrist.
pub(crate) fn turned(frame: Frame, sign: f64) -> [f64; 3] {
    let palm = (-frame.front.z).atan2(frame.front.x);
    let deviation = frame.front.y.clamp(-1.0, 1.0).asin().to_degrees();
    let palm = if frame.front.level().length() < 1e-6 {
        0.0
    } else {
        palm.to_degrees()
    };
    let level = Frame::UPRIGHT.about_up(palm).about_right(deviation);
    let bent = frame
        .up
        .dot(level.right)
        .atan2(frame.up.dot(level.up))
        .to_degrees();
    [-sign * palm, -sign * bent, deviation]
}

/// How a joint of the trunk is bent: the inverse of what a skeleton makes of a [`Bend`].
pub(crate) fn bend(frame: Frame) -> Bend {
    // Row by row: the frame's right is turned by the first two angles only.
    let side = (-frame.right.y).clamp(-1.0, 1.0).asin().to_degrees();
    let twist = frame.right.x.atan2(frame.right.z).to_degrees();
    let unbent = Frame::UPRIGHT.about_up(twist).about_front(side);
    let forward = frame.up.dot(unbent.front).atan2(frame.up.dot(unbent.up));
    Bend {
        forward: forward.to_degrees(),
        side,
        twist,
    }
}

/// A joint with each of its angles by [`swing`] turned back by `by`.
pub(crate) fn swung_back(frame: Frame, by: [f64; 3], sign: f64) -> Frame {
    if by.iter().all(|angle| angle.abs() < 1e-9) {
        return frame;
    }
    let [lift, out, turn] = swing(frame, sign);
    Frame::UPRIGHT
        .about_right(lift - by[0])
        .about_front(-sign * (out - by[1]))
        .about_up(-sign * (turn - by[2]))
}

/// A wrist with each of its angles by [`turned`] turned back by `by`.
pub(crate) fn turned_back(frame: Frame, by: [f64; 3], sign: f64) -> Frame {
    if by.iter().all(|angle| angle.abs() < 1e-9) {
        return frame;
    }
    let [palm, wrist, deviation] = turned(frame, sign);
    Frame::UPRIGHT
        .about_up(-sign * (palm - by[0]))
        .about_right(deviation - by[2])
        .about_front(-sign * (wrist - by[1]))
}
