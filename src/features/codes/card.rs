//! The work on one card: reading and hearing it, saying what one thinks, asking.

use board::protocol::library::{CardState, CodeCard};
use leptos::prelude::*;
use words::Key;

use crate::{
    api::http::ApiError,
    components::{
        button::ButtonKind, chip::Chip, icon::IconName, link_button::LinkButton, notice::Notice,
    },
    features::{
        codes::{
            ask::AskLibrary,
            face::{CodeFace, Listen},
            hub::knows_a_trade,
            mark::{MarkChoice, MarkSeen, Marked, Marking},
            verdict::VerdictForm,
            votes::Votes,
            wording::{language_name, state_key, state_look, words_of},
        },
        fetched::{FetchNotice, Fetched},
    },
    i18n::{self, t, text, tf},
    paths::Path,
    state::{board::BoardState, session::SessionState},
};

/// The card, then the person's part: the mentee marks and asks, the mentor sees and confirms.
#[component]
pub fn CardWork(
    /// The card.
    card: Fetched<CodeCard>,
    /// What the mentee says of it.
    marked: Memo<Option<Marked>>,
    /// Tries again to read the card.
    on_retry: Callback<()>,
) -> impl IntoView {
    let board = use_context::<BoardState>();
    let marking = Memo::new(move |_| {
        card.value.with(|card| {
            let card = card.as_ref().filter(|card| card.state == CardState::Published)?;
            let (code, sector) = (card.id.clone(), card.sector.clone());
            Some(Marking { code, sector, situation: card.situation.clone() })
        })
    });
    let part = board.map(|board| {
        if board.is_mentee() {
            view! { <MarkChoice card=marking marked/> }.into_any()
        } else {
            view! { <MarkSeen marked/> }.into_any()
        }
    });
    let known = card.is_ready();
    let away = Memo::new(move |_| {
        known.get() && card.failure.with(|failure| failure.as_ref().is_some_and(ApiError::is_away))
    });
    let is_mentee = board.is_some_and(BoardState::is_mentee);
    let content = move || {
        // `content` is shown only while there is a card, and an answer is never taken back.
        let shown = Memo::new(move |before: Option<&CodeCard>| {
            card.value.get().or_else(|| before.cloned()).expect("an answer stays")
        });
        view! { <Read card=shown/> }
    };
    let rest = move || {
        let shown = Memo::new(move |before: Option<&CodeCard>| {
            card.value.get().or_else(|| before.cloned()).expect("an answer stays")
        });
        let take = Callback::new(move |judged| card.take(Ok(judged)));
        if is_mentee {
            view! { <AskLibrary card=shown/> }.into_any()
        } else {
            view! { <Judge card=shown on_change=take/> }.into_any()
        }
    };
    view! {
        <FetchNotice ready=known failure=card.failure on_retry=on_retry/>
        <Show when=move || away.get()>
            <Notice><p>{move || t(Key::CodesCopyOffline)}</p></Notice>
        </Show>
        <Show when=move || known.get()>{content()}</Show>
        {part}
        <Show when=move || known.get()>{rest()}</Show>
    }
}

/// The words, the voice, who wrote it and what others say.
#[component]
fn Read(card: Memo<CodeCard>) -> impl IntoView {
    let words = Memo::new(move |_| card.with(words_of));
    let lang = Memo::new(move |_| card.with(|card| card.lang.clone()));
    let votes = Memo::new(move |_| card.with(|card| card.votes.clone()));
    let author = move || match card.with(|card| card.author.clone()) {
        Some(name) => tf(Key::CodesBy, &[("name", &name)]),
        None => t(Key::CodesUnnamed),
    };
    // A card that came with the product has neither an author nor votes: it says nothing of one.
    let written = Memo::new(move |_| card.with(|card| card.author.is_some() || card.own));
    let foreign = Memo::new(move |_| lang.with(|lang| *lang != i18n::lang().tag()));
    let state = Memo::new(move |_| card.with(|card| card.state.clone()));
    let chip = move || {
        let state = Some(state.get()).filter(|state| *state != CardState::Published)?;
        let (icon, kind) = state_look(&state);
        let label = Signal::derive(move || t(state_key(&state)));
        Some(view! { <div><Chip label=label kind=kind icon=icon/></div> })
    };
    view! {
        {chip}
        <Show when=move || foreign.get()>
            <p class="muted">
                {move || tf(Key::CodesWrittenIn, &[("lang", &lang.with(|lang| language_name(lang)))])}
            </p>
        </Show>
        <CodeFace words lang/>
        <Listen words lang/>
        <div class="stack stack--tight muted">
            <Show when=move || written.get()><p dir="auto">{author}</p></Show>
            <Votes votes/>
        </div>
    }
}

/// For those who know the trade: is it still true? For coordinators also the way to change it.
#[component]
fn Judge(card: Memo<CodeCard>, on_change: Callback<CodeCard>) -> impl IntoView {
    let session = untrack(|| SessionState::expect().session());
    let is_staff = session.is_some_and(|session| session.role.is_staff());
    let asked = Memo::new(move |_| {
        card.with(|card| knows_a_trade() && !card.own && card.state == CardState::Published)
    });
    let href = card.with_untracked(|card| Path::decide_code(&card.id));
    view! {
        <Show when=move || asked.get()><VerdictForm card=card.into() on_change/></Show>
        {is_staff.then(|| view! {
            <div>
                <LinkButton
                    label=text(Key::CodesOwnEdit)
                    href=href
                    kind=ButtonKind::Quiet
                    icon=IconName::Pencil
                />
            </div>
        })}
    }
}
