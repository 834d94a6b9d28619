//! The numbers of one year, to change: duos of branches, money of regions. What is typed stays when
//! something is wrong with it.

use board::{
    id::BranchId,
    office::{
        region::Region,
        target::{BUDGET_MAX, DUOS_MAX},
    },
    protocol::figures::{SetBudget, SetTarget, Targets},
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        error_summary::{ErrorSummary, FormError},
        field::Field,
        form::Form,
    },
    features::figures::naming::region_key,
    i18n::{t, text, tf},
    platform::ids,
};

/// One number of a form.
#[derive(Clone)]
struct Number {
    id: String,
    draft: RwSignal<String>,
    /// What is wrong with it, once the form was sent.
    wrong: RwSignal<Option<Key>>,
}

impl Number {
    fn new(known: Option<u32>) -> Self {
        Self {
            id: ids::element_id("number"),
            draft: RwSignal::new(known.map(|known| known.to_string()).unwrap_or_default()),
            wrong: RwSignal::new(None),
        }
    }

    /// What is typed, without the spaces and points that people write between thousands.
    fn read(&self, most: u32, fault: Key) -> Result<Option<u32>, ()> {
        let typed = self.draft.get_untracked();
        let digits: String = typed
            .chars()
            .filter(|it| !it.is_whitespace() && !matches!(it, '.' | '\u{a0}'))
            .collect();
        let number = digits.parse::<u32>().ok().filter(|number| *number <= most);
        let found = if digits.is_empty() { Ok(None) } else { number.map(Some).ok_or(()) };
        self.wrong.set(found.is_err().then_some(fault));
        found
    }

    fn field(&self, label: Signal<String>) -> AnyView {
        let wrong = self.wrong;
        let error = Signal::derive(move || wrong.get().map(t));
        view! {
            <Field
                label=label
                value=self.draft
                id=self.id.clone()
                error=error
                inputmode="numeric"
                dir="ltr"
                spellcheck=false
            />
        }
        .into_any()
    }
}

fn errors(numbers: Vec<Number>) -> Signal<Vec<FormError>> {
    Signal::derive(move || {
        let error = |number: &Number| {
            let message = t(number.wrong.get()?);
            Some(FormError { field_id: number.id.clone(), message })
        };
        numbers.iter().filter_map(error).collect()
    })
}

/// Duos to begin, a field for each branch.
#[component]
pub fn TargetForm(
    /// What is known.
    known: Targets,
    /// Which year.
    year: u16,
    /// Called with what was typed.
    on_save: Callback<Vec<SetTarget>>,
) -> impl IntoView {
    let number = |branch: BranchId| {
        let found = known.targets.iter().find(|it| it.branch == branch && it.year == year);
        Number::new(found.map(|it| it.duos))
    };
    let rows: Vec<(BranchId, String, Number)> =
        known.branches.iter().map(|it| (it.id, it.name.clone(), number(it.id))).collect();
    let fields = rows.iter().map(|(_, name, number)| {
        let name = name.clone();
        let label = Signal::derive(move || tf(Key::TargetsDuosFor, &[("branch", &name)]));
        number.field(label)
    });
    let fields = fields.collect_view();
    let errors = errors(rows.iter().map(|(.., number)| number.clone()).collect());
    let save = move |()| {
        let read: Vec<_> = rows
            .iter()
            .map(|(branch, _, number)| {
                let duos = number.read(DUOS_MAX, Key::TargetsDuosError)?;
                Ok(SetTarget { branch: *branch, year, duos })
            })
            .collect();
        if let Ok(sets) = read.into_iter().collect::<Result<Vec<_>, ()>>() {
            on_save.run(sets);
        }
    };
    let title = move || tf(Key::TargetsDuosOfYear, &[("year", &year.to_string())]);
    view! {
        <section class="card stack no-print">
            <h2>{title}</h2>
            <ErrorSummary errors=errors/>
            <Form on_submit=save>
                <p class="muted">{move || t(Key::TargetsOptional)}</p>
                <div class="filters">{fields}</div>
                <div><Button label=text(Key::TargetsSave) submit=true/></div>
            </Form>
        </section>
    }
}

/// Money, two fields for each region.
#[component]
pub fn BudgetForm(
    /// What is known.
    known: Targets,
    /// Which year.
    year: u16,
    /// Called with what was typed.
    on_save: Callback<Vec<SetBudget>>,
) -> impl IntoView {
    let rows: Vec<(Region, Number, Number)> = Region::ALL
        .iter()
        .map(|region| {
            let found = known.budgets.iter().find(|it| it.region == *region && it.year == year);
            let part = |amount: Option<u32>| Number::new(amount);
            (*region, part(found.map(|it| it.budget)), part(found.map(|it| it.public)))
        })
        .collect();
    let fields = rows.iter().map(|(region, budget, public)| {
        let region = *region;
        let label =
            move |key: Key| Signal::derive(move || tf(key, &[("region", &t(region_key(region)))]));
        view! {
            {budget.field(label(Key::TargetsBudgetFor))}
            {public.field(label(Key::TargetsPublicFor))}
        }
    });
    let fields = fields.collect_view();
    let numbers = rows.iter().flat_map(|(_, budget, public)| [budget.clone(), public.clone()]);
    let errors = errors(numbers.collect());
    let save = move |()| {
        let read: Vec<_> = rows
            .iter()
            .map(|(region, budget, public)| {
                let whole = budget.read(BUDGET_MAX, Key::TargetsBudgetError);
                let part = public.read(BUDGET_MAX, Key::TargetsBudgetError);
                let (whole, part) = (whole?, part?);
                if part.unwrap_or(0) > whole.unwrap_or(0) {
                    public.wrong.set(Some(Key::TargetsPublicError));
                    return Err(());
                }
                Ok(SetBudget { region: *region, year, budget: whole, public: part })
            })
            .collect();
        if let Ok(sets) = read.into_iter().collect::<Result<Vec<_>, ()>>() {
            on_save.run(sets);
        }
    };
    let title = move || tf(Key::TargetsBudgetsOfYear, &[("year", &year.to_string())]);
    view! {
        <section class="card stack no-print">
            <h2>{title}</h2>
            <ErrorSummary errors=errors/>
            <Form on_submit=save>
                <p class="muted">{move || t(Key::TargetsOptional)}</p>
                <div class="filters">{fields}</div>
                <div>
                    <Button label=text(Key::TargetsSaveBudgets) kind=ButtonKind::Quiet submit=true/>
                </div>
            </Form>
        </section>
    }
}
