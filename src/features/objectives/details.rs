//! The words of an objective, and where it belongs: horizon, theme, who sees it.

use board::{
    id::ItemId,
    objective::Horizon,
    op::{Op, TextField},
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        card::Card,
        chip::{Chip, ChipKind},
        choice::Choice,
        icon::IconName,
        select::Select,
        unfold::Unfold,
    },
    features::{
        live_text::{LiveText, errors::reject_text},
        objectives::{
            facts::{ObjectiveFacts, objective_facts},
            wording::{horizon_key, horizon_options, theme_from, theme_key, theme_options},
        },
        privacy::{PrivacyChip, PrivacySwitch},
    },
    i18n::{t, text},
    platform::announce::announce,
    state::board::BoardState,
};

/// The few facts under the heading, with the switch for who sees it.
#[component]
pub fn ObjectiveChips(
    /// The objective.
    id: ItemId,
) -> impl IntoView {
    let facts = objective_facts(BoardState::expect(), id);
    let chips = move || {
        let ObjectiveFacts { horizon, theme, side, .. } = facts.get()?;
        Some(view! {
            <Chip label=text(horizon_key(&horizon)) icon=IconName::Calendar kind=ChipKind::Mine/>
            {theme.map(|theme| view! { <Chip label=text(theme_key(&theme)) icon=IconName::Flag/> })}
            <PrivacyChip side/>
        })
    };
    view! { <div class="row">{chips} <PrivacySwitch item=id/></div> }
}

/// Title and reasons, which both people may write; horizon and theme, which are the mentee's.
#[component]
pub fn ObjectiveDetails(
    /// The objective.
    id: ItemId,
) -> impl IntoView {
    let board = BoardState::expect();
    let facts = objective_facts(board, id);
    let may_plan = Memo::new(move |_| facts.with(|f| f.as_ref().is_some_and(|f| f.may_plan)));
    let title_label =
        if board.is_mentee() { Key::ObjectiveTitleLabel } else { Key::ObjectiveAddShort };
    let open = RwSignal::new(false);
    view! {
        <Card>
            <h2>{move || t(Key::ObjectiveDetails)}</h2>
            <LiveText item=id field=TextField::Title label=text(title_label)/>
            <LiveText
                item=id
                field=TextField::Notes
                label=text(Key::ObjectiveWhyLabel)
                hint=text(Key::ObjectiveWhyHint)
                multiline=true
            />
            {move || may_plan.get().then(|| view! {
                <Unfold label=text(Key::ObjectiveMore) open id=format!("where-{id}")>
                    <Where id facts/>
                </Unfold>
            })}
        </Card>
    }
}

/// Horizon and theme; each choice takes effect at once.
#[component]
fn Where(id: ItemId, facts: Memo<Option<ObjectiveFacts>>) -> impl IntoView {
    let board = BoardState::expect();
    let known = facts.get_untracked();
    let horizon = known.as_ref().map(|facts| facts.horizon.as_str().to_owned());
    let horizon = RwSignal::new(horizon.unwrap_or_default());
    let theme = known.and_then(|facts| Some(facts.theme?.as_str().to_owned()));
    let theme = RwSignal::new(theme.unwrap_or_default());
    let save = move |op| match board.act(op) {
        Ok(()) => announce(&t(Key::ObjectiveSaved)),
        Err(reject) => announce(&reject_text(&reject)),
    };
    let set_horizon = move |chosen: String| {
        save(Op::SetHorizon { item: id, horizon: Horizon::from_word(&chosen) });
    };
    let set_theme = move |chosen: String| {
        save(Op::SetTheme { item: id, theme: theme_from(&chosen) });
    };
    view! {
        <Choice
            label=text(Key::HorizonQuestion)
            options=horizon_options()
            value=horizon
            on_choose=set_horizon
        />
        <Select
            label=text(Key::ThemeQuestion)
            options=theme_options()
            value=theme
            optional=true
            on_choose=set_theme
        />
    }
}
