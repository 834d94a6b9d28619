//! The duo is over and the plan is not: who reads on, and until when (features.md M35). Or another
//! mentor came, and the mentee chooses what they see (K21).

use board::{id::BoardId, protocol::boards::BoardInfo, time::Timestamp};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        icon::IconName,
        notice::{Notice, NoticeKind},
    },
    features::{
        api_error::api_error_text, applications::facts::day, retention::GoesSoon,
        view_choice::ChoiceWaits,
    },
    i18n::{format, t, text, tf},
    platform::{
        announce::announce,
        prefs::{self, Pref},
    },
    state::{board::BoardState, session::SessionState},
};

/// Says that the duo ended. The mentee may go on sharing; a mentor sees until when they read.
#[component]
pub fn EndedDuo() -> impl IntoView {
    let board = BoardState::expect();
    let id = board.info().id;
    let session = SessionState::expect();
    // Of the session and not of the board: the answer to the choice arrives there.
    let info = Memo::new(move |_| {
        let boards = session.session().map(|session| session.boards).unwrap_or_default();
        boards.into_iter().find(|info| info.id == id)
    });
    let ended = Memo::new(move |_| info.with(|info| info.as_ref().and_then(|info| info.ended)));
    let until =
        Memo::new(move |_| info.with(|info| info.as_ref().and_then(|info| info.shared_until)));
    let date = |at: Timestamp| format::long_date(day(at));
    let mentee = board.is_mentee();
    let words = move || {
        let date = ended.get().map(date).unwrap_or_default();
        tf(if mentee { Key::EndedDuoMentee } else { Key::EndedDuoMentor }, &[("date", &date)])
    };
    let shared = move || {
        until.get().map(|until| {
            let mentor = info.with(|info| info.as_ref().and_then(|info| info.mentor.clone()));
            let name = mentor.map(|mentor| mentor.name).unwrap_or_default();
            let date = date(until);
            let key = if mentee { Key::EndedDuoUntil } else { Key::EndedDuoYouUntil };
            tf(key, &[("name", &name), ("date", &date)])
        })
    };
    let chooses =
        Memo::new(move |_| info.with(|info| info.as_ref().is_some_and(|it| it.choice_waits)));
    view! {
        <Show when=move || chooses.get()><ChoiceWaits/></Show>
        <Show when=move || ended.with(Option::is_some)>
            <div class="page ended">
                <Notice kind=NoticeKind::Attend>
                    <p>{words}</p>
                    {move || shared().map(|shared| view! { <p>{shared}</p> })}
                    {mentee.then(|| view! { <Choose id ended until/> })}
                </Notice>
                <GoesSoon/>
            </div>
        </Show>
    }
}

/// Three months more, or no longer; both can be changed.
#[component]
fn Choose(
    id: BoardId,
    ended: Memo<Option<Timestamp>>,
    until: Memo<Option<Timestamp>>,
) -> impl IntoView {
    let session = SessionState::expect();
    // One answer per end: the question does not come back every week.
    let this_end = move || ended.get_untracked().map(|at| at.0.to_string());
    let declined = RwSignal::new({
        let this_end = this_end();
        this_end.is_some() && prefs::get(Pref::SharingOver) == this_end
    });
    let failure = RwSignal::new(None::<ApiError>);
    let working = StoredValue::new(false);
    let choose = Callback::new(move |keep: bool| {
        if working.get_value() {
            return;
        }
        working.set_value(true);
        spawn_local(async move {
            let answer = api::account::keep_sharing(id, keep).await;
            working.try_set_value(false);
            match answer {
                Ok(info) => {
                    failure.try_set(None);
                    if let Some(this_end) = this_end().filter(|_| !keep) {
                        prefs::set(Pref::SharingOver, &this_end);
                    }
                    declined.try_set(!keep);
                    take(session, info).await;
                    announce(&t(if keep { Key::EndedDuoKept } else { Key::EndedDuoStopped }));
                }
                Err(error) => {
                    announce(&api_error_text(&error));
                    failure.try_set(Some(error));
                }
            }
        });
    });
    let shares = Memo::new(move |_| until.with(Option::is_some));
    let trouble = move || failure.get().map(|error| view! { <p>{api_error_text(&error)}</p> });
    let settled = Memo::new(move |_| shares.get() || declined.get());
    let question =
        move || t(if settled.get() { Key::EndedDuoChange } else { Key::EndedDuoQuestion });
    view! {
        <p><strong>{question}</strong></p>
        {trouble}
        <div class="row">
            <Button
                label=text(Key::EndedDuoYes)
                kind=ButtonKind::Quiet
                icon=IconName::Pair
                on_press=move |()| choose.run(true)
            />
            <Show when=move || shares.get() || !declined.get()>
                <Button
                    label=text(Key::EndedDuoNo)
                    kind=ButtonKind::Quiet
                    icon=IconName::Lock
                    on_press=move |()| choose.run(false)
                />
            </Show>
        </div>
    }
}

/// The session learns how the board is shared now.
async fn take(session: SessionState, info: BoardInfo) {
    let known = untrack(|| session.session());
    let Some(mut known) = known else { return };
    for board in &mut known.boards {
        if board.id == info.id {
            board.clone_from(&info);
        }
    }
    session.update(known).await;
}
