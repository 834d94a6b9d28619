//! The library: steps to pick, services, sectors and occupations, and the sector codes.
//!
//! Answers are in one language: the one asked for, else French.

use crate::{objective::Theme, slug::Slug, text::LINE_MAX, time::Timestamp, wire_enum::wire_enum};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use wire::Wire;

wire_enum! {
    /// A region of Belgium.
    Region {
        /// Brussels.
        Brussels = "brussels",
        /// Wallonia.
        Wallonia = "wallonia",
        /// Flanders.
        Flanders = "flanders",
    }
}

/// A step of the catalogue (M07). Picking one copies its title.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CatalogueStep {
    /// Its name in the catalogue.
    pub id: Slug,
    /// What it is about.
    pub theme: Theme,
    /// What to do.
    pub title: String,
    /// What it is good for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// Where it applies; empty means everywhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<Region>,
}

/// A service of the directory (M20, K19).
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ServiceInfo {
    /// Its name in the directory.
    pub id: Slug,
    /// What kind of service, for the heading and the picture.
    pub kind: Slug,
    /// What people call it.
    pub name: String,
    /// Where it works.
    pub regions: Vec<Region>,
    /// What it helps with.
    pub themes: Vec<Theme>,
    /// What it does.
    pub does: String,
    /// Who may go.
    pub who: String,
    /// What to bring.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bring: Vec<String>,
    /// How to get in touch.
    pub contact: String,
    /// Its web page.
    pub web: String,
    /// Its telephone.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Something worth knowing before going, such as what a PIIS is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What to ask oneself before going: "do I need it?".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub first_question: String,
    /// When somebody last looked whether all this is true; none: never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<NaiveDate>,
    /// The language its words are in: the one asked for, when it has been written in that one.
    #[serde(default)]
    pub lang: String,
    /// Whether it was taken out: nobody is referred to it any more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retired: bool,
    /// How often it was written; a change names the one it changes (`If-Match`).
    #[serde(default)]
    pub version: u64,
}

/// Takes a service out of the directory, or puts it back (K19).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RetireService {
    /// Out?
    pub retired: bool,
}

/// Days after which an entry counts as not verified (K19: twelve months).
pub const VERIFIED_DAYS: i64 = 365;

/// A sector in everyday words, with the official codes behind it.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SectorInfo {
    /// Its name.
    pub id: Slug,
    /// What people call it.
    pub name: String,
    /// NACE-BEL 2025 sections and divisions.
    pub nace: Vec<String>,
    /// How many published cards the library holds for it.
    pub cards: u32,
}

/// An occupation in everyday words.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OccupationInfo {
    /// Its name.
    pub id: Slug,
    /// What people call it.
    pub name: String,
    /// Its sector.
    pub sector: Slug,
    /// ISCO-08.
    pub isco: String,
    /// Where it is on a list of shortage occupations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shortage: Vec<Shortage>,
}

/// An entry of a yearly list of shortage occupations. Never without region, year and source.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Shortage {
    /// The region.
    pub region: Region,
    /// The year of the list.
    pub year: u16,
    /// Who published it.
    pub source: String,
}

wire_enum! {
    /// Where a card stands.
    CardState {
        /// Waits for a coordinator.
        Waiting = "waiting",
        /// In the library.
        Published = "published",
        /// Sent back to its author with a word.
        Returned = "returned",
        /// Taken out; kept for the record.
        Retired = "retired",
    }
}

/// A sector code: an unwritten rule of a trade (M22).
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CodeCard {
    /// Its name.
    pub id: Slug,
    /// Its sector; `any` for all of them.
    pub sector: Slug,
    /// The language it is written in, when that is not the one asked for.
    pub lang: String,
    /// When it matters.
    pub situation: String,
    /// What happens.
    pub happens: String,
    /// What is expected.
    pub expected: String,
    /// What often goes wrong.
    pub wrong: String,
    /// A sentence one can say.
    pub say: String,
    /// Who wrote it, unless they want to stay unnamed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Where it stands.
    pub state: CardState,
    /// How many say "still true", by region (T08).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub votes: Vec<CodeVotes>,
    /// What the reader said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mine: Option<Verdict>,
    /// Whether the reader wrote it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
    /// The coordinator's word, for its author.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reply: String,
    /// How often it was written; a change names the one it changes (`If-Match`).
    #[serde(default)]
    pub version: u64,
}

wire_enum! {
    /// What somebody who knows the trade says of a card (T08).
    Verdict {
        /// "Still true."
        StillTrue = "still_true",
        /// "It depends."
        Depends = "depends",
    }
}

/// What people of one region say of a card.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CodeVotes {
    /// The region.
    pub region: Region,
    /// How many say "still true".
    pub still_true: u32,
    /// How many say "it depends".
    pub depends: u32,
}

/// A card to be written or changed (T07).
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewCode {
    /// Its sector; `any` for all of them.
    pub sector: Slug,
    /// The language it is written in.
    pub lang: String,
    /// When it matters.
    pub situation: String,
    /// What happens.
    pub happens: String,
    /// What is expected.
    pub expected: String,
    /// What often goes wrong.
    pub wrong: String,
    /// A sentence one can say.
    pub say: String,
    /// Show the author's name?
    #[serde(default)]
    pub named: bool,
}

/// Longest part of a card, in characters: it is read on a phone.
pub const CODE_PART_MAX: usize = 400;
/// Longest situation, in characters: it is the title of a mentee's mark too.
pub const CODE_SITUATION_MAX: usize = LINE_MAX;

/// What somebody says of a card.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewVerdict {
    /// What; nothing takes it back.
    pub verdict: Option<Verdict>,
    /// The region they know.
    pub region: Region,
}

/// A coordinator's decision about a card (K18).
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CodeDecision {
    /// The card, as it is to be published.
    pub card: NewCode,
    /// Where it goes.
    pub state: CardState,
    /// A word for its author.
    #[serde(default)]
    pub reply: String,
}

/// A card as it once was, for coordinators (K18).
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CodeVersion {
    /// Which version.
    pub version: u64,
    /// Since when.
    pub at: Timestamp,
    /// Who made it so: a coordinator, or an author who shows their name. Nobody: it came with the
    /// product, or its author stays unnamed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Where it stood.
    pub state: CardState,
    /// Its sector.
    pub sector: Slug,
    /// The coordinator's word.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reply: String,
    /// Its words, by language.
    pub texts: BTreeMap<String, CodeWords>,
}

/// The words of a card in one language.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CodeWords {
    /// When it matters.
    pub situation: String,
    /// What happens.
    pub happens: String,
    /// What is expected.
    pub expected: String,
    /// What often goes wrong.
    pub wrong: String,
    /// A sentence one can say.
    pub say: String,
}

/// A question that a mentee offers to the library, without a name (M23).
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewCodeQuestion {
    /// The sector.
    pub sector: Slug,
    /// The card it is about, if any.
    #[serde(default)]
    pub code: Option<Slug>,
    /// The question.
    pub text: String,
    /// The language it is written in.
    pub lang: String,
}

/// A question of the library that waits for a card.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CodeQuestion {
    /// Its name.
    pub id: Slug,
    /// The sector.
    pub sector: Slug,
    /// The card it is about, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Slug>,
    /// The question.
    pub text: String,
    /// The language it is written in.
    pub lang: String,
}

/// A service to be added or changed, in one language (K19). The words of other languages stay.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewService {
    /// The language it is written in.
    pub lang: String,
    /// What kind of service.
    pub kind: Slug,
    /// What people call it.
    pub name: String,
    /// Where it works.
    pub regions: Vec<Region>,
    /// What it helps with.
    pub themes: Vec<Theme>,
    /// What it does.
    pub does: String,
    /// Who may go.
    pub who: String,
    /// What to bring.
    #[serde(default)]
    pub bring: Vec<String>,
    /// How to get in touch.
    pub contact: String,
    /// Its web page.
    pub web: String,
    /// Its telephone.
    #[serde(default)]
    pub phone: String,
    /// Something worth knowing before going.
    #[serde(default)]
    pub note: String,
    /// What to ask oneself before going.
    #[serde(default)]
    pub first_question: String,
    /// When somebody last looked whether all this is true.
    #[serde(default)]
    pub verified: Option<NaiveDate>,
}

/// Most things to bring.
pub const SERVICE_BRING_MAX: usize = 12;
/// Longest text of a service, in characters.
pub const SERVICE_TEXT_MAX: usize = 600;
