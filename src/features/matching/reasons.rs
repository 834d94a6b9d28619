//! Why a pair is suggested, or why nobody is, in words.

use board::{
    office::matching::{Blocked, Fit, Reason},
    protocol::pool::Unmatched,
};
use words::Key;

use crate::{
    features::{codes::sectors::Sectors, people_of::words::spoken_key},
    i18n::{format::list, t, tf, tnf},
};

/// "Même secteur : Soins et santé : 30 points"; tracked.
#[must_use]
pub fn reason_words(reason: &Reason, sectors: Sectors) -> String {
    let key = match reason.fit {
        Fit::SameSector => Key::MatchingFitSameSector,
        Fit::OpenSector => Key::MatchingFitOpenSector,
        Fit::OtherSector => Key::MatchingFitOtherSector,
        Fit::BestLanguage => Key::MatchingFitBestLanguage,
        Fit::OtherLanguage => Key::MatchingFitOtherLanguage,
        Fit::OpenLanguage => Key::MatchingFitOpenLanguage,
        Fit::ManyHours => Key::MatchingFitManyHours,
        Fit::OneHour => Key::MatchingFitOneHour,
        Fit::OpenHours => Key::MatchingFitOpenHours,
        Fit::NoHours => Key::MatchingFitNoHours,
        Fit::ByVideo => Key::MatchingFitByVideo,
        Fit::SamePlace => Key::MatchingFitSamePlace,
        Fit::NearPlace => Key::MatchingFitNearPlace,
        Fit::SameProvince => Key::MatchingFitSameProvince,
        Fit::FarPlace => Key::MatchingFitFarPlace,
        Fit::OpenPlace => Key::MatchingFitOpenPlace,
    };
    let names = list(reason.sectors.iter().map(|sector| sectors.name(sector)).collect());
    let lang = reason.language.map(|lang| t(spoken_key(lang))).unwrap_or_default();
    let said = tf(key, &[("sector", &names), ("lang", &lang)]);
    let points = usize::try_from(reason.points).unwrap_or(usize::MAX);
    tnf(Key::MatchingReasonPoints, points, &[("reason", &said)])
}

/// Why a mentee has nobody.
#[must_use]
pub fn unmatched_key(unmatched: Unmatched) -> Key {
    match unmatched {
        Unmatched::NoMentor => Key::MatchingNoMentor,
        Unmatched::AllGiven => Key::MatchingAllGiven,
        Unmatched::RuledOut { cause: Blocked::NoLanguage } => Key::MatchingNoLanguage,
        Unmatched::RuledOut { cause: Blocked::NoWay } => Key::MatchingNoWay,
    }
}
