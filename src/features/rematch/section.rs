//! The way to a new duo on the page of a closed one.

use board::protocol::plans::DuoPlan;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{icon::IconName, link_button::LinkButton, unfold::Unfold},
    features::{duo_plan::open::OpenPlan, rematch::form::RematchForm},
    i18n::{format::long_date, t, text, tf},
    paths::Path,
};

const HEADING: &str = "rematch";

/// What a new mentor sees, the form, or the way to the newer duo. Nothing while the duo runs.
#[component]
pub fn RematchSection(
    /// The plan of this page.
    open: OpenPlan,
) -> impl IntoView {
    let shown = Memo::new(move |_| {
        open.plan.value.with(|plan| {
            let plan = plan.as_ref()?;
            let some = plan.next.is_some() || plan.rematch_from.is_some();
            some.then(|| (plan.mentee.name.clone(), plan.next, plan.rematch_from))
        })
    });
    let content = move || {
        let (name, next, from) = shown.get()?;
        let body = match (next, from) {
            (Some(next), _) => newer(name, Path::Duo(next.0).href()),
            (None, Some(from)) => {
                let values = name.clone();
                let form_open = RwSignal::new(false);
                let form = move || {
                    let plan: Option<DuoPlan> = open.plan.value.get_untracked();
                    plan.map(|plan| view! { <RematchForm plan=plan duo=open.duo/> })
                };
                view! {
                    <p>
                        {move || tf(Key::RematchLead, &[("name", &name)])} " "
                        {move || tf(Key::RematchChoose, &[("name", &values)])}
                    </p>
                    <p class="muted">
                        {move || tf(Key::RematchFrom, &[("date", &long_date(from))])}
                    </p>
                    <div>
                        <Unfold
                            label=text(Key::RematchOpen)
                            open=form_open
                            icon=IconName::Pair
                            id="rematch-open"
                        >
                            {form}
                        </Unfold>
                    </div>
                }
                .into_any()
            }
            (None, None) => return None,
        };
        Some(view! {
            <section class="card stack" aria-labelledby=HEADING>
                <h2 id=HEADING tabindex="-1">{move || t(Key::RematchTitle)}</h2>
                {body}
            </section>
        })
    };
    content.into_any()
}

fn newer(name: String, href: String) -> AnyView {
    view! {
        <p>{move || tf(Key::RematchHasNext, &[("name", &name)])}</p>
        <div><LinkButton label=text(Key::RematchNext) href=href icon=IconName::Pair/></div>
    }
    .into_any()
}
