//! How the style is written: every rule in a layer, logical properties only (a page in Arabic needs
//! no second style), and colours named once, in tokens.css.

use super::{File, Finding};

/// Physical properties and what replaces them is in the name of their logical twins.
const PHYSICAL: &[&str] = &[
    "border-bottom",
    "border-left",
    "border-right",
    "border-top",
    "bottom",
    "height",
    "left",
    "margin-bottom",
    "margin-left",
    "margin-right",
    "margin-top",
    "max-height",
    "max-width",
    "min-height",
    "min-width",
    "padding-bottom",
    "padding-left",
    "padding-right",
    "padding-top",
    "right",
    "top",
    "width",
];
const SIDED: &[&str] = &["text-align", "float", "clear"];
const COLOUR_FUNCTIONS: &[&str] = &["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "oklch("];
const COLOUR_NAMES: &[&str] = &["black", "white", "red", "green", "blue", "grey", "gray", "yellow"];
/// At-rules whose blocks hold declarations of their own and belong to no layer.
const LAYERLESS: &[&str] = &["@font-face", "@property", "@page", "@counter-style"];

/// The findings in one style file.
pub fn check(file: &File) -> Vec<Finding> {
    if !file.is("css") {
        return Vec::new();
    }
    let tokens = file.path.ends_with("/tokens.css");
    let mut findings = Vec::new();
    for piece in pieces(&file.text) {
        match piece {
            Piece::Rule { line, prelude, inside } => {
                let in_layer = inside.iter().any(|outer| outer.starts_with("@layer"));
                let needs_one = !prelude.starts_with('@');
                if needs_one && !in_layer && !is_layerless(&inside) {
                    findings.push(file.finding(line, format!("put `{prelude}` into a layer")));
                }
            }
            Piece::Declaration { line, property, value } => {
                if is_physical(&property, &value) {
                    findings.push(file.finding(line, format!("`{property}: {value}` is physical")));
                }
                if !tokens && has_colour(&value) {
                    findings
                        .push(file.finding(line, format!("`{value}`: colours live in tokens.css")));
                }
            }
        }
    }
    findings
}

fn is_layerless(inside: &[String]) -> bool {
    inside.iter().any(|outer| LAYERLESS.iter().any(|name| outer.starts_with(name)))
}

fn is_physical(property: &str, value: &str) -> bool {
    let name_is = PHYSICAL.iter().any(|physical| {
        property == *physical
            || property.strip_prefix(physical).is_some_and(|rest| rest.starts_with('-'))
    });
    name_is || (SIDED.contains(&property) && matches!(value, "left" | "right"))
}

fn has_colour(value: &str) -> bool {
    let hex = value.match_indices('#').any(|(at, _)| {
        let digits = value[at + 1..].chars().take_while(char::is_ascii_hexdigit).count();
        matches!(digits, 3 | 4 | 6 | 8)
    });
    let words = || value.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'));
    hex || COLOUR_FUNCTIONS.iter().any(|function| value.contains(function))
        || words().any(|word| COLOUR_NAMES.contains(&word))
}

/// One thing a style sheet says.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// A block opens: what stands before it and the blocks around it.
    Rule { line: usize, prelude: String, inside: Vec<String> },
    /// A property and its value.
    Declaration { line: usize, property: String, value: String },
}

/// Splits a style sheet; strings and parentheses may hold any character.
pub fn pieces(text: &str) -> Vec<Piece> {
    let (mut pieces, mut inside) = (Vec::new(), Vec::<String>::new());
    let (mut current, mut start, mut line) = (String::new(), 0, 0);
    let (mut quote, mut parentheses) = (None, 0_u32);
    for character in without_comments(text).chars() {
        if character == '\n' {
            line += 1;
        }
        match (quote, character) {
            (Some(open), _) if character == open => quote = None,
            (None, '"' | '\'') => quote = Some(character),
            (None, '(') => parentheses += 1,
            (None, ')') => parentheses = parentheses.saturating_sub(1),
            (None, '{' | '}' | ';') if parentheses == 0 => {
                let said = current.split_whitespace().collect::<Vec<_>>().join(" ");
                current.clear();
                if character == '{' {
                    let prelude = said.clone();
                    pieces.push(Piece::Rule { line: start, prelude, inside: inside.clone() });
                    inside.push(said);
                } else if let Some((property, value)) = said.split_once(':')
                    && !said.starts_with('@')
                {
                    let (property, value) = (property.trim().to_owned(), value.trim().to_owned());
                    pieces.push(Piece::Declaration { line: start, property, value });
                }
                if character == '}' {
                    inside.pop();
                }
                continue;
            }
            _ => {}
        }
        if current.trim().is_empty() {
            start = line;
        }
        current.push(character);
    }
    pieces
}

/// The text with comments taken out and its lines kept.
fn without_comments(text: &str) -> String {
    let mut parts = text.split("/*");
    let mut code = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (comment, rest) = part.split_once("*/").unwrap_or((part, ""));
        code.extend(comment.chars().filter(|c| *c == '\n'));
        code.push_str(rest);
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        check(&File::sample(path, text)).into_iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn catches_each_breach() {
        assert_eq!(lines("style/a.css", ".card { margin-inline: 0; }"), [1]);
        for bad in [
            "margin-left: 0",
            "width: 1rem",
            "border-top-color: currentColor",
            "text-align: right",
            "color: #fff",
            "color: rgb(0 0 0 / .5)",
            "background: white",
        ] {
            let text = format!("@layer base {{\n  p {{ {bad}; }}\n}}\n");
            assert_eq!(lines("style/a.css", &text), [2], "{bad}");
            let last = format!("@layer base {{\n  p {{ margin: 0; {bad} }}\n}}\n");
            assert_eq!(lines("style/a.css", &last), [2], "{bad} as the last declaration");
        }
    }

    #[test]
    fn leaves_good_style_alone() {
        let good = "@layer reset, base;\n/* width: 1px; #fff */\n@layer base {\n\
                    @media (min-width: 40rem) { p:hover { line-height: 1; color: var(--ink); } }\n\
                    a { background: url(\"data:a;left:1\"); white-space: nowrap; }\n}\n\
                    @page { margin: 1cm; }\n";
        assert!(lines("style/a.css", good).is_empty());
        let token = "@layer tokens { :root { --ink: #222; } }";
        assert!(lines("style/tokens.css", token).is_empty());
    }
}
