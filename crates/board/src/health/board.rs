//! What a board says about the health of its duo: days and yes or no, taken from the items that
//! both share. Of what is private, only the faces that the mentee shows to the coordinator count.

use super::facts::{Each, Facts, Meeting, MeetingKind, Pause, Pulse};
use crate::{
    actor::Seat,
    agreement,
    id::PersonId,
    item::Item,
    meeting::MeetingState,
    objective::ObjectiveState,
    pulse::{Face, PulseSeenBy},
    questions::open_questions,
    time::Timestamp,
    world::World,
};
use chrono::{Days, NaiveDate};

/// Takes what `world`, as the mentee sees it, says of the duo into `facts`.
///
/// `day_of` gives the day in Belgium of a moment: this crate knows no time zones.
pub fn take_in(
    facts: &mut Facts,
    world: &World,
    people: &Each<PersonId>,
    day_of: impl Fn(Timestamp) -> NaiveDate,
) {
    facts.cadence_days = agreed_cadence(world, people).unwrap_or(facts.cadence_days);
    for item in world.shared.items.values().filter(|item| item.is_live()) {
        facts.meetings.extend(meeting(item));
        facts.pauses.extend(pause(item, &day_of));
        facts.referrals.extend(open_referral(item, &day_of));
        let active = |state: &ObjectiveState| *state == ObjectiveState::Active;
        facts.has_active_objective |= item.as_objective().is_some_and(|it| active(&it.state));
    }
    facts.agreed = agreed_on(world, people).map(&day_of);
    facts.waiting = waiting(world, people, &day_of);
    let own = world.private.items.values().filter(|item| item.is_live());
    facts.pulses.extend(own.filter_map(|item| pulse(item, &day_of)));
}

fn meeting(item: &Item) -> Option<Meeting> {
    let meeting = item.as_meeting()?;
    let kind = match meeting.state {
        MeetingState::Held => MeetingKind::Held,
        MeetingState::Planned => MeetingKind::Planned,
        MeetingState::Missed => MeetingKind::Missed,
        MeetingState::Excused => MeetingKind::Excused,
        MeetingState::Proposed | MeetingState::Declined | MeetingState::Other(_) => return None,
    };
    Some(Meeting { day: meeting.on, kind })
}

/// The days of a break that the two took by themselves.
pub fn pause(item: &Item, day_of: impl Fn(Timestamp) -> NaiveDate) -> Option<Pause> {
    let pause = item.as_pause()?;
    // Ended early, it ends on the day before.
    let ended = pause.ended.and_then(|at| day_of(at).checked_sub_days(Days::new(1)));
    let until = ended.map_or(pause.until, |ended| ended.min(pause.until));
    (until >= pause.from).then_some(Pause { from: pause.from, until })
}

fn open_referral(item: &Item, day_of: impl Fn(Timestamp) -> NaiveDate) -> Option<NaiveDate> {
    item.as_referral()?.outcome.is_none().then(|| day_of(item.changed))
}

fn pulse(item: &Item, day_of: impl Fn(Timestamp) -> NaiveDate) -> Option<Pulse> {
    let pulse = item.as_pulse().filter(|pulse| pulse.seen_by == PulseSeenBy::Coordinator)?;
    let face = Face::ALL.iter().position(|face| *face == pulse.face)?;
    Some(Pulse { day: day_of(item.at), face: u8::try_from(face + 1).ok()? })
}

/// When the second of the two signed.
fn agreed_on(world: &World, people: &Each<PersonId>) -> Option<Timestamp> {
    let signed = &agreement::current(world)?.as_agreement()?.signed;
    let of = |person| signed.iter().find(|it| it.by == person).map(|it| it.at);
    Some(of(people.mentee)?.max(of(people.mentor)?))
}

fn agreed_cadence(world: &World, people: &Each<PersonId>) -> Option<u16> {
    agreed_on(world, people)?;
    Some(agreement::current(world)?.as_agreement()?.cadence_days)
}

/// Since when each of the two waits for an answer, or for their message to be read.
fn waiting(
    world: &World,
    people: &Each<PersonId>,
    day_of: impl Fn(Timestamp) -> NaiveDate,
) -> Each<Option<NaiveDate>> {
    let asked = open_questions(world, people.mentee);
    let asked = asked.iter().filter_map(|question| world.shared.items.get(&question.id));
    let messages = world.shared.items.values().filter(|item| {
        item.is_live() && item.as_comment().is_some_and(|comment| comment.seen.is_none())
    });
    let waiting: Vec<&Item> = asked.chain(messages).collect();
    let since = |seat: Seat| {
        let person = if seat == Seat::Mentee { people.mentee } else { people.mentor };
        waiting.iter().filter(|item| item.by == person).map(|item| item.at).min().map(&day_of)
    };
    Each { mentee: since(Seat::Mentee), mentor: since(Seat::Mentor) }
}
