//! A figure in words: its result, its two numbers, and what to keep in mind.

use board::office::indicators::figure::{Figure, FigureState, Unit, rounded};
use words::Key;

use crate::i18n::{format, t, tf, tn};

/// The result, or why there is none. Tracked.
#[must_use]
pub fn result_words(figure: &Figure) -> String {
    match figure.state {
        FigureState::Masked => t(Key::FiguresMasked),
        FigureState::NotAsked => t(Key::FiguresNotAsked),
        FigureState::NothingYet => t(Key::FiguresNothingYet),
        FigureState::NoBudget => t(Key::FiguresNoBudget),
        FigureState::WholeOnly => t(Key::FiguresWholeOnly),
        FigureState::Shown => shown_words(figure),
    }
}

fn shown_words(figure: &Figure) -> String {
    let value = || figure.value.map(count).unwrap_or_default();
    match figure.unit {
        Unit::Number => value(),
        Unit::Share => share(figure.numerator, figure.denominator).unwrap_or_default(),
        Unit::MedianDays => {
            figure.value.map(|days| tn(Key::FiguresDays, len(days))).unwrap_or_default()
        }
        Unit::Pace => {
            let hundredths = figure.value.unwrap_or_default();
            let tenths = rounded(u64::from(hundredths), 10).unwrap_or_default();
            let number = format::decimal(f64::from(tenths) / 10.0);
            tf(Key::FiguresPace, &[("n", &number)])
        }
        Unit::Euros => tf(Key::FiguresEuros, &[("n", &value())]),
    }
}

/// Out of how many: always there beside a share. Tracked.
#[must_use]
pub fn numbers_words(figure: &Figure) -> Option<String> {
    if !matches!(figure.state, FigureState::Shown | FigureState::NothingYet) {
        return None;
    }
    let part = figure.numerator.map(count);
    let whole = count(figure.denominator?);
    Some(match (figure.unit, part) {
        (Unit::Share, Some(part)) => {
            tf(Key::FiguresFraction, &[("part", &part), ("whole", &whole)])
        }
        (Unit::Pace, Some(part)) => tf(Key::FiguresPaceOf, &[("part", &part), ("whole", &whole)]),
        (Unit::Euros, Some(part)) => {
            tf(Key::FiguresDivided, &[("amount", &part), ("people", &whole)])
        }
        _ => tf(Key::FiguresFractionN, &[("n", &whole)]),
    })
}

/// What is unknown, and the share without it. Tracked.
#[must_use]
pub fn unknown_words(figure: &Figure) -> Vec<String> {
    let mut words = Vec::new();
    if figure.state != FigureState::Shown || figure.unit != Unit::Share {
        return words;
    }
    if let Some(unknown) = figure.unknown.filter(|unknown| *unknown > 0) {
        words.push(tf(Key::FiguresUnknown, &[("n", &count(unknown))]));
        let known = figure.denominator.and_then(|all| all.checked_sub(unknown));
        if let Some(known) = whole_percent(figure.numerator, known) {
            let known = count(known);
            words.push(tf(Key::FiguresPercentKnown, &[("percent", &known)]));
        }
    }
    if figure.is_thin() {
        words.push(t(Key::FiguresThin));
    }
    words
}

/// A share as a whole number of percent. Tracked.
fn share(part: Option<u32>, whole: Option<u32>) -> Option<String> {
    let percent = whole_percent(part, whole)?;
    Some(tf(Key::FiguresPercent, &[("percent", &count(percent))]))
}

/// Rounded once, from both numbers: 23 of 26 are 88 %, though 88.5 is printed with a decimal.
fn whole_percent(part: Option<u32>, whole: Option<u32>) -> Option<u32> {
    rounded(u64::from(part?) * 100, u64::from(whole?))
}

/// Thousandths as a whole number of percent. Tracked.
#[must_use]
pub fn percent(per_mille: u32) -> String {
    let whole = rounded(u64::from(per_mille), 10).unwrap_or_default();
    tf(Key::FiguresPercent, &[("percent", &count(whole))])
}

/// A number as people write it. Tracked.
#[must_use]
pub fn count(number: u32) -> String {
    format::number(len(number))
}

fn len(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_once() {
        assert_eq!(whole_percent(Some(23), Some(26)), Some(88));
        assert_eq!(whole_percent(Some(1), Some(8)), Some(13));
        assert_eq!(whole_percent(Some(0), Some(0)), None);
        assert_eq!(whole_percent(None, Some(3)), None);
    }
}
