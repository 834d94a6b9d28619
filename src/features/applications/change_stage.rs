//! Every stage of an application to choose from, the ends included, none of them a failure.

use crate::{
    components::{button::Button, choice::Choice, form::Form, unfold::Unfold},
    features::applications::stages::stage_options,
    i18n::text,
    platform::focus,
};
use board::application::Stage;
use leptos::prelude::*;
use words::Key;

const BUTTON: &str = "change-stage";

/// A button that opens the list; choosing changes nothing until it is saved.
#[component]
pub(super) fn ChangeStage(
    /// Where the application stands.
    stage: Memo<Option<Stage>>,
    /// Called with another stage.
    on_change: Callback<Stage>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let form = move || {
        let now = stage.get_untracked().map(|stage| stage.as_str().to_owned());
        let value = RwSignal::new(now.unwrap_or_default());
        let save = move |()| {
            let chosen = Stage::from_word(&value.get_untracked());
            open.set(false);
            focus::focus_soon(BUTTON);
            if chosen.is_known() && stage.get_untracked().as_ref() != Some(&chosen) {
                on_change.run(chosen);
            }
        };
        view! {
            <Form on_submit=save>
                <Choice
                    label=text(Key::ApplicationStageQuestion)
                    options=Signal::stored(stage_options())
                    value=value
                    columns=true
                />
                <div><Button label=text(Key::ActionSave) submit=true/></div>
            </Form>
        }
    };
    view! {
        <div>
            <Unfold label=text(Key::ApplicationChangeStage) open=open id=BUTTON>
                {form()}
            </Unfold>
        </div>
    }
}
