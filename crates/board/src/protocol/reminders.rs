//! Reminders that need no open app: what for, how, and when not (features.md A18).

use crate::{actor::Role, closed_enum::closed_enum, meeting::DayTime};
use wire::Wire;

closed_enum! {
    /// What somebody is reminded of.
    ReminderKind {
        /// A meeting, or a visit to a service.
        Meeting = "meeting",
        /// The other one wrote, or has an idea.
        Wrote = "wrote",
        /// The day of something to do.
        Next = "next",
        /// An employer who does not answer.
        Answer = "answer",
        /// A referral that nobody spoke of for a while.
        Referral = "referral",
        /// A day that must not be missed.
        KeyDate = "key_date",
        /// The agreement, which waits for a signature.
        Agreement = "agreement",
        /// How it goes, once a month.
        Pulse = "pulse",
    }
}

impl ReminderKind {
    /// Whether somebody with this role is reminded of it: applications and key dates are the
    /// mentee's.
    #[must_use]
    pub fn concerns(self, role: &Role) -> bool {
        match self {
            Self::Answer | Self::KeyDate => *role == Role::Mentee,
            _ => matches!(role, Role::Mentee | Role::Mentor),
        }
    }
}

closed_enum! {
    /// How a reminder comes.
    Channel {
        /// Not at all.
        Off = "off",
        /// On the devices that were chosen, also while the app is closed.
        Push = "push",
        /// By e-mail.
        Mail = "mail",
    }
}

/// How somebody is reminded of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReminderChoice {
    /// Of what.
    pub kind: ReminderKind,
    /// How.
    pub channel: Channel,
}

/// Hours in which nothing comes, in Belgium. What was to come then comes afterwards, if it is
/// still true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct QuietHours {
    /// The first minute.
    pub from: DayTime,
    /// The first minute that is not quiet any more.
    pub until: DayTime,
}

/// From nine in the evening to eight in the morning.
pub const QUIET_HOURS: QuietHours = QuietHours { from: DayTime(21 * 60), until: DayTime(8 * 60) };

impl QuietHours {
    /// Whether this time of the day is among them. They may go over midnight.
    #[must_use]
    pub fn covers(self, time: DayTime) -> bool {
        if self.from <= self.until {
            (self.from..self.until).contains(&time)
        } else {
            time >= self.from || time < self.until
        }
    }

    /// Minutes until they begin, from a time of the day on; a day when they never do.
    #[must_use]
    pub fn minutes_until(self, time: DayTime) -> u16 {
        const DAY: u16 = 24 * 60;
        if self.from == self.until || self.from == time {
            return DAY;
        }
        (self.from.0 + DAY - time.0) % DAY
    }
}

/// What a person chose, and what this device does.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reminders {
    /// Everything this person can be reminded of, in the order of the page.
    pub choices: Vec<ReminderChoice>,
    /// When nothing comes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quiet: Option<QuietHours>,
    /// Where e-mails go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Whether reminders come to the device that asks.
    pub here: bool,
    /// To how many devices they come.
    pub devices: u32,
    /// The key by which a browser knows this server (RFC 8292), as it wants it.
    pub push_key: String,
}

/// Changes what a person chose, all of it. What is not among the choices is off.
#[derive(Clone, Debug, Default, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SetReminders {
    /// How the person is reminded of what.
    pub choices: Vec<ReminderChoice>,
    /// When nothing comes; never, when it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quiet: Option<QuietHours>,
    /// Where e-mails go; as before, when it is left out. An empty one erases it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// Where a browser gets what is sent to it: what its `PushSubscription` says.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PushDevice {
    /// An address at the browser's push service.
    pub endpoint: String,
    /// The browser's public key (RFC 8291).
    pub p256dh: String,
    /// The secret the browser made for it.
    pub auth: String,
}

/// What became of a trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Trial {
    /// Whether the browser's push service took it.
    pub sent: bool,
}

/// What is kept of a person's reminders, to take along.
#[derive(Clone, Debug, Default, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct MyReminders {
    /// How the person is reminded of what.
    pub choices: Vec<ReminderChoice>,
    /// When nothing comes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quiet: Option<QuietHours>,
    /// The devices they come to, by the name of their push service.
    pub services: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_hours_may_go_over_midnight() {
        let at = |hour: u16| DayTime(hour * 60);
        let covered = |quiet: QuietHours| -> Vec<u16> {
            (0..24).filter(|hour| quiet.covers(at(*hour))).collect()
        };
        assert_eq!(covered(QUIET_HOURS), [0, 1, 2, 3, 4, 5, 6, 7, 21, 22, 23]);
        let noon = QuietHours { from: at(12), until: at(14) };
        assert_eq!(covered(noon), [12, 13]);
        assert_eq!(covered(QuietHours { from: at(9), until: at(9) }), Vec::<u16>::new());
        assert_eq!(QUIET_HOURS.minutes_until(at(20)), 60);
        assert_eq!(noon.minutes_until(at(13)), 23 * 60);
    }
}
