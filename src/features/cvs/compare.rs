//! What changed between two versions, part by part, in words, shapes and colour.

use board::{
    cv::{CvKind, CvSection},
    diff::{self, Piece},
    id::ItemId,
    world::World,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{choice::ChoiceOption, notice::Notice, select::Select},
    features::cvs::{
        facts::{is_written, versions},
        paper::sheet,
        sheet::Sheet,
        wording::{section_key, version_name},
    },
    i18n::{t, text, tf},
    state::board::BoardState,
};

/// A part of the two versions, and how it went from one to the other.
#[derive(Clone, Debug, PartialEq)]
struct Change {
    heading: Key,
    pieces: Vec<Piece>,
}

impl Change {
    fn is_none(&self) -> bool {
        self.pieces.iter().all(|piece| piece.kind == diff::Kind::Same)
    }
}

/// The version to compare with when nobody chose one: what it was copied from, else the newest
/// other one.
#[must_use]
pub fn first_choice(world: &World, id: ItemId) -> Option<ItemId> {
    let from = world.find(id)?.1.as_cv_version()?.from;
    let others = others(world, id);
    from.filter(|from| others.contains(from)).or_else(|| others.first().copied())
}

/// What this version can be compared with, newest first.
fn others(world: &World, id: ItemId) -> Vec<ItemId> {
    let Some(cv) = world.find(id).and_then(|(_, item)| item.as_cv_version()) else {
        return Vec::new();
    };
    let others = versions(world, &cv.kind).into_iter();
    others.filter(|other| *other != id && is_written(world, *other)).collect()
}

/// The choice of the other version, and the parts.
#[component]
pub fn Comparison(
    /// The version one came from.
    id: ItemId,
    /// The other version.
    with: Memo<Option<ItemId>>,
    /// Another one was chosen.
    #[prop(into)]
    on_choose: Callback<ItemId>,
) -> impl IntoView {
    let board = BoardState::expect();
    let choices = Memo::new(move |_| {
        board.view().with(|world| {
            let name =
                |id: ItemId| world.find(id).map(|(_, item)| version_name(item)).unwrap_or_default();
            others(world, id).into_iter().map(|id| (id, name(id))).collect::<Vec<_>>()
        })
    });
    let options = Signal::derive(move || {
        let option =
            |(id, name): (ItemId, String)| ChoiceOption::new(id.to_string(), Signal::stored(name));
        choices.get().into_iter().map(option).collect::<Vec<_>>()
    });
    let chosen = with.get_untracked().map(|id| id.to_string()).unwrap_or_default();
    let chosen = RwSignal::new(chosen);
    let choose = move |id: String| {
        if let Ok(id) = id.parse() {
            on_choose.run(id);
        }
    };
    let any = Memo::new(move |_| choices.with(|choices| !choices.is_empty()));
    let content = move || match with.get() {
        Some(other) => view! { <Changes old=other new=id/> }.into_any(),
        None => ().into_any(),
    };
    move || {
        if !any.get() {
            return view! { <Notice><p>{move || t(Key::CvCompareNone)}</p></Notice> }.into_any();
        }
        view! {
            <Select
                label=text(Key::CvCompareWith)
                options=options
                value=chosen
                on_choose=choose
            />
            {content}
        }
        .into_any()
    }
}

/// The older version leads to the newer one, whichever page one came from.
#[component]
fn Changes(old: ItemId, new: ItemId) -> impl IntoView {
    let board = BoardState::expect();
    let order = Memo::new(move |_| {
        board.view().with(|world| {
            let at = |id: ItemId| world.find(id).map(|(_, item)| (item.at, item.id));
            if at(old) <= at(new) { (old, new) } else { (new, old) }
        })
    });
    let name = move |id: ItemId| {
        board
            .view()
            .with(|world| world.find(id).map(|(_, item)| version_name(item)).unwrap_or_default())
    };
    let title = Memo::new(move |_| {
        let (old, new) = order.get();
        tf(Key::CvCompareFromTo, &[("old", &name(old)), ("new", &name(new))])
    });
    let changes = move || {
        let (old, new) = order.get();
        let (old, new) = (sheet(board, old), sheet(board, new));
        let changes = Memo::new(move |_| match (old.get(), new.get()) {
            (Some(old), Some(new)) => changes(&old, &new),
            _ => Vec::new(),
        });
        view! { <List changes/> }
    };
    view! {
        <h2>{title}</h2>
        <p>
            {move || t(Key::CvCompareLegend)} " "
            <ins class="diff diff--added">{move || t(Key::CvCompareAdded)}</ins> " · "
            <del class="diff diff--removed">{move || t(Key::CvCompareRemoved)}</del>
        </p>
        {changes}
    }
}

#[component]
fn List(changes: Memo<Vec<Change>>) -> impl IntoView {
    let part = |change: Change| {
        let same = change.is_none();
        let Change { heading, pieces } = change;
        view! {
            <section class="card">
                <h3>{move || t(heading)}</h3>
                {if same {
                    view! { <p class="muted">{move || t(Key::CvCompareSame)}</p> }.into_any()
                } else {
                    let pieces = pieces.into_iter().map(piece).collect_view();
                    view! { <p class="keep-lines" dir="auto">{pieces}</p> }.into_any()
                }}
            </section>
        }
    };
    move || changes.get().into_iter().map(part).collect_view()
}

/// A stretch of text. The words around a change are for people who hear the page: browsers do
/// not say `ins` and `del`.
fn piece(piece: Piece) -> AnyView {
    let said = |key| view! { <span class="visually-hidden">" " {move || t(key)} " "</span> };
    match piece.kind {
        diff::Kind::Same => view! { <span>{piece.text}</span> }.into_any(),
        diff::Kind::Added => view! {
            <ins class="diff diff--added">
                {said(Key::CvCompareAddedStart)} {piece.text} {said(Key::CvCompareAddedEnd)}
            </ins>
        }
        .into_any(),
        diff::Kind::Removed => view! {
            <del class="diff diff--removed">
                {said(Key::CvCompareRemovedStart)} {piece.text} {said(Key::CvCompareRemovedEnd)}
            </del>
        }
        .into_any(),
    }
}

/// The parts that at least one of the two holds.
fn changes(old: &Sheet, new: &Sheet) -> Vec<Change> {
    let part = |heading, old: &str, new: &str| {
        let empty = old.is_empty() && new.is_empty();
        (!empty).then(|| Change { heading, pieces: diff::compare(old, new) })
    };
    let letter = old.kind == CvKind::Letter;
    let notes = if letter { Key::CvFieldLetter } else { Key::CvFieldProfile };
    let head = [
        part(Key::CvFieldName, &old.name, &new.name),
        part(Key::CvFieldContact, &old.contact, &new.contact),
        part(notes, &old.profile, &new.profile),
    ];
    let sections = CvSection::ALL.iter().map(|section| {
        part(section_key(section), &old.part_text(section), &new.part_text(section))
    });
    head.into_iter().chain(sections).flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::cvs::sheet::{Line, Part};
    use board::cv::CvLang;

    fn sheet(title: &str) -> Sheet {
        let line = Line {
            title: title.into(),
            place: String::new(),
            period: String::new(),
            notes: String::new(),
        };
        Sheet {
            kind: CvKind::Cv,
            lang: CvLang::French,
            name: "Asmae".into(),
            contact: String::new(),
            profile: String::new(),
            parts: vec![Part { section: CvSection::Experience, lines: vec![line] }],
        }
    }

    #[test]
    fn only_parts_that_hold_something_are_compared() {
        let changes = changes(&sheet("Aide"), &sheet("Aide en cuisine"));
        let headings: Vec<Key> = changes.iter().map(|change| change.heading).collect();
        assert_eq!(headings, [Key::CvFieldName, Key::CvSectionExperience]);
        assert!(changes[0].is_none() && !changes[1].is_none());
    }
}
