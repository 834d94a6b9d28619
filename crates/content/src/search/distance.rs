//! How many slips of the finger lie between two words.

/// The least number of letters to add, drop, change or swap with their neighbour (no letter is
/// touched twice) to make one word of the other.
#[must_use]
pub fn distance(one: &str, other: &str) -> usize {
    let letters = |text: &str| text.chars().collect::<Vec<_>>();
    nearness(&letters(one), &letters(other)).0
}

/// The distance of what was typed to the whole word, and to the nearest beginning of it: people
/// look at the list before they have typed to the end.
pub(super) fn nearness(typed: &[char], word: &[char]) -> (usize, usize) {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=word.len()).collect();
    for (line, letter) in typed.iter().enumerate() {
        let mut row = vec![above[0] + 1];
        for (column, other) in word.iter().enumerate() {
            let change = above[column] + usize::from(letter != other);
            let mut least = change.min(above[column + 1] + 1).min(row[column] + 1);
            let swapped =
                line > 0 && column > 0 && *letter == word[column - 1] && typed[line - 1] == *other;
            if swapped {
                least = least.min(before[column - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    let whole = above[word.len()];
    (whole, above.iter().copied().min().unwrap_or(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        for (one, other, slips) in [
            ("", "", 0),
            ("", "kok", 3),
            ("kok", "kook", 1),
            ("macon", "maocn", 1),
            ("soudeur", "sodeur", 1),
            ("plombier", "plonbié", 3),
            ("elektricien", "electricien", 1),
        ] {
            assert_eq!(distance(one, other), slips, "{one} {other}");
        }
    }

    #[test]
    fn a_word_that_is_not_finished_is_near_its_beginning() {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(nearness(&letters("infrm"), &letters("infirmier")), (4, 1));
    }
}
