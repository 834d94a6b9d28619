//! Who can see an item: "only me", or both of the duo (features.md M10).

use board::{id::ItemId, op::Op, permit::Action, space::Side};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        chip::Chip,
        choice::ChoiceOption,
        icon::IconName,
    },
    features::live_text::errors::reject_text,
    i18n::{t, text, tf},
    platform::announce::announce,
    state::board::BoardState,
};

/// What a form keeps for "only me".
pub const ONLY_ME: &str = "me";
/// What a form keeps for "both of us".
pub const BOTH: &str = "both";

/// The other person's name, or "my mentor" while there is none; tracked.
#[must_use]
pub fn other_person(board: BoardState) -> String {
    let name = board.other_name();
    if name.is_empty() { t(Key::PrivacyMentor) } else { name }
}

/// The two answers to "who can see this?".
#[must_use]
pub fn privacy_options(board: BoardState) -> Signal<Vec<ChoiceOption>> {
    let named = move |key| Signal::derive(move || tf(key, &[("name", &other_person(board))]));
    Signal::stored(vec![
        ChoiceOption::new(BOTH, named(Key::PrivacyShared)).hint(named(Key::PrivacySharedHint)),
        ChoiceOption::new(ONLY_ME, text(Key::PrivacyMe)).hint(text(Key::PrivacyMeHint)),
    ])
}

/// Who can see it, as a chip with its picture.
#[component]
pub fn PrivacyChip(
    /// Where the item lies.
    #[prop(into)]
    side: Signal<Side>,
) -> impl IntoView {
    let board = BoardState::expect();
    let label = Signal::derive(move || match side.get() {
        Side::Private => t(Key::PrivacyMe),
        Side::Shared => tf(Key::PrivacyShared, &[("name", &other_person(board))]),
    });
    move || {
        let icon = match side.get() {
            Side::Private => IconName::Lock,
            Side::Shared => IconName::Pair,
        };
        view! { <Chip label icon/> }.into_any()
    }
}

/// Shares an item or keeps it to oneself, at once; only for whoever may.
#[component]
pub fn PrivacySwitch(
    /// The item.
    item: ItemId,
    /// What it is about, for people who hear the button alone.
    #[prop(optional, into)]
    about: Option<Signal<String>>,
) -> impl IntoView {
    let board = BoardState::expect();
    let found = board.item(item);
    let side = Memo::new(move |_| {
        found.with(|found| {
            let (side, item) = found.as_ref()?;
            board::permit::may(&board.actor(), Action::Share, *side, item).then_some(*side)
        })
    });
    let may = Memo::new(move |_| side.with(Option::is_some));
    let is_private = move || side.get() == Some(Side::Private);
    let label = Signal::derive(move || {
        if is_private() {
            tf(Key::PrivacyShare, &[("name", &other_person(board))])
        } else {
            t(Key::PrivacyUnshare)
        }
    });
    let switch = move |()| {
        let (op, said) = if untrack(is_private) {
            let said = tf(Key::PrivacyChangedShared, &[("name", &other_person(board))]);
            (Op::Share { item }, said)
        } else {
            (Op::Unshare { item }, t(Key::PrivacyChangedPrivate))
        };
        match board.act(op) {
            Ok(()) => announce(&said),
            Err(reject) => announce(&reject_text(&reject)),
        }
    };
    let about = about.unwrap_or_default();
    let id = format!("privacy-{item}");
    move || {
        may.get().then(|| {
            let id = id.clone();
            view! { <Button label about id kind=ButtonKind::Plain on_press=switch/> }
        })
    }
}
