//! Every version of a card: when, where it stood, who decided, and its words.

use board::{
    protocol::library::{CodeVersion, CodeWords},
    slug::Slug,
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{disclosure::Disclosure, each::Each},
    features::{
        codes::{
            face::CodeFace,
            wording::{language_name, state_key},
        },
        fetched::{FetchNotice, Fetched},
    },
    i18n::{format, t, tf},
};

/// The versions, newest first; read when the page opens and when the card is another one.
#[component]
pub fn CodeHistory(
    /// The card.
    id: StoredValue<Slug>,
    /// The version the server has; another one means another line here.
    version: Memo<u64>,
) -> impl IntoView {
    let versions = Fetched::<Vec<CodeVersion>>::nothing();
    let load = Callback::new(move |()| {
        let id = id.get_value();
        spawn_local(async move { versions.take(api::codes::history(&id).await) });
    });
    Effect::new(move |_| {
        version.track();
        load.run(());
    });
    view! {
        <section class="stack">
            <h2>{move || t(Key::ModerationHistory)}</h2>
            <FetchNotice ready=versions.is_ready() failure=versions.failure on_retry=load/>
            <Each
                each=move || versions.value.get().unwrap_or_default()
                key=|version| version.version
                children=|version| view! { <Version version/> }
            />
        </section>
    }
}

#[component]
fn Version(version: CodeVersion) -> impl IntoView {
    let CodeVersion { at, by, state, reply, texts, .. } = version;
    let label = Signal::derive(move || {
        // Milliseconds since 1970 are far below 2^53.
        let when = format::date_time(at.0 as f64);
        let what = t(state_key(&state));
        match &by {
            Some(name) => {
                tf(Key::ModerationVersionBy, &[("when", &when), ("what", &what), ("name", name)])
            }
            None => tf(Key::ModerationVersion, &[("when", &when), ("what", &what)]),
        }
    });
    let reply = Some(reply).filter(|reply| !reply.is_empty());
    let text = |(lang, words): (String, CodeWords)| {
        let name = language_name(&lang);
        let situation = words.situation.clone();
        view! {
            <p class="muted">{name}</p>
            <p class="codecard__situation" dir="auto" lang=lang.clone()>{situation}</p>
            <CodeFace words=Signal::stored(words) lang=Signal::stored(lang) within=true/>
        }
    };
    view! {
        <Disclosure label=label>
            {reply.map(|reply| view! { <p class="version" dir="auto">{reply}</p> })}
            {texts.into_iter().map(text).collect_view()}
        </Disclosure>
    }
}
