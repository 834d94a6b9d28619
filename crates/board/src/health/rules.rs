//! The rules R1 to R15 and C1 of health.md, each as one function.

use super::{
    DuoState,
    calendar::{Breaks, between, later, month_before, working_days_after},
    facts::{CADENCE_DAYS, Facts, MeetingKind},
    reason::{Cause, Reason},
    thresholds::Thresholds,
};
use crate::actor::Seat;
use chrono::NaiveDate;
use std::cmp::Reverse;

/// What every rule has to say, in the order of the rules.
pub(super) fn reasons(facts: &Facts, today: NaiveDate, thresholds: &Thresholds) -> Vec<Reason> {
    if let Some(on) = facts.closed.filter(|on| *on <= today) {
        return vec![Reason { asks: Some(DuoState::Closed), cause: Cause::Closed { on } }];
    }
    let breaks = Breaks::of(facts);
    let mut rules = Rules { facts, today, thresholds, breaks, said: Vec::new() };
    rules.help();
    if !rules.pause() {
        let calm = rules.meetings();
        rules.floor();
        rules.misses();
        rules.beginning();
        rules.plan(calm);
        rules.waiting();
        rules.pulse();
        rules.referrals();
        rules.end();
    }
    rules.contacts();
    rules.said
}

struct Rules<'a> {
    facts: &'a Facts,
    today: NaiveDate,
    thresholds: &'a Thresholds,
    breaks: Breaks,
    said: Vec<Reason>,
}

impl Rules<'_> {
    fn say(&mut self, asks: impl Into<Option<DuoState>>, cause: Cause) {
        self.said.push(Reason { asks: asks.into(), cause });
    }

    /// Days since `day`, breaks left out.
    fn days_since(&self, day: NaiveDate) -> u32 {
        self.breaks.between(day, self.today)
    }

    /// The days up to today of meetings of one kind.
    fn days_of(&self, kind: MeetingKind) -> impl Iterator<Item = NaiveDate> {
        let past = self.facts.meetings.iter().filter(|meeting| meeting.day <= self.today);
        past.filter(move |meeting| meeting.kind == kind).map(|meeting| meeting.day)
    }

    fn last_held(&self) -> Option<NaiveDate> {
        self.days_of(MeetingKind::Held).max()
    }

    /// The next planned meeting.
    fn planned(&self) -> Option<NaiveDate> {
        let planned = self.facts.meetings.iter().filter(|m| m.kind == MeetingKind::Planned);
        planned.map(|meeting| meeting.day).filter(|day| *day >= self.today).min()
    }

    /// A number of days meant for weekly meetings, for the rhythm of this duo. Duos that meet more
    /// often are not held to it.
    fn in_rhythm(&self, days: u16) -> u32 {
        let days = u32::from(days);
        days.max(days * u32::from(self.facts.cadence_days) / u32::from(CADENCE_DAYS))
    }

    /// R1.
    fn help(&mut self) {
        for (by, asked) in self.facts.help.both() {
            if let Some(on) = *asked {
                let answer_by = working_days_after(on, self.thresholds.help_answer);
                let late = self.today > answer_by;
                self.say(DuoState::HelpRequested, Cause::HelpAsked { by, on, answer_by, late });
            }
        }
    }

    /// R2. Whether a break runs, which silences the rules after it.
    fn pause(&mut self) -> bool {
        let Some(pause) = self.breaks.at(self.today) else { return false };
        let confirm = between(pause.from, self.today) > u32::from(self.thresholds.pause_confirm);
        let cause = Cause::Paused { since: pause.from, until: pause.until, confirm };
        self.say(DuoState::Paused, cause);
        true
    }

    /// R4, or R5 with R6. Whether the gap between meetings raises no concern.
    fn meetings(&mut self) -> bool {
        let planned = self.planned();
        let Some(on) = self.last_held() else {
            let days = self.days_since(self.facts.start);
            let asks = match days {
                _ if days >= u32::from(self.thresholds.first_meeting_stalled) => DuoState::Stalled,
                _ if days >= u32::from(self.thresholds.first_meeting_watch) => DuoState::Watch,
                _ => DuoState::TooEarly,
            };
            self.say(asks, Cause::NotMetYet { start: self.facts.start, days, planned });
            return true;
        };
        // A meeting before the first day says nothing about the time before that day.
        let days = self.days_since(on.max(self.facts.start));
        let gap = if days >= self.in_rhythm(self.thresholds.gap_stalled) {
            Some(DuoState::Stalled)
        } else if days >= self.in_rhythm(self.thresholds.gap_watch) {
            Some(DuoState::Watch)
        } else {
            None
        };
        let soon = planned.filter(|day| {
            gap.is_some()
                && between(self.today, *day) <= self.in_rhythm(self.thresholds.calm_ahead)
                && days <= self.in_rhythm(self.thresholds.calm_gap)
        });
        let asks = match gap {
            Some(DuoState::Stalled) if soon.is_some() => Some(DuoState::Watch),
            _ if soon.is_some() => None,
            gap => gap,
        };
        let closure_talk = days >= self.in_rhythm(self.thresholds.gap_closure_talk);
        self.say(asks, Cause::LastMet { on, days, planned, closure_talk });
        if let Some(planned) = soon {
            self.say(None, Cause::Calmed { planned });
        }
        asks.is_none()
    }

    /// R7: the last calendar month, when all of it lies in the duo's time and outside breaks.
    fn floor(&mut self) {
        let Some((month, last)) = month_before(self.today) else { return };
        let full = self.facts.start <= month && last <= self.facts.planned_end;
        if !full || self.breaks.touching(month, last).is_some() {
            return;
        }
        let days = self.days_of(MeetingKind::Held);
        let held = count_days(days.filter(|day| (month..=last).contains(day)));
        let floor = self.facts.floor_per_month;
        if held < u32::from(floor) {
            self.say(DuoState::Watch, Cause::BelowFloor { month, held, floor });
        }
    }

    /// R8: misses since the last meeting. Excused ones neither count nor end the row.
    fn misses(&mut self) {
        let held = self.last_held();
        let days = self.days_of(MeetingKind::Missed);
        let days = days.filter(|day| held.is_none_or(|held| *day > held));
        let days = days.filter(|day| self.breaks.at(*day).is_none()).collect::<Vec<_>>();
        let Some(last) = days.iter().copied().max() else { return };
        let count = count_days(days.into_iter());
        if count >= u32::from(self.thresholds.misses_stalled) {
            self.say(DuoState::Stalled, Cause::Missed { count, last });
        } else if count >= u32::from(self.thresholds.misses_watch) {
            self.say(DuoState::Watch, Cause::Missed { count, last });
        }
    }

    /// R9 and R10.
    fn beginning(&mut self) {
        let days = self.days_since(self.facts.start);
        let signed = self.facts.agreed.is_some_and(|day| day <= self.today);
        if !signed && days >= u32::from(self.thresholds.agreement) {
            self.say(DuoState::Watch, Cause::NotSigned { days });
        }
        if !self.facts.has_active_objective && days >= u32::from(self.thresholds.objective) {
            self.say(DuoState::Watch, Cause::NoObjective { days });
        }
    }

    /// R11: only together with a gap; a duo that meets may leave the plan alone.
    fn plan(&mut self, calm: bool) {
        let changed = self.facts.plan_changed.mentee.max(self.facts.plan_changed.mentor);
        let since = changed.unwrap_or(self.facts.start).max(self.facts.start);
        let days = self.days_since(since);
        if days >= u32::from(self.thresholds.plan_untouched) {
            let asks = (!calm).then_some(DuoState::Stalled);
            self.say(asks, Cause::PlanUntouched { since, days });
        }
    }

    /// R12.
    fn waiting(&mut self) {
        for (who, since) in self.facts.waiting.both() {
            let patience = match who {
                Seat::Mentee => self.thresholds.mentee_waits,
                Seat::Mentor => self.thresholds.mentor_waits,
            };
            if let Some(since) = *since {
                let days = self.days_since(since);
                if days >= u32::from(patience) {
                    self.say(DuoState::Watch, Cause::Waiting { who, since, days });
                }
            }
        }
    }

    /// R13: the latest answer; of two on one day, the lower one.
    fn pulse(&mut self) {
        let past = self.facts.pulses.iter().filter(|pulse| pulse.day <= self.today);
        let Some(pulse) = past.max_by_key(|pulse| (pulse.day, Reverse(pulse.face))) else { return };
        let (on, face) = (pulse.day, pulse.face);
        let fresh = between(on, self.today) < u32::from(self.thresholds.pulse_lasts);
        if fresh && (1..=self.thresholds.pulse_low).contains(&u16::from(face)) {
            self.say(DuoState::Watch, Cause::LowPulse { on, face });
        }
    }

    /// R14.
    fn referrals(&mut self) {
        let quiet_for = |least: u16| {
            let days = self.facts.referrals.iter().map(|since| self.days_since(*since));
            u32::try_from(days.filter(|days| *days >= u32::from(least)).count()).unwrap_or(u32::MAX)
        };
        let nudge = quiet_for(self.thresholds.referral_nudge);
        let ask = quiet_for(self.thresholds.referral_ask);
        let Some(since) = self.facts.referrals.iter().copied().min().filter(|_| nudge > 0) else {
            return;
        };
        let stale = ask >= u32::from(self.thresholds.referrals_stale);
        let asks = stale.then_some(DuoState::Watch);
        self.say(asks, Cause::QuietReferrals { nudge, ask, since });
    }

    /// R3 and R15.
    fn end(&mut self) {
        let planned_end = self.facts.planned_end;
        let days = between(planned_end, self.today);
        if days >= u32::from(self.thresholds.closure_overdue) {
            self.say(DuoState::ClosureOverdue, Cause::PastEnd { planned_end, days });
        } else if between(self.today, planned_end) <= u32::from(self.thresholds.end_phase) {
            self.say(None, Cause::EndPhase { planned_end });
        }
    }

    /// C1: for each of the two, the first planned contact that none was made for. It also runs
    /// during a break: that is when nobody else asks.
    fn contacts(&mut self) {
        for (with, days) in self.facts.contacts.both() {
            let start = self.facts.start;
            let Some(due) = next_contact(start, days, self.today, self.thresholds) else {
                continue;
            };
            if due <= self.today {
                self.said.push(Reason { asks: None, cause: Cause::ContactDue { with, due } });
            }
        }
    }
}

/// The day of the first planned contact that none was made for (C1), with the contacts of one of
/// the two up to today.
pub(super) fn next_contact(
    start: NaiveDate,
    days: &[NaiveDate],
    today: NaiveDate,
    thresholds: &Thresholds,
) -> Option<NaiveDate> {
    let [first, second, every, early] = [
        thresholds.contact_first,
        thresholds.contact_second,
        thresholds.contact_every.max(1),
        thresholds.contact_early,
    ]
    .map(u32::from);
    let last = days.iter().filter(|day| **day <= today).max();
    // How far into the plan the contacts made so far reach.
    let covered = last.map(|last| between(start, *last) + early);
    let next = match covered {
        Some(covered) if covered >= second => second + ((covered - second) / every + 1) * every,
        Some(covered) if covered >= first => second,
        _ => first,
    };
    // A day that a number of 16 bits cannot reach is not due yet.
    Some(later(start, u16::try_from(next).ok()?))
}

/// How many different days.
fn count_days(days: impl Iterator<Item = NaiveDate>) -> u32 {
    let mut days = days.collect::<Vec<_>>();
    days.sort_unstable();
    days.dedup();
    u32::try_from(days.len()).unwrap_or(u32::MAX)
}
