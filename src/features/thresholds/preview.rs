//! What other thresholds would do, before anybody saves them.

use board::protocol::caseload::{StateCount, ThresholdPreview};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::notice::Notice,
    features::caseload::state::state_key,
    i18n::{format, t, tn},
};

/// The heading of the preview, where the focus goes.
pub const HEADING: &str = "thresholds-preview";

/// How many duos each state would have.
#[component]
pub fn PreviewTable(
    /// What the server reckoned.
    preview: ThresholdPreview,
) -> impl IntoView {
    let number = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let (newly, no_longer) = (number(preview.newly_flagged), number(preview.no_longer));
    let same = preview.before == preview.after;
    let rows = preview.before.into_iter().zip(preview.after);
    let rows = rows.filter(|(before, after)| before.duos + after.duos > 0);
    let rows: Vec<_> = rows
        .map(|(before, after): (StateCount, StateCount)| {
            let key = state_key(before.state);
            view! {
                <tr>
                    <th scope="row">{move || t(key)}</th>
                    <td>{move || format::number(number(before.duos))}</td>
                    <td>{move || format::number(number(after.duos))}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <section class="stack" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{move || t(Key::ThresholdPreviewTitle)}</h2>
            <Notice>
                {same.then(|| view! { <p>{move || t(Key::ThresholdSame)}</p> })}
                {(newly > 0).then(|| view! { <p>{move || tn(Key::ThresholdNewly, newly)}</p> })}
                {(no_longer > 0)
                    .then(|| view! { <p>{move || tn(Key::ThresholdNoLonger, no_longer)}</p> })}
            </Notice>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{move || t(Key::CaseloadState)}</th>
                        <th scope="col">{move || t(Key::ThresholdNow)}</th>
                        <th scope="col">{move || t(Key::ThresholdAfter)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}
