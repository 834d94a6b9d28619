//! A text cut into what is compared; the parts join back to the text.

/// Lines with their ends.
pub(super) fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// Words, the white space between them, line ends and punctuation.
pub(super) fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (index, sign) in text.char_indices() {
        let sort = Sort::of(sign);
        if last.is_some_and(|last| last != sort || sort == Sort::Alone) {
            words.push(&text[start..index]);
            start = index;
        }
        last = Some(sort);
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

#[derive(Clone, Copy, PartialEq)]
enum Sort {
    Blank,
    /// Never joined with what stands next to it.
    Alone,
    /// Letters, digits, and all that must stay with them: accents set apart, joiners, emoji.
    Word,
}

impl Sort {
    fn of(sign: char) -> Self {
        match sign {
            '\n' | '«' | '»' | '·' | '،' | '؛' | '؟' | '\u{2010}'..='\u{2027}' => Self::Alone,
            _ if sign.is_ascii_punctuation() => Self::Alone,
            _ if sign.is_whitespace() => Self::Blank,
            _ => Self::Word,
        }
    }
}
