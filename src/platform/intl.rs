//! Dates, numbers and plural categories by the browser's own `Intl`, in Belgian time.
//!
//! Tables for this in wasm would cost more than all the rest of the languages together. It
//! writes only: what people type is read by `components/date_field/parse.rs`.

use chrono::{Datelike, NaiveDate};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = intlDate)]
    fn intl_date(lang: &str, ms: f64, short: bool) -> String;
    #[wasm_bindgen(js_name = intlMonth)]
    fn intl_month(lang: &str, ms: f64) -> String;
    #[wasm_bindgen(js_name = intlTime)]
    fn intl_time(lang: &str, ms: f64) -> String;
    #[wasm_bindgen(js_name = intlDay)]
    fn intl_day(ms: f64) -> String;
    #[wasm_bindgen(js_name = intlRelative)]
    fn intl_relative(lang: &str, amount: f64, unit: &str) -> String;
    #[wasm_bindgen(js_name = intlNumber)]
    fn intl_number(lang: &str, number: f64) -> String;
    #[wasm_bindgen(js_name = intlList)]
    fn intl_list(lang: &str, parts: Vec<String>) -> String;
    #[wasm_bindgen(js_name = intlPlural)]
    fn intl_plural(lang: &str, number: f64) -> String;
}

const DAY_MS: f64 = 86_400_000.0;

/// "jeudi 26 mars", with the year when it is not the current one.
#[must_use]
pub fn long_date(lang: &str, date: NaiveDate) -> String {
    intl_date(lang, noon(date), false)
}

/// "26 mars", with the year when it is not the current one.
#[must_use]
pub fn short_date(lang: &str, date: NaiveDate) -> String {
    intl_date(lang, noon(date), true)
}

/// "mars", with the year when it is not the current one.
#[must_use]
pub fn month(lang: &str, date: NaiveDate) -> String {
    intl_month(lang, noon(date))
}

/// "jeudi 26 mars, 14 h".
#[must_use]
pub fn date_time(lang: &str, ms: f64) -> String {
    format!("{}, {}", intl_date(lang, ms, false), intl_time(lang, ms))
}

/// "14 h", "14:30".
#[must_use]
pub fn time(lang: &str, ms: f64) -> String {
    intl_time(lang, ms)
}

/// "hier", "dans 3 jours".
#[must_use]
pub fn relative_days(lang: &str, days: i64) -> String {
    intl_relative(lang, days as f64, "day")
}

/// "il y a 5 minutes", "hier": the largest unit that fits, up to days.
#[must_use]
pub fn since(lang: &str, then_ms: f64, now_ms: f64) -> String {
    let seconds = ((now_ms - then_ms) / 1000.0).max(0.0);
    let (amount, unit) = match seconds {
        s if s < 60.0 => (0.0, "minute"),
        s if s < 3600.0 => ((s / 60.0).floor(), "minute"),
        s if s < 86_400.0 => ((s / 3600.0).floor(), "hour"),
        s => ((s / 86_400.0).floor(), "day"),
    };
    intl_relative(lang, -amount, unit)
}

/// The number as people write it.
#[must_use]
pub fn number(lang: &str, number: f64) -> String {
    intl_number(lang, number)
}

/// "a, b et c".
#[must_use]
pub fn list(lang: &str, parts: Vec<String>) -> String {
    intl_list(lang, parts)
}

/// The CLDR category: `one`, `many`, `other` …
#[must_use]
pub fn plural_category(lang: &str, number: f64) -> String {
    intl_plural(lang, number)
}

/// The Belgian date of an instant.
#[must_use]
pub fn day_of(ms: f64) -> NaiveDate {
    let text = intl_day(ms);
    let mut parts = text.split('-').map(|part| part.parse::<u32>().unwrap_or(0));
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let date = year.zip(month).zip(day).and_then(|((year, month), day)| {
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
    });
    date.unwrap_or_default()
}

/// Noon in UTC is the same day in Brussels, summer and winter.
fn noon(date: NaiveDate) -> f64 {
    let days = date.num_days_from_ce() - NaiveDate::default().num_days_from_ce();
    f64::from(days) * DAY_MS + DAY_MS / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noon_of_the_epoch_is_half_a_day() {
        assert_eq!(noon(NaiveDate::default()), DAY_MS / 2.0);
        let march = NaiveDate::from_ymd_opt(2026, 3, 26).unwrap();
        assert_eq!(noon(march), 1_774_526_400_000.0);
    }
}
