//! Bank accounts: IBANs of any country (ISO 13616), their check number modulo 97.

use super::gap;

/// Country and length, in the order of the alphabet: the SWIFT registry (release 99), then the
/// countries that use IBANs without being in it.
const LENGTHS: &str = "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27\
    DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27\
    JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24\
    PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24\
    XK20YE30\
    AO25BF28BJ28CF27CG27CI28CM27CV25DZ26GA27GQ27GW25IR26KM27MA28MG27ML28MZ25NE28SN28TD27TG28";

/// Fewest digits of an account number. Prose that starts like one has fewer.
const DIGITS_MIN: u32 = 10;

/// Puts line ends in the place of all account numbers; whether there was one.
pub(super) fn cut_out(signs: &mut [char]) -> bool {
    let mut found = false;
    for at in 0..signs.len() {
        let starts = at == 0 || !signs[at - 1].is_alphanumeric();
        if starts
            && signs[at].is_ascii_alphabetic()
            && let Some(end) = end_of(signs, at)
        {
            signs[at..end].fill('\n');
            found = true;
        }
    }
    found
}

/// Where the account number that starts here ends; `None` when none starts here.
fn end_of(signs: &[char], start: usize) -> Option<usize> {
    let length = signs.get(start..start + 2).and_then(length_of)?;
    let (mut at, mut digits) = (start, 0);
    // Before which characters of the account number there is a gap, as bits.
    let mut gaps = 0u64;
    let (mut country, mut check, mut body) = (0, 0, 0);
    for place in 0..length {
        if place > 0 {
            let long = gap(signs, at)?;
            gaps |= u64::from(long > 0) << place;
            at += long;
        }
        let value = signs.get(at)?.to_digit(36)?;
        match place {
            0 | 1 => country = append(country, value),
            2 | 3 if value > 9 => return None,
            2 | 3 => check = append(check, value),
            _ => body = append(body, value),
        }
        digits += u32::from(value < 10);
        at += 1;
    }
    let ends = signs.get(at).is_none_or(|sign| !sign.is_alphanumeric());
    // ISO 7064: the country's four digits and the two check digits count at the end.
    let sound = (body * 1_000_000 + country * 100 + check) % 97 == 1;
    (ends && sound && digits >= DIGITS_MIN && !is_company(gaps)).then_some(at)
}

fn length_of(country: &[char]) -> Option<u32> {
    let found = LENGTHS.as_bytes().chunks_exact(4).find(|entry| {
        entry.iter().zip(country).all(|(byte, sign)| char::from(*byte) == sign.to_ascii_uppercase())
    })?;
    Some(u32::from(found[2] - b'0') * 10 + u32::from(found[3] - b'0'))
}

/// The number so far, modulo 97, with one more digit or letter.
fn append(so_far: u32, value: u32) -> u32 {
    (so_far * if value < 10 { 10 } else { 100 } + value) % 97
}

/// "BE 0403.019.261 4000 Liège": a company number, and by chance four digits after it.
fn is_company(gaps: u64) -> bool {
    let first = gaps >> 3;
    let at = |place: u32| 1 << (place - 3);
    first.trailing_zeros() == 12 - 3 || first & 0b11_1111_1111 == at(6) | at(9) | at(12)
}
