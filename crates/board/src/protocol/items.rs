//! A list of items out of which an app reads what it knows.

use crate::item::Item;
use std::ops::Deref;
use wire::{Tree, What, Wire, WireError};

/// Items on their way. Of a kind that only newer versions know, an older app reads none: the rest
/// of the board is shown and works, and the newer app reads everything anew
/// ([`Snapshot::reader`](super::boards::Snapshot::reader)).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Items(Vec<Item>);

impl Deref for Items {
    type Target = [Item];

    fn deref(&self) -> &[Item] {
        &self.0
    }
}

impl FromIterator<Item> for Items {
    fn from_iter<T: IntoIterator<Item = Item>>(items: T) -> Self {
        Self(items.into_iter().collect())
    }
}

impl IntoIterator for Items {
    type Item = Item;
    type IntoIter = std::vec::IntoIter<Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Wire for Items {
    fn blank() -> Self {
        Self::default()
    }

    fn take(&mut self, tree: Tree<'_>) -> Result<(), WireError> {
        let Tree::List(trees) = tree else { return Err(WireError::new(What::Unusable)) };
        self.0 = trees.into_iter().filter_map(|tree| wire::read(tree).ok()).collect();
        Ok(())
    }

    fn write(&self) -> Tree<'_> {
        self.0.write()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for Items {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        Vec::<Item>::schema()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for Items {}
