//! What is left to change in a form, all in one place.

use leptos::prelude::*;
use words::{Key, Lang};

use crate::{
    components::label::FieldIds,
    i18n::{self, tn},
    platform::{focus, ids},
};

/// One error of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormError {
    /// Id of the input to go to.
    pub field_id: String,
    /// The same words as beside the input.
    pub message: String,
}

/// Takes the focus each time a form is sent with errors; each link leads to its input.
///
/// The alert sits inside the focused element: on the same element some screen readers read it
/// twice, others not at all. Renders nothing while there is no error.
#[component]
pub fn ErrorSummary(
    /// The errors, in the order of the inputs. Setting it moves the focus. Derive it from typed
    /// errors, so that a language switch writes them anew.
    #[prop(into)]
    errors: Signal<Vec<FormError>>,
) -> impl IntoView {
    let id = ids::element_id("summary");
    let target = id.clone();
    Effect::new(move |before: Option<Lang>| {
        let lang = i18n::lang();
        let same_language = before.is_none_or(|before| before == lang);
        if errors.with(|errors| !errors.is_empty()) && same_language {
            focus::focus_soon(target.clone());
        }
        lang
    });
    let links = move || {
        let link = |FormError { field_id, message }: FormError| {
            let href = format!("#{field_id}");
            let go = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                focus::focus_field(&field_id, &FieldIds::new(field_id.clone()).label);
            };
            view! {
                <li><a class="summary__link" href=href rel="external" on:click=go>{message}</a></li>
            }
        };
        errors.get().into_iter().map(link).collect_view()
    };
    move || {
        let count = errors.with(Vec::len);
        (count > 0).then(|| {
            view! {
                <div class="summary" id=id.clone() tabindex="-1">
                    <div role="alert">
                        <h2>{move || tn(Key::ErrorSummaryTitle, count)}</h2>
                        <ul class="summary__list">{links}</ul>
                    </div>
                </div>
            }
        })
    }
}
