//! One version in the list.

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
        cvs::{
            facts::{CvFacts, cv_facts},
            sectors::sector_name,
            wording::{file_kind_key, lang_key, numbered},
        },
        privacy::PrivacyChip,
    },
    i18n::{t, text, tn},
    paths::Path,
    state::board::BoardState,
};

/// The id of the link of a card.
#[must_use]
pub fn card_id(version: ItemId) -> String {
    format!("cv-{version}")
}

/// A card that leads to the version; its heading is the one link in it.
#[component]
pub(super) fn CvCard(
    /// The version.
    id: ItemId,
) -> impl IntoView {
    let facts = cv_facts(BoardState::expect(), id);
    let read = move |read: fn(&CvFacts) -> String| {
        Memo::new(move |_| facts.with(|facts| facts.as_ref().map(read).unwrap_or_default()))
    };
    let number = read(|facts| numbered(&facts.kind, facts.number));
    let title = read(|facts| facts.title.clone());
    let about = about(facts);
    view! {
        <Card kind=CardKind::Plain link=true>
            <h3><a class="card__link" id=card_id(id) href=Path::Cv(id.0).href()>
                {number} " – " <bdi>{title}</bdi>
            </a></h3>
            <p class="muted">{about}</p>
            <div class="row">{move || facts.get().map(|facts| view! { <CvChips facts/> })}</div>
        </Card>
    }
}

/// Language, sector and kind of file, in one line; tracked.
#[must_use]
pub(super) fn about(facts: Memo<Option<CvFacts>>) -> Signal<String> {
    let sector = Memo::new(move |_| facts.with(|facts| facts.as_ref()?.sector.clone()));
    let sector = sector_name(sector);
    Signal::derive(move || {
        facts.with(|facts| {
            let lang = facts.as_ref().map(|facts| t(lang_key(&facts.lang)));
            let file = facts.as_ref().and_then(|facts| facts.file.as_ref());
            let file = file.map(|file| t(file_kind_key(&file.kind)));
            let parts = lang.into_iter().chain([sector.get()]).chain(file);
            parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        })
    })
}

/// Where it stands, who sees it, what is new, what waits.
#[component]
pub(super) fn CvChips(
    /// The version.
    facts: CvFacts,
) -> impl IntoView {
    let CvFacts { standing, side, unread, waits, .. } = facts;
    let (kind, icon) = standing.look();
    view! {
        <Chip label=Signal::derive(move || standing.words()) kind icon/>
        <PrivacyChip side/>
        {(unread > 0).then(|| {
            let label = Signal::derive(move || tn(Key::CommentNewCount, unread));
            view! { <Chip label kind=ChipKind::Other icon=IconName::Message/> }
        })}
        {waits.then(|| {
            view! { <Chip label=text(Key::PlanVersions) kind=ChipKind::Attend icon=IconName::Alert/> }
        })}
    }
}
