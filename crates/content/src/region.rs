//! The three regions: services, shortage lists and some steps exist in one of them only.

use serde::Deserialize;

/// A region of Belgium. Unlike the one that travels it is closed: a shipped file cannot name
/// a region that this version does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Region {
    /// Brussels.
    Brussels,
    /// Wallonia.
    Wallonia,
    /// Flanders.
    Flanders,
}

impl Region {
    /// Every region.
    pub const ALL: [Self; 3] = [Self::Brussels, Self::Wallonia, Self::Flanders];

    /// The word that stands for it on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Brussels => "brussels",
            Self::Wallonia => "wallonia",
            Self::Flanders => "flanders",
        }
    }

    /// Reads a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|region| region.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_those_that_travel() {
        for (region, travels) in Region::ALL.iter().zip(board::protocol::library::Region::ALL) {
            assert_eq!(region.as_str(), travels.as_str());
            assert_eq!(Region::from_word(travels.as_str()), Some(*region));
        }
        assert_eq!(Region::from_word("elsewhere"), None);
    }
}
