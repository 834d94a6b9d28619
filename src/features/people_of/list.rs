//! Mentees and mentors of my branches: search, filter, page by page.

use std::time::Duration;

use board::protocol::pool::{PEOPLE_PAGE, PeoplePage, PersonRow};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::{Button, ButtonKind},
        checkbox::Checkbox,
        chip::{Chip, ChipKind},
        field::Field,
        icon::IconName,
        select::Select,
    },
    features::{
        duos::words_of::language_name,
        fetched::{FetchNotice, Fetched},
        people_of::words::{branch_options, role_key, role_options},
    },
    i18n::{t, text, tn},
    paths::Path,
    platform::announce,
};

/// After the last key before the server is asked.
const PAUSE: Duration = Duration::from_millis(300);

/// What the list is narrowed to. Names never enter the address.
#[derive(Clone, Copy)]
struct Filter {
    q: RwSignal<String>,
    branch: RwSignal<String>,
    role: RwSignal<String>,
    looking: RwSignal<bool>,
}

impl Filter {
    fn new() -> Self {
        Self {
            q: RwSignal::default(),
            branch: RwSignal::default(),
            role: RwSignal::default(),
            looking: RwSignal::new(false),
        }
    }

    /// As parameters of a request; tracked.
    fn query(self) -> String {
        let mut query = api::library::searched(&self.q.get());
        for (name, value) in [("branch", self.branch.get()), ("role", self.role.get())] {
            if !value.is_empty() {
                query.push_str(&format!("&{name}={value}"));
            }
        }
        if self.looking.get() {
            query.push_str("&looking=true");
        }
        query
    }
}

/// Filters, the table, "show more".
#[component]
pub fn PeopleList() -> impl IntoView {
    let found = Fetched::<PeoplePage>::nothing();
    let filter = Filter::new();
    let query = Memo::new(move |_| filter.query());
    let load = Callback::new(move |after: usize| {
        let asked = query.get_untracked();
        spawn_local(async move {
            let answer = api::people::list(after, &asked).await;
            // An answer to what is no longer asked is left out.
            if query.try_get_untracked().as_ref() != Some(&asked) {
                return;
            }
            let before = found.value.get_untracked().filter(|_| after > 0);
            found.take(answer.map(|mut page| {
                if let Some(mut all) = before {
                    all.people.append(&mut page.people);
                    page.people = all.people;
                }
                page
            }));
        });
    });
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<()>| {
        query.track();
        if before.is_none() {
            load.run(0);
            return;
        }
        if let Some(Some(waiting)) = timer.try_get_value() {
            waiting.clear();
        }
        // The page may be gone by then.
        let look = move || {
            load.try_run(0);
        };
        timer.set_value(set_timeout_with_handle(look, PAUSE).ok());
    });
    let rows = move || {
        let people = found.value.with(|page| page.as_ref().map(|page| page.people.clone()));
        people.unwrap_or_default().into_iter().map(|row| view! { <Row row/> }).collect_view()
    };
    let totals = Memo::new(move |_| {
        let count = |page: &PeoplePage| (page.people.len(), page.total as usize);
        found.value.with(|page| page.as_ref().map(count)).unwrap_or_default()
    });
    let summary = move || match totals.get().1 {
        0 => t(Key::PeopleOfNoneFound),
        total => tn(Key::PeopleOfCount, total),
    };
    // The first list is the page itself; what a search finds is said.
    Effect::new(move |before: Option<bool>| {
        let words = found.is_ready().get().then(summary);
        if let (Some(true), Some(words)) = (before, &words) {
            announce::announce(words);
        }
        words.is_some()
    });
    let branches = branch_options();
    let several = (branches.len() > 1).then(|| {
        view! {
            <Select
                label=text(Key::PeopleOfBranch)
                options=branches
                value=filter.branch
                empty_label=text(Key::DuosAllBranches)
            />
        }
    });
    let more = move |()| load.run(totals.get_untracked().0);
    view! {
        <div class="filters">
            <Field label=text(Key::PeopleOfSearch) value=filter.q spellcheck=false/>
            <Select
                label=text(Key::PeopleOfRole)
                options=role_options()
                value=filter.role
                empty_label=text(Key::PeopleOfAllRoles)
            />
            {several}
            <Checkbox label=text(Key::PeopleOfLookingOnly) value=filter.looking/>
        </div>
        <FetchNotice
            ready=found.is_ready()
            failure=found.failure
            on_retry=move |()| load.run(0)
        />
        <Show when=move || found.is_ready().get()>
            <p class="muted">{summary}</p>
            <Show when=move || { totals.get().1 > 0 }>
                <table class="cards-table people" role="table" aria-label=move || t(Key::PeopleOfTable)>
                    <thead role="rowgroup"><tr role="row"><Heads/></tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </Show>
            <Show when=move || { totals.get().0 < totals.get().1 && totals.get().0 >= PEOPLE_PAGE }>
                <div>
                    <Button
                        label=text(Key::ImportMoreRows)
                        kind=ButtonKind::Quiet
                        on_press=more
                    />
                </div>
            </Show>
        </Show>
    }
}

#[component]
fn Heads() -> impl IntoView {
    [
        Key::PeopleOfColumnName,
        Key::PeopleOfColumnRole,
        Key::PeopleOfColumnLang,
        Key::PeopleOfColumnDuos,
    ]
    .map(|key| view! { <th scope="col" role="columnheader">{move || t(key)}</th> })
    .into_iter()
    .collect_view()
}

#[component]
fn Row(row: PersonRow) -> impl IntoView {
    let href = Path::Person(row.id.0).href();
    let role = role_key(&row.role);
    let looking =
        if role == Key::DuoMentor { Key::PeopleOfLookingMentor } else { Key::PeopleOfLooking };
    let chip = row.looking.then(|| {
        view! { <Chip label=text(looking) kind=ChipKind::Attend icon=IconName::Pair/> }
    });
    let cell = |label: Key, words: Signal<String>| {
        view! {
            <td role="cell">
                <span class="cards-table__label" aria-hidden="true">{move || t(label)}</span>
                <span>{words}</span>
            </td>
        }
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a class="link" dir="auto" href=href>{row.name}</a>
                " "
                {chip}
            </th>
            {cell(Key::PeopleOfColumnRole, text(role))}
            {cell(Key::PeopleOfColumnLang, Signal::stored(language_name(&row.lang)))}
            {cell(Key::PeopleOfColumnDuos, Signal::stored(row.duos.to_string()))}
        </tr>
    }
}
