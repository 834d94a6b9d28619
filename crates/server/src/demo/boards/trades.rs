//! What the mentees of ordinary demo duos aim at, in the words they use for it. Invented employers.

mod en;
mod fr;
mod nl;

use board::{objective::Theme, office::region::Region};

/// Something to aim at.
pub(super) struct Trade {
    /// Its sector in the library.
    pub(super) sector: &'static str,
    /// Its occupation in the library.
    pub(super) occupation: &'static str,
    /// In the language of the duo.
    pub(super) words: Words,
}

/// How somebody speaks of it.
pub(super) struct Words {
    pub(super) aim: &'static str,
    pub(super) why: &'static str,
    pub(super) steps: [&'static str; 4],
    pub(super) job: &'static str,
    pub(super) employers: [&'static str; 4],
}

/// Something else that is in the way, or beside it.
pub(super) struct Aside {
    pub(super) theme: Theme,
    pub(super) title: &'static str,
    pub(super) steps: [&'static str; 2],
}

/// What the two say, and agree on.
pub(super) struct Talk {
    pub(super) promise: &'static str,
    pub(super) mentor: [&'static str; 5],
    pub(super) mentee: [&'static str; 5],
    pub(super) source: &'static str,
}

/// Everything in one language.
pub(super) struct Shelf {
    pub(super) trades: [Trade; TRADES],
    pub(super) asides: [Aside; 4],
    pub(super) talk: Talk,
}

/// How many trades each language has, in the same order.
pub(in crate::demo) const TRADES: usize = 6;

/// What is told in a language; French for any other.
pub(super) fn shelf(lang: &str) -> &'static Shelf {
    match lang {
        "nl" => &nl::SHELF,
        "en" => &en::SHELF,
        _ => &fr::SHELF,
    }
}

/// The sector of a trade.
pub(in crate::demo) fn sector(trade: usize) -> &'static str {
    fr::SHELF.trades[trade % TRADES].sector
}

/// A service to be referred to: its name in the directory, what people call it, what about.
pub(super) type Service = (&'static str, &'static str, Theme);

/// Where people of a region are sent.
pub(super) fn services(region: Region) -> [Service; 4] {
    match region {
        Region::Brussels => [
            ("actiris", "Actiris", Theme::Job),
            ("bruxelles-formation", "Bruxelles Formation", Theme::Training),
            ("bapa-bxl", "BAPA", Theme::Paperwork),
            ("cpas", "CPAS", Theme::Money),
        ],
        Region::Wallonia => [
            ("forem", "Forem", Theme::Job),
            ("ifapme", "IFAPME", Theme::Training),
            ("diploma-secondary-fwb", "Équivalence des diplômes", Theme::Diploma),
            ("cri-wallonia", "Centre régional d’intégration", Theme::Paperwork),
        ],
        Region::Flanders => [
            ("vdab", "VDAB", Theme::Job),
            ("ligo", "Ligo", Theme::Language),
            ("naric", "NARIC-Vlaanderen", Theme::Diploma),
            ("caw", "CAW", Theme::Housing),
        ],
    }
}
