//! The directory by need and by region, with a search that forgives accents and typos.

use board::protocol::library::ServiceInfo;
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::library,
    components::{
        button::{Button, ButtonKind},
        empty_state::EmptyState,
        field::Field,
        form::Form,
        icon::IconName,
        link_button::LinkButton,
        select::Select,
    },
    features::{
        fetched::{FetchNotice, Fetched},
        objectives::wording::theme_options,
        services::{
            card::ServiceCard,
            region::{known, region_options, remember, remembered},
        },
    },
    i18n::{self, t, text, tn},
    paths::Path,
    platform::{announce::announce, focus},
};

/// How many services are shown at first, and how many more with each press: as many as one looks at.
const PAGE: usize = 10;

/// What was typed, in which region, in which language: one question to the server.
#[derive(Clone, PartialEq)]
struct Asked {
    lang: &'static str,
    region: String,
    typed: String,
}

/// Theme, region and words; then what fits.
#[component]
pub fn Directory() -> impl IntoView {
    let found = Fetched::<(String, Vec<ServiceInfo>)>::nothing();
    let region = RwSignal::new(remembered());
    let theme = RwSignal::new(String::new());
    let words = RwSignal::new(String::new());
    let typed = RwSignal::new(String::new());
    let asked = Memo::new(move |_| Asked {
        lang: i18n::lang().tag(),
        region: region.get(),
        typed: typed.get(),
    });
    let ask = move |asked_now: Asked| {
        spawn_local(async move {
            let Asked { lang, region, typed } = asked_now.clone();
            let answer = library::services(lang, known(&region).as_ref(), &typed).await;
            // A slow answer to an older question is not wanted any more.
            if asked.try_get_untracked().as_ref() == Some(&asked_now) {
                found.take(answer.map(|services| (typed, services)));
            }
        });
    };
    Effect::new(move |_| ask(asked.get()));
    let shown = Memo::new(move |_| {
        let theme = theme.get();
        found.value.with(|found| {
            let services = found.as_ref().map(|(_, services)| services.as_slice());
            let services = services.unwrap_or_default().iter();
            let fits = |service: &&ServiceInfo| {
                theme.is_empty() || service.themes.iter().any(|of| of.as_str() == theme)
            };
            services.filter(fits).cloned().collect::<Vec<_>>()
        })
    });
    // Another question begins at the top again.
    let limit = RwSignal::new(PAGE);
    Effect::new(move |_| {
        asked.track();
        theme.track();
        limit.set(PAGE);
    });
    let more = move |()| {
        let next = limit.get_untracked();
        limit.set(next + PAGE);
        let first = shown.with_untracked(|shown| shown.get(next).map(|it| row_id(it.id.as_str())));
        if let Some(first) = first {
            focus::focus_soon(first);
        }
    };
    let page =
        move || shown.with(|shown| shown.iter().take(limit.get()).cloned().collect::<Vec<_>>());
    let row = |service: ServiceInfo| {
        let id = row_id(service.id.as_str());
        view! { <li id=id tabindex="-1"><ServiceCard service/></li> }
    };
    let rest = Memo::new(move |_| shown.with(Vec::len).saturating_sub(limit.get()));
    let count = move || tn(Key::ServiceCount, shown.with(Vec::len));
    // The first number is read with the page; each other one is said.
    Effect::new(move |before: Option<Option<usize>>| {
        let now = found.is_ready().get().then(|| shown.with(Vec::len));
        if let (Some(Some(before)), Some(now)) = (before, now)
            && before != now
        {
            announce(&tn(Key::ServiceCount, now));
        }
        now
    });
    let search = move |()| {
        typed.set(words.get_untracked());
        // The same words again ask again: the network may be back.
        if found.failure.with_untracked(Option::is_some) {
            ask(asked.get_untracked());
        }
    };
    view! {
        <div class="filters">
            <Select
                label=text(Key::ServiceNeed)
                options=theme_options()
                value=theme
                empty_label=text(Key::ServiceNeedAll)
            />
            <Select
                label=text(Key::RegionQuestion)
                options=region_options()
                value=region
                empty_label=text(Key::RegionAll)
                on_choose=|chosen: String| remember(&chosen)
            />
        </div>
        <Form on_submit=search>
            <Field
                label=text(Key::ServiceSearch)
                hint=text(Key::ServiceSearchHint)
                value=words
                optional=true
                id="service-search"
            />
            <div>
                <Button label=text(Key::ServiceFind) kind=ButtonKind::Quiet submit=true/>
            </div>
        </Form>
        <FetchNotice
            ready=found.is_ready()
            failure=found.failure
            on_retry=move |()| ask(asked.get_untracked())
        />
        <Show when=move || found.is_ready().get()>
            <Late found/>
            <h2>{count}</h2>
            <Show when=move || shown.with(Vec::is_empty)>
                <EmptyState title=text(Key::ServiceNone) text=text(Key::ServiceNoneHint)>
                    <LinkButton
                        label=text(Key::ServiceOther)
                        href=Path::NewReferral.href()
                        kind=ButtonKind::Quiet
                        icon=IconName::Plus
                    />
                </EmptyState>
            </Show>
            <ul class="stack">
                <For
                    each=page
                    key=|service| (service.id.clone(), service.does.clone())
                    let:service
                >
                    {row(service)}
                </For>
            </ul>
            <Show when=move || rest.get() != 0>
                <div>
                    <Button
                        label=Signal::derive(move || tn(Key::ServiceRest, rest.get()))
                        kind=ButtonKind::Quiet
                        icon=IconName::Plus
                        on_press=more
                    />
                </div>
            </Show>
        </Show>
    }
}

/// The element of a row; it can take the focus.
fn row_id(service: &str) -> String {
    format!("service-row-{service}")
}

/// Says that what stands below is from before, when the last question found no network.
#[component]
fn Late(found: Fetched<(String, Vec<ServiceInfo>)>) -> impl IntoView {
    let failed = Memo::new(move |_| found.failure.with(Option::is_some));
    move || failed.get().then(|| view! { <p>{move || t(Key::ServiceLate)}</p> })
}
