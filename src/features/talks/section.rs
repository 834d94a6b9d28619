//! The talks on the page of a duo: who waits for a call, the form, the log.

use board::{office::contact::SpokeWith, protocol::contacts::OfficeContact};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::{use_location, use_query_map};
use words::Key;

use crate::{
    api,
    components::{button::ButtonKind, icon::IconName, unfold::Unfold},
    features::{
        duo_head::open::OpenDuo,
        duos::calls::OpenCalls,
        fetched::{FetchNotice, Fetched},
        talks::{form::TalkForm, list::TalkList, wording::Names},
    },
    i18n::{t, text},
    platform::focus,
};

/// The section's own place in the address: links to the form lead here.
pub const TALKS: &str = "contact";

/// Calls that wait, the form and the log. The form is open for whoever came to note a talk.
#[component]
pub fn TalkSection(
    /// The duo of this page.
    open: OpenDuo,
) -> impl IntoView {
    let duo = open.id;
    let talks = Fetched::<Vec<OfficeContact>>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move {
            let answer = api::contacts::list(duo).await;
            let focused = focus::focused_id();
            talks.take(answer);
            // A talk that was changed is a new row: the focus stays on its button.
            if let Some(id) = focused.filter(|id| id.starts_with("talk-")) {
                focus::focus_soon(id);
            }
        });
    });
    load.run(());
    let names = Memo::new(move |before: Option<&Names>| {
        let now = open.row.value.with(|row| {
            let row = row.as_ref()?;
            Some(Names { mentee: row.mentee.name.clone(), mentor: row.mentor.name.clone() })
        });
        // The names are there before this section is.
        let none = || Names { mentee: String::new(), mentor: String::new() };
        now.or_else(|| before.cloned()).unwrap_or_else(none)
    });
    let (location, query) = (use_location(), use_query_map());
    let with = move || query.with(|query| query.get("with"));
    let wanted = Memo::new(move |_| {
        let here = location.hash.with(|hash| hash.trim_start_matches('#') == TALKS);
        here.then(|| with().unwrap_or_default())
    });
    let form_open = RwSignal::new(false);
    // Also at the start: this section comes after what the address named was looked for.
    Effect::new(move |_| {
        if wanted.with(Option::is_some) {
            form_open.set(true);
            focus::focus_soon(TALKS);
        }
    });
    let with = move || SpokeWith::from_word(&wanted.get_untracked()?);
    let changed = Callback::new(move |()| {
        load.run(());
        open.reload.run(());
    });
    let noted = Callback::new(move |()| {
        form_open.set(false);
        focus::focus_soon(TALKS);
        changed.run(());
    });
    view! {
        <section class="stack" aria-labelledby=TALKS>
            <h2 id=TALKS tabindex="-1">{move || t(Key::TalkTitle)}</h2>
            <OpenCalls duo=Some(duo) on_answered=open.reload/>
            <div>
                <Unfold
                    label=text(Key::TalkAdd)
                    open=form_open
                    kind=ButtonKind::Main
                    icon=IconName::Plus
                    id="talk-add"
                >
                    <TalkForm
                        duo=duo
                        names=names.get_untracked()
                        with=with()
                        form="talk"
                        on_done=noted
                    />
                </Unfold>
            </div>
            <FetchNotice ready=talks.is_ready() failure=talks.failure on_retry=load/>
            <TalkList
                duo=duo
                names=names
                talks=talks.value
                heading=TALKS
                on_change=changed
            />
        </section>
    }
    .into_any()
}
