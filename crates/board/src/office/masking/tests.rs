//! An attacker with a pencil: what is hidden stays open whatever is subtracted.

use super::*;
use proptest::prelude::*;

fn row(all: u32, mature: u32, positive: u32, unknown: u32) -> Cells {
    Cells { all, mature, positive, unknown }
}

/// The smallest and the largest value that hidden numbers can have, when their sum is known and
/// each lies between `least` and its own limit.
fn between(sum: u32, row: usize, least: &[u32], most: &[u32]) -> (u32, u32) {
    let others = |limits: &[u32]| {
        let sum = limits.iter().enumerate().filter(|(place, _)| *place != row);
        sum.map(|(_, limit)| u64::from(*limit)).sum::<u64>()
    };
    let low = u64::from(sum).saturating_sub(others(most)).max(u64::from(least[row]));
    let high = u64::from(sum).saturating_sub(others(least)).min(u64::from(most[row]));
    (low as u32, high as u32)
}

#[test]
fn a_small_row_takes_another_one_with_it() {
    let rows = [row(40, 0, 0, 0), row(3, 0, 0, 0), row(12, 0, 0, 0), row(0, 0, 0, 0)];
    let shown: Vec<_> = rows_shown(&rows).iter().map(|row| row.all).collect();
    assert_eq!(shown, [true, false, false, true]);
}

#[test]
fn rows_of_one_are_never_told_by_their_sum() {
    let rows = [row(1, 0, 0, 0); 5];
    assert!(rows_shown(&rows).iter().all(|row| !row.all));
    // Two rows of one, and large ones: the smallest large one is hidden with them.
    let rows = [row(1, 0, 0, 0), row(1, 0, 0, 0), row(30, 0, 0, 0), row(50, 0, 0, 0)];
    let shown: Vec<_> = rows_shown(&rows).iter().map(|row| row.all).collect();
    assert_eq!(shown, [false, false, false, true]);
}

#[test]
fn almost_all_and_almost_none_are_hidden() {
    assert!(!is_safe_share(17, 20) && !is_safe_share(3, 20) && !is_safe_share(0, 20));
    assert!(is_safe_share(12, 20));
    let shown = total_shown(row(60, 60, 40, 2));
    assert!(shown.outcome && !shown.unknown);
    let shown = total_shown(row(60, 60, 40, 0));
    assert!(shown.unknown);
}

#[test]
fn a_branch_is_never_its_region_less_the_others() {
    let shown = tree_shown(&[vec![(30, 60), (2, 9)], vec![(20, 50)], vec![(1, 8)]]);
    // The third region is small, and takes the second with it; the first hides both branches.
    assert_eq!(shown[0], (true, vec![false, false]));
    assert_eq!(shown[1], (false, vec![false]));
    assert_eq!(shown[2], (false, vec![false]));
}

prop_compose! {
    fn some_row()(all in 0_u32..40, mature in 0_u32..40, positive in 0_u32..40, unknown in 0_u32..40)
        -> Cells {
        let mature = mature.min(all);
        let positive = positive.min(mature);
        row(all, mature, positive, unknown.min(mature - positive))
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn nothing_hidden_can_be_reckoned(rows in proptest::collection::vec(some_row(), 1..9)) {
        let shown = rows_shown(&rows);
        let total = Cells::total(&rows);
        for (row, shown) in rows.iter().zip(&shown) {
            prop_assert!(!shown.all || row.all == 0 || row.all >= LEAST);
            prop_assert!(!shown.outcome || row.mature == 0 || is_safe_share(row.positive, row.mature));
            prop_assert!(!shown.unknown || shown.outcome);
            if shown.unknown && row.mature > 0 {
                prop_assert!(row.unknown == 0 || row.unknown >= LEAST);
                prop_assert!(row.searching() >= LEAST);
            }
        }
        // The number of people: whoever reads it knows the total and that hidden rows are not empty.
        let hidden: Vec<usize> = (0..rows.len()).filter(|row| !shown[*row].all).collect();
        let any_shown = hidden.len() < rows.len();
        if total_shown(total).all && any_shown {
            let sum = hidden.iter().map(|row| rows[*row].all).sum::<u32>();
            let (least, most) = (vec![1; hidden.len()], vec![sum; hidden.len()]);
            for place in 0..hidden.len() {
                let (low, high) = between(sum, place, &least, &most);
                prop_assert!(high - low + 1 >= LEAST, "{low}..{high} of {rows:?}");
            }
        }
        // Positive outcomes: whoever reads them may even know how many each row can have at most.
        let hidden: Vec<usize> = (0..rows.len()).filter(|row| !shown[*row].outcome).collect();
        if total_shown(total).outcome && hidden.len() < rows.len() {
            let sum = hidden.iter().map(|row| rows[*row].positive).sum::<u32>();
            let least = vec![0; hidden.len()];
            let most: Vec<u32> = hidden.iter().map(|row| rows[*row].mature).collect();
            for place in (0..hidden.len()).filter(|place| most[*place] > 0) {
                let (low, high) = between(sum, place, &least, &most);
                prop_assert!(low < high, "{low}..{high} of {rows:?}");
            }
        }
    }
}
