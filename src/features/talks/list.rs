//! The talks that were noted, newest first; one's own can be changed and taken away.

use board::{
    id::{ContactId, DuoId},
    protocol::contacts::{NewContact, OfficeContact},
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::{Button, ButtonKind},
        chip::Chip,
        each::Each,
        icon::IconName,
        undo_bar::UndoBar,
        unfold::Unfold,
    },
    features::{
        api_error::api_error_text,
        talks::{
            form::TalkForm,
            wording::{Names, channel_key},
        },
    },
    i18n::{
        format::{long_date, short_date},
        t, text, tf,
    },
    platform::{announce::announce, focus},
};

/// The list, with the way back after a removal.
#[component]
pub fn TalkList(
    /// Of which duo.
    duo: DuoId,
    /// Who the two are.
    names: Memo<Names>,
    /// What the server said last.
    talks: RwSignal<Option<Vec<OfficeContact>>>,
    /// The element that takes the focus when the row with it goes away.
    heading: &'static str,
    /// Reads them anew.
    on_change: Callback<()>,
) -> impl IntoView {
    let gone = RwSignal::new(None::<NewContact>);
    let remove = Callback::new(move |talk: OfficeContact| {
        spawn_local(async move {
            match api::contacts::remove(talk.id, talk.version).await {
                Ok(()) => {
                    gone.try_set(Some(talk.said));
                    focus::focus_soon(heading);
                }
                Err(error) => announce(&api_error_text(&error)),
            }
            on_change.try_run(());
        });
    });
    let put_back = Callback::new(move |()| {
        let Some(said) = gone.get_untracked() else { return };
        gone.set(None);
        spawn_local(async move {
            match api::contacts::add(duo, &said).await {
                Ok(_) => {
                    announce(&t(Key::TalkSaved));
                    focus::focus_soon(heading);
                    on_change.try_run(());
                }
                Err(error) => announce(&api_error_text(&error)),
            }
        });
    });
    let rows = move || talks.get().unwrap_or_default();
    let none = move || talks.with(|talks| talks.as_ref().is_some_and(Vec::is_empty));
    let undo = move || {
        gone.with(Option::is_some).then(|| {
            view! {
                <UndoBar
                    text=text(Key::TalkRemoved)
                    on_undo=put_back
                    on_close=move |()| gone.set(None)
                />
            }
        })
    };
    view! {
        {move || none().then(|| view! { <p class="muted">{t(Key::TalkNone)}</p> })}
        <ul class="stack">
            <Each each=rows key=|talk| (talk.id, talk.version) let:talk>
                <Talk duo=duo names=names talk=talk on_remove=remove on_change=on_change/>
            </Each>
        </ul>
        {undo}
    }
}

#[component]
fn Talk(
    duo: DuoId,
    names: Memo<Names>,
    talk: OfficeContact,
    on_remove: Callback<OfficeContact>,
    on_change: Callback<()>,
) -> impl IntoView {
    let NewContact { with, day, channel, follow_up, note } = talk.said.clone();
    let (id, own, author) = (talk.id, talk.own, talk.author.clone());
    let line = Signal::derive(move || {
        let who = names.with(|names| names.who(with));
        let values = [("date", long_date(day)), ("who", who), ("channel", t(channel_key(channel)))];
        tf(Key::TalkLine, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    });
    let again = follow_up.map(|day| {
        let label = Signal::derive(move || tf(Key::TalkAgain, &[("date", &short_date(day))]));
        view! { <div><Chip label=label icon=IconName::Calendar/></div> }
    });
    let note = (!note.is_empty()).then(|| {
        view! { <p class="keep-lines" dir="auto">{note.clone()}</p> }
    });
    let by = move || tf(Key::TalkBy, &[("name", &author)]);
    let talk = StoredValue::new(talk);
    let actions = own.then(|| {
        view! { <OwnTalk duo id names talk line on_remove on_change/> }
    });
    view! {
        <li class="card stack stack--tight">
            <p><strong>{line}</strong></p>
            {again}
            {note}
            <p class="muted">{by}</p>
            {actions}
        </li>
    }
}

/// What the author can do.
#[component]
fn OwnTalk(
    duo: DuoId,
    id: ContactId,
    names: Memo<Names>,
    talk: StoredValue<OfficeContact>,
    line: Signal<String>,
    on_remove: Callback<OfficeContact>,
    on_change: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let button = format!("talk-{id}-edit");
    let back = StoredValue::new(button.clone());
    let done = Callback::new(move |()| {
        open.set(false);
        focus::focus_soon(back.get_value());
        on_change.run(());
    });
    view! {
        <div class="row">
            <Unfold label=text(Key::ActionEdit) about=line open=open id=button>
                <TalkForm
                    duo=duo
                    names=names.get_untracked()
                    known=Some(talk.get_value())
                    form=format!("talk-{id}")
                    on_done=done
                />
            </Unfold>
            <Button
                label=text(Key::ActionRemove)
                about=line
                kind=ButtonKind::Quiet
                on_press=move |()| on_remove.run(talk.get_value())
            />
        </div>
    }
}
