//! What every answer tells the browser to refuse. One layer, so that no route can forget it.

use crate::{http::assets::Assets, pages::Pages, routes::openapi, site::Site};
use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use std::sync::Arc;

/// Features of the browser that the product never uses.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), \
    display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), \
    magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), \
    publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

/// What is data and never a page may do nothing at all if it is opened as one.
const DATA_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";

/// What somebody sent or wrote, opened as a page, runs nothing and reaches nothing, not even us.
pub const DOCUMENT_POLICY: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// The headers, made once at start.
#[derive(Clone, Debug)]
pub struct Headers {
    pages: Arc<[(HeaderName, HeaderValue)]>,
    data: Arc<[(HeaderName, HeaderValue)]>,
}

impl Headers {
    /// The headers of this installation: the policy names what stands inside its own pages.
    ///
    /// Pages and scripts get all of them. The API's answers get those that mean something for
    /// data: every op and every event pays for its headers in a phone's megabytes.
    #[must_use]
    pub fn new(site: &Site, assets: &Assets, pages: &Pages) -> Self {
        let policy = policy(&assets.script_hashes, &assets.style_hashes, pages.style_hashes());
        let policy = HeaderValue::from_str(&policy).expect("base64 and keywords are ASCII");
        let fixed = HeaderValue::from_static;
        let mut always = vec![
            (header::X_CONTENT_TYPE_OPTIONS, fixed("nosniff")),
            (HeaderName::from_static("cross-origin-resource-policy"), fixed("same-origin")),
        ];
        if site.is_https() {
            // A year. Without subdomains: they are not ours to promise for.
            always.push((header::STRICT_TRANSPORT_SECURITY, fixed("max-age=31536000")));
        }
        let mut for_pages = always.clone();
        for_pages.extend([
            (header::CONTENT_SECURITY_POLICY, policy),
            (header::REFERRER_POLICY, fixed("no-referrer")),
            (HeaderName::from_static("cross-origin-opener-policy"), fixed("same-origin")),
            (HeaderName::from_static("permissions-policy"), fixed(PERMISSIONS)),
        ]);
        always.push((header::CONTENT_SECURITY_POLICY, fixed(DATA_POLICY)));
        Self { pages: for_pages.into(), data: always.into() }
    }
}

fn policy(scripts: &[String], styles: &[String], page_styles: &[String]) -> String {
    let join = |hashes: &[String]| hashes.iter().map(|hash| format!(" {hash}")).collect::<String>();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{}; connect-src 'self'; \
         style-src 'self'{}{}; img-src 'self' data: blob:; manifest-src 'self'; \
         worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        join(scripts),
        join(styles),
        join(page_styles),
    )
}

/// The layer.
pub async fn add(State(headers): State<Headers>, request: Request, next: Next) -> Response {
    // The pages that describe the API lie beside it, under `/api/<part>`.
    let path = request.uri().path();
    let is_api = path.starts_with("/api/v1/") || path == openapi::PATH;
    let mut response = next.run(request).await;
    let own = response.headers_mut();
    for (name, value) in if is_api { &*headers.data } else { &*headers.pages } {
        // Data may bring a policy of its own, made for one answer (`DOCUMENT_POLICY`).
        if is_api && *name == header::CONTENT_SECURITY_POLICY && own.contains_key(name) {
            continue;
        }
        own.insert(name.clone(), value.clone());
    }
    if is_api && !own.contains_key(header::CACHE_CONTROL) {
        own.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_the_one_of_the_threat_model() {
        let found = policy(&["'sha256-a'".into()], &["'sha256-b'".into()], &["'sha256-c'".into()]);
        assert_eq!(
            found,
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-a'; \
             connect-src 'self'; style-src 'self' 'sha256-b' 'sha256-c'; \
             img-src 'self' data: blob:; manifest-src 'self'; worker-src 'self'; \
             form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
        );
    }
}
