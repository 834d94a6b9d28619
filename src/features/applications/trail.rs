//! The way an application took, as it is told: without the steps that were taken back.

use board::application::{Application, Move};

/// The arrivals that still count, oldest first; the last one is where the application stands.
///
/// Going back to a stage takes away what came after it, so that a wrong press leaves no trace in
/// the story. The board itself keeps every move.
#[must_use]
pub fn trail(application: &Application) -> Vec<Move> {
    let mut trail: Vec<Move> = Vec::new();
    for step in &application.moves {
        match trail.iter().position(|known| known.to == step.to) {
            Some(place) => trail.truncate(place + 1),
            None => trail.push(step.clone()),
        }
    }
    trail
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{application::Stage, entry::Entry, id::PersonId, time::Timestamp};
    use uuid::Uuid;

    fn told(stages: &[Stage]) -> Vec<(Stage, i64)> {
        let by = PersonId(Uuid::from_u128(1));
        let moves = stages.iter().zip(1..);
        let moves = moves.map(|(to, at)| Move { to: to.clone(), at: Timestamp(at), by }).collect();
        let application = Application {
            employer: Entry::default(),
            job: Entry::default(),
            stage: stages.last().cloned().unwrap_or(Stage::Idea),
            moves,
            link: Entry::default(),
            source: Entry::default(),
            contact: Entry::default(),
            place: Entry::default(),
            notes: Entry::default(),
            next: Entry::default(),
            next_on: None,
            cv: None,
            letter: None,
            reason: None,
            learnt: Entry::default(),
        };
        trail(&application).into_iter().map(|step| (step.to, step.at.0)).collect()
    }

    #[test]
    fn a_move_taken_back_leaves_no_trace() {
        use Stage::{Interview, Refused, Sent, ToApply};
        assert_eq!(told(&[ToApply, Sent]), [(ToApply, 1), (Sent, 2)]);
        assert_eq!(told(&[ToApply, Sent, ToApply]), [(ToApply, 1)]);
        let long = [ToApply, Sent, Interview, Sent, Refused];
        assert_eq!(told(&long), [(ToApply, 1), (Sent, 2), (Refused, 5)]);
    }
}
