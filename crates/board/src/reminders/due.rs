//! Which of the occasions are told now: by what the person chose, outside the quiet hours, and
//! each once.

use super::occasions::{Occasion, Says};
use crate::{
    meeting::DayTime,
    protocol::reminders::{Channel, QuietHours, ReminderChoice, ReminderKind},
};
use chrono::{NaiveDateTime, Timelike};
use std::collections::BTreeSet;

/// What was told before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The keys of what was told.
    pub keys: BTreeSet<String>,
    /// Whether a message of the other one was told today: once a day is enough.
    pub wrote_today: bool,
}

/// One reminder: several occasions of which the same is said are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// What is said.
    pub says: Says,
    /// How.
    pub channel: Channel,
    /// What it stands for.
    pub keys: Vec<String>,
}

/// The reminders to send to one person now.
#[must_use]
pub fn due(
    occasions: &[Occasion],
    choices: &[ReminderChoice],
    quiet: Option<QuietHours>,
    told: &Told,
    now: NaiveDateTime,
) -> Vec<Due> {
    if quiet.is_some_and(|quiet| quiet.covers(day_time(now))) {
        return Vec::new();
    }
    let mut found: Vec<Due> = Vec::new();
    for Occasion { says, key } in occasions {
        let channel = channel(choices, says.kind());
        let is_enough = *says == Says::Wrote && told.wrote_today;
        if channel == Channel::Off || is_enough || told.keys.contains(key) {
            continue;
        }
        match found.iter_mut().find(|one| one.says == *says) {
            Some(one) => one.keys.push(key.clone()),
            None => found.push(Due { says: *says, channel, keys: vec![key.clone()] }),
        }
    }
    found
}

/// What the person chose for a kind; nothing was chosen means off.
#[must_use]
pub fn channel(choices: &[ReminderChoice], kind: ReminderKind) -> Channel {
    let chosen = choices.iter().find(|choice| choice.kind == kind);
    chosen.map_or(Channel::Off, |choice| choice.channel)
}

/// The time of the day that a clock on the wall shows.
#[must_use]
pub fn day_time(now: NaiveDateTime) -> DayTime {
    let minutes = now.hour() * 60 + now.minute();
    DayTime(u16::try_from(minutes).unwrap_or_default())
}

#[cfg(test)]
mod tests;
