//! One service of the directory: short at first, everything one press further.

use board::{item::Kind, permit::may_add, protocol::library::ServiceInfo};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        card::Card,
        chip::{Chip, ChipKind},
        icon::IconName,
        link_button::LinkButton,
        unfold::Unfold,
    },
    features::{
        objectives::wording::theme_key,
        reach::{ReachLinks, WebLink},
        services::{
            region::region_name,
            wording::{is_verified, verified_words, web_of},
        },
    },
    i18n::{format, t, text},
    paths,
    platform::clock,
    state::board::BoardState,
};

/// What it does, where and for what; who may go, what to bring and how to get in touch on demand.
#[component]
pub(super) fn ServiceCard(
    /// The service.
    service: ServiceInfo,
) -> impl IntoView {
    let board = BoardState::expect();
    let today = clock::today();
    let verified = service.verified;
    let verified_label = Signal::derive(move || verified_words(verified, today));
    let icon = if is_verified(verified, today) { IconName::Check } else { IconName::Info };
    let kind = if is_verified(verified, today) { ChipKind::Plain } else { ChipKind::Attend };
    let regions = service.regions.clone();
    let where_label =
        Signal::derive(move || format::list(regions.iter().map(region_name).collect()));
    let themes = service.themes.clone();
    let about_words =
        move || format::list(themes.iter().map(|theme| t(theme_key(theme))).collect());
    let name = Signal::stored(service.name.clone());
    let open = RwSignal::new(false);
    let href = paths::refer_to(service.id.as_str());
    let label = if board.is_mentee() { Key::ServiceGo } else { Key::ServiceRefer };
    let refer = may_add(&board.actor(), &Kind::Referral).then(|| {
        view! { <LinkButton label=text(label) href=href icon=IconName::Flag/> }
    });
    let more_id = format!("service-{}", service.id);
    let does = service.does.clone();
    let first = service.first_question.clone();
    let service = StoredValue::new(service);
    view! {
        <Card>
            <h3>{name}</h3>
            {(!first.is_empty()).then(|| view! { <p><strong>{first}</strong></p> })}
            <p>{does}</p>
            <p class="muted">{about_words}</p>
            <div class="row">
                <Chip label=where_label icon=IconName::Flag/>
                <Chip label=verified_label kind icon/>
            </div>
            <div class="stack stack--tight">
                <div>
                    <Unfold
                        label=text(Key::ServiceMore)
                        about=name
                        open=open
                        id=more_id
                        icon=IconName::Info
                    >
                        <Everything service=service.get_value()/>
                    </Unfold>
                </div>
                <div>{refer}</div>
            </div>
        </Card>
    }
}

#[component]
fn Everything(service: ServiceInfo) -> impl IntoView {
    let web = web_of(&service);
    let bring = (!service.bring.is_empty()).then(|| {
        let rows = service.bring.into_iter().map(|thing| view! { <li>{thing}</li> });
        view! {
            <div>
                <dt>{move || t(Key::ServiceBring)}</dt>
                <dd><ul>{rows.collect_view()}</ul></dd>
            </div>
        }
    });
    let note = (!service.note.is_empty()).then(|| view! { <p>{service.note}</p> });
    view! {
        <dl class="facts">
            <div>
                <dt>{move || t(Key::ServiceWho)}</dt>
                <dd>{service.who}</dd>
            </div>
            {bring}
            <div>
                <dt>{move || t(Key::ServiceContact)}</dt>
                <dd>{service.contact}</dd>
            </div>
        </dl>
        {note}
        <div class="row">
            <ReachLinks words=Signal::stored(service.phone) who=Signal::stored(service.name)/>
            <WebLink href=Signal::stored(web)/>
        </div>
    }
}
