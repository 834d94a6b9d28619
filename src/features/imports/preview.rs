//! Every row of a file before anything is created: what it would make, what is wrong, which are
//! chosen.

use std::collections::HashSet;

use board::{
    id::ImportId,
    protocol::{
        imports::{CreateImport, ImportPreview, ImportRow, Weight},
        problem::ProblemCode,
    },
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        checkbox::Checkbox,
        chip::{Chip, ChipKind},
        icon::IconName,
        notice::{Notice, NoticeKind},
    },
    features::{
        api_error::api_error_text,
        duos::words_of::{language_name, names},
        imports::{pick::ROWS, remark::remark_words, work::ImportWork},
    },
    i18n::{
        format::{list, short_date},
        t, text, tf, tn,
    },
    platform::{announce, ids},
    state::session::SessionState,
};

/// Rows that are laid out at once: a phone takes seconds for two thousand.
const STEP: usize = 100;

/// Line numbers of chosen rows.
type Chosen = RwSignal<HashSet<u32>>;

/// Rows that are created without a question.
fn ready(rows: &[ImportRow]) -> HashSet<u32> {
    let is_ready = |row: &&ImportRow| matches!(row.weight(), None | Some(Weight::Tells));
    rows.iter().filter(is_ready).map(|row| row.line).collect()
}

fn count(rows: &[ImportRow], weight: Weight) -> usize {
    rows.iter().filter(|row| row.weight() == Some(weight)).count()
}

/// The rows, and the button that creates the chosen ones.
#[component]
pub fn Preview(
    /// What was read of the file.
    preview: ImportPreview,
    /// What the parts of the page share.
    work: ImportWork,
) -> impl IntoView {
    let ImportPreview { rows, unused, .. } = preview;
    let (blocked, asks) = (count(&rows, Weight::Blocks), count(&rows, Weight::Asks));
    let ready_rows = ready(&rows);
    let ready_count = ready_rows.len();
    let chosen: Chosen = RwSignal::new(ready_rows);
    let shown = RwSignal::new(STEP);
    let total = rows.len();
    let rows = StoredValue::new(rows);
    let failure = RwSignal::new(None::<ApiError>);
    let nothing = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let last = StoredValue::new(None::<(HashSet<u32>, ImportId)>);
    let create = move |()| {
        if busy.get_untracked() {
            return;
        }
        let duos = chosen.with_untracked(|chosen| {
            rows.with_value(|rows| {
                let wanted = rows.iter().filter(|row| chosen.contains(&row.line));
                wanted.map(|row| row.duo.clone()).collect::<Vec<_>>()
            })
        });
        nothing.set(duos.is_empty());
        failure.set(None);
        if duos.is_empty() {
            announce::announce(&t(Key::ImportNoneChosen));
            return;
        }
        busy.set(true);
        let id = id_for(last, chosen.get_untracked());
        spawn_local(async move { settle(work, CreateImport { id, duos }, busy, failure).await });
    };
    let unused = (!unused.is_empty()).then(|| {
        let columns = Signal::derive(move || list(unused.clone()));
        view! { <p class="muted">{move || tf(Key::ImportUnused, &[("columns", &columns.get())])}</p> }
    });
    let lines = move || {
        let shown = shown.get();
        rows.with_value(|rows| {
            let first = rows.iter().take(shown).cloned();
            first.map(|row| view! { <Row row chosen/> }).collect_view()
        })
    };
    let again = move |()| work.preview.set(None);
    view! {
        <section class="stack">
            <h2 id=ROWS tabindex="-1">{move || tn(Key::ImportDuos, total)}</h2>
            <div class="row">
                {(ready_count > 0).then(|| view! {
                    <Chip
                        label=Signal::derive(move || tn(Key::ImportRowsReady, ready_count))
                        kind=ChipKind::Done
                        icon=IconName::Check
                    />
                })}
                {(asks > 0).then(|| view! {
                    <Chip
                        label=Signal::derive(move || tn(Key::ImportRowsAsks, asks))
                        kind=ChipKind::Attend
                        icon=IconName::Clock
                    />
                })}
                {(blocked > 0).then(|| view! {
                    <Chip
                        label=Signal::derive(move || tn(Key::ImportRowsBlocked, blocked))
                        kind=ChipKind::Stop
                        icon=IconName::Alert
                    />
                })}
            </div>
            {unused}
            <div class="row">
                <Button
                    label=text(Key::ImportChooseAll)
                    kind=ButtonKind::Quiet
                    on_press=move |()| chosen.set(rows.with_value(|rows| ready(rows)))
                />
                <Button
                    label=text(Key::ImportChooseNone)
                    kind=ButtonKind::Quiet
                    on_press=move |()| chosen.set(HashSet::new())
                />
                <Button label=text(Key::ImportAgain) kind=ButtonKind::Plain on_press=again/>
            </div>
            <RowTable>{lines}</RowTable>
            <Show when=move || { shown.get() < total }>
                <div>
                    <Button
                        label=text(Key::ImportMoreRows)
                        kind=ButtonKind::Quiet
                        on_press=move |()| shown.update(|shown| *shown += STEP)
                    />
                </div>
            </Show>
            <Failure failure nothing/>
            <div class="form__actions">
                <Button label=text(Key::ImportCreate) on_press=create/>
                <p class="muted">
                    {move || match (busy.get(), chosen.with(HashSet::len)) {
                        (true, _) => t(Key::ImportWorking),
                        (false, 0) => t(Key::ImportNoneChosen),
                        (false, count) => tn(Key::ImportChosen, count),
                    }}
                </p>
            </div>
        </section>
    }
}

/// The id of the last try when the choice is the same: a list sent again after a lost answer is
/// created once.
fn id_for(last: StoredValue<Option<(HashSet<u32>, ImportId)>>, lines: HashSet<u32>) -> ImportId {
    let known =
        last.with_value(|last| last.as_ref().filter(|(sent, _)| *sent == lines).map(|(_, id)| *id));
    known.unwrap_or_else(|| {
        let id = ImportId(ids::new_uuid());
        last.set_value(Some((lines, id)));
        id
    })
}

async fn settle(
    work: ImportWork,
    import: CreateImport,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<ApiError>>,
) {
    let answer = api::imports::create(&import).await;
    busy.try_set(false);
    match answer {
        Ok(info) => {
            let duos = usize::try_from(info.duos).unwrap_or(usize::MAX);
            announce::announce(&tn(Key::ImportCreated, duos));
            work.created.try_set(Some(info.duos));
            work.preview.try_set(None);
            work.reload();
        }
        Err(error) => {
            announce::announce(&api_error_text(&error));
            failure.try_set(Some(error));
        }
    }
}

/// What went wrong as a whole, above the button.
#[component]
fn Failure(failure: RwSignal<Option<ApiError>>, nothing: RwSignal<bool>) -> impl IntoView {
    let failed = move || {
        failure.get().map(|error| {
            // What the rows were checked against has changed.
            let is_old = matches!(error.code(), Some(ProblemCode::Stale | ProblemCode::Unusable));
            let words = move || if is_old { t(Key::ImportStale) } else { api_error_text(&error) };
            view! { <Notice kind=NoticeKind::Error><p>{words}</p></Notice> }
        })
    };
    let empty = move || {
        nothing.get().then(|| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || t(Key::ImportNoneChosen)}</p></Notice>
            }
        })
    };
    view! {
        {failed}
        {empty}
    }
}

/// The roles stand in the markup, because a browser forgets them when rows are laid out as cards.
#[component]
fn RowTable(children: Children) -> impl IntoView {
    let heads = [
        Key::ImportColumnChoose,
        Key::ImportColumnDuo,
        Key::ImportColumnDates,
        Key::ImportColumnRemarks,
    ];
    let head = heads.map(|key| {
        view! { <th scope="col" role="columnheader">{move || t(key)}</th> }
    });
    view! {
        <table class="cards-table" role="table" aria-label=move || t(Key::ImportTable)>
            <thead role="rowgroup"><tr role="row">{head.into_iter().collect_view()}</tr></thead>
            <tbody role="rowgroup">{children()}</tbody>
        </table>
    }
}

#[component]
fn Row(row: ImportRow, chosen: Chosen) -> impl IntoView {
    let (line, weight) = (row.line, row.weight());
    let row = StoredValue::new(row);
    let name = Signal::derive(move || tf(Key::ImportLine, &[("n", &line.to_string())]));
    let box_of_row = (weight != Some(Weight::Blocks)).then(|| {
        let ticked = RwSignal::new(false);
        Effect::new(move |_| ticked.set(chosen.with(|chosen| chosen.contains(&line))));
        let change = move |yes: bool| {
            chosen.update(|chosen| {
                if yes {
                    chosen.insert(line)
                } else {
                    chosen.remove(&line)
                };
            });
        };
        view! { <Checkbox label=name value=ticked on_change=change/> }.into_any()
    });
    let (kind, state, icon) = match weight {
        Some(Weight::Blocks) => (ChipKind::Stop, Key::ImportBlocked, IconName::Alert),
        Some(Weight::Asks) => (ChipKind::Attend, Key::ImportAsks, IconName::Clock),
        Some(Weight::Tells) | None => (ChipKind::Done, Key::ImportReady, IconName::Check),
    };
    let remarks = row.with_value(|row| row.remarks.clone()).into_iter().map(|remark| {
        view! { <li>{move || remark_words(&remark)}</li> }
    });
    let session = SessionState::expect();
    let about = move || {
        let branches = session.session().map(|session| session.branches).unwrap_or_default();
        row.with_value(|row| {
            let branch = branches.iter().find(|branch| Some(branch.id) == row.duo.branch);
            let langs = [&row.duo.mentee_lang, &row.duo.mentor_lang].map(|tag| language_name(tag));
            let branch = branch.map(|branch| branch.name.clone()).unwrap_or_default();
            format!("{} · {branch}", langs.join(" / "))
        })
    };
    let dates = move || {
        row.with_value(|row| {
            let end = row.duo.planned_end;
            let days = [row.duo.start, end].into_iter().flatten().map(short_date);
            days.collect::<Vec<_>>().join(" → ")
        })
    };
    view! {
        <tr role="row">
            <td role="cell">
                {box_of_row.unwrap_or_else(|| view! { <span>{name}</span> }.into_any())}
            </td>
            <th scope="row" role="rowheader">
                <span dir="auto">
                    {move || row.with_value(|row| names(&row.duo.mentee_name, &row.duo.mentor_name))}
                </span>
                <br/>
                <span class="muted">{about}</span>
            </th>
            <td role="cell">{dates}</td>
            <td role="cell">
                <Chip label=text(state) kind=kind icon=icon/>
                <ul class="stack stack--tight">{remarks.collect_view()}</ul>
            </td>
        </tr>
    }
}
