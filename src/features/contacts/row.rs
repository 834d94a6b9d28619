//! One person who can help: how to reach them, when the two last talked.

use board::{
    contact::Contact,
    id::ItemId,
    op::{Op, TextField},
    permit::{Action, may},
};
use chrono::NaiveDate;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        card::Card,
        icon::IconName,
        unfold::Unfold,
    },
    features::{
        day_form::DayForm,
        live_text::{LiveText, errors::reject_text},
        privacy::{PrivacyChip, PrivacySwitch},
        reach::ReachLinks,
    },
    i18n::{format, t, text, tf},
    platform::{announce::announce, clock},
    state::board::BoardState,
};

/// The id of the heading of a row.
pub(super) fn row_id(contact: ItemId) -> String {
    format!("contact-{contact}")
}

/// The card, with what one wants to do at once; changing it is one press further.
#[component]
pub(super) fn ContactRow(
    /// The contact.
    id: ItemId,
    /// Called when the person removes it.
    on_remove: Callback<ItemId>,
) -> impl IntoView {
    let board = BoardState::expect();
    let found = board.item(id);
    let line = move |read: fn(&Contact) -> &str| {
        let line = Memo::new(move |_| {
            found.with(|found| {
                let contact = found.as_ref().and_then(|(_, item)| item.as_contact());
                contact.map(|contact| read(contact).to_owned()).unwrap_or_default()
            })
        });
        Signal::derive(move || line.get())
    };
    let may_do = move |action: Action| {
        Memo::new(move |_| {
            found.with(|found| {
                found.as_ref().is_some_and(|(side, item)| may(&board.actor(), action, *side, item))
            })
        })
    };
    let name = line(|contact| &contact.title.text);
    let (known, help) = (line(|it| &it.source.text), line(|it| &it.notes.text));
    let reach = line(|contact| &contact.contact.text);
    let side = Memo::new(move |_| found.with(|found| found.as_ref().map(|(side, _)| *side)));
    let may_write = may_do(Action::Write);
    let open = RwSignal::new(false);
    let words = |words: Signal<String>| {
        move || {
            let words = words.get();
            (!words.is_empty()).then(|| view! { <p class="keep-lines" dir="auto">{words}</p> })
        }
    };
    let edit = move || view! { <Edit id name on_remove/> };
    view! {
        <Card>
            <h2 id=row_id(id) tabindex="-1" dir="auto">{name}</h2>
            {words(known)}
            {words(help)}
            {words(reach)}
            <div class="row"><ReachLinks words=reach who=name/></div>
            <LastTalk id name/>
            <div class="row">
                {move || side.get().map(|side| view! { <PrivacyChip side=side/> })}
                <PrivacySwitch item=id about=name/>
            </div>
            <Show when=move || may_write.get()>
                <div>
                    <Unfold
                        label=text(Key::ActionEdit)
                        about=name
                        open=open
                        id=format!("contact-edit-{id}")
                    >
                        {edit()}
                    </Unfold>
                </div>
            </Show>
        </Card>
    }
}

/// When the two last talked; "today" is one press.
#[component]
fn LastTalk(id: ItemId, name: Signal<String>) -> impl IntoView {
    let board = BoardState::expect();
    let found = board.item(id);
    let last = Memo::new(move |_| {
        found.with(|found| found.as_ref().and_then(|(_, item)| item.as_contact()?.last))
    });
    let may_plan = Memo::new(move |_| {
        found.with(|found| {
            found
                .as_ref()
                .is_some_and(|(side, item)| may(&board.actor(), Action::Plan, *side, item))
        })
    });
    let words = move || match last.get() {
        Some(day) => {
            let (date, away) = (format::short_date(day), format::relative_date(day));
            tf(Key::ContactLast, &[("date", &date), ("away", &away)])
        }
        None => t(Key::ContactNever),
    };
    let set = move |day: Option<NaiveDate>| match board.act(Op::SetDay { item: id, on: day }) {
        Ok(()) => announce(&untrack(words)),
        Err(reject) => announce(&reject_text(&reject)),
    };
    let save = Callback::new(set);
    let not_today = move || may_plan.get() && last.get() != Some(clock::today());
    view! {
        <p>{words}</p>
        <Show when=not_today>
            <div>
                <Button
                    label=text(Key::ContactToday)
                    about=name
                    kind=ButtonKind::Quiet
                    icon=IconName::Check
                    on_press=move |()| set(Some(clock::today()))
                />
            </div>
        </Show>
        <Show when=move || may_plan.get()>
            <div>
                <DayForm
                    label=text(Key::ContactDay)
                    button=text(Key::ContactOtherDay)
                    about=name
                    on=last
                    may_go=true
                    past=true
                    id=format!("contact-day-{id}")
                    on_save=save
                />
            </div>
        </Show>
    }
}

#[component]
fn Edit(id: ItemId, name: Signal<String>, on_remove: Callback<ItemId>) -> impl IntoView {
    let board = BoardState::expect();
    let found = board.item(id);
    let may_remove = Memo::new(move |_| {
        found.with(|found| {
            found
                .as_ref()
                .is_some_and(|(side, item)| may(&board.actor(), Action::Remove, *side, item))
        })
    });
    view! {
        <LiveText item=id field=TextField::Title label=text(Key::ContactName)/>
        <LiveText item=id field=TextField::Source label=text(Key::ContactKnown)/>
        <LiveText item=id field=TextField::Notes label=text(Key::ContactHelp) multiline=true/>
        <LiveText item=id field=TextField::Contact label=text(Key::ContactReach)/>
        <Show when=move || may_remove.get()>
            <div>
                <Button
                    label=text(Key::ContactRemove)
                    about=name
                    kind=ButtonKind::Stop
                    on_press=move |()| on_remove.run(id)
                />
            </div>
        </Show>
    }
}
