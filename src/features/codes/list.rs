//! "My codes": every card the mentee said something of, questions first. The mentor sees the same.

use board::{code_mark::Mark, id::ItemId};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        card::Card,
        chip::{Chip, ChipKind},
        each::Each,
        icon::IconName,
    },
    features::codes::{
        marks::{marks_by_kind, waits},
        titles::{Title, Titles},
        wording::mark_words,
    },
    i18n::{t, text, tf},
    paths::Path,
    state::board::BoardState,
};

/// The marks of the board under their answers.
#[component]
pub fn MarkedCodes() -> impl IntoView {
    let board = BoardState::expect();
    let name = move || board.other_name();
    let titles = Titles::read(board);
    let groups = Memo::new(move |_| board.view().with(marks_by_kind));
    let kinds = Memo::new(move |_| {
        groups.with(|groups| groups.iter().map(|(kind, _)| kind.clone()).collect::<Vec<_>>())
    });
    let title = move || {
        if board.is_mentee() {
            t(Key::CodesMarksOwn)
        } else {
            tf(Key::CodesMarksOf, &[("name", &name())])
        }
    };
    let empty = move || {
        if board.is_mentee() {
            t(Key::CodesMarksEmpty)
        } else {
            tf(Key::CodesMarksEmptyMentor, &[("name", &name())])
        }
    };
    let group = move |kind: Mark| {
        let of = kind.clone();
        let items = Memo::new(move |_| {
            groups.with(|groups| {
                let found = groups.iter().find(|(kind, _)| *kind == of);
                found.map(|(_, items)| items.clone()).unwrap_or_default()
            })
        });
        view! {
            <h3>{move || mark_words(board, &kind)}</h3>
            <ul class="codelist">
                <Each each=move || items.get() key=|id| *id let:id><Row id titles/></Each>
            </ul>
        }
    };
    view! {
        <section class="stack stack--tight">
            <h2>{title}</h2>
            <Show when=move || kinds.with(Vec::is_empty)><p class="muted">{empty}</p></Show>
            <Each each=move || kinds.get() key=|kind| kind.as_str().to_owned() children=group/>
        </section>
    }
}

/// One marked situation, in the words of the library; in those of the mark while it is not here.
#[component]
fn Row(id: ItemId, titles: Titles) -> impl IntoView {
    let board = BoardState::expect();
    let found = board.item(id);
    let title = Memo::new(move |_| {
        found.with(|found| {
            let mark = found.as_ref().and_then(|(_, item)| item.as_code_mark())?;
            let kept = || Title { words: mark.title.text.clone(), lang: String::new() };
            Some(titles.of(&mark.code).unwrap_or_else(kept))
        })
    });
    let lang = move || {
        title.with(|title| title.as_ref().map(|it| it.lang.clone()).filter(|it| !it.is_empty()))
    };
    let words = move || title.with(|title| title.as_ref().map(|title| title.words.clone()));
    let waits = Memo::new(move |_| board.view().with(|world| waits(world, id)));
    view! {
        <li>
            <Card link=true>
                <div class="row row--between">
                    <a class="card__link" dir="auto" lang=lang href=Path::CodeMark(id.0).href()>
                        {words}
                    </a>
                    <Show when=move || waits.get()>
                        <Chip
                            label=text(Key::TalkQuestionWaits)
                            kind=ChipKind::Attend
                            icon=IconName::Info
                        />
                    </Show>
                </div>
            </Card>
        </li>
    }
}
