//! A new application: employer and job suffice (features.md M11).

use super::{
    applications::adding,
    form::{Filled, Line, Typed},
    parts::{self, ONLY_ME},
    reader::{Reader, Tab},
};
use crate::http::extract::FormBody;
use axum::response::{IntoResponse, Redirect, Response};
use board::{
    application::Stage,
    item::{Item, Kind},
    op::{AddApplication, Op, TextField},
    permit::may_suggest,
};
use maud::html;
use words::Key;

/// A text of the form, by what it is stored as.
const fn line(
    name: &'static str,
    field: TextField,
    label: Key,
    hint: Option<Key>,
    optional: bool,
) -> Line {
    Line { name, field, label, hint, optional }
}

const JOB: Line =
    line("job", TextField::Job, Key::ApplicationJob, Some(Key::ApplicationJobHint), false);
const EMPLOYER: Line = line(
    "employer",
    TextField::Employer,
    Key::ApplicationEmployer,
    Some(Key::ApplicationEmployerHint),
    false,
);
const PLACE: Line = line("place", TextField::Place, Key::ApplicationPlace, None, true);
const CONTACT: Line = line(
    "contact",
    TextField::Contact,
    Key::ApplicationContact,
    Some(Key::ApplicationContactHint),
    true,
);
const SOURCE: Line = line(
    "source",
    TextField::Source,
    Key::ApplicationSource,
    Some(Key::ApplicationSourceHint),
    true,
);
const LINK: Line =
    line("link", TextField::Link, Key::ApplicationLink, Some(Key::ApplicationLinkHint), true);

pub(super) async fn empty(reader: Reader) -> Response {
    let typed = Typed::new();
    page(&reader, &Filled::new(reader.texts(), &typed), false)
}

pub(super) async fn add(mut reader: Reader, FormBody(typed): FormBody<Typed>) -> Response {
    reader.guest.speak(typed.get("lang").map(String::as_str));
    let mut form = Filled::new(reader.texts(), &typed);
    if form.only_speaks() {
        return page(&reader, &form, true);
    }
    let [job, employer, place, contact, source, link] =
        [&JOB, &EMPLOYER, &PLACE, &CONTACT, &SOURCE, &LINK].map(|line| form.read(line));
    if !form.is_wrong() {
        let suggested = suggests(&reader);
        let only_me = !suggested && form.value("readers") == ONLY_ME;
        let stage = if suggested { Stage::Idea } else { AddApplication::first_stage() };
        let whole = AddApplication {
            id: form.id(),
            employer: employer.clone(),
            job: job.clone(),
            stage,
            link,
            source,
            contact,
            place,
            only_me,
            suggested,
        };
        let add = |id| Op::AddApplication(AddApplication { id, ..whole.clone() });
        let same = |item: &Item| {
            item.as_application()
                .is_some_and(|it| it.job.text == job && it.employer.text == employer)
        };
        match reader.add(form.id(), add, same).await {
            Ok(id) => {
                // An idea has no page of its own here: it waits in the list.
                let page = if suggested { String::new() } else { format!("/{id}") };
                let page = reader.at(&format!("applications{page}?added={id}"));
                return Redirect::to(&page).into_response();
            }
            Err(refused) => form.refuse(&refused),
        }
    }
    page(&reader, &form, true)
}

fn suggests(reader: &Reader) -> bool {
    may_suggest(&reader.actor, &Kind::Application)
}

/// The page; `sent` when it answers its form.
fn page(reader: &Reader, form: &Filled<'_>, sent: bool) -> Response {
    let texts = reader.texts();
    let title = texts.get(adding(reader).unwrap_or(Key::ApplicationAdd));
    let action = reader.at("applications/new");
    let more = [PLACE, CONTACT, SOURCE, LINK];
    let has_more = more.iter().any(|line| !form.value(line.name).is_empty());
    let main = html! {
        p { a class="link" href=(reader.at("applications")) { (texts.get(Key::ActionBack)) } }
        div class="stack" {
            h1 { (title) }
            form class="form" method="post" action=(action) novalidate {
                (form.hidden())
                (form.line(&JOB))
                (form.line(&EMPLOYER))
                @if !suggests(reader) {
                    (form.choice("readers", Key::PrivacyQuestion, &parts::readers(reader)))
                }
                details class="disclosure" open[has_more] {
                    summary class="disclosure__title" { (texts.get(Key::ApplicationMoreDetails)) }
                    div class="disclosure__body" { @for line in &more { (form.line(line)) } }
                }
                div class="form__actions" { button class="button" { (title) } }
            }
        }
    };
    reader.answer(Tab::Applications, title, sent.then_some((form, action.as_str())), &main)
}
