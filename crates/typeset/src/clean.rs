//! Takes out of a text what no page can show: control characters and switches of direction.

/// The most characters that surely fit on one line at the foot of a page.
pub const FOOT: usize = 60;

/// The text as it can be printed, without spaces at its ends. Line ends become `\n`.
pub fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut after_return = false;
    for character in text.chars() {
        match character {
            '\n' if after_return => {}
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                cleaned.push('\n');
            }
            '\t' => cleaned.push(' '),
            _ if is_unprintable(character) => {}
            _ => cleaned.push(character),
        }
        after_return = character == '\r';
    }
    cleaned.trim().to_owned()
}

/// The text on one line.
pub fn clean_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The beginning of a line, for the foot of a page. The whole line stands elsewhere.
pub fn shortened(line: &str, longest: usize) -> String {
    match line.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line.to_owned(),
    }
}

/// Control characters, byte order marks, values that Unicode keeps for no character, and the
/// embeddings and overrides of direction: they could turn the words of others around.
fn is_unprintable(character: char) -> bool {
    let code = u32::from(character);
    character.is_control()
        || matches!(character, '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{fff9}'..='\u{fffc}')
        || matches!(code, 0xfdd0..=0xfdef)
        || code & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_shown_goes_and_the_rest_stays() {
        let cases = [
            ("  a\r\nb\rc\u{2028}d  ", "a\nb\nc\nd"),
            ("\u{0}a\u{7}\tb\u{feff}\u{ffff}", "a b"),
            ("\u{202e}Asmae\u{202c}", "Asmae"),
            ("#let $x$ @y \\ <b>", "#let $x$ @y \\ <b>"),
            ("e\u{301} أسماء \u{200f}", "e\u{301} أسماء \u{200f}"),
        ];
        for (given, wanted) in cases {
            assert_eq!(clean(given), wanted, "{given:?}");
        }
        assert_eq!(clean_line(" a \n\n b\u{a0}c "), "a b c");
        assert_eq!([shortened("été", 3), shortened("été 26", 4)], ["été", "été…"]);
    }
}
