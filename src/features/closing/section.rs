//! The end of a duo on its page: the form while it runs; afterwards how it was closed, what is
//! left to do, and the way back for some days.

use board::{
    office::closure::{Checklist, Closure},
    protocol::{
        plans::{ClosureInfo, DuoPlan},
        problem::ProblemCode,
    },
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        confirm_dialog::ConfirmDialog,
        icon::IconName,
        notice::{Notice, NoticeKind},
        unfold::Unfold,
    },
    features::{
        api_error::api_error_text,
        closing::form::{ClosureForm, closure_faults, kind_key},
        duo_plan::open::OpenPlan,
        duos::words_of::{milliseconds, names},
        form_faults::Faults,
    },
    i18n::{
        format::{date_time, long_date},
        t, text, tf, tn,
    },
    platform::{announce::announce, focus},
};

/// The heading of the section.
pub const CLOSING: &str = "closing";

/// The form, or what it led to.
#[component]
pub fn ClosingSection(
    /// The plan of this page.
    open: OpenPlan,
) -> impl IntoView {
    let first = RwSignal::new(false);
    let ended =
        Memo::new(move |_| open.plan.value.with(|plan| Some(plan.as_ref()?.ended.is_some())));
    let somebody = move || {
        let name =
            open.plan.value.with(|plan| plan.as_ref()?.closure.as_ref().map(|it| it.by.clone()));
        let name = name.filter(|_| first.get())?;
        Some(view! {
            <Notice kind=NoticeKind::Attend>
                <p>{move || tf(Key::ClosingClosedFirst, &[("name", &name)])}</p>
            </Notice>
        })
    };
    let content = move || match ended.get() {
        None => ().into_any(),
        Some(false) => view! { <Running open=open first=first/> }.into_any(),
        Some(true) => view! { <Ended open=open/> }.into_any(),
    };
    view! {
        <section class="card stack" aria-labelledby=CLOSING>
            <h2 id=CLOSING tabindex="-1">{move || t(Key::ClosingTitle)}</h2>
            {somebody}
            {content}
        </section>
    }
    .into_any()
}

/// Takes what the server says: the new plan, or that somebody was faster.
fn settle(
    open: OpenPlan,
    answer: Result<DuoPlan, ApiError>,
    said: Key,
    faults: Faults,
    first: RwSignal<bool>,
) {
    match answer {
        Ok(plan) => {
            open.plan.take(Ok(plan));
            announce(&t(said));
            focus::focus_soon(CLOSING);
            open.changed.try_run(());
        }
        Err(error) if matches!(error.code(), Some(ProblemCode::DuoEnded | ProblemCode::Stale)) => {
            first.try_set(true);
            announce(&api_error_text(&error));
            focus::focus_soon(CLOSING);
            open.changed.try_run(());
        }
        Err(error) => faults.take(error),
    }
}

#[component]
fn Running(open: OpenPlan, first: RwSignal<bool>) -> impl IntoView {
    let (form_open, asks, busy) =
        (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let wanted = RwSignal::new(None::<Closure>);
    let faults = closure_faults("closing");
    let ask = Callback::new(move |closure: Closure| {
        wanted.set(Some(closure));
        asks.set(true);
    });
    let close = move |()| {
        let Some(closure) = wanted.get_untracked() else { return };
        busy.set(true);
        spawn_local(async move {
            let answer = api::plans::close(open.duo, &closure).await;
            busy.try_set(false);
            settle(open, answer, Key::ClosingDone, faults, first);
        });
    };
    let title = Signal::derive(move || {
        let of = |plan: &DuoPlan| names(&plan.mentee.name, &plan.mentor.name);
        let name = open.plan.value.with(|plan| plan.as_ref().map(of)).unwrap_or_default();
        tf(Key::ClosingConfirmTitle, &[("name", &name)])
    });
    let what = Signal::derive(|| format!("{} {}", t(Key::ClosingWhat), t(Key::ClosingUndoLead)));
    let form = move || {
        open.plan.value.get_untracked().map(|plan| {
            view! {
                <ClosureForm
                    plan=plan
                    faults=faults
                    busy=busy
                    submit=text(Key::ClosingGo)
                    kind=ButtonKind::Stop
                    on_submit=ask
                />
            }
        })
    };
    view! {
        <p>{what}</p>
        <div>
            <Unfold
                label=text(Key::ClosingOpen)
                open=form_open
                icon=IconName::Flag
                id="closing-open"
            >
                {form}
            </Unfold>
        </div>
        <ConfirmDialog
            open=asks
            title=title
            text=what
            confirm_label=text(Key::ClosingGo)
            on_confirm=close
        />
    }
}

#[component]
fn Ended(open: OpenPlan) -> impl IntoView {
    let first = RwSignal::new(false);
    let (form_open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let faults = closure_faults("closing");
    let send = Callback::new(move |closure: Closure| {
        let Some(plan) = open.plan.value.get_untracked() else { return };
        busy.set(true);
        spawn_local(async move {
            let answer = match plan.closure {
                Some(_) => api::plans::change_closure(open.duo, plan.version, &closure).await,
                None => api::plans::close(open.duo, &closure).await,
            };
            busy.try_set(false);
            if answer.is_ok() {
                form_open.try_set(false);
            }
            settle(open, answer, Key::ClosingChanged, faults, first);
        });
    });
    let told = move || open.plan.value.get().map(told);
    let label = Signal::derive(move || {
        let closed =
            open.plan.value.with(|plan| plan.as_ref().is_some_and(|it| it.closure.is_some()));
        t(if closed { Key::ClosingChange } else { Key::ClosingTell })
    });
    let form = move || {
        open.plan.value.get_untracked().map(|plan| {
            view! {
                <ClosureForm
                    plan=plan
                    faults=faults
                    busy=busy
                    submit=text(Key::ActionSave)
                    kind=ButtonKind::Main
                    on_submit=send
                />
            }
        })
    };
    let late = move || {
        first.get().then(|| {
            view! {
                <Notice kind=NoticeKind::Attend>
                    <p>{move || t(Key::DuoPlanByChance)}</p>
                </Notice>
            }
        })
    };
    view! {
        {told}
        {late}
        <div>
            <Unfold label=label open=form_open icon=IconName::Pencil id="closing-change">
                {form}
            </Unfold>
        </div>
        <Undo open=open/>
    }
}

/// How the duo ended, and what is left of the checklist.
fn told(plan: DuoPlan) -> AnyView {
    let Some(ClosureInfo { closure, by, at, .. }) = plan.closure else {
        let on = plan.ended.unwrap_or(plan.today);
        return view! {
            <p>{move || tf(Key::ClosingEndedAlone, &[("date", &long_date(on))])}</p>
        }
        .into_any();
    };
    let how = move || {
        let (date, kind) = (long_date(closure.on), t(kind_key(closure.kind)));
        tf(Key::ClosingClosedOn, &[("date", &date), ("kind", &kind)])
    };
    let who = (!by.is_empty()).then(|| {
        let words = move || {
            let when = date_time(milliseconds(at));
            tf(Key::ClosingClosedBy, &[("name", &by), ("when", &when)])
        };
        view! { <p class="muted">{words}</p> }
    });
    let missing = missing(closure.checklist);
    let left = move || match missing {
        0 => t(Key::ClosingComplete),
        count => tn(Key::ClosingMissing, count),
    };
    view! {
        <p><strong>{how}</strong></p>
        {who}
        <p>{left}</p>
    }
    .into_any()
}

fn missing(checklist: Checklist) -> usize {
    let Checklist { notice, talk_mentee, talk_mentor, next_step, contact_rule } = checklist;
    let all = [notice, talk_mentee, talk_mentor, next_step, contact_rule];
    all.into_iter().filter(|done| !done).count()
}

/// The way back, while there is one.
#[component]
fn Undo(open: OpenPlan) -> impl IntoView {
    let asks = RwSignal::new(false);
    let info = Memo::new(move |_| {
        let until = |plan: &DuoPlan| plan.closure.as_ref().map(|info| info.undo_until);
        open.plan.value.with(|plan| plan.as_ref().and_then(until))
    });
    let undo = move |()| {
        let version = |plan: &Option<DuoPlan>| plan.as_ref().map_or(0, |plan| plan.version);
        let version = open.plan.value.with_untracked(version);
        spawn_local(async move {
            match api::plans::undo_closure(open.duo, version).await {
                Ok(()) => {
                    announce(&t(Key::ClosingUndone));
                    focus::focus_soon(CLOSING);
                }
                Err(error) => announce(&api_error_text(&error)),
            }
            open.changed.try_run(());
        });
    };
    let shown = move || match info.get() {
        None => ().into_any(),
        Some(None) => view! { <p class="muted">{t(Key::ClosingStands)}</p> }.into_any(),
        Some(Some(until)) => {
            let until =
                move || tf(Key::ClosingUndoUntil, &[("date", &date_time(milliseconds(until)))]);
            view! {
                <div class="row">
                    <Button
                        label=text(Key::ClosingUndo)
                        kind=ButtonKind::Quiet
                        icon=IconName::Undo
                        on_press=move |()| asks.set(true)
                    />
                    <p class="muted">{until}</p>
                </div>
            }
            .into_any()
        }
    };
    view! {
        {shown}
        <ConfirmDialog
            open=asks
            title=text(Key::ClosingUndo)
            text=text(Key::ClosingUndoText)
            confirm_label=text(Key::ClosingUndo)
            kind=ButtonKind::Main
            on_confirm=undo
        />
    }
}
