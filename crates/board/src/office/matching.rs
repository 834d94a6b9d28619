//! How well a waiting mentee and an available mentor fit (features.md K22): points with their
//! reasons. It suggests; people decide.
//!
//! A pair needs a language and a way to meet in common. Beyond that four things give up to ten
//! points each, multiplied by their weight: the sector, the language, the hours, the way between
//! them. What somebody did not say gives half, so that silence neither wins nor loses.

use crate::{
    closed_enum::closed_enum,
    office::place::{Distance, Postcode},
    slug::Slug,
};
use wire::Wire;

closed_enum! {
    /// A language somebody speaks well enough to talk about work.
    Spoken {
        /// French.
        French = "fr",
        /// Dutch.
        Dutch = "nl",
        /// English.
        English = "en",
        /// German.
        German = "de",
        /// Arabic.
        Arabic = "ar",
        /// Tamazight.
        Tamazight = "ber",
        /// Turkish.
        Turkish = "tr",
        /// Spanish.
        Spanish = "es",
        /// Portuguese.
        Portuguese = "pt",
        /// Italian.
        Italian = "it",
        /// Romanian.
        Romanian = "ro",
        /// Polish.
        Polish = "pl",
        /// Ukrainian.
        Ukrainian = "uk",
        /// Russian.
        Russian = "ru",
        /// Albanian.
        Albanian = "sq",
        /// Dari or Persian.
        Persian = "fa",
        /// Pashto.
        Pashto = "ps",
        /// Tigrinya.
        Tigrinya = "ti",
        /// Somali.
        Somali = "so",
        /// Lingala.
        Lingala = "ln",
        /// Swahili.
        Swahili = "sw",
        /// Pular or Fulfulde.
        Pular = "ff",
    }
}

closed_enum! {
    /// When somebody can meet.
    Hours {
        /// Monday to Friday, before noon.
        WeekdayMorning = "weekday_morning",
        /// Monday to Friday, after noon.
        WeekdayAfternoon = "weekday_afternoon",
        /// Monday to Friday, after five.
        WeekdayEvening = "weekday_evening",
        /// Saturday or Sunday.
        Weekend = "weekend",
    }
}

closed_enum! {
    /// How somebody can meet.
    Way {
        /// In the same room.
        InPerson = "in_person",
        /// Over the network.
        Video = "video",
    }
}

/// What somebody told about a partner. An empty list: they did not say.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// What the mentee aims at, or where the mentor knows the way.
    pub sectors: Vec<Slug>,
    /// Languages; the first is the one they speak best.
    pub langs: Vec<Spoken>,
    /// When they can meet.
    pub hours: Vec<Hours>,
    /// How they can meet.
    pub ways: Vec<Way>,
    /// Where they set out from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postcode: Option<Postcode>,
    /// How many duos a mentor takes at once.
    pub capacity: u8,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            sectors: Vec::new(),
            langs: Vec::new(),
            hours: Vec::new(),
            ways: Vec::new(),
            postcode: None,
            capacity: 1,
        }
    }
}

/// Most sectors or languages in a profile.
pub const CHOICES_MAX: usize = 6;
/// Most duos that a mentor takes at once.
pub const CAPACITY_MAX: u8 = 6;

/// How much each thing counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// The same sector.
    pub sector: u8,
    /// The language the mentee speaks best.
    pub language: u8,
    /// Common hours.
    pub hours: u8,
    /// A short way, or none.
    pub travel: u8,
}

impl Default for Weights {
    fn default() -> Self {
        Self { sector: 3, language: 3, hours: 2, travel: 2 }
    }
}

/// Most that a thing can count.
pub const WEIGHT_MAX: u8 = 5;

/// Points for a perfect fit in one thing, before its weight.
const FULL: u32 = 10;
/// What was not said.
const HALF: u32 = 5;

impl Weights {
    /// Most points a pair can have.
    #[must_use]
    pub fn best(self) -> u32 {
        let all = [self.sector, self.language, self.hours, self.travel];
        FULL * all.into_iter().map(u32::from).sum::<u32>()
    }

    /// Whether each lies in its range.
    #[must_use]
    pub fn are_usable(self) -> bool {
        [self.sector, self.language, self.hours, self.travel].iter().all(|one| *one <= WEIGHT_MAX)
    }
}

closed_enum! {
    /// How a pair fits in one thing.
    Fit {
        /// A sector in common.
        SameSector = "same_sector",
        /// One of the two named no sector.
        OpenSector = "open_sector",
        /// Other sectors.
        OtherSector = "other_sector",
        /// The mentor speaks what the mentee speaks best.
        BestLanguage = "best_language",
        /// Another language in common.
        OtherLanguage = "other_language",
        /// One of the two named no language.
        OpenLanguage = "open_language",
        /// Several common moments.
        ManyHours = "many_hours",
        /// One common moment.
        OneHour = "one_hour",
        /// One of the two did not say when.
        OpenHours = "open_hours",
        /// No common moment.
        NoHours = "no_hours",
        /// Both meet over the network.
        ByVideo = "by_video",
        /// The same commune.
        SamePlace = "same_place",
        /// Communes beside each other.
        NearPlace = "near_place",
        /// The same province.
        SameProvince = "same_province",
        /// Far from each other.
        FarPlace = "far_place",
        /// One of the two did not say where.
        OpenPlace = "open_place",
    }
}

/// One thing, how the two fit in it, and what it gives.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reason {
    /// How they fit.
    pub fit: Fit,
    /// Points, the weight included.
    pub points: u32,
    /// The common sectors, where that is the reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<Slug>,
    /// The common language, where that is the reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Spoken>,
}

/// The points of a pair.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Score {
    /// All points.
    pub points: u32,
    /// Sector, language, hours, travel.
    pub reasons: Vec<Reason>,
}

closed_enum! {
    /// Why a pair is ruled out.
    Blocked {
        /// No language in common.
        NoLanguage = "no_language",
        /// One only meets in person, the other only over the network.
        NoWay = "no_way",
    }
}

/// How well the two fit.
///
/// # Errors
/// What rules the pair out.
pub fn score(mentee: &Profile, mentor: &Profile, weights: Weights) -> Result<Score, Blocked> {
    let language = language(mentee, mentor)?;
    let travel = travel(mentee, mentor)?;
    let parts = [
        (sector(mentee, mentor), weights.sector),
        (language, weights.language),
        (hours(mentee, mentor), weights.hours),
        (travel, weights.travel),
    ];
    let reasons = parts.map(|(mut reason, weight)| {
        reason.points *= u32::from(weight);
        reason
    });
    Ok(Score { points: reasons.iter().map(|reason| reason.points).sum(), reasons: reasons.into() })
}

fn plain(fit: Fit, points: u32) -> Reason {
    Reason { fit, points, sectors: Vec::new(), language: None }
}

fn sector(mentee: &Profile, mentor: &Profile) -> Reason {
    if mentee.sectors.is_empty() || mentor.sectors.is_empty() {
        return plain(Fit::OpenSector, HALF);
    }
    let common = mentee.sectors.iter().filter(|sector| mentor.sectors.contains(sector));
    let sectors: Vec<Slug> = common.cloned().collect();
    if sectors.is_empty() {
        return plain(Fit::OtherSector, 0);
    }
    Reason { sectors, ..plain(Fit::SameSector, FULL) }
}

fn language(mentee: &Profile, mentor: &Profile) -> Result<Reason, Blocked> {
    let Some(best) = mentee.langs.first() else { return Ok(plain(Fit::OpenLanguage, HALF)) };
    if mentor.langs.is_empty() {
        return Ok(plain(Fit::OpenLanguage, HALF));
    }
    if mentor.langs.contains(best) {
        return Ok(Reason { language: Some(*best), ..plain(Fit::BestLanguage, FULL) });
    }
    let common = mentee.langs.iter().find(|lang| mentor.langs.contains(lang));
    let common = common.ok_or(Blocked::NoLanguage)?;
    Ok(Reason { language: Some(*common), ..plain(Fit::OtherLanguage, 7) })
}

fn hours(mentee: &Profile, mentor: &Profile) -> Reason {
    if mentee.hours.is_empty() || mentor.hours.is_empty() {
        return plain(Fit::OpenHours, HALF);
    }
    match mentee.hours.iter().filter(|hours| mentor.hours.contains(hours)).count() {
        0 => plain(Fit::NoHours, 0),
        1 => plain(Fit::OneHour, 7),
        _ => plain(Fit::ManyHours, FULL),
    }
}

fn travel(mentee: &Profile, mentor: &Profile) -> Result<Reason, Blocked> {
    let can = |way| {
        let says = |profile: &Profile| profile.ways.is_empty() || profile.ways.contains(&way);
        says(mentee) && says(mentor)
    };
    let both_say_video = [mentee, mentor].iter().all(|profile| profile.ways.contains(&Way::Video));
    if both_say_video {
        return Ok(plain(Fit::ByVideo, FULL));
    }
    if !can(Way::InPerson) {
        // Whoever did not say may still meet over the network.
        return if can(Way::Video) { Ok(plain(Fit::OpenPlace, HALF)) } else { Err(Blocked::NoWay) };
    }
    let (Some(from), Some(to)) = (mentee.postcode, mentor.postcode) else {
        return Ok(plain(Fit::OpenPlace, HALF));
    };
    Ok(match Distance::between(from, to) {
        Distance::Same => plain(Fit::SamePlace, FULL),
        Distance::Near => plain(Fit::NearPlace, 8),
        Distance::Province => plain(Fit::SameProvince, 4),
        Distance::Far => plain(Fit::FarPlace, 0),
    })
}

#[cfg(test)]
mod tests;
