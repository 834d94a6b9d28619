//! The two cookies: who is signed in, and the language of pages before anyone is.

use crate::{sessions::Stay, site::Site};
use axum::http::{HeaderMap, HeaderValue, header};
use words::Lang;

/// Browsers only take a `__Host-` cookie when it is `Secure`, of this host alone, for every path.
/// They treat `http://localhost` as secure, so the name is the same everywhere.
pub const SESSION: &str = "__Host-s";
/// The language a person chose.
pub const LANG: &str = "lang";

const YEAR: i64 = 365 * 24 * 60 * 60;

/// The value of a cookie of the request.
#[must_use]
pub fn value<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value)
}

/// Signs the browser in. On a shared device it forgets when it is closed.
#[must_use]
pub fn sign_in(secret: &str, stay: Stay) -> HeaderValue {
    let age = match stay {
        Stay::Long => format!("; Max-Age={}", stay.idle() / 1000),
        Stay::Short => String::new(),
    };
    line(&format!("{SESSION}={secret}; Path=/; Secure; HttpOnly; SameSite=Lax{age}"))
}

/// Signs the browser out.
#[must_use]
pub fn sign_out() -> HeaderValue {
    line(&format!("{SESSION}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"))
}

/// Remembers a language. The app reads it before it knows who is signed in.
#[must_use]
pub fn language(lang: Lang, site: &Site) -> HeaderValue {
    let secure = if site.is_https() { "; Secure" } else { "" };
    line(&format!("{LANG}={}; Path=/; SameSite=Lax; Max-Age={YEAR}{secure}", lang.tag()))
}

fn line(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("tags and base64 are visible ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("a=1; __Host-s=xyz"));
        headers.append(header::COOKIE, HeaderValue::from_static("lang=nl"));
        assert_eq!(value(&headers, SESSION), Some("xyz"));
        assert_eq!(value(&headers, LANG), Some("nl"));
        assert_eq!(value(&headers, "b"), None);
    }
}
