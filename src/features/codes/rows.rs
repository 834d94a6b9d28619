//! Situations to choose from, each with what the mentee said of it.

use board::{code_mark::Mark, protocol::library::CodeCard, slug::Slug};
use leptos::prelude::*;

use crate::{
    components::{card::Card, chip::Chip, each::Each},
    features::codes::{
        marks::mark_on,
        wording::{mark_look, mark_words},
    },
    paths::Path,
    state::board::BoardState,
};

/// A list of links, one a situation.
#[component]
pub fn CodeRows(
    /// The cards, in order.
    #[prop(into)]
    cards: Signal<Vec<CodeCard>>,
) -> impl IntoView {
    let row = |card: CodeCard| {
        let href = Path::code(&card.id);
        let lang = card.lang.clone();
        view! {
            <li>
                <Card link=true>
                    <div class="row row--between">
                        <h3 lang=lang>
                            <a class="card__link" dir="auto" href=href>{card.situation}</a>
                        </h3>
                        <MarkChip code=card.id/>
                    </div>
                </Card>
            </li>
        }
    };
    view! {
        <ul class="codelist">
            <Each
                each=move || cards.get()
                key=|card| (card.id.clone(), card.lang.clone(), card.situation.clone())
                children=row
            />
        </ul>
    }
}

/// What the mentee said of a card; nothing while they said nothing.
#[component]
pub fn MarkChip(
    /// The card.
    code: Slug,
) -> impl IntoView {
    let Some(board) = use_context::<BoardState>() else { return ().into_any() };
    let mark = Memo::new(move |_| {
        board.view().with(|world| {
            let (_, item) = mark_on(world, &code)?;
            item.as_code_mark().map(|mark| mark.mark.clone())
        })
    });
    let chip = move |mark: Mark| {
        let (icon, kind) = mark_look(&mark);
        let label = Signal::derive(move || mark_words(board, &mark));
        view! { <Chip label=label kind=kind icon=icon/> }
    };
    (move || mark.get().map(chip)).into_any()
}
