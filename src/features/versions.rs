//! Two versions of one text that met: shown to whoever may settle them, one card per version that
//! waits.

use crate::{
    components::{
        each::Each,
        two_versions::{KeptVersion, TwoVersions},
    },
    features::people,
    i18n::t,
    platform::{announce, focus},
    state::board::BoardState,
};
use board::{
    id::{ItemId, PersonId},
    op::{Keep, Op, TextField},
    permit::{Action, may},
    time::Timestamp,
};
use leptos::prelude::*;
use words::Key;

/// The shown text and a waiting one, seen by this person.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Pair {
    shown: String,
    shown_by: PersonId,
    waiting: String,
    waiting_by: PersonId,
}

impl Pair {
    /// Whether the waiting words stand at the place of "mine". Two versions of one person, from
    /// two phones, stand in the order in which they were written.
    fn waiting_is_mine(&self, me: PersonId) -> bool {
        self.waiting_by == me && self.shown_by != me
    }

    fn same_writer(&self) -> bool {
        self.waiting_by == self.shown_by
    }

    /// What a press on a button means for the board.
    fn keep(&self, me: PersonId, kept: KeptVersion) -> Keep {
        match (kept, self.waiting_is_mine(me)) {
            (KeptVersion::Both, _) => Keep::Both,
            (KeptVersion::Mine, true) | (KeptVersion::Theirs, false) => Keep::Waiting,
            (KeptVersion::Mine, false) | (KeptVersion::Theirs, true) => Keep::Shown,
        }
    }
}

/// The cards of one text; nothing while nobody has to choose.
#[component]
pub fn Versions(
    /// Whose text.
    item: ItemId,
    /// Which text.
    field: TextField,
    /// Id of what takes the focus after the choice; it can be focused.
    #[prop(into)]
    after: String,
    /// Called once the person has chosen, to show the result where they are.
    #[prop(optional, into)]
    on_chosen: Option<Callback<()>>,
) -> impl IntoView {
    let board = BoardState::expect();
    let field = StoredValue::new(field);
    let after = StoredValue::new(after);
    let found = board.item(item);
    let waiting = Memo::new(move |_| {
        found
            .with(|found| {
                let (side, item) = found.as_ref()?;
                let entry = item.entry(&field.get_value())?;
                let may_choose = may(&board.actor(), Action::Write, *side, item);
                may_choose
                    .then(|| entry.others.iter().map(|version| version.at).collect::<Vec<_>>())
            })
            .unwrap_or_default()
    });
    let card = move |at: Timestamp| {
        let pair = Memo::new(move |_| {
            found.with(|found| {
                let (_, item) = found.as_ref()?;
                let entry = item.entry(&field.get_value())?;
                let version = entry.others.iter().find(|version| version.at == at)?;
                Some(Pair {
                    shown: entry.text.clone(),
                    shown_by: entry.by.unwrap_or(item.by),
                    waiting: version.text.clone(),
                    waiting_by: version.by,
                })
            })
        });
        let choose = move |kept| {
            let Some(pair) = pair.get_untracked() else { return };
            let keep = pair.keep(board.actor().person, kept);
            let choice = Op::ChooseVersion { item, field: field.get_value(), waiting: at, keep };
            // Refused only when the item went away meanwhile, which the page says.
            if board.act(choice).is_ok() {
                if let Some(on_chosen) = on_chosen {
                    on_chosen.run(());
                }
                announce::announce(&t(Key::VersionsDone));
                focus::focus_soon(after.get_value());
            }
        };
        view! { <Card pair=pair on_keep=choose/> }
    };
    view! { <Each each=move || waiting.get() key=|at| at.0 children=card/> }
}

/// One card.
#[component]
fn Card(pair: Memo<Option<Pair>>, #[prop(into)] on_keep: Callback<KeptVersion>) -> impl IntoView {
    let board = BoardState::expect();
    let me = board.actor().person;
    let read = move |read: fn(&Pair, PersonId) -> String| {
        Signal::derive(move || {
            pair.with(|pair| pair.as_ref().map(|pair| read(pair, me)).unwrap_or_default())
        })
    };
    let mine =
        read(
            |pair, me| {
                if pair.waiting_is_mine(me) { pair.waiting.clone() } else { pair.shown.clone() }
            },
        );
    let theirs =
        read(
            |pair, me| {
                if pair.waiting_is_mine(me) { pair.shown.clone() } else { pair.waiting.clone() }
            },
        );
    let name = Signal::derive(move || {
        let other = pair.with(|pair| {
            let pair = pair.as_ref()?;
            Some(if pair.waiting_is_mine(me) { pair.shown_by } else { pair.waiting_by })
        });
        other.map(|person| people::name_of(board, person)).unwrap_or_default()
    });
    let same_writer =
        Memo::new(move |_| pair.with(|pair| pair.as_ref().is_some_and(Pair::same_writer)));
    move || {
        view! {
            <TwoVersions
                mine=mine
                theirs=theirs
                other_name=name
                same_writer=same_writer.get()
                on_keep=on_keep
            />
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ME: PersonId = PersonId(uuid::Uuid::from_u128(1));
    const OTHER: PersonId = PersonId(uuid::Uuid::from_u128(2));

    fn keep(shown_by: PersonId, waiting_by: PersonId, kept: KeptVersion) -> Keep {
        let pair = Pair { shown: "a".into(), shown_by, waiting: "b".into(), waiting_by };
        pair.keep(ME, kept)
    }

    #[test]
    fn mine_is_what_i_wrote_wherever_it_lies() {
        assert_eq!(keep(ME, OTHER, KeptVersion::Mine), Keep::Shown);
        assert_eq!(keep(ME, OTHER, KeptVersion::Theirs), Keep::Waiting);
        assert_eq!(keep(OTHER, ME, KeptVersion::Mine), Keep::Waiting);
        assert_eq!(keep(OTHER, ME, KeptVersion::Theirs), Keep::Shown);
        assert_eq!(keep(OTHER, ME, KeptVersion::Both), Keep::Both);
    }

    #[test]
    fn two_phones_of_one_person_stand_in_their_order() {
        for writer in [ME, OTHER] {
            assert_eq!(keep(writer, writer, KeptVersion::Mine), Keep::Shown);
            assert_eq!(keep(writer, writer, KeptVersion::Theirs), Keep::Waiting);
        }
    }
}
