//! Fits the app's one page to a language, and finds what the policy must let run in it.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use words::{Lang, Part};

/// How the build begins what it says of the app's parts.
const PARTS: &str = "<link rel=modulepreload";

/// `index.html` with the language on `<html>`, the names of all texts, and its own fetched at once.
///
/// Without the preload the texts would only be asked for once the app runs: one round trip later.
/// With the names here and not in the app, a changed text leaves the app as it is on every phone.
/// `build` tells the page which one it is of.
pub(super) fn in_language(html: &str, lang: Lang, build: &str) -> String {
    let preload = format!(
        "<meta name=\"words\" content=\"{}\">\
         <link rel=\"preload\" as=\"fetch\" crossorigin href=\"/words/{}\">",
        words::file_names(),
        words::file_name(lang, Part::First)
    );
    let (before, rest) = html.split_once("<html").unwrap_or(("", html));
    let (_, rest) = rest.split_once('>').unwrap_or(("", rest));
    let (tag, dir) = (lang.tag(), lang.dir());
    let mark = if build.is_empty() { String::new() } else { format!(" data-build=\"{build}\"") };
    let tag = format!("<html lang=\"{tag}\" dir=\"{dir}\"{mark}>");
    // Before the large part of the app: they would wait for its last byte.
    match rest.find(PARTS).or_else(|| rest.find("</head>")) {
        Some(at) => format!("{before}{tag}{}{preload}{}", &rest[..at], &rest[at..]),
        None => format!("{before}{tag}{rest}"),
    }
}

/// Where the app puts its pages, as it is written and as Trunk shortens it.
const PLACES: [&str; 2] = ["<div id=\"app\">", "<div id=app>"];

/// The page with what can be read until the app is there: a title, then what stands before the app.
pub(super) fn around(html: &str, page: &str) -> Option<String> {
    let (title, page) = page.split_once("</title>")?;
    let (before, rest) = html.split_once("<title>")?;
    let (_, rest) = rest.split_once("</title>")?;
    let (head, app) = rest.split_at(PLACES.iter().find_map(|place| rest.find(place))?);
    Some(format!("{before}{title}</title>{head}{page}{app}"))
}

/// CSP hashes of the elements that stand in the page itself, in their order.
pub(super) fn inline_hashes(html: &str, element: &str) -> Vec<String> {
    let (open, close) = (format!("<{element}"), format!("</{element}>"));
    let mut hashes = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once(&open) {
        let Some((attributes, body)) = after.split_once('>') else { break };
        let Some((content, tail)) = body.split_once(&close) else { break };
        if !attributes.contains(" src=") {
            hashes.push(csp_hash(content));
        }
        rest = tail;
    }
    hashes
}

/// The content of an element, as the policy names it.
pub(crate) fn csp_hash(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<!doctype html><html lang=\"fr\"><head><style>a{}</style>\
        <script type=\"module\">run()</script><script src=\"/x.js\"></script></head></html>";

    #[test]
    fn the_language_and_its_texts_stand_in_the_page() {
        let page = in_language(HTML, Lang::Nl, "abc");
        let begin = "<!doctype html><html lang=\"nl\" dir=\"ltr\" data-build=\"abc\"><head>";
        assert!(page.starts_with(begin), "{page}");
        assert!(
            page.contains(&format!("href=\"/words/{}\"", words::file_name(Lang::Nl, Part::First)))
        );
        assert!(page.contains(words::file_name(Lang::En, Part::Staff)), "{page}");
    }

    #[test]
    fn what_can_be_read_stands_before_the_app() {
        for app in ["<div id=app></div>", "<div id=\"app\"></div>"] {
            let html = format!("<head><title>P</title></head><body><p>…</p>{app}</body>");
            let page = around(&html, "<title>Semaine</title><main>Bonjour</main>");
            let whole = format!(
                "<head><title>Semaine</title></head><body><p>…</p><main>Bonjour</main>{app}</body>"
            );
            assert_eq!(page, Some(whole));
        }
        assert_eq!(around("<title>P</title><body></body>", "<title>S</title>"), None);
    }

    #[test]
    fn the_texts_are_asked_for_before_the_parts_of_the_app() {
        let html = HTML.replacen("<script", "<link rel=modulepreload href=/a.js><script", 1);
        let page = in_language(&html, Lang::Fr, "");
        assert!(page.find("/words/") < page.find(PARTS), "{page}");
        assert!(page.contains("</style><meta name=\"words\""), "{page}");
    }

    #[test]
    fn what_stands_in_the_page_is_hashed() {
        assert_eq!(inline_hashes(HTML, "script"), [csp_hash("run()")]);
        assert_eq!(inline_hashes(HTML, "style"), [csp_hash("a{}")]);
        // The empty string's, as browsers print it.
        assert_eq!(csp_hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
