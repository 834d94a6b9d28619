//! The settings of the association (features.md A16, K11, K21): three numbers, each with its usual
//! value beside it.

use board::{
    office::{
        duty::{Duty, may},
        setting::Settings,
    },
    protocol::{problem::ProblemCode, settings::SettingsInfo},
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::Button,
        error_summary::{ErrorSummary, FormError},
        field::Field,
        form::Form,
        notice::{Notice, NoticeKind},
    },
    features::{
        api_error::api_error_text,
        fetched::{FetchNotice, Fetched},
    },
    i18n::{format, t, text, tf},
    platform::{announce::announce, focus},
    state::session::SessionState,
};

/// Label and hint, in the order of [`Settings::NAMES`].
const WORDS: [(Key, Key); 3] = [
    (Key::SettingsDurable, Key::SettingsDurableHint),
    (Key::SettingsRetention, Key::SettingsRetentionHint),
    (Key::SettingsRematch, Key::SettingsRematchHint),
];

/// The form for who manages the organisation; the values for everybody else who works there.
#[component]
pub fn OfficeSettings() -> impl IntoView {
    let session = SessionState::expect();
    let known = Fetched::<SettingsInfo>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move { known.take(api::settings::read().await) });
    });
    load.run(());
    let manages = Memo::new(move |_| {
        session.session().is_some_and(|session| may(&session.role, Duty::ManageOrganisation))
    });
    let version = Memo::new(move |_| known.value.with(|info| info.map(|info| info.version)));
    let content = move || {
        version.get()?;
        Some(if manages.get() {
            view! { <Change known/> }.into_any()
        } else {
            view! { <Values known/> }.into_any()
        })
    };
    view! {
        <FetchNotice ready=known.is_ready() failure=known.failure on_retry=load/>
        {content}
    }
}

/// The values as words.
#[component]
fn Values(known: Fetched<SettingsInfo>) -> impl IntoView {
    let values = known.value.get_untracked().map_or([0; 3], |info| info.settings.values());
    let rows = WORDS.into_iter().zip(values).map(|((label, hint), value)| {
        view! {
            <li class="card">
                <h2>{move || t(label)}</h2>
                <p><strong>{move || format::number(usize::from(value))}</strong></p>
                <p class="muted">{move || t(hint)}</p>
            </li>
        }
    });
    view! {
        <Notice><p>{move || t(Key::SettingsReadOnly)}</p></Notice>
        <ul class="stack">{rows.collect_view()}</ul>
    }
}

#[component]
fn Change(known: Fetched<SettingsInfo>) -> impl IntoView {
    let Some(info) = known.value.get_untracked() else { return ().into_any() };
    let drafts = info.settings.values().map(|value| RwSignal::new(value.to_string()));
    let faults = RwSignal::new(Vec::<usize>::new());
    let failure = RwSignal::new(None::<ApiError>);
    let working = StoredValue::new(false);
    let save = move |()| {
        let found = read(drafts.map(|draft| draft.get_untracked()));
        let to = match found {
            Ok(to) => to,
            Err(found) => return faults.set(found),
        };
        if working.get_value() {
            return;
        }
        working.set_value(true);
        faults.set(Vec::new());
        failure.set(None);
        spawn_local(async move {
            let answer = api::settings::change(info.version, &to).await;
            working.try_set_value(false);
            match answer {
                Ok(now) => {
                    announce(&t(Key::SettingsSaved));
                    known.value.try_set(Some(now));
                    focus::focus_soon("page-title");
                }
                Err(error) if error.code() == Some(&ProblemCode::Stale) => {
                    announce(&t(Key::SettingsStale));
                    known.take(api::settings::read().await);
                }
                Err(error) => {
                    announce(&api_error_text(&error));
                    failure.try_set(Some(error));
                }
            }
        });
    };
    let words = move |place: usize| {
        let (least, most) = Settings::LIMITS[place];
        let number = |value: u16| format::number(usize::from(value));
        tf(Key::SettingsError, &[("least", &number(least)), ("most", &number(most))])
    };
    let errors = Signal::derive(move || {
        let error = |place: usize| FormError {
            field_id: Settings::NAMES[place].to_owned(),
            message: words(place),
        };
        faults.get().into_iter().map(error).collect::<Vec<_>>()
    });
    let field = move |(place, (label, hint)): (usize, (Key, Key))| {
        let usual = Settings::default().values()[place];
        let hint = Signal::derive(move || {
            let usual = format::number(usize::from(usual));
            format!("{} {}", t(hint), tf(Key::SettingsDefault, &[("n", &usual)]))
        });
        let error = Signal::derive(move || {
            faults.with(|faults| faults.contains(&place)).then(|| words(place))
        });
        view! {
            <Field
                id=Settings::NAMES[place]
                label=text(label)
                hint=hint
                value=drafts[place]
                error=error
                inputmode="numeric"
                dir="ltr"
                spellcheck=false
            />
        }
    };
    let trouble = move || {
        failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || api_error_text(&error)}</p></Notice>
            }
        })
    };
    view! {
        <ErrorSummary errors=errors/>
        <Form on_submit=save>
            {WORDS.into_iter().enumerate().map(field).collect_view()}
            {trouble}
            <div class="form__actions"><Button label=text(Key::SettingsSave) submit=true/></div>
        </Form>
    }
    .into_any()
}

/// The settings as typed, or the places of those that cannot be used.
fn read(typed: [String; 3]) -> Result<Settings, Vec<usize>> {
    let numbers = typed.map(|typed| typed.trim().parse::<u16>().ok());
    let settings = Settings::from_values(numbers.map(Option::unwrap_or_default));
    let outside = settings.faults();
    let is_broken =
        |place: &usize| numbers[*place].is_none() || outside.contains(&Settings::NAMES[*place]);
    let broken: Vec<usize> = (0..numbers.len()).filter(is_broken).collect();
    if broken.is_empty() { Ok(settings) } else { Err(broken) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_is_told_by_its_place() {
        let typed = |a: &str, b: &str, c: &str| [a, b, c].map(str::to_owned);
        assert_eq!(read(typed("3", " 6 ", "0")), Ok(Settings::default()));
        assert_eq!(read(typed("0", "25", "x")), Err(vec![0, 1, 2]));
        assert_eq!(read(typed("3", "6", "")), Err(vec![2]));
    }
}
