//! The reminders a person chose, on the page of all data.

use super::list;
use crate::pages::Texts;
use board::{
    meeting::DayTime,
    protocol::reminders::{Channel, MyReminders, ReminderChoice, ReminderKind},
};
use maud::{Markup, html};
use words::Key;

pub(super) fn markup(texts: Texts<'_>, reminders: Option<&MyReminders>) -> Markup {
    let lines = reminders.into_iter().flat_map(|chosen| {
        let quiet = chosen.quiet.map(|quiet| {
            let hours = format!("{} – {}", time(quiet.from), time(quiet.until));
            html! { (texts.get(Key::DataRemindersQuiet)) ", " (hours) }
        });
        let service = |host: &String| html! { code { (host) } };
        let services = chosen.services.iter().map(service);
        chosen.choices.iter().map(|one| choice(texts, one)).chain(quiet).chain(services)
    });
    list(texts, Key::DataRemindersTitle, lines)
}

fn choice(texts: Texts<'_>, choice: &ReminderChoice) -> Markup {
    let kind = match choice.kind {
        ReminderKind::Meeting => Key::NudgeTomorrow,
        ReminderKind::Wrote => Key::NudgeWrote,
        ReminderKind::Next => Key::NudgeNext,
        ReminderKind::Answer => Key::NudgeAnswer,
        ReminderKind::Referral => Key::NudgeReferral,
        ReminderKind::KeyDate => Key::NudgeKeyDate,
        ReminderKind::Agreement => Key::NudgeAgreement,
        ReminderKind::Pulse => Key::NudgePulse,
    };
    let channel = match choice.channel {
        Channel::Off => Key::DataRemindersOff,
        Channel::Push => Key::DataRemindersPush,
        Channel::Mail => Key::DataRemindersMail,
    };
    html! { "“" (texts.get(kind)) "” " (texts.get(channel)) }
}

fn time(time: DayTime) -> String {
    format!("{:02}:{:02}", time.0 / 60, time.0 % 60)
}
