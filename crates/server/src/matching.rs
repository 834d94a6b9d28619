//! The best arrangement of all waiting mentees and available mentors at once (features.md K22).
//!
//! The Hungarian algorithm of the crate `pathfinding` finds the pairs with the most points over the
//! whole pool. Each pair that is possible counts its points and one more, so that two pairs that fit
//! badly are better than one mentee left out; a pair that is ruled out is worse than none.

use crate::store::pool::Candidate;
use board::{
    actor::Role,
    id::PersonId,
    office::matching::{Blocked, Score, Weights, score},
    protocol::pool::{MatchedMentee, Matching, Named, Suggestion, Unmatched},
};
use pathfinding::{kuhn_munkres::kuhn_munkres, matrix::Matrix};

/// Other mentors that are shown for a mentee.
const OTHERS: usize = 3;
/// Most people on each side: a branch has a tenth of it.
const POOL_MAX: usize = 1000;
/// Worse than nobody.
const RULED_OUT: i64 = -1;

/// Suggests a mentor for each mentee who has none.
#[must_use]
pub fn suggest(pool: Vec<Candidate>, weights: Weights) -> Matching {
    let is_free = |one: &Candidate| match one.person.role {
        Role::Mentor => one.running < u32::from(one.profile.capacity),
        _ => one.running == 0,
    };
    let free = pool.into_iter().filter(is_free);
    let (mut mentors, mut mentees): (Vec<Candidate>, Vec<Candidate>) =
        free.partition(|one| one.person.role == Role::Mentor);
    mentors.truncate(POOL_MAX);
    mentees.truncate(POOL_MAX);
    let scores: Vec<Vec<Result<Score, Blocked>>> = mentees
        .iter()
        .map(|mentee| {
            let of = |mentor: &Candidate| score(&mentee.profile, &mentor.profile, weights);
            mentors.iter().map(of).collect()
        })
        .collect();
    let places = places(&mentors, mentees.len());
    let given = arrange(&scores, &places);
    let matched = mentees.iter().zip(scores).zip(&given);
    let mentees: Vec<MatchedMentee> = matched
        .map(|((mentee, scores), given)| matched_mentee(mentee, scores, *given, &mentors))
        .collect();
    let has_somebody = |index: usize| given.contains(&Some(index));
    let free_mentors = mentors.iter().enumerate().filter(|(index, _)| !has_somebody(*index));
    let free_mentors = free_mentors.map(|(_, mentor)| named(mentor)).collect();
    Matching { weights, best: weights.best(), mentees, free_mentors }
}

/// The mentor of each place: one who takes two more duos has two places.
fn places(mentors: &[Candidate], most: usize) -> Vec<usize> {
    let room = |mentor: &Candidate| {
        let room = u32::from(mentor.profile.capacity).saturating_sub(mentor.running);
        usize::try_from(room).unwrap_or(0).min(most)
    };
    let places = mentors.iter().enumerate();
    places.flat_map(|(index, mentor)| std::iter::repeat_n(index, room(mentor))).collect()
}

/// What a pair counts.
fn weight(score: &Result<Score, Blocked>) -> i64 {
    score.as_ref().map_or(RULED_OUT, |score| i64::from(score.points) + 1)
}

/// The mentor of each mentee, by index, in the arrangement with the highest sum.
fn arrange(scores: &[Vec<Result<Score, Blocked>>], places: &[usize]) -> Vec<Option<usize>> {
    if scores.is_empty() || places.is_empty() {
        return vec![None; scores.len()];
    }
    // One place more for each mentee, where nobody sits.
    let columns = places.len() + scores.len();
    let weights = Matrix::from_fn(scores.len(), columns, |(row, column)| {
        places.get(column).map_or(0, |mentor| weight(&scores[row][*mentor]))
    });
    let (_, seats) = kuhn_munkres(&weights);
    seats.into_iter().map(|column| places.get(column).copied()).collect()
}

fn matched_mentee(
    mentee: &Candidate,
    scores: Vec<Result<Score, Blocked>>,
    given: Option<usize>,
    mentors: &[Candidate],
) -> MatchedMentee {
    let mut blocked = Vec::new();
    let (mut suggested, mut others) = (None, Vec::new());
    for (index, (score, mentor)) in scores.into_iter().zip(mentors).enumerate() {
        match score {
            Err(cause) => blocked.push(cause),
            Ok(score) => {
                let suggestion = Suggestion { mentor: named(mentor), score };
                if Some(index) == given {
                    suggested = Some(suggestion);
                } else {
                    others.push(suggestion);
                }
            }
        }
    }
    let unmatched = suggested.is_none().then(|| match (others.is_empty(), blocked.is_empty()) {
        (false, _) => Unmatched::AllGiven,
        (true, true) => Unmatched::NoMentor,
        (true, false) => Unmatched::RuledOut { cause: most_frequent(&blocked) },
    });
    others.sort_by_key(|other| (std::cmp::Reverse(other.score.points), other.mentor.id));
    others.truncate(OTHERS);
    MatchedMentee { mentee: named(mentee), since: mentee.since, suggested, others, unmatched }
}

fn most_frequent(blocked: &[Blocked]) -> Blocked {
    let count = |cause: &Blocked| blocked.iter().filter(|one| *one == cause).count();
    Blocked::ALL.iter().copied().max_by_key(count).unwrap_or(Blocked::NoLanguage)
}

fn named(one: &Candidate) -> Named {
    let id: PersonId = one.person.id;
    Named { id, name: one.person.name.clone(), duos: one.running }
}

#[cfg(test)]
mod tests;
