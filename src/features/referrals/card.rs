//! One referral in the list.

use board::id::ItemId;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        card::{Card, CardKind},
        chip::{Chip, ChipKind},
        icon::IconName,
    },
    features::{
        objectives::wording::theme_key,
        privacy::PrivacyChip,
        referrals::{
            facts::{ReferralFacts, part, referral_facts},
            wording::{outcome_key, went_key},
        },
    },
    i18n::{format, t, text, tf, tn},
    paths::Path,
    state::board::BoardState,
};
use board::referral::ReferralStage;

/// The id of the link of a card.
pub(super) fn card_id(referral: ItemId) -> String {
    format!("referral-{referral}")
}

/// A card that leads to the referral; its heading is the one link in it.
#[component]
pub(super) fn ReferralCard(
    /// The referral.
    id: ItemId,
) -> impl IntoView {
    let facts = referral_facts(BoardState::expect(), id);
    let title = part(facts, |facts| facts.title.clone());
    let theme = part(facts, |facts| facts.theme.clone());
    let is_done = part(facts, |facts| facts.stage == ReferralStage::Done).get_untracked();
    let kind = if is_done == Some(true) { CardKind::Done } else { CardKind::Plain };
    let words = move || facts.with(|facts| facts.as_ref().map(last_words));
    view! {
        <Card kind link=true>
            <h3>
                <a class="card__link" id=card_id(id) href=Path::Referral(id.0).href() dir="auto">
                    {move || title.get()}
                </a>
            </h3>
            <p class="muted">{move || theme.get().map(|theme| t(theme_key(&theme)))}</p>
            <p>{words}</p>
            <div class="row">{move || facts.get().map(|facts| view! { <Chips facts/> })}</div>
        </Card>
    }
}

/// What is known last: the outcome, what was said of going there, or the day.
fn last_words(facts: &ReferralFacts) -> String {
    match (&facts.outcome, &facts.went, facts.on) {
        (Some(outcome), ..) => t(outcome_key(outcome)),
        (None, Some(went), _) => t(went_key(went)),
        (None, None, Some(on)) => {
            let (date, away) = (format::long_date(on), format::relative_date(on));
            tf(Key::ApplicationDayIs, &[("date", &date), ("away", &away)])
        }
        (None, None, None) => t(Key::ReferralNoDay),
    }
}

/// Who sees it, what is new, what waits.
#[component]
fn Chips(facts: ReferralFacts) -> impl IntoView {
    let unread = facts.unread;
    view! {
        <PrivacyChip side=facts.side/>
        {(unread > 0).then(|| {
            let label = Signal::derive(move || tn(Key::CommentNewCount, unread));
            view! { <Chip label kind=ChipKind::Other icon=IconName::Message/> }
        })}
        {facts.versions.then(|| {
            let (label, kind) = (text(Key::PlanVersions), ChipKind::Attend);
            view! { <Chip label kind icon=IconName::Alert/> }
        })}
    }
}
