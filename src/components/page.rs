//! What every page shares: its title, its one heading, and where the focus goes.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::icon::{Icon, IconName},
    i18n::{t, tf},
    platform::{focus, page as window_page},
};

/// The id of the heading; there is one per page.
const HEADING: &str = "page-title";

/// Where the back link leads, and what that page is called.
#[derive(Clone)]
pub struct Back {
    /// Address, from `paths`.
    pub href: String,
    /// Name of the page.
    pub name: Signal<String>,
}

/// Sets the title of the tab, then moves the focus to the one `h1`, except on the first page.
///
/// The order matters: a screen reader reads the title as it is when the focus arrives. Order in
/// the page: back link, error summary, heading, content, and at the end side what goes with it.
#[component]
pub fn Page(
    /// The question or place; also the title of the tab.
    #[prop(into)]
    title: Signal<String>,
    /// A sentence under the heading.
    #[prop(optional, into)]
    lead: Option<Signal<String>>,
    /// The page before this one.
    #[prop(optional, into)]
    back: Option<Back>,
    /// True while errors stand: the title then starts with "Error: ".
    #[prop(optional, into)]
    has_errors: Signal<bool>,
    /// The error summary of the page's form.
    #[prop(optional, into)]
    summary: Option<ViewFn>,
    /// Actions beside the heading.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
    /// A second column where there is room: the conversation.
    #[prop(optional, into)]
    side: Option<ViewFn>,
    /// The content.
    children: Children,
) -> impl IntoView {
    Effect::new(move |_| {
        let prefix = if has_errors.get() { t(Key::AppErrorPrefix) } else { String::new() };
        window_page::set_title(&format!("{prefix}{} – {}", title.get(), t(Key::AppName)));
    });
    Effect::new(|_| {
        if !window_page::is_first_opened() {
            focus::focus_now(HEADING);
        }
    });
    let back = back.map(|Back { href, name }| {
        view! {
            // On paper it leads nowhere.
            <a class="link no-print" href=href>
                <Icon name=IconName::Back/>
                <span>{move || name.with(|name| tf(Key::AppBackTo, &[("page", name)]))}</span>
            </a>
        }
        .into_any()
    });
    let columns = if side.is_some() { "page__columns" } else { "stack" };
    view! {
        <div class="page">
            {back}
            {summary.map(|summary| summary.run())}
            <div class="page__head row row--between">
                <div>
                    <h1 id=HEADING tabindex="-1" dir="auto">{title}</h1>
                    {lead.map(|lead| view! { <p class="page__lead">{lead}</p> }.into_any())}
                </div>
                {actions.map(|actions| view! { <div class="row">{actions.run()}</div> }.into_any())}
            </div>
            <div class=columns>
                <div class="stack">{children()}</div>
                {side.map(|side| view! { <div class="stack">{side.run()}</div> }.into_any())}
            </div>
        </div>
    }
}
