//! How long a signed-in device stays signed in (sign-in.md steps 4 and 5).

use board::{actor::Role, time::Timestamp};

const MINUTE: i64 = 60 * 1000;
const HOUR: i64 = 60 * MINUTE;
/// A device that is only one person's, counted from its last use.
const OWN_IDLE: i64 = 180 * Timestamp::DAY;
/// A shared device, or one of staff, counted from its last use.
const SHORT_IDLE: i64 = 30 * MINUTE;
/// A shared device, or one of staff, counted from signing in.
const SHORT_LIFE: i64 = 12 * HOUR;

/// The rules of one session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stay {
    /// On a device of the person's own: half a year from the last use.
    Long,
    /// Shared devices and staff: half an hour from the last use, half a day at most.
    Short,
}

impl Stay {
    /// Which rules hold for whom.
    #[must_use]
    pub fn of(role: &Role, own_device: bool) -> Self {
        match role {
            Role::Mentee | Role::Mentor if own_device => Self::Long,
            _ => Self::Short,
        }
    }

    /// Milliseconds without use after which it ends.
    #[must_use]
    pub fn idle(self) -> i64 {
        match self {
            Self::Long => OWN_IDLE,
            Self::Short => SHORT_IDLE,
        }
    }

    /// When a session that is used now ends.
    #[must_use]
    pub fn expires(self, created: Timestamp, now: Timestamp) -> Timestamp {
        let idle = now.0.saturating_add(self.idle());
        match self {
            Self::Long => Timestamp(idle),
            Self::Short => Timestamp(idle.min(created.0.saturating_add(SHORT_LIFE))),
        }
    }

    /// How far the end must move before it is worth a write.
    #[must_use]
    pub fn grain(self) -> i64 {
        match self {
            Self::Long => HOUR,
            Self::Short => MINUTE,
        }
    }
}

/// The hour of a moment: nobody needs to know the minute at which somebody looked.
#[must_use]
pub fn to_the_hour(moment: Timestamp) -> Timestamp {
    Timestamp(moment.0 - moment.0.rem_euclid(HOUR))
}

/// Kind of device in two words, for example "Android, Chrome". Too little to be a fingerprint.
#[must_use]
pub fn device_label(user_agent: &str) -> String {
    const SYSTEMS: [(&str, &str); 7] = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("CrOS", "Chromebook"),
        ("Mac OS X", "Mac"),
        ("Linux", "Linux"),
    ];
    // The order matters: most browsers also name the ones they descend from.
    const BROWSERS: [(&str, &str); 7] = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];
    let named = |table: &[(&str, &'static str)]| {
        table.iter().find(|(sign, _)| user_agent.contains(sign)).map(|(_, name)| *name)
    };
    let names = [named(&SYSTEMS), named(&BROWSERS)];
    names.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_stays_have_an_end_however_much_they_are_used() {
        let start = Timestamp(1_000_000);
        let later = Timestamp(start.0 + SHORT_LIFE - MINUTE);
        assert_eq!(Stay::Short.expires(start, start).0, start.0 + SHORT_IDLE);
        assert_eq!(Stay::Short.expires(start, later).0, start.0 + SHORT_LIFE);
        assert_eq!(Stay::Long.expires(start, later).0, later.0 + OWN_IDLE);
        assert_eq!(Stay::of(&Role::Coordinator, true), Stay::Short);
        assert_eq!(Stay::of(&Role::Mentor, true), Stay::Long);
        assert_eq!(Stay::of(&Role::Mentee, false), Stay::Short);
    }

    #[test]
    fn labels_are_two_words_at_most() {
        let phone =
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/150 Mobile Safari/537";
        assert_eq!(device_label(phone), "Android, Chrome");
        let tablet = "Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) Version/18.0 Safari/604.1";
        assert_eq!(device_label(tablet), "iPad, Safari");
        assert_eq!(device_label("curl/8"), "");
    }

    #[test]
    fn hours_are_whole() {
        assert_eq!(to_the_hour(Timestamp(HOUR * 5 + 1234)), Timestamp(HOUR * 5));
    }
}
