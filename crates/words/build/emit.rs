//! Writes what the crate includes: the key type, the file names and the texts.

use std::fmt::Write as _;

use crate::catalogue::{FORM_SEPARATOR, Language, Part, Text};

const PARTS: [Part; 5] = [Part::First, Part::Board, Part::Pages, Part::Staff, Part::Server];

/// File name in `OUT_DIR` and its content.
pub fn files(languages: &[Language]) -> Vec<(String, String)> {
    let source = &languages[0];
    let mut files = vec![("keys.rs".to_owned(), keys(source))];
    let mut names = String::from("[\n");
    for language in languages {
        names.push_str("    [");
        for part in PARTS {
            let (tag, text) = (&language.tag, lines(language, part));
            let plain = name(part);
            // A changed text changes the name, so the file may be kept for ever by the browser.
            let hash = fnv1a(text.as_bytes());
            if part == Part::Server {
                // It has no address: the app need not carry one.
                names.push_str("\"\", ");
            } else {
                write!(names, "\"{tag}{plain}.{hash:016x}.txt\", ")
                    .expect("a String takes every write");
            }
            files.push((format!("{tag}{plain}.txt"), text));
        }
        names.push_str("],\n");
    }
    names.push_str("]\n");
    files.push(("names.rs".to_owned(), names));
    files
}

/// What the file of a part has in its name.
fn name(part: Part) -> &'static str {
    match part {
        Part::First => "",
        Part::Board => ".board",
        Part::Pages => ".pages",
        Part::Staff => ".staff",
        Part::Server => ".server",
    }
}

fn keys(source: &Language) -> String {
    let mut code = String::from(
        "/// Every text of the product, named by its place in `locales/`.\n\
         #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]\n#[repr(u16)]\npub enum Key {\n",
    );
    for ((_, key), text) in &source.texts {
        for form in text.forms() {
            let shown = form.replace('\n', " ").replace('[', "\\[").replace('<', "\\<");
            writeln!(code, "    /// {shown}\n    ///").expect("a String takes every write");
        }
        writeln!(code, "    {},", pascal(key)).expect("a String takes every write");
    }
    let counts = PARTS.map(|part| source.texts.keys().filter(|(of, _)| *of == part).count());
    let all: String = source.texts.keys().map(|(part, key)| format!("{part:?} {key}\n")).collect();
    writeln!(
        code,
        "}}\n\n/// How many texts each part has.\npub const COUNTS: [usize; 5] = {counts:?};\n\n\
         /// Names the keys and their places. A changed text leaves it as it is.\n\
         pub const SHAPE: &str = \"{:08x}\";",
        fnv1a(all.as_bytes()) as u32,
    )
    .expect("a String takes every write");
    code
}

/// `plan.add_step` becomes `PlanAddStep`.
fn pascal(key: &str) -> String {
    key.split(['.', '_'])
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters)
        })
        .collect()
}

fn lines(language: &Language, part: Part) -> String {
    let mut all = String::new();
    for (_, text) in language.texts.iter().filter(|((of, _), _)| *of == part) {
        let line = match text {
            Text::Plain(text) => text.clone(),
            Text::Plural(_) => text.forms().join(&FORM_SEPARATOR.to_string()),
        };
        all.push_str(&line.replace('\n', "\\n"));
        all.push('\n');
    }
    all
}

/// Small and the same on every machine, which `DefaultHasher` does not promise.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
