//! The description of the API: one document for programs and one page for people, both made from
//! the code.

use crate::http::cookies;
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use utoipa::openapi::{
    ComponentsBuilder, Info, License, OpenApi, OpenApiBuilder, SecurityRequirement,
    security::{ApiKey, ApiKeyValue, SecurityScheme},
};

/// Where the document is.
pub const PATH: &str = "/api/openapi.json";

/// Name of the way to sign in, inside the document.
const SESSION: &str = "session";

/// The document before any operation is in it.
#[must_use]
pub fn frame() -> OpenApi {
    let cookie = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::with_description(
        cookies::SESSION,
        "Set by `POST /api/v1/session`; no script can read it.",
    )));
    let mut info = Info::new("Passerelle", env!("CARGO_PKG_VERSION"));
    info.license = Some(License::new("EUPL-1.2"));
    info.description = Some(
        "Boards, duos and sign-in. Writes are JSON from the same origin. Every refusal is a \
         problem document (RFC 9457) with a stable `code`."
            .to_owned(),
    );
    OpenApiBuilder::new()
        .info(info)
        .components(Some(ComponentsBuilder::new().security_scheme(SESSION, cookie).build()))
        .security(Some([SecurityRequirement::new(SESSION, Vec::<String>::new())]))
        .build()
}

/// The document as it is served.
pub fn document(json: &str) -> Response {
    let kind = HeaderValue::from_static("application/json");
    ([(header::CONTENT_TYPE, kind)], json.to_owned()).into_response()
}
