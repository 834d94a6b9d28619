//! Both people wrote at the same time: nothing is lost, and one press decides.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        avatar::Avatar,
        button::{Button, ButtonKind},
    },
    i18n::{t, text},
};

/// What the person keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptVersion {
    /// Mine and theirs, one after the other.
    Both,
    /// My words.
    Mine,
    /// The other person's words.
    Theirs,
}

/// Two texts with their authors' names, and three buttons. A group named by its heading.
#[component]
pub fn TwoVersions(
    /// My words.
    #[prop(into)]
    mine: Signal<String>,
    /// The other person's words.
    #[prop(into)]
    theirs: Signal<String>,
    /// The other person's name.
    #[prop(into)]
    other_name: Signal<String>,
    /// True when one person wrote both, on two devices: the earlier words then stand first, at
    /// the place of "theirs".
    #[prop(optional)]
    same_writer: bool,
    /// Called with the choice.
    #[prop(into)]
    on_keep: Callback<KeptVersion>,
) -> impl IntoView {
    let button = move |key, kind, kept| {
        view! { <Button label=text(key) kind=kind on_press=move |()| on_keep.run(kept)/> }
    };
    let pick = move |two_writers, one_writer| if same_writer { one_writer } else { two_writers };
    let title = pick(Key::VersionsTitle, Key::VersionsSameTitle);
    let first = if same_writer {
        view! { <p class="muted">{move || t(Key::VersionsEarlier)}</p> }.into_any()
    } else {
        view! { <p class="muted"><bdi>{other_name}</bdi></p> }.into_any()
    };
    let second = pick(Key::VersionsMineLabel, Key::VersionsLater);
    let keep_mine = pick(Key::VersionsMine, Key::VersionsKeepLater);
    let keep_theirs = pick(Key::VersionsTheirs, Key::VersionsKeepEarlier);
    view! {
        <section class="card card--other" aria-label=move || t(title)>
            <div class="row row--still">
                <Avatar name=other_name other=true/>
                <h3>{move || t(title)}</h3>
            </div>
            <p>{move || t(Key::VersionsLead)}</p>
            <div class="stack stack--tight">
                {first}
                <p class="version version--other" dir="auto">{theirs}</p>
                <p class="muted">{move || t(second)}</p>
                <p class="version" dir="auto">{mine}</p>
            </div>
            <div class="row">
                {button(Key::VersionsBoth, ButtonKind::Main, KeptVersion::Both)}
                {button(keep_mine, ButtonKind::Quiet, KeptVersion::Mine)}
                {button(keep_theirs, ButtonKind::Quiet, KeptVersion::Theirs)}
            </div>
        </section>
    }
}
