//! Numbers that people really write, and properties over made-up ones.

use super::{Private::*, *};
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, expected: Option<Private>) {
    assert_eq!(find(text), expected, "{text}");
}

#[test]
fn national_numbers_are_found() {
    for text in [
        "85.07.30-033.28",
        "Mon numéro : 85073003328.",
        "NISS 850730-033-28, merci",
        "850730 03328",
        "85 07 30 033 28",
        "85.07.30 – 033.28",
        "né en 1985, 85.07.30-033.28",
        "numéro 4 85/07/30 033 28 fin",
        // Born in 2017.
        "17 07 30 033 84",
        // Bis numbers: sex not known (+20), sex known (+40).
        "50 20 00 001 25",
        "85.47.30-033.17",
        "شماره من ۸۵۰۷۳۰۰۳۳۲۸ است",
        "٨٥.٠٧.٣٠-٠٣٣.٢٨",
        "\u{200e}85.07.30-033.28\u{200f}",
    ] {
        check(text, Some(NationalNumber));
    }
}

#[test]
fn cards_are_found() {
    for text in [
        "4111 1111 1111 1111",
        "carte:4111-1111-1111-1111 exp 12/27",
        "5555555555554444",
        "2223003122003222",
        "378282246310005",
        "3782 822463 10005",
        "30569309025904",
        "4222222222222",
        "6703 4444 4444 4449",
        "6703 4444 4444 4444 1",
        "۴۱۱۱ ۱۱۱۱ ۱۱۱۱ ۱۱۱۱",
    ] {
        check(text, Some(CardNumber));
    }
}

#[test]
fn accounts_are_found() {
    for text in [
        "BE68 5390 0754 7034",
        "be68539007547034",
        "IBAN:BE68-5390-0754-7034.",
        "BE 68 539 0075470 34 merci",
        "sur BE68 5390 0754 7034 12 euros",
        "DE89 3704 0044 0532 0130 00",
        "FR14 2004 1010 0505 0001 3M02 606",
        "NL91ABNA0417164300",
        "GB29 NWBK 6016 1331 9268 19",
        "MT84MALT011000012345MTLCAST001S",
        "BE۶۸ ۵۳۹۰ ۰۷۵۴ ۷۰۳۴",
    ] {
        check(text, Some(BankAccount));
    }
}

#[test]
fn other_numbers_pass() {
    for text in [
        "",
        "0477 12 34 56",
        "0477/12.34.56 ou 04 223 12 34",
        "+32 477 12 34 56",
        "+32470011274 +32470123456",
        "0032 470 12 34 56",
        "0032470123456",
        "32470010151",
        "+4915123456789",
        "0477123456 0488123456",
        "le 12.05.2026 à 14 h 30",
        "12/05/2026 - 15/06/2026",
        "2023 2024 2025 2026",
        "2026-05-12T14:30:00",
        "BCE 0403.019.261",
        "KBO BE0403019261, TVA BE 0403.019.261",
        "2.123.456.789",
        "mon code : 4812 309 776",
        "4812309776",
        "+++090/9337/55493+++",
        "978-2-07-036822-8",
        "1700000000000",
        "850730033281",
        "185073003328",
        "1-850730-033-28",
        "85.07.30-033.29",
        "4111 1111 1111 1112",
        "BE69 5390 0754 7034",
        "BE68 5390 0754 7034A",
        "https://www.forem.be/offre/85073003328?x=4111111111111111",
        "www.ictjob.be/4111111111111111",
        "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
        "entre 1 000 000 000 000 et 2 000 000 000 000",
        "85.07.30\n033.28",
    ] {
        check(text, None);
    }
    // A company number and a postcode, whatever the two are.
    for postcode in 1000..9993 {
        check(&format!("BE 0403.019.261 {postcode} Liège"), None);
        check(&format!("BE0403019261 {postcode} Liège"), None);
    }
}

/// Text around a number that holds no digits and does not touch it.
fn around() -> impl Strategy<Value = String> {
    "([a-zàéîœ]{1,8}[ ,:(]){0,5}"
}

fn persian(text: &str) -> String {
    let turn = |sign: char| {
        let digit = sign.to_digit(10).and_then(|digit| char::from_u32(0x6f0 + digit));
        digit.unwrap_or(sign)
    };
    text.chars().map(turn).collect()
}

fn luhn(body: &str) -> u32 {
    let sum = body.chars().rev().enumerate().fold(0, |sum, (place, sign)| {
        let digit = sign.to_digit(10).unwrap();
        let weighed = if place % 2 == 0 { digit * 2 } else { digit };
        sum + weighed / 10 + weighed % 10
    });
    (10 - sum % 10) % 10
}

proptest! {
    /// Any national number is found, in any usual writing, wherever it stands.
    #[test]
    fn every_national_number(
        year in 0u64..2020, month in 1u64..=12, bis in prop::sample::select(vec![0u64, 20, 40]),
        day in 1u64..=31, count in 1u64..=998, writing in 0usize..5,
        before in around(), after in around(), old in any::<bool>(), far in any::<bool>()
    ) {
        prop_assume!(year % 100 != 32);
        let body = (year % 100) * 10_000_000 + (month + bis) * 100_000 + day * 1000 + count;
        let check = 97 - if old { body } else { body + 2_000_000_000 } % 97;
        let (year, month) = (year % 100, month + bis);
        let number = match writing {
            0 => format!("{body:09}{check:02}"),
            1 => format!("{year:02}.{month:02}.{day:02}-{count:03}.{check:02}"),
            2 => format!("{year:02}{month:02}{day:02}-{count:03}-{check:02}"),
            3 => format!("{year:02} {month:02} {day:02} {count:03} {check:02}"),
            _ => format!("{year:02}{month:02}{day:02} {count:03}{check:02}"),
        };
        let number = if far { persian(&number) } else { number };
        prop_assert_eq!(find(&format!("{before} {number} {after}")), Some(NationalNumber));
    }

    /// Any card of sixteen digits is found.
    #[test]
    fn every_card(
        head in prop::sample::select(vec!["4", "51", "55", "2500", "6703", "50"]),
        body in "[0-9]{15}", apart in prop::sample::select(vec!["", " ", "-", "."]),
        before in around(), after in around(), far in any::<bool>()
    ) {
        let body = format!("{head}{}", &body[head.len()..]);
        let full = format!("{body}{}", luhn(&body));
        let groups = [&full[..4], &full[4..8], &full[8..12], &full[12..]];
        let number = groups.join(apart);
        let number = if far { persian(&number) } else { number };
        prop_assert_eq!(find(&format!("{before} {number}, {after}")), Some(CardNumber));
    }

    /// Any Belgian account is found; with one digit changed it is not.
    #[test]
    fn every_belgian_account(
        body in 0u64..10_000_000_000, apart in prop::sample::select(vec!["", " ", "-"]),
        before in around(), after in around(), place in 0usize..12, other in 1u32..=9
    ) {
        let full = format!("{body:010}{:02}", match body % 97 { 0 => 97, rest => rest });
        // "BE" is 1114 in digits, and the check digits count as zero while they are computed.
        let check = 98 - (full.parse::<u128>().unwrap() * 1_000_000 + 111_400) % 97;
        let write = |full: &str| {
            let start = format!("BE{check:02}");
            format!("{before} {}", [&start, &full[..4], &full[4..8], &full[8..]].join(apart))
        };
        prop_assert_eq!(find(&format!("{} {after}", write(&full))), Some(BankAccount));
        let changed = full.chars().enumerate().map(|(at, sign)| {
            let digit = sign.to_digit(10).unwrap();
            char::from_digit(if at == place { (digit + other) % 10 } else { digit }, 10).unwrap()
        });
        prop_assert_ne!(find(&write(&changed.collect::<String>())), Some(BankAccount));
    }

    /// No telephone number alarms, alone or two in a row.
    #[test]
    fn no_telephone_number(
        network in 470u32..=499, rest in 0u32..1_000_000, twice in any::<bool>(), writing in 0usize..6
    ) {
        let (a, b, c) = (rest / 10_000, rest / 100 % 100, rest % 100);
        let number = match writing {
            0 => format!("0{network}{rest:06}"),
            1 => format!("0{network}/{a:02}.{b:02}.{c:02}"),
            2 => format!("+32 {network} {a:02} {b:02} {c:02}"),
            3 => format!("+32{network}{rest:06}"),
            4 => format!("0032{network}{rest:06}"),
            _ => format!("32{network}{rest:06}"),
        };
        let text = if twice { format!("{number} {number}") } else { number };
        prop_assert_eq!(find(&text), None);
    }

    /// Days and company numbers do not alarm.
    #[test]
    fn no_day_and_no_company(
        day in 1u32..=31, month in 1u32..=12, year in 1940u32..2100, company in 0u32..2_000_000_000
    ) {
        let (a, b, c) = (company / 1_000_000, company / 1000 % 1000, company % 1000);
        for text in [
            format!("{day:02}.{month:02}.{year}"),
            format!("{day:02}/{month:02}/{year} - {day:02}/{month:02}/{}", year + 1),
            format!("{year}-{month:02}-{day:02} {day:02}:{month:02}"),
            format!("{a:04}.{b:03}.{c:03}"),
            format!("BE{company:010}"),
        ] {
            prop_assert_eq!(find(&text), None, "{}", text);
        }
    }

    /// Any text at all is judged without a stumble.
    #[test]
    fn any_text(text in "\\PC{0,200}", digits in "[BE0-9 ./-]{0,120}") {
        let wordy = text.chars().filter(|sign| !sign.is_numeric()).collect::<String>();
        prop_assert_eq!(find(&wordy), None);
        let _ = find(&text).or_else(|| find(&digits));
    }
}

#[test]
fn what_is_refused_is_found_beside_an_account() {
    check("BE68 5390 0754 7034 et 85.07.30-033.28", Some(NationalNumber));
}
