//! The whole plan on paper: A4, black on white, boxes to tick with a pen (features.md A22).
//!
//! It is made when somebody prints and at no other time: five hundred items on a cheap phone
//! would be drawn twice at every change. Only what this person may read is in it.

mod applications;
mod objectives;

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        icon::IconName,
    },
    features::plan_print::{applications::PrintedApplications, objectives::PrintedObjectives},
    i18n::{format, text, tf},
    platform::{clock, print},
    state::board::BoardState,
};

/// The button, and what is on the paper.
#[component]
pub fn PrintPlan() -> impl IntoView {
    let printing = print::watch();
    let label = if BoardState::expect().is_mentee() {
        Key::PlanPrintPrint
    } else {
        Key::PlanPrintPrintMentor
    };
    let press = move |()| {
        printing.set(true);
        print::print_soon();
    };
    let date = move || tf(Key::PlanPrintDate, &[("date", &format::long_date(clock::today()))]);
    view! {
        <div>
            <Button
                label=text(label)
                kind=ButtonKind::Quiet
                icon=IconName::Printer
                on_press=press
            />
        </div>
        {move || printing.get().then(|| view! {
            <div class="printed">
                <p>{date}</p>
                <PrintedObjectives/>
                <PrintedApplications/>
            </div>
        })}
    }
}
