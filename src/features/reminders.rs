//! At most one line on "this week" about a referral or a key date (features.md T10, M30).

use board::{
    id::ItemId,
    key_date::REMINDER_DAYS,
    reminders::{ReferralReminder, key_date_reminder, referral_reminder},
    world::World,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::icon::{Icon, IconName},
    features::removed::item_name,
    i18n::{format, t, tf},
    paths::Path,
    platform::clock,
    state::board::{BoardState, now},
};

/// What is worth a word.
#[derive(Clone, Debug, PartialEq)]
pub enum Reminder {
    /// A key date, and what it is called.
    Date(NaiveDate, String),
    /// A quiet referral, and what the service is called.
    Referral(ReferralReminder, ItemId, String),
}

impl Reminder {
    /// Where it leads.
    #[must_use]
    pub fn path(&self) -> Path {
        match self {
            Self::Date(..) => Path::KeyDates,
            Self::Referral(_, id, _) => Path::Referral(id.0),
        }
    }

    /// Whether it comes before everything else that waits: a key date within a week.
    #[must_use]
    pub fn is_near(&self) -> bool {
        let [_, second] = REMINDER_DAYS;
        matches!(self, Self::Date(on, _) if (*on - clock::today()).num_days() <= second)
    }

    fn name(&self) -> &str {
        match self {
            Self::Date(_, name) | Self::Referral(.., name) => name,
        }
    }

    /// What is asked or said; tracked.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Date(on, _) => tf(
                Key::ReminderDate,
                &[("date", &format::short_date(*on)), ("away", &format::relative_date(*on))],
            ),
            Self::Referral(ReferralReminder::AskNews, ..) => t(Key::ReminderNews),
            Self::Referral(ReferralReminder::AskOutcome, ..) => t(Key::ReminderOutcome),
        }
    }
}

/// What comes first, if anything does; tracked.
#[must_use]
pub fn first_reminder(board: BoardState) -> Option<Reminder> {
    board.view().with(most_urgent)
}

/// A link to it. Never red, no count.
#[component]
pub fn ReminderLine(
    /// What to say.
    reminder: Reminder,
) -> impl IntoView {
    let icon = match reminder {
        Reminder::Date(..) => IconName::Calendar,
        Reminder::Referral(..) => IconName::Flag,
    };
    let (href, name) = (reminder.path().href(), reminder.name().to_owned());
    view! {
        <a class="message message--own" href=href>
            <Icon name=icon/>
            <span class="message__words">
                {move || reminder.words()}
                <span class="message__about" dir="auto">{name}</span>
            </span>
        </a>
    }
}

/// A key date before a referral, the nearer date first, the older question first.
fn most_urgent(world: &World) -> Option<Reminder> {
    let (today, now) = (clock::today(), now());
    let dates = world.items().filter_map(|(_, item)| {
        key_date_reminder(item, today)?;
        Some((item.as_key_date()?.on, item))
    });
    if let Some((on, item)) = dates.min_by_key(|(on, item)| (*on, item.id)) {
        return Some(Reminder::Date(on, item_name(item)));
    }
    let referrals = world
        .items()
        .filter_map(|(_, item)| Some((referral_reminder(item, now)?, item)))
        .max_by_key(|(ask, item)| (*ask, std::cmp::Reverse((item.changed, item.id))));
    referrals.map(|(ask, item)| Reminder::Referral(ask, item.id, item_name(item)))
}
