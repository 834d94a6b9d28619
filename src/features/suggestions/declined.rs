//! Ideas that the mentee left aside: folded, without a count, and not lost.

use board::{id::ItemId, item::Suggestion};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        disclosure::Disclosure,
        each::Each,
        icon::IconName,
    },
    features::suggestions::{
        answer::{take_back, think_again},
        card::title_of,
        which::{Which, ideas},
    },
    i18n::{t, text, tf},
    state::board::BoardState,
};

/// Closed until somebody wants to see them; nothing while there is none.
#[component]
pub fn Declined(
    /// Which ones.
    which: Which,
) -> impl IntoView {
    let board = BoardState::expect();
    let ids =
        Memo::new(move |_| board.view().with(|world| ideas(world, which, &Suggestion::Declined)));
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    let label = Signal::derive(move || {
        if board.is_mentee() {
            t(Key::SuggestionDeclinedList)
        } else {
            tf(Key::SuggestionDeclinedListMentor, &[("name", &board.other_name())])
        }
    });
    move || {
        any.get().then(|| {
            view! {
                <Disclosure label>
                    <ul class="stack stack--tight">
                        <Each each=move || ids.get() key=|id: &ItemId| *id let:id>
                            <li><LeftAside id/></li>
                        </Each>
                    </ul>
                </Disclosure>
            }
        })
    }
}

/// The words, and the way back: to think again for the mentee, to take it back for the mentor.
#[component]
pub fn LeftAside(
    /// The idea.
    id: ItemId,
    /// False where the words stand above already.
    #[prop(default = true)]
    named: bool,
) -> impl IntoView {
    let board = BoardState::expect();
    let title = title_of(board.item(id));
    let (label, icon) = if board.is_mentee() {
        (Key::SuggestionAgain, IconName::Eye)
    } else {
        (Key::SuggestionTakeBack, IconName::Undo)
    };
    let press = move |()| {
        let title = title.get_untracked();
        if board.is_mentee() { think_again(board, id, title) } else { take_back(board, id, title) }
    };
    view! {
        <div class="row row--between">
            {named.then(|| view! { <span dir="auto">{title}</span> })}
            <Button label=text(label) about=title kind=ButtonKind::Plain icon on_press=press/>
        </div>
    }
}
