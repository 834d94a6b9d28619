//! One key date: what it is, when, and how many days are left.

use board::{
    id::ItemId,
    key_date::KeyDateKind,
    op::{Op, TextField},
    permit::{Action, may},
};
use chrono::NaiveDate;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        card::{Card, CardKind},
        chip::Chip,
        icon::IconName,
        unfold::Unfold,
    },
    features::{
        day_form::DayForm,
        key_dates::wording::{kind_key, when_words},
        live_text::{LiveText, errors::reject_text},
        privacy::{PrivacyChip, PrivacySwitch},
    },
    i18n::{t, text, tf},
    platform::announce::announce,
    state::board::BoardState,
};

/// The id of the heading of a row.
pub(super) fn row_id(date: ItemId) -> String {
    format!("key-date-{date}")
}

/// The card; a day gone by is quiet, never red.
#[component]
pub(super) fn KeyDateRow(
    /// The date.
    id: ItemId,
    /// Whether the day is over.
    #[prop(optional)]
    over: bool,
    /// Called when the person removes it.
    on_remove: Callback<ItemId>,
) -> impl IntoView {
    let board = BoardState::expect();
    let found = board.item(id);
    let what = Memo::new(move |_| {
        found.with(|found| {
            let (side, item) = found.as_ref()?;
            let date = item.as_key_date()?;
            let kind: KeyDateKind = date.kind.clone();
            let may_plan = may(&board.actor(), Action::Plan, *side, item);
            Some((date.title.text.clone(), kind, date.on, *side, may_plan))
        })
    });
    let title = Signal::derive(move || {
        what.with(|it| it.as_ref().map(|it| it.0.clone()).unwrap_or_default())
    });
    let kind = Signal::derive(move || {
        what.with(|it| it.as_ref().map(|it| kind_key(&it.1))).map(t).unwrap_or_default()
    });
    let on = Memo::new(move |_| what.with(|it| it.as_ref().map(|it| it.2)));
    let side = Memo::new(move |_| what.with(|it| it.as_ref().map(|it| it.3)));
    let may_plan = Memo::new(move |_| what.with(|it| it.as_ref().is_some_and(|it| it.4)));
    let words = move || on.get().map(when_words);
    let open = RwSignal::new(false);
    let save = Callback::new(move |day: Option<NaiveDate>| {
        let Some(day) = day else { return };
        match board.act(Op::SetDay { item: id, on: Some(day) }) {
            Ok(()) => {
                let when = untrack(|| when_words(day));
                announce(&tf(Key::ApplicationDaySaved, &[("date", &when)]));
            }
            Err(reject) => announce(&reject_text(&reject)),
        }
    });
    let edit = move || {
        view! {
            <LiveText item=id field=TextField::Title label=text(Key::KeyDateTitle)/>
            <LiveText
                item=id
                field=TextField::Notes
                label=text(Key::KeyDateNotes)
                hint=text(Key::ReferralNoNumbers)
                multiline=true
            />
            <div>
                <DayForm
                    label=text(Key::KeyDateDay)
                    button=text(Key::ApplicationDayChange)
                    about=title
                    on=on
                    id=format!("key-date-change-{id}")
                    on_save=save
                />
            </div>
            <div>
                <Button
                    label=text(Key::KeyDateRemove)
                    about=title
                    kind=ButtonKind::Stop
                    on_press=move |()| on_remove.run(id)
                />
            </div>
        }
    };
    let card = if over { CardKind::Done } else { CardKind::Plain };
    view! {
        <Card kind=card>
            <h3 id=row_id(id) tabindex="-1" dir="auto">{title}</h3>
            <p><strong>{words}</strong></p>
            <div class="row">
                <Chip label=kind icon=IconName::Calendar/>
                {move || side.get().map(|side| view! { <PrivacyChip side=side/> })}
                <PrivacySwitch item=id about=title/>
            </div>
            <Show when=move || may_plan.get()>
                <div>
                    <Unfold
                        label=text(Key::ActionEdit)
                        about=title
                        open=open
                        id=format!("key-date-edit-{id}")
                    >
                        {edit()}
                    </Unfold>
                </div>
            </Show>
        </Card>
    }
}
