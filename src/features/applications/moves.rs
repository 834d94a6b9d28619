//! Every arrival at a stage with its date, in words and as a table: what stands behind the
//! picture of the path (features.md M12).

use crate::{
    components::disclosure::Disclosure,
    features::{
        applications::{facts::day, stages::stage_name},
        people,
    },
    i18n::{format, t, text},
    state::board::BoardState,
};
use board::{application::Move, id::ItemId};
use leptos::prelude::*;
use words::Key;

/// Closed until somebody wants the dates.
#[component]
pub(super) fn AllMoves(
    /// The application.
    id: ItemId,
) -> impl IntoView {
    let found = BoardState::expect().item(id);
    let moves = Memo::new(move |_| {
        found.with(|found| {
            let application = found.as_ref().and_then(|(_, item)| item.as_application());
            application.map(|application| application.moves.clone()).unwrap_or_default()
        })
    });
    view! {
        <Disclosure label=text(Key::ApplicationAllMoves)>
            <div
                class="scroll"
                role="region"
                aria-label=move || t(Key::ApplicationAllMoves)
                tabindex="0"
            >
                <table class="moves">
                    <thead>
                        <tr>
                            <th scope="col">{text(Key::ApplicationMoveStage)}</th>
                            <th scope="col">{text(Key::ApplicationMoveDate)}</th>
                            <th scope="col">{text(Key::ApplicationMoveBy)}</th>
                        </tr>
                    </thead>
                    <tbody>{move || moves.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </Disclosure>
    }
}

fn row(step: Move) -> AnyView {
    let board = BoardState::expect();
    let by = move || {
        if step.by == board.actor().person {
            t(Key::CommentYou)
        } else {
            people::name_of(board, step.by)
        }
    };
    let stage = step.to;
    view! {
        <tr>
            <th scope="row">{move || stage_name(&stage)}</th>
            <td>{move || format::long_date(day(step.at))}</td>
            <td dir="auto">{by}</td>
        </tr>
    }
    .into_any()
}
