//! What the product says back: states, notices, empty, loading, error.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::Button,
        chip::{Chip, ChipKind},
        code_display::CodeDisplay,
        connection_state::{ConnectionState, SaveState},
        empty_state::EmptyState,
        error_state::ErrorState,
        icon::IconName,
        loading::Loading,
        notice::{Notice, NoticeKind},
    },
    i18n::{format, t, text, tf, tn},
};

/// 26 March 2026, 14 h in Brussels.
const MEETING_MS: f64 = 1_774_530_000_000.0;

/// Connection states, notices of each kind, chips, and the states of a part of a page.
#[component]
pub fn Feedback() -> impl IntoView {
    let states = [SaveState::Saved, SaveState::Saving, SaveState::Waiting(2), SaveState::Problem];
    view! {
        <section class="stack">
            <h2>{move || t(Key::DuoStatus)}</h2>
            <div class="stack stack--tight">
                {states.map(|state| view! { <div><ConnectionState state=state/></div> }).into_iter().collect_view()}
            </div>
            <Notice><p>{move || t(Key::PrivacyHint)}</p></Notice>
            <Notice kind=NoticeKind::Success><p>{move || t(Key::ApplicationSaved)}</p></Notice>
            <Notice kind=NoticeKind::Attend>
                <p>{move || tn(Key::ApplicationWaitingDays, 7)}</p>
                <p>{move || format::date_time(MEETING_MS)}</p>
            </Notice>
            <Notice kind=NoticeKind::Error><p>{move || t(Key::ApiServer)}</p></Notice>
            <div class="row">
                <Chip label=text(Key::ThemeJob)/>
                <Chip label=text(Key::PrivacyMe) kind=ChipKind::Mine icon=IconName::Lock/>
                <Chip
                    label=Signal::derive(|| tf(Key::PrivacyShared, &[("name", "Cécile")]))
                    kind=ChipKind::Other
                    icon=IconName::Pair
                />
                <Chip label=text(Key::StatusPaused) kind=ChipKind::Attend icon=IconName::Clock/>
                <Chip label=text(Key::NotSentTitle) kind=ChipKind::Stop icon=IconName::Alert/>
                <Chip label=text(Key::StatusReached) kind=ChipKind::Done icon=IconName::Check/>
            </div>
            <EmptyState title=text(Key::PlanEmptyTitle) text=text(Key::PlanEmptyLead)>
                <Button label=text(Key::ObjectiveAddFirst) icon=IconName::Plus/>
            </EmptyState>
            <Loading/>
            <ErrorState what=text(Key::ApiOffline) on_retry=|()| ()/>
            <CodeDisplay code="0194507302"/>
        </section>
    }
}
