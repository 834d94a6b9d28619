//! Every service of the directory: search, filters, and which entries are to be verified.

use board::{protocol::library::ServiceInfo, slug::Slug};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::library,
    components::{
        button::{Button, ButtonKind},
        choice::ChoiceOption,
        each::Each,
        empty_state::EmptyState,
        field::Field,
        form::Form,
        select::Select,
    },
    features::{
        directory::{row::ServiceRow, wording::kind_options},
        fetched::{FetchNotice, Fetched},
        in_address::in_address,
        services::{
            region::{known, region_options},
            wording::is_verified,
        },
    },
    i18n::{self, text, tn},
    platform::{announce::announce, clock, focus},
};

/// What the filter keeps for "to be verified".
const UNVERIFIED: &str = "unverified";
/// The heading over what was found: where the focus goes when its row leaves the list.
const FOUND: &str = "directory-found";
/// What the filter keeps for "taken out".
const OUT: &str = "out";

/// What was typed, in which region, in which language: one question to the server.
#[derive(Clone, PartialEq)]
struct Asked {
    lang: &'static str,
    region: String,
    typed: String,
}

/// Words, kind, region and state; then what fits, each with its actions.
#[component]
pub fn DirectoryList() -> impl IntoView {
    let found = Fetched::<Vec<ServiceInfo>>::nothing();
    let [kind, region, show] = ["kind", "region", "show"].map(in_address);
    let [words, typed] = [(); 2].map(|()| RwSignal::new(String::new()));
    let asked = Memo::new(move |_| Asked {
        lang: i18n::lang().tag(),
        region: region.get(),
        typed: typed.get(),
    });
    let ask = Callback::new(move |()| {
        let asked_now = asked.get_untracked();
        spawn_local(async move {
            let Asked { lang, region, typed } = &asked_now;
            let answer = library::whole_directory(lang, known(region).as_ref(), typed).await;
            // A slow answer to an older question is not wanted any more.
            if asked.try_get_untracked().as_ref() == Some(&asked_now) {
                found.take(answer);
            }
        });
    });
    Effect::new(move |_| {
        asked.track();
        ask.run(());
    });
    let today = clock::today();
    let to_verify = Memo::new(move |_| {
        let due =
            |service: &&ServiceInfo| !service.retired && !is_verified(service.verified, today);
        found.value.with(|found| found.as_deref().unwrap_or_default().iter().filter(due).count())
    });
    let shown = Memo::new(move |_| {
        let (kind, show) = (kind.get(), show.get());
        let fits = |service: &&ServiceInfo| {
            let of_kind = kind.is_empty() || service.kind.as_str() == kind;
            let in_state = match &*show {
                UNVERIFIED => !service.retired && !is_verified(service.verified, today),
                OUT => service.retired,
                _ => !service.retired,
            };
            of_kind && in_state
        };
        found.value.with(|found| {
            let services = found.as_deref().unwrap_or_default().iter();
            services.filter(fits).cloned().collect::<Vec<_>>()
        })
    });
    // The first number is read with the page; each other one is said.
    Effect::new(move |before: Option<Option<usize>>| {
        let now = found.is_ready().get().then(|| shown.with(Vec::len));
        if let (Some(Some(before)), Some(now)) = (before, now)
            && before != now
        {
            announce(&tn(Key::DirectoryCount, now));
        }
        now
    });
    let search = move |()| {
        typed.set(words.get_untracked());
        // The same words again ask again: the network may be back.
        if found.failure.with_untracked(Option::is_some) {
            ask.run(());
        }
    };
    let follow = Callback::new(move |id: Slug| {
        if !shown.with_untracked(|shown| shown.iter().any(|service| service.id == id)) {
            focus::focus_soon(FOUND);
        }
    });
    let states = vec![
        ChoiceOption::new(UNVERIFIED, text(Key::DirectoryShowUnverified)),
        ChoiceOption::new(OUT, text(Key::DirectoryShowOut)),
    ];
    view! {
        <div class="filters">
            <Select
                label=text(Key::DirectoryShow)
                options=Signal::stored(states)
                value=show
                empty_label=text(Key::DirectoryShowAll)
            />
            <Select
                label=text(Key::DirectoryKind)
                options=kind_options()
                value=kind
                empty_label=text(Key::DirectoryKindAll)
            />
            <Select
                label=text(Key::RegionQuestion)
                options=region_options()
                value=region
                empty_label=text(Key::RegionAll)
            />
        </div>
        <Form on_submit=search>
            <Field
                label=text(Key::DirectorySearch)
                hint=text(Key::ServiceSearchHint)
                value=words
                optional=true
                id="directory-search"
            />
            <div>
                <Button label=text(Key::ServiceFind) kind=ButtonKind::Quiet submit=true/>
            </div>
        </Form>
        <FetchNotice ready=found.is_ready() failure=found.failure on_retry=ask/>
        <Show when=move || found.is_ready().get()>
            <h2 id=FOUND tabindex="-1">{move || tn(Key::DirectoryCount, shown.with(Vec::len))}</h2>
            <p class="muted">{move || tn(Key::DirectoryToVerify, to_verify.get())}</p>
            <Show when=move || shown.with(Vec::is_empty)>
                <EmptyState title=text(Key::DirectoryNone) text=text(Key::DirectoryNoneHint)/>
            </Show>
            <ul class="stack">
                <Each each=move || shown.get() key=|service| service.id.clone() let:service>
                    <li><ServiceRow id=service.id found on_stale=ask on_done=follow/></li>
                </Each>
            </ul>
        </Show>
    }
}
