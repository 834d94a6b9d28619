//! The cards a person wrote, and what became of each.

use board::protocol::library::{CardState, CodeCard};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::ButtonKind,
        card::{Card, CardKind},
        chip::Chip,
        each::Each,
        empty_state::EmptyState,
        icon::IconName,
        link_button::LinkButton,
    },
    features::{
        codes::wording::{state_key, state_look},
        fetched::{CopyNote, FetchNotice, Fetched},
    },
    i18n::{self, t, text},
    paths::Path,
};

/// The list, newest first.
#[component]
pub fn OwnCodes() -> impl IntoView {
    let cards = Fetched::<Vec<CodeCard>>::nothing();
    let lang = Memo::new(move |_| i18n::lang());
    let load = Callback::new(move |()| {
        let lang = lang.get_untracked();
        spawn_local(async move {
            let lang = lang.tag();
            cards.take_or_copy(&format!("own-codes:{lang}"), api::codes::own(lang).await).await;
        });
    });
    Effect::new(move |_| {
        lang.track();
        load.run(());
    });
    let empty =
        Memo::new(move |_| cards.value.with(|cards| cards.as_ref().is_some_and(Vec::is_empty)));
    let list = move || cards.value.get().unwrap_or_default();
    view! {
        <FetchNotice ready=cards.is_ready() failure=cards.failure on_retry=load/>
        <CopyNote kept=cards.kept/>
        <Show when=move || empty.get()>
            <EmptyState title=text(Key::CodesOwnEmpty) text=text(Key::CodesWriteLead)>
                <LinkButton
                    label=text(Key::CodesWrite)
                    href=Path::WriteCode.href()
                    icon=IconName::Pencil
                />
            </EmptyState>
        </Show>
        <ul class="stack">
            <Each
                each=list
                key=|card| (card.id.clone(), card.version, card.lang.clone())
                children=|card| view! { <li><OwnCard card/></li> }
            />
        </ul>
    }
}

/// One card: where it stands, the coordinator's word, and the way to change or to read it.
#[component]
fn OwnCard(card: CodeCard) -> impl IntoView {
    let (icon, kind) = state_look(&card.state);
    let attend = if card.state == CardState::Returned { CardKind::Attend } else { CardKind::Plain };
    let link = match card.state {
        CardState::Published => Some((Key::CodesOwnRead, Path::code(&card.id))),
        CardState::Returned => Some((Key::CodesOwnChange, Path::rewrite_code(&card.id))),
        CardState::Waiting => Some((Key::CodesOwnEdit, Path::rewrite_code(&card.id))),
        CardState::Retired | CardState::Other(_) => None,
    };
    let state = Signal::derive({
        let state = card.state.clone();
        move || t(state_key(&state))
    });
    let reply = Some(card.reply).filter(|reply| !reply.is_empty());
    view! {
        <Card kind=attend>
            <h2 dir="auto" lang=card.lang>{card.situation}</h2>
            <div><Chip label=state kind=kind icon=icon/></div>
            {reply.map(|reply| view! {
                <p class="muted">{move || t(Key::CodesOwnReply)}</p>
                <p class="keep-lines" dir="auto">{reply}</p>
            })}
            {link.map(|(label, href)| view! {
                <div><LinkButton label=text(label) href=href kind=ButtonKind::Quiet/></div>
            })}
        </Card>
    }
}
