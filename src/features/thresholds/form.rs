//! The thresholds of a branch: proposed numbers beside each, the effect before it is saved.

use board::{
    health::thresholds::{ThresholdError, Thresholds},
    id::BranchId,
    protocol::{
        caseload::{BranchThresholds, ThresholdPreview},
        problem::ProblemCode,
    },
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        error_summary::{ErrorSummary, FormError},
        field::Field,
        form::Form,
        icon::IconName,
        notice::{Notice, NoticeKind},
    },
    features::{
        api_error::api_error_text,
        branch_choice::BranchNotice,
        fetched::Fetched,
        thresholds::{
            preview::{HEADING, PreviewTable},
            wording::{fault, hint, label},
        },
    },
    i18n::{format, t, text},
    platform::{announce::announce, focus},
};

/// Why a number cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    NoNumber(&'static str),
    Rule(ThresholdError),
}

impl Fault {
    fn words(self) -> (&'static str, String) {
        match self {
            Self::NoNumber(name) => (name, t(Key::ThresholdErrorNumber)),
            Self::Rule(error) => fault(error),
        }
    }
}

/// The thresholds of one branch, to read or to change.
#[component]
pub fn BranchThresholdsForm(
    /// Which.
    branch: BranchId,
) -> impl IntoView {
    let known = Fetched::<BranchThresholds>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move { known.take(api::caseload::read_thresholds(branch).await) });
    });
    load.run(());
    let content = move || {
        known.value.get().map(|info| {
            if info.may_change {
                view! { <Change branch=branch info=info known=known/> }.into_any()
            } else {
                view! { <Values info=info/> }.into_any()
            }
        })
    };
    view! {
        <BranchNotice ready=known.is_ready() failure=known.failure on_retry=load/>
        {content}
    }
}

#[component]
fn Values(info: BranchThresholds) -> impl IntoView {
    let defaults = info.defaults.all();
    let rows =
        info.thresholds.all().into_iter().zip(defaults).map(|((name, value), (_, usual))| {
            view! {
                <div>
                    <dt>{move || label(name)}</dt>
                    <dd>
                        <strong>{move || format::number(usize::from(value))}</strong> " "
                        <span class="muted">{move || hint(name, usual)}</span>
                    </dd>
                </div>
            }
        });
    view! {
        <Notice><p>{move || t(Key::ThresholdReadOnly)}</p></Notice>
        <dl class="stack">{rows.collect_view()}</dl>
    }
}

#[component]
fn Change(
    branch: BranchId,
    info: BranchThresholds,
    known: Fetched<BranchThresholds>,
) -> impl IntoView {
    let all = info.thresholds.all().into_iter();
    let drafts: Vec<(&'static str, RwSignal<String>)> =
        all.map(|(name, value)| (name, RwSignal::new(value.to_string()))).collect();
    let drafts = StoredValue::new(drafts);
    let faults = RwSignal::new(Vec::<Fault>::new());
    let failure = RwSignal::new(None::<ApiError>);
    let preview = RwSignal::new(None::<(Thresholds, ThresholdPreview)>);
    let read = move || {
        let typed = drafts.with_value(|drafts| {
            let typed = drafts.iter().map(|(name, draft)| (*name, draft.get_untracked()));
            typed.collect::<Vec<_>>()
        });
        failure.set(None);
        match thresholds(&typed) {
            Ok(thresholds) => {
                faults.set(Vec::new());
                Some(thresholds)
            }
            Err(found) => {
                preview.set(None);
                faults.set(found);
                None
            }
        }
    };
    let trouble = move |error: ApiError| {
        announce(&api_error_text(&error));
        failure.try_set(Some(error));
    };
    let look = move |()| {
        let Some(to) = read() else { return };
        spawn_local(async move {
            match api::caseload::preview_thresholds(branch, &to).await {
                Ok(found) => {
                    preview.try_set(Some((to, found)));
                    focus::focus_soon(HEADING);
                }
                Err(error) => trouble(error),
            }
        });
    };
    let version = info.version;
    let save = move |()| {
        let Some((to, _)) = preview.get_untracked() else { return };
        spawn_local(async move {
            match api::caseload::change_thresholds(branch, version, &to).await {
                Ok(now) => {
                    announce(&t(Key::ThresholdSaved));
                    known.value.try_set(Some(now));
                    focus::focus_soon("page-title");
                }
                Err(error) if error.code() == Some(&ProblemCode::Stale) => {
                    announce(&t(Key::ThresholdNewer));
                    known.take(api::caseload::read_thresholds(branch).await);
                    focus::focus_soon("page-title");
                }
                Err(error) => trouble(error),
            }
        });
    };
    let defaults = info.defaults.all();
    let usual = defaults.clone();
    let reset = move |()| {
        preview.set(None);
        faults.set(Vec::new());
        drafts.with_value(|drafts| {
            for ((_, draft), (_, value)) in drafts.iter().zip(&usual) {
                draft.set(value.to_string());
            }
        });
    };
    // An effect that was reckoned for other numbers is none.
    let typed = Callback::new(move |()| preview.set(None));
    let fields = drafts.with_value(|drafts| {
        let field =
            |((name, draft), (_, usual)): (&(&'static str, RwSignal<String>), &(&str, u16))| {
                let (name, usual) = (*name, *usual);
                let error = Signal::derive(move || {
                    let words = faults.with(|faults| {
                        faults.iter().map(|fault| fault.words()).find(|(of, _)| *of == name)
                    });
                    words.map(|(_, words)| words)
                });
                view! {
                    <Field
                        id=name
                        label=Signal::derive(move || label(name))
                        hint=Signal::derive(move || hint(name, usual))
                        value=*draft
                        error=error
                        inputmode="numeric"
                        dir="ltr"
                        spellcheck=false
                        on_input=typed
                    />
                }
            };
        drafts.iter().zip(&defaults).map(field).collect_view()
    });
    let errors = Signal::derive(move || {
        let error = |fault: Fault| {
            let (field, message) = fault.words();
            FormError {
                field_id: field.to_owned(),
                message: format!("{} – {message}", label(field)),
            }
        };
        faults.get().into_iter().map(error).collect::<Vec<_>>()
    });
    let failed = move || {
        failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || api_error_text(&error)}</p></Notice>
            }
        })
    };
    let effect = move || {
        preview.get().map(|(_, found)| {
            view! {
                <PreviewTable preview=found/>
                <div>
                    <Button
                        label=text(Key::ThresholdSave)
                        icon=IconName::Check
                        on_press=save
                    />
                </div>
            }
        })
    };
    view! {
        <ErrorSummary errors=errors/>
        <Form on_submit=look>
            <div class="thresholds">{fields}</div>
            {failed}
            <div class="form__actions row">
                <Button label=text(Key::ThresholdPreview) kind=ButtonKind::Quiet submit=true/>
                <Button
                    label=text(Key::ThresholdReset)
                    kind=ButtonKind::Plain
                    icon=IconName::Undo
                    on_press=reset
                />
            </div>
        </Form>
        {effect}
    }
}

/// The thresholds as typed, or what is to be changed.
fn thresholds(typed: &[(&'static str, String)]) -> Result<Thresholds, Vec<Fault>> {
    let mut thresholds = Thresholds::default();
    let mut faults = Vec::new();
    for (name, typed) in typed {
        match (typed.trim().parse::<u16>(), thresholds.get_mut(name)) {
            (Ok(number), Some(value)) => *value = number,
            _ => faults.push(Fault::NoNumber(name)),
        }
    }
    if faults.is_empty() {
        match thresholds.check() {
            Ok(()) => return Ok(thresholds),
            Err(error) => faults.push(Fault::Rule(error)),
        }
    }
    Err(faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_is_told_by_its_name() {
        let typed = |value: &str| [("gap_watch", value.to_owned())];
        assert_eq!(thresholds(&typed(" 10 ")).map(|it| it.gap_watch), Ok(10));
        let fault =
            |value| thresholds(&typed(value)).err().and_then(|faults| faults.first().copied());
        assert_eq!(fault("dix"), Some(Fault::NoNumber("gap_watch")));
        assert_eq!(fault("0"), Some(Fault::Rule(ThresholdError::Zero("gap_watch"))));
        assert!(matches!(fault("21"), Some(Fault::Rule(ThresholdError::NotAbove(..)))));
    }
}
