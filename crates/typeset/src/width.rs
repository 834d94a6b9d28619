//! How wide the columns of a table are: room for the longest word first, then for the most text.

/// Characters of 12 pt on a line of an upright page and of one that lies on its side.
const UPRIGHT: usize = 72;
const FLIPPED: usize = 108;
/// A longer word is broken; it may not push the other columns aside.
const LONGEST_WORD: usize = 20;
const MOST_TEXT: usize = 60;
const LEAST: usize = 5;
/// The empty space beside a cell, in characters.
const SPACE: usize = 2;

/// The share of each column, in thousandths of the width of the page.
pub fn shares(columns: &[String], rows: &[Vec<String>], flipped: bool) -> Vec<usize> {
    let line = if flipped { FLIPPED } else { UPRIGHT };
    let wishes: Vec<(usize, usize)> =
        columns.iter().enumerate().map(|(at, column)| wish(column, rows, at)).collect();
    let needed: usize = wishes.iter().map(|(need, _)| need).sum();
    let wanted: usize = wishes.iter().map(|(need, want)| want - need).sum();
    let spare = line.saturating_sub(needed);
    let parts: Vec<usize> = wishes
        .iter()
        .map(|(need, want)| {
            need * 100 + (spare * 100 * (want - need)).checked_div(wanted).unwrap_or(0)
        })
        .collect();
    let sum: usize = parts.iter().sum();
    parts.into_iter().map(|part| part * 1000 / sum).collect()
}

/// What a column needs, and what it would like.
fn wish(column: &str, rows: &[Vec<String>], at: usize) -> (usize, usize) {
    let texts = || rows.iter().filter_map(|row| row.get(at)).map(String::as_str).chain([column]);
    let word = texts().map(longest_word).max().unwrap_or(0);
    let text = texts().flat_map(str::lines).map(length).max().unwrap_or(0);
    let need = word.clamp(LEAST, LONGEST_WORD) + SPACE;
    (need, (text + SPACE).clamp(need, MOST_TEXT))
}

/// How many characters the longest word of a text has.
pub fn longest_word(text: &str) -> usize {
    text.split_whitespace().map(length).max().unwrap_or(0)
}

fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn every_column_has_room_and_all_share_the_line() {
        let columns = ["Date".to_owned(), "Employeur".to_owned(), "Suite".to_owned()];
        let long = "mot ".repeat(200);
        let huge = "x".repeat(9000);
        for cells in [["12 mars", "CHU", &long], ["", &huge, &huge], ["", "", ""]] {
            let shares = shares(&columns, &table(&[&cells]), false);
            assert!(shares.iter().all(|share| *share >= 50), "{shares:?}");
            assert!((990..=1000).contains(&shares.iter().sum::<usize>()), "{shares:?}");
        }
    }

    #[test]
    fn more_columns_than_letters_on_a_line_still_share_it() {
        let columns = vec!["Employeur".to_owned(); 30];
        assert_eq!(shares(&columns, &[], true), vec![33; 30]);
    }
}
