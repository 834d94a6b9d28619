//! "Still true" or "it depends", with the region the person knows (features.md T08).

use board::protocol::library::{CodeCard, NewVerdict, Region, Verdict};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::{Button, ButtonKind},
        choice::{Choice, ChoiceOption},
        form::Form,
    },
    features::{
        codes::form::{Failure, note_session},
        services::region,
    },
    i18n::{self, t, text},
    platform::{announce::announce, focus},
};

const ANSWER: &str = "code-verdict";
const REGION: &str = "code-region";

/// The question for those who know the trade. The card comes back with the new counts.
#[component]
pub fn VerdictForm(
    /// The card.
    card: Signal<CodeCard>,
    /// Called with the card as it is then.
    on_change: Callback<CodeCard>,
) -> impl IntoView {
    let mine = Memo::new(move |_| card.with(|card| card.mine.clone()));
    let value = RwSignal::new(String::new());
    Effect::new(move |_| {
        value.set(
            mine.with(|mine| mine.as_ref().map(|mine| mine.as_str().to_owned()))
                .unwrap_or_default(),
        );
    });
    let place = RwSignal::new(region::chosen());
    let tried = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None);
    let session = crate::state::session::SessionState::expect();
    let missing = move |signal: RwSignal<String>, key: Key| {
        Signal::derive(move || (tried.get() && signal.with(String::is_empty)).then(|| t(key)))
    };
    let send = Callback::new(move |verdict: Option<Verdict>| {
        if busy.get_untracked() {
            return;
        }
        // Taking back is the same in every region.
        let region = region::known(&place.get_untracked()).unwrap_or(Region::Brussels);
        let said = if verdict.is_some() { Key::CodesVerdictDone } else { Key::CodesVerdictTaken };
        let (id, lang) = (card.with_untracked(|card| card.id.clone()), i18n::lang());
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = api::codes::judge(lang.tag(), &id, &NewVerdict { verdict, region }).await;
            busy.try_set(false);
            match answer {
                Ok(card) => {
                    announce(&t(said));
                    on_change.try_run(card);
                }
                Err(error) => note_session(session, failure, error),
            }
        });
    });
    let give = move |()| {
        tried.set(true);
        let verdict = Verdict::from_word(&value.get_untracked());
        if !verdict.is_known() {
            return focus::focus_soon(ANSWER);
        }
        if region::known(&place.get_untracked()).is_none() {
            return focus::focus_soon(REGION);
        }
        region::remember(&place.get_untracked());
        send.run(Some(verdict));
    };
    let options = vec![
        ChoiceOption::new(Verdict::StillTrue.as_str(), text(Key::CodesVerdictStillTrue)),
        ChoiceOption::new(Verdict::Depends.as_str(), text(Key::CodesVerdictDepends)),
    ];
    let said = Memo::new(move |_| mine.with(Option::is_some));
    view! {
        <Form on_submit=give>
            <Choice
                id=ANSWER
                label=text(Key::CodesVerdictQuestion)
                options=options
                value=value
                error=missing(value, Key::CodesVerdictPick)
                columns=true
            />
            <Choice
                id=REGION
                label=text(Key::CodesVerdictRegion)
                options=region::region_options()
                value=place
                error=missing(place, Key::CodesVerdictRegionPick)
                columns=true
            />
            <Failure failure/>
            <div class="row">
                <Button label=text(Key::CodesVerdictSend) kind=ButtonKind::Quiet submit=true/>
                <Show when=move || said.get()>
                    <Button
                        label=text(Key::CodesVerdictTakeBack)
                        kind=ButtonKind::Plain
                        on_press=move |()| send.run(None)
                    />
                </Show>
            </div>
        </Form>
    }
}
