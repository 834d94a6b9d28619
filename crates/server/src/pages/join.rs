//! First contact: from a link or ten digits to a signed-in device, one question a page, without
//! the app (sign-in.md steps 3 and 4). Nothing is used up before "Yes" and the answer about the
//! phone.

pub(super) mod view;

use super::{Pages, answer, left::Picked, simple};
use crate::{
    app::App,
    entrance,
    http::{
        cookies,
        extract::{AskedFor, FormBody},
        peer::Peer,
        problem::ApiError,
    },
    store::people::Invitation,
};
use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode, header::SET_COOKIE},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
    routing::{get, post},
};
use board::protocol::session::{BranchInfo, Key as EntryKey};
use serde::Deserialize;
use std::{net::IpAddr, sync::Arc};
use view::{Held, SIMPLE, View, Wrong};
use words::Lang;

/// What every form of these pages carries.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Step {
    code: String,
    token: String,
    own: String,
    /// Where to go then: to the pages without the app, or to the app.
    then: String,
    lang: Option<String>,
}

impl Step {
    fn view<'a>(&self, pages: &'a Pages, lang: Lang) -> View<'a> {
        View::new(pages, lang, self.then == SIMPLE)
    }

    fn held(&self) -> Held<'_> {
        if self.token.is_empty() { Held::Code(&self.code) } else { Held::Token(&self.token) }
    }

    fn key(&self) -> EntryKey {
        match self.held() {
            Held::Code(code) => EntryKey::Code(code.to_owned()),
            Held::Token(token) => EntryKey::Token(token.to_owned()),
        }
    }
}

pub(super) fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/j", get(ask_code))
        .route("/j/look", post(who).get(back))
        .route("/j/own", post(own).get(back))
        .route("/j/enter", post(enter).get(back))
        .route("/j/not-me", post(not_me).get(back))
}

/// The answer to a form has no address of its own: reloading one begins again.
async fn back() -> Redirect {
    Redirect::to("/j")
}

async fn ask_code(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    AskedFor(picked): AskedFor<Picked>,
) -> impl IntoResponse {
    let (lang, cookie) = picked.settle(&app, &headers);
    let view = View::new(&app.pages, lang, false);
    (cookie, answer(view.code_form(None)))
}

async fn who(
    State(app): State<Arc<App>>,
    Peer(peer): Peer,
    headers: HeaderMap,
    FormBody(step): FormBody<Step>,
) -> Response {
    look_then(&app, peer, &headers, &step, |view, invitation, branch| {
        view.is_it_you(&step.held(), invitation, branch)
    })
    .await
}

async fn own(
    State(app): State<Arc<App>>,
    Peer(peer): Peer,
    headers: HeaderMap,
    FormBody(step): FormBody<Step>,
) -> Response {
    look_then(&app, peer, &headers, &step, |view, _, branch| view.whose_phone(&step.held(), branch))
        .await
}

async fn not_me(
    State(app): State<Arc<App>>,
    Peer(peer): Peer,
    headers: HeaderMap,
    FormBody(step): FormBody<Step>,
) -> Response {
    let (lang, cookie) = Picked { lang: step.lang.clone() }.settle(&app, &headers);
    let view = step.view(&app.pages, lang);
    let found = match entrance::look(&app, peer, &step.key()).await {
        Ok(invitation) => branch_of(&app, &invitation).await,
        Err(_) => None,
    };
    (cookie, answer(view.not_me(&step.held(), found.as_ref()))).into_response()
}

async fn enter(
    State(app): State<Arc<App>>,
    Peer(peer): Peer,
    headers: HeaderMap,
    FormBody(step): FormBody<Step>,
) -> Response {
    if step.lang.is_some() {
        // A language was picked on the page that asks about the phone.
        return own(State(app), Peer(peer), headers, FormBody(step)).await;
    }
    let own_device = step.own == "yes";
    let entered = match entrance::enter(&app, peer, &step.key(), own_device, &headers).await {
        Ok(entered) => entered,
        Err(error) => return wrong(&app, &headers, &step, error),
    };
    // Whoever picked a language on the way in keeps it.
    let person = &entered.invitation.person;
    let chosen = crate::http::language::chosen(&headers);
    let lang = chosen.or_else(|| Lang::from_tag(&person.lang)).unwrap_or_default();
    if lang.tag() != person.lang
        && let Err(error) = app.store.set_lang(person.id, lang.tag()).await
    {
        tracing::warn!(%error, "the chosen language was not kept");
    }
    let set = AppendHeaders([
        (SET_COOKIE, cookies::sign_in(&entered.secret, entered.stay)),
        (SET_COOKIE, cookies::language(lang, &app.site)),
    ]);
    let next = if step.then == SIMPLE { simple::WEEK } else { "/" };
    (set, Redirect::to(next)).into_response()
}

/// The branch that invites; a page without its number is better than none.
async fn branch_of(app: &App, invitation: &Invitation) -> Option<BranchInfo> {
    app.store.branch_for(invitation.person.id).await.ok().flatten()
}

/// Looks at the invitation and shows a page about it, or the code form with what is wrong.
async fn look_then(
    app: &App,
    peer: IpAddr,
    headers: &HeaderMap,
    step: &Step,
    show: impl FnOnce(&View, &Invitation, Option<&BranchInfo>) -> maud::Markup,
) -> Response {
    match entrance::look(app, peer, &step.key()).await {
        Ok(invitation) => {
            let (lang, cookie) = Picked { lang: step.lang.clone() }.settle(app, headers);
            let view = step.view(&app.pages, lang);
            let branch = branch_of(app, &invitation).await;
            (cookie, answer(show(&view, &invitation, branch.as_ref()))).into_response()
        }
        Err(error) => wrong(app, headers, step, error),
    }
}

/// The code form again, with what was typed and what to do.
fn wrong(app: &App, headers: &HeaderMap, step: &Step, error: ApiError) -> Response {
    let (lang, cookie) = Picked { lang: step.lang.clone() }.settle(app, headers);
    let view = step.view(&app.pages, lang);
    let problem = error.problem();
    let held = step.held();
    let sentence = view.sentence(&problem, &held);
    let shown = match held {
        Held::Code(typed) => Wrong::Code(typed, sentence),
        Held::Token(_) => Wrong::Link(sentence),
    };
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::BAD_REQUEST);
    if problem.status >= 500 {
        tracing::error!(code = problem.code.as_str(), cause = %error, "sign-in failed: {error}");
    }
    (status, cookie, answer(view.code_form(Some(&shown)))).into_response()
}
