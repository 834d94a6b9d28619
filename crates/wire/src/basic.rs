//! The types of the standard library and of the two crates whose values travel.

use crate::{Tree, What, Wire, WireError};
use chrono::{Datelike, NaiveDate};
use std::{borrow::Cow, collections::BTreeMap};
use uuid::Uuid;

/// The error of a value that is not what the type wants.
#[cold]
fn unusable<T>() -> Result<T, WireError> {
    Err(WireError::new(What::Unusable))
}

impl Wire for () {
    fn blank() -> Self {}

    fn take(&mut self, tree: Tree<'_>) -> Result<(), WireError> {
        if tree == Tree::Null { Ok(()) } else { unusable() }
    }

    fn write(&self) -> Tree<'_> {
        Tree::Null
    }
}

impl Wire for bool {
    fn blank() -> Self {
        false
    }

    fn take(&mut self, tree: Tree<'_>) -> Result<(), WireError> {
        let Tree::Bool(value) = tree else { return unusable() };
        *self = value;
        Ok(())
    }

    fn write(&self) -> Tree<'_> {
        Tree::Bool(*self)
    }
}

macro_rules! whole_numbers {
    ($($number:ident)+) => {$(
        impl Wire for $number {
            fn blank() -> Self {
                0
            }

            fn take(&mut self, tree: Tree<'_>) -> Result<(), WireError> {
                let value = match tree {
                    Tree::Count(count) => Self::try_from(count).ok(),
                    Tree::Minus(number) => Self::try_from(number).ok(),
                    _ => None,
                };
                let Some(value) = value else { return unusable() };
                *self = value;
                Ok(())
            }

            fn write(&self) -> Tree<'_> {
                match u64::try_from(*self) {
                    Ok(count) => Tree::Count(count),
                    // What is below 0 is signed, and none of the signed ones is wider.
                    Err(_) => Tree::Minus(i64::try_from(*self).unwrap_or(i64::MIN)),
                }
            }
        }
    )+};
}

whole_numbers!(u8 u16 u32 u64 usize i16 i32 i64);

impl Wire for String {
    fn blank() -> Self {
        Self::new()
    }

    fn take(&mut self, tree: Tree<'_>) -> Result<(), WireError> {
        let Tree::Text(text) = tree else { return unusable() };
        *self = text.into_owned();
        Ok(())
    }

    fn write(&self) -> Tree<'_> {
        Tree::Text(Cow::Borrowed(self))
    }
}

impl<T: Wire> Wire for Option<T> {
    const MAY_BE_MISSING: bool = true;

    fn blank() -> Self {
        None
    }

    fn take(&mut self, tree: Tree<'_>) -> Result<(), WireError> {
        *self = None;
        if tree == Tree::Null { Ok(()) } else { self.insert(T::blank()).take(tree) }
    }

    fn write(&self) -> Tree<'_> {
        self.as_ref().map_or(Tree::Null, T::write)
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn take(&mut self, tree: Tree<'_>) -> Result<(), WireError> {
        self.clear();
        take_list(tree, &mut |tree| {
            let mut value = T::blank();
            value.take(tree)?;
            self.push(value);
            Ok(())
        })
    }

    fn write(&self) -> Tree<'_> {
        list(self)
    }
}

/// The part of reading a list that no type needs for itself.
fn take_list<'a>(
    tree: Tree<'a>,
    take: &mut dyn FnMut(Tree<'a>) -> Result<(), WireError>,
) -> Result<(), WireError> {
    let Tree::List(trees) = tree else { return unusable() };
    for (index, tree) in trees.into_iter().enumerate() {
        take(tree).map_err(|error| error.at(index))?;
    }
    Ok(())
}

/// Several values as they travel, for whoever does not own the list.
pub fn list<T: Wire>(values: &[T]) -> Tree<'_> {
    Tree::List(values.iter().map(T::write).collect())
}

/// Values under names that are data, such as languages; so no error repeats them. A name given
/// twice is refused.
impl<T: Wire> Wire for BTreeMap<String, T> {
    fn blank() -> Self {
        Self::new()
    }

    fn take(&mut self, tree: Tree<'_>) -> Result<(), WireError> {
        self.clear();
        let Tree::Map(entries) = tree else { return unusable() };
        for (name, tree) in entries {
            if self.insert(name.into_owned(), crate::read(tree)?).is_some() {
                return Err(WireError::new(What::Twice));
            }
        }
        Ok(())
    }

    fn write(&self) -> Tree<'_> {
        let entries = self.iter().map(|(name, value)| (Cow::Borrowed(&**name), value.write()));
        Tree::Map(entries.collect())
    }
}

impl<T: Wire> Wire for Box<T> {
    const MAY_BE_MISSING: bool = T::MAY_BE_MISSING;

    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn take(&mut self, tree: Tree<'_>) -> Result<(), WireError> {
        T::take(self, tree)
    }

    fn write(&self) -> Tree<'_> {
        T::write(self)
    }
}

/// Reads an id as it travels: 32 digits in five groups. What else the crate `uuid` can read (braces,
/// `urn:uuid:`) nobody sends, and would be 3 KB of the app.
#[must_use]
pub fn id_of(text: &str) -> Option<Uuid> {
    let (mut number, mut places) = (0_u128, 0);
    for sign in text.bytes() {
        let is_between = matches!(places, 8 | 13 | 18 | 23);
        match (sign, is_between) {
            (b'-', true) => {}
            (b'0'..=b'9' | b'a'..=b'f' | b'A'..=b'F', false) => {
                let digit = (sign & 15) + if sign > b'9' { 9 } else { 0 };
                number = number << 4 | u128::from(digit);
            }
            _ => return None,
        }
        places += 1;
    }
    (places == 36).then(|| Uuid::from_u128(number))
}

impl Wire for Uuid {
    fn blank() -> Self {
        Self::nil()
    }

    fn take(&mut self, tree: Tree<'_>) -> Result<(), WireError> {
        let Tree::Text(text) = tree else { return unusable() };
        let Some(id) = id_of(&text) else { return unusable() };
        *self = id;
        Ok(())
    }

    fn write(&self) -> Tree<'_> {
        let mut buffer = Self::encode_buffer();
        let text: &str = self.hyphenated().encode_lower(&mut buffer);
        Tree::Text(Cow::Owned(text.to_owned()))
    }
}

/// `2026-03-26`; the years 0 to 9999.
impl Wire for NaiveDate {
    fn blank() -> Self {
        Self::default()
    }

    fn take(&mut self, tree: Tree<'_>) -> Result<(), WireError> {
        let Tree::Text(text) = tree else { return unusable() };
        let Some(day) = day_of(&text) else { return unusable() };
        *self = day;
        Ok(())
    }

    fn write(&self) -> Tree<'_> {
        let year = self.year().unsigned_abs();
        let mut text = digits(year, if year > 9999 { 6 } else { 4 });
        for number in [self.month(), self.day()] {
            text.push('-');
            text.push_str(&digits(number, 2));
        }
        Tree::Text(Cow::Owned(text))
    }
}

/// The day that `2026-03-26` names.
#[must_use]
pub fn day_of(text: &str) -> Option<NaiveDate> {
    let text = text.as_bytes();
    if text.len() != 10 || text[4] != b'-' || text[7] != b'-' {
        return None;
    }
    let number = |part: &[u8]| {
        part.iter().try_fold(0, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let year = i32::try_from(number(&text[..4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&text[5..7])?, number(&text[8..])?)
}

fn digits(mut number: u32, width: usize) -> String {
    let mut digits = vec!['0'; width];
    for place in digits.iter_mut().rev() {
        *place = char::from_digit(number % 10, 10).unwrap_or('0');
        number /= 10;
    }
    digits.into_iter().collect()
}
