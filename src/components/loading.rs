//! Words while something is on its way.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::icon::{Icon, IconName},
    i18n::t,
};

/// Says that we wait. No spinner: nothing turns for nothing.
#[component]
pub fn Loading() -> impl IntoView {
    view! {
        <p class="loading">
            <Icon name=IconName::Clock/>
            <span>{move || t(Key::AppLoading)}</span>
        </p>
    }
}
