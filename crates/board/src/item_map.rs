//! The items of a space, found by their ids.

use crate::{id::ItemId, item::Item};
use std::ops::Index;
use wire::CloneOnce;

/// Items in the order of their ids.
///
/// A list and not a tree: a board holds some hundred items, a later id goes to the end, and the code
/// of a balanced tree is 9 KB of the app's first download.
#[derive(CloneOnce, Debug, Default, PartialEq, Eq)]
pub struct ItemMap {
    list: Vec<Item>,
}

impl ItemMap {
    fn place(&self, id: &ItemId) -> Result<usize, usize> {
        self.list.binary_search_by(|item| item.id.cmp(id))
    }

    /// The item with this id.
    #[must_use]
    pub fn get(&self, id: &ItemId) -> Option<&Item> {
        self.place(id).ok().map(|place| &self.list[place])
    }

    /// The item with this id, to be changed. Its id stays what it is.
    #[must_use]
    pub fn get_mut(&mut self, id: &ItemId) -> Option<&mut Item> {
        self.place(id).ok().map(|place| &mut self.list[place])
    }

    /// Whether there is an item with this id.
    #[must_use]
    pub fn contains_key(&self, id: &ItemId) -> bool {
        self.place(id).is_ok()
    }

    /// Puts an item in, in place of the one with the same id.
    pub fn insert(&mut self, item: Item) {
        match self.place(&item.id) {
            Ok(place) => self.list[place] = item,
            Err(place) => self.list.insert(place, item),
        }
    }

    /// Puts an item in unless one with the same id is there.
    pub fn insert_new(&mut self, item: Item) {
        if let Err(place) = self.place(&item.id) {
            self.list.insert(place, item);
        }
    }

    /// Takes an item out.
    pub fn remove(&mut self, id: &ItemId) -> Option<Item> {
        self.place(id).ok().map(|place| self.list.remove(place))
    }

    /// The ids, in order.
    pub fn keys(&self) -> impl Iterator<Item = &ItemId> {
        self.list.iter().map(|item| &item.id)
    }

    /// The items, in the order of their ids.
    pub fn values(&self) -> std::slice::Iter<'_, Item> {
        self.list.iter()
    }

    /// The items, to be changed. Their ids stay what they are.
    pub fn values_mut(&mut self) -> std::slice::IterMut<'_, Item> {
        self.list.iter_mut()
    }

    /// The items themselves.
    pub fn into_values(self) -> std::vec::IntoIter<Item> {
        self.list.into_iter()
    }

    /// Keeps those of which this is true.
    pub fn retain(&mut self, keep: impl FnMut(&Item) -> bool) {
        self.list.retain(keep);
    }

    /// How many items there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

impl Extend<Item> for ItemMap {
    fn extend<T: IntoIterator<Item = Item>>(&mut self, items: T) {
        items.into_iter().for_each(|item| self.insert(item));
    }
}

impl FromIterator<Item> for ItemMap {
    fn from_iter<T: IntoIterator<Item = Item>>(items: T) -> Self {
        let mut map = Self::default();
        map.extend(items);
        map
    }
}

/// For whoever knows that it is there.
impl Index<&ItemId> for ItemMap {
    type Output = Item;

    fn index(&self, id: &ItemId) -> &Item {
        self.get(id).expect("no item has this id")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{entry::Entry, id::PersonId, item::Body, note::Note, time::Timestamp};
    use proptest::prelude::*;
    use std::collections::BTreeMap;
    use uuid::Uuid;

    /// An item like any other, told apart by its id and its author.
    fn item(id: u128, by: u128) -> Item {
        Item {
            id: ItemId(Uuid::from_u128(id)),
            by: PersonId(Uuid::from_u128(by)),
            at: Timestamp(0),
            changed: Timestamp(0),
            removed: None,
            only_me: false,
            suggestion: None,
            body: Body::Note(Note { on: None, text: Entry::default() }),
        }
    }

    proptest! {
        /// It does what a tree by id does, whatever comes in and goes out.
        #[test]
        fn is_a_map_by_id(acts in prop::collection::vec((0_u8..3, 0_u128..8, 0_u128..4), 0..40)) {
            let (mut list, mut tree) = (ItemMap::default(), BTreeMap::new());
            for (act, id, by) in acts {
                let new = item(id, by);
                match act {
                    0 => {
                        tree.insert(new.id, new.clone());
                        list.insert(new);
                    }
                    1 => {
                        tree.entry(new.id).or_insert_with(|| new.clone());
                        list.insert_new(new);
                    }
                    _ => prop_assert_eq!(list.remove(&new.id), tree.remove(&new.id)),
                }
                prop_assert!(list.values().eq(tree.values()) && list.keys().eq(tree.keys()));
                prop_assert_eq!((list.len(), list.is_empty()), (tree.len(), tree.is_empty()));
            }
            for id in (0..8).map(|id| item(id, 0).id) {
                prop_assert_eq!(list.get(&id), tree.get(&id));
                prop_assert_eq!(list.contains_key(&id), tree.contains_key(&id));
            }
        }
    }
}
