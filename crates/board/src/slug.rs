//! Short names for things of the library: sectors, occupations, cards, services.

use std::{fmt, str::FromStr};
use wire::Wire;

/// Longest name, in characters; a UUID fits.
const SLUG_MAX: usize = 40;

/// A name of lower-case letters, digits, `-` and `_`, such as `care-handover`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// The text is no such name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a short name of lower-case letters, digits, - and _")]
pub struct NotASlug;

impl Slug {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Slug {
    type Error = NotASlug;
    fn try_from(text: String) -> Result<Self, NotASlug> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
        if (1..=SLUG_MAX).contains(&text.len()) && text.chars().all(fits) {
            Ok(Self(text))
        } else {
            Err(NotASlug)
        }
    }
}

impl FromStr for Slug {
    type Err = NotASlug;
    fn from_str(text: &str) -> Result<Self, NotASlug> {
        Self::try_from(text.to_owned())
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_and_plain() {
        for name in ["care", "care-handover", "0192f3a4-7c1e-7b2a-9c55-1234567890ab"] {
            assert_eq!(name.parse::<Slug>().map(String::from), Ok(name.to_owned()));
        }
        for name in ["", "Care", "a b", "../x", "é", &"a".repeat(41)] {
            assert_eq!(name.parse::<Slug>(), Err(NotASlug), "{name}");
        }
    }
}
