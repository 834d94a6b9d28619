//! What any JSON text is before a type reads it, and what a type is before it is JSON.

use std::borrow::Cow;

/// A JSON value. It borrows its words where it can.
///
/// Numbers are whole: no type of ours holds another one, and reading fractions would bring 10 KB of
/// tables to the phone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Tree<'a> {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number from 0 up.
    Count(u64),
    /// A whole number below 0.
    Minus(i64),
    /// Any other number: with a fraction, with an exponent, or too large. No type takes it.
    OtherNumber,
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Tree<'a>>),
    /// Names with their values, in the order they came.
    Map(Vec<(Cow<'a, str>, Tree<'a>)>),
}
