//! The letter of the week, for mentors and staff: an address, a switch, a way to erase the address
//! (features.md T11).

use board::{
    mail_address::parse_address,
    protocol::account::{ChangeDigest, Digest},
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        checkbox::Checkbox,
        confirm_dialog::ConfirmDialog,
        field::Field,
        form::Form,
        notice::{Notice, NoticeKind},
    },
    features::{
        api_error::api_error_text,
        fetched::{CopyNote, FetchNotice, Fetched},
    },
    i18n::{t, text},
    platform::{announce::announce, focus},
};

const ADDRESS: &str = "letter-address";

/// Why what was typed cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// The letter is wanted, and there is no address.
    Empty,
    /// It does not look like an address.
    Unusable,
}

/// What it says, the form, the way to erase the address.
#[component]
pub fn LetterWork(
    /// What it says, and what it does not.
    #[prop(default = [Key::LetterSays, Key::LetterSaysNot])]
    says: [Key; 2],
) -> impl IntoView {
    let [says, says_not] = says;
    let digest = Fetched::<Digest>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move { digest.take_or_copy("letter", api::letter::read().await).await });
    });
    load.run(());
    view! {
        <p>{move || t(says)}</p>
        <p>{move || t(says_not)}</p>
        <FetchNotice ready=digest.is_ready() failure=digest.failure on_retry=load/>
        <CopyNote kept=digest.kept locked=true/>
        <Show when=move || digest.is_ready().get()>
            <Choices digest/>
        </Show>
    }
}

#[component]
fn Choices(digest: Fetched<Digest>) -> impl IntoView {
    let known = digest.value.get_untracked().unwrap_or_default();
    let address = RwSignal::new(known.address.unwrap_or_default());
    let weekly = RwSignal::new(known.weekly);
    // After a copy comes the truth: it takes the place of what nobody has touched.
    Effect::new(move |before: Option<Digest>| {
        let now = digest.value.get().unwrap_or_default();
        if let Some(before) = before {
            follow(address, before.address.unwrap_or_default(), now.address.clone());
            follow(weekly, before.weekly, Some(now.weekly));
        }
        now
    });
    let fault = RwSignal::new(None::<Fault>);
    let failure = RwSignal::new(None::<ApiError>);
    let saved = RwSignal::new(None::<Key>);
    let working = StoredValue::new(false);
    let asking = RwSignal::new(false);
    let change = Callback::new(move |wanted: ChangeDigest| {
        if working.get_value() {
            return;
        }
        working.set_value(true);
        saved.set(None);
        spawn_local(async move {
            let is_erased = wanted.address.as_deref() == Some("");
            let answer = api::letter::change(&wanted).await;
            working.try_set_value(false);
            match answer {
                Ok(now) => {
                    failure.try_set(None);
                    address.try_set(now.address.clone().unwrap_or_default());
                    weekly.try_set(now.weekly);
                    let words = done(&now, is_erased);
                    announce(&t(words));
                    saved.try_set(Some(words));
                    digest.value.try_set(Some(now));
                    if is_erased {
                        focus::focus_soon(ADDRESS);
                    }
                }
                Err(error) => {
                    announce(&api_error_text(&error));
                    failure.try_set(Some(error));
                }
            }
        });
    });
    let save = move |()| match read(&address.get_untracked(), weekly.get_untracked()) {
        Ok(wanted) => {
            fault.set(None);
            change.run(wanted);
        }
        Err(found) => {
            fault.set(Some(found));
            focus::focus_soon(ADDRESS);
        }
    };
    let erase = move |()| {
        fault.set(None);
        change.run(ChangeDigest { address: Some(String::new()), weekly: Some(false) });
    };
    let error = Signal::derive(move || {
        fault.get().map(|fault| match fault {
            Fault::Empty => t(Key::LetterErrorEmpty),
            Fault::Unusable => t(Key::LetterErrorUnusable),
        })
    });
    let has_address = Memo::new(move |_| {
        digest.value.with(|known| known.as_ref().is_some_and(|known| known.address.is_some()))
    });
    let told = move || {
        saved.get().map(|words| {
            view! { <Notice kind=NoticeKind::Success><p>{move || t(words)}</p></Notice> }
        })
    };
    let trouble = move || {
        failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || api_error_text(&error)}</p></Notice>
            }
        })
    };
    view! {
        <Form on_submit=save>
            <Field
                label=text(Key::LetterAddress)
                hint=text(Key::LetterAddressHint)
                value=address
                error=error
                id=ADDRESS
                name="email"
                autocomplete="email"
                inputmode="email"
                dir="ltr"
                spellcheck=false
            />
            <Checkbox label=text(Key::LetterOn) value=weekly/>
            {trouble}
            {told}
            <div class="form__actions"><Button label=text(Key::LetterSave) submit=true/></div>
        </Form>
        <Show when=move || has_address.get()>
            <div>
                <Button
                    label=text(Key::LetterErase)
                    kind=ButtonKind::Plain
                    on_press=move |()| asking.set(true)
                />
            </div>
        </Show>
        <ConfirmDialog
            open=asking
            title=text(Key::LetterEraseTitle)
            text=text(Key::LetterEraseText)
            confirm_label=text(Key::LetterErase)
            on_confirm=erase
        />
    }
}

/// Shows what is so now where what was so before still stands.
fn follow<T: Default + PartialEq + Send + Sync + 'static>(
    shown: RwSignal<T>,
    before: T,
    now: Option<T>,
) {
    if shown.with_untracked(|shown| *shown == before) {
        shown.set(now.unwrap_or_default());
    }
}

/// What was typed and chosen, when it can be used.
fn read(typed: &str, weekly: bool) -> Result<ChangeDigest, Fault> {
    let typed = typed.trim();
    let address = match typed {
        "" if weekly => return Err(Fault::Empty),
        "" => String::new(),
        typed => parse_address(typed).ok_or(Fault::Unusable)?,
    };
    Ok(ChangeDigest { address: Some(address), weekly: Some(weekly) })
}

/// What is so from now on.
fn done(now: &Digest, is_erased: bool) -> Key {
    match (now.weekly, is_erased) {
        (true, _) => Key::LetterSavedOn,
        (false, true) => Key::LetterErased,
        (false, false) => Key::LetterSavedOff,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_needs_an_address_and_an_address_no_letter() {
        assert_eq!(read("  ", true), Err(Fault::Empty));
        assert_eq!(read("cecile", false), Err(Fault::Unusable));
        let erased = ChangeDigest { address: Some(String::new()), weekly: Some(false) };
        assert_eq!(read("", false), Ok(erased));
        let wanted = ChangeDigest { address: Some("c@example.be".to_owned()), weekly: Some(false) };
        assert_eq!(read(" c@example.be ", false), Ok(wanted));
    }
}
