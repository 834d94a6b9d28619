//! The breaks of a duo: those that a coordinator noted, and those that the two took. While one
//! lasts, nothing is late; at its end everything goes on by itself.

use board::protocol::plans::{DuoPlan, NewBreak, OfficeBreak, OwnBreak};
use chrono::NaiveDate;
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::{Button, ButtonKind},
        chip::{Chip, ChipKind},
        date_field::{DateDraft, DateField, parse::DateError},
        form::Form,
        icon::IconName,
        unfold::Unfold,
    },
    features::{
        api_error::api_error_text,
        duo_plan::open::OpenPlan,
        form_faults::{Fault, FaultSummary, Faults, Question},
    },
    i18n::{
        format::{long_date, short_date},
        t, text, tf,
    },
    platform::{announce::announce, clock, focus},
};

const HEADING: &str = "duo-breaks";
const BUTTON: &str = "duo-break-add";

const QUESTIONS: &[Question] = &[
    Question {
        name: "from",
        label: Key::DuoPlanFrom,
        day: Key::DuoPlanFar,
        early: Key::DuoPlanEarly,
    },
    Question {
        name: "until",
        label: Key::DuoPlanUntil,
        day: Key::DuoPlanFar,
        early: Key::DuoPlanEarly,
    },
];

/// The list, and the form while the duo runs.
#[component]
pub fn Breaks(
    /// The plan of this page, which is known.
    open: OpenPlan,
) -> impl IntoView {
    let form_open = RwSignal::new(false);
    let saved = Callback::new(move |()| {
        form_open.set(false);
        focus::focus_soon(BUTTON);
        open.changed.run(());
    });
    let runs = open.runs();
    let list = move || open.plan.value.get().map(|plan| view! { <List open=open plan=plan/> });
    let add = move || {
        (runs.get() == Some(true)).then(|| {
            view! {
                <div>
                    <Unfold
                        label=text(Key::DuoPlanAddBreak)
                        open=form_open
                        icon=IconName::Plus
                        id=BUTTON
                    >
                        <BreakForm open=open on_done=saved/>
                    </Unfold>
                </div>
            }
        })
    };
    view! {
        <h3 id=HEADING tabindex="-1">{move || t(Key::DuoPlanBreaks)}</h3>
        <p class="muted">{move || t(Key::DuoPlanBreakLead)}</p>
        {list}
        {add}
    }
}

#[component]
fn List(open: OpenPlan, plan: DuoPlan) -> impl IntoView {
    let today = plan.today;
    let runs = plan.ended.is_none();
    let none = plan.breaks.is_empty() && plan.own_breaks.is_empty();
    let noted = plan.breaks.into_iter().map(|one| {
        view! { <Noted open=open one=one today=today runs=runs/> }
    });
    let own = plan.own_breaks.into_iter().map(|OwnBreak { from, until }| {
        let now = from <= today && today <= until;
        view! {
            <li class="stack stack--tight">
                <p>{move || days(from, until)}</p>
                <div class="row">
                    <Chip label=text(Key::DuoPlanBreakOwn) icon=IconName::Pair/>
                    {now.then(running)}
                </div>
            </li>
        }
    });
    view! {
        {none.then(|| view! { <p>{move || t(Key::DuoPlanNoBreak)}</p> })}
        <ul class="stack">{noted.collect_view()} {own.collect_view()}</ul>
    }
}

fn days(from: NaiveDate, until: NaiveDate) -> String {
    tf(Key::DuoPlanBreakDays, &[("from", &long_date(from)), ("until", &long_date(until))])
}

fn running() -> AnyView {
    let kind = Signal::stored(ChipKind::Mine);
    view! { <Chip label=text(Key::DuoPlanBreakNow) kind=kind icon=IconName::Clock/> }.into_any()
}

#[component]
fn Noted(open: OpenPlan, one: OfficeBreak, today: NaiveDate, runs: bool) -> impl IntoView {
    let OfficeBreak { id, from, until, ended, .. } = one.clone();
    let over = ended.map(|day| {
        // One that ended before it began never took place.
        let words = move || match day <= from {
            true => t(Key::DuoPlanBreakOff),
            false => tf(Key::DuoPlanBreakEnded, &[("date", &short_date(day))]),
        };
        view! { <p class="muted">{words}</p> }
    });
    let end = Callback::new(move |()| {
        spawn_local(async move {
            match api::plans::end_break(id).await {
                Ok(()) => {
                    announce(&t(Key::DuoPlanResumed));
                    focus::focus_soon(HEADING);
                    open.changed.try_run(());
                }
                Err(error) => announce(&api_error_text(&error)),
            }
        });
    });
    let author = one.author.clone();
    let about = Signal::derive(move || days(from, until));
    let stop = (runs && one.is_open(today)).then(|| {
        let key = if from <= today { Key::DuoPlanResume } else { Key::DuoPlanCancelBreak };
        view! {
            <div>
                <Button label=text(key) about=about kind=ButtonKind::Quiet on_press=end/>
            </div>
        }
    });
    view! {
        <li class="stack stack--tight">
            <p>{about}</p>
            {one.covers(today).then(|| view! { <div>{running()}</div> })}
            {over}
            <p class="muted">{move || tf(Key::TalkBy, &[("name", &author)])}</p>
            {stop}
        </li>
    }
}

#[component]
fn BreakForm(open: OpenPlan, on_done: Callback<()>) -> impl IntoView {
    let faults = Faults::new("break", QUESTIONS);
    let from = untrack(|| DateDraft::new(Some(clock::today())));
    let until = untrack(|| DateDraft::new(None));
    let busy = RwSignal::new(false);
    let duo = open.duo;
    let send = move |()| {
        if busy.get_untracked() {
            return;
        }
        faults.clear();
        let read = |draft: DateDraft| {
            untrack(|| draft.read()).and_then(|day| day.ok_or(DateError::Incomplete))
        };
        let (first, last) = (read(from), read(until));
        let mut found = Vec::new();
        for (name, day) in [("from", first), ("until", last)] {
            if let Err(error) = day {
                found.push((name, Fault::Date(error)));
            }
        }
        if let (Ok(first), Ok(last)) = (first, last)
            && last < first
        {
            found.push(("until", Fault::Says(Key::DuoPlanEarly)));
        }
        let (true, Ok(from), Ok(until)) = (faults.show(found), first, last) else { return };
        busy.set(true);
        spawn_local(async move {
            let answer = api::plans::add_break(duo, &NewBreak { from, until }).await;
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    announce(&t(Key::DuoPlanBreakSaved));
                    on_done.try_run(());
                }
                Err(error) => faults.take(error),
            }
        });
    };
    view! {
        <Form on_submit=send>
            <FaultSummary faults=faults/>
            <DateField
                id=faults.id("from")
                label=text(Key::DuoPlanFrom)
                value=from
                error=faults.error("from")
            />
            <DateField
                id=faults.id("until")
                label=text(Key::DuoPlanUntil)
                value=until
                error=faults.error("until")
            />
            <div class="form__actions">
                <Button label=text(Key::ActionSave) submit=true/>
                <p class="muted">{move || busy.get().then(|| t(Key::FormFaultWorking))}</p>
            </div>
        </Form>
    }
    .into_any()
}
