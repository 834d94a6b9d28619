//! A service to be added, or changed in one language.

use board::protocol::{library::ServiceInfo, problem::ProblemCode};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_navigate;
use words::{Key, Lang};

use crate::{
    api::library,
    components::{
        button::Button,
        disclosure::Disclosure,
        form::Form,
        notice::{Notice, NoticeKind},
    },
    features::{
        directory::{
            draft::{Faults, ServiceDraft, ServiceField},
            form::{Failure, ServiceFields, note_faults},
        },
        fetched::Fetched,
        services::wording::web_of,
    },
    i18n::{self, t, text, tf},
    paths::Path,
    platform::{announce::announce, clock},
    state::session::SessionState,
};

/// A new service, in the language of the person.
#[component]
pub fn NewServiceForm(
    /// Where the faults go; setting it moves the focus to the summary.
    faults: Faults,
) -> impl IntoView {
    let lang = untrack(|| i18n::lang().tag());
    view! { <ServiceForm draft=ServiceDraft::of(None, lang) faults service=None/> }
}

/// A service that is there, in the language its words are asked for.
#[component]
pub fn EditServiceForm(
    /// The service, read anew when it changed meanwhile.
    service: Fetched<ServiceInfo>,
    /// The service as it was when the form opened.
    first: ServiceInfo,
    /// Tag of the language that is written.
    lang: &'static str,
    /// Where the faults go; setting it moves the focus to the summary.
    faults: Faults,
    /// Reads the service anew.
    on_stale: Callback<()>,
) -> impl IntoView {
    let draft = ServiceDraft::of(Some(&first), lang);
    let missing = (first.lang != lang).then(|| {
        let name = Lang::from_tag(lang).unwrap_or_default().own_name();
        view! {
            <Notice>
                <p>{move || tf(Key::DirectoryTranslate, &[("lang", name)])}</p>
            </Notice>
        }
    });
    let opened = StoredValue::new(first);
    // Somebody else wrote it since: what it says now stands beside what is typed here.
    let newer = Memo::new(move |_| {
        let version = opened.with_value(|first| first.version);
        service.value.with(|service| service.clone().filter(|now| now.version != version))
    });
    let now = move || newer.get().map(|now| view! { <AsItIs now was=opened.get_value()/> });
    view! {
        {missing}
        {now}
        <ServiceForm draft faults service=Some(service) on_stale/>
    }
}

/// What somebody else wrote meanwhile: each text that is another one now, under its question.
#[component]
fn AsItIs(now: ServiceInfo, was: ServiceInfo) -> impl IntoView {
    let other: Vec<_> = texts(&now)
        .into_iter()
        .zip(texts(&was))
        .filter(|((_, now), (_, was))| now != was)
        .map(|(now, _)| now)
        .collect();
    let line = |(field, words): (ServiceField, String)| {
        // A text that was there and is none any more.
        let words = if words.is_empty() { "–".to_owned() } else { words };
        view! {
            <p class="muted">{move || t(field.label())}</p>
            <p class="version" dir="auto">{words}</p>
        }
    };
    let changed = (!other.is_empty()).then(|| {
        view! {
            <Disclosure label=text(Key::DirectoryStaleShow) open=true>
                {other.into_iter().map(line).collect_view()}
            </Disclosure>
        }
    });
    view! {
        <Notice kind=NoticeKind::Attend>
            <p>{move || t(Key::DirectoryStaleForm)}</p>
        </Notice>
        {changed}
    }
}

/// Every text of the service with its question, in the order of the form.
fn texts(service: &ServiceInfo) -> [(ServiceField, String); 9] {
    [
        (ServiceField::Name, service.name.clone()),
        (ServiceField::Does, service.does.clone()),
        (ServiceField::Who, service.who.clone()),
        (ServiceField::Bring, service.bring.join("\n")),
        (ServiceField::Contact, service.contact.clone()),
        (ServiceField::Web, web_of(service)),
        (ServiceField::Phone, service.phone.clone()),
        (ServiceField::FirstQuestion, service.first_question.clone()),
        (ServiceField::Note, service.note.clone()),
    ]
}

#[component]
fn ServiceForm(
    draft: ServiceDraft,
    faults: Faults,
    service: Option<Fetched<ServiceInfo>>,
    #[prop(optional)] on_stale: Option<Callback<()>>,
) -> impl IntoView {
    let session = SessionState::expect();
    let navigate = StoredValue::new_local(use_navigate());
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None);
    let send = move |()| {
        if busy.get_untracked() {
            return;
        }
        let new = match draft.read(clock::today()) {
            Ok(new) => new,
            Err(found) => return faults.set(found),
        };
        busy.set(true);
        faults.set(Vec::new());
        failure.set(None);
        let known = service.and_then(|service| service.value.get_untracked());
        spawn_local(async move {
            let answer = match &known {
                Some(known) => library::change_service(&known.id, known.version, &new).await,
                None => library::add_service(&new).await,
            };
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    draft.forget();
                    let done = known.map_or(Key::DirectoryAdded, |_| Key::DirectorySaved);
                    announce(&t(done));
                    navigate.try_with_value(|navigate| {
                        navigate(&Path::Directory.href(), Default::default());
                    });
                }
                Err(error) => {
                    let is_stale = error.code() == Some(&ProblemCode::Stale);
                    if let Some(on_stale) = on_stale.filter(|_| is_stale) {
                        on_stale.try_run(());
                    }
                    note_faults(session, faults, failure, error);
                }
            }
        });
    };
    view! {
        <Form on_submit=send>
            <ServiceFields draft faults/>
            <Failure failure/>
            <div class="form__actions">
                <Button label=text(Key::DirectorySave) submit=true/>
            </div>
        </Form>
    }
}
