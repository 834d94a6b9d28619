//! From which day to which day.

use std::ops::RangeInclusive;

use chrono::{Datelike, Months, NaiveDate};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        choice::{Choice, ChoiceOption},
        date_field::{DateDraft, DateField, date_error_text, parse::DateError},
        form::Form,
        icon::IconName,
    },
    i18n::{t, text},
    platform::{clock, focus},
};

/// The days of a proof.
pub(super) type Days = RangeInclusive<NaiveDate>;

const MONTH: &str = "month";
const THREE: &str = "three";
const OWN: &str = "own";
const FROM: &str = "proof-from";
const UNTIL: &str = "proof-until";

/// From the first day of this month to today.
#[must_use]
pub(super) fn this_month(today: NaiveDate) -> Days {
    today.with_day(1).unwrap_or(today)..=today
}

fn three_months(today: NaiveDate) -> Days {
    today.checked_sub_months(Months::new(3)).unwrap_or(today)..=today
}

/// Why own days cannot be used.
#[derive(Clone, Copy, PartialEq)]
enum Wrong {
    From(DateError),
    Until(DateError),
    Order,
}

fn read(from: DateDraft, until: DateDraft) -> Result<Days, Wrong> {
    let needed = |draft: DateDraft| draft.read().and_then(|day| day.ok_or(DateError::Incomplete));
    let from = needed(from).map_err(Wrong::From)?;
    let until = needed(until).map_err(Wrong::Until)?;
    if from <= until { Ok(from..=until) } else { Err(Wrong::Order) }
}

/// Three answers; own days have a form with two dates.
#[component]
pub(super) fn ChooseDays(
    /// What is chosen.
    days: RwSignal<Days>,
) -> impl IntoView {
    let which = RwSignal::new(MONTH.to_owned());
    let options = vec![
        ChoiceOption::new(MONTH, text(Key::ProofThisMonth)),
        ChoiceOption::new(THREE, text(Key::ProofThreeMonths)),
        ChoiceOption::new(OWN, text(Key::ProofOwnDays)),
    ];
    let choose = move |chosen: String| match &*chosen {
        MONTH => days.set(this_month(clock::today())),
        THREE => days.set(three_months(clock::today())),
        _ => {}
    };
    let own = Memo::new(move |_| which.with(|which| which == OWN));
    view! {
        <Choice
            label=text(Key::ProofPeriod)
            options=Signal::stored(options)
            value=which
            on_choose=choose
        />
        <Show when=move || own.get()><OwnDays days/></Show>
    }
}

#[component]
fn OwnDays(days: RwSignal<Days>) -> impl IntoView {
    let (first, last) = days.get_untracked().into_inner();
    let (from, until) = (DateDraft::new(Some(first)), DateDraft::new(Some(last)));
    let wrong = RwSignal::new(None::<Wrong>);
    let from_error = Signal::derive(move || match wrong.get()? {
        Wrong::From(error) => Some(date_error_text(error, &t(Key::ProofFrom))),
        _ => None,
    });
    let until_error = Signal::derive(move || match wrong.get()? {
        Wrong::Until(error) => Some(date_error_text(error, &t(Key::ProofUntil))),
        Wrong::Order => Some(t(Key::ProofOrder)),
        Wrong::From(_) => None,
    });
    let show = move |()| match untrack(|| read(from, until)) {
        Ok(chosen) => {
            wrong.set(None);
            days.set(chosen);
        }
        Err(found) => {
            wrong.set(Some(found));
            focus::focus_soon(if matches!(found, Wrong::From(_)) { FROM } else { UNTIL });
        }
    };
    view! {
        <Form on_submit=show>
            <DateField label=text(Key::ProofFrom) value=from past=true error=from_error id=FROM/>
            <DateField label=text(Key::ProofUntil) value=until past=true error=until_error id=UNTIL/>
            <div>
                <Button
                    label=text(Key::ProofShow)
                    kind=ButtonKind::Quiet
                    icon=IconName::Eye
                    submit=true
                />
            </div>
        </Form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_end_today() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        assert_eq!(this_month(day(3, 26)), day(3, 1)..=day(3, 26));
        assert_eq!(three_months(day(5, 31)), day(2, 28)..=day(5, 31));
    }
}
