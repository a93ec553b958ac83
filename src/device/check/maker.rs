//! Whose rules a device follows, as far as can be told.

/// The maker of the device, or of its system: makers differ in what they let a browser do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Maker {
    /// An iPhone or iPad: all its browsers follow Safari's rules.
    AppleTouch,
    /// An Android device.
    Android,
    /// A computer, or a device that does not say what it is.
    #[default]
    Other,
}

impl Maker {
    /// The maker that a user agent string points to. An iPad calls itself a Mac, but no Mac has a screen that takes
    /// several touch points.
    pub fn of(user_agent: &str, touch_points: u32) -> Self {
        let says = |word| user_agent.contains(word);
        if says("iPhone") || says("iPad") || (says("Macintosh") && touch_points > 1) {
            Self::AppleTouch
        } else if says("Android") {
            Self::Android
        } else {
            Self::Other
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ipad_that_calls_itself_a_mac_is_known_by_its_touch() {
        let mac =
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15";
        let iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15";
        let pixel = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0";
        let linux = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0";
        assert_eq!(Maker::of(mac, 0), Maker::Other);
        assert_eq!(Maker::of(mac, 5), Maker::AppleTouch);
        assert_eq!(Maker::of(iphone, 5), Maker::AppleTouch);
        assert_eq!(Maker::of(pixel, 5), Maker::Android);
        assert_eq!(Maker::of(linux, 10), Maker::Other);
    }
}
