//! Values made of named fields.

use crate::{Tree, What, Wire, WireError};
use std::borrow::Cow;

/// A field as it travels.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Whether it has to be there.
    pub needed: bool,
}

impl Field {
    /// A field of type `T`; `default` says whether its attributes let it be left out.
    #[must_use]
    pub const fn new<T: Wire>(name: &'static str, default: bool) -> Self {
        Self { name, needed: !default && !T::MAY_BE_MISSING }
    }
}

/// A list of fields, and whether others may stand beside them.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    /// The fields, in the order in which they are written. At most 64.
    pub list: &'static [Field],
    /// Whether an unknown field is an error. If not, it is passed over.
    pub strict: bool,
}

/// A value whose fields are reached by their place in its [`Fields`].
pub trait Record {
    /// Fills one field.
    ///
    /// # Errors
    /// Those of the field's type.
    fn take_field(&mut self, place: usize, tree: Tree<'_>) -> Result<(), WireError>;

    /// One field as it travels; nothing when it is left out.
    fn write_field(&self, place: usize) -> Option<Tree<'_>>;
}

/// Fills a record.
///
/// # Errors
/// A field that is missing, given twice, unusable, or unknown where that is an error.
pub fn take(record: &mut dyn Record, fields: &Fields, tree: Tree<'_>) -> Result<(), WireError> {
    let Tree::Map(entries) = tree else { return Err(WireError::new(What::Unusable)) };
    let mut seen = 0_u64;
    for (name, value) in entries {
        let Some(place) = fields.list.iter().position(|field| field.name == name) else {
            if fields.strict {
                return Err(WireError::new(What::Unknown).inside(&name));
            }
            continue;
        };
        // Which of the two counts would be a guess.
        let result = if seen & 1 << place == 0 {
            record.take_field(place, value)
        } else {
            Err(WireError::new(What::Twice))
        };
        seen |= 1 << place;
        result.map_err(|error| error.inside(&name))?;
    }
    for (place, field) in fields.list.iter().enumerate() {
        if field.needed && seen & 1 << place == 0 {
            return Err(WireError::new(What::Missing).inside(field.name));
        }
    }
    Ok(())
}

/// A record as it travels.
pub fn write<'a>(record: &'a dyn Record, fields: &Fields) -> Tree<'a> {
    let mut entries = Vec::with_capacity(fields.list.len());
    for (place, field) in fields.list.iter().enumerate() {
        if let Some(tree) = record.write_field(place) {
            entries.push((Cow::Borrowed(field.name), tree));
        }
    }
    Tree::Map(entries)
}
