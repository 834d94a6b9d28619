//! Whom to call now, the longest overdue first; then who could not be reached, and the good news
//! that nobody has recorded.

use board::{
    office::follow_up::FollowUpAnswer,
    protocol::follow_ups::{FollowUpList, FollowUpRow},
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        chip::{Chip, ChipKind},
        each::Each,
        empty_state::EmptyState,
        icon::IconName,
        notice::{Notice, NoticeKind},
    },
    features::{
        duo_outcomes::section::HEADING as OUTCOMES,
        fetched::{FetchNotice, Fetched},
        follow_ups::{answer::Ask, wording},
    },
    i18n::{format, t, text, tf, tn},
    paths::Path,
    platform::focus,
};

const HEADING: &str = "follow-ups-due";

/// The whole list, read anew after each answer.
#[component]
pub fn FollowUps() -> impl IntoView {
    let list = Fetched::<FollowUpList>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move { list.take(api::follow_ups::list().await) });
    });
    load.run(());
    // The duo whose answer speaks of an outcome: offered at once, before the list is read anew.
    let offered = RwSignal::new(None::<FollowUpRow>);
    let done = Callback::new(move |(row, answer): (FollowUpRow, Option<FollowUpAnswer>)| {
        let speaks = answer.is_some_and(|answer| answer.outcome().is_some());
        offered.try_set(speaks.then_some(row));
        load.run(());
        focus::focus_soon(HEADING);
    });
    let rows = |pick: fn(&FollowUpList) -> &Vec<FollowUpRow>| {
        Memo::new(move |_| {
            list.value.with(|list| list.as_ref().map(pick).cloned().unwrap_or_default())
        })
    };
    let (due, unreachable, to_note) =
        (rows(|list| &list.due), rows(|list| &list.unreachable), rows(|list| &list.to_note));
    let total = Memo::new(move |_| list.value.with(|list| list.as_ref().map(|list| list.total)));
    let count = move || total.get().map(|total| tn(Key::FollowUpCount, total as usize));
    let first = move || {
        let (shown, total) = (due.with(Vec::len), total.get()? as usize);
        (shown < total).then(|| {
            let (shown, total) = (format::number(shown), format::number(total));
            tf(Key::FollowUpFirst, &[("shown", &shown), ("total", &total)])
        })
    };
    let offer = move || {
        offered.get().map(|row| {
            view! {
                <Notice kind=NoticeKind::Success>
                    <p dir="auto"><strong>{row.mentee.clone()}</strong></p>
                    <p>{move || t(Key::FollowUpRecordHint)}</p>
                    <p><Record row/></p>
                </Notice>
            }
        })
    };
    view! {
        <FetchNotice ready=list.is_ready() failure=list.failure on_retry=load/>
        {offer}
        <Show when=move || total.get() == Some(0)>
            <EmptyState title=text(Key::FollowUpNoneTitle) text=text(Key::FollowUpNone)/>
        </Show>
        <Show when=move || total.get().is_some_and(|total| total > 0)>
            <section class="stack" aria-labelledby=HEADING>
                <h2 id=HEADING tabindex="-1">{count}</h2>
                <p class="muted">{first}</p>
                <Table rows=due label=Key::FollowUpTitle on_done=done/>
            </section>
        </Show>
        <Show when=move || to_note.with(|rows| !rows.is_empty())>
            <section class="stack">
                <h2>{move || t(Key::FollowUpToNote)}</h2>
                <p>{move || t(Key::FollowUpToNoteLead)}</p>
                <ul class="stack">
                    <Each each=move || to_note.get() key=|row| (row.duo, row.question.version) let:row>
                        <li class="card">
                            <p><strong dir="auto">{row.mentee.clone()}</strong></p>
                            <p>{known(&row)}</p>
                            <p><Record row/></p>
                        </li>
                    </Each>
                </ul>
            </section>
        </Show>
        <Show when=move || unreachable.with(|rows| !rows.is_empty())>
            <section class="stack">
                <h2>{move || t(Key::FollowUpUnreachable)}</h2>
                <p>{move || t(Key::FollowUpUnreachableLead)}</p>
                <Table rows=unreachable label=Key::FollowUpUnreachable on_done=done/>
            </section>
        </Show>
    }
}

fn known(row: &FollowUpRow) -> impl Fn() -> Option<String> + use<> {
    let question = row.question.clone();
    move || wording::known(&question)
}

/// Leads to the outcomes of the duo.
#[component]
fn Record(row: FollowUpRow) -> impl IntoView {
    let href = format!("{}#{OUTCOMES}", Path::Duo(row.duo.0).href());
    view! { <a class="link" href=href>{move || t(Key::FollowUpRecord)}</a> }
}

/// A table where there is room, cards on a phone, one markup for both.
#[component]
fn Table(
    rows: Memo<Vec<FollowUpRow>>,
    label: Key,
    on_done: Callback<(FollowUpRow, Option<FollowUpAnswer>)>,
) -> impl IntoView {
    let heads = [
        Key::FollowUpColumnWho,
        Key::FollowUpColumnWhen,
        Key::FollowUpColumnState,
        Key::FollowUpColumnDo,
    ];
    let head = heads.map(|key| {
        view! { <th scope="col" role="columnheader">{move || t(key)}</th> }
    });
    let head = head.into_iter().collect_view();
    view! {
        <table class="cards-table follow-ups" role="table" aria-label=move || t(label)>
            <thead role="rowgroup"><tr role="row">{head}</tr></thead>
            <tbody role="rowgroup">
                <Each
                    each=move || rows.get()
                    key=|row| (row.duo, row.question.month, row.question.version, row.question.link_until)
                    let:row
                >
                    <Row row on_done/>
                </Each>
            </tbody>
        </table>
    }
}

#[component]
fn Row(
    row: FollowUpRow,
    on_done: Callback<(FollowUpRow, Option<FollowUpAnswer>)>,
) -> impl IntoView {
    let FollowUpRow { duo, mentee, agreed, question, .. } = row.clone();
    let overdue = wording::is_overdue(&question);
    let chip = if overdue {
        view! {
            <Chip
                label=text(Key::FollowUpOverdue)
                kind=Signal::stored(ChipKind::Stop)
                icon=IconName::Alert
            />
        }
    } else {
        view! {
            <Chip
                label=text(Key::FollowUpSoon)
                kind=Signal::stored(ChipKind::Attend)
                icon=IconName::Clock
            />
        }
    };
    let info = StoredValue::new(question.clone());
    let done = Callback::new(move |answer| on_done.run((row.clone(), answer)));
    let known = move || info.with_value(wording::known);
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a class="link" dir="auto" href=Path::Duo(duo.0).href()>{mentee.clone()}</a>
            </th>
            <td role="cell">
                <p>{move || info.with_value(wording::month)}</p>
                <p class="muted">{move || info.with_value(wording::due)}</p>
            </td>
            <td role="cell">
                <p>{chip}</p>
                <p>{known}</p>
                <p class="muted">{move || info.with_value(wording::standing)}</p>
                {agreed.is_none().then(|| view! {
                    <p>{move || t(Key::FollowUpNotAsked)}</p>
                    <p class="muted">{move || t(Key::FollowUpNotAskedHint)}</p>
                })}
            </td>
            <td role="cell"><Ask duo name=mentee question on_done=done/></td>
        </tr>
    }
}
