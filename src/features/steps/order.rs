//! Where a step goes when it is moved one place up or down.

use board::{id::ItemId, order::Order};

/// One place up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

/// The places to write so that `id` stands one place further; nothing at the end of the list.
///
/// One write is enough, unless two people made steps at the same moment: such steps share a
/// place, with no room between them, and then all of the list gets new places.
#[must_use]
pub fn moved(steps: &[(ItemId, Order)], id: ItemId, way: Way) -> Vec<(ItemId, Order)> {
    let Some(from) = steps.iter().position(|(step, _)| *step == id) else { return Vec::new() };
    let to = match way {
        Way::Up => from.checked_sub(1),
        Way::Down => Some(from + 1).filter(|to| *to < steps.len()),
    };
    let Some(to) = to else { return Vec::new() };
    let mut wanted = steps.to_vec();
    let step = wanted.remove(from);
    wanted.insert(to, step);
    let before = to.checked_sub(1).map(|place| &wanted[place].1);
    let after = wanted.get(to + 1).map(|(_, order)| order);
    let place = Order::between(before, after);
    if before.is_none_or(|before| *before < place) && after.is_none_or(|after| place < *after) {
        return vec![(id, place)];
    }
    let mut last = None;
    wanted
        .into_iter()
        .map(|(id, _)| {
            let place = Order::between(last.as_ref(), None);
            last = Some(place.clone());
            (id, place)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn list(orders: &[Order]) -> Vec<(ItemId, Order)> {
        let id = |n: usize| ItemId(Uuid::from_u128(n as u128));
        orders.iter().cloned().enumerate().map(|(n, order)| (id(n), order)).collect()
    }

    fn ids_after(steps: &[(ItemId, Order)], writes: &[(ItemId, Order)]) -> Vec<u128> {
        let mut steps = steps.to_vec();
        for (id, order) in writes {
            steps.iter_mut().filter(|step| step.0 == *id).for_each(|step| step.1 = order.clone());
        }
        steps.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
        steps.into_iter().map(|(id, _)| id.0.as_u128()).collect()
    }

    fn three() -> Vec<(ItemId, Order)> {
        let first = Order::between(None, None);
        let second = Order::between(Some(&first), None);
        let third = Order::between(Some(&second), None);
        list(&[first, second, third])
    }

    #[test]
    fn one_write_moves_one_step() {
        let steps = three();
        let up = moved(&steps, steps[2].0, Way::Up);
        assert_eq!((up.len(), ids_after(&steps, &up)), (1, vec![0, 2, 1]));
        let down = moved(&steps, steps[0].0, Way::Down);
        assert_eq!((down.len(), ids_after(&steps, &down)), (1, vec![1, 0, 2]));
    }

    #[test]
    fn the_ends_stay_where_they_are() {
        let steps = three();
        assert!(moved(&steps, steps[0].0, Way::Up).is_empty());
        assert!(moved(&steps, steps[2].0, Way::Down).is_empty());
    }

    #[test]
    fn steps_that_share_a_place_are_told_apart() {
        let same = Order::between(None, None);
        let steps = list(&[same.clone(), same.clone(), same]);
        assert_eq!(ids_after(&steps, &moved(&steps, steps[2].0, Way::Up)), [0, 2, 1]);
        assert_eq!(ids_after(&steps, &moved(&steps, steps[0].0, Way::Down)), [1, 0, 2]);
    }
}
