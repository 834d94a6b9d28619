//! One service of the directory, with what is done about it in one press.

use board::{
    protocol::{library::ServiceInfo, problem::ProblemCode},
    slug::Slug,
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{http::ApiError, library},
    components::{
        button::{Button, ButtonKind},
        card::Card,
        chip::{Chip, ChipKind},
        confirm_dialog::ConfirmDialog,
        icon::IconName,
        link_button::LinkButton,
        notice::{Notice, NoticeKind},
    },
    features::{
        api_error::api_error_text,
        directory::wording::kind_key,
        fetched::Fetched,
        services::{
            region::region_name,
            wording::{is_verified, verified_words},
        },
    },
    i18n::{self, format, t, text},
    paths::Path,
    platform::{announce::announce, clock},
    state::session::SessionState,
};

/// What is done in one press.
#[derive(Clone, Copy, PartialEq)]
enum Press {
    Verify,
    Retire,
    PutBack,
}

/// Name, kind, regions, when it was verified; the card follows the list it came from.
#[component]
pub(super) fn ServiceRow(
    /// Which.
    id: Slug,
    /// The list it is in.
    found: Fetched<Vec<ServiceInfo>>,
    /// Reads the list anew.
    on_stale: Callback<()>,
    /// Called once something was done: the row may have left the list, and the focus with it.
    on_done: Callback<Slug>,
) -> impl IntoView {
    let session = SessionState::expect();
    let today = clock::today();
    let href = Path::edit_service(&id);
    let id = StoredValue::new(id);
    let service = Memo::new(move |_| {
        id.with_value(|id| {
            found.value.with(|found| found.as_ref()?.iter().find(|one| one.id == *id).cloned())
        })
    });
    let of = move |read: fn(&ServiceInfo) -> String| {
        Signal::derive(move || service.with(|one| one.as_ref().map(read)).unwrap_or_default())
    };
    let name = of(|service| service.name.clone());
    let is_out = Memo::new(move |_| service.with(|one| one.as_ref().is_some_and(|it| it.retired)));
    let verified = Memo::new(move |_| service.with(|one| one.as_ref()?.verified));
    let failure = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    let retiring = RwSignal::new(false);
    let press = move |what: Press| {
        let Some(known) = service.get_untracked().filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        failure.set(None);
        let lang = untrack(|| i18n::lang().tag());
        spawn_local(async move {
            let (id, version) = (&known.id, known.version);
            let answer = match what {
                Press::Verify => library::verify_service(lang, id, version).await,
                Press::Retire => library::retire_service(lang, id, version, true).await,
                Press::PutBack => library::retire_service(lang, id, version, false).await,
            };
            busy.try_set(false);
            match answer {
                Ok(now) => {
                    announce(&t(done_key(what)));
                    // The page may be another one by now.
                    let _ = found.value.try_update(|found| put(found, now));
                    on_done.try_run(known.id);
                }
                Err(error) => {
                    let is_stale = error.code() == Some(&ProblemCode::Stale);
                    if error.code() == Some(&ProblemCode::SignedOut) {
                        session.end();
                    }
                    let said =
                        if is_stale { t(Key::DirectoryStale) } else { api_error_text(&error) };
                    announce(&said);
                    failure.try_set(Some(error));
                    if is_stale {
                        on_stale.try_run(());
                    }
                }
            }
        });
    };
    let about = of(|service| {
        let regions = format::list(service.regions.iter().map(region_name).collect());
        [t(kind_key(service.kind.as_str())), regions].join(" · ")
    });
    let chip = move || {
        if is_out.get() {
            return view! {
                <Chip label=text(Key::DirectoryOut) icon=IconName::Cross kind=ChipKind::Stop/>
            };
        }
        let day = verified.get();
        let fresh = is_verified(day, today);
        let (icon, kind) = if fresh {
            (IconName::Check, ChipKind::Plain)
        } else {
            (IconName::Info, ChipKind::Attend)
        };
        let label = Signal::derive(move || verified_words(day, today));
        view! { <Chip label icon kind/> }
    };
    let trouble = move || {
        failure.get().map(|error| {
            let is_stale = error.code() == Some(&ProblemCode::Stale);
            let words = move || {
                if is_stale { t(Key::DirectoryStale) } else { api_error_text(&error) }
            };
            view! { <Notice kind=NoticeKind::Error><p>{words}</p></Notice> }
        })
    };
    let actions = move || {
        if is_out.get() {
            return view! {
                <Button
                    label=text(Key::DirectoryBackIn)
                    about=name
                    kind=ButtonKind::Quiet
                    icon=IconName::Undo
                    on_press=move |()| press(Press::PutBack)
                />
            }
            .into_any();
        }
        view! {
            <Button
                label=text(Key::DirectoryVerify)
                about=name
                kind=ButtonKind::Quiet
                icon=IconName::Check
                on_press=move |()| press(Press::Verify)
            />
            <LinkButton
                label=text(Key::DirectoryEdit)
                about=name
                href=href.clone()
                kind=ButtonKind::Quiet
                icon=IconName::Pencil
            />
            <Button
                label=text(Key::DirectoryRetire)
                about=name
                kind=ButtonKind::Plain
                on_press=move |()| retiring.set(true)
            />
        }
        .into_any()
    };
    view! {
        <Card>
            <h3 dir="auto">{name}</h3>
            <p class="muted">{about}</p>
            <div class="row">{chip}</div>
            {trouble}
            <div class="row">{actions}</div>
        </Card>
        <ConfirmDialog
            open=retiring
            title=text(Key::DirectoryRetireAsk)
            text=text(Key::DirectoryRetireText)
            confirm_label=text(Key::DirectoryRetire)
            on_confirm=move |()| press(Press::Retire)
        />
    }
}

fn put(found: &mut Option<Vec<ServiceInfo>>, now: ServiceInfo) {
    let place = found.as_mut().and_then(|found| found.iter_mut().find(|one| one.id == now.id));
    if let Some(place) = place {
        *place = now;
    }
}

fn done_key(what: Press) -> Key {
    match what {
        Press::Verify => Key::DirectoryVerifiedDone,
        Press::Retire => Key::DirectoryRetired,
        Press::PutBack => Key::DirectoryPutBack,
    }
}
