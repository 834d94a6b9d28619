//! The cards that wait for a coordinator, oldest first, and those that were taken out.

use board::protocol::library::CodeCard;
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{card::Card, each::Each},
    features::{
        codes::{sectors::Sectors, wording::language_name},
        fetched::{FetchNotice, Fetched},
    },
    i18n::{self, t, tf, tn},
    paths::Path,
};

/// The queue; each card opens on a page of its own.
#[component]
pub fn WaitingCodes() -> impl IntoView {
    let cards = Fetched::<Vec<CodeCard>>::nothing();
    let lang = Memo::new(move |_| i18n::lang());
    let load = Callback::new(move |()| {
        let lang = lang.get_untracked();
        spawn_local(async move { cards.take(api::codes::waiting(lang.tag()).await) });
    });
    Effect::new(move |_| {
        lang.track();
        load.run(());
    });
    let count = move || cards.value.with(|cards| cards.as_ref().map_or(0, Vec::len));
    let title = move || match count() {
        0 => t(Key::ModerationNone),
        count => tn(Key::ModerationCount, count),
    };
    view! {
        <FetchNotice ready=cards.is_ready() failure=cards.failure on_retry=load/>
        <Show when=move || cards.is_ready().get()>
            <section class="stack">
                <h2>{title}</h2>
                <CodeRows cards/>
            </section>
        </Show>
    }
}

/// The cards that were taken out of the library: each can be read, and published again.
#[component]
pub fn RetiredCodes() -> impl IntoView {
    let cards = Fetched::<Vec<CodeCard>>::nothing();
    let lang = Memo::new(move |_| i18n::lang());
    let load = Callback::new(move |()| {
        let lang = lang.get_untracked();
        spawn_local(async move { cards.take(api::codes::retired(lang.tag()).await) });
    });
    Effect::new(move |_| {
        lang.track();
        load.run(());
    });
    let any = Memo::new(move |_| {
        cards.value.with(|cards| cards.as_ref().is_some_and(|cards| !cards.is_empty()))
    });
    move || {
        any.get().then(|| {
            view! {
                <section class="stack">
                    <h2>{move || t(Key::RetiredCodesTitle)}</h2>
                    <p class="muted">{move || t(Key::RetiredCodesHint)}</p>
                    <CodeRows cards/>
                </section>
            }
        })
    }
}

/// Cards, each with the way to the page that decides about it.
#[component]
fn CodeRows(cards: Fetched<Vec<CodeCard>>) -> impl IntoView {
    let sectors = Sectors::read();
    let row = move |card: CodeCard| {
        let href = Path::decide_code(&card.id);
        let CodeCard { sector, lang, author, situation, .. } = card;
        let tag = lang.clone();
        let facts = move || {
            let author = match &author {
                Some(name) => tf(Key::CodesBy, &[("name", name)]),
                None => t(Key::ModerationUnnamed),
            };
            [sectors.name(&sector), language_name(&lang), author].join(" · ")
        };
        view! {
            <li>
                <Card link=true>
                    <h3 lang=tag><a class="card__link" dir="auto" href=href>{situation}</a></h3>
                    <p class="muted" dir="auto">{facts}</p>
                </Card>
            </li>
        }
    };
    view! {
        <ul class="codelist">
            <Each
                each=move || cards.value.get().unwrap_or_default()
                key=|card| (card.id.clone(), card.version)
                children=row
            />
        </ul>
    }
}
