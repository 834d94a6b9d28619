//! A crowd of duos with three years behind them, to measure with and to see the product as a large
//! association does. The same seed on the same day makes the same crowd.

mod fate;
mod names;
mod office;

use super::{
    boards::{
        Board,
        trades::{self, TRADES},
        usual::About,
    },
    case::{Case, End},
    dice::Dice,
    people::{branch_id, fixed_id, region},
};
use crate::store::{Store, StoreError, people::Person};
use board::{
    actor::Role,
    id::{BranchId, PersonId},
    office::region::Region,
    time::Timestamp,
};
use fate::Fate;

/// How large a crowd is, and which one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crowd {
    /// How many duos.
    pub duos: u32,
    /// Another seed, another crowd.
    pub seed: u64,
}

/// Duos that are written at once.
const BATCH: u32 = 200;
/// How many duos each coordinator looked after, in three years.
const DUOS_EACH: u32 = 250;
/// How many duos there are for each mentor: most had two or three in that time.
const DUOS_A_MENTOR: u32 = 2;

/// Where the crowd lives, and how many in a hundred.
const TOWNS: [(usize, &str); 4] =
    [(40, "Bruxelles"), (25, "Liège"), (15, "Charleroi"), (20, "Anvers")];

/// Adds the crowd to a database that has the branches of the demo.
///
/// # Errors
/// When the store does not do its part.
pub async fn create(store: &dyn Store, crowd: Crowd, now: Timestamp) -> Result<(), StoreError> {
    for (_, town) in TOWNS {
        for number in 0..coordinators(crowd, town) {
            let coordinator = coordinator(town, number);
            store.add_staff(&coordinator, &[branch_id(town)], now).await?;
        }
    }
    let mut next = 0;
    while next < crowd.duos {
        let until = (next + BATCH).min(crowd.duos);
        let batch = (next..until).map(|number| case(crowd, number, now).into_past(now));
        store.add_past(batch.collect::<Result<_, _>>()?).await?;
        next = until;
    }
    Ok(())
}

/// How many coordinators a town needs for its part of the crowd.
fn coordinators(crowd: Crowd, town: &str) -> u32 {
    let percent = TOWNS.iter().find(|(_, name)| *name == town).map_or(0, |(percent, _)| *percent);
    let duos = crowd.duos * u32::try_from(percent).unwrap_or(0) / 100;
    duos.div_ceil(DUOS_EACH).max(1)
}

fn coordinator(town: &str, number: u32) -> Person {
    let name = names::STAFF[(town.len() * 7 + number as usize) % names::STAFF.len()];
    let lang = if region(town) == Region::Flanders { "nl" } else { "fr" };
    let id = PersonId(fixed_id("crowd staff", &format!("{town} {number}")));
    Person { id, role: Role::Coordinator, name: format!("{name} ({town})"), lang: lang.to_owned() }
}

/// One duo of the crowd.
pub(super) fn case(crowd: Crowd, number: u32, now: Timestamp) -> Case {
    let mut dice = Dice::new(crowd.seed, u64::from(number));
    let dice = &mut dice;
    let town = dice.weighed(&TOWNS);
    let branch: BranchId = branch_id(town);
    let staff = dice.below(coordinators(crowd, town) as usize) as u32;
    let key = format!("crowd {} {number}", crowd.seed);
    let mentee = mentee(&key, town, dice);
    let mentor = mentor(crowd, town, number);
    let fate = Fate::draw(number, crowd.duos, dice);
    let trade = dice.below(TRADES);
    let lang = if mentee.lang == "nl" {
        "nl"
    } else if mentee.lang == "en" {
        "en"
    } else {
        "fr"
    };
    let about = About { lang, trade, region: region(town) };
    let first = fate.course.first;
    let outcomes = office::outcomes(&fate, now, dice);
    Case {
        key,
        mentee,
        mentor,
        branch,
        coordinator: coordinator(town, staff).id,
        first,
        // One in ten has no project yet.
        sector: dice.happens(90).then(|| trades::sector(trade)),
        help: office::calls(&fate, dice),
        contacts: office::contacts(&fate, dice),
        rests: fate.rest.into_iter().collect(),
        end: fate.end.map(|(kind, day)| End { kind, day, checklist: office::checklist(dice) }),
        follow_ups: office::follow_ups(&fate, &outcomes, dice),
        consents: office::consents(dice),
        demographics: dice.happens(85).then(|| office::answers(region(town), dice)),
        outcomes,
        board: Board::Usual(Box::new(fate.course), about),
    }
}

fn mentee(key: &str, town: &str, dice: &mut Dice) -> Person {
    let langs: &[(usize, &str)] = match region(town) {
        Region::Flanders => &[(75, "nl"), (25, "en")],
        _ => &[(80, "fr"), (20, "en")],
    };
    Person {
        id: PersonId(fixed_id("person", key)),
        role: Role::Mentee,
        name: names::with_initial(&names::MENTEES, dice),
        lang: dice.weighed(langs).to_owned(),
    }
}

/// One of the mentors of the town. Who it is follows from the place in the crowd, so that no
/// mentor has more duos at once than a person can have.
fn mentor(crowd: Crowd, town: &str, number: u32) -> Person {
    let pool = (crowd.duos / DUOS_A_MENTOR).max(1);
    let who = number % pool;
    let key = format!("crowd {} mentor {town} {who}", crowd.seed);
    // Their own chances: the same name with whichever mentee.
    let mut own = Dice::new(crowd.seed ^ 0x6d65_6e74, u64::from(who));
    let lang = if region(town) == Region::Flanders { "nl" } else { "fr" };
    Person {
        id: PersonId(fixed_id("person", &key)),
        role: Role::Mentor,
        name: names::with_initial(&names::MENTORS, &mut own),
        lang: lang.to_owned(),
    }
}

#[cfg(test)]
mod tests;
