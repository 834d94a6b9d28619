//! Letters that a PDF shows as a box: said beside its download, while they can still be written
//! another way.

use board::protocol::account::MissingLetters;
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::files,
    components::notice::{Notice, NoticeKind},
    i18n::{t, tf},
};

/// Most letters that are asked about at once.
const MOST: usize = 500;

/// Says which letters of the text the PDF will lack; nothing while it lacks none.
#[component]
pub fn LettersNotice(
    /// What will stand on the page.
    text: Memo<String>,
) -> impl IntoView {
    let unusual = Memo::new(move |_| text.with(|text| unusual(text)));
    let missing = RwSignal::new(String::new());
    Effect::new(move |_| {
        let asked = unusual.get();
        if asked.is_empty() {
            missing.set(String::new());
            return;
        }
        spawn_local(async move {
            // Without a network there is no PDF to warn of.
            let Ok(MissingLetters { letters }) = files::missing_letters(&asked).await else {
                return;
            };
            if unusual.try_get_untracked() == Some(asked) {
                missing.try_set(letters);
            }
        });
    });
    move || {
        let letters = missing.with(|missing| spaced(missing));
        (!letters.is_empty()).then(|| {
            view! {
                <Notice kind=NoticeKind::Attend>
                    <p>{move || tf(Key::MissingLettersWhich, &[("letters", &letters)])}</p>
                    <p>{move || t(Key::MissingLettersDo)}</p>
                </Notice>
            }
        })
    }
}

/// The letters of other scripts and the pictures, each once: only they can be missing.
fn unusual(text: &str) -> String {
    let mut letters: Vec<char> = text.chars().filter(|letter| *letter > '\u{24f}').collect();
    // Dashes, quotes and the sign of the euro are in every font.
    letters.retain(|letter| !matches!(*letter, '\u{2010}'..='\u{2027}' | '\u{202f}' | '€'));
    letters.sort_unstable();
    letters.dedup();
    letters.into_iter().take(MOST).collect()
}

fn spaced(letters: &str) -> String {
    letters.chars().map(String::from).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_other_scripts_are_asked_about() {
        assert_eq!(unusual("Zoë – « 2 500 € »… d’Œuvre"), "");
        assert_eq!(
            unusual("ሰላም Asmae ሰ"),
            "ሰላም"
                .chars()
                .collect::<std::collections::BTreeSet<_>>()
                .into_iter()
                .collect::<String>()
        );
        assert_eq!(spaced("ላም"), "ላ ም");
    }
}
