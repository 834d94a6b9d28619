//! One outcome: what, since when, how well it is known; to change or to take away.

use board::protocol::{outcomes::OutcomeInfo, problem::ProblemCode};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::{Button, ButtonKind},
        chip::{Chip, ChipKind},
        icon::IconName,
    },
    features::{
        api_error::api_error_text,
        duo_head::open::OpenDuo,
        duo_outcomes::{form::OutcomeForm, section::HEADING, wording},
    },
    i18n::{t, text},
    platform::{announce::announce, focus},
};

/// The outcome as a card, or its form in the same place.
#[component]
pub(super) fn OutcomeRow(
    /// The duo of this page.
    open: OpenDuo,
    /// The outcome.
    info: OutcomeInfo,
    /// Something was said or done: read them anew.
    on_done: Callback<Key>,
    /// It is gone: how to put it back.
    on_removed: Callback<OutcomeInfo>,
) -> impl IntoView {
    let OutcomeInfo { id, version, outcome, durable } = info;
    let edits = RwSignal::new(false);
    let remove = move |()| {
        spawn_local(async move {
            match api::outcomes::remove(id, version).await {
                Ok(()) => {
                    on_removed.run(info);
                    focus::focus_soon(HEADING);
                }
                Err(error) if error.code() == Some(&ProblemCode::Stale) => {
                    on_done.run(Key::OutcomeStale);
                }
                Err(error) => announce(&api_error_text(&error)),
            }
        });
    };
    let about = text(wording::kind(outcome.kind));
    let close = Callback::new(move |()| edits.set(false));
    let card = move || {
        view! {
            <div class="row row--between">
                <h3>{about}</h3>
                {durable.then(|| view! {
                    <Chip
                        label=text(Key::OutcomeDurable)
                        kind=Signal::stored(ChipKind::Done)
                        icon=IconName::Check
                    />
                })}
            </div>
            <p>{move || wording::start(&outcome)}</p>
            <p class="muted">{move || wording::particulars(&outcome)}</p>
            <div class="row">
                <Button
                    label=text(Key::OutcomeChange)
                    about=about
                    kind=ButtonKind::Quiet
                    icon=IconName::Pencil
                    on_press=move |()| edits.set(true)
                />
                <Button
                    label=text(Key::OutcomeRemove)
                    about=about
                    kind=ButtonKind::Stop
                    icon=IconName::Cross
                    on_press=remove
                />
            </div>
        }
    };
    view! {
        <li class="card stack">
            {move || if edits.get() {
                view! {
                    <h3>{move || t(Key::OutcomeEditTitle)}</h3>
                    <OutcomeForm open known=Some(info) on_done on_close=close/>
                }
                .into_any()
            } else {
                card().into_any()
            }}
        </li>
    }
}
