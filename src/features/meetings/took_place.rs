//! "Did it take place?", asked once the day of a meeting has come: two taps, no minutes needed.

use board::{id::ItemId, meeting::MeetingState, op::Op};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        icon::IconName,
    },
    features::meetings::{
        answers::{about, act},
        facts::MeetingFacts,
        log::LENGTHS,
        wording::length_words,
    },
    i18n::{t, text},
    platform::{focus, ids},
    state::board::BoardState,
};

/// Yes, and how long; or no, in two kind ways.
#[component]
pub fn TookPlace(
    /// The meeting.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<MeetingFacts>>,
    /// Element id of what takes the focus when it is said.
    #[prop(into)]
    after: String,
) -> impl IntoView {
    let board = BoardState::expect();
    let about = about(facts);
    let asks_length = RwSignal::new(false);
    let question = ids::element_id("took-place");
    let (labelled, asked) = (question.clone(), question.clone());
    let after = StoredValue::new(after);
    let say = move |state: MeetingState, minutes: Option<u16>| {
        let key = if state == MeetingState::Held { Key::LogDone } else { Key::MeetingNotHeldDone };
        let op = Op::SetMeeting { item: id, state, minutes };
        act(board, op, || t(key), &after.get_value());
    };
    let yes = move |()| {
        asks_length.set(true);
        focus::focus_soon(asked.clone());
    };
    let words = move || t(if asks_length.get() { Key::LogLength } else { Key::MeetingTookPlace });
    let yes = Callback::new(yes);
    let buttons = move || {
        if asks_length.get() {
            let lengths = LENGTHS.map(|minutes| {
                view! {
                    <Button
                        label=Signal::derive(move || length_words(minutes))
                        kind=ButtonKind::Quiet
                        on_press=move |()| say(MeetingState::Held, Some(minutes))
                    />
                }
            });
            let unknown = move |()| say(MeetingState::Held, None);
            view! {
                {lengths.into_iter().collect_view()}
                <Button
                    label=text(Key::LogLengthUnknown)
                    kind=ButtonKind::Plain
                    on_press=unknown
                />
            }
            .into_any()
        } else {
            view! {
                <Button
                    label=text(Key::MeetingHeldYes)
                    about=about
                    kind=ButtonKind::Quiet
                    icon=IconName::Check
                    on_press=yes
                />
                <Button
                    label=text(Key::MeetingNotHeldTold)
                    about=about
                    kind=ButtonKind::Quiet
                    on_press=move |()| say(MeetingState::Excused, None)
                />
                <Button
                    label=text(Key::MeetingNotHeldMissed)
                    about=about
                    kind=ButtonKind::Quiet
                    on_press=move |()| say(MeetingState::Missed, None)
                />
            }
            .into_any()
        }
    };
    view! {
        <div class="stack stack--tight" role="group" aria-labelledby=labelled>
            <p id=question tabindex="-1"><strong>{words}</strong></p>
            <div class="row">{buttons}</div>
        </div>
    }
}
