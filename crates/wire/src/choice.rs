//! Values that are one of several, named by a word: `"removed"`, `{"remove": {…}}`.

use crate::{
    Tree, What, WireError,
    record::{self, Fields, Record},
};
use std::borrow::Cow;

/// One of the several.
#[derive(Clone, Copy, Debug)]
pub struct Variant {
    /// Its word.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
}

/// What a [`Variant`] holds.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// Nothing: the word stands alone.
    Nothing,
    /// Nothing, and it stands for whatever this version cannot read.
    Rest,
    /// One value without a name; it is field 0 of the [`Record`].
    One,
    /// Fields.
    Fields(Fields),
}

/// A value that can become each of its variants. Its fields are those of the present one.
pub trait Choice: Record {
    /// Becomes the variant at this place of its list, still to be filled.
    fn become_blank(&mut self, place: usize);

    /// The place of the present variant in its list.
    fn place(&self) -> usize;
}

/// Fills a choice.
///
/// # Errors
/// A word that is not in the list, or what the variant says about what came with it; none when one
/// of the variants is [`Holds::Rest`].
pub fn take(
    choice: &mut dyn Choice,
    variants: &[Variant],
    tree: Tree<'_>,
) -> Result<(), WireError> {
    let result = take_listed(choice, variants, tree);
    let rest = variants.iter().position(|variant| matches!(variant.holds, Holds::Rest));
    match rest {
        Some(place) if result.is_err() => {
            choice.become_blank(place);
            Ok(())
        }
        _ => result,
    }
}

fn take_listed(
    choice: &mut dyn Choice,
    variants: &[Variant],
    tree: Tree<'_>,
) -> Result<(), WireError> {
    let (name, value) = match tree {
        Tree::Text(name) => (name, Tree::Null),
        Tree::Map(mut entries) if entries.len() == 1 => match entries.pop() {
            Some(entry) => entry,
            None => return Err(WireError::new(What::Unusable)),
        },
        _ => return Err(WireError::new(What::Unusable)),
    };
    let Some(place) = variants.iter().position(|variant| variant.name == name) else {
        return Err(WireError::new(What::Unusable));
    };
    choice.become_blank(place);
    let result = match &variants[place].holds {
        Holds::Nothing | Holds::Rest if value == Tree::Null => Ok(()),
        Holds::Nothing | Holds::Rest => Err(WireError::new(What::Unusable)),
        Holds::One => choice.take_field(0, value),
        Holds::Fields(fields) => record::take(choice, fields, value),
    };
    result.map_err(|error| error.inside(&name))
}

/// A choice as it travels.
pub fn write<'a>(choice: &'a dyn Choice, variants: &[Variant]) -> Tree<'a> {
    let variant = &variants[choice.place()];
    let name = Cow::Borrowed(variant.name);
    let value = match &variant.holds {
        Holds::Nothing | Holds::Rest => return Tree::Text(name),
        Holds::One => choice.write_field(0).unwrap_or_default(),
        Holds::Fields(fields) => record::write(choice, fields),
    };
    Tree::Map(vec![(name, value)])
}
