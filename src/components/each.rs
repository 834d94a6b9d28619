//! A list whose rows stay in the page while others come, go and move.

use std::hash::{DefaultHasher, Hash, Hasher};

use leptos::prelude::*;

/// A row that may be built.
struct Row {
    key: u64,
    build: Box<dyn FnOnce() -> AnyView + Send>,
}

/// What the rows are now.
type Rows = Box<dyn Fn() -> Vec<Row> + Send + Sync>;

/// Like `leptos::For`, which is compiled anew for each kind of row, 6 KB each: here once for all.
#[component]
pub fn Each<Items, Item, RowKey, View>(
    /// What the rows stand for.
    each: impl Fn() -> Items + Send + Sync + 'static,
    /// What tells a row from the others. Hashed: two of a list must differ, and in 64 bits they do.
    key: impl Fn(&Item) -> RowKey + Send + Sync + 'static,
    /// Builds a row.
    children: impl Fn(Item) -> View + Clone + Send + Sync + 'static,
) -> impl IntoView
where
    Items: IntoIterator<Item = Item>,
    Item: Send + 'static,
    RowKey: Hash,
    View: IntoView + 'static,
{
    let row = move |item| {
        let mut hasher = DefaultHasher::new();
        key(&item).hash(&mut hasher);
        let children = children.clone();
        Row { key: hasher.finish(), build: Box::new(move || children(item).into_any()) }
    };
    list(Box::new(move || each().into_iter().map(&row).collect()))
}

fn list(rows: Rows) -> AnyView {
    view! { <For each=rows key=|row| row.key children=|row| (row.build)()/> }.into_any()
}
