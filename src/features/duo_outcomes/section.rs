//! The outcomes of a duo, running or closed. No line: nothing has begun yet.

use board::protocol::outcomes::{NewOutcome, OutcomeInfo};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_location;
use words::Key;

use crate::{
    api,
    components::{each::Each, icon::IconName, undo_bar::UndoBar, unfold::Unfold},
    features::{
        api_error::api_error_text,
        duo_head::open::OpenDuo,
        duo_outcomes::{form::OutcomeForm, row::OutcomeRow, wording},
        fetched::{FetchNotice, Fetched},
    },
    i18n::{t, text, tf, tn},
    platform::{announce::announce, focus, ids},
};

/// The heading, where links of other pages lead.
pub const HEADING: &str = "outcomes";

/// The list, the form for a new one, and the way back after a removal.
#[component]
pub fn DuoOutcomes(
    /// The duo of this page.
    open: OpenDuo,
) -> impl IntoView {
    let outcomes = Fetched::<Vec<OutcomeInfo>>::nothing();
    let months = RwSignal::new(None::<u16>);
    let load = Callback::new(move |()| {
        spawn_local(async move {
            outcomes.take(api::outcomes::list(open.id).await);
            if let Ok(info) = api::settings::read().await {
                months.try_set(Some(info.settings.durable_months));
            }
        });
    });
    load.run(());
    // Whoever came for this section is taken to it; the rest of the page stands above it.
    let hash = use_location().hash;
    if hash.with_untracked(|hash| hash.trim_start_matches('#') == HEADING) {
        focus::focus_while_filling(HEADING);
    }
    let adds = RwSignal::new(false);
    let removed = RwSignal::new(None::<OutcomeInfo>);
    let done = Callback::new(move |said: Key| {
        announce(&t(said));
        adds.try_set(false);
        removed.try_set(None);
        load.run(());
        focus::focus_soon(HEADING);
    });
    let gone = Callback::new(move |info: OutcomeInfo| {
        removed.set(Some(info));
        load.run(());
    });
    let put_back = Callback::new(move |info: OutcomeInfo| {
        removed.set(None);
        spawn_local(async move {
            // Under another id: the one before is gone for good.
            let new = NewOutcome { id: ids::new_uuid(), outcome: info.outcome };
            match api::outcomes::add(open.id, &new).await {
                Ok(_) => done.run(Key::OutcomeSaved),
                Err(error) => announce(&api_error_text(&error)),
            }
        });
    });
    let undo = move || {
        removed.get().map(|info| {
            let words = Signal::derive(move || {
                let what = t(wording::kind(info.outcome.kind));
                tf(Key::OutcomeRemoved, &[("what", &what)])
            });
            view! {
                <UndoBar
                    text=words
                    on_undo=move |()| put_back.run(info)
                    on_close=move |()| removed.set(None)
                />
            }
        })
    };
    let rows = move || outcomes.value.get().unwrap_or_default();
    let is_empty =
        Memo::new(move |_| outcomes.value.with(|all| all.as_ref().is_some_and(Vec::is_empty)));
    let close = Callback::new(move |()| adds.set(false));
    let rule = move || months.get().map(|months| tn(Key::OutcomeDurableRule, usize::from(months)));
    view! {
        <section class="stack" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{move || t(Key::OutcomeTitle)}</h2>
            <FetchNotice ready=outcomes.is_ready() failure=outcomes.failure on_retry=load/>
            <Show when=move || is_empty.get()><p>{move || t(Key::OutcomeNone)}</p></Show>
            <ul class="stack">
                <Each each=rows key=|info| (info.id, info.version, info.durable) let:info>
                    <OutcomeRow open info on_done=done on_removed=gone/>
                </Each>
            </ul>
            <div>
                <Unfold
                    label=text(Key::OutcomeAdd)
                    open=adds
                    icon=IconName::Plus
                    id="outcome-add"
                >
                    <OutcomeForm open known=None on_done=done on_close=close/>
                </Unfold>
            </div>
            <p class="muted">{rule}</p>
            {undo}
        </section>
    }
}
