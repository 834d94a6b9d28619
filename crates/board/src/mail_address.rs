//! What an e-mail address looks like. Whether it exists, only a letter can tell.

/// Longest address that can be written to (RFC 5321).
pub const ADDRESS_MAX: usize = 254;
/// Longest part before the `@`.
const LOCAL_MAX: usize = 64;

/// The address in what was typed, when it looks like one that letters can reach.
#[must_use]
pub fn parse_address(typed: &str) -> Option<String> {
    let address = typed.trim();
    let (local, domain) = address.split_once('@')?;
    let is_local = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let names = domain.split('.').collect::<Vec<_>>();
    let fits = |name: &&str| {
        (1..=63).contains(&name.len())
            && name.chars().all(is_name)
            && !name.starts_with('-')
            && !name.ends_with('-')
    };
    let sound = (1..=LOCAL_MAX).contains(&local.len())
        && local.chars().all(is_local)
        && local.split('.').all(|part| !part.is_empty())
        && names.len() >= 2
        && names.iter().all(fits)
        && address.len() <= ADDRESS_MAX;
    sound.then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_people_have_are_taken() {
        for typed in ["cecile@example.be", " c.d+x@mail.example.org ", "o'neil@a-b.example"] {
            assert_eq!(parse_address(typed).as_deref(), Some(typed.trim()), "{typed}");
        }
    }

    #[test]
    fn what_no_letter_reaches_is_not() {
        let long = format!("{}@example.be", "x".repeat(65));
        let longer = format!("c@{}be", "abcdefghi.".repeat(26));
        for typed in [
            "",
            "cecile",
            "@example.be",
            "cecile@",
            "cecile@localhost",
            "a b@example.be",
            "a@b@example.be",
            "a..b@example.be",
            ".a@example.be",
            "a@example..be",
            "a@-example.be",
            "a@example.be\r\nBcc: b@example.be",
            "a@example.be, b@example.be",
            "<a@example.be>",
            "céc@example.be",
            &long,
            &longer,
        ] {
            assert_eq!(parse_address(typed), None, "{typed}");
        }
    }
}
