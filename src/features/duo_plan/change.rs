//! The form that changes the plan of a duo. When somebody else was faster, it says so and nothing
//! typed is lost.

use board::protocol::{
    duos::CADENCE_DAYS,
    plans::{ChangePlan, DuoPlan},
    problem::ProblemCode,
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::Button,
        choice::ChoiceOption,
        date_field::{DateDraft, DateField, parse::DateError},
        field::Field,
        form::Form,
        notice::{Notice, NoticeKind},
        select::Select,
    },
    features::{
        duo_plan::open::OpenPlan,
        form_faults::{Fault, FaultSummary, Faults, Question},
    },
    i18n::{t, text},
    platform::announce::announce,
};

const QUESTIONS: &[Question] = &[
    Question {
        name: "planned_end",
        label: Key::DuoPlanEnd,
        day: Key::DuoPlanFar,
        early: Key::DuoPlanEarly,
    },
    Question::plain("cadence_days", Key::DuoPlanCadence),
    Question::plain("coordinator", Key::DuoPlanCoordinator),
    Question::plain("sector", Key::DuoPlanSector),
];

/// What is typed, and the version it changes.
#[derive(Clone, Copy)]
struct Draft {
    version: RwSignal<u64>,
    planned_end: DateDraft,
    cadence: RwSignal<String>,
    coordinator: RwSignal<String>,
    sector: RwSignal<String>,
}

impl Draft {
    fn of(plan: &DuoPlan) -> Self {
        let settings = &plan.settings;
        let coordinator = settings.coordinator.map(|id| id.to_string()).unwrap_or_default();
        let sector = settings.sector.as_ref().map(ToString::to_string).unwrap_or_default();
        Self {
            version: RwSignal::new(plan.version),
            planned_end: DateDraft::new(Some(settings.planned_end)),
            cadence: RwSignal::new(settings.cadence_days.to_string()),
            coordinator: RwSignal::new(coordinator),
            sector: RwSignal::new(sector),
        }
    }

    fn read(self) -> Result<ChangePlan, Vec<(&'static str, Fault)>> {
        let mut found = Vec::new();
        let end = self.planned_end.read().and_then(|day| day.ok_or(DateError::Incomplete));
        if let Err(error) = end {
            found.push(("planned_end", Fault::Date(error)));
        }
        let days = self.cadence.with(|typed| typed.trim().parse::<u16>().ok());
        let days = days.filter(|days| CADENCE_DAYS.contains(days));
        if days.is_none() {
            found.push(("cadence_days", Fault::Says(Key::DuoPlanNumber)));
        }
        match (end, days) {
            (Ok(planned_end), Some(cadence_days)) => Ok(ChangePlan {
                planned_end,
                cadence_days,
                coordinator: self.coordinator.with(|id| id.parse().ok()),
                sector: self.sector.with(|word| word.parse().ok()),
            }),
            _ => Err(found),
        }
    }
}

/// End, rhythm, coordinator, sector.
#[component]
pub fn ChangeForm(
    /// The plan of this page, which is known.
    open: OpenPlan,
    /// Called once the server has it.
    on_done: Callback<()>,
) -> impl IntoView {
    open.plan.value.get_untracked().map(|plan| {
        let draft = untrack(|| Draft::of(&plan));
        view! { <Fields open=open plan=plan draft=draft on_done=on_done/> }
    })
}

#[component]
fn Fields(open: OpenPlan, plan: DuoPlan, draft: Draft, on_done: Callback<()>) -> impl IntoView {
    let faults = Faults::new("plan", QUESTIONS);
    let (busy, late) = (RwSignal::new(false), RwSignal::new(false));
    let duo = open.duo;
    let send = move |()| {
        if busy.get_untracked() {
            return;
        }
        faults.clear();
        let wanted = match untrack(|| draft.read()) {
            Ok(wanted) => wanted,
            Err(found) => {
                let _none = faults.show(found);
                return;
            }
        };
        busy.set(true);
        late.set(false);
        spawn_local(async move {
            let version = draft.version.get_untracked();
            let answer = api::plans::change(duo, version, &wanted).await;
            busy.try_set(false);
            match answer {
                Ok(plan) => {
                    open.plan.take(Ok(plan));
                    announce(&t(Key::DuoPlanSaved));
                    on_done.try_run(());
                }
                Err(error) if error.code() == Some(&ProblemCode::Stale) => {
                    let fresh = api::plans::read(duo).await;
                    if let Ok(fresh) = &fresh {
                        draft.version.try_set(fresh.version);
                    }
                    open.plan.take(fresh);
                    announce(&t(Key::DuoPlanByChance));
                    late.try_set(true);
                }
                Err(error) => faults.take(error),
            }
        });
    };
    let people: Vec<_> = plan
        .colleagues
        .into_iter()
        .map(|person| ChoiceOption::new(person.id.to_string(), Signal::stored(person.name)))
        .collect();
    let sectors = Signal::derive(move || {
        open.sectors.value.with(|known| {
            let option = |sector: &board::protocol::library::SectorInfo| {
                let name = Signal::stored(sector.name.clone());
                ChoiceOption::new(sector.id.to_string(), name)
            };
            known.iter().flatten().map(option).collect::<Vec<_>>()
        })
    });
    let late = move || {
        late.get().then(|| {
            view! {
                <Notice kind=NoticeKind::Attend>
                    <p>{move || t(Key::DuoPlanByChance)}</p>
                </Notice>
            }
        })
    };
    view! {
        <Form on_submit=send>
            <FaultSummary faults=faults/>
            {late}
            <DateField
                id=faults.id("planned_end")
                label=text(Key::DuoPlanEnd)
                value=draft.planned_end
                error=faults.error("planned_end")
            />
            <Field
                id=faults.id("cadence_days")
                label=text(Key::DuoPlanCadence)
                hint=text(Key::DuoPlanCadenceHint)
                value=draft.cadence
                error=faults.error("cadence_days")
                inputmode="numeric"
                dir="ltr"
            />
            <Select
                id=faults.id("coordinator")
                label=text(Key::DuoPlanCoordinator)
                options=people
                value=draft.coordinator
                error=faults.error("coordinator")
                empty_label=text(Key::DuoPlanNobody)
            />
            <Select
                id=faults.id("sector")
                label=text(Key::DuoPlanSector)
                options=sectors
                value=draft.sector
                error=faults.error("sector")
                empty_label=text(Key::DuoPlanNoSector)
            />
            <div class="form__actions">
                <Button label=text(Key::ActionSave) submit=true/>
                <p class="muted">{move || busy.get().then(|| t(Key::FormFaultWorking))}</p>
            </div>
        </Form>
    }
    .into_any()
}
