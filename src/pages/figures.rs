//! The figures of the association, and of a funder.

use board::office::duty::{Duty, may};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{button::ButtonKind, link_button::LinkButton, page::Page},
    features::figures::work::FiguresWork,
    i18n::text,
    paths::Path,
    state::session::SessionState,
};

/// Every figure, with ways to groups, targets and evidence.
#[component]
pub fn FiguresPage() -> impl IntoView {
    let role = SessionState::expect().session().map(|session| session.role);
    let looks_after = role.is_some_and(|role| may(&role, Duty::LookAfter));
    let actions = move || {
        let more = looks_after.then(|| {
            view! {
                <LinkButton
                    label=text(Key::FiguresToTargets)
                    href=Path::Targets.href()
                    kind=ButtonKind::Quiet
                />
                <LinkButton
                    label=text(Key::FiguresToEvidence)
                    href=Path::Evidence.href()
                    kind=ButtonKind::Quiet
                />
            }
        });
        view! {
            <div class="row no-print">
                <LinkButton
                    label=text(Key::FiguresToBreakdown)
                    href=Path::Breakdown.href()
                    kind=ButtonKind::Quiet
                />
                {more}
            </div>
        }
    };
    view! {
        <Page title=text(Key::FiguresTitle) lead=text(Key::FiguresLead) actions=actions>
            <FiguresWork looks_after=looks_after/>
        </Page>
    }
    .into_any()
}
