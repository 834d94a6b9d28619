//! Numbers made of digits alone: national numbers and payment cards.

use super::{Private, gap, is_blank};

/// Digits without anything between them.
struct Group {
    /// Where its digits start among all digits.
    start: usize,
    /// Where they end.
    end: usize,
    /// What lies before it.
    before: Before,
}

#[derive(Clone, Copy, PartialEq)]
enum Before {
    /// Nothing that belongs to a number.
    Start,
    /// A plus sign, as before a country's telephone code.
    Plus,
    /// A gap with white space or a slash: the same number, or another one.
    Loose,
    /// A point, a dash: surely the same number.
    Tight,
}

/// Finds a national number or a card number.
pub(super) fn find(signs: &[char]) -> Option<Private> {
    let (digits, groups) = groups(signs);
    groups.iter().enumerate().find_map(|(first, start)| {
        if matches!(start.before, Before::Plus | Before::Tight) {
            return None;
        }
        let run = &groups[first..];
        (0..run.len())
            .take_while(|last| {
                let linked =
                    *last == 0 || matches!(run[*last].before, Before::Loose | Before::Tight);
                linked && run[*last].end - start.start <= 19
            })
            .filter(|last| run.get(last + 1).is_none_or(|next| next.before != Before::Tight))
            .find_map(|last| judge(&digits[start.start..run[last].end], &run[..=last]))
    })
}

fn groups(signs: &[char]) -> (Vec<u8>, Vec<Group>) {
    let (mut digits, mut groups) = (Vec::new(), Vec::<Group>::new());
    let mut at = 0;
    // Where the last group ended in the text.
    let mut left = None;
    while at < signs.len() {
        let start = digits.len();
        let begin = at;
        while let Some(digit) = signs.get(at).and_then(|sign| sign.to_digit(10)) {
            // A decimal digit fits.
            digits.push(digit as u8);
            at += 1;
        }
        if at == begin {
            at += 1;
            continue;
        }
        let linked = left.filter(|left| gap(signs, *left).is_some_and(|long| left + long == begin));
        let before = match linked {
            Some(left) if signs[left..begin].iter().any(|sign| is_blank(*sign) || *sign == '/') => {
                Before::Loose
            }
            Some(_) => Before::Tight,
            None if begin > 0 && signs[begin - 1] == '+' => Before::Plus,
            None => Before::Start,
        };
        groups.push(Group { start, end: digits.len(), before });
        left = Some(at);
    }
    (digits, groups)
}

fn judge(digits: &[u8], groups: &[Group]) -> Option<Private> {
    let sizes = || groups.iter().map(|group| group.end - group.start);
    // "85.07.30-033.28", and the ways people shorten that.
    let shapes: [&[usize]; 5] = [&[11], &[6, 5], &[6, 3, 2], &[2, 2, 2, 5], &[2, 2, 2, 3, 2]];
    if shapes.iter().any(|shape| sizes().eq(shape.iter().copied())) && is_national(digits) {
        return Some(Private::NationalNumber);
    }
    // "4111 1111 1111 1111": no small group but the last.
    let last = groups.len() - 1;
    let large = sizes().enumerate().all(|(place, size)| size >= 4 || (place > 0 && place == last));
    (large && is_card(digits)).then_some(Private::CardNumber)
}

/// Eleven digits: day of birth (year, month, day), a number of that day, a check number.
fn is_national(digits: &[u8]) -> bool {
    let number = |from: usize, to: usize| {
        digits[from..to].iter().fold(0u64, |so_far, digit| so_far * 10 + u64::from(*digit))
    };
    let (year, month, day) = (number(0, 2), number(2, 4), number(4, 6));
    // Bis numbers: 20 more when the sex was not known, 40 more when it was. Unknown months and
    // days are zero.
    let dated = month < 60 && month % 20 <= 12 && day <= 31;
    // "32 47…" is a Belgian mobile number without its plus; nobody with such a bis number is
    // under ninety.
    let mobile = year == 32 && (45..=49).contains(&month);
    let counted = (1..=998).contains(&number(6, 9));
    let (body, check) = (number(0, 9), number(9, 11));
    // Births from 2000 on are counted with a 2 before the number.
    let sound = |body: u64| 97 - body % 97 == check;
    dated && !mobile && counted && (sound(body) || sound(2_000_000_000 + body))
}

/// A length and a beginning that cards have, and the check digit of Luhn.
fn is_card(digits: &[u8]) -> bool {
    let head = digits.iter().take(4).fold(0u32, |so_far, digit| so_far * 10 + u32::from(*digit));
    let length = digits.len();
    let issued = match head {
        // Visa.
        4000..=4999 => matches!(length, 13 | 16 | 19),
        // Mastercard.
        5100..=5599 | 2221..=2720 => length == 16,
        // Maestro, Bancontact, Discover, UnionPay; JCB.
        5000..=5099 | 5600..=6999 | 3528..=3589 => (16..=19).contains(&length),
        // American Express.
        3400..=3499 | 3700..=3799 => length == 15,
        // Diners Club.
        3000..=3099 | 3600..=3699 | 3800..=3999 => (14..=19).contains(&length),
        _ => false,
    };
    let sum = digits.iter().rev().enumerate().fold(0u32, |sum, (place, digit)| {
        let doubled = u32::from(*digit) << (place % 2);
        sum + doubled / 10 + doubled % 10
    });
    issued && sum.is_multiple_of(10)
}
