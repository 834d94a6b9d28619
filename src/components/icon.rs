//! One hand for all pictures: 24 px grid, 2 px line, the colour of the text beside them.

use leptos::prelude::*;

/// A picture; always with its word next to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named after what it shows")]
pub enum IconName {
    Alert,
    Back,
    Book,
    Briefcase,
    Calendar,
    Chart,
    Check,
    Clock,
    CloudOff,
    Cross,
    Down,
    Eye,
    Flag,
    Globe,
    Info,
    Lock,
    Menu,
    Message,
    Pair,
    Pencil,
    Person,
    Phone,
    Plus,
    Printer,
    Sound,
    Undo,
    Up,
}

impl IconName {
    const ALL: [Self; 27] = [
        Self::Alert,
        Self::Back,
        Self::Book,
        Self::Briefcase,
        Self::Calendar,
        Self::Chart,
        Self::Check,
        Self::Clock,
        Self::CloudOff,
        Self::Cross,
        Self::Down,
        Self::Eye,
        Self::Flag,
        Self::Globe,
        Self::Info,
        Self::Lock,
        Self::Menu,
        Self::Message,
        Self::Pair,
        Self::Pencil,
        Self::Person,
        Self::Phone,
        Self::Plus,
        Self::Printer,
        Self::Sound,
        Self::Undo,
        Self::Up,
    ];

    fn id(self) -> String {
        format!("icon-{}", self as u8)
    }

    /// Drawn as one path: short, and the same in light, dark and forced colours.
    fn path(self) -> &'static str {
        match self {
            Self::Alert => "M12 4l9 16H3zM12 10v4M12 17v.5",
            Self::Back => "M15 5l-7 7 7 7",
            Self::Book => "M12 6c-2-1-5-1-8-1v13c3 0 6 0 8 1 2-1 5-1 8-1V5c-3 0-6 0-8 1zM12 6v13",
            Self::Briefcase => "M4 7h16v12H4zM9 7V5h6v2M4 12h16",
            Self::Calendar => "M4 5h16v15H4zM4 10h16M8 3v4M16 3v4",
            Self::Chart => "M4 20h16M7 20v-6M12 20V8M17 20V4",
            Self::Check => "M5 12l5 5 9-10",
            Self::Clock => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2",
            Self::CloudOff => {
                "M8 8a5 5 0 0 0-1 10h10M11 6a5 5 0 0 1 6 5 3.500 3.500 0 0 1 3 6M4 4l16 16"
            }
            Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::Down => "M12 5v14M6 13l6 6 6-6",
            Self::Eye => {
                "M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z"
            }
            Self::Flag => "M5 21V4h13l-2 4 2 4H5",
            Self::Globe => {
                "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c5 6 5 12 0 18-5-6-5-12 0-18z"
            }
            Self::Info => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v6M12 7v.5",
            Self::Lock => "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3",
            Self::Menu => "M5 6h14M5 12h14M5 18h14",
            Self::Message => "M4 5h16v11H10l-5 4v-4H4z",
            Self::Pair => {
                "M8 6a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM16 6a3 3 0 0 1 0 6M3 19c0-3 2-5 5-5s5 2 5 5M15 14c3-1 6 2 6 5"
            }
            Self::Pencil => "M4 20l1-5L16 4l4 4L9 19zM13 7l4 4",
            Self::Person => "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM5 20c0-4 3-6 7-6s7 2 7 6",
            Self::Phone => "M7 3h10v18H7zM11 18h2",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Printer => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
            Self::Sound => "M4 9v6h4l5 4V5L8 9zM16 9c2 2 2 4 0 6M18.500 6.500c4 3.500 4 7.500 0 11",
            Self::Undo => "M9 6L4 11l5 5M4 11h10a5 5 0 0 1 0 9h-3",
            Self::Up => "M12 19V5M6 11l6-6 6 6",
        }
    }
}

/// The drawings, once per page; every [`Icon`] points into them.
///
/// As one text: views of two more kinds of elements would cost the first download 1 KB.
#[component]
pub fn IconSprite() -> impl IntoView {
    let mut symbols = String::new();
    for name in IconName::ALL {
        let (id, path) = (name.id(), name.path());
        symbols.extend([
            r#"<symbol id=""#,
            &id,
            r#"" viewBox="0 0 24 24"><path d=""#,
            path,
            r#""/></symbol>"#,
        ]);
    }
    view! { <svg hidden aria-hidden="true" inner_html=symbols></svg> }
}

/// One picture. Hidden from screen readers: the word beside it says the same.
#[component]
pub fn Icon(
    /// Which picture.
    name: IconName,
) -> impl IntoView {
    let class = if name == IconName::Back { "icon icon--mirror" } else { "icon" };
    view! {
        <svg class=class aria-hidden="true" focusable="false">
            <use href=format!("#{}", name.id())></use>
        </svg>
    }
}
