//! A new referral: service, reason from a list, how, day, and what to bring (T09).

use board::{protocol::library::ServiceInfo, referral::ReferralKind, slug::Slug};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use words::Key;

use crate::{
    api::library,
    components::{
        button::Button, choice::Choice, date_field::DateField, disclosure::Disclosure,
        field::Field, form::Form, icon::IconName, select::Select, text_area::TextArea,
    },
    features::{
        fetched::{FetchNotice, Fetched},
        objectives::wording::theme_options,
        privacy::{ONLY_ME, privacy_options},
        referrals::{
            draft::{CONTACT, DAY, LINK, NOTES, NewReferral, PLACE, THEME, TITLE},
            need::DoINeedIt,
            wording::{kind_options, mode_options},
        },
    },
    i18n::{self, t, text, tf},
    paths::Path,
    platform::announce::announce,
    state::board::BoardState,
};

/// What the directory says of the service in the address, then the form.
#[component]
pub fn NewReferralForm(
    /// The drafts and errors.
    form: NewReferral,
    /// The service of the directory that it is about.
    service: Option<Slug>,
) -> impl IntoView {
    let first = Memo::new(move |_| form.kind.with(|kind| kind == ReferralKind::Diploma.as_str()));
    let only_me = Signal::derive(move || form.readers.with(|readers| readers == ONLY_ME));
    view! {
        {service.map(|service| view! { <FromDirectory service form/> })}
        <div class="form">
            <Choice label=text(Key::ReferralKind) options=kind_options() value=form.kind/>
        </div>
        {move || first.get().then(|| view! { <DoINeedIt only_me/> })}
        <Inputs form/>
    }
}

/// Reads the service once and fills the form with it; what is known of it stands above.
#[component]
fn FromDirectory(service: Slug, form: NewReferral) -> impl IntoView {
    let found = Fetched::<ServiceInfo>::nothing();
    let ask = move || {
        let (service, lang) = (service.clone(), i18n::lang().tag());
        spawn_local(async move {
            let answer = library::service(lang, &service).await;
            found.take_or_copy(&format!("service:{lang}:{service}"), answer).await;
        });
    };
    let again = Callback::new({
        let ask = ask.clone();
        move |()| untrack(&ask)
    });
    Effect::new(move |_| ask());
    Effect::new(move |_| {
        found.value.with(|service| {
            if let Some(service) = service {
                form.fill(service);
            }
        });
    });
    let note = move || {
        found.value.with(|service| {
            let service = service.as_ref().filter(|service| !service.note.is_empty())?;
            let note = service.note.clone();
            Some(view! { <p>{note}</p> })
        })
    };
    view! {
        <FetchNotice ready=found.is_ready() failure=found.failure on_retry=again/>
        {note}
    }
}

#[component]
fn Inputs(form: NewReferral) -> impl IntoView {
    let board = BoardState::expect();
    let navigate = use_navigate();
    let send = move |()| {
        if let Some((id, title)) = form.send(board) {
            navigate(&Path::Referral(id.0).href(), NavigateOptions::default());
            announce(&tf(Key::ReferralAdded, &[("title", &title)]));
        }
    };
    let has_more = [form.place, form.contact, form.link]
        .iter()
        .any(|line| line.with_untracked(|typed| !typed.is_empty()));
    view! {
        <Form on_submit=send>
            <Field
                label=text(Key::ReferralName)
                hint=text(Key::ReferralNameHint)
                value=form.title
                error=form.error_of(TITLE)
                spellcheck=false
                id=TITLE
            />
            <Reason form/>
            <Choice
                label=text(Key::ReferralMode)
                options=mode_options()
                value=form.mode
                optional=true
                columns=true
            />
            <DateField
                label=text(Key::ReferralDay)
                value=form.day
                error=form.error_of(DAY)
                optional=true
                id=DAY
            />
            <TextArea
                label=text(Key::ReferralBringLabel)
                hint=text(Key::ReferralNoNumbers)
                value=form.notes
                error=form.error_of(NOTES)
                optional=true
                id=NOTES
            />
            <Disclosure label=text(Key::ReferralDetails) open=has_more>
                <Field
                    label=text(Key::ReferralPlace)
                    value=form.place
                    error=form.error_of(PLACE)
                    spellcheck=false
                    optional=true
                    id=PLACE
                />
                <Field
                    label=text(Key::ReferralContact)
                    value=form.contact
                    error=form.error_of(CONTACT)
                    spellcheck=false
                    optional=true
                    id=CONTACT
                />
                <Field
                    label=text(Key::ReferralLink)
                    value=form.link
                    error=form.error_of(LINK)
                    inputmode="url"
                    dir="ltr"
                    spellcheck=false
                    optional=true
                    id=LINK
                />
            </Disclosure>
            <div><Button label=text(Key::ReferralAdd) icon=IconName::Plus submit=true/></div>
        </Form>
    }
}

/// What it is to help with; a sensitive reason starts as "only me".
#[component]
fn Reason(form: NewReferral) -> impl IntoView {
    let board = BoardState::expect();
    let sensitive = RwSignal::new(form.follow_theme());
    let follow = move |_: String| {
        let now = form.follow_theme();
        sensitive.set(now);
        if now && board.is_mentee() {
            announce(&t(Key::PrivacySensitive));
        }
    };
    let choose = move |chosen: String| {
        sensitive.set(false);
        form.choose_readers(&chosen);
    };
    let hint = Signal::derive(move || {
        t(if sensitive.get() { Key::PrivacySensitive } else { Key::PrivacyHint })
    });
    let readers = board.is_mentee().then(|| {
        view! {
            <Choice
                label=text(Key::PrivacyQuestion)
                hint=hint
                options=privacy_options(board)
                value=form.readers
                on_choose=choose
            />
        }
    });
    view! {
        <Select
            label=text(Key::ReferralTheme)
            options=theme_options()
            value=form.theme
            error=form.error_of(THEME)
            id=THEME
            on_choose=follow
        />
        {readers}
    }
}
