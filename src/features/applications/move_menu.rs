//! "Move to…": every other stage one press away, where a card stands among others.

use crate::{
    components::{
        button::{Button, ButtonKind},
        icon::IconName,
        unfold::Unfold,
    },
    features::applications::stages::stage_name,
    i18n::text,
};
use board::{application::Stage, id::ItemId};
use leptos::prelude::*;
use words::Key;

/// A button that opens the stages; pressing one moves at once, and can be taken back.
#[component]
pub(super) fn MoveMenu(
    /// The application.
    id: ItemId,
    /// Where it stands.
    stage: Memo<Option<Stage>>,
    /// Its job, for people who hear the button alone.
    #[prop(into)]
    about: Signal<String>,
    /// Called with the application and the stage.
    on_move: Callback<(ItemId, Stage)>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let others = move || {
        let now = stage.get();
        let others = Stage::ALL.iter().filter(|stage| now.as_ref() != Some(*stage));
        let button = |to: &Stage| {
            let (name, to) = (to.clone(), to.clone());
            let press = move |()| {
                open.set(false);
                on_move.run((id, to.clone()));
            };
            view! {
                <li>
                    <Button
                        label=Signal::derive(move || stage_name(&name))
                        about
                        kind=ButtonKind::Plain
                        on_press=press
                    />
                </li>
            }
        };
        others.map(button).collect_view()
    };
    view! {
        <Unfold
            label=text(Key::ApplicationMoveTo)
            about
            open
            kind=ButtonKind::Plain
            icon=IconName::Flag
            id=format!("move-{id}")
        >
            <ul class="stack stack--tight">{others}</ul>
        </Unfold>
    }
}
