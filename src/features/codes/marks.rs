//! What the mentee says of cards, read from the board.

use board::{
    code_mark::Mark, id::ItemId, item::Item, questions::is_open, slug::Slug, space::Side,
    world::World,
};

/// The mark on a card that counts. Two devices may have made one each: the later change counts.
#[must_use]
pub fn mark_on<'world>(world: &'world World, code: &Slug) -> Option<(Side, &'world Item)> {
    let is_on =
        |item: &Item| item.is_live() && item.as_code_mark().is_some_and(|mark| mark.code == *code);
    let marks = world.items().filter(|(_, item)| is_on(item));
    marks.max_by_key(|(_, item)| (item.changed, item.id))
}

/// The marks with their items, one a card: questions first, then what is new, then what was tried.
#[must_use]
pub fn marks_by_kind(world: &World) -> Vec<(Mark, Vec<ItemId>)> {
    let counts = |item: &Item| {
        let mark = item.as_code_mark()?;
        let (_, counted) = mark_on(world, &mark.code)?;
        (counted.id == item.id).then(|| (mark.mark.clone(), item.changed, item.id))
    };
    let mut found: Vec<_> = world.items().filter_map(|(_, item)| counts(item)).collect();
    found.sort_unstable_by_key(|(_, changed, id)| std::cmp::Reverse((*changed, *id)));
    let of = |kind: &Mark| {
        let of_kind = found.iter().filter(|(mark, ..)| mark == kind);
        (kind.clone(), of_kind.map(|(.., id)| *id).collect::<Vec<_>>())
    };
    let groups = [Mark::Question, Mark::New, Mark::Tried].iter().map(of);
    groups.filter(|(_, items)| !items.is_empty()).collect()
}

/// Whether a question about the card waits for an answer.
#[must_use]
pub fn waits(world: &World, mark: ItemId) -> bool {
    world.comments(mark).iter().any(|(_, comment)| is_open(world, comment))
}

/// Whether a question was ever asked about the card, answered by now or not.
#[must_use]
pub fn was_asked(world: &World, mark: ItemId) -> bool {
    let asks = |item: &Item| item.as_comment().is_some_and(|comment| comment.asks);
    world.comments(mark).iter().any(|(_, comment)| asks(comment))
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{
        actor::{Actor, Seat},
        code_mark::CodeMark,
        entry::Entry,
        id::PersonId,
        item::Body,
        op::{AddComment, AddItem, Op},
        time::Timestamp,
    };
    use uuid::Uuid;

    const ASMAE: Actor = Actor { person: PersonId(Uuid::from_u128(1)), seat: Seat::Mentee };
    const CECILE: Actor = Actor { person: PersonId(Uuid::from_u128(2)), seat: Seat::Mentor };

    fn slug(name: &str) -> Slug {
        name.parse().unwrap()
    }

    fn id(number: u128) -> ItemId {
        ItemId(Uuid::from_u128(number))
    }

    fn add(world: &mut World, number: u128, code: &str, mark: Mark) {
        let title = Entry::new("La pause".to_owned());
        let body = CodeMark { code: slug(code), sector: slug("care"), title, mark };
        let add = AddItem { id: id(number), only_me: false, body: Body::CodeMark(body) };
        world.commit(&ASMAE, Timestamp(number as i64), &Op::Add(add)).unwrap();
    }

    #[test]
    fn one_mark_a_card_and_questions_first() {
        let mut world = World::default();
        add(&mut world, 11, "care-pause", Mark::New);
        add(&mut world, 12, "care-sick", Mark::Question);
        // The same card, marked on another device a moment later.
        add(&mut world, 13, "care-pause", Mark::Tried);
        assert_eq!(mark_on(&world, &slug("care-pause")).map(|found| found.1.id), Some(id(13)));
        let groups = marks_by_kind(&world);
        assert_eq!(groups, [(Mark::Question, vec![id(12)]), (Mark::Tried, vec![id(13)])]);
        let remove = Op::Remove { item: id(13) };
        world.commit(&ASMAE, Timestamp(20), &remove).unwrap();
        assert_eq!(mark_on(&world, &slug("care-pause")).map(|found| found.1.id), Some(id(11)));
    }

    #[test]
    fn a_question_waits_until_somebody_answers() {
        let mut world = World::default();
        add(&mut world, 12, "care-sick", Mark::Question);
        assert!(!waits(&world, id(12)));
        assert!(!was_asked(&world, id(12)));
        let text = "Qui dois-je appeler ?".to_owned();
        let ask = AddComment { id: id(30), on: id(12), text, only_me: false, asks: true };
        world.commit(&ASMAE, Timestamp(30), &Op::AddComment(ask)).unwrap();
        assert!(waits(&world, id(12)));
        let text = "Votre responsable.".to_owned();
        let answer = AddComment { id: id(31), on: id(12), text, only_me: false, asks: false };
        world.commit(&CECILE, Timestamp(31), &Op::AddComment(answer)).unwrap();
        assert!(!waits(&world, id(12)));
        assert!(was_asked(&world, id(12)));
    }
}
