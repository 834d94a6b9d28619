//! What groups are called. Words of our own; sectors come from the library, branches from the
//! association.

use board::office::breakdown::By;
use words::{Key, Lang};

/// What duos are told apart by.
pub fn by_key(by: By) -> Key {
    match by {
        By::Gender => Key::BreakdownGender,
        By::Age => Key::BreakdownAge,
        By::Education => Key::BreakdownEducation,
        By::DiplomaAbroad => Key::BreakdownDiplomaAbroad,
        By::Status => Key::BreakdownStatus,
        By::Nationality => Key::BreakdownNationality,
        By::Unemployment => Key::BreakdownUnemployment,
        By::Pes => Key::BreakdownPes,
        By::Region => Key::BreakdownRegion,
        By::Branch => Key::BreakdownBranch,
        By::Sector => Key::BreakdownSector,
        By::Lang => Key::BreakdownLang,
    }
}

/// The group of those of whom nothing was noted.
pub fn nothing_key(by: By) -> Key {
    match by {
        By::Sector => Key::BreakdownNoProject,
        By::Region => Key::BreakdownNoRegion,
        _ => Key::BreakdownNothingSaid,
    }
}

/// The words for a group of our lists; nothing for a sector, a branch or a language.
pub fn group_key(by: By, word: &str) -> Option<Key> {
    if word == "not_said" {
        return Some(Key::GroupNotSaid);
    }
    let key = match (by, word) {
        (By::Gender, "f") => Key::GroupGenderF,
        (By::Gender, "m") => Key::GroupGenderM,
        (By::Gender, "x") => Key::GroupGenderX,
        (By::Age, "18_24") => Key::GroupAge1824,
        (By::Age, "25_29") => Key::GroupAge2529,
        (By::Age, "30_33") => Key::GroupAge3033,
        (By::Age, "other") => Key::GroupAgeOther,
        (By::Education, "none_recognised") => Key::GroupEducationNoneRecognised,
        (By::Education, "below_cess") => Key::GroupEducationBelowCess,
        (By::Education, "cess") => Key::GroupEducationCess,
        (By::Education, "bachelor") => Key::GroupEducationBachelor,
        (By::Education, "master") => Key::GroupEducationMaster,
        (By::DiplomaAbroad, "none") => Key::GroupDiplomaNone,
        (By::DiplomaAbroad, "below_secondary") => Key::GroupDiplomaBelowSecondary,
        (By::DiplomaAbroad, "secondary") => Key::GroupDiplomaSecondary,
        (By::DiplomaAbroad, "higher") => Key::GroupDiplomaHigher,
        (By::Status, "citizen") => Key::GroupStatusCitizen,
        (By::Status, "family_reunification") => Key::GroupStatusFamilyReunification,
        (By::Status, "refugee") => Key::GroupStatusRefugee,
        (By::Status, "subsidiary") => Key::GroupStatusSubsidiary,
        (By::Status, "student") => Key::GroupStatusStudent,
        (By::Status, "other") => Key::GroupStatusOther,
        (By::Nationality, "belgian") => Key::GroupNationalityBelgian,
        (By::Nationality, "eu") => Key::GroupNationalityEu,
        (By::Nationality, "non_eu") => Key::GroupNationalityNonEu,
        (By::Unemployment, "under_6") => Key::GroupUnemploymentUnder6,
        (By::Unemployment, "from_6") => Key::GroupUnemploymentFrom6,
        (By::Unemployment, "from_12") => Key::GroupUnemploymentFrom12,
        (By::Unemployment, "from_24") => Key::GroupUnemploymentFrom24,
        (By::Unemployment, "inactive") => Key::GroupUnemploymentInactive,
        (By::Pes, "none") => Key::GroupPesNone,
        (By::Region, "brussels") => Key::GroupRegionBrussels,
        (By::Region, "wallonia") => Key::GroupRegionWallonia,
        (By::Region, "flanders") => Key::GroupRegionFlanders,
        _ => return None,
    };
    Some(key)
}

/// Names that are the same in every language: services, and languages in their own words.
pub fn own_name(by: By, word: &str) -> Option<&'static str> {
    match (by, word) {
        (By::Pes, "actiris") => Some("Actiris"),
        (By::Pes, "forem") => Some("Le Forem"),
        (By::Pes, "vdab") => Some("VDAB"),
        (By::Pes, "adg") => Some("ADG"),
        (By::Lang, tag) => Lang::from_tag(tag).map(Lang::own_name),
        _ => None,
    }
}
