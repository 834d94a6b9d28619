//! The form components: default, hint, error, filled, long.

use leptos::prelude::*;
use words::{Key, Lang};

use crate::{
    components::{
        button::Button,
        checkbox::Checkbox,
        choice::{Choice, ChoiceOption},
        date_field::{DateDraft, DateField, date_error_text, parse::DateError},
        field::Field,
        file_field::FileField,
        form::Form,
        select::Select,
        text_area::TextArea,
    },
    i18n::{t, text, tf},
    pages::gallery::{WRONG_FIELD, wrong_field_text},
};

/// One form with every kind of input; sending it shows the errors.
#[component]
pub fn Forms(
    /// True once it was sent.
    has_errors: Signal<bool>,
    /// Called when it is sent.
    on_submit: Callback<()>,
) -> impl IntoView {
    let draft = |text: &str| RwSignal::new(text.to_owned());
    let employer_error = Signal::derive(move || has_errors.get().then(wrong_field_text));
    let date_error =
        Signal::derive(move || Some(date_error_text(DateError::Day, &t(Key::ApplicationNextDate))));
    let horizons = Signal::derive(|| {
        vec![
            ChoiceOption::new("short", text(Key::HorizonShort)).hint(text(Key::HorizonShortHint)),
            ChoiceOption::new("medium", text(Key::HorizonMedium))
                .hint(text(Key::HorizonMediumHint)),
            ChoiceOption::new("long", text(Key::HorizonLong)).hint(text(Key::HorizonLongHint)),
        ]
    });
    let themes = Signal::derive(|| {
        [Key::ThemeJob, Key::ThemeTraining, Key::ThemeHousing, Key::ThemeDiploma]
            .map(|key| ChoiceOption::new(t(key), text(key)))
            .to_vec()
    });
    let languages = Signal::derive(|| {
        Lang::ALL.map(|lang| ChoiceOption::new(lang.tag(), lang.own_name().into())).to_vec()
    });
    let wrong_date = DateDraft::new(None);
    view! {
        <Form on_submit=on_submit>
            <h2>{move || t(Key::ApplicationNewTitle)}</h2>
            <Field
                label=text(Key::ApplicationEmployer)
                hint=text(Key::ApplicationEmployerHint)
                error=employer_error
                value=draft("")
                id=WRONG_FIELD
                autocomplete="organization"
            />
            <Field label=text(Key::ApplicationJob) value=draft("Aide-puéricultrice")/>
            <Field
                label=text(Key::ApplicationLink)
                hint=text(Key::ApplicationLinkHint)
                error=Signal::derive(|| Some(tf(Key::ErrorLink, &[("field", &t(Key::ApplicationLink))])))
                value=draft("les-lutins.example/offre-tres-longue-avec-beaucoup-de-mots-sans-espace")
                optional=true
                dir="ltr"
                inputmode="url"
                spellcheck=false
            />
            <TextArea
                label=text(Key::ApplicationNotes)
                hint=text(Key::ApplicationNotesHint)
                value=draft("Demander madame Peeters.\nDemander l’horaire du mercredi.")
                optional=true
            />
            <DateField
                label=text(Key::ApplicationDate)
                value=DateDraft::new(chrono::NaiveDate::from_ymd_opt(2026, 3, 26))
            />
            <DateField label=text(Key::ApplicationNextDate) value=wrong_date error=date_error optional=true/>
            <Choice label=text(Key::HorizonQuestion) options=horizons value=draft("medium")/>
            <Choice
                label=text(Key::ThemeQuestion)
                options=themes
                value=draft("")
                error=Signal::derive(|| Some(tf(Key::ErrorChoose, &[("field", &t(Key::ThemeQuestion))])))
                columns=true
                optional=true
            />
            <Select label=text(Key::DuoFormLanguage) options=languages value=draft("nl")/>
            <FileField
                label=text(Key::CvFileLabel)
                hint=text(Key::CvFileHint)
                error=Signal::derive(|| Some(t(Key::CvFileMissing)))
                accept="image/*"
            />
            <Checkbox label=text(Key::PrivacyMe) value=RwSignal::new(true)/>
            <div class="form__actions">
                <Button label=text(Key::ActionSave) submit=true/>
            </div>
        </Form>
    }
}
