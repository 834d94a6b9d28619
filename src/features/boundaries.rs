//! What is better left out of any free text, said quietly beside it (features.md T16). Numbers that
//! are plainly a national or card number are refused by the domain itself.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::icon::{Icon, IconName},
    i18n::t,
};

/// One quiet line under an area for free text.
#[component]
pub fn BoundariesLine() -> impl IntoView {
    view! {
        <p class="muted boundaries no-print">
            <Icon name=IconName::Info/>
            <span>{move || t(Key::BoundariesLine)}</span>
        </p>
    }
}
