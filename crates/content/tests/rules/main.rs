//! One test binary for the shipped content: what must be there, how it reads, what the search finds.

mod catalogue;
mod directory;
mod library;
mod search;
mod trades;
mod wording;

use std::collections::BTreeSet;

/// Every name once.
fn assert_unique<'a>(names: impl IntoIterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    for name in names {
        assert!(seen.insert(name), "{name} twice");
    }
}
