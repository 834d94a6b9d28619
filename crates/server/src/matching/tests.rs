//! Arrangements: never worse than going down the list, and quick enough to be asked for again.

use super::*;
use crate::{clock, ids, store::people::Person};
use board::office::{
    matching::{Hours, Profile, Spoken, Way},
    place::Postcode,
};
use std::time::Instant;

fn somebody(role: Role, name: &str, profile: Profile) -> Candidate {
    let id = PersonId(ids::new_id(clock::now()));
    let person = Person { id, role, name: name.to_owned(), lang: "fr".into() };
    Candidate { person, running: 0, since: None, profile }
}

fn speaking(langs: &[Spoken]) -> Profile {
    Profile { langs: langs.to_vec(), ..Profile::default() }
}

/// Numbers that look like chance and are the same every time.
fn numbers(seed: u64) -> impl FnMut(u64) -> u64 {
    let mut state = seed;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    }
}

fn pool(count: usize, seed: u64) -> Vec<Candidate> {
    let mut draw = numbers(seed);
    let sectors = content::sectors();
    let mut pool = Vec::new();
    for role in [Role::Mentee, Role::Mentor] {
        for number in 0..count {
            let sector = |number: u64| sectors[number as usize % sectors.len()].id.clone();
            let profile = Profile {
                sectors: (0..draw(3)).map(|_| sector(draw(40))).collect(),
                langs: (0..=draw(3)).map(|_| Spoken::ALL[draw(6) as usize]).collect(),
                hours: Hours::ALL.iter().copied().filter(|_| draw(2) == 0).collect(),
                ways: Way::ALL.iter().copied().filter(|_| draw(3) != 0).collect(),
                postcode: Postcode::new(1000 + draw(9000) as u16),
                capacity: 1 + draw(2) as u8,
            };
            pool.push(somebody(role.clone(), &format!("{role:?} {number}"), profile));
        }
    }
    pool
}

fn total(found: &Matching) -> u32 {
    let given = found.mentees.iter().filter_map(|one| one.suggested.as_ref());
    given.map(|one| one.score.points + 1).sum()
}

/// Goes down the list and gives each mentee the best mentor that is left.
fn greedy(pool: &[Candidate], weights: Weights) -> u32 {
    let (mentors, mentees): (Vec<_>, Vec<_>) =
        pool.iter().partition(|one| one.person.role == Role::Mentor);
    let mut room: Vec<u8> = mentors.iter().map(|mentor| mentor.profile.capacity).collect();
    let mut total = 0;
    for mentee in mentees {
        let possible = mentors.iter().enumerate().filter(|(index, _)| room[*index] > 0);
        let scored = possible.filter_map(|(index, mentor)| {
            Some((score(&mentee.profile, &mentor.profile, weights).ok()?.points, index))
        });
        if let Some((points, index)) = scored.max() {
            room[index] -= 1;
            total += points + 1;
        }
    }
    total
}

#[test]
fn the_whole_pool_is_never_worse_than_going_down_the_list() {
    for seed in 1..40 {
        let pool = pool(12, seed);
        let weights = Weights::default();
        let found = suggest(pool.clone(), weights);
        assert!(total(&found) >= greedy(&pool, weights), "seed {seed}");
    }
}

#[test]
fn nobody_gets_more_than_they_take_and_reasons_add_up() {
    for seed in 1..20 {
        let pool = pool(15, seed);
        let found = suggest(pool.clone(), Weights::default());
        for mentor in pool.iter().filter(|one| one.person.role == Role::Mentor) {
            let has = |one: &&MatchedMentee| {
                one.suggested.as_ref().is_some_and(|given| given.mentor.id == mentor.person.id)
            };
            let duos = found.mentees.iter().filter(has).count();
            assert!(duos <= usize::from(mentor.profile.capacity));
            let is_free = found.free_mentors.iter().any(|free| free.id == mentor.person.id);
            assert_eq!(is_free, duos == 0);
        }
        for one in &found.mentees {
            assert_eq!(one.suggested.is_none(), one.unmatched.is_some());
            for suggestion in one.suggested.iter().chain(&one.others) {
                let sum: u32 = suggestion.score.reasons.iter().map(|reason| reason.points).sum();
                assert_eq!(sum, suggestion.score.points);
            }
        }
    }
}

#[test]
fn whoever_has_nobody_hears_why() {
    let mentee = somebody(Role::Mentee, "Rahel", speaking(&[Spoken::Tigrinya]));
    let mentor = somebody(Role::Mentor, "Cécile", speaking(&[Spoken::French]));
    let why = |pool: Vec<Candidate>| {
        suggest(pool, Weights::default()).mentees.into_iter().map(|one| one.unmatched).next_back()
    };
    assert_eq!(why(vec![mentee.clone()]), Some(Some(Unmatched::NoMentor)));
    let ruled_out = Unmatched::RuledOut { cause: Blocked::NoLanguage };
    assert_eq!(why(vec![mentee.clone(), mentor.clone()]), Some(Some(ruled_out)));
    let french = somebody(Role::Mentee, "Asmae", speaking(&[Spoken::French]));
    let other = somebody(Role::Mentee, "Yonas", speaking(&[Spoken::English, Spoken::French]));
    let found = suggest(vec![other, french, mentor.clone()], Weights::default());
    assert!(found.mentees[1].suggested.is_some(), "her best language");
    assert_eq!(found.mentees[0].unmatched, Some(Unmatched::AllGiven));
    let busy = Candidate { running: 1, ..mentor };
    assert_eq!(why(vec![mentee, busy]), Some(Some(Unmatched::NoMentor)));
}

#[test]
fn three_hundred_of_each_take_less_than_a_second() {
    let pool = pool(300, 7);
    let begun = Instant::now();
    let found = suggest(pool, Weights::default());
    let took = begun.elapsed();
    println!("300 mentees, 300 mentors: {took:?}");
    assert_eq!(found.mentees.len(), 300);
    // Without optimisation it takes some twenty times as long.
    let most = if cfg!(debug_assertions) { 20 } else { 1 };
    assert!(took.as_secs() < most, "{took:?}");
}
