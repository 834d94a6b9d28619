//! The duos of the demo. In Liège and Verviers there is one in every state (health.md), on any day
//! on which the demo is started; the other towns have a few.

use super::{
    boards::{
        Board, Story,
        course::{Course, Met},
        trades,
        usual::About,
    },
    case::{Asked, Call, Case, End, Talk, date, talks},
    people::{branch_id, person, person_id, region},
};
use crate::local;
use board::{
    actor::{Role, Seat},
    office::{
        closure::{Checklist, ClosureKind},
        consent::Purpose,
        contact::{Channel, SpokeWith},
        demographics::{
            AgeBand, Demographics, DiplomaAbroad, Education, Gender, Nationality, Pes, Status,
            Unemployment,
        },
        follow_up::FollowUpAnswer,
        outcome::{Contract, Evidence, Outcome, OutcomeKind},
        region::Region,
    },
    protocol::help::HelpTopic,
    time::Timestamp,
};
use chrono::Datelike;

/// Nothing was left out at the end.
const WELL_CLOSED: Checklist = Checklist {
    notice: true,
    talk_mentee: true,
    talk_mentor: true,
    next_step: true,
    contact_rule: true,
};

/// Name and language.
type Somebody = (&'static str, &'static str);

/// Every duo. Names are unique in the demo; Marc and Luc accompany two mentees each.
pub(super) fn all(now: Timestamp) -> Vec<Case> {
    let mut cases = liege(now);
    cases.extend(verviers(now));
    cases.extend(elsewhere(now));
    cases
}

fn liege(now: Timestamp) -> Vec<Case> {
    let friday = -days_since_friday(now);
    let usual = |mentee, mentor, trade, course| usual(mentee, mentor, "Liège", trade, course);
    let mut cases = vec![
        story(("Asmae", "fr"), ("Cécile", "fr"), "Liège", 70, Story::Asmae),
        // Not met, not signed.
        story(("Yonas", "en"), ("Marc", "fr"), "Liège", 21, Story::Programmer).untalked(),
        // The end comes near.
        usual(("Fatoumata", "fr"), ("Ingrid", "fr"), 0, Course::weekly(175, 4).next(3)),
        usual(("Yusuf", "fr"), ("Marc", "fr"), 1, Course::weekly(95, 5).next(4)).asks(
            Seat::Mentor,
            HelpTopic::Call,
            friday,
        ),
        usual(("Mariam", "fr"), ("Josiane", "fr"), 2, Course::weekly(204, 9)),
        usual(("Lina", "fr"), ("Paul", "fr"), 3, Course::weekly(80, 24)).untalked(),
        usual(("Daniel", "fr"), ("Rose", "fr"), 5, Course::begun(28)).untalked(),
        usual(("Mehwish", "fr"), ("Luc", "fr"), 0, {
            Course::weekly(110, 13).met(-8, Met::Missed).met(-3, Met::Missed)
        }),
        usual(
            ("Ibrahim", "fr"),
            ("Chantal", "fr"),
            4,
            Course { agreement: Some((-38, None)), ..Course::weekly(40, 3).next(4) },
        ),
        usual(
            ("Hawa", "fr"),
            ("Bernard", "fr"),
            0,
            Course { low_pulse: Some(-4), ..Course::weekly(66, 6).next(1) },
        )
        .untalked(),
        usual(("Tarek", "fr"), ("Monique", "fr"), 1, Course::weekly(130, 16)),
        usual(("Nour", "fr"), ("Étienne", "fr"), 2, Course::begun(5).next(2)),
        usual(
            ("Aïcha", "fr"),
            ("Michel", "fr"),
            3,
            Course { pause: Some((-10, 11)), ..Course::weekly(88, 12) },
        ),
        usual(("Hamza", "fr"), ("Françoise", "fr"), 5, Course::weekly(52, 2).next(5)),
        usual(("Gloria", "en"), ("Philippe", "fr"), 4, {
            Course::weekly(101, 6).next(1).met(-17, Met::Excused)
        })
        .untalked(),
        usual(("Idriss", "fr"), ("Béatrice", "fr"), 2, Course::weekly(120, 15).next(5)),
        usual(("Mohamed", "fr"), ("Alain", "fr"), 1, Course::weekly(149, 3).next(4)),
    ];
    cases.extend([
        usual(("Emmanuel", "fr"), ("Serge", "fr"), 5, Course::weekly(222, 1).ended(40)).over(
            ClosureKind::PlannedEnd,
            -40,
            WELL_CLOSED,
        ),
        usual(
            ("Zahra", "fr"),
            ("Colette", "fr"),
            0,
            Course { work: Some(-34), ..Course::weekly(168, 1).ended(27) },
        )
        .over(ClosureKind::PositiveOutcome, -27, WELL_CLOSED)
        .came(now, -30, OutcomeKind::Job, Some(Contract::FixedTerm), Some(6)),
        usual(("Omar", "fr"), ("Denise", "fr"), 3, Course::weekly(96, 1).ended(30)).over(
            ClosureKind::MentorStops,
            -30,
            Checklist { contact_rule: false, talk_mentor: false, ..WELL_CLOSED },
        ),
        usual(("Blessing", "en"), ("Guy", "fr"), 2, Course::weekly(192, 1).ended(12))
            .over(ClosureKind::PlannedEnd, -12, WELL_CLOSED)
            .came(now, -45, OutcomeKind::Training, None, None),
    ]);
    cases
}

fn verviers(now: Timestamp) -> Vec<Case> {
    let usual = |mentee, mentor, trade, course| usual(mentee, mentor, "Verviers", trade, course);
    vec![
        story(("Samir", "fr"), ("Luc", "fr"), "Verviers", 30, Story::Cook),
        usual(("Sonia", "fr"), ("Claude", "fr"), 3, Course::weekly(112, 22)).rests(-18, 24),
        usual(
            ("Selam", "fr"),
            ("Viviane", "fr"),
            4,
            Course { unread: Some(-12), ..Course::weekly(75, 5).next(2) },
        ),
        usual(("Ahmed", "fr"), ("Danielle", "fr"), 1, Course::weekly(61, 1).next(6)),
        usual(("Ruta", "en"), ("Christine", "fr"), 0, Course::weekly(33, 4).next(3)).untalked(),
        usual(("Precious", "en"), ("Nicole", "fr"), 2, Course::begun(9)),
        usual(("Farid", "fr"), ("Jacques", "fr"), 5, Course::weekly(160, 1).ended(70))
            .over(ClosureKind::PositiveOutcome, -70, WELL_CLOSED)
            .came(now, -72, OutcomeKind::Job, Some(Contract::Permanent), None),
    ]
}

fn elsewhere(now: Timestamp) -> Vec<Case> {
    vec![
        usual(("Oksana", "en"), ("Brigitte", "fr"), "Bruxelles", 4, Course::weekly(120, 2).next(5)),
        usual(("Kevin", "fr"), ("Anne-Marie", "fr"), "Bruxelles", 3, {
            Course::weekly(210, 1).ended(20)
        })
        .over(ClosureKind::PlannedEnd, -20, WELL_CLOSED)
        .came(now, -60, OutcomeKind::Internship, None, None),
        usual(("Salma", "fr"), ("Yves", "fr"), "Bruxelles", 0, Course::weekly(57, 17)),
        usual(("Victor", "fr"), ("Martine", "fr"), "Bruxelles", 1, Course::begun(30)).untalked(),
        story(("Jérémy", "fr"), ("Patricia", "fr"), "Charleroi", 3, Story::Begun),
        usual(("Adama", "fr"), ("Jean-Pierre", "fr"), "Charleroi", 5, {
            Course::weekly(140, 4).next(3)
        }),
        story(("Bilal", "nl"), ("Greet", "nl"), "Anvers", 45, Story::Warehouse),
        usual(("Shirin", "nl"), ("Koen", "nl"), "Anvers", 0, Course::weekly(90, 5).next(2)),
        usual(("Rahel", "en"), ("Wim", "nl"), "Gand", 4, Course::begun(10)),
        story(("Amina", "nl"), ("Dirk", "nl"), "Gand", 200, Story::Care),
    ]
}

/// Whole days since the last Friday before today.
fn days_since_friday(now: Timestamp) -> i64 {
    let since = (i64::from(local::day(now).weekday().num_days_from_monday()) + 3) % 7;
    if since == 0 { 7 } else { since }
}

fn story(mentee: Somebody, mentor: Somebody, town: &str, days: i64, story: Story) -> Case {
    let case = case(mentee, mentor, town, -days, Board::Story(story));
    Case { sector: story.sector(), ..case }
}

fn usual(mentee: Somebody, mentor: Somebody, town: &str, trade: usize, course: Course) -> Case {
    let about = About { lang: mentee.1, trade, region: region(town) };
    let first = course.first;
    let case = case(mentee, mentor, town, first, Board::Usual(Box::new(course), about));
    Case { sector: Some(trades::sector(trade)), ..case }
}

fn case(mentee: Somebody, mentor: Somebody, town: &str, first: i64, board: Board) -> Case {
    let coordinator = match town {
        "Liège" | "Verviers" => "Nadia",
        "Anvers" | "Gand" => "Lotte",
        _ => "Thierry",
    };
    Case {
        key: mentee.0.to_owned(),
        mentee: person(mentee.0, Role::Mentee, mentee.1),
        mentor: person(mentor.0, Role::Mentor, mentor.1),
        branch: branch_id(town),
        coordinator: person_id(coordinator),
        board,
        first,
        sector: None,
        help: Vec::new(),
        contacts: talks(first, -1),
        rests: Vec::new(),
        end: None,
        outcomes: Vec::new(),
        follow_ups: asked(first),
        consents: vec![Purpose::FollowUp, Purpose::Demographics],
        demographics: Some(answers(mentee.0, town)),
    }
}

/// What was answered to the questions whose day is well past; the last one is still to be asked.
fn asked(first: i64) -> Vec<Asked> {
    let answers = [FollowUpAnswer::Searching, FollowUpAnswer::InTraining];
    let months = [(3, 92), (6, 183)].into_iter().zip(answers);
    let past = months.filter(|((_, days), _)| first + days <= -25);
    past.map(|((month, days), answer)| Asked {
        month,
        answer: Some(answer),
        day: first + days + 2,
        tries: 1,
    })
    .collect()
}

/// Made-up answers, which follow from the letters of the name; Asmae's are her own.
fn answers(name: &str, town: &str) -> Demographics {
    let letters = name.bytes().map(usize::from).sum::<usize>();
    let education = [Education::BelowCess, Education::Cess, Education::NoneRecognised];
    let abroad = [DiplomaAbroad::Secondary, DiplomaAbroad::Higher, DiplomaAbroad::NotSaid];
    let status = [Status::FamilyReunification, Status::Refugee, Status::Citizen][letters / 5 % 3];
    let is_citizen = status == Status::Citizen;
    let ages = [AgeBand::From18, AgeBand::From25, AgeBand::From30];
    let pes = match region(town) {
        Region::Brussels => Pes::Actiris,
        Region::Wallonia => Pes::Forem,
        Region::Flanders => Pes::Vdab,
    };
    let usual = Demographics {
        gender: Some([Gender::Female, Gender::Male][letters % 2]),
        age: Some(ages[letters % 3]),
        education: Some(education[letters / 2 % 3]),
        diploma_abroad: Some(abroad[letters / 3 % 3]),
        status: Some(status),
        nationality: Some(if is_citizen { Nationality::Belgian } else { Nationality::NonEu }),
        unemployment: Some([Unemployment::From6, Unemployment::From12][letters / 4 % 2]),
        pes: Some(pes),
    };
    if name == "Asmae" {
        let (gender, age) = (Some(Gender::Female), Some(AgeBand::From18));
        return Demographics { gender, age, unemployment: Some(Unemployment::From6), ..usual };
    }
    usual
}

impl Case {
    /// The coordinator did not speak with them for the last time that was planned.
    fn untalked(mut self) -> Self {
        self.contacts.pop();
        self
    }

    fn asks(mut self, by: Seat, topic: HelpTopic, day: i64) -> Self {
        self.help.push(Call { by, topic, day, answered: None });
        self
    }

    /// A break that the coordinator noted after a talk.
    fn rests(mut self, from: i64, to: i64) -> Self {
        self.contacts.push(Talk {
            day: from,
            with: SpokeWith::Mentee,
            channel: Channel::Phone,
            again: Some(to),
            note: "Stage de trois semaines dans le Hainaut. Rappeler à son retour.",
        });
        self.rests.push((from, to));
        self
    }

    fn over(mut self, kind: ClosureKind, day: i64, checklist: Checklist) -> Self {
        self.contacts.retain(|talk| talk.day <= day);
        self.end = Some(End { kind, day, checklist });
        self
    }

    fn came(
        mut self,
        now: Timestamp,
        day: i64,
        kind: OutcomeKind,
        contract: Option<Contract>,
        months: Option<u16>,
    ) -> Self {
        let (start, evidence) = (date(now, day), Evidence::Declared);
        let hours = contract.map(|_| 38);
        self.outcomes.push(Outcome { kind, start, contract, months, hours, evidence });
        self
    }
}
