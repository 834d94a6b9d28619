//! What the mentee says of the card: new, tried, or a question, which goes to the mentor at once.

use board::{
    code_mark::{CodeMark, Mark},
    entry::Entry,
    id::ItemId,
    item::{Body, Kind},
    op::{AddItem, Op, TextField},
    permit::{Action, may, may_add},
    reject::Reject,
    slug::Slug,
    space::Side,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        chip::Chip,
        choice::{Choice, ChoiceOption},
        icon::IconName,
    },
    features::{
        codes::{
            marks::mark_on,
            wording::{mark_key, mark_look, mark_words},
        },
        live_text::errors::reject_text,
        privacy::{PrivacyChip, PrivacySwitch, other_person},
        removed::undo,
    },
    i18n::{t, text, tf},
    platform::{announce::announce, focus},
    state::board::BoardState,
};

/// The element id of the first answer.
const CHOICE: &str = "code-mark";
/// The element id of the place to write a question.
pub const QUESTION: &str = "code-question";

/// The mark on a card, as far as the page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Marked {
    /// The item.
    pub item: ItemId,
    /// Who can read it.
    pub side: Side,
    /// What the mentee says.
    pub mark: Mark,
    /// The situation, as it was then.
    pub title: String,
}

/// The mark on a card; a memo of its own.
#[must_use]
pub fn marked(board: BoardState, code: Slug) -> Memo<Option<Marked>> {
    Memo::new(move |_| {
        board.view().with(|world| {
            let (side, item) = mark_on(world, &code)?;
            let body = item.as_code_mark()?;
            let (mark, title) = (body.mark.clone(), body.title.text.clone());
            Some(Marked { item: item.id, side, mark, title })
        })
    })
}

/// What a new mark needs to know of the card.
#[derive(Clone, Debug, PartialEq)]
pub struct Marking {
    /// The card.
    pub code: Slug,
    /// Its sector.
    pub sector: Slug,
    /// Its situation.
    pub situation: String,
}

/// The three answers, saved when chosen; under them who can see the answer, and the way to ask.
#[component]
pub fn MarkChoice(
    /// The card; nothing while only the mark is known.
    card: Memo<Option<Marking>>,
    /// The mark as it is.
    marked: Memo<Option<Marked>>,
) -> impl IntoView {
    let board = BoardState::expect();
    let value = RwSignal::new(String::new());
    let now =
        Memo::new(move |_| marked.with(|found| found.as_ref().map(|found| found.mark.clone())));
    // The answer may change on another device of the mentee.
    Effect::new(move |_| {
        value.set(
            now.with(|now| now.as_ref().map(|now| now.as_str().to_owned())).unwrap_or_default(),
        );
    });
    let choose = move |word: String| {
        let mark = Mark::from_word(&word);
        let said = tf(Key::CodesMarkSaved, &[("mark", &t(mark_key(&mark)))]);
        match say(board, marked.get_untracked(), card.get_untracked(), mark) {
            Ok(()) => announce(&said),
            Err(reject) => {
                announce(&reject_text(&reject));
                value.set(
                    untrack(|| now.get()).map(|now| now.as_str().to_owned()).unwrap_or_default(),
                );
            }
        }
    };
    let option = |mark: &Mark| ChoiceOption::new(mark.as_str(), text(mark_key(mark)));
    let options: Vec<_> = Mark::ALL.iter().map(option).collect();
    let item = Memo::new(move |_| marked.with(|found| found.as_ref().map(|found| found.item)));
    // Nobody can answer what nobody else reads.
    let asks = Memo::new(move |_| {
        marked.with(|found| {
            found
                .as_ref()
                .is_some_and(|found| found.mark == Mark::Question && found.side == Side::Shared)
        })
    });
    let may_answer = Memo::new(move |_| {
        let may_add = may_add(&board.actor(), &Kind::CodeMark);
        item.get().map_or(may_add && card.with(Option::is_some), |item| {
            board.view().with(|world| {
                let found = world.find(item);
                found.is_some_and(|(side, item)| may(&board.actor(), Action::Plan, side, item))
            })
        })
    });
    view! {
        <Show when=move || may_answer.get()>
            <Choice
                id=CHOICE
                label=text(Key::CodesMarksQuestion)
                options=options.clone()
                value=value
                on_choose=choose
            />
        </Show>
        <Show when=move || asks.get()>
            <AskMentor/>
        </Show>
        {move || item.get().map(|item| view! { <Answered item marked/> })}
    }
}

/// Says it: on a new mark, or on the one that is there.
fn say(
    board: BoardState,
    marked: Option<Marked>,
    card: Option<Marking>,
    mark: Mark,
) -> Result<(), Reject> {
    match (marked, card) {
        (Some(found), _) if found.mark == mark => Ok(()),
        (Some(found), _) => board.act(Op::SetMark { item: found.item, mark }),
        (None, Some(Marking { code, sector, situation })) => {
            let title = TextField::Title.parse(&situation);
            let title =
                Entry::new(title.map_err(|error| Reject::Text { field: TextField::Title, error })?);
            let body = Body::CodeMark(CodeMark { code, sector, title, mark });
            board.act(Op::Add(AddItem { id: board.new_id(), only_me: false, body }))
        }
        (None, None) => Err(Reject::NotFound),
    }
}

/// The way to the place where the question is written.
#[component]
fn AskMentor() -> impl IntoView {
    let board = BoardState::expect();
    let lead = move || tf(Key::CodesQuestionTo, &[("name", &other_person(board))]);
    view! {
        <div class="stack stack--tight">
            <p>{lead}</p>
            <div>
                <Button
                    label=text(Key::CodesQuestionSend)
                    icon=IconName::Message
                    on_press=|()| focus::focus_soon(QUESTION)
                />
            </div>
        </div>
    }
}

/// Who sees the answer, and taking it away.
#[component]
fn Answered(item: ItemId, marked: Memo<Option<Marked>>) -> impl IntoView {
    let board = BoardState::expect();
    let side = Memo::new(move |_| {
        marked.with(|found| found.as_ref().map_or(Side::Shared, |found| found.side))
    });
    let title = move || marked.get_untracked().map(|found| found.title).unwrap_or_default();
    let remove = move |()| match undo::remove(
        board,
        item,
        Key::CodesMarkRemoved,
        title(),
        CHOICE.to_owned(),
    ) {
        Ok(()) => focus::focus_soon(CHOICE),
        Err(reject) => announce(&reject_text(&reject)),
    };
    view! {
        <div class="row">
            <PrivacyChip side/>
            <PrivacySwitch item/>
            <Button
                label=text(Key::CodesMarkRemove)
                kind=ButtonKind::Plain
                on_press=remove
            />
        </div>
    }
}

/// What the mentor sees of it: the mentee's answer, or that there is none.
#[component]
pub fn MarkSeen(
    /// The mark as it is.
    marked: Memo<Option<Marked>>,
) -> impl IntoView {
    let board = BoardState::expect();
    let mark =
        Memo::new(move |_| marked.with(|found| found.as_ref().map(|found| found.mark.clone())));
    let answer = move || match mark.get() {
        None => {
            let none = move || tf(Key::CodesMarksOfNone, &[("name", &board.other_name())]);
            view! { <p class="muted">{none}</p> }.into_any()
        }
        Some(mark) => {
            let (icon, kind) = mark_look(&mark);
            let label = Signal::derive(move || mark_words(board, &mark));
            view! { <p class="row"><Chip label=label kind=kind icon=icon/></p> }.into_any()
        }
    };
    view! { {answer} }
}
