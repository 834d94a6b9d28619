//! The languages we ship: tag, own name, direction, and the file that holds their texts.

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// French, the source language.
    #[default]
    Fr,
    /// Dutch.
    Nl,
    /// English.
    En,
}

#[cfg(feature = "texts")]
const FILE_NAMES: [[&str; 5]; 3] = include!(concat!(env!("OUT_DIR"), "/names.rs"));

impl Lang {
    /// In the order that people see.
    pub const ALL: [Self; 3] = [Self::Fr, Self::Nl, Self::En];

    /// BCP 47 tag, for `lang` and `Intl`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// The name that its speakers use.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::Nl => "Nederlands",
            Self::En => "English",
        }
    }

    /// Value for the `dir` attribute: a property of the language we ship, not of its code.
    #[must_use]
    pub fn dir(self) -> &'static str {
        match self {
            Self::Fr | Self::Nl | Self::En => "ltr",
        }
    }

    /// Accepts `fr`, `fr-BE`, `FR_be`; anything else is `None`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(primary))
    }
}

/// Name of the text file, with the hash of its content: `fr.0123456789abcdef.txt`. Nothing for
/// what the server alone says.
///
/// The app has none of them inside: a changed text would change the program. The page it starts
/// from tells them ([`file_names`]).
#[cfg(feature = "texts")]
#[must_use]
pub fn file_name(lang: Lang, part: Part) -> &'static str {
    FILE_NAMES[lang as usize][part as usize]
}

/// What the app's page says of the text files: the shape of the keys they belong to, then all names
/// at their [`place`].
#[cfg(feature = "texts")]
#[must_use]
pub fn file_names() -> String {
    let names = Lang::ALL.into_iter().flat_map(|lang| Part::SENT.map(|part| file_name(lang, part)));
    names.fold(crate::SHAPE.to_owned(), |all, name| all + " " + name)
}

/// Where in that list a file stands, from 0.
#[must_use]
pub fn place(lang: Lang, part: Part) -> u32 {
    (lang as usize * Part::SENT.len() + part as usize) as u32
}

/// With which pages texts travel: a first visit fetches the first part alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The first pages.
    First,
    /// The other pages of a board.
    Board,
    /// Pages of a board that are opened now and then.
    Pages,
    /// The pages of the association.
    Staff,
    /// What the server alone says: its own pages, letters, papers. No browser fetches it.
    Server,
}

impl Part {
    /// All of them, in the order of the keys.
    pub const ALL: [Self; 5] = [Self::First, Self::Board, Self::Pages, Self::Staff, Self::Server];
    /// Those that browsers fetch.
    pub const SENT: [Self; 4] = [Self::First, Self::Board, Self::Pages, Self::Staff];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_with_regions_are_understood() {
        assert_eq!(Lang::from_tag("fr-BE"), Some(Lang::Fr));
        assert_eq!(Lang::from_tag("NL_be"), Some(Lang::Nl));
        assert_eq!(Lang::from_tag("en"), Some(Lang::En));
        assert_eq!(Lang::from_tag("frx"), None);
        assert_eq!(Lang::from_tag(""), None);
    }

    #[cfg(feature = "texts")]
    #[test]
    fn the_page_names_every_file_at_its_place() {
        let all = file_names();
        let (shape, names) = all.split_once(' ').expect("a shape and names");
        assert_eq!(shape, crate::SHAPE);
        let names: Vec<&str> = names.split(' ').collect();
        for lang in Lang::ALL {
            for part in Part::SENT {
                assert_eq!(names[place(lang, part) as usize], file_name(lang, part));
            }
        }
    }

    #[cfg(feature = "texts")]
    #[test]
    fn file_names_carry_tag_and_hash() {
        for lang in Lang::ALL {
            let name = file_name(lang, Part::First);
            assert!(name.starts_with(&format!("{}.", lang.tag())), "{name}");
            assert_eq!(name.len(), "fr.0123456789abcdef.txt".len(), "{name}");
            let name = file_name(lang, Part::Staff);
            assert!(name.starts_with(&format!("{}.staff.", lang.tag())), "{name}");
        }
    }
}
