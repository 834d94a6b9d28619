//! All referrals: what is to do, what waits for news, what is done.

use board::{id::ItemId, item::Kind, permit::may_add, referral::ReferralStage};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{each::Each, empty_state::EmptyState, icon::IconName, link_button::LinkButton},
    features::{
        referrals::{
            card::{ReferralCard, card_id},
            wording::group_key,
        },
        rows::RowFocus,
    },
    i18n::{t, text, tf},
    paths::Path,
    state::board::BoardState,
};

/// The three groups; an invitation while there is nothing.
#[component]
pub fn ReferralList() -> impl IntoView {
    let board = BoardState::expect();
    let of = |stage| Memo::new(move |_| group(board, stage));
    let groups = [ReferralStage::ToDo, ReferralStage::Waiting, ReferralStage::Done]
        .map(|stage| (stage, of(stage)));
    let all = Memo::new(move |_| groups.iter().flat_map(|(_, ids)| ids.get()).collect::<Vec<_>>());
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty));
    let focus = RowFocus::watch(all, card_id, "page-title");
    move || {
        if is_empty.get() {
            return view! { <Empty/> }.into_any();
        }
        let groups = groups.map(|(stage, ids)| {
            view! { <Group heading=group_key(stage) ids focus/> }
        });
        view! { <div class="stack stack--loose">{groups.into_iter().collect_view()}</div> }
            .into_any()
    }
}

/// One group with its heading; nothing when it is empty.
#[component]
fn Group(heading: Key, ids: Memo<Vec<ItemId>>, focus: RowFocus) -> impl IntoView {
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    move || {
        any.get().then(|| {
            view! {
                <section class="stack">
                    <h2>{move || t(heading)}</h2>
                    <ul class="grid">
                        <Each each=move || ids.get() key=|id| *id let:id>
                            <li on:focusin=move |_| focus.enter(id)><ReferralCard id/></li>
                        </Each>
                    </ul>
                </section>
            }
        })
    }
}

#[component]
fn Empty() -> impl IntoView {
    let board = BoardState::expect();
    let may = may_add(&board.actor(), &Kind::Referral);
    let mentee = board.is_mentee();
    let title = Signal::derive(move || {
        if mentee {
            t(Key::ReferralEmptyTitle)
        } else {
            tf(Key::ReferralEmptyTitleMentor, &[("name", &board.other_name())])
        }
    });
    let words = if mentee { Key::ReferralEmpty } else { Key::ReferralEmptyMentor };
    view! {
        <EmptyState title text=text(words)>
            {may.then(|| view! {
                <LinkButton
                    label=text(Key::ReferralFind)
                    href=Path::Services.href()
                    icon=IconName::Flag
                />
            })}
        </EmptyState>
    }
}

/// The referrals at a stage; those with a day first, soonest first, then the newest.
fn group(board: BoardState, stage: ReferralStage) -> Vec<ItemId> {
    board.view().with(|world| {
        let mut found = world
            .items()
            .filter(|(_, item)| item.is_live())
            .filter_map(|(_, item)| {
                let referral = item.as_referral().filter(|it| it.stage() == stage)?;
                let day = referral.on.filter(|_| stage == ReferralStage::ToDo);
                Some((day.is_none(), day, std::cmp::Reverse((item.at, item.id)), item.id))
            })
            .collect::<Vec<_>>();
        found.sort_unstable();
        found.into_iter().map(|(.., id)| id).collect()
    })
}
