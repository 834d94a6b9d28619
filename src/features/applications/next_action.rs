//! The next thing to do for an application, and the day for it (features.md M13).

use crate::{
    components::{
        button::{Button, ButtonKind},
        date_field::{DateDraft, DateField, date_error_text, parse::DateError},
        form::Form,
        unfold::Unfold,
    },
    features::{
        applications::facts::ApplicationFacts,
        live_text::{LiveText, errors::reject_text},
    },
    i18n::{format, t, text, tf},
    platform::{announce, focus, ids},
    state::board::BoardState,
};
use board::{
    id::ItemId,
    op::{Op, TextField},
};
use chrono::NaiveDate;
use leptos::prelude::*;
use words::Key;

const BUTTON: &str = "change-next-day";

/// The card: words that both may write, and a day that is the mentee's to set.
#[component]
pub(super) fn NextAction(
    /// The application.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<ApplicationFacts>>,
) -> impl IntoView {
    let on = Memo::new(move |_| facts.with(|facts| facts.as_ref().and_then(|f| f.next_on)));
    let may_plan = Memo::new(move |_| facts.with(|f| f.as_ref().is_some_and(|f| f.may_plan)));
    let open = RwSignal::new(false);
    let words = move || match on.get() {
        Some(date) => {
            let (date, away) = (format::long_date(date), format::relative_date(date));
            tf(Key::ApplicationDayIs, &[("date", &date), ("away", &away)])
        }
        None => t(Key::ApplicationDayNone),
    };
    let label = Signal::derive(move || {
        t(if on.get().is_some() { Key::ApplicationDayChange } else { Key::ApplicationDayPick })
    });
    view! {
        <section class="card">
            <h2>{move || t(Key::ApplicationNextAction)}</h2>
            <LiveText
                item=id
                field=TextField::Next
                label=text(Key::ApplicationNextWhat)
                hint=text(Key::ApplicationNextActionHint)
            />
            <p>{words}</p>
            <Show when=move || may_plan.get()>
                <div>
                    <Unfold label=label open=open id=BUTTON>
                        <DayForm id=id on=on open=open/>
                    </Unfold>
                </div>
            </Show>
        </section>
    }
}

/// The day in three parts; empty parts take the day away.
#[component]
fn DayForm(id: ItemId, on: Memo<Option<NaiveDate>>, open: RwSignal<bool>) -> impl IntoView {
    let board = BoardState::expect();
    let draft = DateDraft::new(on.get_untracked());
    let wrong = RwSignal::new(None::<DateError>);
    let error = Signal::derive(move || {
        wrong.get().map(|error| date_error_text(error, &t(Key::ApplicationNextDate)))
    });
    let input = ids::element_id("next-day");
    let target = input.clone();
    let set = move |day: Option<NaiveDate>| {
        match board.act(Op::SetNextDay { item: id, on: day }) {
            Ok(()) => announce::announce(&match day {
                Some(day) => tf(Key::ApplicationDaySaved, &[("date", &format::long_date(day))]),
                None => t(Key::ApplicationDayTaken),
            }),
            Err(reject) => announce::announce(&reject_text(&reject)),
        }
        open.set(false);
        focus::focus_soon(BUTTON);
    };
    let save = move |()| match draft.read() {
        Ok(day) => set(day),
        Err(error) => {
            wrong.set(Some(error));
            focus::focus_soon(target.clone());
        }
    };
    view! {
        <Form on_submit=save>
            <DateField label=text(Key::ApplicationNextDate) value=draft error=error id=input/>
            <div class="row">
                <Button label=text(Key::ActionSave) submit=true/>
                <Show when=move || on.get().is_some()>
                    <Button
                        label=text(Key::ApplicationDayTake)
                        kind=ButtonKind::Quiet
                        on_press=move |()| set(None)
                    />
                </Show>
            </div>
        </Form>
    }
}
