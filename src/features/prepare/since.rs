//! What changed on the shared board since a day. Pure, so that the choice can be tested.

use board::{
    application::Stage,
    cv::CvKind,
    id::ItemId,
    item::{Body, Item},
    objective::ObjectiveState,
    referral::{ReferralOutcome, Went},
    time::Timestamp,
    world::World,
};

/// One change, in the order of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// An objective was reached.
    Reached(String),
    /// An objective is new.
    Objective(String),
    /// A step was done.
    Step(String),
    /// An application is new, or at another stage.
    Application {
        /// The job.
        job: String,
        /// Who offers it.
        employer: String,
        /// Where it stands now.
        stage: Stage,
    },
    /// A version of a CV or a letter is new.
    Cv(CvKind, u32),
    /// A way to a service is new, or something came of it.
    Referral {
        /// The service.
        title: String,
        /// What the mentee says of going there.
        went: Option<Went>,
        /// What came of it.
        outcome: Option<ReferralOutcome>,
    },
}

impl Change {
    fn rank(&self) -> u8 {
        match self {
            Self::Reached(_) => 0,
            Self::Step(_) => 1,
            Self::Application { .. } => 2,
            Self::Objective(_) => 3,
            Self::Cv(..) => 4,
            Self::Referral { .. } => 5,
        }
    }
}

/// What both can see and what changed at moments that count: what was done first, each kind in
/// the order of its changes.
///
/// The page may lie on a table between the two, so nothing private comes on it.
#[must_use]
pub fn changes(world: &World, counts: impl Fn(Timestamp) -> bool) -> Vec<Change> {
    let live = world.shared.items.values().filter(|item| item.is_live());
    let mut found = live
        .filter_map(|item| {
            let (at, change) = change_of(item, &counts)?;
            Some((change.rank(), at, item.id, change))
        })
        .collect::<Vec<(u8, Timestamp, ItemId, Change)>>();
    found.sort_by_key(|(rank, at, id, _)| (*rank, *at, *id));
    found.into_iter().map(|(.., change)| change).collect()
}

fn change_of(item: &Item, counts: impl Fn(Timestamp) -> bool) -> Option<(Timestamp, Change)> {
    let is_new = counts(item.at);
    match &item.body {
        Body::Objective(objective) => {
            let title = objective.title.text.clone();
            if objective.state == ObjectiveState::Reached && counts(objective.since) {
                return Some((objective.since, Change::Reached(title)));
            }
            is_new.then_some((item.at, Change::Objective(title)))
        }
        Body::Step(step) => {
            let at = step.done.filter(|at| counts(*at))?;
            Some((at, Change::Step(step.title.text.clone())))
        }
        Body::Application(application) => {
            let last = application.moves.last().map_or(item.at, |last| last.at);
            let job = application.job.text.clone();
            let employer = application.employer.text.clone();
            let stage = application.stage.clone();
            counts(last).then_some((last, Change::Application { job, employer, stage }))
        }
        Body::CvVersion(cv) => is_new.then(|| (item.at, Change::Cv(cv.kind.clone(), cv.number))),
        Body::Referral(referral) => {
            let answered = referral.went.is_some() || referral.outcome.is_some();
            let at = if answered { item.changed } else { item.at };
            let title = referral.title.text.clone();
            let (went, outcome) = (referral.went.clone(), referral.outcome.clone());
            counts(at).then_some((at, Change::Referral { title, went, outcome }))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{
        actor::{Actor, Seat},
        id::PersonId,
        objective::Horizon,
        op::{AddApplication, AddObjective, AddStep, Op},
        order::Order,
        step::Who,
    };
    use uuid::Uuid;

    const MENTEE: Actor = Actor { person: PersonId(Uuid::from_u128(1)), seat: Seat::Mentee };

    fn id(number: u128) -> ItemId {
        ItemId(Uuid::from_u128(number))
    }

    fn objective(number: u128, title: &str, only_me: bool) -> Op {
        Op::AddObjective(AddObjective {
            id: id(number),
            title: title.into(),
            horizon: Horizon::Short,
            theme: None,
            notes: String::new(),
            only_me,
            suggested: false,
        })
    }

    #[test]
    fn what_moved_is_told_and_what_is_private_is_not() {
        let mut world = World::default();
        let step = AddStep {
            id: id(2),
            objective: id(1),
            title: "Appeler".into(),
            due: None,
            who: Who::Both,
            order: Order::between(None, None),
            only_me: false,
            suggested: false,
        };
        let application = AddApplication {
            id: id(3),
            employer: "Les Lutins".into(),
            job: "Aide".into(),
            stage: Stage::ToApply,
            link: String::new(),
            source: String::new(),
            contact: String::new(),
            place: String::new(),
            only_me: false,
            suggested: false,
        };
        for (at, op) in [
            (1, objective(1, "Travailler", false)),
            (2, Op::AddStep(step)),
            (3, Op::AddApplication(application)),
            (11, Op::MoveApplication { item: id(3), to: Stage::Sent }),
            (12, Op::TickStep { item: id(2), done: true }),
            (13, objective(4, "Ma carte", true)),
            (14, objective(5, "Téléphoner", false)),
        ] {
            world.commit(&MENTEE, Timestamp(at), &op).unwrap();
        }
        let (job, employer) = ("Aide".to_owned(), "Les Lutins".to_owned());
        let expected = [
            Change::Step("Appeler".into()),
            Change::Application { job, employer, stage: Stage::Sent },
            Change::Objective("Téléphoner".into()),
        ];
        assert_eq!(changes(&world, |at| at.0 > 10), expected);
        assert_eq!(changes(&world, |at| at.0 > 20), []);
    }
}
