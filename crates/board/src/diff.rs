//! What changed between two texts: two versions of a CV, for instance (features.md M16).
//!
//! Lines are compared first, then the words within the lines that differ, so that a moved comma
//! does not show a whole paragraph as new. The pieces always join back to both texts.

mod tokens;
mod walk;

use walk::walk;

/// What became of a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It is in both texts.
    Same,
    /// Only the old text has it.
    Removed,
    /// Only the new text has it.
    Added,
}

/// A stretch of text of one kind. Neighbours are of different kinds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What became of it.
    pub kind: Kind,
    /// The text itself, with its white space.
    pub text: String,
}

/// The pieces that lead from `old` to `new`, in reading order; what was removed stands before
/// what was put in its place.
///
/// Without what was added they are `old`, without what was removed they are `new`. Memory grows
/// with the length of the texts; so does the time, once the texts differ a lot.
#[must_use]
pub fn compare(old: &str, new: &str) -> Vec<Piece> {
    let mut parts = Vec::new();
    let (mut removed, mut added) = (String::new(), String::new());
    walk(&tokens::lines(old), &tokens::lines(new), &mut |kind, line| match kind {
        Kind::Removed => removed.push_str(line),
        Kind::Added => added.push_str(line),
        Kind::Same => {
            within(&mut parts, &mut removed, &mut added);
            push(&mut parts, kind, line);
        }
    });
    within(&mut parts, &mut removed, &mut added);
    readable(parts)
}

/// Compares the words of lines that differ, and empties both.
fn within(parts: &mut Vec<Piece>, removed: &mut String, added: &mut String) {
    walk(&tokens::words(removed), &tokens::words(added), &mut |kind, word| {
        push(parts, kind, word);
    });
    removed.clear();
    added.clear();
}

/// Adds to the last piece, or starts one. Between two same pieces, at most one is removed and one
/// is added, in this order.
fn push(parts: &mut Vec<Piece>, kind: Kind, text: &str) {
    if text.is_empty() {
        return;
    }
    let count = parts.len();
    let place = match (kind, &parts[..]) {
        (_, [.., last]) if last.kind == kind => count - 1,
        (Kind::Removed, [.., before, last])
            if last.kind == Kind::Added && before.kind == Kind::Removed =>
        {
            count - 2
        }
        (Kind::Removed, [.., last]) if last.kind == Kind::Added => {
            parts.insert(count - 1, Piece { kind, text: String::new() });
            count - 1
        }
        _ => {
            parts.push(Piece { kind, text: String::new() });
            count
        }
    };
    parts[place].text.push_str(text);
}

/// A space or a comma that happens to stay between two rewritten stretches makes them hard to
/// read: it is shown as rewritten with them.
fn readable(parts: Vec<Piece>) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(parts.len());
    for (place, part) in parts.iter().enumerate() {
        let changes = |kind| {
            let before = parts[..place].iter().rev().take_while(|part| part.kind != Kind::Same);
            let after = parts[place + 1..].iter().take_while(|part| part.kind != Kind::Same);
            before.chain(after).any(|part| part.kind == kind)
        };
        let inner = place > 0 && place + 1 < parts.len();
        let slight = !part.text.contains(|sign: char| sign == '\n' || sign.is_alphanumeric());
        if part.kind == Kind::Same
            && inner
            && slight
            && changes(Kind::Removed)
            && changes(Kind::Added)
        {
            push(&mut pieces, Kind::Removed, &part.text);
            push(&mut pieces, Kind::Added, &part.text);
        } else {
            push(&mut pieces, part.kind, &part.text);
        }
    }
    pieces
}

#[cfg(test)]
mod tests;
