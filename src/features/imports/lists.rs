//! The last lists: who made them, their invitations, taking one back.

use board::protocol::{imports::ImportInfo, problem::ProblemCode};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        card::Card,
        confirm_dialog::ConfirmDialog,
        notice::{Notice, NoticeKind},
    },
    features::{
        api_error::api_error_text, duos::words_of::milliseconds, fetched::FetchNotice,
        imports::work::ImportWork,
    },
    i18n::{format::date_time, t, text, tf, tn},
    platform::{announce, focus},
};

const TITLE: &str = "import-lists";

/// One card a list, newest first.
#[component]
pub fn LastLists(
    /// What the parts of the page share.
    work: ImportWork,
) -> impl IntoView {
    let lists = work.lists;
    let failure = RwSignal::new(None::<ApiError>);
    let failed = move || {
        failure.get().map(|error| {
            let is_stuck = error.code() == Some(&ProblemCode::Stale);
            let words =
                move || if is_stuck { t(Key::ImportUndoStuck) } else { api_error_text(&error) };
            view! { <Notice kind=NoticeKind::Error><p>{words}</p></Notice> }
        })
    };
    let cards = move || {
        let known = lists.value.get().unwrap_or_default();
        if known.is_empty() {
            return view! { <p class="muted">{move || t(Key::ImportListEmpty)}</p> }.into_any();
        }
        let card = |info| view! { <li><ListCard info work failure/></li> };
        let cards = known.into_iter().map(card).collect_view();
        view! { <ul class="stack">{cards}</ul> }.into_any()
    };
    view! {
        <section class="stack">
            <h2 id=TITLE tabindex="-1">{move || t(Key::ImportListTitle)}</h2>
            <FetchNotice
                ready=lists.is_ready()
                failure=lists.failure
                on_retry=move |()| work.reload()
            />
            {failed}
            <Show when=move || lists.is_ready().get()>{cards}</Show>
        </section>
    }
}

#[component]
fn ListCard(
    info: ImportInfo,
    work: ImportWork,
    failure: RwSignal<Option<ApiError>>,
) -> impl IntoView {
    let ImportInfo { id, at, author, duos, people, came_in, can_undo } = info;
    let asking = RwSignal::new(false);
    let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let by = move || {
        let date = date_time(milliseconds(at));
        tf(Key::ImportAuthor, &[("name", &author), ("date", &date)])
    };
    let numbers = move || {
        let mut parts =
            vec![tn(Key::ImportDuos, count(duos)), tn(Key::ImportPeople, count(people))];
        if came_in > 0 {
            parts.push(tf(Key::ImportCameIn, &[("n", &came_in.to_string())]));
        }
        parts.join(" · ")
    };
    let undo = move |()| {
        failure.set(None);
        spawn_local(async move {
            match api::imports::undo(id).await {
                Ok(()) => {
                    announce::announce(&t(Key::ImportUndone));
                    work.created.try_set(None);
                    work.printing.try_set(None);
                }
                Err(error) => {
                    announce::announce(&api_error_text(&error));
                    failure.try_set(Some(error));
                }
            }
            work.reload();
            focus::focus_soon(TITLE);
        });
    };
    view! {
        <Card>
            <div class="stack">
                <h3>{numbers}</h3>
                <p class="muted">{by}</p>
                <div class="row">
                    {(came_in < people).then(|| view! {
                        <Button
                            label=text(Key::ImportPrint)
                            kind=ButtonKind::Quiet
                            on_press=move |()| work.printing.set(Some(id))
                        />
                    })}
                    {can_undo.then(|| view! {
                        <Button
                            label=text(Key::ImportUndo)
                            kind=ButtonKind::Stop
                            on_press=move |()| asking.set(true)
                        />
                    })}
                </div>
            </div>
        </Card>
        <ConfirmDialog
            open=asking
            title=text(Key::ImportUndoTitle)
            text=text(Key::ImportUndoText)
            confirm_label=text(Key::ImportUndoGo)
            on_confirm=undo
        />
    }
}
