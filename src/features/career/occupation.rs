//! The search for an occupation, and what the official lists say of it.

use board::protocol::library::{OccupationInfo, Shortage};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::library,
    components::{
        button::{Button, ButtonKind},
        choice::{Choice, ChoiceOption},
        field::Field,
        form::Form,
    },
    features::{
        fetched::{FetchNotice, Fetched},
        services::region::region_name,
    },
    i18n::{self, t, text, tf, tn},
    platform::{announce::announce, focus},
};

const RESULTS: &str = "occupation";

/// "Wallonia, 2025 (Forem, métiers en pénurie)": never without region, year and source.
#[must_use]
pub fn shortage_words(shortage: &Shortage) -> String {
    let (region, year) = (region_name(&shortage.region), shortage.year.to_string());
    tf(Key::CareerShortage, &[("region", &region), ("year", &year), ("source", &shortage.source)])
}

/// A search that forgives accents and typos, then the occupations to choose from.
///
/// Two forms never nest: stands beside the form that saves, not inside it.
#[component]
pub(super) fn OccupationSearch(
    /// The short name of the chosen occupation; empty while there is none.
    value: RwSignal<String>,
    /// Called with the occupation that was chosen.
    on_choose: Callback<OccupationInfo>,
) -> impl IntoView {
    let found = Fetched::<Vec<OccupationInfo>>::nothing();
    let typed = RwSignal::new(String::new());
    let asked = RwSignal::new(None::<String>);
    let ask = move |words: String| {
        let lang = i18n::lang().tag();
        spawn_local(async move {
            let answer = library::occupations(lang, &words).await;
            // A slow answer to an older question is not wanted any more.
            if asked.try_get_untracked().flatten().as_ref() != Some(&words) {
                return;
            }
            if let Ok(list) = &answer {
                announce(&untrack(|| tn(Key::CareerFound, list.len())));
                if !list.is_empty() {
                    focus::focus_soon(RESULTS);
                }
            }
            found.take(answer);
        });
    };
    let search = move |()| {
        let words = typed.get_untracked().trim().to_owned();
        if !words.is_empty() {
            asked.set(Some(words.clone()));
            untrack(|| ask(words));
        }
    };
    let again = Callback::new(search);
    let options = Signal::derive(move || {
        found.value.with(|found| found.iter().flatten().map(option).collect::<Vec<_>>())
    });
    let choose = move |chosen: String| {
        let info = found.value.with_untracked(|found| {
            found.iter().flatten().find(|info| info.id.as_str() == chosen).cloned()
        });
        if let Some(info) = info {
            on_choose.run(info);
        }
    };
    let any = Memo::new(move |_| options.with(|options| !options.is_empty()));
    view! {
        <Form on_submit=search>
            <Field
                label=text(Key::CareerSearch)
                hint=text(Key::CareerSearchHint)
                value=typed
                optional=true
                id="occupation-search"
            />
            <div>
                <Button label=text(Key::ServiceFind) kind=ButtonKind::Quiet submit=true/>
            </div>
        </Form>
        {move || asked.get().map(|_| view! {
            <FetchNotice ready=found.is_ready() failure=found.failure on_retry=again/>
        })}
        <Show when=move || found.is_ready().get()>
            <Show
                when=move || any.get()
                fallback=|| view! { <p>{move || t(Key::CareerNoneFound)}</p> }
            >
                <Choice
                    label=text(Key::CareerResults)
                    options=options
                    value=value
                    id=RESULTS
                    on_choose=choose
                />
            </Show>
        </Show>
    }
}

fn option(info: &OccupationInfo) -> ChoiceOption {
    let option = ChoiceOption::new(info.id.as_str(), Signal::stored(info.name.clone()));
    if info.shortage.is_empty() {
        return option;
    }
    let lists = info.shortage.clone();
    option.hint(Signal::derive(move || {
        let lists = lists.iter().map(shortage_words).collect::<Vec<_>>().join(" · ");
        tf(Key::CareerNeeded, &[("lists", &lists)])
    }))
}
