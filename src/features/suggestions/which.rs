//! Which ideas of the mentor there are, and where they are shown.

use board::{
    id::ItemId,
    item::{Body, Item, Suggestion},
    world::World,
};

/// A place that shows ideas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All of them: the plan.
    All,
    /// Applications.
    Applications,
    /// Steps for one objective.
    Steps(ItemId),
}

/// The ideas of a place that stand there, oldest first.
#[must_use]
pub fn ideas(world: &World, which: Which, state: &Suggestion) -> Vec<ItemId> {
    let mut found = world
        .items()
        .filter(|(_, item)| item.removed.is_none() && item.suggestion.as_ref() == Some(state))
        .filter(|(_, item)| is_there(world, item) && is_shown(which, item))
        .map(|(_, item)| (item.at, item.id))
        .collect::<Vec<_>>();
    found.sort_unstable();
    found.into_iter().map(|(_, id)| id).collect()
}

fn is_shown(which: Which, item: &Item) -> bool {
    match which {
        Which::All => true,
        Which::Applications => matches!(item.body, Body::Application(_)),
        Which::Steps(objective) => item.as_step().is_some_and(|step| step.objective == objective),
    }
}

/// A step for an objective that is gone, or that is declined, asks for nothing.
fn is_there(world: &World, item: &Item) -> bool {
    item.parent().is_none_or(|parent| {
        world.find(parent).is_some_and(|(_, parent)| {
            parent.removed.is_none() && parent.suggestion != Some(Suggestion::Declined)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{
        actor::{Actor, Seat},
        id::PersonId,
        objective::Horizon,
        op::{AddObjective, AddStep, Op},
        order::Order,
        step::Who,
        time::Timestamp,
    };
    use uuid::Uuid;

    const MENTEE: Actor = Actor { person: PersonId(Uuid::from_u128(1)), seat: Seat::Mentee };
    const MENTOR: Actor = Actor { person: PersonId(Uuid::from_u128(2)), seat: Seat::Mentor };

    fn id(number: u128) -> ItemId {
        ItemId(Uuid::from_u128(number))
    }

    fn done(world: &mut World, actor: Actor, op: Op) {
        world.commit(&actor, Timestamp(1), &op).unwrap();
    }

    fn objective(number: u128, suggested: bool) -> Op {
        Op::AddObjective(AddObjective {
            id: id(number),
            title: "Trouver une crèche".into(),
            horizon: Horizon::Short,
            theme: None,
            notes: String::new(),
            only_me: false,
            suggested,
        })
    }

    fn step(number: u128, objective: u128) -> Op {
        Op::AddStep(AddStep {
            id: id(number),
            objective: id(objective),
            title: "Appeler l’ONE".into(),
            due: None,
            who: Who::Mentee,
            order: Order::between(None, None),
            only_me: false,
            suggested: true,
        })
    }

    #[test]
    fn only_ideas_that_can_be_answered_are_open() {
        let mut world = World::default();
        done(&mut world, MENTEE, objective(10, false));
        done(&mut world, MENTOR, step(11, 10));
        done(&mut world, MENTOR, objective(12, true));
        let open = |world: &World, which| ideas(world, which, &Suggestion::Open);
        assert_eq!(open(&world, Which::All), [id(11), id(12)]);
        assert_eq!(open(&world, Which::Steps(id(10))), [id(11)]);
        assert!(open(&world, Which::Applications).is_empty());
        done(&mut world, MENTEE, Op::AnswerSuggestion { item: id(12), accept: false });
        assert_eq!(open(&world, Which::All), [id(11)]);
        assert_eq!(ideas(&world, Which::All, &Suggestion::Declined), [id(12)]);
        done(&mut world, MENTEE, Op::Remove { item: id(10) });
        assert!(open(&world, Which::All).is_empty());
    }
}
