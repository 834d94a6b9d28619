//! Chance that falls the same way for the same seed, on every machine: measurements with a crowd
//! of duos can be repeated.

use rand::{Rng, SeedableRng, rngs::ChaCha8Rng};

/// A row of chances. Only whole numbers are drawn, by a rule of our own: the distributions of a
/// library may change with its versions, a stream of ChaCha does not.
pub(super) struct Dice(ChaCha8Rng);

impl Dice {
    /// The row of a seed and a number: each duo has its own, whatever came before it.
    pub(super) fn new(seed: u64, number: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..16].copy_from_slice(&number.to_le_bytes());
        Self(ChaCha8Rng::from_seed(key))
    }

    /// A number from 0 to one less than `count`; 0 when there is none.
    pub(super) fn below(&mut self, count: usize) -> usize {
        // The error of this scaling is one in four billion.
        ((u64::from(self.0.next_u32()) * count as u64) >> 32) as usize
    }

    /// A number from the first to the last.
    pub(super) fn between(&mut self, first: i64, last: i64) -> i64 {
        let count = usize::try_from(last - first + 1).unwrap_or(0);
        first + self.below(count) as i64
    }

    /// Whether it happens, so many times in a hundred.
    pub(super) fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of a list, which is not empty.
    pub(super) fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// One of a list in which each comes as often as its weight says.
    pub(super) fn weighed<T: Copy>(&mut self, of: &[(usize, T)]) -> T {
        let mut left = self.below(of.iter().map(|(weight, _)| weight).sum());
        for (weight, value) in of {
            if left < *weight {
                return *value;
            }
            left -= weight;
        }
        of[0].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_falls_the_same_way() {
        let row = |seed, number| {
            let mut dice = Dice::new(seed, number);
            (0..20).map(|_| dice.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(row(7, 1), row(7, 1));
        assert_ne!(row(7, 1), row(7, 2));
        assert_eq!(row(1, 0)[..4], [628, 381, 929, 294], "a stream that never changes");
    }

    #[test]
    fn weights_are_kept() {
        let mut dice = Dice::new(3, 0);
        let many = (0..1000).filter(|_| dice.weighed(&[(90, true), (10, false)])).count();
        assert!((850..950).contains(&many), "{many}");
        assert!((0..100).all(|_| (-3..=4).contains(&dice.between(-3, 4))));
    }
}
