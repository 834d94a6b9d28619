//! Small groups are not shown, and nothing that is shown tells how large they are (indicators.md,
//! "Privacy of reports"; features.md K14).
//!
//! A table has one row per group and a total. A number of people below [`LEAST`] is hidden, and so
//! is a share whose other side is that small: "17 of 20" tells of three. What is hidden must not be
//! the total less what is shown, so a table hides rows, the smallest next, until those it hides
//! are large enough together, and never just one. Zero in a whole row is shown: nobody is in it.
//! Zero inside a row (none of nine found work) would tell of all nine, and is hidden.

/// The smallest number of people that is shown.
pub const LEAST: u32 = 5;

/// People of one group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// In the group.
    pub all: u32,
    /// Of these, for whom the time is over in which the outcome counts.
    pub mature: u32,
    /// Of these, with a positive outcome.
    pub positive: u32,
    /// Of the mature ones, of whom nothing is known.
    pub unknown: u32,
}

/// What of a row is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// How many are in the group.
    pub all: bool,
    /// How many are mature, and how many of these have a positive outcome.
    pub outcome: bool,
    /// Of how many nothing is known.
    pub unknown: bool,
}

impl Cells {
    fn plus(self, other: Self) -> Self {
        Self {
            all: self.all + other.all,
            mature: self.mature + other.mature,
            positive: self.positive + other.positive,
            unknown: self.unknown + other.unknown,
        }
    }

    /// All of several groups.
    #[must_use]
    pub fn total(rows: &[Self]) -> Self {
        rows.iter().copied().fold(Self::default(), Self::plus)
    }

    fn searching(self) -> u32 {
        self.mature.saturating_sub(self.positive + self.unknown)
    }
}

/// Whether a share can be shown with its two numbers.
#[must_use]
pub fn is_safe_share(part: u32, whole: u32) -> bool {
    part >= LEAST && whole.saturating_sub(part) >= LEAST
}

// Where nobody is, nobody can be recognised.

fn is_safe_all(cells: Cells) -> bool {
    cells.all == 0 || cells.all >= LEAST
}

fn is_safe_outcome(cells: Cells) -> bool {
    cells.mature == 0 || is_safe_share(cells.positive, cells.mature)
}

/// Unknown and still searching tell each other, once the rest of the row is there.
fn is_safe_unknown(cells: Cells) -> bool {
    if cells.mature == 0 {
        return true;
    }
    is_safe_outcome(cells)
        && (cells.unknown == 0 || cells.unknown >= LEAST)
        && cells.searching() >= LEAST
}

/// What of each row can be shown beside a total that is shown as far as [`total_shown`] says.
#[must_use]
pub fn rows_shown(rows: &[Cells]) -> Vec<Shown> {
    let total = total_shown(Cells::total(rows));
    let all = column(rows, total.all, &vec![true; rows.len()], is_safe_all, |row| row.all);
    let outcome = column(rows, total.outcome, &all, is_safe_outcome, |row| row.mature);
    let unknown = column(rows, total.unknown, &outcome, is_safe_unknown, |row| row.mature);
    let shown = all.into_iter().zip(outcome).zip(unknown);
    shown.map(|((all, outcome), unknown)| Shown { all, outcome, unknown }).collect()
}

/// What of a total can be shown, where nothing else is.
#[must_use]
pub fn total_shown(total: Cells) -> Shown {
    Shown {
        all: is_safe_all(total),
        outcome: is_safe_outcome(total),
        unknown: is_safe_unknown(total),
    }
}

/// The rows of one column that are shown. `size` is how many people of a row the column is about.
fn column(
    rows: &[Cells],
    total: bool,
    may: &[bool],
    is_safe: fn(Cells) -> bool,
    size: fn(Cells) -> u32,
) -> Vec<bool> {
    if !total {
        return vec![false; rows.len()];
    }
    let mut shown: Vec<bool> =
        rows.iter().zip(may).map(|(row, may)| *may && is_safe(*row)).collect();
    loop {
        let hidden: Vec<Cells> =
            rows.iter().zip(&shown).filter(|(_, shown)| !**shown).map(|(row, _)| *row).collect();
        // An empty row is only hidden with another column, and helps nobody to hide.
        let full = u32::try_from(hidden.iter().filter(|row| size(**row) > 0).count());
        let (rest, full) = (Cells::total(&hidden), full.unwrap_or(u32::MAX));
        // Each hidden row counts one at least: what is left beyond that is all that is in doubt.
        let doubt = size(rest).saturating_sub(full);
        if full == 0 || (full >= 2 && is_safe(rest) && doubt + 1 >= LEAST) {
            return shown;
        }
        let next = (0..rows.len()).filter(|row| shown[*row] && size(rows[*row]) > 0);
        match next.min_by_key(|row| size(rows[*row])) {
            Some(next) => shown[next] = false,
            // Not even all of them together can be told apart from the total: no row says anything.
            None => return vec![false; rows.len()],
        }
    }
}

/// One number out of another, of each branch of each region.
pub type Family = Vec<(u32, u32)>;

/// Which regions, and which of their branches, can show a share, when the share of all of them is
/// shown too. A branch is shown only where its region is.
#[must_use]
pub fn tree_shown(regions: &[Family]) -> Vec<(bool, Vec<bool>)> {
    let cells = |(part, whole): &(u32, u32)| Cells {
        all: *whole,
        mature: *whole,
        positive: *part,
        unknown: 0,
    };
    let families: Vec<Vec<Cells>> =
        regions.iter().map(|family| family.iter().map(cells).collect()).collect();
    let totals: Vec<Cells> = families.iter().map(|family| Cells::total(family)).collect();
    let regions = rows_shown(&totals);
    let branches = families.iter().zip(&regions).map(|(family, region)| {
        if region.outcome { rows_shown(family) } else { vec![Shown::default(); family.len()] }
    });
    let branches = branches.map(|rows| rows.into_iter().map(|row| row.outcome).collect());
    regions.iter().map(|region| region.outcome).zip(branches).collect()
}

#[cfg(test)]
mod tests;
