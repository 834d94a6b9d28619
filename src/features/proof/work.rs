//! From the days to the paper, on one page: choose, look, take.

use std::collections::BTreeMap;

use board::proof;
use leptos::prelude::*;
use words::Key;

use crate::{
    features::{
        applications::facts::day,
        proof::{
            choose::{ChooseRows, Ticks, is_chosen},
            days::{ChooseDays, this_month},
            paper::ProofPaper,
            take::TakeProof,
        },
    },
    i18n::t,
    platform::clock,
    state::board::BoardState,
};

/// The whole work of the page.
#[component]
pub fn ProofWork() -> impl IntoView {
    let board = BoardState::expect();
    let days = RwSignal::new(this_month(clock::today()));
    let ticks: Ticks = RwSignal::new(BTreeMap::new());
    let rows = Memo::new(move |_| {
        board.view().with(|world| days.with(|days| proof::rows(world, days, &day)))
    });
    let chosen = Memo::new(move |_| {
        rows.with(|rows| {
            ticks.with(|ticks| {
                rows.iter().filter(|row| is_chosen(ticks, row)).cloned().collect::<Vec<_>>()
            })
        })
    });
    view! {
        <div class="no-print stack"><ChooseDays days/></div>
        <ChooseRows rows ticks/>
        <h2 class="no-print">{move || t(Key::ProofPreview)}</h2>
        <ProofPaper days rows=chosen/>
        <TakeProof days rows=chosen/>
    }
}
