//! Days and times in words, as the app says them.

use crate::pages::Texts;
use board::meeting::DayTime;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use words::{Key, Lang};

const MONTHS: [Key; 12] = [
    Key::MonthNameJanuary,
    Key::MonthNameFebruary,
    Key::MonthNameMarch,
    Key::MonthNameApril,
    Key::MonthNameMay,
    Key::MonthNameJune,
    Key::MonthNameJuly,
    Key::MonthNameAugust,
    Key::MonthNameSeptember,
    Key::MonthNameOctober,
    Key::MonthNameNovember,
    Key::MonthNameDecember,
];

/// "jeudi 26 mars".
pub(super) fn long(texts: Texts<'_>, day: NaiveDate) -> String {
    let weekday = match day.weekday() {
        Weekday::Mon => Key::DayNameMonday,
        Weekday::Tue => Key::DayNameTuesday,
        Weekday::Wed => Key::DayNameWednesday,
        Weekday::Thu => Key::DayNameThursday,
        Weekday::Fri => Key::DayNameFriday,
        Weekday::Sat => Key::DayNameSaturday,
        Weekday::Sun => Key::DayNameSunday,
    };
    // Words of one language need no isolation from each other.
    let parts = [
        ("{weekday}", texts.get(weekday)),
        ("{day}", &number(texts, day)),
        ("{month}", month(texts, day)),
    ];
    let date = texts.get(Key::SimpleDate).to_owned();
    parts.into_iter().fold(date, |date, (place, word)| date.replace(place, word))
}

/// "26 3 2026": a day in a week, as an example of how to write one.
pub(super) fn example(today: NaiveDate) -> String {
    let day = today.checked_add_days(Days::new(7)).unwrap_or(today);
    format!("{} {} {}", day.day(), day.month(), day.year())
}

/// "26 mars".
fn short(texts: Texts<'_>, day: NaiveDate) -> String {
    format!("{} {}", number(texts, day), month(texts, day))
}

/// "26"; French says "1er" of the first one.
fn number(texts: Texts<'_>, day: NaiveDate) -> String {
    let ending = if day.day() == 1 && texts.lang == Lang::Fr { "er" } else { "" };
    format!("{}{ending}", day.day())
}

fn month<'t>(texts: Texts<'t>, day: NaiveDate) -> &'t str {
    texts.get(MONTHS[day.month0() as usize])
}

/// "aujourd’hui", "demain", else with the name of the day.
pub(super) fn near(texts: Texts<'_>, day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0 => texts.get(Key::SimpleToday).to_owned(),
        1 => texts.get(Key::SimpleTomorrow).to_owned(),
        _ => long(texts, day),
    }
}

/// "demain, 14 h".
pub(super) fn when(
    texts: Texts<'_>,
    day: NaiveDate,
    time: Option<DayTime>,
    today: NaiveDate,
) -> String {
    let day = near(texts, day, today);
    let Some(DayTime(minutes)) = time else { return day };
    let (hour, minute) = ((minutes / 60).to_string(), minutes % 60);
    let time = if minute == 0 {
        texts.fill(Key::MeetingHour, &[("h", &hour)])
    } else {
        texts.fill(Key::MeetingHourMinute, &[("h", &hour), ("m", &format!("{minute:02}"))])
    };
    format!("{day}, {time}")
}

/// By when a step is to be done.
pub(super) fn due(texts: Texts<'_>, day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0 => texts.get(Key::StepDueToday).to_owned(),
        1 => texts.get(Key::StepDueTomorrow).to_owned(),
        2..7 => texts.fill(Key::StepDueDay, &[("date", &long(texts, day))]),
        _ => texts.fill(Key::StepDueOn, &[("date", &short(texts, day))]),
    }
}
