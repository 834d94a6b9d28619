//! All about one referral.

use board::{id::ItemId, item::Kind, referral::ReferralKind, space::Side};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        chip::{Chip, ChipKind},
        icon::IconName,
    },
    features::{
        live_text::errors::reject_text,
        objectives::wording::theme_key,
        presence::{Gone, Presence, Removed, presence},
        privacy::{PrivacyChip, PrivacySwitch},
        referrals::{
            card::card_id,
            facts::{ReferralFacts, part},
            history::History,
            need::DoINeedIt,
            outcome::Outcome,
            practical::{Details, Practical},
            reviews::Reviews,
            visit::Visit,
            wording::{kind_key, stage_key, stage_kind},
        },
        removed::undo,
    },
    i18n::{t, text},
    paths::Path,
    platform::announce::announce,
    state::board::BoardState,
};
use board::referral::ReferralStage;

/// The work on one referral; the words about it stand in `Comments`.
#[component]
pub fn ReferralWork(
    /// The referral.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<ReferralFacts>>,
) -> impl IntoView {
    let presence = presence(BoardState::expect(), id, Kind::Referral);
    move || match presence.get() {
        Presence::Here => view! { <Here id facts/> }.into_any(),
        Presence::Removed(by) => view! { <Removed id kind=Kind::Referral by/> }.into_any(),
        Presence::Gone => view! { <Gone id kind=Kind::Referral/> }.into_any(),
    }
}

#[component]
fn Here(id: ItemId, facts: Memo<Option<ReferralFacts>>) -> impl IntoView {
    let kind = part(facts, |facts| facts.kind.clone());
    let only_me = part(facts, |facts| facts.side == Side::Private);
    let open = part(facts, |facts| facts.stage == ReferralStage::ToDo);
    let first = move || {
        (kind.get() == Some(ReferralKind::Diploma) && open.get() == Some(true)).then(|| {
            view! { <DoINeedIt only_me=Signal::derive(move || only_me.get() == Some(true))/> }
        })
    };
    let reviews =
        move || (kind.get() == Some(ReferralKind::Piis)).then(|| view! { <Reviews id facts/> });
    view! {
        <Chips facts/>
        {first}
        <Practical id facts/>
        <Visit id facts/>
        {reviews}
        <Outcome id facts/>
        <History facts/>
        <Details id/>
        <Ownership id facts/>
    }
}

/// Where it stands, what kind it is and what it is to help with.
#[component]
fn Chips(facts: Memo<Option<ReferralFacts>>) -> impl IntoView {
    let what = part(facts, |facts| (facts.stage, facts.kind.clone(), facts.theme.clone()));
    let label = move |read: fn(&(ReferralStage, ReferralKind, board::objective::Theme)) -> Key| {
        Signal::derive(move || what.with(|what| what.as_ref().map(read)).map(t).unwrap_or_default())
    };
    let kind = Signal::derive(move || {
        what.with(|what| what.as_ref().map(|what| stage_kind(what.0))).unwrap_or(ChipKind::Plain)
    });
    view! {
        <div class="row">
            <Chip label=label(|what| stage_key(what.0)) kind=kind icon=IconName::Clock/>
            <Chip label=label(|what| kind_key(&what.1)) icon=IconName::Flag/>
            <Chip label=label(|what| theme_key(&what.2))/>
        </div>
    }
}

/// Who can see it, and the way to put it away.
#[component]
fn Ownership(id: ItemId, facts: Memo<Option<ReferralFacts>>) -> impl IntoView {
    let board = BoardState::expect();
    let side = part(facts, |facts| facts.side);
    let may_remove = part(facts, |facts| facts.may_remove);
    let navigate = use_navigate();
    let remove = Callback::new(move |()| {
        let title = facts.with_untracked(|f| f.as_ref().map(|f| f.title.clone()));
        let title = title.unwrap_or_default();
        match undo::remove(board, id, Key::ReferralRemoved, title, card_id(id)) {
            Ok(()) => navigate(&Path::Referrals.href(), NavigateOptions::default()),
            Err(reject) => announce(&reject_text(&reject)),
        }
    });
    view! {
        <section class="card">
            <h2>{move || t(Key::PrivacyQuestion)}</h2>
            <div class="row">
                {move || side.get().map(|side| view! { <PrivacyChip side=side/> })}
                <PrivacySwitch item=id/>
            </div>
            <Show when=move || may_remove.get() == Some(true)>
                <div>
                    <Button
                        label=text(Key::ReferralRemove)
                        kind=ButtonKind::Stop
                        on_press=move |()| remove.run(())
                    />
                </div>
            </Show>
        </section>
    }
}
