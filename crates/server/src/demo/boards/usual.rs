//! Makes the board of an ordinary duo out of its course: what two people do who meet once a week.

use super::{
    course::{Course, Met},
    script::Script,
    trades::{self, Service, Shelf},
};
use crate::demo::dice::Dice;
use board::{
    actor::Seat::{Mentee, Mentor},
    application::Stage,
    id::ItemId,
    meeting::MeetingHow,
    objective::{Horizon, Theme},
    office::region::Region,
    pulse::{Face, PulseSeenBy},
    referral::{ReferralMode, ReferralOutcome, Went},
    step::Who,
};

/// What a duo is about.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// Language tag of what they write.
    pub lang: &'static str,
    /// Which trade the mentee aims at.
    pub trade: usize,
    /// Where they live.
    pub region: Region,
}

/// Tells it.
pub(in crate::demo) fn tell(story: &mut Script, course: &Course, about: &About, dice: &mut Dice) {
    let shelf = trades::shelf(about.lang);
    // Today is left to what people do themselves.
    let until = course.last.min(-1);
    let mut teller = Teller { story, course, shelf, dice, until };
    teller.together();
    teller.pulses();
    if course.plan {
        let aim = teller.aim(about.trade);
        teller.asides();
        teller.applications(about.trade);
        teller.services(trades::services(about.region));
        teller.talk(aim);
    }
}

struct Teller<'a> {
    story: &'a mut Script,
    course: &'a Course,
    shelf: &'static Shelf,
    dice: &'a mut Dice,
    /// The last day on which something happens.
    until: i64,
}

impl Teller<'_> {
    /// Agreement, meetings, breaks.
    fn together(&mut self) {
        let course = self.course;
        if let Some((begun, signed)) = course.agreement {
            let item = self.story.on(begun).proposes(self.shelf.talk.promise);
            if let Some(signed) = signed {
                self.story.on(signed).signs(Mentee, item);
            }
        }
        for (day, met) in &course.meetings {
            let story = self.story.on(*day);
            match met {
                Met::Held => {
                    let how = [MeetingHow::InPerson, MeetingHow::Phone, MeetingHow::Video];
                    let how = how[self.dice.weighed(&[(80, 0), (12, 1), (8, 2)])].clone();
                    story.met(how, self.dice.one(&[45, 60, 90, 120]));
                }
                Met::Missed => story.missed(),
                Met::Excused => story.excused(),
            }
        }
        if let Some((from, until)) = course.pause {
            self.story.on(from.min(self.until)).rests(from, until);
        }
        if let Some(day) = course.ahead {
            self.story.on(self.until).will_meet(day, 14, "", "");
        }
    }

    /// Once a month; one in three shows it to the coordinator.
    fn pulses(&mut self) {
        let mut day = self.course.first + 30;
        let sad = self.course.low_pulse;
        while day <= self.until && sad.is_none_or(|sad| day < sad) {
            let face = [Face::SoSo, Face::Well, Face::VeryWell][self.dice.below(3)].clone();
            let who = [PulseSeenBy::Duo, PulseSeenBy::Coordinator, PulseSeenBy::Nobody];
            let seen_by = who[self.dice.below(3)].clone();
            self.story.on(day).pulse(face, seen_by);
            day += 30;
        }
        if let Some(day) = sad {
            self.story.on(day).pulse(Face::Hard, PulseSeenBy::Coordinator);
        }
    }

    /// What the mentee aims at, and the steps there.
    fn aim(&mut self, trade: usize) -> ItemId {
        let trade = &self.shelf.trades[trade % trades::TRADES];
        let day = (self.course.first + 2).min(self.until);
        self.story.on(day).project(trade.sector, trade.occupation, trade.words.why);
        let (title, why) = (trade.words.aim, trade.words.why);
        let aim = self.story.objective(title, Horizon::Medium, Theme::Job, why);
        self.steps(aim, day, &trade.words.steps);
        if let Some(day) = self.course.work {
            self.story.on(day).reach(aim, "");
        }
        aim
    }

    fn steps(&mut self, objective: ItemId, day: i64, titles: &[&str]) {
        let mut day = day;
        for title in titles {
            if day > self.until {
                return;
            }
            let who =
                [Who::Mentee, Who::Mentee, Who::Both, Who::Mentor][self.dice.below(4)].clone();
            let by_mentor = who == Who::Mentor;
            let step = self.story.on(day).step(objective, title, who, Some(day + 14));
            let done = day + self.dice.between(4, 18);
            if done <= self.until && self.dice.happens(80) {
                let story = self.story.on(done);
                if by_mentor { story.mentor_ticks(step) } else { story.tick(step) }
            }
            day += self.dice.between(5, 14);
        }
    }

    /// What else is in the way; now and then something that nobody else reads.
    fn asides(&mut self) {
        let first = self.dice.below(4);
        for number in 0..1 + self.dice.below(2) {
            let aside = &self.shelf.asides[(first + number) % 4];
            let day = self.course.first + self.dice.between(10, 50);
            if day > self.until {
                continue;
            }
            let theme = aside.theme.clone();
            let objective = self.story.on(day).objective(aside.title, Horizon::Long, theme, "");
            self.steps(objective, day, &aside.steps);
            let reached = day + self.dice.between(40, 90);
            if reached <= self.until && self.dice.happens(40) {
                self.story.on(reached).reach(objective, "");
            }
        }
        let day = self.course.first + 25;
        if day <= self.until && self.dice.happens(25) {
            let aside = &self.shelf.asides[(first + 2) % 4];
            let theme = aside.theme.clone();
            self.story.on(day).private_objective(aside.title, Horizon::Short, theme);
        }
        if day <= self.until && self.dice.happens(20) {
            self.story.on(day).note(Mentor, self.shelf.talk.mentor[1]);
        }
    }

    fn applications(&mut self, trade: usize) {
        let words = &self.shelf.trades[trade % trades::TRADES].words;
        let first = self.dice.below(4);
        let found = self.course.work;
        let mut day = self.course.first + self.dice.between(12, 30);
        let busy = found.map_or(self.until, |found| found - 12);
        let met = self.course.meetings.last().map_or(self.course.first, |(day, _)| *day);
        let last = if self.course.quiet { met.min(busy) } else { busy };
        for number in 0.. {
            if day > last {
                break;
            }
            let employer = words.employers[(first + number) % 4];
            let item = self.story.on(day).application(employer, words.job, Stage::ToApply);
            self.story.write(item, board::op::TextField::Source, self.shelf.talk.source);
            self.follow(item, day, last);
            // A plan that nobody touches for four weeks would ask for attention.
            day += self.dice.between(14, 24);
        }
        if let Some(found) = found {
            let sent = (found - 20).max(self.course.first + 3).min(found);
            let heard = (sent + found) / 2;
            let employer = words.employers[(first + 3) % 4];
            let item = self.story.on(sent).application(employer, words.job, Stage::Sent);
            self.story.on(heard).stage(item, Stage::Interview);
            self.story.on(found).stage(item, Stage::Accepted);
        }
    }

    /// What becomes of an application that was not the right one.
    fn follow(&mut self, item: ItemId, day: i64, last: i64) {
        let end = [Stage::Refused, Stage::NoAnswer, Stage::Withdrawn][self.dice.below(3)].clone();
        let path = [(2, Stage::Sent), (10, Stage::FollowedUp), (16, Stage::Interview), (26, end)];
        let far = 1 + self.dice.below(4);
        for (later, stage) in path.into_iter().take(far) {
            if day + later <= last {
                self.story.on(day + later).stage(item, stage);
            }
        }
    }

    fn services(&mut self, services: [Service; 4]) {
        let first = self.dice.below(4);
        for number in 0..self.dice.below(3) {
            let (service, title, theme) = services[(first + number) % 4].clone();
            let day = self.course.first + self.dice.between(8, 60);
            // One without news would ask for attention by itself.
            let told = day + self.dice.between(12, 25);
            if told > self.until {
                continue;
            }
            let how = [ReferralMode::Told, ReferralMode::CalledTogether, ReferralMode::Wrote];
            let how = how[self.dice.below(3)].clone();
            let item = self.story.on(day).refer(service, title, theme, how, day + 6);
            self.story.on(day + 6).went(item, Went::Went);
            let outcomes = [
                ReferralOutcome::Helped,
                ReferralOutcome::Registered,
                ReferralOutcome::WaitingList,
                ReferralOutcome::WrongPlace,
            ];
            let outcome = outcomes[self.dice.below(4)].clone();
            self.story.on(told).outcome(item, outcome);
        }
    }

    /// What they say to each other, each read by the other one two days later.
    fn talk(&mut self, aim: ItemId) {
        let talk = &self.shelf.talk;
        let mut day = self.course.first + 4;
        for number in 0..2 + self.dice.below(4) {
            let (seat, other, words) = if number % 2 == 0 {
                (Mentor, Mentee, talk.mentor[self.dice.below(5)])
            } else {
                (Mentee, Mentor, talk.mentee[self.dice.below(5)])
            };
            if day + 2 > self.until {
                break;
            }
            let said = self.story.on(day).says(seat, aim, words);
            self.story.on(day + 2).sees(other, &[said]);
            day += self.dice.between(6, 30);
        }
        if let Some(day) = self.course.unread {
            self.story.on(day).says(Mentee, aim, talk.mentee[2]);
        }
    }
}
