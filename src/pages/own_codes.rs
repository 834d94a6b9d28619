//! The cards a person wrote for the library.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        icon::IconName,
        link_button::LinkButton,
        page::{Back, Page},
    },
    features::codes::{hub::knows_a_trade, own::OwnCodes},
    i18n::text,
    pages::not_allowed::NotAllowedPage,
    paths::Path,
};

/// The list, and the way to a new one.
#[component]
pub fn OwnCodesPage() -> impl IntoView {
    if !knows_a_trade() {
        return view! { <NotAllowedPage/> }.into_any();
    }
    let actions = || {
        view! {
            <LinkButton
                label=text(Key::CodesWrite)
                href=Path::WriteCode.href()
                icon=IconName::Pencil
            />
        }
    };
    let back = Back { href: Path::Codes.href(), name: text(Key::CodesTitle) };
    view! { <Page title=text(Key::CodesOwnTitle) back=back actions=actions><OwnCodes/></Page> }
        .into_any()
}
