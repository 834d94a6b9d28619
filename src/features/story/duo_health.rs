//! How the duo is doing, for both of it alike (features.md T13).

mod wording;

use board::{
    health::{DuoState, Health},
    protocol::problem::ProblemCode,
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::notice::{Notice, NoticeKind},
    features::{
        fetched::{CopyNote, FetchNotice, Fetched},
        story::duo_health::wording::{Reader, cause_words, state_key, way},
    },
    i18n::t,
    platform::clock,
    state::board::BoardState,
};

const HEADING: &str = "duo-health-title";

/// The state, its reasons, what can be done. Read anew when the board has changed. Nothing for a
/// board that never had a duo.
#[component]
pub fn DuoHealth() -> impl IntoView {
    let board = BoardState::expect();
    let id = board.info().id;
    let health = Fetched::<Health>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move {
            let answer = api::duo_health::read(id).await;
            health.take_or_copy(&format!("health:{id}"), answer).await;
        });
    });
    let revs = Memo::new(move |_| board.view().with(|world| (world.shared.rev, world.private.rev)));
    Effect::new(move |_| {
        revs.track();
        load.run(());
    });
    let is_none = Memo::new(move |_| {
        let code = health.failure.with(|failure| failure.as_ref()?.code().cloned());
        code == Some(ProblemCode::NotFound)
    });
    let shown = move || health.value.get().map(|health| view! { <Told health/> });
    view! {
        <Show when=move || !is_none.get()>
            <section class="card no-print" aria-labelledby=HEADING>
                <h2 id=HEADING>{move || t(Key::DuoHealthTitle)}</h2>
                <FetchNotice ready=health.is_ready() failure=health.failure on_retry=load/>
                <CopyNote kept=health.kept/>
                {shown}
                <p class="muted">{move || t(Key::DuoHealthShared)}</p>
            </section>
        </Show>
    }
}

#[component]
fn Told(health: Health) -> impl IntoView {
    let board = BoardState::expect();
    let reader =
        Reader { seat: board.actor().seat, other: board.other_name(), today: clock::today() };
    let state = health.state;
    let kind = match state {
        DuoState::OnTrack => NoticeKind::Success,
        _ => NoticeKind::Info,
    };
    let mut led_to = Vec::new();
    let rows = health.reasons.iter().map(|reason| {
        let cause = reason.cause;
        // Two reasons may lead to one place: the link stands once.
        let link = way(&cause, &reader).filter(|(path, _)| !led_to.contains(path));
        led_to.extend(link.map(|(path, _)| path));
        let link = link.map(|(path, name)| {
            view! { <a class="link" href=path.href()>{move || t(name)}</a> }
        });
        let (health, reader) = (health.clone(), reader.clone());
        view! { <li>{move || cause_words(&cause, &health, &reader)} " " {link}</li> }
    });
    let rows = rows.collect_view();
    view! {
        <Notice kind=kind>
            <p><strong>{move || t(state_key(state))}</strong></p>
            <ul class="stack stack--tight">{rows}</ul>
        </Notice>
    }
}
