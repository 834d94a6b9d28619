//! Figures for a funder: of a whole year and of many, never of a few (indicators.md, "Privacy of
//! reports"). Numbers that could be subtracted from each other are hidden together.

use super::{
    Anchor, Selection, cells,
    figure::{Code, Figure, FigureState, Unit},
    figures,
};
use crate::{
    id::BranchId,
    office::{
        breakdown::{Place, places_shown},
        masking::{LEAST, is_safe_share, total_shown, tree_shown},
        record::DuoRecord,
        region::Region,
        target::RegionBudget,
    },
};

/// The figures of all branches.
#[must_use]
pub fn whole(all: &[DuoRecord], selection: &Selection, budgets: &[RegionBudget]) -> Vec<Figure> {
    let open = figures(all, selection, budgets);
    let cohort: Vec<&DuoRecord> = all.iter().filter(|it| selection.has(it)).collect();
    let counted = cells(all, &cohort, selection);
    let from_start = cells(all, &cohort, &Selection { anchor: Anchor::Start, ..selection.clone() });
    let shown = total_shown(counted);
    // The two anchors count many of the same people: what one has more must not be a few.
    let outcome = shown.outcome && !is_few(counted.mature.abs_diff(from_start.mature));
    let sight =
        Sight { started: shown.all, outcome, unknown: outcome && shown.unknown, open: &open };
    open.iter().map(|figure| sight.look(figure)).collect()
}

fn is_few(difference: u32) -> bool {
    (1..LEAST).contains(&difference)
}

/// What can be seen of the figures of all branches.
struct Sight<'a> {
    started: bool,
    outcome: bool,
    unknown: bool,
    open: &'a [Figure],
}

impl Sight<'_> {
    fn numerator(&self, code: Code) -> u32 {
        let found = self.open.iter().find(|figure| figure.code == code);
        found.and_then(|figure| figure.numerator).unwrap_or(0)
    }

    fn value(&self, code: Code) -> u32 {
        let found = self.open.iter().find(|figure| figure.code == code);
        found.and_then(|figure| figure.value).unwrap_or(0)
    }

    fn look(&self, figure: &Figure) -> Figure {
        if figure.state != FigureState::Shown {
            return figure.hidden(figure.state);
        }
        if !self.may_show(figure) {
            return figure.hidden(FigureState::Masked);
        }
        let mut figure = figure.clone();
        if figure.parts.iter().any(|part| part.count < LEAST) {
            figure.parts.clear();
        }
        let works = matches!(figure.code, Code::InWork3 | Code::InWork6);
        if !works && !self.unknown {
            figure.unknown = None;
        }
        figure
    }

    fn may_show(&self, figure: &Figure) -> bool {
        let part = figure.numerator.unwrap_or(0);
        let whole = figure.denominator.unwrap_or(0);
        let unknown = figure.unknown.unwrap_or(0);
        let safe = is_safe_share(part, whole);
        let kinds = [Code::Job, Code::Training, Code::Internship].map(|it| self.numerator(it));
        match figure.code {
            Code::Started => self.started,
            Code::ActiveOnDay | Code::ActiveInPeriod => self.value(figure.code) >= LEAST,
            Code::Pace => self.started,
            Code::EarlyEnd13 => safe && !is_few(self.numerator(Code::EarlyEnd26).abs_diff(part)),
            Code::Positive => self.outcome,
            Code::Job | Code::Training | Code::Internship => {
                self.outcome && !kinds.into_iter().any(is_few)
            }
            Code::Durable => {
                self.outcome && safe && !is_few(self.numerator(Code::Job).abs_diff(part))
            }
            Code::Searching | Code::Unknown => self.unknown,
            Code::Proven => self.outcome && safe,
            Code::InWork3 | Code::InWork6 => {
                self.outcome
                    && safe
                    && !is_few(unknown)
                    && whole.saturating_sub(part + unknown) >= LEAST
            }
            Code::TimeToOutcome => self.outcome && whole >= LEAST,
            Code::Referrals => self.started && self.value(Code::Referrals) >= LEAST,
            Code::ReferralDays => whole >= LEAST,
            Code::CostPerDuo => {
                whole >= LEAST && !is_few(self.value(Code::Started).abs_diff(whole))
            }
            Code::CostPerOutcome => {
                self.outcome
                    && whole >= LEAST
                    && !is_few(self.numerator(Code::Positive).abs_diff(whole))
            }
            _ => safe,
        }
    }
}

/// The figures of a region or a branch: those that can be told apart from all others in the same
/// way for every branch. The rest is only for all of them together.
#[must_use]
pub fn of_place(all: &[DuoRecord], year: &Selection, place: Place) -> Vec<Figure> {
    // What is shown of one place follows from all of them, whatever else was asked for.
    let year = &Selection { branches: None, region: None, ..year.clone() };
    let tree = branches_by_region(all.iter());
    let selected = |region: Option<Option<Region>>, branch: Option<BranchId>| Selection {
        region: region.flatten(),
        branches: branch.map(|branch| vec![branch]),
        ..year.clone()
    };
    let own = match place {
        Place::Region(region) => selected(Some(Some(region)), None),
        Place::Branch(branch) => selected(None, Some(branch)),
    };
    let counted = places_shown(all, year);
    let counted = counted.iter().find(|(it, _)| *it == place).map(|(_, shown)| *shown);
    let of_branches: Vec<Vec<Vec<Figure>>> = tree
        .iter()
        .map(|(_, branches)| {
            let figures_of = |branch: &BranchId| figures(all, &selected(None, Some(*branch)), &[]);
            branches.iter().map(figures_of).collect()
        })
        .collect();
    let is_shown = |code: Code| {
        let pair = |figures: &Vec<Figure>| {
            let figure = figures.iter().find(|figure| figure.code == code);
            figure.map_or((0, 0), |it| (it.numerator.unwrap_or(0), it.denominator.unwrap_or(0)))
        };
        let families: Vec<_> =
            of_branches.iter().map(|family| family.iter().map(pair).collect::<Vec<_>>()).collect();
        let shown = tree_shown(&families);
        let mut places = tree.iter().zip(shown);
        match place {
            Place::Region(region) => places
                .find(|((known, _), _)| *known == Some(region))
                .is_some_and(|(_, (shown, _))| shown),
            Place::Branch(branch) => places
                .find_map(|((_, branches), (_, shown))| {
                    let row = branches.iter().position(|known| *known == branch)?;
                    Some(shown[row])
                })
                .unwrap_or(false),
        }
    };
    let look = |figure: &Figure| {
        let shown = match figure.code {
            Code::Started => counted.is_some_and(|shown| shown.all),
            Code::Positive if year.anchor == Anchor::Start => {
                counted.is_some_and(|shown| shown.outcome)
            }
            Code::Completion
            | Code::EarlyEnd26
            | Code::Floor
            | Code::FirstMeeting
            | Code::Support
            | Code::NoProject => is_shown(figure.code),
            _ => return figure.hidden(FigureState::WholeOnly),
        };
        if figure.state != FigureState::Shown && figure.unit == Unit::Share {
            return figure.hidden(figure.state);
        }
        if !shown {
            return figure.hidden(FigureState::Masked);
        }
        Figure { unknown: None, parts: Vec::new(), ..figure.clone() }
    };
    figures(all, &own, &[]).iter().map(look).collect()
}

/// The branches that ever had a duo, by region; those without a region stand together.
#[must_use]
pub fn branches_by_region<'a>(
    records: impl Iterator<Item = &'a DuoRecord>,
) -> Vec<(Option<Region>, Vec<BranchId>)> {
    let mut pairs: Vec<_> = records.map(|record| (record.region, record.branch)).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let mut tree: Vec<(Option<Region>, Vec<BranchId>)> = Vec::new();
    for (region, branch) in pairs {
        match tree.last_mut() {
            Some((known, branches)) if *known == region => branches.push(branch),
            _ => tree.push((region, vec![branch])),
        }
    }
    tree
}

#[cfg(test)]
mod tests;
