//! The search for an occupation, and what the official lists say of it.

use board::protocol::library::{OccupationInfo, Region, Shortage};
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
        services::region,
    },
    i18n::{self, t, text, tf, tn},
    platform::{announce::announce, focus},
};

const RESULTS: &str = "occupation";

/// "In Wallonia people are needed for this job. List of 2025 (Forem)": never without region, year
/// and source, and never as if it were so everywhere. Tracked.
#[must_use]
pub fn shortage_words(shortage: &Shortage) -> String {
    let year = shortage.year.to_string();
    let key = match shortage.region {
        Region::Brussels => Key::CareerNeededBrussels,
        Region::Wallonia => Key::CareerNeededWallonia,
        Region::Flanders => Key::CareerNeededFlanders,
        Region::Other(_) => Key::CareerNeededElsewhere,
    };
    let list = tf(Key::CareerShortage, &[("year", &year), ("source", &shortage.source)]);
    format!("{} {list}", t(key))
}

/// The list of the region whose services this device shows, then the others.
#[must_use]
pub fn own_region_first(lists: Vec<Shortage>) -> Vec<Shortage> {
    sorted(lists, region::known(&region::remembered()))
}

fn sorted(mut lists: Vec<Shortage>, own: Option<Region>) -> Vec<Shortage> {
    lists.sort_by_key(|list| Some(&list.region) != own.as_ref());
    lists
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
    let lists = own_region_first(info.shortage.clone());
    option.hint(Signal::derive(move || {
        lists.iter().map(shortage_words).collect::<Vec<_>>().join(" ")
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_region_comes_first_and_the_others_keep_their_order() {
        let list = |region| Shortage { region, year: 2025, source: "A list".to_owned() };
        let lists = vec![list(Region::Brussels), list(Region::Wallonia), list(Region::Flanders)];
        let order = |own| {
            sorted(lists.clone(), own).into_iter().map(|list| list.region).collect::<Vec<_>>()
        };
        assert_eq!(
            order(Some(Region::Flanders)),
            [Region::Flanders, Region::Brussels, Region::Wallonia]
        );
        assert_eq!(order(None), [Region::Brussels, Region::Wallonia, Region::Flanders]);
    }
}
