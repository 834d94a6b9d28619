//! The shortest way from one list to another (Myers 1986, in linear space).

use super::Kind;

/// Most steps from each end before the search settles for the best place found so far. It keeps
/// two unlike texts from costing the product of their lengths.
const STEPS_MAX: usize = 400;

/// Tells `tell` what becomes of each token, in order.
pub(super) fn walk(old: &[&str], new: &[&str], tell: &mut dyn FnMut(Kind, &str)) {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (same, old) = old.split_at(head);
    let new = &new[head..];
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let (old, same_after) = old.split_at(old.len() - tail);
    let new = &new[..new.len() - tail];

    same.iter().for_each(|token| tell(Kind::Same, token));
    if old.is_empty() || new.is_empty() {
        old.iter().for_each(|token| tell(Kind::Removed, token));
        new.iter().for_each(|token| tell(Kind::Added, token));
    } else {
        let (x, y) = meet(old, new);
        walk(&old[..x], &new[..y], tell);
        walk(&old[x..], &new[y..], tell);
    }
    same_after.iter().for_each(|token| tell(Kind::Same, token));
}

/// A place on a shortest way, neither its start nor its end: where the searches from both ends
/// meet. The lists are not empty, and differ in their first and in their last tokens.
fn meet(old: &[&str], new: &[&str]) -> (usize, usize) {
    let steps = (old.len() + new.len()).div_ceil(2).min(STEPS_MAX);
    let (mut forward, mut backward) = (Reach::new(steps), Reach::new(steps));
    let ahead = |x: usize, y: usize| old[x] == new[y];
    let behind = |x: usize, y: usize| old[old.len() - 1 - x] == new[new.len() - 1 - y];
    let size @ (width, height) = (old.len() as isize, new.len() as isize);
    for step in 0..=steps as isize {
        for diagonal in (-step..=step).step_by(2) {
            let x = forward.extend(diagonal, size, &ahead);
            // The other search stands one step back.
            let other = width - height - diagonal;
            if other.abs() < step && (other + step) % 2 != 0 && x + backward.at(other) >= width {
                return point(x, diagonal);
            }
        }
        for diagonal in (-step..=step).step_by(2) {
            let x = backward.extend(diagonal, size, &behind);
            let other = width - height - diagonal;
            if other.abs() <= step && (other + step) % 2 == 0 && x + forward.at(other) >= width {
                return point(width - x, other);
            }
        }
    }
    forward.best()
}

fn point(x: isize, diagonal: isize) -> (usize, usize) {
    // Both are places within the lists.
    (x as usize, (x - diagonal) as usize)
}

/// How far along the old list a search got, on each diagonal (place in the old list minus place
/// in the new one).
struct Reach {
    furthest: Vec<isize>,
    steps: isize,
}

impl Reach {
    /// On diagonals where no search came. Sums of two of them do not overflow.
    const NOWHERE: isize = isize::MIN / 4;

    fn new(steps: usize) -> Self {
        // One more on each side, so that neighbours can be asked without looking.
        let mut furthest = vec![Self::NOWHERE; 2 * steps + 3];
        furthest[steps + 1] = 0;
        Self { furthest, steps: steps as isize }
    }

    fn at(&self, diagonal: isize) -> isize {
        self.furthest[(diagonal + self.steps + 1) as usize]
    }

    /// One more step on a diagonal, and then along all tokens that are the same.
    fn extend(
        &mut self,
        diagonal: isize,
        (width, height): (isize, isize),
        same: &dyn Fn(usize, usize) -> bool,
    ) -> isize {
        let (down, right) = (self.at(diagonal + 1), self.at(diagonal - 1) + 1);
        let mut x = self.at(diagonal);
        if down > x && down - diagonal <= height {
            x = down;
        }
        if right > x && right <= width {
            x = right;
        }
        // Nowhere is before all places.
        while x >= 0
            && x < width
            && x - diagonal < height
            && same(x as usize, (x - diagonal) as usize)
        {
            x += 1;
        }
        self.furthest[(diagonal + self.steps + 1) as usize] = x;
        x
    }

    /// The place where most tokens of both lists lie behind.
    fn best(&self) -> (usize, usize) {
        let all = (-self.steps..=self.steps).map(|diagonal| (self.at(diagonal), diagonal));
        let best = all.max_by_key(|(x, diagonal)| 2 * x - diagonal);
        best.map_or((0, 0), |(x, diagonal)| point(x, diagonal))
    }
}
