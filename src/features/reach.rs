//! How to reach somebody: telephone, e-mail and web page as links that a phone understands.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::icon::{Icon, IconName},
    i18n::{t, tf},
};

/// Fewest digits of a telephone number: the short ones of helplines.
const DIGITS_MIN: usize = 3;
/// Fewest digits when other words stand around: a house number is no telephone.
const DIGITS_AMONG_WORDS: usize = 8;

/// The first telephone number in a line of words, ready for `tel:`.
#[must_use]
pub fn phone_in(words: &str) -> Option<String> {
    let is_part = |sign: char| sign.is_ascii_digit() || " +./-()\u{a0}\u{202f}".contains(sign);
    let alone = words.chars().all(is_part);
    let fewest = if alone { DIGITS_MIN } else { DIGITS_AMONG_WORDS };
    words.split(|sign| !is_part(sign)).find_map(|run| {
        // "+32 (0)4": the zero in brackets is for callers from nearby.
        let run = if run.contains('+') { run.replace("(0)", "") } else { run.to_owned() };
        let number = run.trim_start_matches(|sign| sign != '+' && !char::is_ascii_digit(&sign));
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let plus = if number.starts_with('+') { "+" } else { "" };
        (fewest..=15).contains(&digits.len()).then(|| format!("{plus}{digits}"))
    })
}

/// The first e-mail address in a line of words.
#[must_use]
pub fn mail_in(words: &str) -> Option<String> {
    let trimmed = words.split_whitespace().map(|word| word.trim_matches([',', ';', '.', '<', '>']));
    let mut addresses = trimmed.filter(|word| {
        let fits = |sign: char| sign.is_ascii_alphanumeric() || ".-_+@".contains(sign);
        let (name, host) = word.split_once('@').unwrap_or_default();
        !name.is_empty() && host.contains('.') && !host.contains('@') && word.chars().all(fits)
    });
    addresses.next().map(str::to_owned)
}

/// "Appeler" and "Écrire" links for what stands in a line; nothing when it holds neither.
#[component]
pub fn ReachLinks(
    /// What somebody noted: a number, an address, a name.
    #[prop(into)]
    words: Signal<String>,
    /// Who is reached, for people who hear the link alone.
    #[prop(into)]
    who: Signal<String>,
) -> impl IntoView {
    let phone = Memo::new(move |_| words.with(|words| phone_in(words)));
    let mail = Memo::new(move |_| words.with(|words| mail_in(words)));
    move || {
        let phone = phone.get().map(|number| {
            let shown = number.clone();
            view! {
                <a class="link" href=format!("tel:{number}")>
                    <Icon name=IconName::Phone/>
                    <span>
                        {move || t(Key::ReachCall)} " " <span class="ltr">{shown}</span>
                        <span class="visually-hidden">" " <bdi>{who}</bdi></span>
                    </span>
                </a>
            }
        });
        let mail = mail.get().map(|address| {
            let shown = address.clone();
            view! {
                <a class="link" href=format!("mailto:{address}")>
                    <Icon name=IconName::Message/>
                    <span>{move || tf(Key::ReachWrite, &[("address", &shown)])}</span>
                </a>
            }
        });
        view! { {phone} {mail} }
    }
}

/// A link to a web page, which opens beside the app. Nothing while there is no address.
#[component]
pub fn WebLink(
    /// The address; only those of web pages are ever stored.
    #[prop(into)]
    href: Signal<String>,
) -> impl IntoView {
    move || {
        let href = href.get();
        let is_page = href.starts_with("https://") || href.starts_with("http://");
        is_page.then(|| {
            let host = host_of(&href).to_owned();
            view! {
                <a class="link" href=href target="_blank" rel="noopener noreferrer">
                    <Icon name=IconName::Globe/>
                    <span>{move || tf(Key::ReachOpen, &[("host", &host)])}</span>
                </a>
            }
        })
    }
}

/// "forem.be" of "https://www.forem.be/offre".
fn host_of(href: &str) -> &str {
    let rest = href.split_once("://").map_or(href, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_among_words() {
        let cases = [
            ("0800 35 123", Some("080035123")),
            ("107", Some("107")),
            ("+32 (0)4 223 45 67", Some("+3242234567")),
            ("Madame Peeters, 04/223.45.67", Some("042234567")),
            ("rue Haute 12, 4000 Liège", None),
            ("madame Peeters", None),
            ("", None),
        ];
        for (words, number) in cases {
            assert_eq!(phone_in(words).as_deref(), number, "{words}");
        }
    }

    #[test]
    fn addresses_are_found_among_words() {
        assert_eq!(mail_in("Ali, ali@forem.be."), Some("ali@forem.be".to_owned()));
        for words in ["", "ali", "a@b", "@forem.be", "a@b@c.be", "a?x@b.be"] {
            assert_eq!(mail_in(words), None, "{words}");
        }
    }

    #[test]
    fn a_host_is_short() {
        assert_eq!(host_of("https://www.forem.be/offre?x"), "forem.be");
        assert_eq!(host_of("https://economie.fgov.be"), "economie.fgov.be");
    }
}
