//! What can be pressed: buttons, links, dialogs, the way back.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        confirm_dialog::ConfirmDialog,
        disclosure::Disclosure,
        icon::IconName,
        language_switch::LanguageSwitch,
        link_button::LinkButton,
        undo_bar::UndoBar,
    },
    i18n::{t, text, tf},
    paths::Path,
};

/// Every kind of button, a confirmation, an undo bar, the languages.
#[component]
pub fn Actions() -> impl IntoView {
    let asking = RwSignal::new(false);
    let removed = RwSignal::new(false);
    let removed_text = || tf(Key::ObjectiveRemoved, &[("title", "Visiter une crèche")]);
    view! {
        <section class="stack">
            <h2>{move || t(Key::ObjectiveDetails)}</h2>
            <div class="row">
                <Button label=text(Key::ObjectiveAdd) icon=IconName::Plus/>
                <Button label=text(Key::ActionEdit) kind=ButtonKind::Quiet icon=IconName::Pencil/>
                <Button label=text(Key::ActionLater) kind=ButtonKind::Plain/>
                <Button
                    label=text(Key::ActionRemove)
                    kind=ButtonKind::Stop
                    on_press=move |()| asking.set(true)
                />
                <LinkButton
                    label=text(Key::WeekSeePlan)
                    href=Path::Gallery.href()
                    kind=ButtonKind::Quiet
                    icon=IconName::Flag
                />
            </div>
            <ConfirmDialog
                open=asking
                title=text(Key::ObjectiveRemoveConfirm)
                confirm_label=text(Key::ActionRemove)
                on_confirm=move |()| removed.set(true)
            />
            {move || removed.get().then(|| view! {
                <UndoBar
                    text=Signal::derive(removed_text)
                    on_undo=move |()| removed.set(false)
                    on_close=move |()| removed.set(false)
                />
            })}
            <Disclosure label=text(Key::ApplicationMoreDetails)>
                <p>{move || t(Key::ApplicationSourceHint)}</p>
            </Disclosure>
            <LanguageSwitch/>
        </section>
    }
}
