//! The directory by need and by region, with a search that forgives accents and typos.

use board::protocol::library::ServiceInfo;
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{http::ApiError, library},
    components::{
        button::{Button, ButtonKind},
        each::Each,
        empty_state::EmptyState,
        field::Field,
        form::Form,
        icon::IconName,
        link_button::LinkButton,
        select::Select,
    },
    features::{
        fetched::{CopyNote, FetchNotice, Fetched},
        objectives::wording::theme_options,
        services::{
            card::ServiceCard,
            region::{known, region_options, remember, remembered},
        },
    },
    i18n::{self, t, text, tn},
    paths::Path,
    platform::{announce::announce, focus},
    state::library::Shelf,
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
    let found = Fetched::<Vec<ServiceInfo>>::nothing();
    let shelf = Shelf::expect();
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
            if asked.try_get_untracked().as_ref() != Some(&asked_now) {
                return;
            }
            let name = copy_name(lang, &region);
            if typed.is_empty() {
                found.take_or_copy(&name, answer).await;
                return;
            }
            // Without a network the copy of the region is searched.
            if answer.as_ref().is_err_and(ApiError::is_passing)
                && let Some((all, at)) = shelf.copy::<Vec<ServiceInfo>>(&name).await
            {
                found.take(Ok(all.into_iter().filter(|service| fits(service, &typed)).collect()));
                found.kept.try_set(Some(at));
            } else {
                found.kept.try_set(None);
            }
            found.take(answer);
        });
    };
    Effect::new(move |_| ask(asked.get()));
    let shown = Memo::new(move |_| {
        let theme = theme.get();
        found.value.with(|found| {
            let services = found.iter().flatten();
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
            <Late failure=found.failure kept=found.kept/>
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
                <Each
                    each=page
                    key=|service| (service.id.clone(), service.does.clone())
                    let:service
                >
                    {row(service)}
                </Each>
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

/// The name under which the services of a region are kept.
#[must_use]
pub fn copy_name(lang: &str, region: &str) -> String {
    format!("services:{lang}:{region}")
}

/// Whether every typed word stands somewhere in what is said of the service.
fn fits(service: &ServiceInfo, typed: &str) -> bool {
    let parts = [&service.name, &service.does, &service.note];
    let all = parts.map(|part| part.to_lowercase()).join("\n");
    typed.to_lowercase().split_whitespace().all(|word| all.contains(word))
}

/// Says that what stands below is from before: the copy of this device, or the last answer.
#[component]
fn Late(failure: RwSignal<Option<ApiError>>, kept: RwSignal<Option<f64>>) -> impl IntoView {
    let late = Memo::new(move |_| failure.with(Option::is_some) && kept.with(Option::is_none));
    view! {
        <CopyNote kept/>
        {move || late.get().then(|| view! { <p>{move || t(Key::ServiceLate)}</p> })}
    }
}
