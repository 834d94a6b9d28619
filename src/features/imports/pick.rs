//! Choosing a file, and why it cannot be used.

use board::protocol::{
    imports::{FileRule, IMPORT_BYTES_MAX, ImportPreview},
    problem::ProblemCode,
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        file_field::FileField,
        form::Form,
        notice::{Notice, NoticeKind},
    },
    features::{
        api_error::api_error_text,
        imports::{template, work::ImportWork},
    },
    i18n::{t, text, tn},
    platform::{announce, download, focus, upload},
};

/// The input's element id.
const FILE: &str = "import-file";
/// Where the focus goes when the rows are here.
pub const ROWS: &str = "import-rows";

/// Why a file cannot be used, in words.
fn fault_of(error: &ApiError) -> Option<Key> {
    let ApiError::Problem(problem) = error else { return None };
    if problem.code == ProblemCode::TooLarge {
        return Some(Key::ImportFileLarge);
    }
    let field = problem.fields.iter().find(|field| field.field == "file")?;
    Some(match FileRule::from_word(field.rule.as_str())? {
        FileRule::Kind => Key::ImportFileKind,
        FileRule::Damaged => Key::ImportFileDamaged,
        FileRule::NoHeadings => Key::ImportFileNoHeadings,
        FileRule::NoRows => Key::ImportFileNoRows,
        FileRule::TooManyRows => Key::ImportFileTooMany,
    })
}

/// Reads the chosen file on the server; what it says beside the field, or as a whole.
async fn read() -> Result<ImportPreview, Result<Key, ApiError>> {
    // Room above the limit, so that the server's own words are heard.
    let most = u32::try_from(IMPORT_BYTES_MAX * 4).unwrap_or(u32::MAX);
    let ready = upload::prepare(FILE, 0, most).await.map_err(|()| Ok(Key::ImportFileDamaged))?;
    let ready = ready.ok_or(Ok(Key::ImportFileChoose))?;
    if ready.bytes > IMPORT_BYTES_MAX as f64 {
        return Err(Ok(Key::ImportFileLarge));
    }
    let answer = api::imports::preview(&ready).await;
    answer.map_err(|error| fault_of(&error).ok_or(error))
}

/// The template, the input, one button.
#[component]
pub fn PickFile(
    /// What the parts of the page share.
    work: ImportWork,
) -> impl IntoView {
    let fault = RwSignal::new(None::<Key>);
    let failure = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    let send = move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        fault.set(None);
        work.created.set(None);
        spawn_local(async move {
            let answer = read().await;
            busy.try_set(false);
            match answer {
                Ok(preview) => {
                    announce::announce(&tn(Key::ImportDuos, preview.rows.len()));
                    work.preview.try_set(Some(preview));
                    focus::focus_soon(ROWS);
                }
                Err(Ok(key)) => {
                    fault.try_set(Some(key));
                    focus::focus_soon(FILE);
                }
                Err(Err(error)) => {
                    announce::announce(&api_error_text(&error));
                    failure.try_set(Some(error));
                }
            }
        });
    };
    let error = Signal::derive(move || fault.get().map(t));
    let take = move |()| {
        download::save(&t(Key::ImportTemplateName), "text/csv;charset=utf-8", &template::text());
    };
    let failed = move || {
        failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || api_error_text(&error)}</p></Notice>
            }
        })
    };
    let created = move || {
        let duos = usize::try_from(work.created.get()?).unwrap_or(usize::MAX);
        Some(view! {
            <Notice kind=NoticeKind::Success>
                <p>{move || tn(Key::ImportCreated, duos)} " " {move || t(Key::ImportCreatedNext)}</p>
            </Notice>
        })
    };
    view! {
        {created}
        <div>
            <Button label=text(Key::ImportTemplate) kind=ButtonKind::Quiet on_press=take/>
        </div>
        <Form on_submit=send>
            <FileField
                label=text(Key::ImportFile)
                hint=text(Key::ImportFileHint)
                accept=".csv,.txt,.tsv,.xlsx"
                error=error
                id=FILE
            />
            {failed}
            <div class="form__actions">
                <Button label=text(Key::ImportRead) submit=true/>
                <p class="muted">{move || busy.get().then(|| t(Key::ImportReading))}</p>
            </div>
        </Form>
    }
}
