//! The filters of the caseload: only those with something to choose.

use board::protocol::{boards::PersonName, caseload::CaseloadChoices};
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        choice::ChoiceOption,
        disclosure::Disclosure,
        field::Field,
        icon::IconName,
        select::Select,
    },
    features::{
        caseload::{address::Filters, sectors::sector_options},
        duos::words_of::language_name,
    },
    i18n::{format, text},
    state::session::SessionState,
};

/// Search by name, and one list for each thing duos differ in.
#[component]
pub fn CaseloadFilters(
    /// What can be chosen.
    choices: Memo<CaseloadChoices>,
    /// What is asked for.
    filters: Filters,
) -> impl IntoView {
    let session = SessionState::expect();
    let branches = session.session().map(|session| session.branches).unwrap_or_default();
    let branches: Vec<_> = branches
        .into_iter()
        .map(|branch| ChoiceOption::new(branch.id.to_string(), Signal::stored(branch.name)))
        .collect();
    let branches = Signal::stored(branches);
    let coordinators = Signal::derive(move || {
        let option = |person: &PersonName| {
            ChoiceOption::new(person.id.to_string(), Signal::stored(person.name.clone()))
        };
        choices.with(|choices| choices.coordinators.iter().map(option).collect::<Vec<_>>())
    });
    let months = Signal::derive(move || {
        let option = |month: &NaiveDate| {
            let month = *month;
            let words =
                Signal::derive(move || format!("{} {}", format::month(month), month.year()));
            ChoiceOption::new(format!("{:04}-{:02}", month.year(), month.month()), words)
        };
        choices.with(|choices| choices.months.iter().map(option).collect::<Vec<_>>())
    });
    let langs = Signal::derive(move || {
        let option =
            |tag: &String| ChoiceOption::new(tag.clone(), Signal::stored(language_name(tag)));
        choices.with(|choices| choices.langs.iter().map(option).collect::<Vec<_>>())
    });
    let sectors = sector_options(choices);
    // Whom to call comes first; lists that choose already are in sight.
    let open = untrack(|| filters.narrows());
    view! {
        <div class="caseload-filters" role="search">
            <Field label=text(Key::CaseloadSearch) value=filters.name spellcheck=false/>
            <Disclosure label=text(Key::CaseloadFilters) open=open>
                <div class="filters">
                    <Filter label=Key::DuoBranch options=branches value=filters.branch at_least=2/>
                    <Filter
                        label=Key::CaseloadCoordinator
                        options=coordinators
                        value=filters.coordinator
                    />
                    <Filter label=Key::CaseloadSector options=sectors value=filters.sector/>
                    <Filter label=Key::CaseloadMonth options=months value=filters.month at_least=2/>
                    <Filter label=Key::CaseloadLang options=langs value=filters.lang at_least=2/>
                </div>
            </Disclosure>
        </div>
        {move || filters.any().then(|| view! {
            <div>
                <Button
                    label=text(Key::CaseloadClear)
                    kind=ButtonKind::Quiet
                    icon=IconName::Cross
                    on_press=move |()| filters.clear()
                />
            </div>
        })}
    }
}

/// A list, while there is something to choose or something is chosen.
#[component]
fn Filter(
    label: Key,
    options: Signal<Vec<ChoiceOption>>,
    value: RwSignal<String>,
    #[prop(default = 1)] at_least: usize,
) -> impl IntoView {
    let shown = Memo::new(move |_| {
        options.with(Vec::len) >= at_least || value.with(|value| !value.is_empty())
    });
    move || {
        shown.get().then(|| {
            view! {
                <Select
                    label=text(label)
                    options=options
                    value=value
                    empty_label=text(Key::CaseloadAll)
                />
            }
        })
    }
}
