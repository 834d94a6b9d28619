//! A place in a list that survives two people moving things at once.

use fractional_index::FractionalIndex;
use wire::Wire;

/// A fractional index: between two places there is always another one, so moving one step
/// writes one step only and two concurrent moves cannot lose a step.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Order(String);

/// Longest place that is accepted, in characters; a list would need hundreds of moves to one spot.
const ORDER_MAX: usize = 400;

/// The text is no place in a list.
#[derive(Debug, thiserror::Error)]
#[error("not a place in a list")]
pub struct NotAnOrder;

impl Order {
    /// A place after `before` and ahead of `after`; an open side means the end of the list there.
    ///
    /// Two equal neighbours (made by two people at once) leave no room: the place after both is
    /// given, so the list stays in a stable order.
    #[must_use]
    pub fn between(before: Option<&Self>, after: Option<&Self>) -> Self {
        let before = before.and_then(Self::index);
        let after = after.and_then(Self::index);
        let index = FractionalIndex::new(before.as_ref(), after.as_ref())
            .or_else(|| FractionalIndex::new(before.as_ref(), None))
            .unwrap_or_default();
        Self(index.to_string())
    }

    fn index(&self) -> Option<FractionalIndex> {
        FractionalIndex::from_string(&self.0).ok()
    }
}

impl TryFrom<String> for Order {
    type Error = NotAnOrder;
    fn try_from(text: String) -> Result<Self, NotAnOrder> {
        if text.len() > ORDER_MAX || FractionalIndex::from_string(&text).is_err() {
            return Err(NotAnOrder);
        }
        Ok(Self(text))
    }
}

impl From<Order> for String {
    fn from(order: Order) -> Self {
        order.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_always_room_between_two_places() {
        let mut low = Order::between(None, None);
        let high = Order::between(Some(&low), None);
        for _ in 0..100 {
            let middle = Order::between(Some(&low), Some(&high));
            assert!(low < middle && middle < high);
            low = middle;
        }
    }

    #[test]
    fn equal_neighbours_still_give_a_place() {
        let place = Order::between(None, None);
        assert!(Order::between(Some(&place), Some(&place)) > place);
    }

    #[test]
    fn nonsense_is_refused() {
        assert!(Order::try_from("zz not hex".to_owned()).is_err());
    }
}
