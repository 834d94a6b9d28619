//! The page of targets: one year to change, the annex to load, all years to read.

use board::{
    actor::Role,
    office::duty::{Duty, may},
    protocol::{
        figures::{ChangeBudgets, ChangeTargets, Targets},
        problem::ProblemCode,
    },
};
use chrono::Datelike;
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        choice::ChoiceOption,
        confirm_dialog::ConfirmDialog,
        notice::{Notice, NoticeKind},
        select::Select,
    },
    features::{
        api_error::api_error_text,
        fetched::{FetchNotice, Fetched},
        targets::{
            form::{BudgetForm, TargetForm},
            years::AllYears,
        },
    },
    i18n::{format, t, text, tf},
    platform::{announce::announce, clock},
    state::session::SessionState,
};

/// Years before this one, and after it, that can be chosen.
const AROUND: (u16, u16) = (3, 5);

/// What a change came to.
#[derive(Clone, PartialEq)]
enum Said {
    Saved,
    Loaded(Vec<String>),
    Stale,
    Refused(ApiError),
}

/// Reads, changes, reads again. Who may not change only reads.
#[component]
pub fn TargetsWork() -> impl IntoView {
    let role = SessionState::expect().session().map(|session| session.role);
    let role = role.unwrap_or(Role::Coordinator);
    let (manages, organises) =
        (may(&role, Duty::ManageBranch), may(&role, Duty::ManageOrganisation));
    let known = Fetched::<Targets>::nothing();
    let said = RwSignal::new(None::<Said>);
    let load = Callback::new(move |()| {
        spawn_local(async move { known.take(api::figures::targets().await) });
    });
    load.run(());
    let took = move |answer: Result<(Targets, Said), ApiError>| {
        match answer {
            Ok((targets, words)) => {
                known.take(Ok(targets));
                said.try_set(Some(words));
            }
            Err(error) if error.code() == Some(&ProblemCode::Stale) => {
                said.try_set(Some(Said::Stale));
                load.run(());
            }
            Err(error) => {
                said.try_set(Some(Said::Refused(error)));
            }
        }
        announce(
            &said
                .try_with_untracked(|said| said.as_ref().map(said_words))
                .flatten()
                .unwrap_or_default(),
        );
    };
    let version = move || known.value.with_untracked(|it| it.as_ref().map_or(0, |it| it.version));
    let save_targets = Callback::new(move |targets| {
        let (version, change) = (version(), ChangeTargets { targets });
        spawn_local(async move {
            let answer = api::figures::change_targets(version, &change).await;
            took(answer.map(|targets| (targets, Said::Saved)));
        });
    });
    let save_budgets = Callback::new(move |budgets| {
        let (version, change) = (version(), ChangeBudgets { budgets });
        spawn_local(async move {
            let answer = api::figures::change_budgets(version, &change).await;
            took(answer.map(|targets| (targets, Said::Saved)));
        });
    });
    let load_annex = Callback::new(move |()| {
        let version = version();
        spawn_local(async move {
            let answer = api::figures::load_annex(version).await;
            took(answer.map(|loaded| (loaded.targets, Said::Loaded(loaded.missing))));
        });
    });
    let year = RwSignal::new(String::new());
    let this_year = u16::try_from(clock::today().year()).unwrap_or_default();
    let chosen = move || year.with(|year| year.parse().unwrap_or(this_year));
    let forms = move || {
        let targets = known.value.get()?;
        let year = chosen();
        let money = organises.then(|| {
            view! { <BudgetForm known=targets.clone() year=year on_save=save_budgets/> }
        });
        let duos = manages
            .then(|| view! { <TargetForm known=targets.clone() year=year on_save=save_targets/> });
        Some(view! { {duos} {money} <AllYears known=targets/> })
    };
    let years = (this_year - AROUND.0..=this_year + AROUND.1).filter(|year| *year != this_year);
    let years: Vec<_> =
        years.map(|it| ChoiceOption::new(it.to_string(), Signal::stored(it.to_string()))).collect();
    let choice = manages.then(|| {
        view! {
            <div class="filters no-print">
                <Select
                    label=text(Key::TargetsYear)
                    options=years
                    value=year
                    empty_label=Signal::stored(this_year.to_string())
                />
            </div>
        }
    });
    let read_only =
        (!manages).then(|| view! { <Notice><p>{move || t(Key::TargetsReadOnly)}</p></Notice> });
    view! {
        <FetchNotice ready=known.is_ready() failure=known.failure on_retry=load/>
        {read_only}
        <SaidNotice said/>
        {organises.then(|| view! { <Annex on_load=load_annex known/> })}
        {choice}
        {forms}
    }
}

fn said_words(said: &Said) -> String {
    match said {
        Said::Saved => t(Key::TargetsSaved),
        Said::Loaded(missing) if missing.is_empty() => t(Key::TargetsAnnexLoaded),
        Said::Loaded(missing) => {
            let places = format::list(missing.clone());
            let missing = tf(Key::TargetsAnnexMissing, &[("places", &places)]);
            format!("{} {missing}", t(Key::TargetsAnnexLoaded))
        }
        Said::Stale => t(Key::TargetsStale),
        Said::Refused(error) => api_error_text(error),
    }
}

#[component]
fn SaidNotice(said: RwSignal<Option<Said>>) -> impl IntoView {
    move || {
        let words = said.get()?;
        let kind = match &words {
            Said::Saved | Said::Loaded(_) => NoticeKind::Success,
            Said::Stale => NoticeKind::Attend,
            Said::Refused(_) => NoticeKind::Error,
        };
        Some(view! { <Notice kind=kind><p>{move || said_words(&words)}</p></Notice> })
    }
}

/// One press when nothing is noted; a question when numbers would be replaced.
#[component]
fn Annex(on_load: Callback<()>, known: Fetched<Targets>) -> impl IntoView {
    let asking = RwSignal::new(false);
    let has_any = move || {
        known.value.with_untracked(|it| {
            it.as_ref().is_some_and(|it| !it.targets.is_empty() || !it.budgets.is_empty())
        })
    };
    let press = move |()| if has_any() { asking.set(true) } else { on_load.run(()) };
    view! {
        <div class="row no-print">
            <Button label=text(Key::TargetsAnnex) kind=ButtonKind::Quiet on_press=press/>
            <p class="muted">{move || t(Key::TargetsAnnexAbout)}</p>
        </div>
        <ConfirmDialog
            open=asking
            title=text(Key::TargetsAnnex)
            text=text(Key::TargetsAnnexAsk)
            confirm_label=text(Key::TargetsAnnex)
            kind=ButtonKind::Main
            on_confirm=on_load
        />
    }
}
