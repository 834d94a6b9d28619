//! The pictures of the app that these pages use, drawn where they stand.

use maud::{Markup, html};

/// A picture; always with its word next to it.
#[derive(Clone, Copy)]
pub(in crate::pages) enum Icon {
    Briefcase,
    Calendar,
    Check,
    Flag,
    Lock,
    Menu,
    Phone,
    Printer,
}

/// Hidden from screen readers: the word beside it says the same.
pub(in crate::pages) fn icon(which: Icon) -> Markup {
    let path = match which {
        Icon::Briefcase => "M4 7h16v12H4zM9 7V5h6v2M4 12h16",
        Icon::Calendar => "M4 5h16v15H4zM4 10h16M8 3v4M16 3v4",
        Icon::Check => "M5 12l5 5 9-10",
        Icon::Flag => "M5 21V4h13l-2 4 2 4H5",
        Icon::Lock => "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3",
        Icon::Menu => "M5 6h14M5 12h14M5 18h14",
        Icon::Phone => "M7 3h10v18H7zM11 18h2",
        Icon::Printer => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
    };
    html! {
        svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false" { path d=(path) {} }
    }
}
