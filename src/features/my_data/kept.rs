//! What we keep, in plain words, and the two ways to take it along.

use leptos::prelude::*;
use words::Key;

use crate::{
    api,
    components::{
        button::ButtonKind,
        icon::{Icon, IconName},
        notice::{Notice, NoticeKind},
    },
    i18n::t,
    state::{board::BoardState, connection::Delivery},
};

/// A list of what is kept, for how long, and what is not.
#[component]
pub fn WhatIsKept() -> impl IntoView {
    let own = if BoardState::expect().is_mentee() {
        [Key::MyDataKeepPlan, Key::MyDataKeepFiles]
    } else {
        [Key::MyDataKeepMentor, Key::MyDataKeepHours]
    };
    let [first, second] = own;
    let own = [Key::MyDataKeepName, first, second, Key::MyDataKeepDevices, Key::MyDataKeepDrafts];
    view! {
        <section class="card">
            <h2>{move || t(Key::MyDataKept)}</h2>
            <ul class="stack stack--tight">
                {own.map(|key| view! { <li>{move || t(key)}</li> }).into_iter().collect_view()}
            </ul>
            <p>{move || t(Key::MyDataNever)}</p>
            <p>{move || t(Key::MyDataLong)}</p>
        </section>
    }
}

/// Two links: to read, and for another program.
#[component]
pub fn TakeData() -> impl IntoView {
    let board = BoardState::expect();
    let away = Memo::new(move |_| matches!(board.delivery(), Delivery::Waiting(_)));
    view! {
        <section class="card">
            <h2>{move || t(Key::MyDataTake)}</h2>
            <p>{move || t(Key::MyDataTakeLead)}</p>
            <Show when=move || away.get()>
                <Notice kind=NoticeKind::Attend><p>{move || t(Key::MyDataAway)}</p></Notice>
            </Show>
            <div class="row">
                <a
                    class=ButtonKind::Main.class()
                    href=api::account::data_page()
                    target="_blank"
                    rel="external noopener"
                >
                    <Icon name=IconName::Eye/>
                    <span>{move || t(Key::MyDataRead)}</span>
                </a>
                <a
                    class=ButtonKind::Quiet.class()
                    href=api::account::data()
                    download="passerelle.json"
                    rel="external"
                >
                    <Icon name=IconName::Down/>
                    <span>{move || t(Key::MyDataJson)}</span>
                </a>
            </div>
            <p class="muted">{move || t(Key::MyDataJsonHint)}</p>
        </section>
    }
}
