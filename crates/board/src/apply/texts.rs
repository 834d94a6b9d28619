//! What happens to a text that two people may write at the same time.

use crate::{
    entry::Version,
    id::PersonId,
    item::{Body, Item},
    merge::{Merged, merge},
    op::{Keep, TextField},
    time::Timestamp,
};

/// Takes in what `by` wrote, having read `base`.
pub(super) fn edit(
    item: &mut Item,
    by: PersonId,
    at: Timestamp,
    field: &TextField,
    base: &str,
    text: &str,
) {
    let maker = item.by;
    let Some(entry) = item.entry_mut(field) else { return };
    // Somebody whose version is waiting goes on writing it: still one waiting version.
    if entry.text != base
        && let Some(own) = entry.others.iter_mut().find(|own| own.by == by && own.text == base)
    {
        text.clone_into(&mut own.text);
        return;
    }
    let author = entry.by.unwrap_or(maker);
    match merge(base, &entry.text, text) {
        Merged::Clean(merged) => entry.text = merged,
        Merged::Clash => {
            let lost = std::mem::replace(&mut entry.text, text.to_owned());
            // Two clashes in one millisecond still need two names.
            let named = entry.others.last().map_or(at, |last| at.max(Timestamp(last.at.0 + 1)));
            entry.others.push(Version { text: lost, by: author, at: named });
        }
    }
    if entry.text == text {
        entry.by = (by != maker).then_some(by);
    }
    if let Body::Comment(comment) = &mut item.body {
        comment.edited = true;
    }
    unsign(item);
}

/// Takes in what `by` wrote into an item that turns out to be this one: no word is lost.
pub(super) fn join(item: &mut Item, by: PersonId, at: Timestamp, field: &TextField, text: &str) {
    let Some(entry) = item.entry_mut(field) else { return };
    if text.is_empty() || entry.text == text {
        return;
    }
    if entry.text.is_empty() {
        text.clone_into(&mut entry.text);
        entry.by = Some(by);
    } else {
        let named = entry.others.last().map_or(at, |last| at.max(Timestamp(last.at.0 + 1)));
        entry.others.push(Version { text: text.to_owned(), by, at: named });
    }
}

/// What was signed is no longer what stands there.
fn unsign(item: &mut Item) {
    if let Body::Agreement(agreement) = &mut item.body {
        agreement.signed.clear();
    }
}

/// Settles two versions that met.
pub(super) fn choose(item: &mut Item, field: &TextField, waiting: Timestamp, keep: &Keep) {
    let Some(entry) = item.entry_mut(field) else { return };
    let Some(place) = entry.others.iter().position(|version| version.at == waiting) else {
        return; // The other person settled it first.
    };
    let version = entry.others.remove(place);
    match keep {
        Keep::Shown | Keep::Other(_) => {}
        Keep::Waiting => {
            entry.text = version.text;
            entry.by = Some(version.by);
        }
        Keep::Both => {
            let gap = if field.is_long() { "\n\n" } else { " / " };
            entry.text = [version.text.as_str(), entry.text.as_str()].join(gap);
        }
    }
    if matches!(keep, Keep::Waiting | Keep::Both) {
        unsign(item);
    }
}
