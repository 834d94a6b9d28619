//! Which part of the browser app may use which: pages → features → components; features → state →
//! api → platform. Never upward, so that each part can be read and tested with what lies below it.

use super::{File, Finding, code_of, has_word};

/// A layer, the layers it may use besides itself, and whether it may see the domain crate.
const LAYERS: &[(&str, &[&str], bool)] = &[
    ("pages", &["features", "components", "state", "i18n", "platform"], true),
    ("features", &["components", "state", "api", "i18n", "platform"], true),
    ("components", &["i18n", "platform"], false),
    ("state", &["api", "i18n", "platform"], true),
    ("api", &["i18n", "platform"], true),
    ("i18n", &["platform"], true),
    ("platform", &[], true),
];
const BROWSER: &[&str] = &["web_sys", "js_sys", "wasm_bindgen"];

/// The findings in one file.
pub fn check(file: &File) -> Vec<Finding> {
    let Some(inside) = file.path.strip_prefix("src/").filter(|_| file.is("rs")) else {
        return Vec::new();
    };
    let layer = layer_of(inside);
    let mut findings = Vec::new();
    for (number, target) in uses(&file.text) {
        let Some((from, allowed, _)) = layer else { continue };
        let known = LAYERS.iter().any(|(name, ..)| *name == target);
        if known && target != *from && !allowed.contains(&target.as_str()) {
            findings.push(file.finding(number, format!("{from} may not use {target}")));
        }
    }
    let in_platform = layer.is_some_and(|(name, ..)| *name == "platform") || inside == "main.rs";
    for (number, line) in file.text.lines().map(code_of).enumerate() {
        if !in_platform && BROWSER.iter().any(|name| has_word(line, name)) {
            findings.push(file.finding(number, "the browser's own API belongs into src/platform"));
        }
        let sees_domain = layer.is_none_or(|(.., domain)| *domain);
        if !sees_domain && (line.contains("use board::") || line.contains(" board::")) {
            findings
                .push(file.finding(number, "components know no board: pass values and callbacks"));
        }
    }
    findings
}

fn layer_of(inside: &str) -> Option<&'static (&'static str, &'static [&'static str], bool)> {
    let first = inside.split('/').next()?.trim_end_matches(".rs");
    LAYERS.iter().find(|(name, ..)| *name == first)
}

/// The first segment after every `crate::`, braces included, with the line it stands on.
fn uses(text: &str) -> Vec<(usize, String)> {
    let code: Vec<&str> = text.lines().map(code_of).collect();
    let mut uses = Vec::new();
    for (number, line) in code.iter().enumerate() {
        for (at, found) in line.match_indices("crate::") {
            let after = &line[at + found.len()..];
            if after.starts_with('{') {
                let rest: String = [&[after], &code[number + 1..]].concat().join("\n");
                uses.extend(braced(&rest).into_iter().map(|name| (number, name)));
            } else {
                uses.push((number, segment(after)));
            }
        }
    }
    uses
}

/// The names at the first level of `{a::b, c::{d, e}, f}`.
fn braced(text: &str) -> Vec<String> {
    let (mut depth, mut start, mut names) = (0, true, Vec::new());
    for (at, character) in text.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => start = true,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if start && depth == 1 && (character.is_alphanumeric() || character == '_') {
            names.push(segment(&text[at..]));
            start = false;
        }
    }
    names
}

fn segment(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(path: &str, text: &str) -> Vec<String> {
        check(&File::sample(path, text)).into_iter().map(|finding| finding.rule).collect()
    }

    #[test]
    fn catches_every_upward_edge() {
        let state = "use crate::state::Session;";
        assert_eq!(rules("src/components/card.rs", state), ["components may not use state"]);
        assert_eq!(rules("src/platform/db.rs", "crate::api::get();"), ["platform may not use api"]);
        assert_eq!(rules("src/api.rs", "use crate::pages::Week;"), ["api may not use pages"]);
        let braced = "use crate::{\n    i18n::t,\n    state::{board, pages},\n};";
        assert_eq!(rules("src/components/card.rs", braced), ["components may not use state"]);
        assert_eq!(rules("src/components/card.rs", "use board::Item;").len(), 1);
        assert_eq!(rules("src/pages/week.rs", "use web_sys::Element;").len(), 1);
        assert_eq!(rules("src/app.rs", "leptos::web_sys::window()").len(), 1);
    }

    #[test]
    fn leaves_downward_edges_alone() {
        let text = "//! See crate::pages.\nuse crate::{components::Card, state::Session};";
        assert!(rules("src/features/plan.rs", text).is_empty());
        assert!(rules("src/platform/db.rs", "use wasm_bindgen::JsValue;").is_empty());
        assert!(rules("src/app.rs", "use crate::pages::Week;").is_empty());
        assert!(rules("crates/server/src/main.rs", "use crate::pages::Week;").is_empty());
    }
}
