//! Who waits for a partner in the demo: the matching aid has something to suggest.

use super::people::{branch_id, person};
use crate::{
    local,
    store::{Store, StoreError},
};
use board::{
    actor::Role,
    office::{
        matching::{Hours, Profile, Spoken, Way},
        place::Postcode,
    },
    protocol::pool::MatchProfile,
    time::Timestamp,
};

/// Somebody who waits or is available, in Liège.
struct Waiting {
    name: &'static str,
    role: Role,
    lang: &'static str,
    days: i64,
    sectors: &'static [&'static str],
    langs: &'static [Spoken],
    hours: &'static [Hours],
    ways: &'static [Way],
    postcode: u16,
}

/// The version of the profile of somebody who was just added.
const NEW: u64 = 1;

const BOTH_WAYS: &[Way] = &[Way::InPerson, Way::Video];
const EVENINGS: &[Hours] = &[Hours::WeekdayEvening, Hours::Weekend];
const DAYTIME: &[Hours] = &[Hours::WeekdayMorning, Hours::WeekdayAfternoon];

const PEOPLE: [Waiting; 9] = [
    Waiting {
        name: "Awa",
        role: Role::Mentee,
        lang: "fr",
        days: 41,
        sectors: &["care"],
        langs: &[Spoken::French, Spoken::Pular],
        hours: DAYTIME,
        ways: &[Way::InPerson],
        postcode: 4020,
    },
    Waiting {
        name: "Nasrin",
        role: Role::Mentee,
        lang: "en",
        days: 33,
        sectors: &["it", "office"],
        langs: &[Spoken::Persian, Spoken::English],
        hours: EVENINGS,
        ways: BOTH_WAYS,
        postcode: 4000,
    },
    Waiting {
        name: "Tesfay",
        role: Role::Mentee,
        lang: "en",
        days: 19,
        sectors: &["logistics"],
        langs: &[Spoken::Tigrinya, Spoken::English],
        hours: EVENINGS,
        ways: &[Way::InPerson],
        postcode: 4100,
    },
    Waiting {
        name: "Ilir",
        role: Role::Mentee,
        lang: "fr",
        days: 12,
        sectors: &["construction"],
        langs: &[Spoken::Albanian, Spoken::French, Spoken::Italian],
        hours: &[Hours::WeekdayEvening],
        ways: BOTH_WAYS,
        postcode: 4800,
    },
    Waiting {
        name: "Soraya",
        role: Role::Mentee,
        lang: "fr",
        days: 4,
        sectors: &[],
        langs: &[Spoken::Arabic, Spoken::French],
        hours: DAYTIME,
        ways: BOTH_WAYS,
        postcode: 4420,
    },
    Waiting {
        name: "Bénédicte",
        role: Role::Mentor,
        lang: "fr",
        days: 20,
        sectors: &["care", "social"],
        langs: &[Spoken::French],
        hours: DAYTIME,
        ways: &[Way::InPerson],
        postcode: 4030,
    },
    Waiting {
        name: "Hugues",
        role: Role::Mentor,
        lang: "fr",
        days: 52,
        sectors: &["it"],
        langs: &[Spoken::French, Spoken::English],
        hours: EVENINGS,
        ways: &[Way::Video],
        postcode: 5000,
    },
    Waiting {
        name: "Giovanni",
        role: Role::Mentor,
        lang: "fr",
        days: 8,
        sectors: &["construction", "industry"],
        langs: &[Spoken::Italian, Spoken::French],
        hours: &[Hours::WeekdayEvening],
        ways: BOTH_WAYS,
        postcode: 4101,
    },
    Waiting {
        name: "Margaux",
        role: Role::Mentor,
        lang: "fr",
        days: 3,
        sectors: &["retail", "office"],
        langs: &[Spoken::French, Spoken::English],
        hours: EVENINGS,
        ways: &[Way::InPerson],
        postcode: 4000,
    },
];

/// Puts them into a database that has the branches of the demo.
pub(super) async fn create(store: &dyn Store, now: Timestamp) -> Result<(), StoreError> {
    let branch = branch_id("Liège");
    for waiting in PEOPLE {
        let who = person(waiting.name, waiting.role.clone(), waiting.lang);
        let since = now.plus_days(-waiting.days);
        store.add_person(&who, branch, since).await?;
        let sector = |name: &&str| name.parse().expect("a sector of the library");
        let profile = Profile {
            sectors: waiting.sectors.iter().map(sector).collect(),
            langs: waiting.langs.to_vec(),
            hours: waiting.hours.to_vec(),
            ways: waiting.ways.to_vec(),
            postcode: Postcode::new(waiting.postcode),
            capacity: 1,
        };
        let (version, looking) = (NEW, true);
        let since = Some(local::day(since));
        let profile = MatchProfile { version, looking, since, profile };
        store.keep_profile(who.id, branch, version, profile).await?;
    }
    Ok(())
}
