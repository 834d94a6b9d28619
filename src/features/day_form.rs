//! A day of something on the board, changed in a small form that opens under its button.

use chrono::NaiveDate;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        date_field::{DateDraft, DateField, date_error_text, parse::DateError},
        form::Form,
        icon::IconName,
        unfold::Unfold,
    },
    i18n::{t, text},
    platform::focus,
};

/// A button that opens the form. Empty parts say what is missing, unless the day may go away.
#[component]
pub fn DayForm(
    /// The question.
    #[prop(into)]
    label: Signal<String>,
    /// The words on the button.
    #[prop(into)]
    button: Signal<String>,
    /// What it is about, for people who hear the button alone.
    #[prop(optional, into)]
    about: Signal<String>,
    /// The day as it is.
    on: Memo<Option<NaiveDate>>,
    /// True where the item can do without a day.
    #[prop(optional)]
    may_go: bool,
    /// True where the question is about a day that was.
    #[prop(optional)]
    past: bool,
    /// Element id of the button, which takes the focus back.
    #[prop(into)]
    id: String,
    /// Called with the new day.
    on_save: Callback<Option<NaiveDate>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let button_id = StoredValue::new(id.clone());
    let keep = Callback::new(move |day: Option<NaiveDate>| {
        open.set(false);
        focus::focus_soon(button_id.get_value());
        on_save.run(day);
    });
    view! {
        <Unfold label=button about=about open=open id=id icon=IconName::Calendar>
            <Parts
                label=label
                on=on
                may_go=may_go
                past=past
                on_save=keep
                input=format!("{}-day", button_id.get_value())
            />
        </Unfold>
    }
}

#[component]
fn Parts(
    label: Signal<String>,
    on: Memo<Option<NaiveDate>>,
    may_go: bool,
    past: bool,
    on_save: Callback<Option<NaiveDate>>,
    input: String,
) -> impl IntoView {
    let draft = DateDraft::new(on.get_untracked());
    let wrong = RwSignal::new(None::<DateError>);
    let error =
        Signal::derive(move || wrong.get().map(|error| date_error_text(error, &label.get())));
    let target = input.clone();
    let save = move |()| {
        let day = draft.read().and_then(|day| match day {
            None if !may_go => Err(DateError::Incomplete),
            day => Ok(day),
        });
        match day {
            Ok(day) => on_save.run(day),
            Err(error) => {
                wrong.set(Some(error));
                focus::focus_soon(target.clone());
            }
        }
    };
    let take = move || {
        (may_go && on.get().is_some()).then(|| {
            view! {
                <Button
                    label=text(Key::ApplicationDayTake)
                    kind=ButtonKind::Quiet
                    on_press=move |()| on_save.run(None)
                />
            }
        })
    };
    view! {
        <Form on_submit=save>
            <DateField label=label value=draft past=past error=error id=input/>
            <div class="row">
                <Button label=Signal::derive(move || t(Key::ActionSave)) submit=true/>
                {take}
            </div>
        </Form>
    }
}
