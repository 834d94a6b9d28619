//! What can happen, drawn at random.

use crate::device::Device;
use board::{
    application::Stage,
    cv::{CvEntry, CvKind, CvLang, CvSection, CvVersion},
    entry::Entry,
    id::ItemId,
    item::Body,
    meeting::{Meeting, MeetingHow, MeetingState},
    objective::{Horizon, ObjectiveState},
    op::{AddApplication, AddComment, AddItem, AddObjective, AddStep, Keep, Op, TextField},
    order::Order,
    space::Side,
    step::Who,
};
use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

/// One thing that happens.
#[derive(Clone, Debug)]
pub enum Step {
    Act(usize, Act),
    Push(usize),
    Ask(usize),
    Deliver(usize),
    Double(usize),
    Drop(usize),
    CrashDevice(usize),
    CrashServer,
    /// The server's memory is copied.
    Backup,
    /// The copy takes the place of the server's memory, under another name.
    Restore,
}

/// What a person does; the numbers choose an item on the screen.
#[derive(Clone, Debug)]
pub enum Act {
    Objective {
        only_me: bool,
    },
    Step(usize),
    Application,
    Comment(usize),
    Edit {
        which: usize,
        front: bool,
    },
    Settle(usize),
    Tick(usize, bool),
    Pause(usize),
    Move(usize),
    See(usize),
    Remove(usize),
    Restore(usize),
    Share(usize),
    Unshare(usize),
    Cv {
        only_me: bool,
    },
    Entry(usize),
    Attach(usize, usize),
    Meeting(u32),
    Idea,
    Answer(usize, bool),
    AskAgain(usize),
    /// Puts back what stood there before something this device wrote.
    Undo(usize),
}

pub fn act() -> impl Strategy<Value = Act> {
    let which = 0..40_usize;
    prop_oneof![
        3 => any::<bool>().prop_map(|only_me| Act::Objective { only_me }),
        2 => which.clone().prop_map(Act::Step),
        2 => Just(Act::Application),
        2 => which.clone().prop_map(Act::Comment),
        8 => (which.clone(), any::<bool>())
            .prop_map(|(which, front)| Act::Edit { which, front }),
        2 => which.clone().prop_map(Act::Settle),
        1 => (which.clone(), any::<bool>()).prop_map(|(which, done)| Act::Tick(which, done)),
        1 => which.clone().prop_map(Act::Pause),
        1 => which.clone().prop_map(Act::Move),
        1 => which.clone().prop_map(Act::See),
        2 => which.clone().prop_map(Act::Remove),
        1 => which.clone().prop_map(Act::Restore),
        1 => which.clone().prop_map(Act::Share),
        1 => which.clone().prop_map(Act::Unshare),
        2 => any::<bool>().prop_map(|only_me| Act::Cv { only_me }),
        1 => which.clone().prop_map(Act::Entry),
        2 => (which.clone(), which.clone()).prop_map(|(which, cv)| Act::Attach(which, cv)),
        1 => (1..4_u32).prop_map(Act::Meeting),
        1 => Just(Act::Idea),
        1 => (which.clone(), any::<bool>())
            .prop_map(|(which, yes)| Act::Answer(which, yes)),
        1 => which.prop_map(Act::AskAgain),
    ]
}

pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let which = 0..100_usize;
    let device = 0..3_usize;
    let step = prop_oneof![
        10 => (device.clone(), act()).prop_map(|(device, act)| Step::Act(device, act)),
        6 => device.clone().prop_map(Step::Push),
        3 => device.clone().prop_map(Step::Ask),
        14 => which.clone().prop_map(Step::Deliver),
        2 => which.clone().prop_map(Step::Double),
        2 => which.prop_map(Step::Drop),
        1 => device.prop_map(Step::CrashDevice),
        1 => Just(Step::CrashServer),
    ];
    prop::collection::vec(step, 1..most)
}

/// A life in which the server is put back from backups, too.
pub fn steps_with_restores(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let backups = prop_oneof![1 => Just(Step::Backup), 1 => Just(Step::Restore)];
    (steps(most), prop::collection::vec((0..most, backups), 1..8)).prop_map(
        |(mut steps, backups)| {
            for (place, step) in backups {
                steps.insert(place % (steps.len() + 1), step);
            }
            steps
        },
    )
}

/// A life in which people put earlier texts back, too.
pub fn steps_with_undo(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let undo = (0..3_usize, 0..20_usize).prop_map(|(device, which)| (device, Act::Undo(which)));
    (steps(most), prop::collection::vec((0..most, undo), 1..20)).prop_map(|(mut steps, undos)| {
        for (place, (device, act)) in undos {
            steps.insert(place % (steps.len() + 1), Step::Act(device, act));
        }
        steps
    })
}

/// Where something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// By the mentee, with what is theirs only.
    Private,
    /// By the mentee, with what is shared.
    Shared,
    /// By the mentor.
    Mentor,
}

/// Acts of both, each on one side of the board.
pub fn acts_in_places() -> impl Strategy<Value = Vec<(Place, Act)>> {
    let place = prop_oneof![Just(Place::Private), Just(Place::Shared), Just(Place::Mentor)];
    let placed = (place, act()).prop_map(|(place, act)| match (place, act) {
        (
            Place::Private,
            Act::Objective { .. } | Act::Application | Act::Share(_) | Act::Meeting(_),
        ) => (place, Act::Objective { only_me: true }),
        (Place::Shared, Act::Objective { .. }) => (place, Act::Objective { only_me: false }),
        (place, Act::Cv { .. }) => (place, Act::Cv { only_me: place == Place::Private }),
        (place, act) => (place, act),
    });
    prop::collection::vec(placed, 1..60)
}

/// What somebody at this screen wants by `act`, and the word they type for it.
pub fn op_of(device: &Device, act: &Act, made: u128) -> Option<(Op, Option<String>)> {
    let id = ItemId(Uuid::from_u128(made));
    let word = format!("w{made}w");
    let typed = |op: Op| Some((op, Some(word.clone())));
    let plain = |op: Op| Some((op, None));
    match act {
        Act::Objective { only_me } => typed(Op::AddObjective(AddObjective {
            id,
            title: word.clone(),
            horizon: Horizon::Short,
            theme: None,
            notes: String::new(),
            only_me: *only_me,
            suggested: false,
        })),
        Act::Step(which) => typed(Op::AddStep(AddStep {
            id,
            objective: device.pick(*which)?,
            title: word.clone(),
            due: None,
            who: Who::Both,
            order: Order::between(None, None),
            only_me: which.is_multiple_of(5),
            suggested: false,
        })),
        Act::Application => typed(Op::AddApplication(AddApplication {
            id,
            employer: word.clone(),
            job: "Puéricultrice".into(),
            stage: Stage::ToApply,
            link: String::new(),
            source: String::new(),
            contact: String::new(),
            place: String::new(),
            only_me: false,
            suggested: false,
        })),
        Act::Comment(which) => typed(Op::AddComment(AddComment {
            id,
            on: device.pick(*which)?,
            text: word.clone(),
            only_me: which.is_multiple_of(7),
            asks: false,
        })),
        Act::Edit { which, front } => {
            let (item, field, base) = text_of(device, *which)?;
            let text = if *front { format!("{word} {base}") } else { format!("{base} {word}") };
            typed(Op::EditText { item, field, base, text })
        }
        Act::Settle(which) => {
            let (item, field, _) = text_of(device, *which)?;
            let (_, found) = device.replica.view().find(item)?;
            let waiting = found.entry(&field)?.others.first()?.at;
            plain(Op::ChooseVersion { item, field, waiting, keep: Keep::Both })
        }
        Act::Tick(which, done) => plain(Op::TickStep { item: device.pick(*which)?, done: *done }),
        Act::Pause(which) => plain(Op::SetState {
            item: device.pick(*which)?,
            state: ObjectiveState::Paused,
            why: String::new(),
        }),
        Act::Move(which) => {
            plain(Op::MoveApplication { item: device.pick(*which)?, to: Stage::Sent })
        }
        Act::See(which) => plain(Op::SeeComments { items: vec![device.pick(*which)?] }),
        Act::Remove(which) => plain(Op::Remove { item: device.pick(*which)? }),
        Act::Restore(which) => plain(Op::Restore { item: device.pick(*which)? }),
        Act::Share(which) => plain(Op::Share { item: device.pick(*which)? }),
        Act::Unshare(which) => plain(Op::Unshare { item: device.pick(*which)? }),
        Act::Cv { only_me } => {
            let side = if *only_me { Side::Private } else { Side::Shared };
            let cv = cv(&word, device.replica.view().next_number(side, &CvKind::Cv));
            typed(Op::Add(AddItem { id, only_me: *only_me, body: Body::CvVersion(cv) }))
        }
        Act::Entry(which) => {
            let body = Body::CvEntry(CvEntry {
                cv: device.pick(*which)?,
                section: CvSection::Experience,
                title: Entry::new(word.clone()),
                place: Entry::default(),
                period: Entry::default(),
                notes: Entry::default(),
                order: Order::between(None, None),
            });
            typed(Op::Add(AddItem { id, only_me: false, body }))
        }
        Act::Attach(which, version) => plain(Op::Attach {
            item: device.pick(*which)?,
            kind: CvKind::Cv,
            version: Some(device.pick(*version)?),
        }),
        Act::Meeting(day) => {
            let body = Body::Meeting(held(*day, &word));
            typed(Op::Add(AddItem { id, only_me: false, body }))
        }
        Act::Idea => typed(Op::AddObjective(AddObjective {
            id,
            title: word.clone(),
            horizon: Horizon::Long,
            theme: None,
            notes: String::new(),
            only_me: false,
            suggested: true,
        })),
        Act::Undo(which) => {
            // As the history does it: what is shown now becomes what stood there before.
            let written = device.written.get(which % device.written.len().max(1))?;
            let (item, field, before) = written.clone();
            let (_, found) = device.replica.view().find(item)?;
            let base = found.entry(&field)?.text.clone();
            (base != before).then_some(())?;
            plain(Op::EditText { item, field, base, text: before })
        }
        Act::AskAgain(which) => plain(Op::ReopenSuggestion { item: device.pick(*which)? }),
        Act::Answer(which, accept) => {
            plain(Op::AnswerSuggestion { item: device.pick(*which)?, accept: *accept })
        }
    }
}

fn cv(title: &str, number: u32) -> CvVersion {
    CvVersion {
        kind: CvKind::Cv,
        number,
        title: Entry::new(title.to_owned()),
        lang: CvLang::French,
        sector: None,
        file: None,
        name: Entry::default(),
        contact: Entry::default(),
        notes: Entry::default(),
        from: None,
        review: None,
        sealed: None,
    }
}

/// A meeting that took place on one of a few days, so that two people note the same one.
fn held(day: u32, notes: &str) -> Meeting {
    Meeting {
        on: NaiveDate::from_ymd_opt(2026, 3, day).expect("a day of March"),
        time: None,
        how: MeetingHow::InPerson,
        state: MeetingState::Held,
        minutes: Some(60),
        logged: Vec::new(),
        moved_by: None,
        said: None,
        place: Entry::default(),
        notes: Entry::new(notes.to_owned()),
    }
}

/// The main text of some item on the screen.
fn text_of(device: &Device, which: usize) -> Option<(ItemId, TextField, String)> {
    let item = device.pick(which)?;
    let (_, found) = device.replica.view().find(item)?;
    let field = match &found.body {
        Body::Objective(_) if which.is_multiple_of(2) => TextField::Notes,
        Body::Objective(_) | Body::Step(_) => TextField::Title,
        Body::Application(_) => TextField::Employer,
        Body::Comment(_) => TextField::Body,
        _ => TextField::Notes,
    };
    let text = found.entry(&field)?.text.clone();
    Some((item, field, text))
}
