//! In which language a page answers: what the person chose, else what their browser asks for.

use super::cookies;
use axum::http::{HeaderMap, header};
use words::Lang;

/// The language that somebody chose on this device before.
#[must_use]
pub fn chosen(headers: &HeaderMap) -> Option<Lang> {
    cookies::value(headers, cookies::LANG).and_then(Lang::from_tag)
}

/// The language of a page for this request.
#[must_use]
pub fn of(headers: &HeaderMap) -> Lang {
    chosen(headers).or_else(|| preferred(headers)).unwrap_or_default()
}

/// The language that an address names with `?lang=`; French for any that we do not have.
#[must_use]
pub fn asked(tag: Option<&str>) -> Lang {
    tag.and_then(Lang::from_tag).unwrap_or_default()
}

/// The first of the browser's languages that we have, by its weights.
fn preferred(headers: &HeaderMap) -> Option<Lang> {
    let wishes = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut known: Vec<(f32, Lang)> = wishes
        .split(',')
        .filter_map(|wish| {
            let (tag, weight) = wish.split_once(";q=").unwrap_or((wish, "1"));
            let weight = weight.trim().parse::<f32>().unwrap_or(0.0);
            Lang::from_tag(tag.trim()).filter(|_| weight > 0.0).map(|lang| (weight, lang))
        })
        .collect();
    // Stable: of equal weights, the first one named wins.
    known.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    known.first().map(|(_, lang)| *lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn the_choice_wins_then_the_weights() {
        let cases = [
            (None, "nl-BE,fr;q=0.8", Lang::Nl),
            (None, "ti, en;q=0.5, nl;q=0.9", Lang::Nl),
            (None, "ar", Lang::Fr),
            (None, "fr;q=0, en", Lang::En),
            (Some("lang=en"), "nl", Lang::En),
            (Some("lang=xx"), "nl", Lang::Nl),
        ];
        for (cookie, accept, expected) in cases {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(accept));
            if let Some(cookie) = cookie {
                headers.insert(header::COOKIE, HeaderValue::from_static(cookie));
            }
            assert_eq!(of(&headers), expected, "{accept}");
        }
    }
}
