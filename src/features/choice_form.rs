//! One answer out of a few, changed in a form that opens under its button.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::Button,
        choice::{Choice, ChoiceOption},
        form::Form,
        unfold::Unfold,
    },
    i18n::text,
    platform::focus,
};

/// A button that opens the answers; choosing changes nothing until it is saved.
#[component]
pub fn ChoiceForm(
    /// The question.
    #[prop(into)]
    label: Signal<String>,
    /// The words on the button.
    #[prop(into)]
    button: Signal<String>,
    /// The answers.
    options: Signal<Vec<ChoiceOption>>,
    /// The answer as it is; empty while there is none.
    now: Memo<String>,
    /// Element id of the button, which takes the focus back.
    id: &'static str,
    /// Called with another answer.
    on_save: Callback<String>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let form = move || {
        let value = RwSignal::new(now.get_untracked());
        let save = move |()| {
            let chosen = value.get_untracked();
            open.set(false);
            focus::focus_soon(id);
            if !chosen.is_empty() && chosen != now.get_untracked() {
                on_save.run(chosen);
            }
        };
        view! {
            <Form on_submit=save>
                <Choice label=label options=options value=value columns=true/>
                <div><Button label=text(Key::ActionSave) submit=true/></div>
            </Form>
        }
    };
    view! {
        <div>
            <Unfold label=button open=open id=id>{form()}</Unfold>
        </div>
    }
}
