//! Two people wrote the same text from the same starting point: can both be kept in one text?
//!
//! Words are compared, not letters. When the two changed places that at least one untouched word
//! separates, both changes are kept and nobody is asked. When they touch or overlap, nothing is
//! guessed: the caller keeps both versions and people choose (design.md, conflict policy).

/// What became of two concurrent edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Merged {
    /// One text holds the words of both.
    Clean(String),
    /// They wrote in the same place; people must choose.
    Clash,
}

/// Merges `current` and `incoming`, both written from `base`.
#[must_use]
pub fn merge(base: &str, current: &str, incoming: &str) -> Merged {
    if current == base || incoming == current {
        return Merged::Clean(incoming.to_owned());
    }
    if incoming == base {
        return Merged::Clean(current.to_owned());
    }
    let (base, current, incoming) = (words(base), words(current), words(incoming));
    let theirs = Hunk::between(&base, &current);
    let ours = Hunk::between(&base, &incoming);
    let (first, second) = if theirs.end < ours.start {
        (theirs, ours)
    } else if ours.end < theirs.start {
        (ours, theirs)
    } else {
        return Merged::Clash;
    };
    let parts = [
        &base[..first.start],
        first.words,
        &base[first.end..second.start],
        second.words,
        &base[second.end..],
    ];
    Merged::Clean(parts.concat().concat())
}

/// The one stretch of `base` that an edit replaced, and what it put there.
struct Hunk<'a> {
    start: usize,
    end: usize,
    words: &'a [&'a str],
}

impl<'a> Hunk<'a> {
    fn between(base: &[&str], edited: &'a [&'a str]) -> Self {
        let shorter = base.len().min(edited.len());
        let head = base.iter().zip(edited).take_while(|(a, b)| a == b).count();
        let tail = base
            .iter()
            .rev()
            .zip(edited.iter().rev())
            .take(shorter - head)
            .take_while(|(a, b)| a == b)
            .count();
        Self { start: head, end: base.len() - tail, words: &edited[head..edited.len() - tail] }
    }
}

/// Words with the white space that follows them; a text is their concatenation.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut in_gap = false;
    for (index, character) in text.char_indices() {
        let gap = character.is_whitespace();
        if in_gap && !gap {
            words.push(&text[start..index]);
            start = index;
        }
        in_gap = gap;
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

#[cfg(test)]
mod tests;
