//! The size of all text on this device.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::choice::{Choice, ChoiceOption},
    i18n::text,
    platform::{
        page,
        prefs::{self, Pref},
    },
};

/// Three sizes, shown at once and remembered on this device.
#[component]
pub fn TextSizeChoice() -> impl IntoView {
    let value = RwSignal::new(prefs::get(Pref::TextSize).unwrap_or_default());
    let options = vec![
        ChoiceOption::new("", text(Key::TextSizeNormal)),
        ChoiceOption::new("large", text(Key::TextSizeLarge)),
        ChoiceOption::new("larger", text(Key::TextSizeLarger)),
    ];
    let choose = |size: String| {
        prefs::set(Pref::TextSize, &size);
        page::set_text_size(&size);
    };
    view! {
        <Choice
            label=text(Key::TextSizeQuestion)
            options=options
            value=value
            columns=true
            on_choose=choose
        />
    }
}
