//! "I need a break until …" (features.md M29). No reason is asked.

use crate::{item::Item, time::Timestamp, world::World};
use chrono::NaiveDate;
use wire::Wire;

/// A break of the duo.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Pause {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// When somebody ended it before its last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Timestamp>,
}

impl Pause {
    /// Whether the duo rests on this day.
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.ended.is_none() && (self.from..=self.until).contains(&day)
    }
}

/// The break of a day, the one that lasts longest should there be two.
#[must_use]
pub fn current(world: &World, today: NaiveDate) -> Option<&Item> {
    let live = world.items().map(|(_, item)| item).filter(|item| item.is_live());
    live.filter(|item| item.as_pause().is_some_and(|pause| pause.covers(today)))
        .max_by_key(|item| (item.as_pause().map(|pause| pause.until), item.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        actor::{Actor, Seat},
        id::{ItemId, PersonId},
        item::Body,
        op::{AddItem, Op},
    };
    use uuid::Uuid;

    const MENTOR: Actor = Actor { person: PersonId(Uuid::from_u128(2)), seat: Seat::Mentor };

    fn march(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
    }

    #[test]
    fn a_break_lasts_until_its_day_or_its_end() {
        let mut world = World::default();
        let id = |number| ItemId(Uuid::from_u128(number));
        for (number, until) in [(1, 10), (2, 20)] {
            let body = Body::Pause(Pause { from: march(3), until: march(until), ended: None });
            let add = Op::Add(AddItem { id: id(number), only_me: false, body });
            world.commit(&MENTOR, Timestamp(1), &add).unwrap();
        }
        let now = |world: &World, day| current(world, march(day)).map(|item| item.id);
        assert_eq!(now(&world, 2), None);
        assert_eq!(now(&world, 10), Some(id(2)));
        assert_eq!(now(&world, 20), Some(id(2)));
        assert_eq!(now(&world, 21), None);
        world.commit(&MENTOR, Timestamp(2), &Op::EndPause { item: id(2) }).unwrap();
        assert_eq!(now(&world, 10), Some(id(1)));
        assert_eq!(now(&world, 11), None);
    }
}
