//! The whole of HTTP: which layer sees a request first, and who answers when no route does.

pub mod assets;
pub mod cached;
pub mod cookies;
pub mod csrf;
pub mod extract;
pub mod fields;
pub mod headers;
pub mod language;
pub mod log;
pub mod peer;
pub mod problem;
pub mod trickle;
pub mod tries;
pub mod version;

use crate::{
    app::App,
    pages::{self, api_docs::ApiDocs},
    routes,
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State},
    http::{Method, header},
    middleware::{from_fn, from_fn_with_state},
    response::{Html, IntoResponse, Redirect, Response},
    routing::get,
};
use board::protocol::{boards::BODY_MAX, problem::ProblemCode};
use extract::PathId;
use headers::Headers;
use problem::ApiError;
use std::{any::Any, sync::Arc};
use tower_http::{
    CompressionLevel,
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer,
        predicate::{NotForContentType, Predicate, SizeAbove},
    },
};

/// Answers smaller than this grow when they are compressed.
const COMPRESS_ABOVE: u16 = 200;
/// What an answer made on the fly is worth: 11 would take longer than the network saves.
const LEVEL: CompressionLevel = CompressionLevel::Precise(5);

/// Every route and every layer.
///
/// A request passes, in this order: the log, the headers (so that even a panic's answer has
/// them), the net for panics, the guard against other sites, the limit on bodies, compression
/// (not for the live stream), the route.
pub fn router(app: Arc<App>) -> Router {
    let (api, openapi) = routes::api().split_for_parts();
    let document: Arc<str> =
        openapi.to_json().expect("a description made of names and texts is JSON").into();
    let docs = Arc::new(ApiDocs::new(&app.pages, &openapi));
    let index = docs.clone();
    let headers = Headers::new(&app.site, &app.assets, &app.pages);
    Router::new()
        .route(routes::openapi::PATH, get(async move || routes::openapi::document(&document)))
        .route("/api", get(async move || Html(index.index().to_owned())))
        .route("/api/{part}", get(async move |PathId(part): PathId<String>| api_part(&docs, &part)))
        .merge(pages::router())
        .merge(routes::health::router())
        .fallback(anything_else)
        .layer(compression())
        .merge(api)
        .method_not_allowed_fallback(async || ApiError::Plain(ProblemCode::MethodNotAllowed))
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .layer(from_fn(csrf::guard))
        .layer(CatchPanicLayer::custom(after_panic))
        .layer(from_fn_with_state(headers, headers::add))
        .layer(from_fn(log::note))
        .with_state(app)
}

fn api_part(docs: &ApiDocs, part: &str) -> Result<Html<String>, ApiError> {
    docs.part(part).map(|page| Html(page.to_owned())).ok_or_else(|| ProblemCode::NotFound.into())
}

/// Compresses answers that are worth it. The live stream must not even pass through: the state
/// of a compressor that does nothing still costs 6 KB for every waiting reader. It has a way of its
/// own ([`trickle`]).
pub fn compression() -> CompressionLayer<impl Predicate + Send + Sync> {
    let worth = SizeAbove::new(COMPRESS_ABOVE).and(NotForContentType::IMAGES);
    CompressionLayer::new().quality(LEVEL).compress_when(worth)
}

/// Files of the app, and its one page for every address that is not a file.
async fn anything_else(State(app): State<Arc<App>>, request: Request) -> Response {
    let (path, headers) = (request.uri().path(), request.headers());
    if is_too_old(path) {
        return ApiError::Plain(ProblemCode::AppTooOld).into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return assets::missing();
    }
    if let Some(file) = app.assets.file(path) {
        return file.respond(headers);
    }
    if let Some(file) = app.assets.earlier(path).await {
        return file.respond(headers);
    }
    if !is_page(&request) {
        return assets::missing();
    }
    if path == "/" {
        match extract::session_at_hand(&app, headers).await {
            Ok(None) => return Redirect::to("/j").into_response(),
            Err(error) => return error.into_response(),
            Ok(Some(_)) => {}
        }
    }
    let Some(shell) = app.assets.shell(headers) else { return pages::not_built(&app.pages) };
    let plain = shell.respond(headers);
    pages::meanwhile(&app, request).await.unwrap_or(plain)
}

/// Whether an app asks in a format that is no longer spoken here.
fn is_too_old(path: &str) -> bool {
    let format = path.strip_prefix("/api/v").and_then(|rest| rest.split('/').next());
    format.and_then(|format| format.parse::<u32>().ok()).is_some_and(|it| it < routes::FORMAT)
}

/// Whether somebody asks for a page: no file name, and a browser that wants to show it.
fn is_page(request: &Request) -> bool {
    let path = request.uri().path();
    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    let elsewhere = ["/api", "/words", "/problems", "/health"];
    let is_elsewhere = elsewhere.iter().any(|start| {
        path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    let accept = request.headers().get(header::ACCEPT).and_then(|value| value.to_str().ok());
    let shows = accept.is_none_or(|kinds| kinds.contains("text/html") || kinds.contains("*/*"));
    !is_file && !is_elsewhere && shows
}

/// The message of a panic can hold anything, so only its place in the code goes to the log, by
/// the hook that `main` sets.
fn after_panic(_: Box<dyn Any + Send>) -> Response {
    ApiError::Trouble("a handler panicked".into()).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use tower::ServiceExt;

    #[tokio::test]
    async fn a_panic_becomes_a_problem_that_says_nothing() {
        let panics = async || -> &'static str { panic!("Secret") };
        let router: Router = Router::new().route("/", get(panics));
        let router = router.layer(CatchPanicLayer::custom(after_panic));
        let response = router.oneshot(Request::new(Body::empty())).await.unwrap();
        assert_eq!(response.status(), 500);
        let body = axum::body::to_bytes(response.into_body(), 10_000).await.unwrap();
        let body = String::from_utf8(body.to_vec()).unwrap();
        assert!(body.contains("\"trouble\"") && !body.contains("Secret"), "{body}");
    }
}
