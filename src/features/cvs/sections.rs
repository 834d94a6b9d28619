//! The parts of a CV, each with its entries and the way to the next one.

use board::{
    cv::{CvKind, CvSection},
    id::ItemId,
    op::TextField,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::ButtonKind,
        each::Each,
        icon::IconName,
        notice::{Notice, NoticeKind},
        unfold::Unfold,
    },
    features::{
        cvs::{
            add_entry::AddEntry,
            entry::{EntryRow, entry_id},
            facts::CvFacts,
            wording::section_key,
        },
        live_text::LiveText,
        rows::RowFocus,
    },
    i18n::{t, text},
    state::board::BoardState,
};

/// What does not belong on a CV (features.md A21, T16).
#[component]
pub fn Warning() -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Attend>
            <p>{move || t(Key::CvWarning)}</p>
            <p>{move || t(Key::CvWarningPhoto)}</p>
        </Notice>
    }
}

/// Everything that is written in a version; for a letter, the letter.
#[component]
pub(super) fn Editor(
    /// The version.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<CvFacts>>,
) -> impl IntoView {
    let kind = facts.with_untracked(|facts| facts.as_ref().map(|facts| facts.kind.clone()));
    let letter = kind == Some(CvKind::Letter);
    let (notes, hint) = if letter {
        (Key::CvFieldLetter, Key::CvHintLetter)
    } else {
        (Key::CvFieldProfile, Key::CvHintProfile)
    };
    let parts = CvSection::ALL.iter().filter(|_| !letter).map(|section| {
        view! { <Part id section=section.clone() facts/> }
    });
    view! {
        <section class="card">
            <h2>{move || t(Key::CvTop)}</h2>
            <Warning/>
            <LiveText
                item=id
                field=TextField::Name
                label=text(Key::CvFieldName)
                hint=text(Key::CvHintName)
            />
            <LiveText
                item=id
                field=TextField::Contact
                label=text(Key::CvFieldContact)
                hint=text(Key::CvHintContact)
            />
            <LiveText
                item=id
                field=TextField::Notes
                label=text(notes)
                hint=text(hint)
                multiline=true
            />
        </section>
        {parts.collect_view()}
    }
}

/// The heading of a part; it takes the focus when its last entry goes away.
fn heading(section: &CvSection) -> &'static str {
    match section {
        CvSection::Experience => "cv-experience",
        CvSection::Education => "cv-education",
        CvSection::Skills => "cv-skills",
        CvSection::Languages => "cv-languages",
        CvSection::Interests | CvSection::Other(_) => "cv-interests",
    }
}

#[component]
fn Part(id: ItemId, section: CvSection, facts: Memo<Option<CvFacts>>) -> impl IntoView {
    let board = BoardState::expect();
    let title = heading(&section);
    let name = section_key(&section);
    let own = section.clone();
    let rows = Memo::new(move |_| {
        board.view().with(|world| {
            let entries = world.cv_entries(id).into_iter().map(|(_, item)| item);
            entries
                .filter(|item| item.as_cv_entry().is_some_and(|entry| entry.section == own))
                .map(|item| item.id)
                .collect::<Vec<_>>()
        })
    });
    let focus = RowFocus::watch(rows, entry_id, title);
    let may_add = Memo::new(move |_| {
        facts.with(|facts| facts.as_ref().is_some_and(|cv| cv.may_plan && !cv.is_sealed()))
    });
    let open = RwSignal::new(false);
    let section = StoredValue::new(section);
    let add = move || {
        view! {
            <Unfold
                label=text(Key::CvEntryAdd)
                about=text(name)
                open=open
                kind=ButtonKind::Quiet
                icon=IconName::Plus
                id=format!("{title}-add")
            >
                <AddEntry cv=id section=section.get_value()/>
            </Unfold>
        }
    };
    view! {
        <section class="card" aria-labelledby=title>
            <h2 id=title tabindex="-1">{move || t(name)}</h2>
            <Show when=move || rows.with(Vec::is_empty)>
                <p class="muted">{move || t(Key::CvPartEmpty)}</p>
            </Show>
            <ul class="cv-entries">
                <Each each=move || rows.get() key=|id| *id let:id>
                    <EntryRow id cv=facts focus/>
                </Each>
            </ul>
            {move || may_add.get().then(add)}
        </section>
    }
}
