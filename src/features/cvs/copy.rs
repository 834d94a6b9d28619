//! A new version that starts as a copy of an earlier one, with its texts and entries.

use board::{
    cv::{CvEntry, CvVersion},
    entry::Entry,
    id::ItemId,
    item::Body,
    op::{AddItem, Op, TextField},
    reject::Reject,
    space::Side,
    text::TextError,
    world::World,
};
use leptos::prelude::*;
use words::Key;

use crate::{features::cvs::wording::numbered, i18n::tf, platform::ids, state::board::BoardState};

/// Copies a version as it is, for whoever wants to change one that was sent. The new version and
/// what is said about it.
///
/// # Errors
/// The [`Reject`] of the board.
pub fn copy(board: BoardState, from: ItemId) -> Result<(ItemId, String), Reject> {
    let ready = board.view().with_untracked(|world| {
        let (side, item) = world.find(from)?;
        let old = item.as_cv_version()?;
        let shell = CvVersion { number: world.next_number(side, &old.kind), ..old.clone() };
        let said = tf(
            Key::CvCopied,
            &[
                ("new", &numbered(&shell.kind, shell.number)),
                ("old", &numbered(&old.kind, old.number)),
            ],
        );
        Some((shell, side == Side::Private, said))
    });
    let (shell, only_me, said) = ready.ok_or(Reject::NotFound)?;
    let id = add_copy(board, from, shell, only_me)?;
    Ok((id, said))
}

/// Adds a version with this kind, number, title, language and sector, and with the texts and
/// entries of `from`.
///
/// # Errors
/// The [`Reject`] of the board.
pub fn add_copy(
    board: BoardState,
    from: ItemId,
    shell: CvVersion,
    only_me: bool,
) -> Result<ItemId, Reject> {
    let new_id = || ItemId(ids::new_uuid());
    let ops = board.view().with_untracked(|world| copies(world, from, shell, only_me, &new_id));
    let ops = ops.ok_or(Reject::NotFound)?;
    let first = ops.first().and_then(Op::added).ok_or(Reject::NotFound)?;
    ops.into_iter().try_for_each(|op| board.act(op))?;
    Ok(first)
}

/// The additions that make the copy: the version first. Nothing when `from` is not there.
fn copies(
    world: &World,
    from: ItemId,
    shell: CvVersion,
    only_me: bool,
    new_id: &dyn Fn() -> ItemId,
) -> Option<Vec<Op>> {
    let old = world.find(from)?.1.as_cv_version()?;
    let id = new_id();
    let version = CvVersion {
        title: plain(&TextField::Title, &shell.title),
        name: plain(&TextField::Name, &old.name),
        contact: plain(&TextField::Contact, &old.contact),
        notes: plain(&TextField::Notes, &old.notes),
        file: old.file.clone(),
        from: Some(from),
        review: None,
        sealed: None,
        ..shell
    };
    let entries = world.cv_entries(from).into_iter().filter_map(|(_, item)| item.as_cv_entry());
    let entries = entries.map(|entry| {
        let entry = CvEntry {
            cv: id,
            section: entry.section.clone(),
            title: plain(&TextField::Title, &entry.title),
            place: plain(&TextField::Place, &entry.place),
            period: plain(&TextField::Period, &entry.period),
            notes: plain(&TextField::Notes, &entry.notes),
            order: entry.order.clone(),
        };
        // Where the version lies, its entries lie too.
        Op::Add(AddItem { id: new_id(), only_me: false, body: Body::CvEntry(entry) })
    });
    let first = Op::Add(AddItem { id, only_me, body: Body::CvVersion(version) });
    Some(std::iter::once(first).chain(entries).collect())
}

/// A text without its history. What two people kept side by side may be longer than one person
/// can write: the end is then left out.
fn plain(field: &TextField, entry: &Entry) -> Entry {
    let text = match field.parse(&entry.text) {
        Ok(text) => text,
        Err(TextError::TooLong { max }) => {
            entry.text.chars().take(max).collect::<String>().trim().to_owned()
        }
        Err(_) => entry.text.clone(),
    };
    Entry::new(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{
        actor::{Actor, Seat},
        cv::{CvKind, CvLang, CvSection},
        entry::Version,
        id::PersonId,
        order::Order,
        text::LINE_MAX,
        time::Timestamp,
    };
    use std::cell::Cell;
    use uuid::Uuid;

    const ASMAE: Actor = Actor { person: PersonId(Uuid::from_u128(1)), seat: Seat::Mentee };

    fn version(number: u32, title: &str) -> CvVersion {
        CvVersion {
            kind: CvKind::Cv,
            number,
            title: Entry::new(title.to_owned()),
            lang: CvLang::French,
            sector: None,
            file: None,
            name: Entry::new("Asmae".to_owned()),
            contact: Entry::default(),
            notes: Entry::default(),
            from: None,
            review: None,
            sealed: None,
        }
    }

    fn entry(cv: ItemId, title: &str, order: Order) -> Body {
        Body::CvEntry(CvEntry {
            cv,
            section: CvSection::Experience,
            title: Entry::new(title.to_owned()),
            place: Entry::new("Liège".to_owned()),
            period: Entry::default(),
            notes: Entry::default(),
            order,
        })
    }

    fn act(world: &mut World, op: &Op) {
        world.commit(&ASMAE, Timestamp(1), op).expect("the mentee may");
    }

    #[test]
    fn a_copy_has_all_texts_and_entries_in_their_order_and_no_marks() {
        let mut world = World::default();
        let old = ItemId(Uuid::from_u128(10));
        let body = Body::CvVersion(version(1, "Crèche"));
        act(&mut world, &Op::Add(AddItem { id: old, only_me: true, body }));
        let mut last = None;
        for (number, title) in [(11, "Vendeuse"), (12, "Garde d’enfants")] {
            let order = Order::between(last.as_ref(), None);
            last = Some(order.clone());
            let id = ItemId(Uuid::from_u128(number));
            act(
                &mut world,
                &Op::Add(AddItem { id, only_me: false, body: entry(old, title, order) }),
            );
        }
        let next = Cell::new(100);
        let new_id = || ItemId(Uuid::from_u128(next.replace(next.get() + 1)));
        let ops = copies(&world, old, version(2, "Magasin"), true, &new_id).expect("it is there");
        for op in &ops {
            act(&mut world, op);
        }
        let new = ItemId(Uuid::from_u128(100));
        let copy = world.find(new).and_then(|(_, item)| item.as_cv_version()).expect("it was made");
        assert_eq!((copy.number, &*copy.title.text, &*copy.name.text), (2, "Magasin", "Asmae"));
        assert_eq!(copy.from, Some(old));
        let titles = world.cv_entries(new).into_iter().map(|(side, item)| {
            (side, item.as_cv_entry().map(|entry| entry.title.text.clone()).unwrap_or_default())
        });
        let titles: Vec<_> = titles.collect();
        let both = ["Vendeuse", "Garde d’enfants"].map(|title| (Side::Private, title.to_owned()));
        assert_eq!(titles, both);
    }

    #[test]
    fn what_two_people_wrote_is_copied_without_its_history() {
        let entry = Entry {
            text: "é".repeat(300),
            by: Some(ASMAE.person),
            others: vec![Version { text: "a".into(), by: ASMAE.person, at: Timestamp(1) }],
        };
        let copied = plain(&TextField::Place, &entry);
        assert_eq!(copied.text.chars().count(), LINE_MAX);
        assert!(copied.by.is_none() && copied.others.is_empty());
    }
}
