//! "My consents": each with its text, yes or no, and since when. Withdrawing takes two taps and
//! holds at once.

use board::{
    office::consent::Purpose,
    protocol::consents::{ConsentInfo, Given},
};
use leptos::{prelude::*, task::spawn_local};
use words::{Key, Lang};

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        chip::{Chip, ChipKind},
        confirm_dialog::ConfirmDialog,
        each::Each,
        icon::IconName,
        link_button::LinkButton,
        notice::{Notice, NoticeKind},
    },
    features::{
        api_error::api_error_text,
        applications::facts::day,
        fetched::{CopyNote, FetchNotice, Fetched},
    },
    i18n::{format, t, text, tf},
    paths::Path,
    platform::announce::announce,
};

/// What goes with the programme, then each purpose in a card.
#[component]
pub fn MyConsents() -> impl IntoView {
    let consents = Fetched::<Vec<ConsentInfo>>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move {
            consents.take_or_copy("consents", api::consents::list().await).await;
        });
    });
    load.run(());
    let purposes = Memo::new(move |_| {
        let known = consents.value.get().unwrap_or_default();
        known.iter().map(|info| info.purpose).collect::<Vec<_>>()
    });
    let is_empty = move || consents.is_ready().get() && purposes.with(Vec::is_empty);
    view! {
        <section class="card">
            <h2>{move || t(Key::ConsentContractTitle)}</h2>
            <p>{move || t(Key::ConsentContract)}</p>
        </section>
        <CopyNote kept=consents.kept/>
        <FetchNotice ready=consents.is_ready() failure=consents.failure on_retry=load/>
        <Show when=is_empty><p>{move || t(Key::ConsentNone)}</p></Show>
        <Each each=move || purposes.get() key=|purpose| *purpose let:purpose>
            <OnePurpose purpose consents/>
        </Each>
    }
}

/// One purpose: the text, how it stands, and the two answers.
#[component]
fn OnePurpose(purpose: Purpose, consents: Fetched<Vec<ConsentInfo>>) -> impl IntoView {
    let info = Memo::new(move |_| {
        consents
            .value
            .with(|all| all.iter().flatten().find(|info| info.purpose == purpose).cloned())
    });
    let failure = RwSignal::new(None::<ApiError>);
    let asking = RwSignal::new(false);
    let working = StoredValue::new(false);
    let answer = Callback::new(move |given: bool| {
        if working.get_value() {
            return;
        }
        working.set_value(true);
        spawn_local(async move {
            let answer = api::consents::set(purpose, given).await;
            working.try_set_value(false);
            match answer {
                Ok(now) => {
                    failure.try_set(None);
                    consents.value.try_set(Some(now));
                    announce(&t(if given { Key::ConsentSavedYes } else { Key::ConsentSavedNo }));
                }
                Err(error) => {
                    announce(&api_error_text(&error));
                    failure.try_set(Some(error));
                }
            }
        });
    });
    let given =
        Memo::new(move |_| info.with(|info| info.as_ref().and_then(|info| info.given.clone())));
    let refused = Memo::new(move |_| {
        info.with(|info| {
            info.as_ref().is_some_and(|info| info.given.is_none() && info.withdrawn.is_some())
        })
    });
    let is_current = Memo::new(move |_| {
        given.with(|given| {
            given.as_ref().is_some_and(|it| it.text_version == purpose.text_version())
        })
    });
    let trouble = move || {
        failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || api_error_text(&error)}</p></Notice>
            }
        })
    };
    let yes = move || {
        if purpose == Purpose::Letters {
            // The letter needs an address: asking for it there is the consent.
            let href = Path::Letter.href();
            view! { <LinkButton label=text(Key::ConsentLettersGo) href=href/> }.into_any()
        } else {
            view! {
                <Button
                    label=text(Key::ConsentYes)
                    kind=ButtonKind::Quiet
                    icon=IconName::Check
                    about=text(name(purpose))
                    on_press=move |()| answer.run(true)
                />
            }
            .into_any()
        }
    };
    let warning = match purpose {
        Purpose::Demographics => Key::ConsentWithdrawDemographics,
        _ => Key::ConsentWithdrawText,
    };
    view! {
        <section class="card stack">
            <h2>{move || t(name(purpose))}</h2>
            <p>{move || t(words_of(purpose))}</p>
            <State info/>
            {move || given.with(|given| given.as_ref().map(particulars))}
            {trouble}
            <div class="row">
                {move || (!is_current.get()).then(yes)}
                <Show when=move || given.with(Option::is_some)>
                    <Button
                        label=text(Key::ConsentWithdraw)
                        kind=ButtonKind::Stop
                        about=text(name(purpose))
                        on_press=move |()| asking.set(true)
                    />
                </Show>
                <Show when=move || given.with(Option::is_none) && !refused.get() && purpose != Purpose::Letters>
                    <Button
                        label=text(Key::ConsentNo)
                        kind=ButtonKind::Quiet
                        icon=IconName::Cross
                        about=text(name(purpose))
                        on_press=move |()| answer.run(false)
                    />
                </Show>
            </div>
            {(purpose == Purpose::Demographics).then(|| view! {
                <p>
                    <a class="link" href=Path::ReportQuestions.href()>
                        {move || t(Key::DemographicsOpen)}
                    </a>
                </p>
            })}
        </section>
        <ConfirmDialog
            open=asking
            title=text(Key::ConsentWithdrawAsk)
            text=text(warning)
            confirm_label=text(Key::ConsentWithdraw)
            on_confirm=move |()| answer.run(false)
        />
    }
}

/// Yes or no, with its day, as a chip with words.
#[component]
fn State(info: Memo<Option<ConsentInfo>>) -> impl IntoView {
    let standing = move || {
        let info = info.get()?;
        Some(match (info.given, info.withdrawn) {
            (Some(given), _) => (Some(true), Some(given.at)),
            (None, Some(withdrawn)) => (Some(false), Some(withdrawn)),
            (None, None) => (None, None),
        })
    };
    let label = Signal::derive(move || match standing() {
        Some((Some(yes), Some(at))) => {
            let key = if yes { Key::ConsentGivenOn } else { Key::ConsentRefusedOn };
            tf(key, &[("date", &format::long_date(day(at)))])
        }
        _ => t(Key::ConsentNotAsked),
    });
    let kind = Signal::derive(move || match standing() {
        Some((Some(true), _)) => ChipKind::Done,
        _ => ChipKind::Plain,
    });
    view! { <div><Chip label=label kind=kind/></div> }
}

/// Who heard it, in which language it was read, and whether the text is another one by now.
fn particulars(given: &Given) -> AnyView {
    let Given { text_version: _, lang, heard_by, .. } = given.clone();
    let read = Lang::from_tag(&lang)
        .map(|lang| move || tf(Key::ConsentReadIn, &[("lang", lang.own_name())]));
    let heard = heard_by.map(|name| move || tf(Key::ConsentHeardBy, &[("name", &name)]));
    view! {
        <p class="muted">
            {heard.map(|words| view! { <span>{words} " "</span> })}
            {read}
        </p>
    }
    .into_any()
}

fn name(purpose: Purpose) -> Key {
    match purpose {
        Purpose::FollowUp => Key::ConsentFollowUp,
        Purpose::Demographics => Key::ConsentDemographics,
        Purpose::Story => Key::ConsentStory,
        Purpose::Letters => Key::ConsentLetters,
    }
}

fn words_of(purpose: Purpose) -> Key {
    match purpose {
        Purpose::FollowUp => Key::ConsentFollowUpText,
        Purpose::Demographics => Key::ConsentDemographicsText,
        Purpose::Story => Key::ConsentStoryText,
        Purpose::Letters => Key::ConsentLettersText,
    }
}
