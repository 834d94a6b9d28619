//! The career aim.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::{career::aim::CareerAim, ready::WhenReady},
    i18n::{t, text},
    paths::Path,
    state::board::BoardState,
};

/// Sector and occupation, own words, or "I do not know yet".
#[component]
pub fn CareerAimPage() -> impl IntoView {
    let board = BoardState::expect();
    let mentee = board.is_mentee();
    let title = Signal::derive(move || t(if mentee { Key::AimTitle } else { Key::AimTitleMentor }));
    let plan = if mentee { Key::NavPlan } else { Key::NavPlanMentor };
    let back = Back { href: Path::Plan.href(), name: text(plan) };
    view! {
        <Page title=title back=back>
            <WhenReady><CareerAim/></WhenReady>
        </Page>
    }
    .into_any()
}
